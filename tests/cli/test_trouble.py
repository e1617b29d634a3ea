"""Bad input and bad luck: a sentence on stderr that names it and says what to do, exit 2, no data, no trace."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.terminal import Terminal
from tests.cli.conftest import Tui

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"

def assert_told(done: Any, *said: str) -> None:
    assert done.code == 2
    assert done.out == ""
    assert done.err.startswith("tui: ")
    assert "Traceback" not in done.err
    for words in said:
        assert words in done.err


# The folder -----------------------------------------------------------------------------------------------------------


def test_a_folder_that_is_missing(tui: Tui, tmp_path: Path) -> None:
    for argv in ([tmp_path / "gone"], ["search", "x", "--corpus", tmp_path / "gone"]):
        assert_told(tui(*argv), str(tmp_path / "gone"))


def test_a_missing_folder_may_be_a_command_misspelt(
    tui: Tui, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert_told(tui("serach"), "serach", "tui search")


def test_a_missing_folder_that_the_environment_names(
    tui: Tui, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READOUT_CORPUS", str(tmp_path / "gone"))
    assert_told(tui("quotes"), str(tmp_path / "gone"))


def test_a_file_in_place_of_a_folder(tui: Tui, corpus: Path) -> None:
    assert_told(tui("index", "--corpus", corpus / "good.txt"), "good.txt", "not a folder")


def test_an_empty_folder(tui: Tui, tmp_path: Path) -> None:
    for argv in (["index"], ["search", "x"], ["export"]):
        assert_told(tui(*argv, "--corpus", tmp_path), str(tmp_path), ".txt")


def test_at_a_terminal_a_missing_folder_is_told_before_the_app_opens(tmp_path: Path) -> None:
    with Terminal([sys.executable, "-m", "tui", str(tmp_path / "gone")], env={"PYTHONPATH": str(ROOT)}) as terminal:
        assert terminal.finish() == 2
        assert "gone does not exist" in terminal.text()
        assert b"\x1b[?1049h" not in terminal.raw


# Files ----------------------------------------------------------------------------------------------------------------


def test_files_that_cannot_be_read_are_named_and_the_rest_is_read(tui: Tui, corpus: Path) -> None:
    (corpus / "binary.txt").write_bytes(bytes(range(256)) * 64)
    (corpus / "empty.txt").write_bytes(b"")
    first = tui("search", "works", "--json", "--corpus", corpus)
    assert first.code == 0
    assert [json.loads(line)["file"] for line in first.out.splitlines()] == ["good.txt"]
    again = tui("search", "works", "--json", "--corpus", corpus)
    assert (again.code, again.err) == (0, "")
    index = tui("index", "--corpus", corpus)
    assert index.code == 0
    for said in (first.err, index.err):
        assert "tui: binary.txt: " in said
        assert "Traceback" not in said


def test_a_corpus_in_which_nothing_can_be_read(tui: Tui, tmp_path: Path) -> None:
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 64)
    done = tui("index", "--corpus", tmp_path)
    assert "binary.txt" in done.err
    assert "Traceback" not in done.err


def test_text_that_would_command_a_terminal_is_shown_harmlessly(tui: Tui, corpus: Path) -> None:
    nasty = "Title \x1b]0;owned\x07\n\n“Clear \x1b[2J it \u202e now,” Ada Lovelace said. \x9b31m\n"
    (corpus / "nasty.txt").write_text(nasty, encoding="utf-8")
    for argv in (["search", "owned"], ["show", "nasty"], ["quotes"], []):
        done = tui(*argv, *(["--corpus", corpus] if argv else [corpus]))
        assert done.code == 0
        assert not {"\x1b", "\x07", "\u202e", "\x9b"} & {*done.out, *done.err}
    with Terminal(
        [sys.executable, "-m", "tui", "show", "nasty", "--corpus", str(corpus)], env={"PYTHONPATH": str(ROOT)}
    ) as terminal:
        assert terminal.finish() == 0
        assert "Clear ␛[2J it � now" in terminal.text()


# Questions ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", ['"done deal', "(s-400", "s-400)", "colour:red", "OR", "a OR", "*"])
@pytest.mark.parametrize("command", ["search", "quotes"])
def test_a_query_that_is_none_is_answered_with_its_place(command: str, query: str, tui: Tui) -> None:
    done = tui(command, query)
    assert_told(done, query)
    told = done.err.splitlines()
    at = told.index(f"  {query}")
    assert told[at + 1].strip(" ") == "^" * len(told[at + 1].strip(" "))
    assert told[at + 1].strip()


@pytest.mark.parametrize("words", ["zyxwvut", "txt", "../../etc/passwd", "\x1b[31m"])
def test_an_article_that_is_unknown_or_not_the_only_one(words: str, tui: Tui) -> None:
    done = tui("show", words)
    assert_told(done)
    assert "\x1b" not in done.err


def test_an_article_id_may_be_any_part_of_it(tui: Tui) -> None:
    assert json.loads(tui("show", "004", "--json").out)["file"].startswith("004_")


# The cache ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("damage", ["manifest", "store", "store-gone", "engine-gone", "format"])
def test_a_broken_or_foreign_index_is_mended_or_told(
    damage: str, tui: Tui, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READOUT_CACHE", str(tmp_path / "own"))
    assert tui("search", "works", "--corpus", corpus).code == 0
    (manifest,) = (tmp_path / "own").rglob("manifest")
    (store,) = (tmp_path / "own").rglob("store.sqlite")
    if damage == "manifest":
        manifest.write_bytes(b"{\x00")
    elif damage == "format":
        manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "format": 0}))
    elif damage == "store":
        store.write_bytes(b"no database " * 400)
    elif damage == "store-gone":
        store.unlink()
    else:
        for file in store.with_name("engine").rglob("*"):
            file.unlink()
    done = tui("search", "works", "--corpus", corpus)
    assert "Traceback" not in done.err
    if done.code:
        assert_told(done, "--rebuild")
    assert tui("index", "--rebuild", "--corpus", corpus).code == 0
    assert tui("search", "works", "--corpus", corpus).code == 0


def test_a_cache_that_cannot_be_written(
    tui: Tui, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("READOUT_CACHE", str(tmp_path / "file"))
    done = tui("search", "works", "--corpus", corpus)
    assert done.code == 0
    assert "good.txt" in done.out
    assert str(tmp_path / "file") in done.err
    assert "READOUT_CACHE" in done.err


# The pipe and the keyboard --------------------------------------------------------------------------------------------


def test_a_pipe_that_closes_early_ends_it_quietly(tui: Tui, tmp_path: Path) -> None:
    for number in range(60):  # more than a pipe holds, so that writing fails
        (tmp_path / f"{number:03}.txt").write_text(f"Title {number}\n\n" + "Nothing new. " * 300, encoding="utf-8")
    assert tui("index", "--corpus", tmp_path).code == 0
    argv = [sys.executable, "-m", "tui", "export", "--corpus", str(tmp_path)]
    with subprocess.Popen(argv, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout and child.stderr
        child.stdout.readline()
        child.stdout.close()
        assert child.stderr.read() == b""
        assert child.wait(60) == 141


def test_ctrl_c_ends_it_quietly(corpus: Path, tui: Tui, tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    code = (
        "import sys, index.library as l, tui.cli.main as c\n"
        "l.Library.search = lambda self, *a, **k: open(sys.argv.pop()).read()\n"
        "sys.exit(c.main(sys.argv[1:]))\n"
    )
    assert tui("index", "--corpus", corpus).code == 0
    argv = [sys.executable, "-c", code, "search", "x", "--corpus", str(corpus), str(fifo)]
    # Opening for writing waits until the search has begun to read.
    with subprocess.Popen(argv, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child, fifo.open("w"):
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=60)
    assert (out, err, child.returncode) == (b"", b"", 130)
