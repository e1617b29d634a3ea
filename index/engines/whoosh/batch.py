"""Some documents turned inside out: where every term of theirs stands."""

from __future__ import annotations

import marshal
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from datetime import date
from itertools import accumulate, chain, pairwise, repeat
from typing import Any, TypeAlias

from index.engines.evaluate import ARTICLE, BODY, SLOT
from index.engines.whoosh import kept
from index.engines.whoosh.kept import ACTOR, Slot, Text
from index.engines.whoosh.numbers import PLACE, WIDTH, as_places, as_raw
from index.engines.whoosh.pool import Row

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
                        for word in those:
                            self._more[word] += (number,) * halves
                case tuple():
                    at[_HERE] += (begin + date.fromisoformat(day).toordinal() for day in value)
                case _:
                    _place_slots(at, value, begin)
        self._lengths.append(length)

    def packed(self) -> bytes:
        """How many words each document has, and all rows by field, as `marshal` has them."""
        rows = {field: [*self._rows(field, at)] for field, at in self._places.items()}
        return marshal.dumps((self._lengths, rows), _WITHOUT_REFERENCES)

    def _rows(self, field: str, at: Places) -> Iterator[Row]:
        places = _cut(as_places(chain.from_iterable(at.values())), at.values(), PLACE)
        if field != BODY:
            return zip(map(str.encode, at), places, repeat(b"", len(at)), strict=True)
        more = [self._more.get(term, ()) for term in at]
        return zip(map(str.encode, at), places, _cut(as_raw(chain.from_iterable(more)), more, WIDTH), strict=True)


def _cut(raw: bytes, numbers: Iterable[Sequence[int]], width: int) -> Iterator[bytes]:
    """The bytes of some numbers each, of which `raw` has all: many times as quick as to make them of each."""
    ends = accumulate((width * len(those) for those in numbers), initial=0)
    return (raw[start:end] for start, end in pairwise(ends))


def _place_text(at: Places, texts: Iterable[Sequence[Sequence[str]]], begin: int) -> int:
    """Puts down where every paragraph, sentence and word of an article stands; how many words there are."""
    position, gaps = begin, 0
    for text in texts or [[]]:
        position, gaps = position + 1, gaps + 1
        at[_HERE].append(position)
        for sentence in text:
            at[_SENTENCE].append(position + 1)
            position = _place(at, sentence, position)
    return position - begin - gaps


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
    for place, word in enumerate(words, position + 1):
        at[word].append(place)
    return position + len(words)
