"""The keys of the lists over the whole screen are told there, and can be chosen from."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tui.conftest import SIZES
from tui.screens.concordance import Concordance
from tui.screens.contacts import Contacts
from tui.screens.listing import Listing, keys_of
from tui.screens.timing import Timing


@pytest.mark.parametrize("screen", [Concordance, Contacts, Timing, Listing])
def test_each_key_is_told_once_in_a_sentence(screen: type[Listing]) -> None:
    told = keys_of(screen)
    keys = [key for each, _, _ in told for key in each.split()]
    assert len(keys) == len(set(keys))
    assert {"enter", "?"} <= set(keys)
    assert all(doc.endswith(".") for _, doc, _ in told)
    assert all(hasattr(screen, f"action_{action.partition('(')[0]}") for _, _, action in told)


@pytest.mark.parametrize("size", SIZES)
async def test_they_are_listed_and_enter_does_what_one_is_for(
    opened: Any, until: Any, screen_text: Any, size: tuple[int, int]
) -> None:
    async with opened(size) as (app, pilot):
        await pilot.press(*"ferry")
        await until(pilot, lambda: app.main.session.query == "ferry")
        await pilot.press("escape", "K")
        await until(pilot, lambda: isinstance(app.screen, Concordance))
        concordance = app.screen
        await pilot.press("question_mark")
        assert "Order the lines by" in screen_text(app)
        await pilot.press(*"after", "enter")
        await until(pilot, lambda: app.screen is concordance)
        assert concordance._owner.order == "right"
