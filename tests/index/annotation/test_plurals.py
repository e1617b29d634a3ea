"""Whom "they", "the two leaders" and "both countries" mean, and when they mean nobody who has a name."""

from __future__ import annotations

import pytest

from index.annotation import annotate
from index.reading.text import blocks

MET = "Peru's President Ada Berg met Chile's President Bo Lang in Oslo. "


def meant(text: str, words: str) -> set[str | None]:
    return {m.actor for m in annotate(text, blocks(text)).mentions if m.text == words}


@pytest.mark.parametrize(
    "text",
    [
        "Officials said they had seen it.",
        "The leaders of the United States and Bolivia said they may come.",
        "Most Bolivians believe they would win.",
        "Norway and Sweden said they would pay.",
    ],
)
def test_they_are_those_told_of_last_though_they_have_no_names(text: str) -> None:
    assert meant(MET + text, "they") == set()


def test_they_are_those_who_met() -> None:
    assert meant(MET + "Then they left for Lima.", "they") == {"ada-berg", "bo-lang"}
    assert meant(MET + "The two leaders said they would go on.", "they") == {"ada-berg", "bo-lang"}


def test_they_are_those_of_the_sentence() -> None:
    text = MET + "After Ida Holm had spoken with Tom Dahl on Monday, they left."
    assert meant(text, "they") == {"ida-holm", "tom-dahl"}


def test_those_of_somewhere_are_not_those_who_met() -> None:
    assert meant(MET + "The leaders of the United States left.", "The leaders") == set()
    assert meant(MET + "Both sides of the Peruvian conflict shot.", "Both sides") == set()


def test_two_officials_are_any() -> None:
    assert meant(MET + "Two officials told a paper so.", "Two officials") == set()
    assert meant(MET + "The two officials told a paper so.", "The two officials") == {"ada-berg", "bo-lang"}


def test_the_two_countries_are_those_of_the_two_who_met() -> None:
    text = "Russia and Ukraine were watching. " + MET + "Both leaders spoke of the ties of the two countries."
    assert meant(text, "the two countries") == {"peru", "chile"}


def test_the_two_countries_are_those_that_were_named_together() -> None:
    assert meant("Peru and Chile spoke of Bolivia. The two countries agreed.", "The two countries") == {"peru", "chile"}


def test_the_two_countries_are_those_of_the_sentence() -> None:
    text = "Peru and Chile quarrel. Norway told Sweden that both countries will pay."
    assert meant(text, "both countries") == {"norway", "sweden"}


def test_the_press_is_no_agency() -> None:
    assert meant("The Associated Press asked. The press was wrong.", "The press") == set()
    assert meant("The Lund Post asked. The Post was wrong.", "The Post") == {"lund-post"}


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Hezbollah was blamed. The group denied it.", "The group", "hezbollah"),
        ("He told Haaretz so. The paper printed it.", "The paper", "haaretz"),
        ("He spoke to Tasnim. The agency printed it.", "The agency", "tasnim"),
        ("He spoke to Reuters. The agency printed it.", "The agency", None),
    ],
)
def test_what_known_bodies_are_called(text: str, words: str, actor: str | None) -> None:
    assert meant(text, words) == ({actor} if actor else set())
