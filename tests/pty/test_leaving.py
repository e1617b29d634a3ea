"""Leaving, on a real terminal: in order, by a signal, by a crash, for a while; and coming back."""

from __future__ import annotations

import re
import signal
import sys
from pathlib import Path

import pytest

from benchmarks.terminal import Terminal
from tests.pty.conftest import ROOT, TUI, Start


def read_on(terminal: Terminal) -> None:
    """Search, open the best article, and go to its second quotation."""
    terminal.wait(r"3 articles · \d+ ms")
    terminal.press(*"turkey")
    terminal.wait(r"3 articles · \d+ ms")
    terminal.press("<enter>", "<enter>", "]", "]")
    terminal.wait("quotation 2 of")


def is_where_it_was(terminal: Terminal) -> None:
    terminal.wait("quotation 2 of")
    assert re.search(r"│ turkey ", terminal.text())


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_in_order_and_the_place_is_kept(start: Start, number: signal.Signals) -> None:
    with start("--fresh") as terminal:
        read_on(terminal)
        terminal.signal(number)
        assert terminal.finish() == 128 + number
        assert terminal.leftovers() == []
    with start(READOUT_FRESH="") as terminal:
        is_where_it_was(terminal)


def test_a_crash_restores_the_terminal_and_keeps_the_place(start: Start) -> None:
    crash = (
        "import sys\nfrom pathlib import Path\nfrom tui.app import run\nfrom tui.screens.doing import Doing\n"
        "def crash(self): raise ZeroDivisionError('a mistake in the program')\n"
        "Doing.do_theme = crash\nraise SystemExit(run(Path(sys.argv[1]), fresh=True))"
    )
    with start(str(ROOT / "seeds"), program=[sys.executable, "-c", crash]) as terminal:
        read_on(terminal)
        terminal.press("t")
        assert terminal.finish() == 1
        assert "a mistake in the program" in terminal.text()
        assert terminal.leftovers() == []
    with start(str(ROOT / "seeds"), READOUT_FRESH="") as terminal:
        is_where_it_was(terminal)


def test_the_shell_has_the_terminal_for_a_while(start: Start, tmp_path: Path) -> None:
    shell = ["bash", "--norc", "-i"]
    with start(program=shell, PS1="shell> ", HISTFILE=str(tmp_path / "history")) as terminal:
        terminal.wait("shell>")
        terminal.press(*f"{' '.join([*TUI, '--fresh'])}", "<enter>")
        read_on(terminal)
        terminal.press("\x1a")
        terminal.wait("Stopped")
        terminal.press(*"fg", "<enter>")
        terminal.wait_gone("Stopped")  # all is painted again
        terminal.press("]")
        terminal.wait("quotation 3 of")
        terminal.press("q")
        terminal.wait("shell>")
        terminal.press(*"exit", "<enter>")
        assert terminal.finish() == 0


SIXTEEN = {"COLORTERM": "", "TERM": "linux"}


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, SIXTEEN], ids=["no colour", "sixteen"])
def test_what_is_marked_is_seen_without_the_colours(start: Start, env: dict[str, str]) -> None:
    with start("--fresh", **env) as terminal:
        read_on(terminal)
        terminal.settle()
        assert re.search(rb"\x1b\[(?:[0-9]+;)*7[;m]", terminal.raw)  # in reverse
        assert not re.search(rb"\x1b\[[0-9;]*[34]8;[25];", terminal.raw)
        if "NO_COLOR" in env:
            assert not re.search(rb"\x1b\[(?:[0-9]+;)*(?:3[0-7]|4[0-7]|9[0-7]|10[0-7])(?:;[0-9]+)*m", terminal.raw)
