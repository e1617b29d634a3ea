"""What a query finds in an inverted index, with sets; and BM25. Knows nothing of how the index is kept.

Python runs a set operation over thousands of articles in the time of a few calls, so whole lists of articles are put
together at once, instead of walking along them article by article. What only a text can tell (words as written, words
near to each other) is asked of the few articles that hold the words.

A field can hold several stretches that a query speaks of one at a time: quotations, actors. They are its slots. The
words of slot n stand at positions from n * SLOT on, so that the position of a word tells its slot.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from heapq import nlargest
from typing import Protocol, TypeAlias

from index.engines.loose import loosened
from index.engines.nearness import asks_for_sentences, is_told_by_positions, leaves, stands
from index.query.shape import asks_how_words_stand
from index.query.tree import (
    IN_TEXT,
    NAMED,
    OF_ARTICLE,
    And,
    AtLeast,
    Dated,
    Field,
    First,
    Leaf,
    Near,
    Node,
    Not,
    One,
    Or,
    Phrase,
    Said,
    Tagged,
    Word,
    wanted,
)
from index.words import tells_little

SLOT = SLOTS = 1 << 16
"""How many positions a slot has, and how many slots an article."""

ARTICLE = SLOT * SLOTS
"""How many positions an article has: a place in the corpus is article * ARTICLE + position."""

BODY = "body"
"""The field of all words of an article."""

CALLED = "called"
"""The field of an actor's names: an actor is kept as an article is, and others refer to it."""

REFERRING = frozenset({"speaker", "to", "about", "actor", "contact", "country"})
"""The fields whose slots refer to actors."""

K1 = 1.2
B = 0.75

_SINGLE = frozenset({"title", *OF_ARTICLE})
"""Fields with one slot: what is true of it is true of the article."""

_Every: TypeAlias = Callable[[], set[int]]
"""All there are; asked only where something is excluded."""

_Part: TypeAlias = Callable[[Node, set[int] | None], set[int]]
"""Answers for one node; only what is in the second argument matters, if there is one."""


class Inverted(Protocol):
    """An inverted index of one moment. Articles are numbers here."""

    articles: set[int]
    remembered: dict[str, set[int]]
    """The articles of which a field, as a query, is true: such filters stay while words are typed."""

    def weights(self, field: str, part: One) -> Mapping[int, float]:
        """The articles that hold what `part` asks for (of a word as written: the word), and with how much weight."""

    def places(self, field: str, part: One, articles: set[int], before: int = 0) -> Iterable[int]:
        """Where it stands, or so many words `before` it, in those of `articles` that hold it, as article * ARTICLE +
        position; it may be in other articles, too."""

    def paragraphs(self, articles: set[int]) -> Mapping[int, Sequence[int]]:
        """Where the paragraphs of some articles begin: positions in `BODY` that no word has."""

    def sentences(self, articles: set[int]) -> Mapping[int, Sequence[int]]:
        """Where the sentences of some articles begin: positions of their first words in `BODY`."""

    def slots(self, field: str) -> set[int]:
        """All slots of a field, as article * SLOTS + slot."""

    def referring(self, field: str, actors: set[int]) -> set[int]:
        """The slots of a field of `REFERRING` that refer to any of these actors, by their numbers."""

    def numbers(self, ids: Iterable[str]) -> set[int]:
        """The articles of these ids, as far as they are there."""

    def dated(self, first: str | None, last: str | None) -> set[int]:
        """The articles whose dates lie between two days (ISO); `None` where there is no end."""

    def norms(self) -> Sequence[float]:
        """For every article, how its length tempers the weight of its words: K1 for one of average length."""


class StoppedError(Exception):
    """Nobody waits for the answer any more."""


@dataclass(frozen=True, slots=True)
class Asking:
    """One question: `proves` says whether a node is true of an article, from its text (without it, all count that hold
    the words); `stop`, whether to give up."""

    index: Inverted
    proves: Callable[[Node, int], bool] | None
    stop: Callable[[], bool]

    def go_on(self) -> None:
        """Raises StoppedError if nobody waits any more."""
        if self.stop():
            raise StoppedError


def found(query: Node | None, asking: Asking) -> set[int]:
    """The articles of which `query` is true. Raises StoppedError."""
    every = asking.index.articles
    return every if query is None else _true(query, lambda: every, partial(_in_articles, asking)) & every


def scored(query: Node | None, index: Inverted, articles: set[int]) -> dict[int, float]:
    """How well each of `articles` answers `query`."""
    scores = dict.fromkeys(articles, 0.0)
    asked = list(dict.fromkeys(wanted(query)))
    for field, part in (asked[number] for number in _telling([part for _, part in asked])):
        weights = held(index, field or BODY, part)
        rarity = math.log(1 + (len(index.articles) - len(weights) + 0.5) / (len(weights) + 0.5))
        _add(scores, weights, rarity * (K1 + 1), None if field else index.norms())
    return scores


