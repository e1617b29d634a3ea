"""The quotations of what was searched for, as a list and as a file."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest


async def test_the_quotations_that_hold_the_words_searched_for_are_listed(opened: Any, until: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press(*"bargain")
        await until(pilot, lambda: app.main.session.query == "bargain")
        await pilot.press("enter", "Q")
        await until(pilot, lambda: app.main.ledger and app.main.session.rows)
        assert app.main.ledger.box.value == "bargain"
        assert [row.said.quotation.text for row in app.main.session.rows] == ["a fair bargain"]


@pytest.mark.parametrize(("form", "begins"), [("csv", "text,speaker,addressee"), ("md", "- **Jana Nováková**")])
async def test_what_is_listed_is_written_to_a_file(
    opened: Any, until: Any, screen_text: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, begins: str
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened() as (app, pilot):
        await pilot.press("escape", "Q")
        await until(pilot, lambda: app.main.ledger and app.main.session.rows)
        await pilot.press("X")
        assert "Markdown" in screen_text(app)
        await pilot.press(*form, "enter")
        written = tmp_path / f"quotations.{form}"
        await until(pilot, lambda: "4 quotations written to" in screen_text(app))
        assert written.read_text("utf-8").startswith(begins)
        await pilot.press("X", *form, "enter")
        await until(pilot, (tmp_path / f"quotations-2.{form}").exists)  # what is there is never written over
        if form == "csv":
            with written.open(encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file))
            assert [row["speaker"] for row in rows][:2] == ["Jana Nováková", "Per Lind"]


async def test_where_it_cannot_be_written_that_is_said(
    opened: Any, until: Any, screen_text: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tui.exports.write_quotations", refuse)
    async with opened() as (app, pilot):
        await pilot.press("escape", "Q")
        await until(pilot, lambda: app.main.ledger and app.main.session.rows)
        await pilot.press("X", "enter")
        await until(pilot, lambda: "could not be written" in screen_text(app))


@pytest.mark.parametrize("key", ["x", "X"])
async def test_a_timeline_is_written_as_the_table_that_it_is(
    opened: Any, until: Any, screen_text: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened((200, 40)) as (app, pilot):
        await pilot.press("escape", "O")
        await until(pilot, lambda: app.screen is not app.main and app.screen.list.items)
        await pilot.press(key)
        await until(pilot, lambda: "The timeline by month, 3 months, written to" in screen_text(app))
    written = (tmp_path / "timeline.csv").read_text("utf-8").splitlines()
    assert written[:2] == ["month,articles,quotations,contacts,typed", "2021-03,2,4,0,date:2021-03"]


async def test_topics_are_written_from_the_list_in_whose_box_one_types(
    opened: Any, until: Any, screen_text: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened((200, 40)) as (app, pilot):
        await pilot.press("escape", "T")
        await until(pilot, lambda: "Ferries" in screen_text(app))
        await pilot.press(*"xyz", "ctrl+x")
        await until(pilot, lambda: "1 topic written to" in screen_text(app))
    assert (tmp_path / "topics.csv").read_text("utf-8") == "name,articles\nFerries,2\n"
