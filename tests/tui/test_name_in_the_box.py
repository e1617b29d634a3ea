"""What stands in the box of the actors pane belongs to what is shown under it."""

from __future__ import annotations

from typing import Any


def shown(app: Any) -> tuple[str, str]:
    card = app.main.session.card
    return app.main.actors.box.value, card.actor.id if card else ""


async def test_a_card_opened_from_the_article_takes_away_the_name_typed_for_another(opened: Any, until: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "a", *"novak")
        await until(pilot, lambda: shown(app) == ("novak", "jana-novak"))
        await pilot.press("enter", "2", "]", "]", "enter")
        await until(pilot, lambda: shown(app) == ("", "per-lind"))
        await pilot.press("backspace")
        await until(pilot, lambda: shown(app) == ("novak", "jana-novak"))
        await pilot.press("L")
        await until(pilot, lambda: shown(app) == ("", "per-lind"))


async def test_back_from_a_card_stands_what_was_typed_then_with_who_is_called_so(opened: Any, until: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "a", "n")
        await until(pilot, lambda: len(app.main.session.found) == 2)
        await pilot.press("down", "enter")
        await until(pilot, lambda: app.main.session.card)
        first = shown(app)
        assert first[0] == "n"
        await pilot.press("a", *"harb")
        await until(pilot, lambda: shown(app)[1] == "harbour-office")
        await pilot.press("enter", "enter", "backspace", "backspace", "backspace")
        await until(pilot, lambda: shown(app) == ("n", ""))
        assert len(app.main.session.found) == 2
