"""What helps one to search: order, completion, nearest words, narrowing; over the small library."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tui.conftest import SIZES
from tui.panes.search import nothing


def titles(app: Any) -> list[str]:
    return [hit.title for hit in app.main.session.page.hits]


async def test_results_are_ordered_on_a_key(opened: Any, library: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press(*"ferry", "enter")
        await until(pilot, lambda: app.main.session.query == "ferry")
        assert "by rank" in screen_text(app)
        await pilot.press("S")
        await until(pilot, lambda: "by recency" in screen_text(app))
        await pilot.press("S")
        await until(pilot, lambda: "by date" in screen_text(app))
        await pilot.press("S")
        await until(pilot, lambda: "by outlet" in screen_text(app))
        assert titles(app) == sorted(titles(app))
        await pilot.press("S")
        await until(pilot, lambda: "by rank" in screen_text(app))


@pytest.mark.parametrize("size", SIZES)
async def test_tab_takes_the_completion_and_enter_does_not(
    opened: Any, until: Any, screen_text: Any, size: tuple[int, int]
) -> None:
    async with opened(size) as (app, pilot):
        box = app.main.search.box
        await pilot.press(*"odd bri")
        await until(pilot, lambda: "tab bridge" in screen_text(app))
        await pilot.press("tab")
        assert box.value == "odd bridge"
        assert box.cursor_position == len(box.value)
        await until(pilot, lambda: "tab bridge" not in screen_text(app))
        await pilot.press("home", "delete", "end", *" fer")
        await until(pilot, lambda: "tab ferry" in screen_text(app))
        await pilot.press("enter")
        assert box.value == "dd bridge fer"
        assert "tab ferry" not in screen_text(app)


async def test_a_field_has_a_list_and_without_any_tab_goes_on(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press(*"speaker:")
        await until(pilot, lambda: "speaker:Nováková" in screen_text(app))
        await pilot.press("escape")
        assert "speaker:Nováková" not in screen_text(app)
        await pilot.press("/", *"zzz", "tab")
        assert app.main.session.pane == "article"


async def test_the_nearest_word_is_taken_by_a_key(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press(*"ferrx")
        await until(pilot, lambda: "Did you mean" in screen_text(app))
        assert "fairy" in screen_text(app)
        assert "tab takes it" in screen_text(app)
        await pilot.press("tab")
        await until(pilot, lambda: app.main.session.query == "ferry" and titles(app))


async def test_another_of_the_nearest_words_is_chosen_in_the_list(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press(*"ferrx")
        await until(pilot, lambda: "Did you mean" in screen_text(app))
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: app.main.session.query == "fairy")


@pytest.mark.parametrize("size", SIZES)
async def test_results_are_narrowed_and_widened(
    opened: Any, until: Any, screen_text: Any, size: tuple[int, int]
) -> None:
    async with opened(size) as (app, pilot):
        box = app.main.search.box
        await pilot.press(*"lind", "enter", "F")
        await until(pilot, lambda: "Odd" in screen_text(app))
        await pilot.press(*"odd", "enter")
        assert box.value == "lind title:odd"
        await until(pilot, lambda: app.main.session.query == "lind title:odd")
        await pilot.press("F")
        await until(pilot, lambda: "✕ title:odd" in screen_text(app))
        await pilot.press("enter")
        assert box.value == "lind"


@pytest.mark.parametrize("missing", [(), ("zzz",)])
def test_a_small_or_is_told_where_nothing_is_found(library: Any, missing: tuple[str, ...]) -> None:
    page = library.search("zzz").model_copy(update={"query": "zzz or ferry", "missing": missing})
    assert any("“or” is sought as a word" in str(item) for item in nothing(page))


async def test_where_nothing_is_found_only_what_works_is_offered(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press(*"ferrx")
        await until(pilot, lambda: "Did you mean" in screen_text(app))
        await pilot.press("enter")
        footer = screen_text(app).splitlines()[-1]
        assert "enter open" in footer
        assert not any(told in footer for told in ("s star", "S order", "F narrow"))
        await pilot.press("s")
        assert "There are no results to go through." in screen_text(app)
