"""Where a query matches in one article. Engines are quick; this is what they have to agree with.

A query is true of an article as a whole, except that what speaks of quotations is true of one quotation, and a field
of one title, or of the names of one actor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from itertools import accumulate, pairwise
from typing import NamedTuple, TypeAlias

from index.model import Span
from index.query.letters import Letters
from index.query.searchable import Named, Place, Quoted, Reading, Searchable
from index.query.standing import standing
from index.query.tree import (
    IN_TEXT,
    And,
    Dated,
    Field,
    Node,
    Not,
    Or,
    Said,
    Tagged,
)


class _Mark(NamedTuple):
    """A place to be marked. One that holds is given up for the marks of words in it: a whole quotation."""

    start: int
    end: int
    holds: bool = False


_Found: TypeAlias = list[_Mark] | None
"""The marks of what is true (none, for what is absent as it should be); `None` for what is not."""


def matches(query: Node | None, article: Searchable) -> bool:
    """Whether `query` is true of `article`; the empty query is true of all."""
    return query is None or _in_article(query, article) is not None


def hits(query: Node | None, article: Searchable) -> tuple[Span, ...]:
    """The places in the text that answer `query`, in order, without overlap; none where the article does not."""
    return tuple(Span(start=start, end=end) for start, end in places(query, article))


def places(query: Node | None, article: Searchable) -> list[Place]:
    """The same, as pairs of offsets."""
    found = None if query is None else _in_article(query, article)
    if not found:
        return []
    words = _joined((start, end) for start, end, holds in found if not holds)
    wholes = _joined((start, end) for start, end, holds in found if holds)
    return sorted(words + [whole for whole in wholes if not _overlaps(whole, words)])


def _overlaps(place: Place, others: list[Place]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in others)


def _in_article(node: Node, article: Searchable) -> _Found:
    return _combined(node, partial(_of_article, article))


def _of_article(article: Searchable, node: Node) -> _Found:
    """What asks for words anywhere, for a field, for the article's date, or for a star or tag of it."""
    match node:
        case Field(name, part) if name in IN_TEXT:
            each = (_in_words(part, article.read_alone(place)) for place in article.stretches_of(name))
            return _any(each)
        case Field(name, part):
            named = (_places_of(named) for named in article.named_in(name) if _is_called(part, article.names_of(named)))
            return _any(named)
        case Said(part):
            return _any(_in_quotation(part, quoted, article) for quoted in article.quotations)
        case Dated(first, last):
            day = article.published
            return [] if day and (not first or first <= day[0]) and (not last or day[1] <= last) else None
        case Tagged(among=among):
            return [] if among and article.id in among else None
    return _places(node, article.body)


def _places_of(actor: Named) -> _Found:
    return [_Mark(start, end) for start, end in actor.places]


def _in_quotation(node: Node, quoted: Quoted, article: Searchable) -> _Found:
    """The words that are asked for in one quotation, or the whole of it if none are."""
    marks = _combined(node, partial(_of_quotation, article, quoted))
    return [_Mark(quoted.start, quoted.end, holds=True)] if marks == [] else marks


def _of_quotation(article: Searchable, quoted: Quoted, node: Node) -> _Found:
    match node:
        case Field("quote", part):
            return _in_words(part, article.read([(quoted.start, quoted.end)]))
        case Field(name, part):
            return [] if _is_called(part, article.names_of(quoted.said_of(name))) else None
    raise TypeError(node)


@lru_cache(maxsize=1 << 12)
def _is_called(node: Node, names: tuple[str, ...]) -> bool:
    """Whether `node` is true of somebody's names, taken together; remembered, because speakers recur."""
    ends = [*accumulate((len(name) + 1 for name in names), initial=0)]
    places = [(start, end - 1) for start, end in pairwise(ends)]
    return _in_words(node, Reading(Letters("\n".join(names)), places)) is not None


def _in_words(node: Node, reading: Reading) -> _Found:
    """What is true of some stretches of words, taken together."""
    return _combined(node, partial(_places, reading=reading))


def _combined(node: Node, part: Callable[[Node], _Found]) -> _Found:
    """The logic that all levels share; `part` answers for the nodes of its level."""
    match node:
        case And(parts):
            return _all(_combined(p, part) for p in parts)
        case Or(parts):
            return _any(_combined(p, part) for p in parts)
        case Not(inner):
            return [] if _combined(inner, part) is None else None
    return part(node)


def _all(found: Iterable[_Found]) -> _Found:
    marks: list[_Mark] = []
    for some in found:
        if some is None:
            return None
        marks += some
    return marks


def _any(found: Iterable[_Found]) -> _Found:
    true = [some for some in found if some is not None]
    return [mark for some in true for mark in some] if true else None


def _places(node: Node, reading: Reading) -> _Found:
    """Where words stand as they are asked for."""
    return [_Mark(start, end) for start, end in standing(node, reading)] or None


def _joined(places: Iterable[Place]) -> list[Place]:
    """Places in order, those that overlap made one."""
    joined: list[Place] = []
    for start, end in sorted(places):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
