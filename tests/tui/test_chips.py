"""What narrows a search, and what could, as chips that keys and clicks put on, turn about and take off."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from index.model import Clause, Facet, FacetValue, Page
from tests.tui.conftest import SIZES
from tests.tui.small_library import FakeLibrary
from tui import chips
from tui.chips import Chip
from tui.text.lines import cells

FACETS = (
    Facet(name="outlet", values=(FacetValue(typed="outlet:post", label="Post", count=2),)),
    Facet(name="month", values=(FacetValue(typed="date:2021-04", label="2021-04", count=1),)),
    Facet(name="country", values=(FacetValue(typed="country:norway", label="Norway", count=3),)),
)


class Counting(FakeLibrary):
    """One whose articles have something in common, which takes as long to be counted as `gate` is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()
        self.gate.set()
        self.counted: list[str] = []

    def facets(self, query: str, *, stop: Any = None) -> tuple[Facet, ...]:
        self.counted.append(query)
        while not self.gate.wait(0.01):
            if stop():
                return ()
        return FACETS


@pytest.fixture
def library() -> Counting:
    return Counting()


def a_page(query: str, total: int | None, *clauses: Clause, copies: int = 0) -> Page:
    return Page(query=query, hits=(), total=total, copies=copies, seconds=0, clauses=clauses)


def facet(name: str, **counts: int) -> Facet:
    values = tuple(FacetValue(typed=f"{name}:{label}", label=label, count=count) for label, count in counts.items())
    return Facet(name=name, values=values)


def test_what_is_proposed_tells_results_apart() -> None:
    facets = [facet("kind", direct=11), facet("outlet", a=12, b=10, c=4, d=3), facet("topic", e=7, f=1)]
    page = a_page("fish", 14, copies=2)
    assert [chip.label for chip in chips.proposed(page, facets)] == ["b 10", "e 7", "c 4"]
    assert [chip.label for chip in chips.proposed(a_page("fish", None), facets)][-1] == "direct 11"
    (chip,) = chips.proposed(page, [facet("outlet", a=3)])
    assert (chip.query, chip.turned, chip.on) == ("fish outlet:a", "fish -outlet:a", False)


CHIPS = [Chip("post", True, "", ""), Chip("漢字 and more", True, "", "-"), Chip("x" * 50, False, "x", "-x")]


@pytest.mark.parametrize("width", [6, 14, 29, 80])
@pytest.mark.parametrize("current", [None, *CHIPS])
def test_chips_never_leave_their_rows(width: int, current: Chip | None) -> None:
    shown = chips.row(CHIPS, current, width)
    assert sum(cells([piece]) + 1 for _, piece in shown) - 1 <= width
    assert current is None or current in [chip for chip, _ in shown]
    assert [piece.text[0] for chip, piece in shown if chip == current] == ["["] * (current is not None)
    for placed in chips.rows(CHIPS, width, 2):
        assert len(chips.row(placed, current, width)) == len(placed)


def rule(app: Any, screen_text: Any) -> str:
    return screen_text(app).splitlines()[app.main.search.rule.region.y]  # type: ignore[no-any-return]


@pytest.mark.parametrize("size", SIZES)
async def test_a_part_of_the_query_is_a_chip_that_keys_take_off(
    opened: Any, until: Any, screen_text: Any, size: tuple[int, int]
) -> None:
    async with opened(size) as (app, pilot):
        await pilot.press(*"lind to:novak date:2021", "enter")
        await until(pilot, lambda: "[date:2021 ✕]" in rule(app, screen_text))
        await pilot.press("left", "x")
        assert app.main.search.box.value == "lind date:2021"
        await until(pilot, lambda: app.main.session.query == "lind date:2021")
        await pilot.press("minus")
        await until(pilot, lambda: "[-date:2021 ✕]" in rule(app, screen_text))
        await pilot.press("minus", "x")
        await until(pilot, lambda: app.main.session.query == "lind" and "✕" not in rule(app, screen_text))


