"""Which reader reads what. A format is told by its content first, and by its name second.

Readers of others dock by the entry point group `readout.readers`, each naming a `Format`.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, entry_points, version
from types import ModuleType
from typing import BinaryIO

from index.reading.draft import Draft, Item, Reader, Source, Unread, known
from index.reading.limits import DEEPEST, Bounded, in_time
from index.reading.trouble import Unreadable

GROUP = "readout.readers"
_LIBRARIES = ("trafilatura", "feedparser", "pypdf", "warcio")
_AGAIN = "Fetch or pack it again."
# Files that speak about a folder, and are no articles in it.
_ABOUT = frozenset({"readme", "license", "licence", "notice", "changelog", "contributing"})


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name for a person, the ends of file names it goes by (".html"), its reader, and how it is told.

    `sniff` looks at the beginning of a file. A format without one goes by the name alone.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Reader
    sniff: Callable[[Source], bool] | None = None


def _own(name: str, suffixes: str, module: str, of: str = "", named_only: bool = False) -> Format:
    """A format of our own: `read` and `sniff` in a module of `index.reading.formats`, or `read_x` and `sniff_x`. It is
    imported when a file is read, for most commands read none (30 ms of 60 that this room takes to import)."""

    def read(source: Source) -> Iterator[Item]:
        reader: Reader = getattr(_module(module), f"read{of}")
        return reader(source)

    def sniff(source: Source) -> bool:
        return bool(getattr(_module(module), f"sniff{of}")(source))

    return Format(name, tuple(suffixes.split()), read, None if named_only else sniff)


@cache
def _module(name: str) -> ModuleType:
    return import_module(f"index.reading.formats.{name}")


# In order: the first whose content it is takes a file.
_OWN = (
    _own("PDF", ".pdf", "pdf"),
    _own("zip archive", ".zip .epub .docx", "archive"),
    _own("web archive", ".warc .arc", "warc"),
    _own("no text", "", "plain", "_no_text"),
    _own("mailbox", ".mbox", "mail", "_box"),
    _own("feed", ".rss .atom .xml", "feed"),
    _own("mail", ".eml .mht .mhtml", "mail"),
    _own("web page", ".html .htm .xhtml", "page"),
    _own("JSON lines", ".jsonl .ndjson", "json", "_lines"),
    _own("JSON", ".json", "json"),
    _own("table", ".csv .tsv", "table", named_only=True),
    _own("Markdown", ".md .markdown", "markdown"),
    _own("text", ".txt .text", "plain", named_only=True),
)


@cache
def formats() -> tuple[Format, ...]:
    """All formats: those of others first, so that they may know better. One that cannot be loaded is passed over."""
    found: list[Format] = []
    for point in entry_points(group=GROUP):
        try:
            loaded = point.load()
        except Exception:  # noqa: BLE001  (whatever is wrong with it is not of this corpus)
            continue
        if isinstance(loaded, Format):
            found.append(loaded)
    return (*found, *_OWN)


@cache
def suffixes() -> frozenset[str]:
    """The ends of file names that are worth reading, in lower case; each may have `.gz` after it."""
    return frozenset(suffix for kind in formats() for suffix in kind.suffixes)


@cache
def libraries() -> str:
    """Which libraries of others are there to read with, and of which version: another one may find other words."""
    installed = {}
    for name in _LIBRARIES:
        with suppress(PackageNotFoundError):
            installed[name] = version(name)
    return repr(installed)


def is_worth_reading(name: str) -> bool:
    """Whether a file of this name may hold an article, by the end of the name, `.gz` aside. Hidden files do not, nor
    those that speak about a folder."""
    name = name.rpartition("/")[2].lower().removesuffix(".gz")
    stem, dot, suffix = name.rpartition(".")
    return f"{dot}{suffix}" in suffixes() and not name.startswith(".") and stem not in _ABOUT


def read_source(source: Source) -> Iterator[Draft | Unread]:
    """What is in a source, whatever it is. Raises `Unreadable` if there is nothing to be had of it at all."""
    if source.head.startswith(b"\x1f\x8b"):
        yield from _read_unzipped(source)
        return
    if not source.head:
        raise Unreadable("the file is empty", "Remove it, or save the article again.")
    if source.depth > DEEPEST:
        raise Unreadable(f"more than {DEEPEST} archives lie in one another", "Unpack it by hand.")
    number = 0
    kind = _format_of(source)
    for item in kind.read(source):
        if not isinstance(item, Source):
            number += 1
            yield item
        elif not item.by_name or is_worth_reading(item.name):
            for inner in _inside(item):
                number += 1
                yield replace(inner, number=number)
    if not number:
        raise Unreadable(f"there is no article in the {kind.name}", "Unpack or open it, and see what it holds.")


def _inside(source: Source) -> Iterator[Draft | Unread]:
    """What is in one of the things in a file. What is unreadable of them is named, and the rest is read."""
    try:
        for item in in_time(read_source(source)):
            yield item.unless_known(url=known(source.address, "web archive")) if isinstance(item, Draft) else item
    except Unreadable as error:
        yield Unread(f"{source.name}: {error.reason}", error.hint)


def _format_of(source: Source) -> Format:
    for kind in formats():
        if kind.sniff is not None and kind.sniff(source):
            return kind
    named = (kind for kind in formats() if source.suffix in kind.suffixes)
    return next(named, _OWN[-1])


def _read_unzipped(source: Source) -> Iterator[Draft | Unread]:
    """What is in a `.gz` file. One that is damaged is read up to there, and that is told."""
    damage: list[str] = []

    def unzipped() -> BinaryIO:
        return io.BufferedReader(Bounded(gzip.GzipFile(fileobj=source.open()), source.packed, damage))

    name = source.name[:-3] if source.name.lower().endswith(".gz") else source.name
    try:
        yield from read_source(source.inside(name, unzipped))
    except Unreadable as error:
        raise Unreadable(f"the packed file is damaged ({damage[0]})", _AGAIN) if damage else error from None
    if damage:
        yield Unread(f"the packed file is damaged, and read as far as it goes ({damage[0]})", _AGAIN)
