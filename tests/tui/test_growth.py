"""A library that grows while one reads: a later index is told of, and taken in without the place being lost."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from tests.tui.small_library import FakeLibrary
from tui.app import ReadoutApp
from tui.gateway import Gateway
from tui.settings import Settings


class Behind(FakeLibrary):
    """One whose files have changed since."""

    def is_current(self) -> bool:
        return False


class Later(FakeLibrary):
    """One with an article more."""

    def overview(self) -> Any:
        return super().overview().model_copy(update={"articles": 4})


@pytest.fixture
def go_on() -> Any:
    gate = threading.Event()
    yield gate
    gate.set()


def app_over(folder: Path, before: FakeLibrary, later: FakeLibrary, go_on: threading.Event) -> ReadoutApp:
    def renew(folder: Path, progress: Any) -> Any:
        assert go_on.wait(30)
        return later

    gateway = Gateway(folder, lambda folder, progress: before, renew)  # type: ignore[arg-type, return-value]
    return ReadoutApp(folder, Settings(), gateway)


async def test_who_has_not_begun_has_it_at_once(tmp_path: Path, until: Any, screen_text: Any, go_on: Any) -> None:
    before, later = Behind(), Later()
    app = app_over(tmp_path, before, later, go_on)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.session.article is not None)
        go_on.set()
        await until(pilot, lambda: "4 articles" in screen_text(app).splitlines()[0] and before.closed)
    assert later.closed


async def test_who_is_reading_is_told_and_takes_it_in(
    tmp_path: Path, until: Any, screen_text: Any, go_on: Any
) -> None:
    before = Behind()
    app = app_over(tmp_path, before, Later(), go_on)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.session.article is not None)
        await pilot.press("escape", "2", "]", "]")
        current = app.main.session.current
        go_on.set()
        await until(pilot, lambda: "1 new: f5 · 3 articles" in screen_text(app).splitlines()[0])
        await pilot.press("f5")
        await until(pilot, lambda: "4 articles" in screen_text(app).splitlines()[0] and before.closed)
        assert "new: f5" not in screen_text(app)
        assert app.main.session.current == current
        assert app.main.session.pane == "article"


async def test_where_nothing_has_changed_one_is_told_so(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "f5")
        await until(pilot, lambda: "No file has come, changed or gone." in screen_text(app).splitlines()[-1])
