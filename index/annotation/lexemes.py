"""The words of a text and where they stand, as names are read from them.

A lexeme is a word, an acronym ("U.S."), a possessive ending, or one mark. Words keep their inner hyphens and
apostrophes. This is another cut than the search's, which wants every word apart.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Sequence

from index.words import fold

_LEXEME = re.compile(
    r"(?P<acronym>(?:[A-Z]\.){2,}(?:-\w+)*)"
    r"|['’][sS]\b"
    r"|[A-Z]\.(?=\s?[A-Z])"
    r"|\w+(?:(?:[-‑–]|['’](?![sS]\b))\w+)*"
    r"|[^\w\s]"
)
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_ABBREVIATED = frozenset(
    "mr mrs ms dr sen rep gov gen lt col maj capt adm brig sgt rev hon prof st jr sr messrs".split()
)
_NOWHERE = sys.maxsize
_OPENING = frozenset("\"“”‘'«„([—–:*•|")


class Lexemes:
    """The lexemes of one text, as parallel lists.

    `words` as written, `keys` folded, `starts` and `ends` half-open offsets; `caps[i]` tells whether the word begins
    with a capital, `fresh[i]` whether it begins a sentence or line, where a capital says little; `gap[i]` what stands
    before it: "" (nothing or white space), "s" (a possessive ending), "," or another mark, or a line break. Lines are
    broken at `breaks`, offsets where blocks begin.
    """

    __slots__ = ("caps", "ends", "fresh", "gap", "keys", "size", "starts", "words")

    def __init__(self, text: str, breaks: Sequence[int] = ()) -> None:
        # The inner loop of all annotation: local names, and no call for plain ASCII words.
        words: list[str] = []
        keys: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        caps: list[bool] = []
        freshness: list[bool] = []
        gaps: list[str] = []
        gap, fresh = "\n", True
        coming = iter(sorted(breaks))
        following = next(coming, _NOWHERE)
        for match in _LEXEME.finditer(text):
            word = match.group()
            start, end = match.span()
            while start >= following:
                gap, fresh, following = "\n", True, next(coming, _NOWHERE)
            first = word[0]
            if first.isalnum() or first == "_":
                words.append(word)
                keys.append(word.lower() if word.isascii() else fold(word))
                starts.append(start)
                ends.append(end)
                caps.append(first.isupper())
                freshness.append(fresh)
                gaps.append(gap)
                gap, fresh = "", False
            elif word in _POSSESSIVE:
                gap = "s"
            elif not (first == "." and keys and keys[-1] in _ABBREVIATED and start == ends[-1]):
                gap = first if not gap or gap in "s," else gap
                fresh = fresh or first in ".!?" or first in _OPENING
        self.words, self.keys, self.starts, self.ends = words, keys, starts, ends
        self.caps, self.fresh, self.gap = caps, freshness, gaps
        self.size = len(self.words)

    def at(self, offset: int) -> int:
        """The index of the first lexeme that starts at `offset` or later."""
        return bisect_left(self.starts, offset)

    def between(self, start: int, end: int) -> range:
        """The indices of the lexemes that start within a half-open stretch of the text."""
        return range(self.at(start), self.at(end))


def initials(words: Sequence[str]) -> str:
    """The folded first letters of the words that begin with a capital: what an acronym of them would be."""
    return fold("".join(word[0] for word in words if word[:1].isupper()))
