"""What the ledger of quotations lists, asked of the library in the gateway's thread."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from tui.session import MOST_ROWS, Asked, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from index.library import Library
    from index.model import Said, Span

_IN_SIGHT = 40
"""Articles whose words are marked before the lines are shown again: as many as any screen shows."""
_MARKED = 1000
"""Articles in which the words asked for are marked at all: more than anybody walks through."""
_QUEUE = "(is:unattributed OR is:doubtful)"


def rows(library: Library, asked: Asked) -> tuple[Row, ...]:
    """The quotations that are asked for; the text is known to be a query."""
    return tuple(Row(each) for each in _said(library, asked))


def parts(rows: Sequence[Row]) -> Iterator[Sequence[str]]:
    """The articles in which words are to be marked, in parts after which the lines are shown again."""
    articles = list(dict.fromkeys(row.said.article for row in rows))[:_MARKED]
    yield articles[:_IN_SIGHT]
    yield articles[_IN_SIGHT:]


def marked(rows: Sequence[Row], articles: Iterable[str], hits: Callable[[str], Iterable[Span]]) -> tuple[Row, ...]:
    """The rows with the `hits` in some articles marked."""
    found = {article: [(hit.start, hit.end) for hit in hits(article)] for article in articles}
    return tuple(
        row._replace(marks=_within(row.said, found[row.said.article])) if row.said.article in found else row
        for row in rows
    )


def named(rows: Iterable[Row], asked: Asked) -> list[str]:
    """The actors (ids) that the lines tell of."""
    voices = (voice for row in rows for voice in (row.said.quotation.speaker, row.said.quotation.addressee) if voice)
    of = [asked.of] if asked.scope == "actor" else []
    return [*dict.fromkeys(chain(of, *(voice.actors for voice in voices)))]


def _said(library: Library, asked: Asked) -> list[Said]:
    if asked.scope == "topic":
        return _on_topic(library, asked)
    if asked.scope == "article" and not _query(asked):
        said = library.said(asked.of)
        return [each for each in said if each.quotation.kind == asked.kind or (not asked.kind and _is_speech(each))]
    if asked.scope == "article":
        every = library.quotations(_query(asked), kind=asked.kind, once=False)
        return [each for each in every if each.article == asked.of]
    actor = asked.of if asked.scope == "actor" else None
    return library.quotations(_query(asked), kind=asked.kind, actor=actor, limit=MOST_ROWS)


def _on_topic(library: Library, asked: Asked) -> list[Said]:
    """What was said on a topic, the oldest first."""
    said = [each for each in library.topic(asked.of).said if not asked.kind or each.quotation.kind == asked.kind]
    if not _query(asked):
        return said
    found = {(each.article, each.quotation.id) for each in library.quotations(_query(asked), once=False)}
    return [each for each in said if (each.article, each.quotation.id) in found]


def _is_speech(said: Said) -> bool:
    return said.quotation.kind != "scare"


def _query(asked: Asked) -> str:
    text = asked.text.strip()
    if not asked.queue:
        return text
    return f"({text}) {_QUEUE}" if text else _QUEUE


def _within(said: Said, marks: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The marks inside a quotation. One that is all of it tells nothing: that is what `speaker:` finds."""
    start, end = said.quotation.start, said.quotation.end
    return tuple((a, b) for a, b in marks if start <= a and b <= end and (a, b) != (start, end))
