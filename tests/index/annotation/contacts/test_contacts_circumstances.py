"""When and where a contact was, and which days and places are of something else."""

from __future__ import annotations

import pytest

from index.annotation import annotate
from index.model import Block, Contact, When

THURSDAY = When(from_="2021-04-08", to="2021-04-08", precision="day")


def contacts(text: str) -> list[Contact]:
    told = f"Ingrid Solheim and Henrik Dahl are ministers. {text}"
    return list(annotate(told, [Block(kind="paragraph", start=0, end=len(told))], THURSDAY).contacts)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Solheim met Dahl on Tuesday.", "2021-04-06"),
        ("On Tuesday, Solheim met Dahl.", "2021-04-06"),
        ("Tuesday's meeting between Solheim and Dahl went well.", "2021-04-06"),
        ("Solheim spoke with Dahl about cod on Tuesday.", "2021-04-06"),
        ("Solheim spoke with Dahl today.", "2021-04-08"),
        ("Solheim met Dahl on March 3.", "2021-03-03"),
        ("Solheim met Dahl on December 22.", "2020-12-22"),
        ("Solheim met Dahl on April 12.", "2021-04-12"),
        ("March 3: Solheim's call with Dahl - March 5: a song of Berg.", "2021-03-03"),
    ],
)
def test_the_day(text: str, day: str) -> None:
    (contact,) = contacts(text)
    assert contact.date is not None and contact.date.from_ == day


@pytest.mark.parametrize(
    "text",
    [
        "Solheim met Dahl to sign the deal of July 2020.",
        "Solheim spoke with Dahl about the flood of March 3.",
        "Solheim spoke with Dahl about the long and tiresome election on December 12.",
        "Solheim spoke with Dahl regarding the April 22-23 Cod Days.",
        "Solheim met Dahl, who was elected in 2019.",
        "Solheim and Dahl discussed the launch that was held in July 2020.",
        "It was sold on Tuesday, but Solheim met Dahl.",
    ],
)
def test_the_day_of_something_else(text: str) -> None:
    (contact,) = contacts(text)
    assert contact.date is None


def test_each_of_two_journeys_told_at_once_has_the_day() -> None:
    found = contacts("Solheim flew to Peru and Chile on Tuesday.")
    assert [c.date and c.date.from_ for c in found] == ["2021-04-06", "2021-04-06"]
    assert [c.place and c.place.text for c in found] == ["Peru", None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Solheim met Dahl in Lima.", "Lima"),
        ("Solheim met Dahl in Lima to discuss the war in Chile.", "Lima"),
        ("Solheim met Dahl at the White House.", "White House"),
        ("Solheim paid a visit to the Republic of Korea.", "Republic of Korea"),
        ("Solheim visited Lima.", "Lima"),
        ("Solheim met Dahl to discuss the war in Chile.", None),
        ("Solheim and Dahl discussed the war in Chile.", None),
        ("Solheim met Dahl at the Cod Summit.", None),
        ("Talks between Solheim and Dahl are good for those in Chile.", None),
    ],
)
def test_the_place(text: str, place: str | None) -> None:
    (contact,) = contacts(text)
    assert (contact.place and contact.place.text) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Lima, Solheim met Dahl.", "Lima"),
        ("Earlier in Lima, Solheim held talks with Dahl.", "Lima"),
        ("In Lima Solheim met Dahl in Oslo.", "Oslo"),
        ("Solheim and Dahl met face to face in Lima.", "Lima"),
    ],
)
def test_the_place_may_open_a_clause(text: str, place: str) -> None:
    (contact,) = contacts(text)
    assert contact.place is not None and contact.place.text == place


def test_a_clause_between_commas_is_passed_over() -> None:
    (contact,) = contacts("Solheim met with Dahl, who came to sing in Oslo in May, in Lima on Tuesday.")
    assert contact.place is not None and contact.place.text == "Lima"
    assert contact.date is not None and contact.date.from_ == "2021-04-06"


@pytest.mark.parametrize(
    "text",
    [
        "Solheim flew to Lima on Monday to meet Dahl.",
        "Solheim will travel on to Lima to meet with Dahl.",
    ],
)
def test_a_journey_tells_where_it_leads(text: str) -> None:
    meeting = next(c for c in contacts(text) if c.kind == "meeting")
    assert meeting.place is not None and meeting.place.text == "Lima"
