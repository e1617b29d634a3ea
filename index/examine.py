"""Is everything in order with a corpus: its folder, its index, what was decided, the libraries it is read with?

Nothing is changed here. What is derived can be built anew; what a person wrote is for its owner to mend.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, NamedTuple

from index import cache
from index.decisions import Ledger
from index.engines import open_engine
from index.errors import ReadoutError
from index.opening import check
from index.reading import Found, discover, state
from index.store import Store

State = Literal["well", "note", "wrong"]

_ROOM = 10 << 20  # bytes, as a small index takes
_EXTRAS = {
    "web": (("trafilatura", "feedparser"), (".html", ".htm", ".xhtml", ".mhtml", ".mht", ".rss", ".atom")),
    "pdf": (("pypdf",), (".pdf",)),
    "archives": (("warcio",), (".warc", ".arc")),
}
"""What `pip install readout-tui[…]` brings: libraries, and the ends of the names of files that need them."""


class Finding(NamedTuple):
    """Something that was looked at, in what state it is, and what to do.

    `derived` says that building the index anew mends it.
    """

    what: str
    state: State
    told: str
    hint: str = ""
    derived: bool = False


def examine(folder: Path) -> Iterator[Finding]:
    """Look at a corpus from its folder to its decisions. Raises nothing that a person can be told."""
    try:
        check(folder)
    except ReadoutError as error:
        yield Finding("corpus", "wrong", error.what(), error.hint)
        return
    found = discover(folder)
    yield _corpus(folder, found)
    home = cache.home(folder)
    yield _writable("cache", home, "READOUT_CACHE")
    if found:
        yield _index(home, found)
    decided = cache.decisions(folder)
    yield _writable("data", decided.parent, "READOUT_DATA")
    yield _ledger(folder)
    yield from (_extra(extra, found) for extra in _EXTRAS)


def _corpus(folder: Path, found: list[Found]) -> Finding:
    if not found:
        return Finding("corpus", "wrong", f"There is nothing to read in {folder}", "Name a folder that holds articles")
    return Finding("corpus", "well", f"{folder}: {_count(len(found), 'file')} to read")


def _writable(what: str, place: Path, variable: str) -> Finding:
    """Whether something can be written in a folder, or in the one above in which it would be made."""
    there = next(path for path in (place, *place.parents) if path.exists())
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        return Finding(what, "wrong", f"{place} cannot be written", f"Set {variable} to a folder that can")
    if shutil.disk_usage(there).free < _ROOM:
        told = f"{place} has less than {_ROOM >> 20} MB left"
        return Finding(what, "wrong", told, f"Make room there, or set {variable} to another folder")
    return Finding(what, "well", str(place))


def _index(home: Path, found: list[Found]) -> Finding:
    again = "The next command builds it, or: tui doctor --fix"
    known = cache.manifest(home)
    if known is None:
        if any(home.glob("gen-*")):
            return Finding("index", "wrong", "It is not whole", again, derived=True)
        return Finding("index", "note", "There is none yet", again, derived=True)
    if known.maker != cache.maker():
        return Finding("index", "note", "It was built by another version of Readout", again, derived=True)
    if trouble := _broken(home / known.generation):
        return Finding("index", "wrong", trouble, again, derived=True)
    if known.state != state(found):
        return Finding("index", "note", "Files have come, changed or gone since it was built", again, derived=True)
    holds = f"{_count(known.glance.articles, 'article')}, {_count(known.glance.quotations, 'quotation')}"
    if unread := _unread(home / known.generation):
        told = f"{holds}; of {_count(unread, 'file')} nothing was read, or only a part"
        return Finding("index", "note", told, "tui index names them")
    return Finding("index", "well", holds)


def _unread(generation: Path) -> int:
    """How many files could not be read, or only in part."""
    with closing(Store(cache.store(generation))) as store:
        return len({problem.file for problem in store.unread()})


def _broken(generation: Path) -> str:
    """What is wrong with an index; "" if nothing is."""
    store = cache.store(generation)
    try:
        with closing(sqlite3.connect(f"{store.as_uri()}?mode=ro", uri=True)) as database:
            (verdict,) = database.execute("PRAGMA quick_check(1)").fetchone()
            database.execute("SELECT count(*) FROM articles").fetchone()
        if verdict != "ok":
            return f"{store} is damaged: {verdict}"
        open_engine(cache.engine(generation)).close()
    except sqlite3.Error as error:
        return f"{store} cannot be read: {error}"
    except ReadoutError as error:
        return error.what()
    return ""


def _ledger(folder: Path) -> Finding:
    try:
        held = Ledger.of(folder).read()
    except ReadoutError as error:
        return Finding("decisions", "wrong", error.what(), error.hint)
    return Finding("decisions", "well", f"{len(held.decisions):,} in {cache.decisions(folder)}")


def _extra(extra: str, found: list[Found]) -> Finding:
    libraries, suffixes = _EXTRAS[extra]
    missing = [name for name in libraries if find_spec(name) is None]
    if not missing:
        return Finding(extra, "well", f"{' and '.join(libraries)} can be used")
    waiting = sum(one.file.lower().removesuffix(".gz").endswith(suffixes) for one in found)
    told = f"{' and '.join(missing)} cannot be imported, to read {_count(waiting, 'file')} here"
    return Finding(extra, "wrong" if waiting else "note", told, f"pip install 'readout-tui[{extra}]'")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"
