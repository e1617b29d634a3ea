"""What Whoosh keeps of an article, and in which shape.

Every word is a term as it is written (folded), so that beginnings can be looked up. Which words have a stem in common
the codec writes beside them, once for all articles and fields. No text is kept: that is in the store.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import Any, NamedTuple

from whoosh import fields, formats

from index import words
from index.annotation.cutting.sentences import sentences_between
from index.engines.evaluate import BODY, CALLED
from index.query.searchable import Named, Searchable
from index.query.tree import NAMED

TITLE, STANDFIRST, QUOTED, OF_NAMES = 4, 1, 1, 1
"""By how many halves a word counts for more than one in the text, which counts for two: in the title, in the
standfirst, in a quotation; and one that is part of the name of somebody in the article, once. (BM25F: weights are put
together before they saturate.)"""

HERE = b"*"
"""A term that stands first in every slot, also in one without words; and in every paragraph of an article."""

SENTENCE = b"*s"
"""A term that stands where every sentence of an article begins."""

ACTOR = "="
"""A term, or the id of a document, that begins so is an actor."""

_NO_WORD = (HERE[:1], ACTOR[:1].encode())


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


class Text(NamedTuple):
    """The words of an article, text by text and there sentence by sentence; and which of them weigh more, those that do
    by some halves each."""

    texts: Sequence[Sequence[Sequence[str]]]
    more: Sequence[tuple[int, Sequence[str]]]


_SAID = ("speaker", "to", "about", "is")


class _Field(fields.FieldType):
    """A field, as Whoosh wants to know of it; `batch` puts down what is in it."""

    def __init__(self, *, scorable: bool = False, unique: bool = False) -> None:
        self.format = Packed()
        self.scorable = scorable
        self.unique = unique


def schema() -> fields.Schema:
    """The fields of the index."""
    others = {name: _Field() for name in ("date", "title", "caption", "quote", CALLED, *_SAID, *NAMED)}
    return fields.Schema(id=_Field(unique=True), **{BODY: _Field(scorable=True)}, **others)


def document(article: Searchable) -> dict[str, Any]:
    """What there is to find an article by, field by field: its id, its words, its days, or slots; a field that has
    none is left out."""
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


def _body(article: Searchable, said: Sequence[Sequence[str]]) -> Text:
    """All words, and what those of the title, the standfirst, quotations and names weigh more."""
    text = article.text
    of_places = [
        (halves, words.words(text, *place))
        for place, halves in ((article.title, TITLE), (article.standfirst, STANDFIRST))
        if place and place in article.blocks
    ]
    names = {text[start:end] for actor in article.actors for start, end in actor.places}
    of_names = [*set(chain.from_iterable(map(_words_of, names)))]
    more = [*of_places, *((QUOTED, one) for one in said), (OF_NAMES, of_names)]
    return Text([_by_sentence(text, *block) for block in article.blocks], more)


def _by_sentence(text: str, start: int, end: int) -> list[list[str]]:
    """The words of a block. No sentence begins within a word."""
    begins = [begin for begin, _ in sentences_between(text, start, end)]
    return [words.words(text, first, last) for first, last in pairwise([*(begins or [start]), end])]


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
    """What there is to find an actor by."""
    return {"id": ACTOR + actor, CALLED: [_slot(Named(tuple(names)))]}
