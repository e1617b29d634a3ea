"""Postings that wait until all are there: what does not fit into memory waits in a file.

They come in pieces, as `batch` has them, and leave in shares: some neighbouring terms of a field with all of their
pieces. Nothing is done for each term here; whoever packs a share puts the pieces of each together.
"""

from __future__ import annotations

import marshal
import tempfile
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias

from index.engines.whoosh.numbers import PLACE, WIDTH, as_places, as_raw, from_places, from_raw

_WAITING = 150_000_000  # bytes
_SHARE = 2_000_000  # bytes that go from memory to memory at once
_FINER = 8  # times: what waits in a file becomes so many times as much as fits into memory, or more
_TERM = 60  # bytes that a term takes beside its places

Piece: TypeAlias = tuple[int, list[str], bytes, bytes, bytes, bytes]
"""Terms of a field in some documents: the number of the first of these; the terms, in order; of how many places each
is, and the places, with documents counted from the first one; and, where words have weight, by how many halves each
weighs more than it is frequent, and for every half the document, counted so, too. (As a plain tuple it can be
marshalled.)"""


class Pool:
    """In the place of Whoosh's pool, which sorts postings one by one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._waiting: dict[str, list[Piece]] = defaultdict(list)
        self._size = 0
        self._cuts: dict[str, list[str]] = {}
        self._file: BinaryIO | None = None
        self._away: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)

    def take(self, first: int, pieces: Mapping[str, Piece]) -> None:
        """Takes in the terms of some documents, from the `first` on. Documents come in order."""
        for field, piece in pieces.items():
            self._waiting[field].append((first, *piece[1:]))
            self._size += _size(piece)
        if self._size >= _WAITING:
            self._put_away()

    def iter_postings(self) -> Iterator[bytes]:
        """All that was taken in, in shares, by field and term; it can be had once."""
        if not self._file:
            for field, _, part in self._parts(_SHARE):
                yield marshal.dumps((field, part))
            return
        self._put_away()
        for field, number in sorted(self._away):
            yield marshal.dumps((field, [*self._read(field, number)]))

    def cleanup(self) -> None:
        """Lets go of the file."""
        if self._file:
            self._file.close()

    def _parts(self, size: int) -> Iterator[tuple[str, int, list[Piece]]]:
        """What waits in memory, in order, in parts of some `size`, numbered for each field; it is let go of."""
        for field in sorted(self._waiting):
            pieces = self._waiting.pop(field)
            cuts = self._cuts.setdefault(field, _cuts(pieces, size))
            for number, part in enumerate(zip(*(_cut(piece, cuts) for piece in pieces), strict=True)):
                yield field, number, [*part]
        self._size = 0

    def _put_away(self) -> None:
        if not self._file:
            # Without a name: whatever kills this program leaves no file behind.
            self._file = tempfile.TemporaryFile(dir=self._folder)  # noqa: SIM115
        for field, number, part in self._parts(_SHARE // _FINER):
            raw = marshal.dumps(part)
            self._away[field, number].append((self._file.tell(), len(raw)))
            self._file.write(raw)

    def _read(self, field: str, number: int) -> Iterator[Piece]:
        assert self._file
        for start, length in self._away[field, number]:
            self._file.seek(start)
            yield from marshal.loads(self._file.read(length))


def gathered(pieces: Iterable[Piece]) -> Iterator[tuple[str, bytes, bytes]]:
    """Every term, in order, with its places and what it weighs more, in all documents."""
    places: dict[str, list[bytes]] = defaultdict(list)
    weights: dict[str, list[bytes]] = defaultdict(list)
    for first, terms, counts, at, halves, more in pieces:
        moved = as_places(map((first << 8 * WIDTH).__add__, from_places(at))) if first else at
        put(places, terms, _each(moved, counts, PLACE))
        if more:
            put(weights, terms, _each(as_raw(map(first.__add__, from_raw(more))), halves, WIDTH))
    for term in sorted(places):
        yield term, b"".join(places[term]), b"".join(weights[term]) if weights else b""


def put(lists: Mapping[str, list[Any]], terms: Iterable[str], values: Iterable[Any]) -> None:
    """Appends to the list of each term its value: a quarter quicker than a loop."""
    deque(map(list.append, map(lists.__getitem__, terms), values), 0)


def _size(piece: Piece) -> int:
    _, terms, _, places, _, more = piece
    return _TERM * len(terms) + len(places) + len(more)


def _cuts(pieces: Sequence[Piece], size: int) -> list[str]:
    """The terms before which to cut, to make parts of about the same `size`: as if all pieces were like the largest."""
    count = sum(map(_size, pieces)) // size + 1
    _, terms, counts, *_ = max(pieces, key=_size)
    ends = [*accumulate(_TERM + PLACE * number for number in from_raw(counts))]
    at = {bisect_left(ends, n * ends[-1] // count) for n in range(1, count)}
    return [terms[n] for n in sorted(at)]


def _cut(piece: Piece, cuts: Iterable[str]) -> Iterator[Piece]:
    """The parts of a piece, cut before these terms."""
    first, terms, counts, places, halves, more = piece
    of_places, of_more = ([*accumulate(from_raw(numbers), initial=0)] for numbers in (counts, halves))
    for start, end in pairwise([0, *(bisect_left(terms, cut) for cut in cuts), len(terms)]):
        yield (
            first, terms[start:end], counts[WIDTH * start : WIDTH * end],
            places[PLACE * of_places[start] : PLACE * of_places[end]],
            halves[WIDTH * start : WIDTH * end],
            more[WIDTH * of_more[start] : WIDTH * of_more[end]] if more else b"",
        )  # fmt: skip


def _each(raw: bytes, counts: bytes, width: int) -> Iterator[bytes]:
    """The bytes of so many numbers each, of which `raw` has all: many times as quick as to make them of each."""
    ends = [*accumulate(map(width.__mul__, from_raw(counts)), initial=0)]
    return map(raw.__getitem__, map(slice, ends, ends[1:]))
