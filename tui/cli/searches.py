"""The searches of before and those that are kept, on the command line: what the app keeps is found here, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors import DecisionError, UnknownError
from tui.cli import search
from tui.cli.common import FOUND, NOTHING, Answer
from tui.kept import searches_of, total
from tui.output import narration

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.library import Library
    from tui.cli.request import Request
    from tui.output import Printer
    from tui.searches import Saved, Searches

_COLUMNS = ("what", "name", "query", "articles", "new")


def searches(library: Library, request: Request, out: Printer) -> int:
    """Those that are kept, with what has come since one looked, and those of before; or run one that is kept."""
    held = _held(library)
    if request.words:
        return _run(library, request, out, held)
    kept = [(each, total(library, each.query)) for each in held.saved]
    shapes = [_shape(each, found) for each, found in kept]
    rows = [("kept", *map(str, shape.values())) for shape in shapes]
    out.listed(
        "", _COLUMNS, [*rows, *(("before", "", query) for query in held.before)],
        [*({"what": "kept", **shape} for shape in shapes), *({"what": "before", "query": q} for q in held.before)],
    )  # fmt: skip
    if not kept and not held.before:
        narration.say("No search is kept. To keep one: tui keep NAME QUERY")
    return FOUND if kept or held.before else NOTHING


def _shape(saved: Saved, found: int) -> dict[str, str | int]:
    return {"name": saved.name, "query": saved.query, "articles": found, "new": max(0, found - saved.seen)}


def _run(library: Library, request: Request, out: Printer, held: Searches) -> int:
    kept = next((each for each in held.saved if each.name == request.words), None)
    if kept is None:
        raise UnknownError(f"No search is kept under {request.words}", hint="tui kept lists those that are")
    code = search.search(library, request._replace(words=kept.query), out)
    seen = total(library, kept.query)
    _changed(library, lambda held: held.keep(kept.name, kept.query, seen))
    return code


def keep(library: Library, request: Request, out: Printer) -> int:
    """Keep a search under a name."""
    name, *words = request.each
    if not (name.strip() and words):
        raise UnknownError("Say what to keep, and under which name", hint="tui keep NAME QUERY")
    query = " ".join(words)
    page = library.search(query, limit=1, shown=0)  # what is no query is told, and not kept
    _changed(library, lambda held: held.keep(name, page.query, total(library, query)))
    narration.say(f"Kept as {name}. To run it: tui kept {name}")
    return FOUND


def forget(library: Library, request: Request, out: Printer) -> int:
    """Keep a search no longer."""
    if request.words not in {each.name for each in _held(library).saved}:
        raise UnknownError(f"No search is kept under {request.words}", hint="tui kept lists those that are")
    _changed(library, lambda held: held.forget(request.words))
    narration.say(f"{request.words} is kept no longer.")
    return FOUND


def _held(library: Library) -> Searches:
    """What is kept now. Raises `DecisionError` as `_changed` does."""
    return _changed(library, lambda held: held)


def _changed(library: Library, change: Callable[[Searches], Searches]) -> Searches:
    """What is kept, after a change to it. Raises `DecisionError` if the file cannot be read or written."""
    try:
        return searches_of(library.folder).change(change)
    except ValueError as error:
        raise DecisionError(str(error)) from error


COMMANDS: dict[str, Answer] = {"kept": searches, "keep": keep, "forget": forget}
