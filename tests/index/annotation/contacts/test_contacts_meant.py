"""Whom pronouns and the like mean in a sentence that tells of a contact."""

from __future__ import annotations

import pytest

from index.annotation import annotate
from index.model import Block, Contact

SOLHEIM, DAHL, BERG = "ingrid-solheim", "henrik-dahl", "ada-berg"
BEFORE = "Prime Minister Ingrid Solheim and Foreign Minister Henrik Dahl praised Defense Minister Ada Berg. "


def contacts(text: str) -> list[Contact]:
    return list(annotate(text, [Block(kind="paragraph", start=0, end=len(text))]).contacts)


def who(text: str) -> set[str]:
    (contact,) = contacts(BEFORE + text)
    return set(contact.participants)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("When she met Dahl, Berg smiled.", {BERG, DAHL}),
        ("In her letter to Dahl, Berg wrote of fish.", {BERG, DAHL}),
        ("Solheim dismissed Berg, who said that she met Dahl.", {BERG, DAHL}),
        ("Solheim asked about Berg, who remembered her talks with Dahl.", {BERG, DAHL}),
        ("A paper showed Berg had forgotten her talks with Dahl.", {BERG, DAHL}),
        ("Asked about her boat, Berg spoke of her talks with Dahl.", {BERG, DAHL}),
        ("Berg told nothing to Dahl during a phone call between the two ministers.", {BERG, DAHL}),
        ("Berg praised Dahl before the ministers held talks.", {BERG, DAHL}),
    ],
)
def test_whom_the_sentence_itself_names(text: str, people: set[str]) -> None:
    assert who(text) == people


def test_the_call_between_the_two_is_theirs_of_whom_it_was_told() -> None:
    (call,) = contacts(f"Solheim phoned Berg on May 3. {BEFORE}The call between the two leaders on May 3 was short.")
    assert len(call.evidence) == 2


@pytest.mark.parametrize(
    "text",
    [
        "A woman was freed after she met Dahl.",
        "The actress said she met Dahl.",
        "Norwegian forces said they met Dahl.",
        "Two ministers spoke on condition of anonymity.",
        "Solheim met her lawyer.",
        "“It rains,” Berg told her director.",
        "Berg said that the boat was a matter for talks with Dahl.",
        "The body of Foreign Minister Henrik Dahl arrived in Peru.",
        "Solheim met nobody of the Danish crew and she had left Berg's boat.",
    ],
)
def test_where_it_is_open_who_is_meant(text: str) -> None:
    assert contacts(BEFORE + text) == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Danish Defense Minister Bo Lund sang. Berg met her Danish counterpart.", {BERG, "bo-lund"}),
        ("Danish Prime Minister Bo Lund sang. Berg met her Danish counterpart.", {BERG, "denmark"}),
        ("Danish Prime Minister Bo Lund sang. Berg met her Danish counterpart, Mia Holm.", {BERG, "mia-holm"}),
    ],
)
def test_counterparts_have_the_same_office(text: str, people: set[str]) -> None:
    assert who(text) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Berg and Dahl rowed and she spoke with Solheim.", {BERG, SOLHEIM}),
        ("Most of them were Danes and he spoke with Berg.", {DAHL, BERG}),
        ("Berg spoke with Dahl as well as Solheim.", {BERG, DAHL, SOLHEIM}),
        ("Norwegian officials are expected to hold talks with Dahl.", {"norway", DAHL}),
        ("Berg came to Oslo, Norway, to meet with Dahl on the ship.", {BERG, DAHL}),
        ("Dahl spoke of Peruvian journalist Ada Berg after a call with Solheim.", {DAHL, SOLHEIM}),
        ("Berg met Danish officials.", {BERG, "denmark"}),
        ("Berg met Peru's Danish ambassador.", {BERG, "peru"}),
    ],
)
def test_who_stands_beside_whom(text: str, people: set[str]) -> None:
    assert who(text) == people


@pytest.mark.parametrize(
    "text",
    ["Berg told herself that it rained.", "What did Berg tell Dahl about the fish?", "Berg flew to the Peruvian side."],
)
def test_no_contact(text: str) -> None:
    assert contacts(BEFORE + text) == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Lund joined the small talks.", {BERG, DAHL, "bo-lund"}),
        ("Lund attends the weekly cabinet meeting.", {BERG, DAHL}),
    ],
)
def test_who_comes_to_a_contact_that_was_told(text: str, people: set[str]) -> None:
    assert who(f"Bo Lund sang. Berg met Dahl. {text}") == people
