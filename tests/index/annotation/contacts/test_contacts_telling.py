"""Contacts in which somebody is told something, and calls of other kinds."""

from __future__ import annotations

import pytest

from index.annotation import annotate
from index.model import Block, Contact

SOLHEIM, DAHL = "ingrid-solheim", "henrik-dahl"


def contacts(text: str) -> list[Contact]:
    told = f"Ingrid Solheim and Henrik Dahl are ministers. {text}"
    return list(annotate(told, [Block(kind="paragraph", start=0, end=len(told))]).contacts)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In a phone call, Solheim urged Dahl to leave.", "call"),
        ("Solheim recently asked Dahl to leave in a phone call.", "call"),
        ("Solheim told Dahl in a call on Monday that it rained.", "call"),
        ("Solheim explained to Dahl in a phone call that it rained.", "call"),
        ("The July call in which Solheim asked Dahl to leave was short.", "call"),
        ("Solheim and Dahl stressed in a phone call that it rained.", "call"),
        ("Solheim received a call from Dahl.", "call"),
        ("Solheim had a heated call with Dahl.", "call"),
        ("Solheim congratulated Dahl in a letter.", "letter"),
        ("In a meeting, Solheim warned Dahl.", "meeting"),
        ("Solheim spoke at a joint news conference with Dahl.", "meeting"),
        ("Solheim told a joint press conference with Dahl that it rained.", "meeting"),
        ("Solheim and Dahl left after their summit.", "meeting"),
    ],
)
def test_contacts_in_which_something_is_told(text: str, kind: str) -> None:
    (contact,) = contacts(text)
    assert (contact.kind, set(contact.participants)) == (kind, {SOLHEIM, DAHL})


@pytest.mark.parametrize(
    "text",
    [
        "Solheim backed a call on Dahl to leave.",
        "Solheim had rebuffed talks with Dahl.",
        "Solheim spoke at a news conference with Dahl.",
        "Solheim spoke at a rally with Dahl.",
        "Solheim told Danish officials in a letter that it rained.",
        "Solheim and Dahl said that their stance met the terms.",
        "Solheim spoke at a news conference with Dahl's fish.",
        "In a call, Solheim praised the ship of which Dahl urged nothing.",
        "After Solheim left, the crew urged Dahl in a letter to stay.",
    ],
)
def test_where_they_did_not_meet(text: str) -> None:
    assert contacts(text) == []
