"""Saying of many articles at once where they come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Tui


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tui: Tui) -> Path:
    monkeypatch.setenv("READOUT_DATA", str(tmp_path / "data"))
    folder = tmp_path / "news"
    folder.mkdir()
    for name, words in (("herald-1", "ferries"), ("herald-2", "tunnels"), ("post", "bridges")):
        (folder / f"{name}.txt").write_text(f"On {words}\n\nNobody wants {words} here.\n", encoding="utf-8")
    monkeypatch.setenv("READOUT_CORPUS", str(folder))
    return folder


def test_previewed_said_and_taken_back(news: Path, tui: Tui) -> None:
    words = ("source", "--matching", "file:herald", "--outlet", "The Herald")
    preview = tui(*words, "--preview")
    assert [line.split("\t")[0] for line in preview.out.splitlines()] == ["herald-1.txt", "herald-2.txt"]
    assert "2 articles would change." in preview.err
    assert tui("search", "outlet:herald").code == 1
    done = tui(*words)
    assert (done.code, done.out) == (0, "")
    assert "2 articles changed. To take that back: tui undo" in done.err
    assert len(tui("search", "outlet:herald").out.splitlines()) == 2
    assert tui("undo").out == "\t2 articles\toutlet: The Herald\n"
    assert tui("search", "outlet:herald").code == 1


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--matching", "zebra", "--outlet", "X"), 1, "No article answers that"),
        (("--matching", "file:herald"), 2, "Say where it comes from"),
        (("--matching", "file:herald", "--url", "https://x.example"), 2, "An address is of one article"),
        (("--matching", "file:herald", "--outlet", "X", "herald-1"), 2, "takes no words with --matching"),
        (("--matching", "(", "--outlet", "X"), 2, ""),
    ],
)
def test_what_cannot_be_said(words: tuple[str, ...], code: int, told: str, news: Path, tui: Tui) -> None:
    done = tui("source", *words)
    assert (done.code, done.out) == (code, "")
    assert told in done.err
