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
