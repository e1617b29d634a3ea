"""The words of an index, ready to be asked which are like another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, reduce
from itertools import chain
from operator import or_
from typing import TypeAlias

from index.words import close

Lettered: TypeAlias = tuple[Sequence[str], Sequence[int]]
"""Words, and the letters of each as bits (`letters`)."""


class Lexicon:
    """Words by their length, each with its letters as bits: one letter that is other changes two bits at most, so that
    few words have to be looked at closely. `read` gives all of a length, in parts; it is asked for each once."""

    def __init__(self, read: Callable[[int], Iterable[Lettered]]) -> None:
        self._of_length = lru_cache(None)(lambda length: [*read(length)])
        self.alike = lru_cache(64)(self._alike)

    def _alike(self, word: str, differing: int) -> list[str]:
        """The words that differ from `word` by so many letters at most."""
        bits, most = letters(word), 2 * differing
        lengths = range(max(len(word) - differing, 1), len(word) + differing + 1)
        found = [
            other
            for words, their_letters in chain(*map(self._of_length, lengths))
            for other, others in zip(words, their_letters, strict=True)
            if (bits ^ others).bit_count() <= most and close(word, other, differing)
        ]
        return [*dict.fromkeys(found)]


class _Bits(dict[str, int]):
    def __missing__(self, letter: str) -> int:
        self[letter] = bit = 1 << (ord(letter) & 31)
        return bit


_bit = _Bits()


def letters(word: str) -> int:
    """The letters of a word as 32 bits; some share one."""
    return reduce(or_, map(_bit.__getitem__, word), 0)
