"""What may have been meant by words that stand nowhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from index.answers.opened import Opened
from index.query import Node, wanted
from index.query.tree import One, Prefix
from index.words import words

_OFFERED = 3
_BEGUN = 3  # letters: what begins with fewer may be anything


def near(opened: Opened, tree: Node | None, missing: Collection[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """For each missing word of a query, as typed, words of this corpus that may be meant: those that begin so, then the
    nearest; in a field of names, words of names. Words that are like none are left out."""
    asked = {str(part): (field, part) for field, part in wanted(tree)}
    found = ((typed, _like(opened, *asked[typed])) for typed in missing if typed in asked)
    return tuple((typed, like) for typed, like in found if like)


def _like(opened: Opened, field: str, part: One) -> tuple[str, ...]:
    if isinstance(part, Prefix):
        return ()
    alone = words(part.text)
    return tuple(dict.fromkeys(_proposed(opened, field, alone[0])))[:_OFFERED] if len(alone) == 1 else ()


def _proposed(opened: Opened, field: str, word: str) -> Iterator[str]:
    if len(word) >= _BEGUN:
        yield from (begun for begun, _ in opened.engine.words(word, _OFFERED, field))
    yield from opened.engine.near(word, _OFFERED, field)
