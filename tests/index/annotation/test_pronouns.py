"""Whom "he" and "him" mean."""

from __future__ import annotations

import pytest

from index.annotation import annotate
from index.reading.text import blocks


def meant(text: str) -> list[str | None]:
    """The local ids of those whom the pronouns of a text mean, in order."""
    return [m.actor for m in annotate(text, blocks(text)).mentions if m.form == "pronoun"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Tom Berg left Oslo. Peter Lang thanked him.", "tom-berg"),
        ("Tom Berg left Oslo. Peter Lang had spoken with him.", "tom-berg"),
        ("Tom Berg left Oslo. Lima will pay, Peter Lang said, and thanked him.", "peter-lang"),  # open, as it was
        ("Tom Berg left Oslo. Peter Lang said Ann Dahl thanked him.", "peter-lang"),
    ],
)
def test_nobody_deals_with_himself(text: str, actor: str) -> None:
    assert meant(text) == [actor]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Tom Berg spoke on Monday. Peter Lang will come, he said.", "tom-berg"),
        ("Tom Berg spoke on Monday. Peter Lang will come, he said in Oslo.", "peter-lang"),  # open, as it was
        ("Tom Berg spoke on Monday. While Peter Lang was ill, he spoke.", "peter-lang"),
    ],
)
def test_who_says_so_at_the_end_is_not_whom_the_sentence_tells_of(text: str, actor: str) -> None:
    assert meant(text) == [actor]


@pytest.mark.parametrize(
    "before",
    [
        "In talks with Peter Lang on Monday, Tom Berg smiled.",
        "Speaking to Peru's Peter Lang in Lima, President Tom Berg smiled.",
        "Peter Lang's envoy, Tom Berg, smiled.",
        "According to Tom Berg, Peter Lang smiled.",
        "Tom Berg smiled after Peter Lang left.",
    ],
)
def test_who_acts_is_meant_and_not_whoever_is_named_first(before: str) -> None:
    assert meant(f"{before} He left.") == ["tom-berg"]


def persons(text: str, *words: str) -> list[str | None]:
    """The local ids of those whom these words mean."""
    return [m.actor for m in annotate(text, blocks(text)).mentions if m.text in words]


def test_the_president_is_whom_the_sentence_before_is_about() -> None:
    text = "President Tom Berg of Peru will host President Peter Lang of Chile on Friday. The president will sing."
    assert persons(text, "president") == ["tom-berg"]
    assert persons(f"{text} Peter Lang thanked the president.", "president") == ["tom-berg", "tom-berg"]


def test_the_president_is_not_that_of_an_institute() -> None:
    text = "President Tom Berg left. Ida Hall, president of the Harbour Institute, said the president was late."
    assert persons(text, "president")[-1] == "tom-berg"


def test_the_leaders_are_no_spokesmen() -> None:
    text = (
        "President Tom Berg met President Ida Hall in Lima. Spokesman Peter Lang and aide Bo Dahl smiled."
        " It was the first time the two leaders met."
    )
    assert persons(text, "the two leaders") == ["tom-berg", "ida-hall"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Tom Berg thanked Peter Lang, who said he would come.", "peter-lang"),
        ("Tom Berg thanked Peter Lang, who he said would come.", "tom-berg"),
        ("Tom Berg thanked Peter Lang, who sings. He left.", "tom-berg"),
    ],
)
def test_a_clause_tells_of_whom_it_stands_beside(text: str, actor: str) -> None:
    assert meant(text) == [actor]
