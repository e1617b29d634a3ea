from __future__ import annotations

import pytest

from index.annotation import annotate
from index.model import Block, Contact, When

SOLHEIM, DAHL = "ingrid-solheim", "henrik-dahl"
THURSDAY = When(from_="2021-04-08", to="2021-04-08", precision="day")
WHO = "Norwegian Foreign Minister Ingrid Solheim"
WHOM = "Danish Foreign Minister Henrik Dahl"


def contacts(text: str, published: When | None = THURSDAY) -> list[Contact]:
    return list(annotate(text, [Block(kind="paragraph", start=0, end=len(text))], published).contacts)


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("met with", "meeting"),
        ("held talks with", "talks"),
        ("spoke on the phone with", "call"),
        ("held a phone call with", "call"),
        ("hosted", "meeting"),
        ("sent a letter to", "letter"),
        ("spoke with", "conversation"),
        ("talked to", "conversation"),
        ("sat down with", "meeting"),
        ("dined with", "meeting"),
        ("had lunch with", "meeting"),
        ("was received by", "meeting"),
        ("consulted with", "talks"),
    ],
)
def test_kinds(told: str, kind: str) -> None:
    (contact,) = contacts(f"{WHO} {told} {WHOM} on Tuesday.")
    assert contact.kind == kind
    assert contact.participants == (SOLHEIM, DAHL)
    assert contact.status == "happened"
    assert contact.date is not None and contact.date.from_ == "2021-04-06"


def test_both_as_subject() -> None:
    (contact,) = contacts(f"{WHO} and {WHOM} spoke on the phone.")
    assert (contact.kind, set(contact.participants)) == ("call", {SOLHEIM, DAHL})


@pytest.mark.parametrize(
    "opening", ["In a meeting with", "During a second meeting with", "After meeting with", "Following a meeting with"]
)
def test_who_is_told_of_after_an_opening_that_names_the_other(opening: str) -> None:
    (contact,) = contacts(f"{opening} {WHOM}, {WHO} raised the matter of the cables.")
    assert (contact.kind, set(contact.participants)) == ("meeting", {SOLHEIM, DAHL})


def test_who_is_sent_a_letter() -> None:
    (contact,) = contacts(f"{WHO} sent {WHOM} a letter on Tuesday.")
    assert (contact.kind, contact.participants) == ("letter", (SOLHEIM, DAHL))


@pytest.mark.parametrize("told", ["is to meet", "is meeting"])
def test_forms_of_what_is_to_come(told: str) -> None:
    (contact,) = contacts(f"{WHO} {told} {WHOM} on Monday.")
    assert contact.status == "planned"


def test_what_is_planned() -> None:
    (contact,) = contacts(f"{WHO} will meet {WHOM} on Monday.")
    assert contact.status == "planned"
    assert contact.date is not None and contact.date.from_ == "2021-04-12"


@pytest.mark.parametrize("told", ["did not meet", "refused to meet", "could meet"])
def test_what_did_not_happen(told: str) -> None:
    assert contacts(f"{WHO} {told} {WHOM}.") == []


def test_a_visit_is_to_the_country_of_the_city() -> None:
    (contact,) = contacts(f"{WHO} traveled to Warsaw on Tuesday.")
    assert (contact.kind, contact.participants) == ("visit", (SOLHEIM, "poland"))
    assert contact.place is not None and contact.place.text == "Warsaw"


def test_one_event_told_twice_is_one_contact() -> None:
    text = f"{WHO} held talks with {WHOM} on Tuesday. During their phone call, Solheim and Dahl discussed fish."
    (contact,) = contacts(text)
    assert contact.kind == "call"
    assert len(contact.evidence) > 1
    assert contact.date is not None and contact.date.text == "Tuesday"


def test_two_days_are_two_contacts() -> None:
    text = f"{WHO} met {WHOM} on Tuesday. Solheim had met Dahl on March 3 as well."
    assert len(contacts(text)) == 2


def test_a_date_that_names_something_else_is_not_the_contacts() -> None:
    (contact,) = contacts(f"{WHO} met {WHOM} to mark the July 15 coup attempt.")
    assert contact.date is None


def test_evidence_lies_in_the_text_and_names_the_contact() -> None:
    text = f"It rained. {WHO} met {WHOM} in Oslo."
    (contact,) = contacts(text)
    assert all("met" in text[e.start : e.end] for e in contact.evidence)


@pytest.mark.parametrize(
    "text",
    [
        f"Did {WHO} speak with {WHOM}?",
        f"{WHO} wants to meet {WHOM}.",
        f"{WHO} met members of a choir about {WHOM}.",
        f"{WHO} met Dahl's lawyer. {WHOM} was at home.",
        f"{WHO} met Dahl aides. {WHOM} was at home.",
        f"{WHOM} is ill. {WHO} told “Meet the People” so.",
        f"{WHOM} is ill. {WHO} spoke at the school.",
        f"{WHOM}: Well, the talks with {WHO} are off.",
        f"{WHO} told host Peter Aldous that it rains.",
        f"{WHO} talked about {WHOM}.",
        f"{WHO} talked tough to keep {WHOM} in the room.",
        f"{WHO} sent {WHOM} home.",
        f"{WHO} is to speak after meeting nobody. {WHOM} was at home.",
    ],
)
def test_what_is_no_contact(text: str) -> None:
    assert contacts(text) == []


def test_who_joins_later_takes_part() -> None:
    text = f"{WHO} met {WHOM} on Tuesday. The Peruvian minister, Ann Verrell, joined the talks."
    (contact,) = contacts(text)
    assert contact.participants == (SOLHEIM, DAHL, "ann-verrell")


def test_the_last_trip_led_where_the_one_told_of_leads() -> None:
    text = f"{WHO} will travel to Warsaw on Monday. Her last trip was a working visit on March 3."
    planned, happened = contacts(text)
    assert (planned.status, happened.status) == ("planned", "happened")
    assert happened.participants == (SOLHEIM, "poland")
    assert happened.date is not None and happened.date.text == "March 3"


def test_a_participle_is_of_the_subject() -> None:
    text = f"{WHO} will see reporters after meeting with {WHOM}."
    assert [c.participants for c in contacts(text)] == [(SOLHEIM, DAHL)]


def test_they_are_those_who_met_not_who_is_merely_named() -> None:
    (contact,) = contacts(
        f"{WHO} met with {WHOM} on Tuesday. Solheim told of the years of former Prime Minister Ada Berg. "
        "They discussed the cod."
    )
    assert contact.participants == (SOLHEIM, DAHL)
    assert len(contact.evidence) == 2
