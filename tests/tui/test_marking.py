"""Results are marked, one by one or all, and where they come from is said of all of them at once."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tui.conftest import SIZES


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_marked_is_told_previewed_and_written_as_one(
    opened: Any, library: Any, until: Any, screen_text: Any, size: tuple[int, int]
) -> None:
    async with opened(size) as (app, pilot):
        await pilot.press("escape", "1", "g", "m", "m", "g")
        assert list(app.main.session.chosen) == [hit.id for hit in app.main.session.page.hits[:2]]
        await until(pilot, lambda: "✓ " in screen_text(app))
        await pilot.press("D")
        await until(pilot, lambda: "2 articles in the folder" in screen_text(app))
        assert "type what all of them have in common" in screen_text(app)
        await pilot.press("tab", *"The Strait Post")
        await until(pilot, lambda: "writes  outlet: The Strait Post" in screen_text(app))
        chosen = tuple(app.main.session.chosen)
        await pilot.press("enter")
        await until(pilot, lambda: library.decided)
        assert library.decided == [("set_sources", (chosen, {"outlet": "The Strait Post"}))]
        await until(pilot, lambda: "Written: outlet: The Strait Post" in screen_text(app))
        assert not app.main.session.chosen
        assert "✓" not in screen_text(app)


async def test_all_that_answer_are_marked_and_none(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "1", "M")
        await until(pilot, lambda: "3 articles · 3 marked" in screen_text(app))
        await pilot.press("m")
        assert len(app.main.session.chosen) == 2
        await pilot.press("M")
        await until(pilot, lambda: "marked" not in screen_text(app))
        assert not app.main.session.chosen


async def test_marks_stay_while_one_searches_on(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press(*"bridge", "enter")
        await until(pilot, lambda: app.main.session.page.query == "bridge")
        await pilot.press("m", "/", *"ferry", "enter")
        await until(pilot, lambda: app.main.session.page.query == "ferry")
        assert list(app.main.session.chosen) == ["bridge.txt"]
        assert "· 1 marked" in screen_text(app)


async def test_without_marks_it_is_the_article_that_one_reads(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "1", "D")
        await until(pilot, lambda: "Where the article comes from" in screen_text(app))
