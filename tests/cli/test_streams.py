"""stdin, stdout and stderr closed, full, or unable to take every letter; and words that are no UTF-8."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Tui

ROOT = Path(__file__).resolve().parents[2]


def in_a_shell(command: str, corpus: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """`tui` and what follows it, as a shell reads that."""
    whole = f"{sys.executable} -m tui {command}"
    there = {**os.environ, "READOUT_CORPUS": str(corpus), **environment}
    return subprocess.run(["sh", "-c", whole], cwd=ROOT, env=there, capture_output=True, check=False, timeout=60)


@pytest.fixture
def turkish(tui: Tui, corpus: Path) -> Path:
    """A corpus that is built, with a letter in it that few encodings have."""
    (corpus / "good.txt").write_text("Talks\n\n“Good,” Ayşe Yılmaz said on Monday.\n", encoding="utf-8")
    assert tui("index", "--corpus", corpus).code == 0
    return corpus


@pytest.mark.parametrize(
    ("closed", "article"), [("<&-", b"good.txt"), ("2>&-", b"good.txt"), (">&-", b""), ("<&- >&- 2>&-", b"")]
)
def test_what_the_shell_has_closed_is_not_missed(closed: str, article: bytes, turkish: Path) -> None:
    done = in_a_shell(f"search talks {closed}", turkish)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.partition(b"\t")[0] == article


def test_what_is_narrated_never_goes_to_stdout(turkish: Path) -> None:
    done = in_a_shell("search colour:red 2>&-", turkish)
    assert (done.returncode, done.stdout) == (2, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("command", ["search talks", "export", "man"])
def test_an_answer_that_finds_no_room_is_told(command: str, turkish: Path) -> None:
    done = in_a_shell(f"{command} >/dev/full", turkish)
    assert done.returncode == 2
    assert done.stderr.startswith(b"tui: The answer cannot be written. ")
    assert done.stderr.count(b"\n") == 1


def test_letters_that_stdout_lacks_are_spelt_out(turkish: Path) -> None:
    done = in_a_shell("quotes", turkish, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Ay\\u015fe Y\\u0131lmaz" in done.stdout
    whole = in_a_shell("show good --json", turkish, PYTHONIOENCODING="ascii")
    assert "Ayşe Yılmaz" in json.loads(whole.stdout)["text"]


@pytest.mark.parametrize(
    "command",
    ["search 'A\udcff'", "show 'A\udcff'", "quotes correct good q1 --speaker 'A\udcff B'", "keep 'A\udcff' talks"],
)
def test_bytes_that_are_no_text_are_taken_for_letters_nobody_knows(
    command: str, turkish: Path, tmp_path: Path
) -> None:
    done = in_a_shell(command, turkish, READOUT_DATA=str(tmp_path / "data"))
    assert done.returncode in (0, 1, 2)
    assert b"Traceback" not in done.stderr
    assert "\ufffd".encode() in done.stdout + done.stderr
