"""Keys that arrive in one go: each is done with before the next one counts, in the panes, the dialogs and the boxes."""

from __future__ import annotations

from typing import Any

import pytest
from textual import events

from tests.tui.conftest import current


def burst(app: Any, keys: str) -> None:
    """Keys that arrive in one go."""
    named = {"\r": "enter", "\x1b": "escape", " ": "space", "/": "slash", "]": "right_square_bracket",
             "\x0c": "ctrl+l", "\x10": "ctrl+p", "?": "question_mark"}  # fmt: skip
    for key in keys:
        app._driver.send_message(events.Key(named.get(key, key), key))


@pytest.mark.parametrize("pane", ["1", "2", "3"])
async def test_keys_of_one_burst_go_where_the_ones_before_lead(opened: Any, until: Any, pane: str) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", pane)
        burst(app, "\x0cpremature\r\r")
        await until(pilot, lambda: current(app) == "premature" and app.main.session.pane == "article")
        assert app.main.search.box.value == "premature"
        burst(app, "anovak\rs")
        await until(pilot, lambda: app.main.session.card)
        assert app.main.actors.box.value == "novak"
        assert app.focused is app.main.actors.list
        assert app.main.actors.list.items[app.main.actors.list.cursor].text == "“a fair bargain”"


async def test_the_landing_on_a_hit_does_not_undo_what_is_pressed_after_it(opened: Any, until: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape")
        burst(app, "/fair\r\r]")
        await until(pilot, lambda: current(app) == "We have waited nine years for this,")
        await pilot.pause()
        assert current(app) == "We have waited nine years for this,"


async def test_what_is_typed_before_the_first_frame_is_not_lost(opened: Any, until: Any) -> None:
    async with opened(wait=False) as (app, pilot):
        app._early = []
        burst(app, "bridge")
        await pilot.pause()
        assert app.main.search.box.value == ""
        await app.on_ready()
        await until(pilot, lambda: app.main.session.query == "bridge")


async def test_enter_goes_to_results_that_are_still_to_come(
    opened: Any, library: Any, slow_gate: Any, until: Any
) -> None:
    def connect(folder: Any, progress: Any) -> Any:
        slow_gate.wait(30)
        return library

    async with opened(connect=connect, wait=False) as (app, pilot):
        await pilot.press(*"fair", "enter")
        assert app.focused is app.main.search.list
        slow_gate.set()
        await until(pilot, lambda: app.main.session.page)
        await pilot.press("enter")
        await until(pilot, lambda: app.main.session.pane == "article")
        assert app.main.session.query == "fair"


async def test_running_down_the_results_reads_only_where_one_rests(opened: Any, library: Any, until: Any) -> None:
    read: list[str] = []
    article = library.article
    library.article = lambda name: read.append(name) or article(name)
    async with opened() as (app, pilot):
        await pilot.press("escape")
        read.clear()
        burst(app, "jj")
        await until(pilot, lambda: app.main.session.article.id == "odd.txt")
        assert read == ["odd.txt"]


@pytest.mark.parametrize("opens", ["?", "\x10"])
async def test_a_command_is_chosen_and_the_keys_after_it_count(opened: Any, until: Any, opens: str) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "2")
        burst(app, opens + "next quotation\r]")
        await until(pilot, lambda: current(app) == "We have waited nine years for this,")
        assert app.screen is app.main


async def test_an_actor_is_waited_for(opened: Any, until: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "2")
        burst(app, "\x10per lind\rs")
        await until(pilot, lambda: app.main.session.card and app.main.session.card.actor.id == "per-lind")
        await until(pilot, lambda: "nine years" in str(app.main.actors.list.items[app.main.actors.list.cursor]))


async def test_what_is_written_can_be_taken_back_at_once(opened: Any, library: Any, until: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "]")
        burst(app, "f2\ru")
        await until(pilot, lambda: app.screen is app.main and not library.undoable and not library.written)
        await pilot.pause()
        assert library.articles["ferry.txt"].quotations[0].kind == "partial"
