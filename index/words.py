"""What a word is: folding, tokens, stems. The one place that decides which spellings are the same word.

Folding goes letter by letter and keeps offsets, because a fold that changes the length of the text moves every
highlight after it (`'İ'.lower()` is two code points).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# What Unicode decomposition leaves alone.
_PLAIN = {
    "ı": "i", "İ": "i", "I": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d",
    "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th", "ħ": "h", "Ħ": "h",
    "’": "'", "‘": "'", "ʼ": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "",
}  # fmt: skip


@lru_cache(maxsize=4096)
def fold_letter(letter: str) -> str:
    """One character folded: lower case, without marks; none to two characters."""
    if letter in _PLAIN:
        return _PLAIN[letter]
    plain = "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
    return plain.lower()


def fold(text: str) -> str:
    """`text` folded for comparison: case, marks, dotless i, curly marks, kinds of hyphens."""
    if text.isascii():
        return text.lower()
    return "".join(map(fold_letter, text))
