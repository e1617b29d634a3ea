"""What is told in the footer can be read whole, also where the terminal is narrow."""

from __future__ import annotations

from typing import Any


async def test_a_sentence_takes_the_lines_that_it_needs_and_gives_them_back(opened: Any, screen_text: Any) -> None:
    async with opened((40, 12)) as (app, pilot):
        await pilot.press("escape", "2", "y")
        assert screen_text(app).splitlines()[-2:] == [
            " Go to a quotation first ( ] ), or", " select words with the mouse."
        ]  # fmt: skip
        await pilot.press("j")
        assert screen_text(app).splitlines()[-1].startswith(" / search")
        assert screen_text(app).splitlines()[-2].startswith("╰")


async def test_where_a_decision_is_kept_is_told_only_if_there_is_room(
    opened: Any, library: Any, until: Any, screen_text: Any
) -> None:
    async with opened((40, 12)) as (app, pilot):
        await pilot.press("escape", "2", "]", "v")
        await until(pilot, lambda: "Written: right as it stands" in screen_text(app))
        assert "kept in" not in screen_text(app)
        assert screen_text(app).splitlines()[-2].startswith("╰")
