"""Postings that wait until all are there, by term: what does not fit into memory waits in files.

They come in pieces: those of a term in some articles together, as `batch` has them. A piece is three things: the
number of the first of these articles; places, with articles counted from that one; and, for every half by which a word
weighs more than it is frequent, the article, counted so, too.
"""

from __future__ import annotations

import marshal
import tempfile
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from index.engines.whoosh.numbers import WIDTH, as_places, from_raw

_WAITING = 150_000_000  # bytes
_SHARE = 2_000_000  # bytes that go from memory to memory at once
_PIECE = 100  # bytes that a piece takes beside its places
_SIZE = 8  # bytes of the number before each share in a file

Row = tuple[bytes, bytes, bytes]
"""A term of some articles, with its places and what it weighs more."""


class Gathered(NamedTuple):
    """All postings of a term, in the order of their articles."""

    field: str
    term: bytes
    flat: list[Any]
    """Pieces, one after the other."""


class Pool:
    """In the place of Whoosh's pool, which sorts postings one by one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._waiting: dict[str, dict[bytes, list[Any]]] = {}
        self._size = 0
        self._files: list[BinaryIO] = []

    def take(self, field: str, first: int, rows: Iterable[Row]) -> None:
        """Takes in the terms of a field in some articles, from the `first` on. Articles come in order."""
        terms = self._waiting.setdefault(field, {})
        size = 0
        for term, places, more in rows:
            if term in terms:
                terms[term] += (first, places, more)
            else:
                terms[term] = [first, places, more]
            size += _PIECE + len(places)
        self._size += size
        if self._size >= _WAITING:
            self._put_away()

    def add(self, posting: tuple[str, bytes, int, float, bytes]) -> None:
        """Takes in a posting of a segment that Whoosh merges into this one."""
        field, term, article, weight, positions = posting
        places = as_places(from_raw(positions))
        self.take(field, article, [(term, places, bytes(WIDTH) * (int(2 * weight) - 2 * len(positions) // WIDTH))])

    def iter_postings(self) -> Iterator[Gathered]:
        """All that was taken in, by field and term; it can be had once."""
        if not self._files:
            return self._sorted()
        self._put_away()
        return _joined(merge(*map(_read, self._files), key=itemgetter(0, 1)))

    def cleanup(self) -> None:
        """Lets go of the files."""
        for file in self._files:
            file.close()
        self._files.clear()

    def _sorted(self) -> Iterator[Gathered]:
        """What waits in memory, in order; what has been given is let go of."""
        for field in sorted(self._waiting):
            terms = self._waiting.pop(field)
            for term in sorted(terms):
                yield Gathered(field, term, terms.pop(term))
        self._size = 0

    def _put_away(self) -> None:
        # Without a name: whatever kills this program leaves no file behind.
        file = tempfile.TemporaryFile(dir=self._folder)  # noqa: SIM115
        self._files.append(file)
        for share in shares(self._sorted()):
            file.write(len(share).to_bytes(_SIZE, "big") + share)
        file.seek(0)


def shares(items: Iterable[Gathered]) -> Iterator[bytes]:
    """Terms with their postings as `marshal` has them, in lists of some at a time."""
    share: list[tuple[Any, ...]] = []
    size = 0
    for item in items:
        share.append(tuple(item))
        size += _PIECE * len(item.flat) + sum(map(len, item.flat[1::3]))
        if size >= _SHARE:
            yield marshal.dumps(share)
            share, size = [], 0
    yield marshal.dumps(share)


def _read(file: BinaryIO) -> Iterator[tuple[str, bytes, list[Any]]]:
    while size := file.read(_SIZE):
        yield from marshal.loads(file.read(int.from_bytes(size, "big")))


def _joined(pieces: Iterable[tuple[str, bytes, list[Any]]]) -> Iterator[Gathered]:
    for (field, term), same in groupby(pieces, key=itemgetter(0, 1)):
        (_, _, flat), *others = same
        for _, _, more in others:
            flat += more
        yield Gathered(field, term, flat)
