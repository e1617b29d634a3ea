"""Searches of before and those that are kept, as a person meets them, over the small library."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture(autouse=True)
def data(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READOUT_DATA", str(tmp_path / "data"))


async def searched(app: Any, pilot: Any, until: Any, words: str) -> None:
    await pilot.press("escape", "/", *words)
    await until(pilot, lambda: app.main.session.query == words)
    await pilot.press("enter")


async def test_up_and_down_bring_searches_of_before_also_in_another_session(opened: Any, until: Any) -> None:
    async with opened() as (app, pilot):
        box = app.main.search.box
        await searched(app, pilot, until, "ferry")
        await searched(app, pilot, until, "premature")
        await pilot.press("/", "up")
        assert box.value == "ferry"
        await pilot.press("down")
        assert box.value == "premature"
        await until(pilot, lambda: app.main.gateway.searches.read().before == ("premature", "ferry"))
    async with opened() as (app, pilot):
        box = app.main.search.box
        await pilot.press("up", "up")
        assert box.value == "ferry"
        await pilot.press("up")
        assert box.value == "ferry"
        await pilot.press("down", "down")
        assert box.value == ""
        await pilot.press("x", "up")
        assert box.value == "x"  # what is typed is not lost


async def test_down_still_leads_to_the_results(opened: Any, until: Any) -> None:
    async with opened() as (app, pilot):
        await searched(app, pilot, until, "ferry")
        await pilot.press("/", "down")
        assert app.focused is app.main.search.list


async def test_a_kept_search_completes_its_name(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        box = app.main.search.box
        await searched(app, pilot, until, "harbour -ferry")
        await pilot.press("R")
        await pilot.press(*"Quay news", "enter")
        await until(pilot, lambda: app.main.gateway.searches.read().saved)
        await pilot.press("/", "ctrl+u", "q")
        assert "kept search" not in screen_text(app)
        await pilot.press("u")
        await until(pilot, lambda: "kept search" in screen_text(app))
        assert "Quay news" in screen_text(app)
        await pilot.press("tab")
        assert box.value == "harbour -ferry"


async def test_a_search_is_kept_run_and_forgotten(opened: Any, library: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await searched(app, pilot, until, "harbour")
        await pilot.press("R")
        await pilot.pause()
        assert "keep as" in screen_text(app)
        assert "enter keeps it · esc closes" in screen_text(app)
        await pilot.press(*"Harbour news", "enter")
        assert "Kept as “Harbour news”" in screen_text(app).splitlines()[-1]
        await until(pilot, lambda: app.main.gateway.searches.read().saved)
        assert app.main.gateway.searches.read().saved[0] == ("Harbour news", "harbour", 2)
        library.articles["new.txt"] = library.articles["bridge.txt"].model_copy(update={"id": "new.txt"})
        await pilot.press("escape", "/", *"odd", "escape", "R")
        await until(pilot, lambda: "+1 new" in screen_text(app))
        assert "enter runs it · ctrl+r forgets it" in screen_text(app)
        await pilot.press("enter")
        await until(pilot, lambda: app.main.session.query == "harbour")
        await until(pilot, lambda: app.main.gateway.searches.read().saved[0].seen == 3)
        await pilot.press("escape", "ctrl+p", *"harbour news")
        await until(pilot, lambda: "Searches" in screen_text(app))
        await pilot.press("escape", "R", "ctrl+r")
        await until(pilot, lambda: not app.main.gateway.searches.read().saved)
        assert "Harbour news" not in screen_text(app)


async def test_a_broken_file_is_told_and_does_not_hinder(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        file = app.main.gateway.searches.path
        file.parent.mkdir(parents=True)
        file.write_text("= what", encoding="utf-8")
        await pilot.press("up")
        assert "cannot be read" in screen_text(app)
        await searched(app, pilot, until, "ferry")
        assert file.read_text(encoding="utf-8") == "= what"
