"""Some documents turned inside out: where every term of theirs stands."""

from __future__ import annotations

import marshal
from collections import defaultdict
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from datetime import date
from itertools import accumulate, chain, islice, repeat
from typing import Any, TypeAlias

from index.engines.evaluate import ARTICLE, BODY, SLOT
from index.engines.whoosh import kept
from index.engines.whoosh.kept import ACTOR, Slot, Text
from index.engines.whoosh.numbers import as_places, as_raw
from index.engines.whoosh.pool import Piece, put

_HERE, _SENTENCE = kept.HERE.decode(), kept.SENTENCE.decode()
_WITHOUT_REFERENCES = 2  # a version of marshal: looking for what recurs takes longer than writing it twice

Places: TypeAlias = MutableMapping[str, list[int]]
"""Where each term stands: document * ARTICLE + position, in order."""


class Batch:
    """The postings of some documents, by field and term: put together before they go from process to process, they are
    a third of what those of each would be."""

    def __init__(self) -> None:
        self._places: dict[str, Places] = defaultdict(lambda: defaultdict(list))
        self._more: Places = defaultdict(list)
        self._lengths: list[int] = []

    def __len__(self) -> int:
        return len(self._lengths)

    def add(self, document: Mapping[str, Any]) -> None:
        """Put down where every term of a document stands."""
        number = len(self._lengths)
        begin = number * ARTICLE
        length = 0
        for field, value in document.items():
            at = self._places[field]
            match value:
                case str():
                    at[value].append(begin)
                case Text():
                    length = _place_text(at, value.texts, begin)
                    for halves, those in value.more:
                        for _ in range(halves):
                            put(self._more, those, repeat(number))
                case tuple():
                    at[_HERE] += (begin + date.fromisoformat(day).toordinal() for day in value)
                case _:
                    _place_slots(at, value, begin)
        self._lengths.append(length)

    def add_postings(self, field: str, term: str, places: Iterable[int], more: Iterable[int]) -> None:
        """Put down where a term stands in some documents, and in which it weighs more, each once for every half."""
        self._places[field][term] += places
        if field == BODY:
            self._more[term] += more

    def packed(self) -> bytes:
        """How many words each document has, and a piece for each field, as `marshal` has them."""
        return marshal.dumps((self._lengths, self.pieces()), _WITHOUT_REFERENCES)

    def pieces(self) -> dict[str, Piece]:
        """A piece for each field, the first document being number 0."""
        return {field: _piece(at, self._more if field == BODY else {}) for field, at in self._places.items()}


def _piece(at: Places, more: Mapping[str, Sequence[int]]) -> Piece:
    terms = sorted(at)
    places = [*map(at.__getitem__, terms)]
    halves = [more.get(term, ()) for term in terms] if more else []
    return (
        0, terms, as_raw(map(len, places)), as_places(chain.from_iterable(places)),
        as_raw(map(len, halves)), as_raw(chain.from_iterable(halves)),
    )  # fmt: skip


def _place_text(at: Places, texts: Iterable[Sequence[Sequence[str]]], begin: int) -> int:
    """Puts down where every paragraph, sentence and word of an article stands; how many words there are."""
    words: list[str] = []
    gaps = 0
    for sentences in texts or [[]]:
        words.append(_HERE)
        gaps += 1
        begins = accumulate(map(len, sentences), initial=begin + len(words) + 1)
        at[_SENTENCE] += islice(begins, len(sentences))
        words += chain.from_iterable(sentences)
    _place(at, words, begin)
    return len(words) - gaps


def _place_slots(at: Places, slots: Sequence[Slot], begin: int) -> None:
    """Puts down where every slot, and every word and actor in it, stands."""
    # More slots cannot be counted, and no article has more.
    for start, slot in zip(range(begin, begin + (SLOT - 1) * SLOT, SLOT), slots, strict=False):
        at[_HERE].append(start)
        position = start
        for text in slot.texts:
            position = _place(at, text, position + 1)  # a gap
        for actor in dict.fromkeys(slot.actors):
            at[ACTOR + actor].append(start)


def _place(at: Places, words: Sequence[str], position: int) -> int:
    """Puts down where every word stands that comes after a position; that of the last."""
    last = position + len(words)
    put(at, words, range(position + 1, last + 1))
    return last
