"""Words and what stands between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.annotation.cutting.lexemes import _LEXEME, Lexemes

_ALPHABET = "aBsS1_ .,'’-–\n\t“”?&é\u0301ı²"


@given(st.text(_ALPHABET, max_size=40))
def test_the_pattern_finds_the_same_words_in_the_whole_text(text: str) -> None:
    lex = Lexemes(text)
    found = [(match.group(), match.start(), match.end()) for match in _LEXEME.finditer(text)]
    assert [(word, lex.starts[i], lex.ends[i]) for i, word in enumerate(lex.words)] == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada B. Berg, of the U.S.-led force.", ["Ada", "B.", "Berg", "of", "the", "U.S.-led", "force"]),
        ("Take vitamin B. 5 a day", ["Take", "vitamin", "B", "5", "a", "day"]),
        ("Berg's o’clock, the ministers' F-35s", ["Berg", "o’clock", "the", "ministers", "F-35s"]),
        ("one\n\ntwo  three", ["one", "two", "three"]),
    ],
)
def test_words_keep_what_joins_their_parts(text: str, words: list[str]) -> None:
    assert Lexemes(text).words == words


@pytest.mark.parametrize(
    ("text", "gap", "fresh"),
    [
        ("said that", "", False),
        ("said\nthat", "", False),
        ("Berg's aide", "s", False),
        ("said, that", ",", False),
        ("said. That", ".", True),
        ("said.) That", ".", True),
        ("said, “That", "“", True),
        ("said — That", "—", True),
        ("Mr. Berg", "", False),
        ("Mr.) Berg", ")", False),
    ],
)
def test_marks_between_words(text: str, gap: str, fresh: bool) -> None:
    lex = Lexemes(text)
    assert (lex.gap[1], lex.fresh[1]) == (gap, fresh)


def test_breaks_begin_a_line() -> None:
    lex = Lexemes("Talks end\n\nBerg left", [0, 11])
    assert lex.gap == ["\n", "", "\n", ""]
    assert lex.fresh == [True, False, True, False]


def test_places_of_words_that_are_sought() -> None:
    text = "He met her, and she told him."
    assert Lexemes(text).places({"her", "him", "met"}) == [1, 2, 6]
    assert Lexemes(text, sought={"he", "her", "him"}).places({"her", "him"}) == [2, 6]
