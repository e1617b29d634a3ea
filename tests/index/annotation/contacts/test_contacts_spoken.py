"""Contacts of which somebody tells in his own words."""

from __future__ import annotations

import pytest

from index.annotation import annotate
from index.model import Block, Contact


def contacts(text: str) -> list[Contact]:
    told = f"Ada Dahl left Oslo. {text}"
    return list(annotate(told, [Block(kind="paragraph", start=0, end=len(told))]).contacts)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("I met Minister Bo Lang in Lima", "meeting"),
        ("Today I had a very good call with Bo Lang", "call"),
        ("Met with Bo Lang in Lima", "meeting"),
        ("Just spoke to Bo Lang", "conversation"),
        ("Had a long meeting with Bo Lang", "meeting"),
        ("Very good talks with my friend Bo Lang", "talks"),
    ],
)
def test_who_speaks_took_part(words: str, kind: str) -> None:
    (contact,) = contacts(f"“{words},” Dahl wrote on X.")
    assert (contact.kind, contact.status, set(contact.participants)) == (kind, "happened", {"ada-dahl", "bo-lang"})


def test_what_is_to_come_is_planned() -> None:
    (contact,) = contacts("“I will meet Bo Lang on Friday,” Dahl said.")
    assert contact.status == "planned"


@pytest.mark.parametrize(
    "text",
    [
        "“I never met Bo Lang,” Dahl said.",
        "“Tom Berg met Bo Lang in Lima,” Dahl said.",  # she tells of others
        "“I met Bo Lang in Lima,” an official said.",
        "“I met him in Lima,” Dahl said of Bo Lang.",
        "It was a matter “of talks with Bo Lang”, Dahl said.",
        "“The meeting with Bo Lang was bad,” Dahl said.",
    ],
)
def test_who_speaks_took_no_part(text: str) -> None:
    assert contacts(text) == []
