from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import NamedTuple

from textual.app import App, ComposeResult
from textual.pilot import Pilot

from tui.text.lines import Line, line
from tui.widgets.virtual_list import Item, Plain, VirtualList


class Tall(NamedTuple):
    """An item of so many lines."""

    name: str
    height: int = 2
    selectable: bool = True

    def lines(self, width: int) -> Sequence[Line]:
        return [line(f"{self.name} {number}") for number in range(self.height)]


class Listed(App[None]):
    """A list and nothing else."""

    def __init__(self, items: Sequence[Item]) -> None:
        super().__init__()
        self.list = VirtualList()
        self.items = items
        self.said: list[object] = []

    def compose(self) -> ComposeResult:
        yield self.list

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return {"cursor-back": "#222222"}

    def on_mount(self) -> None:
        self.list.show(self.items)

    def on_virtual_list_moved(self, event: VirtualList.Moved) -> None:
        self.said.append(event.index)

    def on_virtual_list_chosen(self, event: VirtualList.Chosen) -> None:
        self.said.append(("chosen", event.index))


@asynccontextmanager
async def listed(items: Sequence[Item]) -> AsyncIterator[tuple[Listed, Pilot[None]]]:
    app = Listed(items)
    async with app.run_test(size=(20, 10)) as pilot:
        yield app, pilot


def seen(app: Listed) -> list[str]:
    return [app.list.render_line(y).text.rstrip() for y in range(app.list.size.height)]


async def test_the_cursor_passes_over_what_cannot_be_chosen() -> None:
    items = [Plain([line("heading")]), Tall("a"), Plain(), Tall("b")]
    async with listed(items) as (app, pilot):
        assert app.list.cursor == 1
        assert app.list.move(1)
        assert app.list.cursor == 3
        assert not app.list.move(1)
        await pilot.pause()
        assert app.said == [3]


async def test_ten_thousand_items_and_the_last_in_sight() -> None:
    async with listed([Tall(f"item {n}") for n in range(10_000)]) as (app, _):
        app.list.move_to(app.list.last())
        assert seen(app)[-2:] == ["▌item 9999 0", "▌item 9999 1"]
        app.list.move(-1)
        assert seen(app)[-4:] == ["▌item 9998 0", "▌item 9998 1", " item 9999 0", " item 9999 1"]


async def test_what_stands_above_the_first_comes_into_sight_with_it() -> None:
    async with listed([Plain([line("heading")]), *[Tall(str(n)) for n in range(20)]]) as (app, _):
        app.list.move_to(15)
        assert seen(app)[0] != " heading"
        app.list.move_to(app.list.first())
        assert seen(app)[0] == " heading"


async def test_clicks_move_and_choose() -> None:
    async with listed([Tall("a"), Tall("b")]) as (app, pilot):
        await pilot.click(app.list, offset=(3, 3))
        assert app.said == [1]
        await pilot.click(app.list, offset=(3, 3), times=2)
        assert app.said[-1] == ("chosen", 1)


async def test_a_second_click_chooses_however_late_it_comes() -> None:
    async with listed([Tall("a"), Tall("b")]) as (app, pilot):
        await pilot.click(app.list, offset=(3, 0))
        assert app.said == []  # the cursor stood there, and nobody has chosen it
        await pilot.click(app.list, offset=(3, 3))
        await pilot.click(app.list, offset=(3, 0))
        await pilot.click(app.list, offset=(3, 0))
        assert app.said == [1, 0, ("chosen", 0)]


async def test_an_empty_list_answers() -> None:
    async with listed([]) as (app, _):
        assert not app.list.move(1)
        assert not app.list.move_to(3)
        assert app.list.page() == 1
        assert set(seen(app)) == {""}


async def test_a_narrower_list_is_set_anew_with_the_cursor_in_sight() -> None:
    async with listed([Tall(str(n)) for n in range(30)]) as (app, pilot):
        app.list.move_to(20)
        await pilot.resize_terminal(12, 5)
        await pilot.pause()
        assert any(row.startswith("▌20") for row in seen(app))
