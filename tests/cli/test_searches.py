"""Searches kept on the command line, in the file that the app reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Tui


@pytest.fixture(autouse=True)
def own(tui: Tui, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test keeps is its own."""
    monkeypatch.setenv("READOUT_DATA", str(tmp_path))


def kept(tui: Tui) -> list[dict[str, object]]:
    return [json.loads(line) for line in tui("kept", "--json").out.splitlines()]


def test_one_is_kept_run_and_forgotten(tui: Tui, tmp_path: Path) -> None:
    assert tui("keep", "my spring", "s-400", "date:2021-04").code == 0
    (path,) = tmp_path.rglob("searches.toml")
    path.write_text(path.read_text("utf-8").replace("seen = 1", "seen = 0"), encoding="utf-8")
    (line,) = kept(tui)
    assert line == {
        "schema": 1, "what": "kept", "name": "my spring", "query": "s-400 date:2021-04", "articles": 1, "new": 1,
    }  # fmt: skip
    assert tui("kept", "my spring").out == tui("search", "s-400 date:2021-04").out
    assert [line["new"] for line in kept(tui)] == [0]  # it has been looked at
    assert tui("forget", "my spring").code == 0
    assert tui("kept").code == 1


def test_what_is_no_query_is_not_kept(tui: Tui) -> None:
    done = tui("keep", "broken", "(s-400")
    assert done.code == 2
    assert "not closed" in done.err
    assert kept(tui) == []


def test_a_name_that_is_not_kept_is_told(tui: Tui) -> None:
    for words in (("kept", "spring"), ("forget", "spring")):
        done = tui(*words)
        assert done.code == 2
        assert "No search is kept under spring" in done.err


def test_a_broken_file_is_named_and_left_alone(tui: Tui, tmp_path: Path) -> None:
    tui("keep", "spring", "s-400")
    (path,) = tmp_path.rglob("searches.toml")
    path.write_text("no toml", encoding="utf-8")
    done = tui("keep", "summer", "s-400")
    assert done.code == 2
    assert str(path) in done.err
    assert path.read_text("utf-8") == "no toml"
