"""Where a query matches in one article. Engines are quick; this is what they have to agree with.

A query is true of an article as a whole, except that what speaks of quotations is true of one quotation, and a field
of one title, or of the names of one actor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from typing import NamedTuple, TypeAlias

from index.model import Span
from index.query.searchable import Named, Place, Quoted, Searchable, Stretch
from index.query.tree import And, Field, Node, Not, Or, Phrase, Prefix, Said, Word
from index.words import meanings, root, stem


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
    found = None if query is None else _in_article(query, article)
    if not found:
        return ()
    words = _joined((m.start, m.end) for m in found if not m.holds)
    wholes = _joined((m.start, m.end) for m in found if m.holds)
    free = [(start, end) for start, end in wholes if not any(a < end and start < b for a, b in words)]
    return tuple(Span(start=start, end=end) for start, end in sorted(words + free))


def _in_article(node: Node, article: Searchable) -> _Found:
    return _combined(node, partial(_of_article, article))


def _of_article(article: Searchable, node: Node) -> _Found:
    """What asks for words anywhere, or for a field."""
    match node:
        case Word() | Prefix() | Phrase():
            return _places(node, article.body)
        case Field("title", part):
            return _in_words(part, article.read([article.title])) if article.title else None
        case Field("actor", part):
            named = (_places_of(actor) for actor in article.actors if _is_called(part, actor.names))
            return _any(named)
        case Said(part):
            return _any(_in_quotation(part, quoted, article) for quoted in article.quotations)
    raise TypeError(node)


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
            return [] if _is_called(part, quoted.said_of(name)) else None
    raise TypeError(node)


@lru_cache(maxsize=1 << 12)
def _is_called(node: Node, names: tuple[str, ...]) -> bool:
    """Whether `node` is true of somebody's names, taken together; remembered, because speakers recur."""
    return _in_words(node, [Stretch(name, 0, len(name)) for name in names]) is not None


def _in_words(node: Node, stretches: list[Stretch]) -> _Found:
    """What is true of some stretches of words, taken together."""
    return _combined(node, partial(_places, stretches=stretches))


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


def _places(node: Node, stretches: list[Stretch]) -> _Found:
    """Where a word or a phrase stands."""
    if not isinstance(node, Word | Prefix | Phrase):
        raise TypeError(node)
    wanted = [_wanted(part) for part in (node.parts if isinstance(node, Phrase) else (node,))]
    found = []
    for stretch in stretches:
        letters = stretch.rough
        if letters is None or all(part.may_be_in(letters) for part in wanted):
            found += _starts(wanted, stretch)
    return found or None


def _starts(wanted: list[_Wanted], stretch: Stretch) -> list[_Mark]:
    """Where the words that are wanted stand one after the other."""
    words, last = stretch.words, len(wanted) - 1
    starts = [at for at, word in enumerate(words[: len(words) - last]) if wanted[0][word]]
    for after, part in enumerate(wanted[1:], 1):
        starts = [at for at in starts if part[words[at + after]]]
    return [_Mark(stretch.tokens[at].start, stretch.tokens[at + last].end) for at in starts]


@lru_cache(maxsize=16)
def _wanted(part: Word | Prefix) -> _Wanted:
    return _Wanted(part)


class _Wanted(dict[str, bool]):
    """For every word, whether it is one that `part` asks for. One query goes over many articles, and words recur."""

    def __init__(self, part: Word | Prefix) -> None:
        super().__init__()
        self.beginning = part.beginning if isinstance(part, Prefix) else None
        self.stems = frozenset(map(stem, meanings(part.word))) if isinstance(part, Word) else frozenset()
        self.roots = {root(part.beginning, whole=True)} if isinstance(part, Prefix) else set(map(root, self.stems))

    def may_be_in(self, letters: str) -> bool:
        """Whether a stretch with these letters can hold such a word."""
        return any(root in letters for root in self.roots)

    def __missing__(self, word: str) -> bool:
        wanted = stem(word) in self.stems if self.beginning is None else word.startswith(self.beginning)
        self[word] = wanted
        return wanted


def _joined(places: Iterable[Place]) -> list[Place]:
    """Places in order, those that overlap made one."""
    joined: list[Place] = []
    for start, end in sorted(places):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
