"""The timeline, line by line and as a person meets it."""

from __future__ import annotations

from typing import Any

import pytest

from index.model import Period, Timeline, Unit
from tests.tui.conftest import SIZES
from tui.text.bars import bar
from tui.text.lines import cells
from tui.timeline import Stretch, called, heads, narrowed, rows


def a_timeline(*articles: int, unit: Unit = "year") -> Timeline:
    periods = [
        Period(name=str(2000 + n), typed=f"date:{2000 + n}", articles=number, quotations=3 * number, contacts=0)
        for n, number in enumerate(articles)
    ]
    return Timeline(unit=unit, periods=tuple(periods), undated=0)


@pytest.mark.parametrize(
    ("name", "unit", "words"),
    [
        ("2021-04-01", "day", "1 Apr 2021"), ("2021-W14", "week", "5–11 Apr 2021"),
        ("2021-W13", "week", "29 Mar – 4 Apr 2021"), ("2020-W53", "week", "28 Dec – 3 Jan 2021"),
        ("2021-04", "month", "Apr 2021"), ("2021", "year", "2021"),
    ],
)  # fmt: skip
def test_how_a_period_is_called(name: str, unit: Unit, words: str) -> None:
    assert called(name, unit) == words


@pytest.mark.parametrize(
    ("query", "typed", "found"),
    [
        ("", "date:2021-04", "date:2021-04"),
        ("ferry", "date:2021-04", "ferry date:2021-04"),
        ("ferry date:2021 quay", "date:2021-04", "ferry quay date:2021-04"),
        ("date:2021-04", "date:2021-04-12", "date:2021-04-12"),
        ("date:2021", "date:2021-03-29..2021-04-04", "date:2021-03-29..2021-04-04"),
        ("date:2020", "date:2020-12-28..2021-01-03", "date:2020 date:2020-12-28..2021-01-03"),
        ("date:2021-04 ferry", "date:2021", "date:2021-04 ferry date:2021"),
        ("-date:2021 ferry", "date:2020", "-date:2021 ferry date:2020"),
    ],
)
def test_a_query_is_narrowed_to_a_period(query: str, typed: str, found: str) -> None:
    assert narrowed(query, typed) == found


@pytest.mark.parametrize("width", [30, 58, 76, 118])
def test_bars_begin_at_one_column_and_lines_fit(width: int) -> None:
    lines = [item.lines(width)[0] for item in rows(a_timeline(1, 12000, 700)) if isinstance(item, Stretch)]
    assert [cells(line) for line in lines] == [cells(heads(width, "year"))] * 3
    assert cells(lines[0]) <= width
    assert len({cells(line[:2]) for line in lines}) == 1


def test_long_silences_are_told_in_a_line_and_no_empty_period_is_stopped_at() -> None:
    items = rows(a_timeline(1, 0, 0, 5, 0, 0, 0, 2))
    assert [item.selectable for item in items] == [True, False, False, True, False, True]
    (told,) = items[4].lines(60)
    assert "3 years" in told[0].text


def test_a_bar_is_as_long_as_its_count() -> None:
    assert bar(8, 8, 4) == "████"
    assert bar(3, 8, 4) == "█▌"
    assert bar(1, 9000, 4) == "▏"
    assert bar(0, 8, 4) == bar(5, 8, 0) == ""


@pytest.mark.parametrize("size", SIZES)
async def test_enter_narrows_the_search_to_a_period(
    opened: Any, until: Any, screen_text: Any, size: tuple[int, int]
) -> None:
    async with opened(size) as (app, pilot):
        await pilot.press(*"lind", "enter")
        await until(pilot, lambda: app.main.session.query == "lind" and app.focused is not app.main.search.box)
        await pilot.press("O")
        await until(pilot, lambda: app.screen is not app.main and app.screen.list.items)
        assert "lind · 3 articles" in screen_text(app)
        assert "articles" in screen_text(app).splitlines()[2]
        await pilot.press("k", "enter")
        assert app.screen is app.main
        assert app.main.search.box.value == "lind date:2021-03"


async def test_an_actor_is_shown_over_time_by_another_unit(
    opened: Any, library: Any, until: Any, screen_text: Any
) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "a", *"novak", "enter")
        await until(pilot, lambda: app.main.session.card and not app.main.typing)
        await pilot.press("O")
        await until(pilot, lambda: app.screen is not app.main and app.screen.list.items)
        await pilot.press("y")
        await until(pilot, lambda: "|jana-novak|year" in library.asked)
        await pilot.press("g", "enter")
        assert app.main.search.box.value == 'actor:"Jana Nováková" date:2021-03'


async def test_where_nothing_is_dated_it_says_what_to_do(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "a", *"lind", "enter")
        await until(pilot, lambda: app.main.session.card and not app.main.typing)
        await pilot.press("O")
        await until(pilot, lambda: "No article here has a date." in screen_text(app))
        await pilot.press("enter", "O")
        assert app.screen is app.main
