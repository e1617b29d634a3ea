"""The words of a text and where they stand, as names are read from them.

A lexeme is a word or an acronym ("U.S."); possessive endings and marks stand between them. Words keep their inner
hyphens and apostrophes. This is another cut than the search's, which wants every word apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence
from functools import lru_cache
from itertools import compress
from operator import itemgetter, not_

from index.annotation.cutting.pieces import Ends, pieces
from index.remembered import Remembered
from index.words import fold

_MARKS = "\u0300-\u036f"  # accents that stand behind their letter instead of being one with it
_LEXEME = re.compile(
    r"(\w(?:(?<=[A-Z])\.(?:(?:[A-Z]\.)+(?:-\w+)*|(?=\s?[A-Z]))"
    r"|(?!(?<=['’][sS])\b)"
    rf"\w*(?:(?:[-‑–{_MARKS}]|['’](?![sS]\b))\w+)*[{_MARKS}]*))"
)
_BETWEEN = re.compile(r"['’][sS]\b|[^\w\s]")
_ABBREVIATED = frozenset(
    "mr mrs ms dr sen rep gov gen lt col maj capt adm brig sgt rev hon prof st jr sr messrs".split()
)
TIED_ARTICLES = ("al-", "el-")
"""Arabic articles, tied to a name."""

_CLOSING = ",.;:?!)]”"  # behind a word, no part of it
_OPENING = frozenset("\"“”‘'«„([—–:*•|")


_PARTS = Remembered(_LEXEME.split)


class Lexemes:
    """The lexemes of one text, as parallel lists.

    `words` as written, `keys` folded, `starts` and `ends` half-open offsets; `caps[i]` tells whether the word begins
    with a capital (behind an article in "al-Amin"), `fresh[i]` whether it begins a sentence or line, where a capital
    says little; `gap[i]` what stands before it: "" (nothing or white space), "s" (a possessive ending), "," or another
    mark, or a line break. Lines are broken at `breaks`, offsets where blocks begin. `compounds` are the indices of
    words with a hyphen inside. `places` knows the words `sought`; all, if it is not said which.
    """

    __slots__ = (
        "_sought", "_sought_keys", "caps", "compounds", "ends", "fresh", "gap", "keys", "size", "starts", "words",
    )  # fmt: skip

    def __init__(self, text: str, breaks: Sequence[int] = (), sought: Container[str] | None = None) -> None:
        self.words, self.starts, between, joined = _cut(text)
        self.ends = Ends(self.words, self.starts)
        self.size = size = len(self.words)
        self.keys = keys = _folded(self.words)
        self._sought: Sequence[int] = range(size)
        self._sought_keys = keys
        if sought is not None:
            self._sought = self.places(sought)
            self._sought_keys = [keys[i] for i in self._sought]
        self.compounds = [i for i in joined if "-" in keys[i]]
        self.caps = list(map(str.isupper, map(itemgetter(0), self.words)))
        for i in self.compounds:
            self.caps[i] = self.caps[i] or (keys[i].startswith(TIED_ARTICLES) and self.words[i][3:4].isupper())
        self.gap, self.fresh = gap, fresh = [""] * size, [False] * size
        between.pop(size, None)
        for i, marks in between.items():
            gap[i], fresh[i] = _between(marks, keys[i - 1] in _ABBREVIATED)
        for offset in (0, *breaks):
            i = self.at(offset)
            if i < size:
                gap[i], fresh[i] = "\n", True

    def at(self, offset: int) -> int:
        """The index of the first lexeme that starts at `offset` or later."""
        return bisect_left(self.starts, offset)

    def places(self, keys: Container[str]) -> list[int]:
        """The indices of the lexemes whose folded word is one of `keys`."""
        return list(compress(self._sought, map(keys.__contains__, self._sought_keys)))

    def between(self, start: int, end: int) -> range:
        """The indices of the lexemes that start within a half-open stretch of the text."""
        return range(self.at(start), self.at(end))

    def written(self, start: int, end: int) -> list[str]:
        """The words that start within a half-open stretch of the text, as written."""
        return self.words[self.at(start) : self.at(end)]


def _cut(text: str) -> tuple[list[str], list[int], dict[int, str], list[int]]:
    """The words of `text`, where they start, the marks before one by its number, and which were cut by the pattern."""
    words: list[str] = []
    starts: list[int] = []
    between: dict[int, str] = {}
    joined: list[int] = []
    at = 0
    for piece in pieces(text):
        if piece.isalnum():
            words.append(piece)
            starts.append(at)
        elif (word := piece.rstrip(_CLOSING)).isalnum():
            words.append(word)
            starts.append(at)
            between[len(words)] = piece[len(word) :]
        elif piece:
            start = at
            for number, part in enumerate(_PARTS[piece]):
                if number % 2:
                    joined.append(len(words))
                    words.append(part)
                    starts.append(start)
                elif part:
                    between[len(words)] = between.get(len(words), "") + part
                start += len(part)
        at += len(piece) + 1
    return words, starts, between, joined


def _folded(words: list[str]) -> list[str]:
    """The words folded. Nearly all are ASCII: their lower case is there sooner than what would be remembered."""
    keys = list(map(str.lower, words))
    for i in compress(range(len(words)), map(not_, map(str.isascii, words))):
        keys[i] = fold(words[i])
    return keys


@lru_cache(maxsize=1 << 10)
def _between(marks: str, abbreviated: bool) -> tuple[str, bool]:
    """What the marks between two words come to: the gap, and whether a sentence or line begins after it.

    The stop after a word that is `abbreviated` ends nothing.
    """
    gap, fresh = "", False
    for match in _BETWEEN.finditer(marks):
        mark = match.group()
        if len(mark) > 1:
            gap = "s"
        elif mark != "." or not abbreviated or match.start():
            gap = mark if not gap or gap in "s," else gap
            fresh = fresh or mark in ".!?" or mark in _OPENING
    return gap, fresh


def initials(words: Sequence[str]) -> str:
    """The folded first letters of the words that begin with a capital: what an acronym of them would be."""
    return fold("".join(word[0] for word in words if word[:1].isupper()))
