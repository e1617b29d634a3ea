"""Numbers as bytes: each in as few as the highest of them needs, little-endian on every machine."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
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


def swapped(numbers: array[Any]) -> array[Any]:
    """Little-endian, and back."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
