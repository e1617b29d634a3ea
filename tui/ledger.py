"""What the ledger of quotations lists, asked of the library in the gateway's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.session import Asked, Row

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.library import Library
    from index.model import Said

_MARKED = 200
"""Articles in which the words asked for are looked up, to be marked in the lines: a good many screens of them."""
_QUEUE = "(is:unattributed OR is:doubtful)"


def rows(library: Library, asked: Asked) -> tuple[Row, ...]:
    """The quotations that are asked for; the text is known to be a query."""
    said = [each for each in library.quotations(_query(asked), kind=asked.kind) if _in_scope(asked)(each)]
    marked: dict[str, tuple[tuple[int, int], ...]] = {}
    if asked.text.strip():
        for article in list(dict.fromkeys(each.article for each in said))[:_MARKED]:
            marked[article] = tuple((hit.start, hit.end) for hit in library.hits(asked.text, article))
    return tuple(Row(each, _within(each, marked.get(each.article, ()))) for each in said)


def _query(asked: Asked) -> str:
    text = asked.text.strip()
    if not asked.queue:
        return text
    return f"({text}) {_QUEUE}" if text else _QUEUE


def _in_scope(asked: Asked) -> Callable[[Said], bool]:
    if asked.scope == "article":
        return lambda said: said.article == asked.of
    if asked.scope == "actor":
        return lambda said: said.quotation.speaker is not None and asked.of in said.quotation.speaker.actors
    return lambda said: True


def _within(said: Said, marks: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The marks inside a quotation. One that is all of it tells nothing: that is what `speaker:` finds."""
    start, end = said.quotation.start, said.quotation.end
    return tuple((a, b) for a, b in marks if start <= a and b <= end and (a, b) != (start, end))
