"""The same article twice."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.twins import NEAR, grouped, may_be_alike, runs_of, sketch
from index.twins import likeness as likeness_of_runs


def likeness(one: str, other: str) -> float:
    return likeness_of_runs(runs_of(one), runs_of(other))


def twins(texts: Sequence[str], near: float = NEAR) -> list[list[int]]:
    """The places of those that are alike, in groups."""
    sketches = {n: sketch(text) for n, text in enumerate(texts)}

    def alike(one: int, other: int) -> bool:
        return likeness(texts[one], texts[other]) >= near

    return grouped((), may_be_alike(sketches, sketches), alike)


def text(seed: int, words: int = 300) -> str:
    chosen = random.Random(seed)
    return " ".join(f"word{chosen.randrange(5000)}" for _ in range(words))


def test_copies_are_found_whatever_their_case_and_spacing() -> None:
    texts = [text(1), text(2), text(1).upper(), text(3), text(2).replace(" ", "\n\n"), text(1)]
    assert twins(texts) == [[0, 2, 5], [1, 4]]


def test_a_copy_with_another_lead_is_near_enough_and_half_an_article_is_not() -> None:
    whole = text(1)
    retold = "BERGEN (Wire) A new lead was written for it. " + whole
    half = " ".join(whole.split()[:150])
    assert twins([whole, half, retold]) == [[0, 2]]
    assert twins([whole, half, retold], near=0.4) == [[0, 1, 2]]


def test_likeness_is_the_share_of_runs_in_common() -> None:
    words = text(1, 104).split()
    assert likeness(" ".join(words), " ".join(words)) == 1
    assert likeness(" ".join(words), text(2)) == 0
    assert likeness(" ".join(words[:54]), " ".join(words)) == 0.5
    assert likeness("", "") == 0


def test_quotes_and_dashes_are_no_words() -> None:
    curly, straight = "“We met” – they’d agreed on all of it", '"We met" - they\'d agreed on all of it'
    assert likeness(curly, straight) == 1
    assert likeness(curly, straight.replace("met", "left")) < 1


def test_what_is_short_is_compared_whole_and_what_is_empty_not_at_all() -> None:
    assert twins(["They met.", "They left.", "they met", "", " … ", ""]) == [[0, 2]]


def test_near_copies_are_found_among_many() -> None:
    texts = [text(n, 120) for n in range(400)]
    texts += [f"{text(n, 120)} and a line that was added at the end" for n in range(0, 400, 10)]
    assert twins(texts) == [[n, 400 + n // 10] for n in range(0, 400, 10)]


def test_a_crowd_of_copies_is_one_group() -> None:
    assert twins([text(1, 40)] * 300) == [list(range(300))]


@pytest.mark.parametrize("odd", ["\ud800 half a pair of letters here", "\x00" * 50, "ğ" * 200, "一" * 300])
def test_any_text_will_do(odd: str) -> None:
    assert twins([odd, text(1)]) == []


@given(st.lists(st.text(alphabet="ab ", max_size=40), max_size=8))
def test_equal_texts_with_words_are_always_together(texts: list[str]) -> None:
    groups = twins(texts)
    for one, held in enumerate(texts):
        for other in range(one + 1, len(texts)):
            if held.split() and held == texts[other]:
                assert any(one in group and other in group for group in groups)


def test_what_is_known_is_taken_over_and_only_what_is_fresh_compared() -> None:
    sketches = {n: sketch(text(1)) for n in range(4)}
    assert set(may_be_alike(sketches, {3})) == {(0, 3), (1, 3), (2, 3)}
    assert grouped([(0, 1)], may_be_alike(sketches, {3}), lambda one, other: one == 0) == [[0, 1, 3]]


@given(st.sets(st.integers(0, 19), min_size=1))
def test_what_few_may_be_like_is_what_all_may_be_like(fresh: set[int]) -> None:
    sketches = {n: sketch(text(n % 7, 40)) for n in range(20)}
    pairs = may_be_alike(sketches, sketches)
    assert set(may_be_alike(sketches, fresh)) == {pair for pair in pairs if not fresh.isdisjoint(pair)}