def best(scores: Mapping[int, float], limit: int) -> list[tuple[int, float]]:
    """The best `limit` with their scores, best first; ties in the order of their numbers."""
    least = min(nlargest(limit, scores.values()), default=0.0)
    return sorted((item for item in scores.items() if item[1] >= least), key=_rank, reverse=True)[:limit]


def first_proven(
    query: Node, scores: Mapping[int, float], asking: Asking, limit: int, alike: Mapping[int, int]
) -> tuple[dict[int, float], bool]:
    """The best that are proved by their texts, until there are `limit` of them, those that are alike counted once; and
    whether there may be no others. Raises StoppedError."""
    proved: dict[int, float] = {}
    different: set[int] = set()
    for article, score in best(scores, len(scores)):
        if len(different) == limit:
            return proved, False
        asking.go_on()
        if asking.proves is None or asking.proves(query, article):
            proved[article] = score
            different.add(alike.get(article, ~article))
    return proved, True


def take_out_copies(scores: dict[int, float], alike: Mapping[int, int]) -> dict[int, list[int]]:
    """Leave in `scores` the best of those that are alike, which have one number; the others for each, best first."""
    groups: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for article in scores.keys() & alike.keys():
        groups[alike[article]].append((article, scores[article]))
    copies: dict[int, list[int]] = {}
    for group in groups.values():
        if len(group) > 1:
            first, *others = [article for article, _ in sorted(group, key=_rank, reverse=True)]
            copies[first] = others
            for article in others:
                del scores[article]
    return copies


def _rank(item: tuple[int, float]) -> tuple[float, int]:
    article, score = item
    return score, -article


def word_field(field: str) -> str:
    """Where the words of a field of a query stand ("": those of the article): of actors, with their names."""
    return CALLED if field in REFERRING else field or BODY


