"""Leaving, on a real terminal: in order, by a signal, by a crash, for a while; and coming back."""

from __future__ import annotations

import re
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.terminal import Terminal

ROOT = Path(__file__).resolve().parents[2]
TUI = [sys.executable, "-m", "tui"]
FRESH = [*TUI, "--fresh"]

Start = Callable[..., Terminal]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def start(home: Path) -> Start:
    """Start a program on a terminal; where the reader was is kept."""

    def start(argv: list[str], **env: str) -> Terminal:
        places = {"READOUT_CACHE": home / "cache", "READOUT_CONFIG": home / "config", "READOUT_DATA": home / "data"}
        env = {"PYTHONPATH": str(ROOT), "READOUT_FRESH": "", **{name: str(at) for name, at in places.items()}, **env}
        return Terminal(argv, env=env, cwd=ROOT)

    return start


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
    with start(FRESH) as terminal:
        read_on(terminal)
        terminal.signal(number)
        assert terminal.finish() == 128 + number
        assert terminal.leftovers() == []
    with start(TUI) as terminal:
        is_where_it_was(terminal)


def test_a_crash_restores_the_terminal_and_keeps_the_place(start: Start) -> None:
    crash = (
        "from pathlib import Path\nfrom tui.app import run\nfrom tui.screens.doing import Doing\n"
        "def crash(self): raise ZeroDivisionError('a mistake in the program')\n"
        "Doing.do_theme = crash\nraise SystemExit(run(Path('seeds'), fresh=True))"
    )
    with start([sys.executable, "-c", crash]) as terminal:
        read_on(terminal)
        terminal.press("t")
        assert terminal.finish() == 1
        assert "a mistake in the program" in terminal.text()
        assert terminal.leftovers() == []
    with start([*TUI, "seeds"]) as terminal:
        is_where_it_was(terminal)


def test_the_shell_has_the_terminal_for_a_while(start: Start, home: Path) -> None:
    shell = ["bash", "--norc", "-i"]
    with start(shell, PS1="shell> ", HISTFILE=str(home / "history")) as terminal:
        terminal.wait("shell>")
        terminal.press(*f"{' '.join(FRESH)}", "<enter>")
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
    with start(FRESH, **env) as terminal:
        read_on(terminal)
        terminal.settle()
        assert re.search(rb"\x1b\[(?:[0-9]+;)*7[;m]", terminal.raw)  # in reverse
        assert not re.search(rb"\x1b\[[0-9;]*[34]8;[25];", terminal.raw)
        if "NO_COLOR" in env:
            assert not re.search(rb"\x1b\[(?:[0-9]+;)*(?:3[0-7]|4[0-7]|9[0-7]|10[0-7])(?:;[0-9]+)*m", terminal.raw)
