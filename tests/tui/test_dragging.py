"""The border between two panes is dragged with the mouse."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tui import layout


async def drag(pilot: Any, start: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down(offset=start)
    await pilot.hover(offset=end)
    await pilot.mouse_up(offset=end)
    await pilot.pause()


async def test_the_border_goes_where_the_mouse_goes(opened: Any) -> None:
    async with opened() as (app, pilot):
        article, actors = app.main.reader, app.main.actors
        await drag(pilot, (article.region.x, 20), (article.region.x + 6, 21))
        assert (article.region.x, article.region.width) == (41, 49)
        await drag(pilot, (actors.region.x - 1, 5), (actors.region.x - 11, 5))
        assert (article.region.width, actors.region.width) == (39, 40)
        await pilot.hover(offset=(60, 20))
        await pilot.pause()
        assert article.region.width == 39, "nobody holds it any more"


async def test_dragging_selects_no_words(opened: Any) -> None:
    async with opened() as (app, pilot):
        await drag(pilot, (app.main.actors.region.x, 5), (app.main.reader.region.x + 20, 5))
        assert app.main.reader.text.selected is None


async def test_elsewhere_nothing_is_dragged(opened: Any) -> None:
    async with opened((80, 24)) as (app, pilot):
        before = app.main.weights
        await drag(pilot, (0, 10), (20, 10))
        await drag(pilot, (60, 10), (50, 10))
        assert app.main.weights == before


@given(st.floats(-1, 2))
def test_no_pane_is_dragged_to_nothing(share: float) -> None:
    weights = layout.dragged(layout.WEIGHTS, "search", "article", share)
    assert min(weights.values()) >= 12
    assert sum(weights.values()) == sum(layout.WEIGHTS.values())
