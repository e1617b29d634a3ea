"""What the palette puts first."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from tui.screens.chooser import Option, matching, nearness
from tui.text.lines import Piece


def an_option(words: str) -> Option:
    return Option([Piece(words)], Piece(""), words, ("command", words))


@pytest.mark.parametrize(
    ("words", "text", "near"),
    [
        ("go to the pane", "go", 0), ("go to the pane", "Go  to", 0), ("go to the pane", "pan", 1),
        ("go to the pane", "pa th", 1), ("theme colour-blind", "blind", 1), ("theme colour-blind", "lind", 2),
        ("go to the pane", "ane", 2), ("go to the pane", "a door", None), ("go", "", 0),
    ],
)  # fmt: skip
def test_how_near_an_option_is(words: str, text: str, near: int | None) -> None:
    assert nearness(an_option(words), text) == near


def test_what_begins_as_typed_comes_before_what_only_holds_it() -> None:
    options = [an_option(words) for words in ("outer mark", "a market", "marking", "remarks")]
    assert [option.words for option in matching(options, "mark")] == ["marking", "outer mark", "a market", "remarks"]


async def test_an_actor_comes_before_a_theme_that_holds_the_letters(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("ctrl+p", *"lind")
        await until(pilot, lambda: "Per Lind" in screen_text(app) and "colour-blind" in screen_text(app))
        assert app.screen.option.choice == ("actor", "per-lind")


async def test_enter_at_once_takes_the_actor_too(opened: Any, until: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("ctrl+p", *"lind", "enter")
        await until(pilot, lambda: app.main.session.card)
        assert app.main.session.card.actor.id == "per-lind"


def test_what_could_only_be_told_in_stubs_is_left_out() -> None:
    option = Option([Piece(" a name of a command ")], Piece("words that explain it"), "", ("command", "a"))
    assert len(option.lines(60)) == 1
    assert "".join(piece.text for piece in option.lines(26)[0]).strip() == "a name of a command"
    assert len(option.lines(40)) == 2


async def test_while_it_is_looked_it_does_not_say_that_there_is_nothing(
    opened: Any, library: Any, until: Any, screen_text: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, search = threading.Event(), library.search

    def slow(query: str, **how: Any) -> Any:
        assert not query.startswith("zyx") or go_on.wait(30)
        return search(query, **how)

    monkeypatch.setattr(library, "search", slow)
    async with opened() as (app, pilot):
        await pilot.press("ctrl+p", *"zyx")
        await until(pilot, lambda: "Looking …" in screen_text(app))
        go_on.set()
        await until(pilot, lambda: "Nothing of that name." in screen_text(app))


async def test_a_filter_that_fits_nothing_is_not_told_as_results_without_anything_in_common(
    opened: Any, until: Any, screen_text: Any
) -> None:
    async with opened() as (app, pilot):
        await pilot.press(*"ferry", "enter")
        await until(pilot, lambda: app.main.session.query == "ferry")
        await pilot.press("F", *"zyx")
        await until(pilot, lambda: "Nothing of that name" in screen_text(app))
