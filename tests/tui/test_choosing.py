"""Keys that arrive in one go in the palette, the help and the dialog: what is chosen is done before the next one."""

from __future__ import annotations

from typing import Any

import pytest
from textual import events


def burst(app: Any, *keys: str) -> None:
    named = {" ": "space", "]": "right_square_bracket", "?": "question_mark"}
    for key in keys:
        app._driver.send_message(events.Key(named.get(key, key), key if len(key) == 1 else None))


def current(app: Any) -> Any:
    session = app.main.session
    return session.current and session.article.text[session.current.start : session.current.end]


@pytest.mark.parametrize("opens", ["?", "ctrl+p"])
async def test_a_command_is_chosen_and_the_keys_after_it_count(opened: Any, until: Any, opens: str) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "2")
        burst(app, opens, *"next quotation", "enter", "]")
        await until(pilot, lambda: current(app) == "We have waited nine years for this,")
        assert app.screen is app.main


async def test_an_actor_is_waited_for(opened: Any, until: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "2")
        burst(app, "ctrl+p", *"lind", "enter", "s")
        await until(pilot, lambda: app.main.session.card and app.main.session.card.actor.id == "per-lind")
        await until(pilot, lambda: "nine years" in str(app.main.actors.list.items[app.main.actors.list.cursor]))


async def test_what_is_written_can_be_taken_back_at_once(opened: Any, library: Any, until: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "]")
        burst(app, "f", "2", "enter", "u")
        await until(pilot, lambda: app.screen is app.main and not library.undoable and not library.written)
        await pilot.pause()
        assert library.articles["ferry.txt"].quotations[0].kind == "partial"
