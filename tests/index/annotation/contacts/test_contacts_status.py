"""What happened, what is to come, and what is merely wished, asked for or denied."""

from __future__ import annotations

import pytest

from index.annotation import annotate
from index.model import Block, Contact, When

THURSDAY = When(from_="2021-04-08", to="2021-04-08", precision="day")


def contacts(text: str) -> list[Contact]:
    told = f"Ingrid Solheim and Henrik Dahl are ministers. {text}"
    return list(annotate(told, [Block(kind="paragraph", start=0, end=len(told))], THURSDAY).contacts)


@pytest.mark.parametrize(
    "text",
    [
        "Solheim flew to Lima to meet Dahl.",
        "Solheim could use her talks with Dahl to free the cod.",
        "Solheim said after a planned parade that she had met Dahl.",
        "In May, Solheim met Dahl.",
        "Ban Ki-moon met Solheim.",
        "Solheim met Dahl due to the cod.",
        "Solheim, unable to sleep, met Dahl.",
        "Solheim proposed a feast in a call with Dahl.",
        "Solheim did not sing during her talks with Dahl.",
        "A book will tell of the day when Solheim met Dahl.",
        "In a phone call with Dahl, Solheim said Peru would not leave.",
        "In talks with Dahl on Monday, Solheim urged him not to leave.",
        "During a meeting with Dahl, Solheim did not speak of Peru.",
    ],
)
def test_what_happened(text: str) -> None:
    assert {c.status for c in contacts(text) if c.kind != "visit"} == {"happened"}


@pytest.mark.parametrize(
    "text",
    [
        "Solheim agreed to meet Dahl.",
        "Solheim would meet Dahl, the office said.",
        "Cod will be on the table when Solheim meets Dahl on Monday.",
        "Talks between Solheim and Dahl are scheduled for Monday.",
        "Solheim met Dahl on May 2, 2021.",
        "Solheim sang ahead of a meeting with Dahl.",
        "Solheim spoke of her forthcoming meeting with Dahl.",
        "A meeting set for Friday between Solheim and Dahl is short.",
        "Solheim's meeting scheduled for Monday with Dahl is short.",
        "Talks between Solheim and Denmark's envoy, Henrik Dahl, are due to begin.",
    ],
)
def test_what_is_planned(text: str) -> None:
    assert [c.status for c in contacts(text)] == ["planned"]


@pytest.mark.parametrize(
    "text",
    [
        "Solheim offered to meet Dahl.",
        "Solheim invited the press to meet Dahl.",
        "Solheim has not yet met Dahl.",
        "Solheim denied in front of all the cameras of the country that she had ever met Dahl.",
        "Solheim cancelled her talks with Dahl.",
        "Solheim called for talks with Dahl.",
        "Solheim sought a meeting with Dahl.",
        "There was a potential meeting between Solheim and Dahl.",
        "Talks between Solheim and Dahl were called off.",
        "Solheim held no talks with Dahl.",
        "Solheim hadn't met Dahl before.",
        "Solheim would like to meet Dahl.",
        "Solheim should play a role in talks with Dahl.",
        "Solheim never told Dahl that it rains.",
        "Solheim tried to hold talks with Dahl.",
        "Solheim and Dahl weren’t scheduled to meet.",
        "Solheim ruled out negotiating with Dahl.",
        "Berg wrote of canceling Solheim's talks with Dahl.",
        "Solheim may still meet Dahl.",
        "If Solheim meets Dahl, it rains.",
        "Solheim has no plans to meet Dahl.",
        "Solheim lied to arrange a meeting with Dahl.",
        "Solheim cancelled a visit to Lima next month for talks with Dahl.",
        "Had Solheim met Dahl, it would have rained.",
    ],
)
def test_what_did_not_happen_and_will_not(text: str) -> None:
    assert contacts(text) == []


def test_what_one_is_yet_to_come_for_is_to_come() -> None:
    text = "Solheim will visit Peru on Monday and Tuesday for talks with Dahl."
    assert [c.status for c in contacts(text)] == ["planned", "planned"]
    assert [c.status for c in contacts(text.replace("will visit", "visited"))] == ["happened", "happened"]


def test_what_is_hoped_for_is_none() -> None:
    assert not contacts("Solheim said he hoped for a meeting with Dahl in Lima.")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Solheim said she would visit Peru in the coming days to meet Dahl.", ["planned", "planned"]),
        ("Solheim visited Peru in May to meet Dahl.", ["happened", "happened"]),
        ("Solheim has met Dahl 40 times.", []),
    ],
)
def test_what_a_journey_is_for_is_to_come_as_it_is(text: str, status: list[str]) -> None:
    assert [c.status for c in contacts(text)] == status
