"""What narrows a search, and taking it off again."""

from __future__ import annotations

from typing import Any

import pytest

from tui.narrowing import parts, without


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ferry", []),
        ("ferry date:2021 -outlet:post", ["date:2021", "-outlet:post"]),
        ('actor:"Per Lind" quay to:(lind OR novak)', ['actor:"Per Lind"', "to:(lind OR novak)"]),
        ("date:2021 ferry date:2021", ["date:2021"]),
        ("actor:“Per Lind”", ["actor:“Per Lind”"]),
    ],
)
def test_the_parts_that_narrow_a_query(query: str, found: list[str]) -> None:
    assert parts(query) == found


def test_a_part_is_taken_off_without_a_trace() -> None:
    assert without('ferry actor:"Per Lind" quay', 'actor:"Per Lind"') == "ferry quay"
    assert without("date:2021", "date:2021") == ""
    assert without("ferry date:2021", "date:2021") == "ferry"


async def test_the_last_field_is_taken_off_by_a_key(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press(*"lind to:novak date:2021", "enter")
        await until(pilot, lambda: app.main.session.query.endswith("2021") and not app.main.typing)
        assert "x widen" in screen_text(app)
        await pilot.press("x")
        assert app.main.search.box.value == "lind to:novak"
        await until(pilot, lambda: app.main.session.query == "lind to:novak")
        await pilot.press("x")
        await until(pilot, lambda: app.main.session.query == "lind")
        await pilot.press("x")
        assert "No field narrows this search: F chooses one." in screen_text(app)