async def test_where_there_is_no_room_for_all_dots_tell_of_more(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened((40, 12)) as (app, pilot):
        await pilot.press(*"lind to:novak date:2021 outlet:strait author:reader", "enter")
        await until(pilot, lambda: "… outlet:strait ✕ ─[author:reader ✕]─" in rule(app, screen_text))
        await pilot.press("right")
        await until(pilot, lambda: "─[to:novak ✕]─ date:2021 ✕ …" in rule(app, screen_text))


async def test_a_mistake_stands_where_the_chips_were(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press(*"lind date:2021", "enter")
        await until(pilot, lambda: "[date:2021 ✕]" in rule(app, screen_text))
        await pilot.press("slash", "end", *" (")
        await until(pilot, lambda: "not closed" in rule(app, screen_text))
        await pilot.press("escape")
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: app.size.width == 80)
        assert "not closed" in rule(app, screen_text)
        await pilot.press("slash", "end", "backspace", "backspace", "enter")
        await until(pilot, lambda: "[date:2021 ✕]" in rule(app, screen_text))


async def test_without_a_chip_the_keys_say_so(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened((40, 12)) as (app, pilot):
        await pilot.press(*"lind", "enter")
        await until(pilot, lambda: app.main.session.query == "lind" and not app.main.typing)
        await pilot.press("x")
        assert "No field narrows this search" in screen_text(app)
    async with opened() as (app, pilot):
        await pilot.press(*"e", "enter")
        await until(pilot, lambda: "Post 2" in screen_text(app))
        await pilot.press("x")
        assert "Go to a chip first ( → )" in screen_text(app)


@pytest.mark.parametrize("size", SIZES[:2])
async def test_what_could_narrow_is_proposed_and_no_line_jumps(
    opened: Any, until: Any, screen_text: Any, library: Counting, size: tuple[int, int]
) -> None:
    library.gate.clear()
    async with opened(size) as (app, pilot):
        top = app.main.search.list.region.y
        await pilot.press("e", "enter")
        await until(pilot, lambda: library.counted and app.main.session.query == "e")
        before = app.main.search.list.region.y
        assert before > top
        library.gate.set()
        await until(pilot, lambda: " Post 2 " in screen_text(app))
        assert app.main.search.list.region.y == before
        await pilot.press("right")
        assert "[Post 2]" in screen_text(app)
        await pilot.press("x")
        await until(pilot, lambda: "[outlet:post ✕]" in rule(app, screen_text))
        assert app.main.search.box.value == "e outlet:post"
        await until(pilot, lambda: " Post 2 " in screen_text(app))
        await pilot.press("right", "minus")
        assert app.main.search.box.value == "e outlet:post -outlet:post"


async def test_nothing_is_counted_where_there_is_no_room(opened: Any, until: Any, library: Counting) -> None:
    async with opened((40, 12)) as (app, pilot):
        await pilot.press("e", "enter", "F")
        await until(pilot, lambda: library.counted)
        assert app.main.search.chips.all == []
        assert app.screen is not app.main
        assert library.counted == ["e"]


async def test_a_count_ends_where_something_else_is_typed(
    opened: Any, until: Any, screen_text: Any, library: Counting
) -> None:
    library.gate.clear()
    async with opened() as (app, pilot):
        await pilot.press("e")
        await until(pilot, lambda: library.counted == ["e"])
        await pilot.press("r")
        await until(pilot, lambda: library.counted == ["e", "er"])
        library.gate.set()
        await until(pilot, lambda: app.main.session.facets)
        assert app.main.session.facets.query == "er"
        await pilot.press("r", "q", "q")
        await until(pilot, lambda: app.main.session.page.hits == ())
        assert "Post" not in screen_text(app)


async def test_in_the_list_of_all_a_minus_excludes(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        box = app.main.search.box
        await pilot.press(*"e", "enter", "F")
        await until(pilot, lambda: "2021-04" in screen_text(app))
        await pilot.press(*"-2021", "enter")
        assert box.value == "e -date:2021-04"
        await until(pilot, lambda: app.main.session.query == "e -date:2021-04")
        await pilot.press("F", "minus")
        await until(pilot, lambda: "± -date:2021-04" in screen_text(app))
        await pilot.press("enter")
        assert box.value == "e date:2021-04"


async def test_a_click_puts_a_chip_on_and_takes_it_off(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("e", "enter")
        await until(pilot, lambda: " Post 2 " in screen_text(app))
        await pilot.click("#search-more", offset=(3, 0))
        await until(pilot, lambda: "outlet:post ✕" in rule(app, screen_text))
        await pilot.click("#search-rule", offset=(3, 0))
        await until(pilot, lambda: app.main.session.query == "e")
        await pilot.click("#search-rule", offset=(3, 0))
        assert app.main.search.box.value == "e"


async def test_in_a_large_corpus_nothing_is_counted_unasked(
    opened: Any, until: Any, library: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.hearing._LARGE", 2)
    async with opened() as (app, pilot):
        top = app.main.search.list.region.y
        await pilot.press("e", "enter")
        await until(pilot, lambda: app.main.session.query == "e")
        assert app.main.search.list.region.y == top  # no room is kept for what will not come
        await pilot.press("F")
        await until(pilot, lambda: library.counted == ["e"])
