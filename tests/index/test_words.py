from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from snowballstemmer.english_stemmer import EnglishStemmer  # type: ignore[import-untyped]

from index.words import beginning, close, fold, fold_letter, fold_map, meanings, stem, tokens, words

ROOT = Path(__file__).resolve().parents[2]

# Letters, marks and joiners in every mixture that a newspaper and its converters can produce.
LETTERS = st.one_of(st.sampled_from("aSİıŞß4 0-‑.,’'&/\u0301\u0307\u00ad\n"), st.characters())
TEXTS = st.text(alphabet=LETTERS, max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("S-400 S‑400s s400 S–400’s", ["s400", "s400s", "s400", "s400"]),
        ("F-35A, MiG-29 and Covid-19 (COVID19)", ["f35a", "mig29", "and", "covid", "19", "covid", "19"]),
        ("mid-1990s top-10 pre-2014", ["mid", "1990s", "top", "10", "pre", "2014"]),
        ("U.S. US U.S.' US's U.S.'s U.S.-led", ["US", "US", "US", "US", "US", "US", "led"]),
        ("Who told us? WHO told US.", ["who", "told", "us", "WHO", "told", "US"]),
        ("U.N. and UN at 5 a.m.", ["un", "and", "un", "at", "5", "am"]),
        ("Turkey's Turkey’s ministers’ Syrskyi's", ["turkey", "turkey", "ministers", "syrskyi"]),
        ("YPG/PKK YPG-PYD intra-Afghan Russian-made", "ypg pkk ypg pyd intra afghan russian made".split()),
        ("the government.The end.'We", ["the", "government", "the", "end", "we"]),
        ("O'Brien’s R&D at AT&T's J. D.C.", ["obrien", "r&d", "at", "at&t", "j", "dc"]),
        ("40,000 lives, 3.5%, $1.2bn, 2021,2022", ["40000", "lives", "3.5", "1.2bn", "2021", "2022"]),
        ("İstanbul ISTANBUL Iğdır Kılıçdaroğlu", ["istanbul", "istanbul", "igdir", "kilicdaroglu"]),
        ("“done deal”.\u200b a\u00adb", ["done", "deal", "ab"]),
        ("… — ' & -", []),
    ],
)
def test_words_of_the_press(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_place_covers_the_word_and_nothing_else() -> None:
    text = "Turkey’s S‑400s, U.S. and (YPG/PKK)"
    assert [text[t.start : t.end] for t in tokens(text)] == ["Turkey", "S‑400s", "U.S.", "and", "YPG", "PKK"]


def test_a_part_of_a_text_has_the_offsets_of_the_whole() -> None:
    text = "one two three four"
    assert [(t.start, t.word) for t in tokens(text, 4, 13)] == [(4, "two"), (8, "three")]


def test_a_letter_with_its_mark_apart_is_the_same_letter() -> None:
    text = "Çavuşoğlu İstanbul résumé Straße"
    assert words(unicodedata.normalize("NFD", text)) == words(text)


def test_stems_join_forms_and_leave_names_of_things() -> None:
    assert {stem(w) for w in ("sanction", "sanctions", "sanctioned")} == {"sanction"}
    assert stem("s400s") == "s400"
    assert stem("US") == "US"
    assert stem("1990s") == "1990s"


def test_us_in_small_letters_may_mean_either() -> None:
    assert meanings("us") == ("us", "US")
    assert meanings("US") == ("US",)
    assert meanings("turkey") == ("turkey",)


@given(TEXTS)
def test_every_word_stands_at_its_place(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end <= len(text)
        assert token.word
        end = token.end
    assert [t.word for t in tokens(text)] == words(text)


@given(TEXTS)
def test_a_word_is_found_by_what_was_written(text: str) -> None:
    for token in tokens(text):
        if len(token.word) < 80:
            assert words(text[token.start : token.end]) == [token.word]


@given(TEXTS)
def test_folding_keeps_offsets(text: str) -> None:
    folded, offsets = fold_map(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded) + 1
    assert offsets[-1] == len(text)
    for at, letter in enumerate(folded):
        assert letter in fold(text[offsets[at]])


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u200d", "\u200e", "\u2060", "\ufeff"])
def test_what_nobody_sees_parts_no_word(sign: str) -> None:
    assert words(f"indus{sign}try S-{sign}400 COVID-{sign}19") == ["industry", "s400", "covid", "19"]


def test_what_is_folded_is_folded_for_good() -> None:
    letters = [chr(code) for code in range(0x20, 0x20000) if not 0xD800 <= code < 0xE000]
    assert [letter for letter in letters if fold(fold_letter(letter)) != fold_letter(letter)] == []


@given(st.text(max_size=200))
def test_data_is_no_word_without_end(text: str) -> None:
    assert all(len(word) <= 80 for word in words("x" * 5000 + text))


_SNOWBALL = EnglishStemmer().stemWord
SUFFIXES = (
    "sses ied ies s eed eedly ed edly ing ingly y tional enci anci abli entli izer ization ational ation "
    "ator alism aliti alli fulness ousli ousness iveness iviti biliti bli ogi ogist fulli lessli li alize "
    "icate iciti ical ful ness ative al ance ence er ic able ible ant ement ment ent ism ate iti ous ive "
    "ize ion e l"
).split()


@given(st.text("aeiouybdlmnrstx", min_size=1, max_size=8), st.sampled_from(["", *SUFFIXES]))
def test_a_word_has_the_stem_that_snowball_gives_it(beginning: str, suffix: str) -> None:
    assert stem(beginning + suffix) == _SNOWBALL(beginning + suffix)


@given(st.text("abc", max_size=7), st.text("abc", max_size=7), st.integers(0, 2))
def test_words_are_close_if_so_few_changes_make_one_of_the_other(one: str, other: str, letters: int) -> None:
    assert close(one, other, letters) == (changes(one, other) <= letters)


@cache
def changes(one: str, other: str) -> int:
    """How many letters are one more, less, other, or two neighbours changed about, which then stay as they are."""
    if not one or not other:
        return max(len(one), len(other))
    less, more, other_letter = changes(one[1:], other), changes(one, other[1:]), changes(one[1:], other[1:])
    found = [less + 1, more + 1, other_letter + (one[0] != other[0])]
    if len(one) > 1 and len(other) > 1 and one[0] == other[1] and one[1] == other[0]:
        found.append(changes(one[2:], other[2:]) + 1)
    return min(found)


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [("They  met\nin Oslo.", 16, "They met in …"), ("They met.", 9, "They met."),
     ("Bundesverfassungsgericht", 6, "Bundes …"), ("", 5, "")],
)  # fmt: skip
def test_a_text_begins_with_whole_words_in_one_line(text: str, most: int, expected: str) -> None:
    assert beginning(text, most) == expected
