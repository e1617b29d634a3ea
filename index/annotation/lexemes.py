"""The words of a text and where they stand, as names are read from them.

A lexeme is a word, an acronym ("U.S."), a possessive ending, or one mark. Words keep their inner hyphens and
apostrophes. This is another cut than the search's, which wants every word apart.
"""

from __future__ import annotations

import re
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
        self.words: list[str] = []
        self.keys: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.caps: list[bool] = []
        self.fresh: list[bool] = []
        self.gap: list[str] = []
        gap, fresh = "\n", True
        coming = iter(sorted(breaks))
        following = next(coming, None)
        for match in _LEXEME.finditer(text):
            word, start = match.group(), match.start()
            while following is not None and start >= following:
                gap, fresh, following = "\n", True, next(coming, None)
            end = match.end()
            first = word[0]
            if not (first.isalnum() or first == "_"):
                if word in _POSSESSIVE:
                    gap = "s"
                elif first == "." and self.keys and self.keys[-1] in _ABBREVIATED and start == self.ends[-1]:
                    pass
                else:
                    gap = first if not gap or gap in "s," else gap
                    fresh = fresh or first in ".!?" or first in _OPENING
                continue
            self.words.append(word)
            self.keys.append(fold(word))
            self.starts.append(start)
            self.ends.append(end)
            self.caps.append(first.isupper())
            self.fresh.append(fresh)
            self.gap.append(gap)
            gap, fresh = "", False
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
