"""Watching a folder, and the doctor."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.terminal import Terminal
from index import cache
from tests.cli.conftest import Tui

ROOT = Path(__file__).resolve().parents[2]


def test_what_is_derived_may_be_kept_inside_the_corpus(
    tui: Tui, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("READOUT_CACHE", "READOUT_DATA"):
        monkeypatch.setenv(name, str(corpus / "kept"))
    assert tui("index", "--corpus", corpus).err == ""
    assert tui("star", "good", "--corpus", corpus).code == 0
    built = {path.name for path in (corpus / "kept").rglob("gen-*")}
    assert tui("search", "works", "--corpus", corpus).err == ""
    assert {path.name for path in (corpus / "kept").rglob("gen-*")} == built


def test_what_comes_into_a_folder_is_told_as_it_comes(corpus: Path, tui: Tui) -> None:
    argv = [sys.executable, "-m", "tui", "index", "--watch", "--plain", "--corpus", str(corpus)]
    with Terminal(argv, columns=160, env={"PYTHONPATH": str(ROOT)}) as terminal:
        terminal.wait("1 article. Watching")
        for name, title in (("b.txt", "Talks go on"), ("c.txt", "Talks end")):
            (corpus / name).write_text(f"{title}\n\nThey met on Tuesday.\n", encoding="utf-8")
            terminal.wait(f"came +{name} +{title}")
        (corpus / "b.txt").write_text("")
        terminal.wait("tui: b.txt: ")
        (corpus / "c.txt").unlink()
        terminal.wait("gone +c.txt")
        terminal.press("<ctrl+c>")
        assert terminal.finish() == 130
    assert tui("search", "tuesday", "--corpus", corpus).code == 1


def test_a_folder_may_be_empty_for_a_while(tui: Tui, tmp_path: Path) -> None:
    argv = [sys.executable, "-m", "tui", "index", "--watch", "--plain", "--corpus", str(tmp_path)]
    with Terminal(argv, columns=160, env={"PYTHONPATH": str(ROOT)}) as terminal:
        terminal.wait("0 articles. Watching")
        (tmp_path / "a.txt").write_text("Talks\n\nThey met.\n", encoding="utf-8")
        terminal.wait("came +a.txt +Talks")
        (tmp_path / "a.txt").unlink()
        terminal.wait("gone +a.txt")
        (tmp_path / "b.txt").write_text("More talks\n\nThey met.\n", encoding="utf-8")
        terminal.wait("came +b.txt +More talks")
        terminal.press("<ctrl+c>")
        assert terminal.finish() == 130


def test_the_doctor_mends_what_is_derived_and_nothing_else(corpus: Path, tui: Tui) -> None:
    assert tui("index", "--corpus", corpus).code == 0
    (cache.home(corpus) / "manifest").write_text("{")
    sick = tui("doctor", "--corpus", corpus)
    assert (sick.code, "index\twrong" in sick.out) == (1, True)
    assert tui("doctor", "--fix", "--corpus", corpus).code == 0
    ledger = cache.decisions(corpus)
    ledger.parent.mkdir(parents=True, exist_ok=True)
    ledger.write_text("[[")
    still = tui("doctor", "--fix", "--corpus", corpus)
    assert (still.code, "decisions\twrong" in still.out, ledger.read_text()) == (1, True, "[[")


def test_the_doctor_looks_at_settings_and_a_folder_that_is_not_there(
    corpus: Path, tui: Tui, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READOUT_CONFIG", str(tmp_path))
    (tmp_path / "config.toml").write_text("theme = 'mauve'\n")
    assert "config\twrong" in tui("doctor", "--corpus", corpus).out
    gone = tui("doctor", "--corpus", corpus / "gone")
    assert (gone.code, "corpus\twrong" in gone.out) == (1, True)


@pytest.mark.parametrize(("term", "locale", "state"), [("xterm", "C.UTF-8", "well"), ("dumb", "C.UTF-8", "wrong")])
def test_the_doctor_looks_at_the_terminal(corpus: Path, tui: Tui, term: str, locale: str, state: str) -> None:
    env = {"PYTHONPATH": str(ROOT), "TERM": term, "LC_ALL": locale}
    argv = [sys.executable, "-m", "tui", "doctor", "--plain", "--corpus", str(corpus)]
    with Terminal(argv, columns=160, env=env) as terminal:
        assert terminal.finish() == (0 if state == "well" else 1)
        assert f"terminal        {state}" in terminal.text()
