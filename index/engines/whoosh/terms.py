"""The table of the terms of a segment: where the postings of each lie.

Terms stand in order, in blocks that are packed and read as a whole; the first term of every block is kept at hand. That
takes a tenth of the room of a table with an entry for each, and all words of a field can be read in one go.
"""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from struct import Struct
from typing import NamedTuple, Protocol

from index.engines.whoosh.numbers import as_bytes, numbers_in, swapped
from index.pressing import pressed

_BLOCK = 256  # terms
_AT_HAND = 128  # blocks
_COUNT = Struct("<H")
_FOOT = Struct("<QI")  # where the list of blocks begins, and how many there are
_BETWEEN = b"\0"  # words are of letters, and ids are made of the names of files


class Entry(NamedTuple):
    """Where the postings of a term lie: of how many articles, from which offset on, and the sizes of their two parts.
    """

    articles: int
    start: int
    first: int
    second: int


class Out(Protocol):
    """A file to write to."""

    def write(self, data: bytes, /) -> object:
        """Writes at the end."""

    def close(self) -> object:
        """Lets go of it."""


class TermsOut:
    """Writes a table. The terms come in order, and so do their postings, one after the other."""

    def __init__(self, file: Out) -> None:
        self._file = file
        self._written = self._postings = 0
        self._terms: list[bytes] = []
        self._rows: list[tuple[int, int, int]] = []
        self._blocks: list[tuple[bytes, int, int]] = []

    def add(self, terms: Sequence[bytes], rows: Sequence[tuple[int, int, int]]) -> None:
        """Puts down terms, and of each of how many articles it is, and the sizes of its postings' parts. Raises
        ValueError for a term that cannot be kept."""
        if _BETWEEN in b"".join(terms):
            raise ValueError(f"A term cannot hold NUL: {next(term for term in terms if _BETWEEN in term)!r}")
        self._terms += terms
        self._rows += rows
        while len(self._terms) >= _BLOCK:
            self._flush()

    def close(self) -> None:
        """Writes what is left, and the list of blocks."""
        if self._terms:
            self._flush()
        for column in (1, 2):
            self._file.write(swapped(array("Q", [block[column] for block in self._blocks])).tobytes())
        self._file.write(pressed(_BETWEEN.join(block[0] for block in self._blocks)))
        self._file.write(_FOOT.pack(self._written, len(self._blocks)))
        self._file.close()

    def _flush(self) -> None:
        terms, self._terms = self._terms[:_BLOCK], self._terms[_BLOCK:]
        rows, self._rows = self._rows[:_BLOCK], self._rows[_BLOCK:]
        columns = b"".join(map(as_bytes, zip(*rows, strict=True)))
        packed = pressed(_COUNT.pack(len(terms)) + columns + _BETWEEN.join(terms))
        self._file.write(packed)
        self._blocks.append((terms[0], self._written, self._postings))
        self._written += len(packed)
        self._postings += sum(first + second for _, first, second in rows)


class _Block(NamedTuple):
    terms: list[bytes]
    counts: Sequence[int]
    starts: Sequence[int]
    firsts: Sequence[int]
    seconds: Sequence[int]


class Terms:
    """Reads a table of so many bytes; `read` gives so many from an offset on."""

    def __init__(self, read: Callable[[int, int], bytes], length: int) -> None:
        self._read = read
        end, count = _FOOT.unpack(read(length - _FOOT.size, _FOOT.size))
        listed = read(end, length - _FOOT.size - end)
        numbers = swapped(array("Q", listed[: 16 * count]))
        self._at, self._postings = [*numbers[:count], end], numbers[count:]
        self._firsts = zlib.decompress(listed[16 * count :]).split(_BETWEEN) if count else []
        self._block = lru_cache(_AT_HAND)(self._unpacked)

    def __getitem__(self, term: bytes) -> Entry:
        """Where the postings of a term lie. Raises KeyError for one that is not there."""
        number = bisect_right(self._firsts, term) - 1
        if number >= 0:
            block = self._block(number)
            n = bisect_left(block.terms, term)
            if n < len(block.terms) and block.terms[n] == term:
                return Entry(block.counts[n], block.starts[n], block.firsts[n], block.seconds[n])
        raise KeyError(term)

    def since(self, start: bytes) -> Iterator[bytes]:
        """All terms from `start` on, in order."""
        first = max(bisect_right(self._firsts, start) - 1, 0)
        for number in range(first, len(self._firsts)):
            terms = self._block(number).terms
            yield from terms if number > first else terms[bisect_left(terms, start) :]

    def _unpacked(self, number: int) -> _Block:
        raw = zlib.decompress(self._read(self._at[number], self._at[number + 1] - self._at[number]))
        (count,) = _COUNT.unpack_from(raw)
        counts, at = numbers_in(raw, _COUNT.size, count)
        firsts, at = numbers_in(raw, at, count)
        seconds, at = numbers_in(raw, at, count)
        sizes = map(int.__add__, firsts, seconds)
        starts = list(accumulate(sizes, initial=self._postings[number]))
        return _Block(raw[at:].split(_BETWEEN), counts, starts, firsts, seconds)
