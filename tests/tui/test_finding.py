"""Finding in the article, as a person meets it, over the small library."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tui.conftest import SIZES, current


def marked(app: Any) -> list[str]:
    text = app.main.session.article.text
    return [text[a:b] for a, b in app.main.session.marks]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", [("2", "/"), ("ctrl+f",)])
async def test_it_is_marked_as_typed_counted_and_gone_through(
    opened: Any, until: Any, screen_text: Any, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    async with opened(size) as (app, pilot):
        await pilot.press("escape", *keys, *"novak")
        await until(pilot, lambda: marked(app) == ["Novák"] * 3)
        assert current(app) == "Novák"
        assert "1 of 3" in screen_text(app)
        await pilot.press("enter")
        assert app.focused is app.main.reader.text
        await pilot.press("n")
        assert "2 of 3" in screen_text(app)
        await pilot.press("N", "N")
        assert "3 of 3" in screen_text(app)


async def test_arrows_go_on_while_one_types(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "ctrl+f", *"ferr")
        await until(pilot, lambda: "1 of " in screen_text(app))
        await pilot.press("down")
        assert "2 of " in screen_text(app)
        await pilot.press("up")
        assert "1 of " in screen_text(app)
        assert app.main.finding.typing


async def test_esc_in_the_box_returns_to_the_place(opened: Any, until: Any) -> None:
    async with opened((80, 24)) as (app, pilot):
        await pilot.press("escape", "2", "space")
        place = app.main.reader.text.place
        await pilot.press("/", *"READ MORE")
        await until(pilot, lambda: current(app) == "READ MORE")
        assert app.main.reader.text.place != place
        await pilot.press("escape")
        assert app.main.reader.text.place == place
        assert app.focused is app.main.reader.text
        assert marked(app) == []
        assert not app.main.finding.finder.display


async def test_after_enter_esc_stays_and_backspace_returns(opened: Any, until: Any) -> None:
    async with opened((80, 24)) as (app, pilot):
        await pilot.press("escape", "2", "/", *"READ MORE")
        await until(pilot, lambda: current(app) == "READ MORE")
        await pilot.press("enter", "escape")
        assert app.main.session.pane == "article"
        assert app.main.reader.text.place > 0
        await pilot.press("backspace")
        assert app.main.reader.text.place == -1


async def test_what_stands_nowhere_is_said(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "2", "/", *"zeppelin")
        await until(pilot, lambda: "nowhere" in screen_text(app))
        await pilot.press("enter", "n")
        assert "do not stand in this article" in screen_text(app).splitlines()[-1]


async def test_the_words_searched_for_are_marked_again_and_another_article_ends_it(opened: Any, until: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press(*"plan")
        await until(pilot, lambda: marked(app) == ["plan"])
        await pilot.press("ctrl+f", *"lind")
        await until(pilot, lambda: marked(app) == ["Lind"])
        await pilot.press("escape")
        assert marked(app) == ["plan"]
        await pilot.press("ctrl+f", *"lind", "enter", "ctrl+l", *"wide")
        await until(pilot, lambda: app.main.session.article.id == "odd.txt")
        assert app.main.session.sought is None
        assert not app.main.finding.finder.display
