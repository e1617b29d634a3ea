"""The words of an index, ready to be asked which are like another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import reduce
from operator import or_

from index.words import close


class Lexicon:
    """Words by their length, each with its letters as bits: one letter that is other changes two bits at most, so that
    few words have to be looked at closely."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_length: dict[int, set[str]] = defaultdict(set)
        for word in words:
            self._by_length[len(word)].add(word)
        self._bits: dict[int, list[tuple[str, int]]] = {}

    def alike(self, word: str, letters: int) -> list[str]:
        """The words that differ from `word` by so many letters at most."""
        bits, most = _letters(word), 2 * letters
        return [
            other
            for length in range(len(word) - letters, len(word) + letters + 1)
            for other, others in self._of_length(length)
            if (bits ^ others).bit_count() <= most and close(word, other, letters)
        ]

    def _of_length(self, length: int) -> list[tuple[str, int]]:
        """The words of a length with their letters; found out when they are first asked for."""
        if length not in self._bits:
            self._bits[length] = [(word, _letters(word)) for word in self._by_length.pop(length, ())]
        return self._bits[length]


class _Bits(dict[str, int]):
    def __missing__(self, letter: str) -> int:
        self[letter] = bit = 1 << (ord(letter) & 31)
        return bit


_bit = _Bits()


def _letters(word: str) -> int:
    return reduce(or_, map(_bit.__getitem__, word), 0)
