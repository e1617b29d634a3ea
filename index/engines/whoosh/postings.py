"""The postings of a term as bytes: in which articles it stands, with how much weight, and, apart from these, where.

Positions are kept by planes: the lowest byte of each, then the next one of each. What is alike stands together then,
and gets smaller when it is packed (by a sixth, measured). Of articles it is kept how far each is from the one before,
which gets half as large as their numbers.
"""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, chain, pairwise, repeat
from operator import add
from struct import Struct

from index.engines.whoosh.numbers import (
    PLACE,
    WIDTH,
    articles_in,
    as_bytes,
    as_rising,
    from_raw,
    joined,
    numbers_in,
    planes,
    rising_in,
)
from index.pressing import pressed

_SHORT = 64  # what is shorter does not get smaller
_LOOK = 12  # positions are read in the time in which one article is looked up
_FEW = 8  # times as many articles: then they are looked up one by one
_MANY = 1 << 14  # positions: their lowest bytes hardly get smaller, and are not packed, so that some can be looked up
_LOW = b"\2"
_SIZE = Struct("<I")


@dataclass(frozen=True)
class Kept:
    """The postings of one term in one segment."""

    articles: Sequence[int]
    _weights: bytes
    _positions: bytes

    @cached_property
    def weights(self) -> Sequence[float]:
        """With how much weight the term stands in each article."""
        return [half / 2 for half in numbers_in(self._weights, 0, len(self.articles))[0]]

    def every_position(self) -> Sequence[int]:
        """Where the term stands in all articles, one after the other."""
        return joined(self._read()[1])

    def positions(self) -> Iterator[tuple[int, Sequence[int]]]:
        """Every article, and where the term stands in it."""
        counts, planes = self._read()
        positions, ends = joined(planes), [*accumulate(counts, initial=0)]
        for article, (start, end) in zip(self.articles, pairwise(ends), strict=True):
            yield article, positions[start:end]

    def positions_in(self, articles: set[int]) -> Iterator[tuple[int, Sequence[int]]]:
        """The same of some articles alone."""
        if len(articles) * _FEW > len(self.articles):
            return (item for item in self.positions() if item[0] in articles)
        return self._looked_up(articles, *self._read())

    def places(self, articles: set[int], first: int, size: int) -> Iterable[int]:
        """Where the term stands in some articles, or in all of them if that is quicker: first + article * size +
        position."""
        counts, planes = self._read()
        total = len(planes[0])
        if len(articles) * (_LOOK + total / len(counts)) < total:
            found = self._looked_up(articles, counts, planes)
            return chain.from_iterable(map((first + article * size).__add__, some) for article, some in found)
        begins = map(repeat, (first + article * size for article in self.articles), counts)
        return map(add, chain.from_iterable(begins), joined(planes))

    def _looked_up(
        self, articles: set[int], counts: Sequence[int], planes: Sequence[bytes]
    ) -> Iterator[tuple[int, Sequence[int]]]:
        ends = [*accumulate(counts, initial=0)]
        for article in sorted(articles):
            n = bisect_left(self.articles, article)
            if n < len(self.articles) and self.articles[n] == article:
                yield article, joined([plane[ends[n] : ends[n + 1]] for plane in planes])

    def _read(self) -> tuple[Sequence[int], list[bytes]]:
        """How often the term stands in each article; and where in all of them, by planes."""
        low, packed = _parted(self._positions)
        raw = _unpacked(packed)
        counts, at = numbers_in(raw, 0, len(self.articles))
        begin, total = at + 1, sum(counts)
        return counts, [*low, *(raw[begin + n * total : begin + (n + 1) * total] for n in range(raw[at]))]


def packed(places: bytes, more: bytes) -> tuple[Sequence[int], bytes, bytes]:
    """All postings of one term, from its places and what it weighs more: which articles, and the bytes, in two parts.
    """
    if len(places) == PLACE:  # it stands in one place, as most terms do
        article = int.from_bytes(places[WIDTH:], "little")
        return [article], b"\0" + _rising((article,)) + _halves(2 + len(more) // WIDTH), _alone(places[:WIDTH])
    often = Counter(articles_in(places))
    articles, counts = [*often], [*often.values()]
    halves = [2 * count for count in counts]
    if more:
        extra = Counter(from_raw(more)).get
        halves = [half + extra(article, 0) for article, half in zip(articles, halves, strict=True)]
    return articles, _pack(as_rising(articles) + as_bytes(halves)), _placed(counts, places)


@lru_cache(1 << 14)
def _alone(position: bytes) -> bytes:
    return _placed([1], position + bytes(WIDTH))


def _placed(counts: Sequence[int], places: bytes) -> bytes:
    low, *rest = planes(places)
    if len(low) < _MANY:
        return _pack(b"".join((as_bytes(counts), bytes((len(rest) + 1,)), low, *rest)))
    other = _pack(b"".join((as_bytes(counts), bytes((len(rest),)), *rest)))
    return _LOW + _SIZE.pack(len(other)) + other + low


def _parted(positions: bytes) -> tuple[list[bytes], bytes]:
    """The lowest plane, if it stands by itself; and what is packed."""
    if positions[:1] != _LOW:
        return [], positions
    end = 1 + _SIZE.size + _SIZE.unpack_from(positions, 1)[0]
    return [positions[end:]], positions[1 + _SIZE.size : end]


def unpacked(count: int, first: bytes, second: bytes) -> Kept:
    """The postings of so many articles again."""
    numbers = _unpacked(first)
    articles, at = rising_in(numbers, count)
    return Kept(articles, numbers[at:], second)


def listed(items: Sequence[bytes]) -> bytes:
    """A list as bytes."""
    return _pack(as_bytes([*map(len, items)]) + b"".join(items))


class Items:
    """A list of so many again. What of it is not looked at is not cut out."""

    def __init__(self, count: int, packed: bytes) -> None:
        self._raw = _unpacked(packed)
        sizes, at = numbers_in(self._raw, 0, count)
        self._ends = array("I", accumulate(sizes, initial=at))

    def __getitem__(self, number: int) -> bytes:
        return self._raw[self._ends[number] : self._ends[number + 1]]

    def __iter__(self) -> Iterator[bytes]:
        return (self._raw[start:end] for start, end in pairwise(self._ends))


def _pack(raw: bytes) -> bytes:
    return b"\1" + pressed(raw, 1) if len(raw) > _SHORT else b"\0" + raw


def _unpacked(part: bytes) -> bytes:
    return zlib.decompress(part[1:]) if part[0] else part[1:]


_rising = lru_cache(1 << 16)(as_rising)


@lru_cache
def _halves(number: int) -> bytes:
    return as_bytes((number,))
