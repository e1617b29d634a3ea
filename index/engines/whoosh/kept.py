"""What Whoosh keeps of an article, and in which shape.

Every word is a term as it is written (folded), so that beginnings can be looked up. Which words have a stem in common
the codec writes beside them, once for all articles and fields. No text is kept: that is in the store.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import accumulate, chain, pairwise
from typing import Any, NamedTuple, TypeAlias

from whoosh import fields, formats

from index import words
from index.annotation.sentences import sentences_between
from index.engines.evaluate import BODY, CALLED, SLOT
from index.engines.whoosh.numbers import WIDTH, as_raw
from index.engines.whoosh.pool import Row
from index.query.searchable import Named, Searchable
from index.query.tree import NAMED

TITLE, STANDFIRST, QUOTED, OF_NAMES = 3.0, 1.5, 1.5, 1.5
"""What a word counts for where one in the text counts for 1: in the title, in the standfirst, in a quotation; and one
that is part of the name of somebody in the article, once. (BM25F: weights are put together before they saturate.)"""

HERE = b"*"
"""A term that stands first in every slot, also in one without words; and in every paragraph of an article."""

SENTENCE = b"*s"
"""A term that stands where every sentence of an article begins."""

ACTOR = "="
"""A term, or the id of a document, that begins so is an actor."""

_NO_WORD = (HERE[:1], ACTOR[:1].encode())


Rows: TypeAlias = Generator[Row, Any, None]
"""What Whoosh wants of a field."""


def is_word(term: bytes) -> bool:
    """Whether a term is a word."""
    return term[:1] not in _NO_WORD


class Packed(formats.Format):
    """How positions are handed on: as numbers of `WIDTH` bytes."""


class Slot(NamedTuple):
    """One slot of a field: texts, as words, and actors that it refers to. No phrase runs from text to text."""

    texts: Sequence[Sequence[str]]
    actors: Sequence[str] = ()


_NOBODY = Slot(())


class Words(fields.FieldType):
    """A field of words. Its value are its slots."""

    def __init__(self) -> None:
        self.format = Packed()
        self.scorable = False

    def index(self, value: Sequence[Slot], **_: Any) -> Rows:
        """The terms of `value`, each with its count, its weight and its positions."""
        at: dict[str, list[int]] = defaultdict(list)
        here = range(0, min(len(value), SLOT - 1) * SLOT, SLOT)  # more cannot be counted, and no article has more
        for position, slot in zip(here, value, strict=False):
            if slot.texts:
                _place(at, slot.texts, position)
            for actor in dict.fromkeys(slot.actors):
                at[ACTOR + actor].append(position)
        yield HERE, 0, 1.0, as_raw(here)
        yield from _rows(at, {})


class Text(NamedTuple):
    """The words of an article, text by text and there sentence by sentence; and how much more than one each of them
    weighs in all."""

    texts: Sequence[Sequence[Sequence[str]]]
    more: Counter[str]


class Body(fields.FieldType):
    """The field of all words of an article."""

    def __init__(self) -> None:
        self.format = Packed()
        self.scorable = True

    def index(self, value: Text, **_: Any) -> Rows:
        """The terms of the article, each with its count, its weight and its positions."""
        at: dict[str, list[int]] = defaultdict(list)
        texts = [[*chain.from_iterable(sentences)] for sentences in value.texts]
        _place(at, texts, 0)
        begins = [*accumulate((len(text) + 1 for text in texts[:-1]), initial=1)]
        yield HERE, 0, 1.0, as_raw(begins)
        yield SENTENCE, 0, 1.0, as_raw(_sentences(value.texts, begins))
        yield from _rows(at, value.more)


class Days(fields.FieldType):
    """The date of an article: its first and its last day, as ordinals, in the place of positions."""

    def __init__(self) -> None:
        self.format = Packed()
        self.scorable = False

    def index(self, value: tuple[str, str], **_: Any) -> Rows:
        """The two days."""
        yield HERE, 0, 1.0, as_raw(date.fromisoformat(day).toordinal() for day in value)


def _rows(at: Mapping[str, Sequence[int]], more: Mapping[str, float]) -> Rows:
    """Every term with its count, its weight, which may be `more`, and where it stands."""
    counts = [*map(len, at.values())]
    raw = as_raw([*chain.from_iterable(at.values())])  # of all at once: many times as quick as of each
    end = 0
    for term, count in zip(at, counts, strict=True):
        start, end = end, end + WIDTH * count
        yield term.encode(), count, count + more.get(term, 0.0), raw[start:end]


def _place(at: Mapping[str, list[int]], texts: Iterable[Sequence[str]], position: int) -> None:
    """Puts down where every word of some texts stands."""
    for text in texts:
        position += 1  # a gap
        for place, word in enumerate(text, position + 1):
            at[word].append(place)
        position += len(text)


def _sentences(texts: Iterable[Sequence[Sequence[str]]], begins: Iterable[int]) -> Iterator[int]:
    """The positions at which sentences begin."""
    for text, begin in zip(texts, begins, strict=True):
        yield from accumulate(map(len, text[:-1]), initial=begin + 1)


_SAID = ("speaker", "to", "about", "is")


def schema() -> fields.Schema:
    """The fields of the index."""
    own = {name: Words() for name in ("title", "caption", "quote", CALLED, *_SAID, *NAMED)}
    return fields.Schema(id=fields.ID(unique=True), **{BODY: Body()}, date=Days(), **own)


def document(article: Searchable) -> dict[str, Any]:
    """An article as Whoosh takes it in; a field that has no slots is left out."""
    said = [words.words(article.text, q.start, q.end) for q in article.quotations]
    slots = {
        "title": _each(article, article.stretches_of("title")),
        "caption": _each(article, article.captions),
        "quote": [Slot([one]) for one in said],
        **{name: _said_of(article, name) for name in _SAID},
        **{name: [*map(_slot, article.named_in(name))] for name in NAMED},
    }
    kept: dict[str, Any] = {field: value for field, value in slots.items() if value}
    if article.published:
        kept["date"] = article.published
    return {"id": article.id, BODY: _body(article, said), **kept}


def _body(article: Searchable, said: Iterable[Sequence[str]]) -> Text:
    """All words, and what those of the title, the standfirst, quotations and names weigh more."""
    text = article.text
    more: Counter[str] = Counter()
    for place, factor in ((article.title, TITLE), (article.standfirst, STANDFIRST)):
        if place in article.blocks and place:
            _weigh(more, words.words(text, *place), factor - 1)
    _weigh(more, chain.from_iterable(said), QUOTED - 1)
    names = {text[start:end] for actor in article.actors for start, end in actor.places}
    _weigh(more, set(chain.from_iterable(map(_words_of, names))), OF_NAMES - 1)
    return Text([_by_sentence(text, *block) for block in article.blocks], more)


def _by_sentence(text: str, start: int, end: int) -> list[list[str]]:
    """The words of a block. No sentence begins within a word."""
    begins = [begin for begin, _ in sentences_between(text, start, end)]
    return [words.words(text, first, last) for first, last in pairwise([*(begins or [start]), end])]


def _weigh(more: Counter[str], those: Iterable[str], factor: float) -> None:
    for word, count in Counter(those).items():
        more[word] += count * factor  # type: ignore[assignment]


@lru_cache(maxsize=1 << 14)
def _words_of(name: str) -> Sequence[str]:
    """The words of a name; names recur."""
    return words.words(name)


def _each(article: Searchable, places: Iterable[tuple[int, int]]) -> list[Slot]:
    return [Slot([words.words(article.text, start, end)]) for start, end in places]


def _slot(named: Named) -> Slot:
    if not named.names and not named.actors:
        return _NOBODY
    return Slot([*map(_words_of, named.names)], named.actors)


def _said_of(article: Searchable, field: str) -> list[Slot]:
    """What is known of each quotation, in its slot; nothing at all where nothing is known of any."""
    slots = [_slot(quotation.said_of(field)) for quotation in article.quotations]
    return slots if any(slot.texts or slot.actors for slot in slots) else []


def actor_document(actor: str, names: Sequence[str]) -> dict[str, Any]:
    """An actor as Whoosh takes it in."""
    return {"id": ACTOR + actor, CALLED: [_slot(Named(tuple(names)))]}
