"""The harness itself, on small programs: what it sees, sends and notices."""

from __future__ import annotations

import signal
import sys

import pytest

from benchmarks.terminal import Terminal


def script(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_it_shows_what_is_written_and_types_what_is_pressed() -> None:
    with Terminal(script("print('name?'); print('hello', input())")) as terminal:
        terminal.wait(r"name\?")
        terminal.press("Ada", "<enter>")
        terminal.wait("hello Ada")
        assert terminal.finish() == 0


def test_it_tells_the_exit_code_and_the_signal() -> None:
    with Terminal(script("raise SystemExit(3)")) as terminal:
        assert terminal.finish() == 3
    with Terminal(script("print('up', flush=True); import signal; signal.pause()")) as terminal:
        terminal.wait("up")
        terminal.signal(signal.SIGTERM)
        assert terminal.finish() == -signal.SIGTERM


def test_a_program_that_is_missing_ends_with_127() -> None:
    with Terminal(["/no/such/program"]) as terminal:
        assert terminal.finish() == 127
        assert "/no/such/program" in terminal.text()


def test_a_new_size_reaches_the_program() -> None:
    code = (
        "import os, signal\n"
        "def tell(*_): os.write(1, b'%d\\n' % os.get_terminal_size().columns)\n"  # `print` may not be broken into
        "signal.signal(signal.SIGWINCH, tell)\n"
        "tell()\n"
        "while True: signal.pause()\n"
    )
    with Terminal(script(code), columns=91, rows=20) as terminal:
        terminal.wait(r"^91")
        terminal.resize(47, 12)
        terminal.wait("47")


def test_probes_are_not_drawn_even_when_cut_in_two() -> None:
    code = (
        "import sys\n"
        "for part in (b'\\x1b[>1', b'u\\x1bP+q54', b'4e\\x1b\\\\', b'seen'):\n"
        "    sys.stdout.buffer.write(part); sys.stdout.flush(); input()\n"
    )
    with Terminal(script(code)) as terminal:
        for probe in (rb"\[>1", rb"\+q54", rb"4e\x1b\\"):
            terminal.wait_bytes(probe)
            terminal.press("<enter>")
        terminal.wait("seen")
        assert terminal.text().split() == ["seen"]


def test_what_is_copied_is_seen() -> None:
    with Terminal(script(r"print('\x1b]52;c;wqsgZXUgwrs=\x07')")) as terminal:
        assert terminal.finish() == 0
        assert terminal.copied() == ["« eu »"]


@pytest.mark.parametrize(
    ("code", "left"),
    [
        (r"print('\x1b[?1049h\x1b[?25l\x1b[?1049l\x1b[?25h')", []),
        (r"print('\x1b[?1049h\x1b[?25l')", ["mode 25 off", "mode 1049 on"]),
        ("import tty; tty.setraw(0)", ["line settings"]),
    ],
)
def test_what_a_program_leaves_behind_is_named(code: str, left: list[str]) -> None:
    with Terminal(script(code)) as terminal:
        assert terminal.finish() == 0
        assert terminal.leftovers() == left


def test_waiting_in_vain_tells_the_screen() -> None:
    with Terminal(script("print('something else'); input()")) as terminal:
        terminal.wait("something")
        with pytest.raises(TimeoutError, match="something else"):
            terminal.wait("nothing", limit=0.2)


def test_a_program_that_ends_is_not_waited_for() -> None:
    with Terminal(script("print('bye')")) as terminal, pytest.raises(TimeoutError, match="ended"):
        terminal.wait("hello", limit=10)
