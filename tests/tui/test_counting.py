"""A number before a step takes as many: `3]`. It begins in the article alone, since digits lead from pane to pane."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tui.conftest import current
from tui.session import Session


@pytest.mark.parametrize(
    ("keys", "steps"),
    [("]", 1), ("3]", 3), ("12]", 12), ("120]", 99), ("0]", 1), ("20]", 20), ("3]]", 1), ("3x]", 1), ("1]", 1)],
)
def test_the_number_is_of_the_key_that_follows_it(keys: str, steps: int) -> None:
    session = Session(pane="article")
    for key in keys:
        session.press(key)
    assert session.steps == steps
    assert session.count == 0


@pytest.mark.parametrize("pane", ["search", "actors", "ledger"])
def test_elsewhere_digits_lead_from_pane_to_pane(pane: Any) -> None:
    session = Session(pane=pane)
    session.press("2")
    session.press("]")
    assert session.steps == 1


def test_a_number_goes_on_where_its_first_digit_has_led() -> None:
    session = Session(pane="article")
    session.press("1")
    session.pane = "search"
    session.press("2")
    assert session.count == 12
    session.press("escape")
    assert (session.count, session.steps) == (0, 12)


async def test_so_many_steps_are_taken_and_one_is_in_the_article_again(opened: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "2", "3")
        assert app.main.session.pane == "actors"
        footer = screen_text(app).splitlines()[-1]
        assert footer.startswith(" 3 × ] [ } {   / search   enter open")  # the keys of the pane that one has come to
        await pilot.press("]")
        assert current(app) == "it would look into the matter"
        assert app.main.session.pane == "article"
        assert "×" not in screen_text(app).splitlines()[-1]
        await pilot.press("2", "[")
        assert current(app) == "a fair bargain"
        await pilot.press("5", "]")
        assert current(app) == "it would look into the matter", "beyond the last comes the first again"


async def test_a_number_that_nothing_follows_is_dropped(opened: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "2", "7")
        assert screen_text(app).splitlines()[-1].startswith(" 7 × ")
        await pilot.press("j", "]")
        assert current(app) == "a fair bargain"
