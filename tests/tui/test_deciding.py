"""Actors and sources put right, as a person meets it, over the small library."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tui.conftest import SIZES


async def card(app: Any, pilot: Any, until: Any, name: str = "novak") -> None:
    await pilot.press("escape", "a", *name)
    await until(pilot, lambda: app.main.session.card)
    await pilot.press("enter")


async def written(app: Any, library: Any, pilot: Any, until: Any) -> Any:
    await until(pilot, lambda: library.decided and app.screen is app.main)
    return library.decided[-1]


@pytest.mark.parametrize("size", SIZES)
async def test_two_are_joined_after_a_look_at_the_places(
    opened: Any, library: Any, until: Any, screen_text: Any, size: tuple[int, int]
) -> None:
    async with opened(size) as (app, pilot):
        await card(app, pilot, until)
        await pilot.press("M", *"harb")
        await until(pilot, lambda: "writes  the same as Harbour Office" in screen_text(app))
        await until(pilot, lambda: len(app.screen.places.items) > 1)
        assert "places in" in screen_text(app)
        assert "Harbour Office  2 articles" in screen_text(app)  # by these they are ordered
        assert "Harbour Office  ferry.txt" in screen_text(app)
        await pilot.press("enter")
        assert await written(app, library, pilot, until) == ("merge", ("jana-novak", "harbour-office"))
        await until(pilot, lambda: "Written: Jana Nováková – the same as" in screen_text(app))


async def test_the_more_prominent_keeps_its_name(opened: Any, library: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await card(app, pilot, until, "harbour")
        await pilot.press("M", *"novak")
        await until(pilot, lambda: "writes  the same as" in screen_text(app))
        await pilot.press("enter")
        assert await written(app, library, pilot, until) == ("merge", ("jana-novak", "harbour-office"))


async def test_a_spelling_is_parted(opened: Any, library: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await card(app, pilot, until)
        await pilot.press("X", *"Jana Other")
        await until(pilot, lambda: "ferry.txt" in screen_text(app))
        assert "name the other, then choose" in screen_text(app)
        await pilot.press("tab", "down", "space")
        await until(pilot, lambda: "these are Jana Other" in screen_text(app))
        spelling = app.screen.list.items[1].text
        await pilot.press("enter")
        assert await written(app, library, pilot, until) == ("split", ("jana-novak", "Jana Other", (spelling,), ()))


async def test_a_name_a_role_and_none_from_the_menu(opened: Any, library: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await card(app, pilot, until)
        await pilot.press("f")
        assert "it is no actor" in screen_text(app)
        await pilot.press("3", "end", *"!", "enter")
        assert await written(app, library, pilot, until) == ("rename", ("jana-novak", "Jana Nováková!"))
        await until(pilot, lambda: "called Jana" in screen_text(app).splitlines()[-1])
        await pilot.press("f", "4", *"Envoy", "tab", "tab", *"2021-04", "enter")
        await until(pilot, lambda: len(library.decided) == 2)
        assert library.decided[-1] == ("set_role", ("jana-novak", "Envoy", None, "2021-04", None))
        await pilot.press("f", "5", "enter")
        await until(pilot, lambda: app.main.session.card is None or len(library.decided) == 3)
        assert library.decided[-1] == ("no_actor", "jana-novak")


async def test_escape_leads_back_to_the_menu_and_out(opened: Any, library: Any, until: Any) -> None:
    async with opened() as (app, pilot):
        await card(app, pilot, until)
        await pilot.press("f", "3", "escape")
        assert app.screen is not app.main
        await pilot.press("escape")
        assert app.screen is app.main
        await pilot.press("M", "escape")
        assert app.screen is app.main
        assert library.decided == []


async def test_the_date_of_an_article_is_set(opened: Any, library: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "2", "D")
        await until(pilot, lambda: "“Thursday”" in screen_text(app))
        assert app.focused.value == "2021-04-01"
        assert "nothing is changed" in screen_text(app)
        await pilot.press("backspace", "2", "tab", *"The Quay", "enter")
        told = {"published": "2021-04-02", "outlet": "The Quay"}
        assert await written(app, library, pilot, until) == ("set_source", ("ferry.txt", told))


async def test_all_that_is_at_hand_is_asked_for_again(opened: Any, library: Any, until: Any) -> None:
    async with opened() as (app, pilot):
        await card(app, pilot, until)
        before = app.main.session.article
        changed = before.model_copy(update={"title": "Another"})
        library.articles[before.id] = changed
        await pilot.press("f", "5", "enter")
        await until(pilot, lambda: app.main.session.article is changed)
