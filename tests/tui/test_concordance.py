"""The concordance, as a person meets it, and as a table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from index.model import Line, When
from tests.tui.conftest import SIZES
from tui.concordance import Among
from tui.exports import lines_as_tsv, write_lines
from tui.text.lines import cells
from tui.widgets.virtual_list import VirtualList


def a_line(left: str, word: str, right: str) -> Line:
    day = When(from_="2021-04-01", to="2021-04-01", precision="day")
    return Line(article="a", file="a.txt", outlet="The Quay", published=day, start=9, end=13, left=left, word=word,
                right=right)  # fmt: skip


@pytest.mark.parametrize("width", [30, 80, 118])
@pytest.mark.parametrize("left", ["", "a few words before ", "漢字" * 60, "\t\x1b[31m"])
def test_words_begin_at_one_column_and_lines_fit(width: int, left: str) -> None:
    (drawn,) = Among(a_line(left, "deal", " and so on" * 20)).lines(width)
    (bare,) = Among(a_line("", "deal", "")).lines(width)
    assert cells(drawn) == width
    assert cells(drawn[:1]) == cells(bare[:1])
    assert drawn[1].text == "deal"


def test_the_table_has_a_head_and_a_line_each(tmp_path: Path) -> None:
    table = lines_as_tsv([a_line("one\ttwo\n", "deal", " three")])
    head, row = table.splitlines()
    assert head.split("\t") == ["file", "outlet", "date", "start", "end", "left", "word", "right", "copies"]
    assert row.split("\t") == ["a.txt", "The Quay", "2021-04-01", "9", "13", "one two ", "deal", " three", "0"]
    first, second = (write_lines(tmp_path, 'say "done deal"', table) for _ in range(2))
    assert (first.name, second.name) == ("concordance-say-done-deal.tsv", "concordance-say-done-deal-2.tsv")
    assert second.read_text(encoding="utf-8") == table


def test_what_no_file_in_utf8_can_hold_is_spelt_out(tmp_path: Path) -> None:
    written = write_lines(tmp_path, "deal", "half a \ud83d pair\n")
    assert written.read_text(encoding="utf-8") == "half a \\ud83d pair\n"


async def listed(app: Any, pilot: Any, until: Any) -> VirtualList:
    await pilot.press("escape", "/", *"lind", "enter", "K")
    await until(pilot, lambda: app.screen is not app.main and app.screen.list.items)
    return app.screen.list  # type: ignore[no-any-return]


@pytest.mark.parametrize("size", SIZES)
async def test_enter_goes_to_the_place_and_it_opens_again_there(
    opened: Any, until: Any, size: tuple[int, int]
) -> None:
    async with opened(size) as (app, pilot):
        lines = await listed(app, pilot, until)
        await pilot.press("j", "j", "enter")
        line = lines.items[2].line  # type: ignore[attr-defined]
        await until(pilot, lambda: app.main.session.current and app.main.session.current.start == line.start)
        assert app.screen is app.main
        assert app.main.session.pane == "article"
        await pilot.press("K")
        await until(pilot, lambda: app.screen is not app.main and app.screen.list.cursor == 2)


async def test_lines_are_ordered_on_keys(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        lines = await listed(app, pilot, until)
        first = lines.items[0]
        await pilot.press("r")
        await until(pilot, lambda: lines.items[-1] == first)
        assert "lind · " in screen_text(app)


async def test_lines_are_written_to_a_new_file(
    opened: Any, until: Any, screen_text: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened() as (app, pilot):
        lines = await listed(app, pilot, until)
        await pilot.press("x")
        await until(pilot, lambda: "written to" in screen_text(app).splitlines()[-1])
        assert len((tmp_path / "concordance-lind.tsv").read_text("utf-8").splitlines()) == len(lines.items) + 1


async def test_without_a_search_it_says_what_to_do(opened: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "K")
        assert "Type a search first" in screen_text(app).splitlines()[-1]
