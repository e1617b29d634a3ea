"""Where words may stand in a text, told by its letters: many times as quick as cutting the text into words.

What is found here is looked at more closely by whoever asks; what is not found is not there.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from index.words import fold_letter

_ASCII = bytes(range(128))
_SIGNS = "'’‘ʼʻ-‐‑‒–−.,&"  # what joins the parts of a word
_PLAIN_SIGNS = "".join(filter(str.isascii, _SIGNS)).encode()
_NO_LETTER = "\0"


class Letters:
    """A text that is looked through for several words; what was found out about it stays."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._begin: dict[str, list[int] | None] = {}

    @cached_property
    def rough(self) -> str:
        """The letters, folded, without what may join the parts of a word: a word is there only if its `root` is."""
        letters = self._folded
        if _NO_LETTER in letters:
            letters = self.text
            for letter in _beyond_ascii(letters):
                letters = letters.replace(letter, fold_letter(letter))
            letters = letters.lower()
        if letters.isascii():
            return letters.encode().translate(None, _PLAIN_SIGNS).decode()
        for sign in _SIGNS:
            letters = letters.replace(sign, "")
        return letters

    def begin(self, roots: Iterable[str]) -> list[int] | None:
        """Where words may begin that have one of these roots, in order. `None` where only the words can tell: some
        have signs between their letters."""
        found: set[int] = set()
        for root in roots:
            if root not in self._begin:
                self._begin[root] = self._found(root)
            some = self._begin[root]
            if some is None:
                return None
            found.update(some)
        return sorted(found)

    def _found(self, root: str) -> list[int] | None:
        if not root[:1].isalpha():
            return None  # digits may begin a word within a run of letters
        count = self.rough.count(root)
        if not count:
            return []
        if count != self._folded.count(root):
            return None
        found, at = [], self._folded.find(root)
        while at >= 0:
            if not at or not self.text[at - 1].isalnum():
                found.append(at)
            at = self._folded.find(root, at + 1)
        return found

    @cached_property
    def _folded(self) -> str:
        """The text folded, every letter in its place; what is folded to none or to several is no letter here."""
        text = self.text
        for letter in _beyond_ascii(text):
            folded = fold_letter(letter)
            text = text.replace(letter, folded if len(folded) == 1 else _NO_LETTER)
        return text.lower()


def root(word: str, whole: bool = False) -> str:
    """What all words with this stem (with `whole`: all that begin so) have in common with `Letters.rough`.

    A stem differs in its last letter at most from how its words begin ("cri" of "cry"), a short one in two ("die" of
    "dying"), unless it ends in a letter that stems do not put there.
    """
    letters = "".join(letter for letter in word.lower() if letter not in _SIGNS)
    if whole:
        return letters
    if len(letters) > 3:
        return letters[:-1]
    return letters[:1] if letters.endswith(("e", "i", "y")) else letters


def _beyond_ascii(text: str) -> set[str]:
    """The letters of a text that are not ASCII; mostly a few."""
    if text.isascii():
        return set()
    return set(text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass"))
