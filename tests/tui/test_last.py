from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import last
from tui.app import ReadoutApp
from tui.gateway import Gateway
from tui.last import Last
from tui.layout import PANES, WEIGHTS
from tui.session import ORDERS, Current, Visit
from tui.settings import Settings

PLACES = st.none() | st.builds(
    Current, st.sampled_from(["hit", "quotation", "name", "passage"]), st.integers(0, 9), st.integers(0, 9),
    st.integers(0, 9), st.lists(st.text(max_size=3)).map(tuple),
)  # fmt: skip
VISITS = st.builds(
    Visit, st.sampled_from(PANES), st.none() | st.text(), st.integers(-1, 99), PLACES, st.none(), st.just(0), st.none()
)
LASTS = st.builds(
    Last, st.text(), st.sampled_from(ORDERS), VISITS,
    st.fixed_dictionaries({pane: st.integers(1, 99) for pane in PANES}), st.booleans(),
)  # fmt: skip


@given(here=LASTS)
def test_what_was_kept_is_read_again(here: Last, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.getbasetemp() / "last.json"
    last.keep(file, here, lambda path, text: path.write_text(text, encoding="utf-8") and None)
    assert last.read(file) == here


@pytest.mark.parametrize("text", ["", "[]", "{}", "\x00", '{"query": 3}', '{"query": "a", "widths": {}}', "9" * 5000])
def test_what_cannot_be_read_is_as_if_never_kept(text: str, tmp_path: Path) -> None:
    (tmp_path / "last.json").write_text(text)
    assert last.read(tmp_path / "last.json") is None
    assert last.read(tmp_path / "none.json") is None


def test_what_cannot_be_kept_is_let_go(tmp_path: Path) -> None:
    def full(path: Path, text: str) -> None:
        raise OSError("no room")

    last.keep(tmp_path / "last.json", Last("", "rank", Visit(), WEIGHTS), full)
    assert not list(tmp_path.iterdir())


class Kept(Gateway):
    """A gateway that knows where the reader was."""

    here = Last("ferries", "date", Visit("article", "bridge.txt", -1), {"search": 30, "article": 50, "actors": 40})

    def recall(self) -> Last:
        return self.here


async def test_the_app_begins_where_the_reader_was(tmp_path: Path, library: Any, until: Any) -> None:
    app = ReadoutApp(tmp_path, Settings("dark"), Kept(tmp_path, lambda folder, progress: library))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.session.article and app.main.session.pane == "article")
        assert app.main.session.article.id == "bridge.txt"
        assert app.main.search.box.value == "ferries"
        assert app.main.left() == Kept.here


async def test_what_is_typed_takes_the_place_of_what_was_restored(tmp_path: Path, library: Any, until: Any) -> None:
    app = ReadoutApp(tmp_path, Settings("dark"), Kept(tmp_path, lambda folder, progress: library))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"odd")
        await until(pilot, lambda: app.main.session.page and app.main.session.page.query == "odd")
        assert app.main.search.box.value == "odd"


@pytest.mark.parametrize(("restore", "fresh"), [(False, False), (True, True)])
async def test_it_begins_afresh_where_that_is_wanted(
    restore: bool, fresh: bool, tmp_path: Path, library: Any, until: Any
) -> None:
    gateway = Kept(tmp_path, lambda folder, progress: library)
    app = ReadoutApp(tmp_path, Settings("dark", restore=restore), gateway, fresh=fresh)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.session.article)
        assert app.main.search.box.value == ""
        assert app.main.weights == WEIGHTS


async def test_who_has_gone_elsewhere_meanwhile_is_left_there(
    tmp_path: Path, library: Any, slow_gate: Any, until: Any
) -> None:
    def connect(folder: Path, progress: Any) -> Any:
        slow_gate.wait(30)
        return library

    app = ReadoutApp(tmp_path, Settings("dark"), Kept(tmp_path, connect))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("escape", "a", *"lind")
        slow_gate.set()
        await until(pilot, lambda: app.main.session.page and app.main.session.card)
        await pilot.pause()
        assert app.focused is app.main.actors.box
        assert app.main.actors.box.value == "lind"
