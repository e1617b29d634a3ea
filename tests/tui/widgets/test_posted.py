"""Messages with fields."""

from __future__ import annotations

from typing import ClassVar

import pytest

from tui.widgets.posted import Posted


class Arrived(Posted):
    channel: ClassVar[str] = "letters"
    sender: str
    pages: int = 1


class ArrivedLate(Arrived):
    days: int = 2


def test_fields_are_given_by_place_or_by_name_and_have_defaults() -> None:
    late = ArrivedLate("Per Lind", days=3)
    assert (late.sender, late.pages, late.days, late.channel) == ("Per Lind", 1, 3, "letters")
    assert late.time > 0, "it is a message as any other"


def test_a_field_without_a_default_is_needed() -> None:
    with pytest.raises(TypeError, match="Arrived needs sender"):
        Arrived(pages=4)  # type: ignore[call-arg]


def test_it_can_be_matched_by_place() -> None:
    match ArrivedLate("Jana Nováková", 2):
        case ArrivedLate(sender, pages):
            assert (sender, pages) == ("Jana Nováková", 2)
        case _:
            pytest.fail("it did not match")
