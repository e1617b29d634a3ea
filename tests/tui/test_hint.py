"""Whoever is here for the first time is told how one goes on, until an article is read."""

from __future__ import annotations

from typing import Any

import pytest

from index import cache
from tui.gateway import Gateway
from tui.panes.hint import Hint

LINES = ["type   answers come at once", "enter  to them, and to read", "]      to the next quotation",
         "esc    then ? keys, q leaves"]  # fmt: skip


@pytest.fixture
def newcomer(opened: Any) -> Any:
    """Opens the app for somebody who has never opened anything."""
    (cache.root() / "corpora").rmdir()
    return opened


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_four_lines_until_an_article_is_read(
    newcomer: Any, until: Any, screen_text: Any, size: tuple[int, int]
) -> None:
    async with newcomer(size) as (app, pilot):
        shown = screen_text(app)
        assert all(line in shown for line in LINES)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: not app.main.query(Hint))
        assert app.main.session.pane == "article"


async def test_a_small_terminal_has_room_for_results_instead(newcomer: Any) -> None:
    async with newcomer((40, 12)) as (app, _):
        assert not app.main.query(Hint)


async def test_whoever_has_opened_a_folder_is_not_told_again(opened: Any) -> None:
    async with opened() as (app, _):
        assert not app.main.query(Hint)


def test_a_folder_was_opened_once_its_index_stands(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READOUT_CACHE", str(tmp_path / "cache"))
    gateway = Gateway(tmp_path)
    assert gateway.is_first_of_all
    gateway.last.parent.mkdir(parents=True)
    assert not gateway.is_first_of_all