def held(index: Inverted, field: str, part: One) -> Mapping[int, float]:
    """The articles that hold `part` in a field, in words or by reference, and with how much weight."""
    if field not in REFERRING:
        return index.weights(field, part)
    return Counter(slot // SLOTS for slot in _slots(index, field, part))


def _add(scores: dict[int, float], weights: Mapping[int, float], factor: float, norms: Sequence[float] | None) -> None:
    """Adds what one word is worth. Without `norms` (fields are short) every article counts as of average length."""
    if len(weights) > len(scores):
        weights = {article: weights[article] for article in scores.keys() & weights.keys()}
    for article, weight in weights.items():
        if article in scores:
            scores[article] += factor * weight / (weight + (norms[article] if norms else K1))


def _true(node: Node, every: _Every, part: _Part, within: set[int] | None = None) -> set[int]:
    """The logic that all levels share: what of `every` (articles, or slots) `node` is true of."""
    match node:
        case And(parts):
            return _all(parts, every, part, within)
        case Or(parts):
            return set[int]().union(*(_true(p, every, part, within) for p in parts))
        case Not(inner):
            return (every() if within is None else every() & within) - _true(inner, every, part, within)
    return part(node, within)


def _all(parts: Iterable[Node], every: _Every, part: _Part, within: set[int] | None) -> set[int]:
    """What all of `parts` are true of. What takes longer comes later, and what excludes last: it looks only at the
    rest."""
    for node in sorted(parts, key=_trouble):
        some = _true(node, every, part, within)
        within = some if within is None else within & some
        if not within:
            break
    return within or set()


def _trouble(node: Node) -> int:
    if isinstance(node, Not):
        return 3
    return 2 if asks_how_words_stand(node) else not isinstance(node, Word | Dated | Tagged)


def _in_articles(asking: Asking, node: Node, within: set[int] | None) -> set[int]:
    asking.go_on()
    if asking.proves and isinstance(node, Near | First | AtLeast) and is_told_by_positions(node):
        return _near(asking, node, within)
    if asks_how_words_stand(node):
        return _proved(asking, node, within)
    match node:
        case Tagged(among=among):
            true = asking.index.numbers(among or ())
            return true if within is None else true & within
        case Field() | Said() | Dated():
            name = str(node)
            if name not in asking.index.remembered:
                asking.index.remembered[name] = _of_field(asking.index, node)
            true = asking.index.remembered[name]
            return true if within is None else true & within
    return _words(asking.index, BODY, node, within)


def _of_field(index: Inverted, node: Field | Said | Dated) -> set[int]:
    match node:
        case Dated(first, last):
            return index.dated(first, last)
        case Field(name, part) if name in _SINGLE:
            return _true(part, lambda: _of(index.slots(name)), partial(_words, index, name))
        case Field(name, part) if name in IN_TEXT or name in NAMED:
            return _of(_true(part, partial(index.slots, name), partial(_in_slots, index, name)))
        case Said(part):
            return _of(_true(part, partial(index.slots, "quote"), partial(_in_quotations, index)))
    raise TypeError(node)


def _near(asking: Asking, node: Node, within: set[int] | None) -> set[int]:
    """The articles in whose paragraphs words stand so to each other."""
    holding = found(loosened(node), asking)
    articles = holding if within is None else holding & within
    at = {leaf: _by_article(_places(asking.index, BODY, leaf, articles)) for leaf in leaves(node)}
    begins = asking.index.paragraphs(articles)
    sentences = asking.index.sentences(articles) if asks_for_sentences(node) else {}
    asking.go_on()
    true = set()
    for article in articles:
        words = {leaf: all_.get(article, ()) for leaf, all_ in at.items()}
        if stands(node, begins[article], sentences.get(article, ()), words):
            true.add(article)
    return true


def _proved(asking: Asking, node: Node, within: set[int] | None) -> set[int]:
    """The articles whose texts say that `node` is true, of those that hold its words."""
    may = loosened(node, standing=asking.proves is not None)
    holding = asking.index.articles if may is None else found(may, asking)
    holding = holding if within is None else holding & within
    if asking.proves is None:
        return holding
    true = set()
    for article in holding:
        asking.go_on()
        if asking.proves(node, article):
            true.add(article)
    return true


def _in_quotations(index: Inverted, node: Node, within: set[int] | None) -> set[int]:
    if not isinstance(node, Field):
        raise TypeError(node)
    return _true(node.part, partial(index.slots, "quote"), partial(_in_slots, index, node.name), within)


def _of(slots: set[int]) -> set[int]:
    """The articles of some slots."""
    return {slot // SLOTS for slot in slots}


def _words(index: Inverted, field: str, node: Node, within: set[int] | None) -> set[int]:
    """The articles that hold a word or phrase in a field."""
    if not isinstance(node, Leaf):
        raise TypeError(node)
    if isinstance(node, Phrase):
        return _articles(_places(index, field, node, within))
    articles = index.weights(field, node).keys()
    return set(articles) if within is None else articles & within


def _in_slots(index: Inverted, field: str, node: Node, _within: set[int] | None) -> set[int]:
    if not isinstance(node, Leaf):
        raise TypeError(node)
    return _slots(index, field, node)


def _slots(index: Inverted, field: str, leaf: Leaf) -> set[int]:
    """The slots that hold a word or phrase, or refer to somebody who is called so."""
    slots = {place // SLOT for place in _places(index, field, leaf, None)}
    if field in REFERRING and (actors := _articles(_places(index, CALLED, leaf, None))):
        slots |= index.referring(field, actors)
    return slots


def _places(index: Inverted, field: str, leaf: Leaf, within: set[int] | None) -> Iterable[int]:
    """Where a word, or the first word of a phrase, stands, as article * ARTICLE + position. What is not `within` need
    not be right.

    Those of a single word are not put into a set: of a common one there are half a million, and to make a set of them
    is one long call, in which no key is heard.
    """
    parts = leaf.parts if isinstance(leaf, Phrase) else (leaf,)
    holding = {number: index.weights(field, parts[number]).keys() for number in _telling(parts)}
    first, *others = sorted(holding, key=lambda number: len(holding[number]))
    articles = set(holding[first]) if within is None else holding[first] & within
    for number in others:
        articles = holding[number] & articles
    if len(parts) == 1:
        return index.places(field, parts[0], articles)
    found = set(index.places(field, parts[first], articles, first))
    for number in (*others, *(number for number in range(len(parts)) if number not in holding)):
        found = found.intersection(index.places(field, parts[number], _articles(found) & articles, number))
    return found


def _telling(parts: Sequence[One]) -> Sequence[int]:
    """The numbers of the words that tell something; of all, if none does."""
    telling = [number for number, part in enumerate(parts) if not (isinstance(part, Word) and tells_little(part.word))]
    return telling or range(len(parts))


def _articles(places: Iterable[int]) -> set[int]:
    """The articles of some places."""
    return {place // ARTICLE for place in places}


def _by_article(places: Iterable[int]) -> Mapping[int, Sequence[int]]:
    """The positions in every article, in order."""
    found: dict[int, list[int]] = defaultdict(list)
    for place in places:
        found[place // ARTICLE].append(place % ARTICLE)
    return {article: sorted({*positions}) for article, positions in found.items()}
