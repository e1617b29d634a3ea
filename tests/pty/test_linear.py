"""The linear mode on a real terminal: every counterpart of a part of the app, without anything but lines of text."""

from __future__ import annotations

import re
from itertools import chain

from tests.pty.conftest import Start
from tui.cli.counterparts import COUNTERPARTS

LINES = list(chain.from_iterable(each.lines for each in COUNTERPARTS))
_DRAWN = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xe2[\x94-\x95][\x80-\xbf]")
"""Controls but for tab and line end, and box drawing (U+2500 to U+257F)."""


def test_all_counterparts_are_answered_in_lines_of_text(start: Start) -> None:
    with start("--plain", size=(200, 60)) as terminal:
        terminal.wait("help lists all commands")
        for line in LINES:
            terminal.wait_bytes(rb"readout> $")
            before = len(terminal.raw)
            terminal.press(line, "<enter>")
            terminal.until(lambda: terminal.raw[before:].endswith(b"readout> "), f"an answer to {line!r}")  # noqa: B023
            answer = terminal.raw[before:].partition(b"\n")[2].removesuffix(b"readout> ").decode()
            assert answer.strip(), line
            assert not re.search(r"^tui: .*--help|There is no|Traceback", answer, re.MULTILINE), (line, answer)
        assert _DRAWN.findall(terminal.raw) == []
        terminal.press("quit", "<enter>")
        assert terminal.finish() == 0
        assert terminal.leftovers() == []


def test_mistakes_are_told_and_it_goes_on(start: Start) -> None:
    with start("--plain", TERM="dumb") as terminal:
        terminal.wait("readout>")
        terminal.press("(s-400", "<enter>")
        terminal.wait("This parenthesis is not closed")
        terminal.press("quotes --kind spoken", "<enter>")
        terminal.wait("--kind cannot be 'spoken'.*readout>")
        terminal.press("show zyxwvut", "<enter>")
        terminal.wait("There is no article.*readout>")
        asked = terminal.text().count("readout>")
        terminal.press("not this", "<ctrl+c>")
        terminal.until(lambda: terminal.text().count("readout>") > asked, "another prompt")
        terminal.press("<ctrl+d>")
        assert terminal.finish() == 0


def test_a_terminal_that_can_show_no_app_is_told_what_it_can(start: Start) -> None:
    with start(TERM="dumb") as terminal:
        terminal.wait("This terminal can show no app")
        assert terminal.finish() == 0
