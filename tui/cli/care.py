"""The commands that take care: read the corpus, watch it, hold it against its files, find what is out of order."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from tui import phrases
from tui.cli.common import FOUND, NOTHING, Answer
from tui.output import narration
from tui.session import EVERYTHING

if TYPE_CHECKING:
    from index.examine import Finding
    from index.library import Library
    from index.model import Problem
    from index.watching import Change
    from tui.cli.request import Request
    from tui.output import Printer

_EVERY = 1.0  # seconds between two looks at a folder that is watched


def index(library: Library, request: Request, out: Printer) -> int:
    """What the corpus holds."""
    out.overview(library.overview(), ())
    return FOUND


def verify(library: Library, request: Request, out: Printer) -> int:
    """Whether all stands in the files, word for word."""
    found = library.verify()
    out.facts("", ((p.file, p.reason, p.hint) for p in found), ("file", "problem", "hint"))
    if not found:
        narration.say("Every quotation stands in its file, word for word.")
    return NOTHING if found else FOUND


def watch(folder: Path, out: Printer, wait: Callable[[], None] = lambda: time.sleep(_EVERY)) -> int:
    """Read what comes into a folder, and tell of it, until somebody stops it. The folder may be empty."""
    from index.watching import changes, states

    known: set[Problem] = set()
    before = states(folder)  # what comes while the library opens is told then
    with _opened(folder) as library:
        articles = library.overview().articles if library else 0
        narration.say(f"{phrases.count(articles, 'article')}. Watching {folder}; ctrl+c ends it.")
        narration.problems(_new(library, known))
    for change in changes(folder, before, wait):
        with _opened(folder) as library:
            out.facts("", _told(library, change), ("what", "article", "title"))
            narration.problems(_new(library, known))
        sys.stdout.flush()
    return FOUND


def _opened(folder: Path) -> AbstractContextManager[Library | None]:
    """The library, if there is something to read. Raises `CorpusError` if there is no folder."""
    from index.library import Library
    from index.opening import check
    from index.watching import states

    check(folder)
    return Library.open(folder) if states(folder) else nullcontext()


def _new(library: Library | None, known: set[Problem]) -> Iterable[Problem]:
    """The problems that were not there before; they are known from then on."""
    problems = library.overview().problems if library else ()
    new = [problem for problem in problems if problem not in known]
    known.clear()
    known.update(problems)
    return new


def _told(library: Library | None, change: Change) -> Iterator[tuple[str, str, str]]:
    for hit in library.search("", limit=EVERYTHING, shown=0, once=False).hits if library else ():
        if hit.file in change.came or hit.file in change.changed:
            yield "came" if hit.file in change.came else "changed", hit.id, hit.title
    yield from (("gone", file, "") for file in sorted(change.gone))


def doctor(folder: Path, request: Request, out: Printer) -> int:
    """What is out of order; with --fix, what is derived is derived again before."""
    from index.examine import examine

    found = list(examine(folder))
    if request.fix and any(one.derived for one in found):
        _build_anew(folder, plain=request.plain)
        found = list(examine(folder))
    found += [_config(), *_terminal()]
    out.facts("", ((one.what, one.state, one.told, one.hint) for one in found), ("what", "state", "told", "hint"))
    wrong = sum(one.state == "wrong" for one in found)
    narration.say(f"{wrong} of these {'is' if wrong == 1 else 'are'} wrong." if wrong else "All is well.")
    return NOTHING if wrong else FOUND


def _build_anew(folder: Path, *, plain: bool) -> None:
    from index.library import Library

    with narration.ProgressBar(plain=plain) as progress:
        Library.open(folder, progress=progress, rebuild=True).close()


def _config() -> Finding:
    from index.examine import Finding
    from tui.paths import config_file
    from tui.settings import load

    path = config_file()
    if complaint := load(path).complaint:
        return Finding("config", "wrong", complaint, "Mend that line, or take it out")
    return Finding("config", "well", str(path) if path.exists() else f"{path} is not there: all is as it comes")


def _terminal() -> Iterator[Finding]:
    """Whether the app can be shown here."""
    from index.examine import Finding

    encoding = (sys.stdout.encoding or "").lower()
    if not sys.stdout.isatty():
        yield Finding("terminal", "note", "This is not printed at a terminal, so it is not looked at")
    elif os.environ.get("TERM", "dumb") == "dumb":
        yield Finding("terminal", "wrong", "TERM says that it can show no app", "export TERM=xterm-256color")
    elif encoding not in {"utf-8", "utf8"}:
        yield Finding("terminal", "wrong", f"It is written to in {encoding}", "export LC_ALL=C.UTF-8")
    else:
        size = os.get_terminal_size()
        told = f"{os.environ['TERM']}, {size.columns} columns, {size.lines} rows"
        small = size.columns < 40 or size.lines < 10
        yield Finding("terminal", "note", told, "Make it larger") if small else Finding("terminal", "well", told)


COMMANDS: dict[str, Answer] = {"index": index, "verify": verify}
