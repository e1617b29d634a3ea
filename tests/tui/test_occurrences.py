from __future__ import annotations

import pytest

from index.words import fold_map
from tui.occurrences import occurrences


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Çavuşoğlu met Cavusoglu.", "cavusoglu", ["Çavuşoğlu", "Cavusoglu"]),
        ("a “done deal” is done", "done", ["done", "done"]),
        ("the S‑400s and the S-400", "s-400", ["S‑400", "S-400"]),
        ("over two\n  lines", "two lines", ["two\n  lines"]),
        ("a cafe\u0301 in", "cafe", ["cafe\u0301"]),
        ("die Straße", "stras", ["Straß"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("1+1 (one)", "+1 (", ["+1 ("]),
        ("İstanbul", "istanbul", ["İstanbul"]),
        ("anything", "  ", []),
        ("anything", "nothing", []),
    ],
)
def test_letters_are_found_however_they_are_written(text: str, words: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in occurrences(text, words, fold_map)] == found
