"""Numbers as bytes: each in as few as the highest of them needs, little-endian on every machine."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence
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


def planes(places: bytes) -> list[bytes]:
    """The positions of places by planes: the lowest byte of each, then the next one of each. Those without a bit, but
    for the lowest, are left out."""
    found = [places[plane::PLACE] for plane in range(WIDTH)]
    while len(found) > 1 and found[-1].count(0) == len(found[-1]):
        found.pop()
    return found


def joined(planes: Sequence[bytes]) -> array[int]:
    """The positions again."""
    spread = bytearray(WIDTH * len(planes[0]))
    for number, plane in enumerate(planes):
        spread[number::WIDTH] = plane
    return from_raw(bytes(spread))


def as_places(places: Iterable[int]) -> bytes:
    """Places, one after the other."""
    return swapped(array("Q", [*places])).tobytes()  # of a list in half of the time


def from_places(places: bytes) -> array[int]:
    """The places again."""
    return swapped(array("Q", places))


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
