"""Contacts told over counterparts from somewhere, over "their meeting", in marks, before an insertion, on an eve."""

from __future__ import annotations

import pytest

from index.annotation import annotate
from index.reading.text import blocks


def contacts(text: str) -> list[tuple[str, str, set[str]]]:
    return [(c.kind, c.status, set(c.participants)) for c in annotate(text, blocks(text)).contacts]


@pytest.mark.parametrize("whom", ["counterparts", "peers"])
def test_counterparts_from_somewhere_take_part_for_their_countries(whom: str) -> None:
    three = {"ada-berg", "peru", "chile"}
    assert contacts(f"Ada Berg met her {whom} from Peru and Chile.") == [("meeting", "happened", three)]
    assert contacts(f"Minister Ada Berg and her {whom} from Peru and Chile met.") == [("meeting", "happened", three)]
    assert contacts("Ada Berg met friends from Peru.") == []


def test_their_meeting_is_that_of_the_two_though_one_tells_of_it() -> None:
    text = "Ada Berg came to Oslo to see Bo Lang. After their meeting, Mr Lang said it was good."
    assert contacts(text) == [("meeting", "happened", {"ada-berg", "bo-lang"})]


def test_a_contact_may_stand_in_marks_between_those_who_take_part() -> None:
    (contact,) = contacts("Ada Berg had a “good conversation” with Bo Lang, she said.")
    assert contact == ("conversation", "happened", {"ada-berg", "bo-lang"})


def test_who_says_something_did_it_after_a_call_and_not_of_whom_it_tells() -> None:
    (contact,) = contacts("President Bo Lang spoke of the loss of Tom Berg, after a call with King Olaf of Peru.")
    assert contact[2] >= {"bo-lang"}
    assert "tom-berg" not in contact[2]


@pytest.mark.parametrize(
    "text",
    ["The ship sank on the eve of Ada Berg's talks with Bo Lang.", "Talks of Ada Berg and Bo Lang are on the agenda."],
)
def test_what_is_to_come(text: str) -> None:
    assert [status for _, status, _ in contacts(text)] == ["planned"]


def test_a_junior_of_the_same_role_is_the_one_named_in_full() -> None:
    text = "President Dahl Jr.'s Call with President Lang\n\nPresident Ole R. Dahl spoke today with President Bo Lang."
    assert [who for _, _, who in contacts(text)] == [{"ole-r-dahl", "bo-lang"}]
