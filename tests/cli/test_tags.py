"""Stars and tags on the command line: given, listed, found, taken, taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Tui


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tui: Tui) -> Path:
    monkeypatch.setenv("READOUT_DATA", str(tmp_path / "data"))
    folder = tmp_path / "news"
    folder.mkdir()
    for name, words in (("ferry", "ferries"), ("tunnel", "tunnels"), ("bridge", "bridges")):
        (folder / f"{name}.txt").write_text(f"On {words}\n\nNobody wants {words} here.\n", encoding="utf-8")
    monkeypatch.setenv("READOUT_CORPUS", str(folder))
    return folder


def found(tui: Tui, query: str) -> list[str]:
    return sorted(json.loads(line)["id"] for line in tui("search", query, "--json").out.splitlines())


def test_stars(news: Path, tui: Tui) -> None:
    done = tui("star", "ferry", "bridge")
    assert (done.code, done.out) == (0, "ferry.txt\t*\t\nbridge.txt\t*\t\n")
    assert done.err == "tui: 2 articles changed. To take that back: tui undo\n"
    assert tui("star", "ferry").err == "tui: That is so already.\n"
    assert found(tui, "is:starred") == ["bridge.txt", "ferry.txt"]
    assert tui("unstar", "--matching", "is:starred bridges").out == "bridge.txt\t\t\n"
    assert found(tui, "is:starred") == ["ferry.txt"]
    assert tui("undo").out == "bridge.txt\tOn bridges\tstarred no longer\n"
    assert found(tui, "is:starred") == ["bridge.txt", "ferry.txt"]


def test_tags(news: Path, tui: Tui) -> None:
    assert tui("tags").code == 1
    assert tui("tag", "ferry", "follow up", "brief").out == "ferry.txt\t\tbrief, follow up\n"
    (shape,) = tui("tag", "--matching", "tunnels", "Brief", "--json").out.splitlines()
    assert json.loads(shape) == {"schema": 1, "article": "tunnel.txt", "starred": False, "tags": ["brief"]}
    assert tui("tags").out == "brief\t2\nfollow up\t1\n"
    assert tui("tags", "--json").out.splitlines()[0] == '{"schema": 1, "tag": "brief", "articles": 2}'
    assert found(tui, "tag:follow-up") == ["ferry.txt"]
    assert tui("untag", "ferry", "brief", "follow up").out == "ferry.txt\t\t\n"
    assert tui("tags").out == "brief\t1\n"


def test_they_are_shown(news: Path, tui: Tui) -> None:
    tui("star", "ferry")
    tui("tag", "ferry", "follow up", "brief")
    assert tui("search", "ferries").out.rstrip("\n").split("\t")[-1] == "* brief, follow up"
    (hit,) = map(json.loads, tui("search", "ferries", "--json").out.splitlines())
    (whole,) = map(json.loads, tui("show", "ferry", "--json").out.splitlines())
    for shape in (hit, whole):
        assert (shape["starred"], shape["tags"]) == (True, ["brief", "follow up"])
    assert tui("search", "ferries", "--csv").out.splitlines()[1].endswith('*,"brief, follow up"')
    assert "starred: yes\ntags: brief, follow up\n" in tui("show", "ferry").out
    assert "starred" not in tui("show", "bridge").out


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("tag", "ferry"), 2, "Name a tag"),
        (("tag", "--matching", "ferries"), 2, "means nothing here|Something is missing"),
        (("tag", "ferry", "?!"), 2, "'?!' is no tag"),
        (("star", "zebra"), 2, "There is no article 'zebra'"),
        (("star", "--matching", "zebra"), 1, "No article answers that"),
        (("star", "--matching", "ferries", "bridge"), 2, "takes no words with --matching"),
        (("search", "tag:brief"), 2, "There are no tags here yet"),
    ],
)
def test_what_cannot_be_done(words: tuple[str, ...], code: int, told: str, news: Path, tui: Tui) -> None:
    done = tui(*words)
    assert (done.code, done.out) == (code, "")
    assert any(part in done.err for part in told.split("|"))
    assert tui("undo").code == 1
