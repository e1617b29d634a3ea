"""Numbers as bytes: each in as few as the highest of them needs, little-endian on every machine."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, pairwise
from operator import sub
from typing import Any


def as_bytes(numbers: Sequence[int]) -> bytes:
    """Numbers, and before them how many bytes each has."""
    highest = max(numbers)
    code = "B" if highest < 1 << 8 else "H" if highest < 1 << 16 else "I"
    return code.encode() + swapped(array(code, numbers)).tobytes()


def numbers_in(raw: bytes, at: int, count: int) -> tuple[array[int], int]:
    """So many numbers again, and where what follows them begins."""
    numbers: array[int] = array(chr(raw[at]))
    end = at + 1 + count * numbers.itemsize
    numbers.frombytes(raw[at + 1 : end])
    return swapped(numbers), end


WIDTH = 4
"""Bytes of a position."""

PLACE = 2 * WIDTH
"""Bytes of a place: a position, and above it the number of an article."""

_PLACE = "L" if array("L").itemsize == PLACE else "Q"  # Python fills the former in a third of the time


def planes(raw: bytes, width: int = PLACE) -> list[bytes]:
    """The positions of places, or numbers of another width, by planes: the lowest byte of each, then the next one of
    each. Those without a bit, but for the lowest, are left out."""
    found = [raw[plane::width] for plane in range(WIDTH)]
    while len(found) > 1 and found[-1].count(0) == len(found[-1]):
        found.pop()
    return found


def joined(planes: Sequence[bytes]) -> array[int]:
    """The positions again."""
    spread = bytearray(WIDTH * len(planes[0]))
    for number, plane in enumerate(planes):
        spread[number::WIDTH] = plane
    return from_raw(bytes(spread))


def as_rising(numbers: Sequence[int]) -> bytes:
    """Numbers of which each is higher than the one before, as steps: by planes, and before these how many there are."""
    found = planes(as_raw(map(sub, numbers, chain((0,), numbers))), WIDTH)
    return b"".join((bytes((len(found),)), *found))


def rising_in(raw: bytes, count: int) -> tuple[list[int], int]:
    """So many numbers again, and where what follows them begins."""
    ends = range(1, 1 + (raw[0] + 1) * count, count)
    return [*accumulate(joined([raw[start:end] for start, end in pairwise(ends)]))], ends[-1]


def as_places(places: Iterable[int]) -> bytes:
    """Places, one after the other."""
    return swapped(array(_PLACE, [*places])).tobytes()  # of a list quicker than of an iterator


def from_places(places: bytes) -> array[int]:
    """The places again."""
    return swapped(array(_PLACE, places))


def articles_in(places: bytes) -> array[int]:
    """The articles of places."""
    return from_raw(places)[1::2]


def as_raw(numbers: Iterable[int]) -> bytes:
    """Numbers of `WIDTH` bytes, one after the other."""
    return swapped(array("I", numbers)).tobytes()


def from_raw(raw: bytes) -> array[int]:
    """The numbers again."""
    return swapped(array("I", raw))


def swapped(numbers: array[Any]) -> array[Any]:
    """Little-endian, and back."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
