"""Finding a quotation again in a text that may have changed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from index.decisions import Cut, OfQuotation
from index.decisions.fit import CONTEXT, Standing, fit, recut

WORDS = ["we will talk", "we will not talk", "yes", "yes", "the ships stay where they are until spring comes back"]
TEXT = "Berg said: " + " Then, after a while, Olsen said: ".join(f"“{words}”" for words in WORDS) + " And so on."


def standing(text: str, words: list[str] = WORDS) -> list[Standing]:
    found, at = [], 0
    for number, one in enumerate(words, 1):
        start = text.index(one, at)
        at = start + len(one)
        found.append(Standing(number, start, at))
    return found


def about(place: Standing, text: str = TEXT, sha256: str = "old") -> OfQuotation:
    return OfQuotation(
        article="a", words=text[place.start : place.end], start=place.start, sha256=sha256, confirmed=True,
        before=text[max(place.start - CONTEXT, 0) : place.start], decided=datetime(2026, 1, 1, tzinfo=UTC),
    )  # fmt: skip


@pytest.mark.parametrize("number", range(1, 6))
@pytest.mark.parametrize("sha256", ["old", "new"])
def test_in_a_text_that_is_as_it_was_each_finds_its_own(number: int, sha256: str) -> None:
    places = standing(TEXT)
    assert fit(about(places[number - 1]), places, TEXT, sha256) == places[number - 1]


@given(st.text("abc \n", max_size=60), st.sampled_from([0, 1, 4]))
def test_words_that_moved_are_found(inserted: str, index: int) -> None:
    moved = inserted + TEXT
    assert fit(about(standing(TEXT)[index]), standing(moved), moved, "new") == standing(moved)[index]


def test_of_the_same_words_twice_those_before_which_the_same_stands_are_meant() -> None:
    text = TEXT.replace("Olsen said: “yes”", "the envoy said: “yes”", 1)
    by_envoy, by_olsen = standing(text)[2:4]
    # Moved so that each now stands where, or near where, the other stood.
    moved = "x" * (by_olsen.start - by_envoy.start) + text
    assert fit(about(by_envoy, text), standing(moved), moved, "new") == standing(moved)[2]
    assert fit(about(by_olsen, text), standing(moved), moved, "new") == standing(moved)[3]


def test_a_letter_corrected_in_the_file_does_not_matter() -> None:
    changed = TEXT.replace("the ships stay where", "The ships stay, where")
    words = [*WORDS[:4], "The ships stay, where they are until spring comes back"]
    assert fit(about(standing(TEXT)[4]), standing(changed, words), changed, "new") == standing(changed, words)[4]


def test_words_that_are_only_alike_are_not_taken() -> None:
    places = standing(TEXT)
    changed = TEXT.replace("“we will talk”", "we will talk")
    left = [s for s in standing(changed) if s.number != 1]
    assert fit(about(places[0]), left, changed, "new") is None


def test_words_alike_but_far_away_are_somebody_else_s() -> None:
    far = "x" * 5000 + TEXT.replace("the ships stay where", "the ships stay, where")
    words = [*WORDS[:4], "the ships stay, where they are until spring comes back"]
    assert fit(about(standing(TEXT)[4]), standing(far, words), far, "new") is None


def test_in_an_unchanged_file_the_same_words_elsewhere_are_another_quotation() -> None:
    first, second = standing(TEXT)[2:4]
    assert fit(about(first), [second], TEXT, "old") is None
    assert fit(about(first), [second], TEXT, "new") == second


def test_in_an_unchanged_file_other_bounds_are_the_same_quotation() -> None:
    place = standing(TEXT)[4]
    wider = place._replace(end=place.end + 1)
    assert fit(about(place), [wider], TEXT, "old") == wider


@given(
    st.text(max_size=50), st.text(max_size=50), st.integers(0, 60), st.integers(0, 60), st.text(min_size=1, max_size=9)
)
def test_whatever_the_text_only_what_stands_is_found(one: str, other: str, start: int, end: int, words: str) -> None:
    assume(start < end)
    decision = about(Standing(1, 0, len(words)), words + one)
    places = [Standing(1, start, end), Standing(2, 0, 3)]
    assert fit(decision, places, other, "new") in [*places, None]
    found = recut(Cut(start=start, words=words), end, other)
    assert found is None or other[slice(*found)] == words


def test_other_words_are_cut_where_they_stand_now() -> None:
    cut = Cut(start=10, words="done deal")
    assert recut(cut, 0, "It was, a done deal.") == (10, 19)
    assert recut(cut, 5, "Oh! And it was a done deal.") == (17, 26)
    assert recut(cut, 0, "It was a dead deal.") is None
    assert recut(cut, -50, "done deal") == (0, 9)
    assert recut(cut, 0, "x" * 5000 + "done deal") is None
