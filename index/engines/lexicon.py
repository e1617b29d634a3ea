"""The words of an index, ready to be asked which are like another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from index.words import close


class Lexicon:
    """Words by their length, each with its letters as bits: one letter that is other changes two bits at most, so that
    few words have to be looked at closely."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_length: dict[int, dict[str, int]] = defaultdict(dict)
        for word in words:
            self._by_length[len(word)][word] = _letters(word)

    def alike(self, word: str, letters: int) -> list[str]:
        """The words that differ from `word` by so many letters at most."""
        bits, most = _letters(word), 2 * letters
        return [
            other
            for length in range(len(word) - letters, len(word) + letters + 1)
            for other, others in self._by_length.get(length, {}).items()
            if (bits ^ others).bit_count() <= most and close(word, other, letters)
        ]


def _letters(word: str) -> int:
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 31)
    return bits
