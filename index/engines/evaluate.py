"""What a query finds in an inverted index, with sets; and BM25. Knows nothing of how the index is kept.

Python runs a set operation over thousands of articles in the time of a few calls, so whole lists of articles are put
together at once, instead of walking along them article by article.

A field can hold several stretches that a query speaks of one at a time: quotations, actors. They are its slots. The
words of slot n stand at positions from n * SLOT on, so that the position of a word tells its slot.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from heapq import nlargest
from typing import Protocol, TypeAlias

from index.query.tree import And, Field, Leaf, Node, Not, Or, Phrase, Prefix, Said, Word, wanted

SLOT = 1 << 16
"""How many positions a slot has."""

BODY = "body"
"""The field of all words of an article."""

K1 = 1.2
B = 0.75

_Part: TypeAlias = Callable[[Node, set[int] | None], set[int]]
"""Answers for one node; only what is in the second argument matters, if there is one."""


class Inverted(Protocol):
    """An inverted index. Articles are numbers here."""

    articles: set[int]

    def weights(self, field: str, part: Word | Prefix) -> Mapping[int, float]:
        """The articles that hold what `part` asks for, and with how much weight."""

    def positions(self, field: str, part: Word | Prefix, articles: set[int]) -> Mapping[int, Sequence[int]]:
        """Where it stands in those of `articles` that hold it."""

    def slots(self, field: str) -> set[int]:
        """All slots of a field, as article * SLOT + slot."""

    def norms(self) -> Sequence[float]:
        """For every article, how its length tempers the weight of its words: K1 for one of average length."""


def found(query: Node | None, index: Inverted) -> set[int]:
    """The articles of which `query` is true."""
    if query is None:
        return index.articles
    return _true(query, index.articles, partial(_in_articles, index)) & index.articles


def ranked(query: Node | None, index: Inverted, articles: set[int], limit: int) -> list[tuple[int, float]]:
    """The best `limit` of `articles` for `query`, with scores, best first; ties in the order of their numbers."""
    scores = dict.fromkeys(articles, 0.0)
    for field, part in dict.fromkeys(wanted(query)):
        weights = index.weights(field or BODY, part)
        rarity = math.log(1 + (len(index.articles) - len(weights) + 0.5) / (len(weights) + 0.5))
        _add(scores, weights, rarity * (K1 + 1), None if field else index.norms())
    return nlargest(limit, scores.items(), key=lambda item: (item[1], -item[0]))


def _add(scores: dict[int, float], weights: Mapping[int, float], factor: float, norms: Sequence[float] | None) -> None:
    """Adds what one word is worth. Without `norms` (fields are short) every article counts as of average length."""
    for article in scores.keys() & weights.keys():
        weight = weights[article]
        scores[article] += factor * weight / (weight + (norms[article] if norms else K1))


def _true(node: Node, every: set[int], part: _Part, within: set[int] | None = None) -> set[int]:
    """The logic that all levels share: what of `every` (articles, or slots) `node` is true of."""
    match node:
        case And(parts):
            return _all(parts, every, part, within)
        case Or(parts):
            return set[int]().union(*(_true(p, every, part, within) for p in parts))
        case Not(inner):
            return (every if within is None else every & within) - _true(inner, every, part, within)
    return part(node, within)


def _all(parts: Iterable[Node], every: set[int], part: _Part, within: set[int] | None) -> set[int]:
    """What all of `parts` are true of. Phrases come after words, and what excludes last: they look only at the rest."""
    for node in sorted(parts, key=lambda p: 2 if isinstance(p, Not) else not isinstance(p, Word)):
        some = _true(node, every, part, within)
        within = some if within is None else within & some
        if not within:
            break
    return within or set()


def _in_articles(index: Inverted, node: Node, within: set[int] | None) -> set[int]:
    match node:
        case Word() | Prefix() | Phrase():
            return _articles(index, BODY, node, within)
        case Field("title", part):
            return _true(part, _of(index.slots("title")), partial(_words, index, "title"), within)
        case Field("actor", part):
            return _of(_true(part, index.slots("actor"), partial(_slots, index, "actor")))
        case Said(part):
            return _of(_true(part, index.slots("quote"), partial(_in_quotations, index)))
    raise TypeError(node)


def _in_quotations(index: Inverted, node: Node, within: set[int] | None) -> set[int]:
    if not isinstance(node, Field):
        raise TypeError(node)
    return _true(node.part, index.slots("quote"), partial(_slots, index, node.name), within)


def _of(slots: set[int]) -> set[int]:
    """The articles of some slots."""
    return {slot // SLOT for slot in slots}


def _words(index: Inverted, field: str, node: Node, within: set[int] | None) -> set[int]:
    """The articles that hold a word or phrase in a field."""
    if not isinstance(node, Word | Prefix | Phrase):
        raise TypeError(node)
    return _articles(index, field, node, within)


def _slots(index: Inverted, field: str, node: Node, _within: set[int] | None) -> set[int]:
    """The slots that hold a word or phrase."""
    if not isinstance(node, Word | Prefix | Phrase):
        raise TypeError(node)
    return {
        article * SLOT + position // SLOT
        for article, positions in _positions(index, field, node, None).items()
        for position in positions
    }


def _articles(index: Inverted, field: str, leaf: Leaf, within: set[int] | None) -> set[int]:
    if isinstance(leaf, Phrase):
        return set(_positions(index, field, leaf, within))
    articles = index.weights(field, leaf).keys()
    return set(articles) if within is None else articles & within


def _positions(index: Inverted, field: str, leaf: Leaf, within: set[int] | None) -> Mapping[int, Iterable[int]]:
    """Where a word, or the first word of a phrase, stands; only articles where it does."""
    parts = leaf.parts if isinstance(leaf, Phrase) else (leaf,)
    holding = sorted((index.weights(field, part).keys() for part in parts), key=len)
    articles = set(holding[0]) if within is None else holding[0] & within
    for more in holding[1:]:
        articles = more & articles
    return _in_sequence(index, field, parts, articles)


def _in_sequence(
    index: Inverted, field: str, parts: tuple[Word | Prefix, ...], articles: set[int]
) -> Mapping[int, Iterable[int]]:
    """Where all parts stand one after the other."""
    starts: dict[int, Iterable[int]] = dict(index.positions(field, parts[0], articles))
    for after, part in enumerate(parts[1:], 1):
        following = index.positions(field, part, set(starts))
        starts = {
            article: kept
            for article, before in starts.items()
            if (kept := {p - after for p in following[article]}.intersection(before))
        }
    return starts
