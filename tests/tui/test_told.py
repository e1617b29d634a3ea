"""What is told in the footer can be read whole, also where the terminal is narrow."""

from __future__ import annotations

from typing import Any

import pytest

from index.errors import CorpusError
from index.model import Problem


async def test_a_sentence_takes_the_lines_that_it_needs_and_gives_them_back(opened: Any, screen_text: Any) -> None:
    async with opened((40, 12)) as (app, pilot):
        await pilot.press("escape", "2", "y")
        assert screen_text(app).splitlines()[-2:] == [
            " Go to a quotation first ( ] ), or", " select words with the mouse."
        ]  # fmt: skip
        await pilot.press("j")
        assert screen_text(app).splitlines()[-1].startswith(" / search")
        assert screen_text(app).splitlines()[-2].startswith("╰")


async def test_where_a_decision_is_kept_is_told_only_if_there_is_room(
    opened: Any, library: Any, until: Any, screen_text: Any
) -> None:
    async with opened((40, 12)) as (app, pilot):
        await pilot.press("escape", "2", "]", "v")
        await until(pilot, lambda: "right as it stands" in " ".join(screen_text(app).split()))
        assert "kept in" not in screen_text(app)
        assert screen_text(app).splitlines()[-3].startswith("╰")


@pytest.mark.parametrize(("key", "first"), [("F", "enter narrows"), ("#", "tab takes a tag")])
async def test_keys_of_what_is_above_the_panes_are_told_in_any_width(
    opened: Any, until: Any, screen_text: Any, key: str, first: str
) -> None:
    async with opened() as (app, pilot):
        await pilot.press(*"ferry", "enter")
        await until(pilot, lambda: app.main.session.query == "ferry")
        await pilot.press(key)
        await until(pilot, lambda: first in screen_text(app))
        await pilot.resize_terminal(40, 16)
        await until(pilot, lambda: "esc" in screen_text(app).splitlines()[-1])
        assert "…" not in screen_text(app).splitlines()[-1]


async def test_of_files_that_cannot_be_read_one_is_told_and_what_names_the_others(
    opened: Any, library: Any, until: Any, screen_text: Any
) -> None:
    problems = tuple(Problem(file=f"{name}.pdf", reason="it is empty") for name in "abc")
    overview = library.overview().model_copy(update={"problems": problems})
    library.overview = lambda: overview
    async with opened() as (app, pilot):
        await until(pilot, lambda: "a.pdf: it is empty, and 2 more · “tui index” names all" in screen_text(app))


async def test_where_nothing_can_be_opened_only_keys_that_do_something_are_told(
    opened: Any, library: Any, until: Any, screen_text: Any
) -> None:
    found: list[Any] = []

    def connect(folder: Any, progress: Any) -> Any:
        if not found:
            raise CorpusError("There is nothing to read", "No file is of a kind that is read", "Name another")
        return library

    async with opened((100, 24), connect=connect, wait=False) as (app, pilot):
        await until(pilot, lambda: "There is nothing to read" in screen_text(app))
        assert "f5 looks again, q leaves Readout." in " ".join(screen_text(app).split())
        footer = screen_text(app).splitlines()[-1]
        assert footer.split() == ["tab", "next", "pane", "q", "quit", "?", "keys"]
        await pilot.press("Q")
        assert "Nothing is open here: f5 looks again." in screen_text(app)
        found.append(library)
        await pilot.press("f5")
        await until(pilot, lambda: app.main.session.page is not None and app.main.session.page.hits)
        assert "/ search" in screen_text(app).splitlines()[-1]
