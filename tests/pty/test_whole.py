"""The whole, on a real terminal: what a person does from opening to leaving, and that the terminal is theirs again."""

from __future__ import annotations

import re
import signal
import sys

import pytest

from benchmarks.terminal import Terminal
from tests.pty.conftest import ROOT, Start

SEEDS = ROOT / "seeds"
def type_letters(terminal: Terminal, words: str) -> None:
    """Type as a hand does: each letter once the one before stands on the screen."""
    for end in range(1, len(words) + 1):
        terminal.press(words[end - 1])
        terminal.wait(re.escape(words[:end].rstrip()))


def current_quotation(terminal: Terminal) -> int:
    found = re.search(r"quotation (\d+) of", terminal.text())
    assert found, terminal.text()
    return int(found[1])


def test_search_read_look_up_copy_resize_and_leave(start: Start) -> None:
    with start() as terminal:
        # It says what is open, and can be typed into at once.
        terminal.wait(r"3 articles · \d+ quotations · \d+ actors")
        terminal.wait(r"3 articles · \d+ ms")
        type_letters(terminal, "done deal")
        terminal.wait(r"1 article · \d+ ms")

        # From the box to the results, from there into the article, and through its quotations.
        terminal.press("<enter>")
        terminal.wait(r"/ search")
        terminal.press("<enter>")
        terminal.wait(r"hit 1 of \d+")
        terminal.press("]")
        terminal.wait(r"quotation \d+ of \d+")
        terminal.wait(r"└ ")
        first = current_quotation(terminal)
        terminal.press("]")
        terminal.wait(rf"quotation {first + 1} of")
        terminal.press("[")
        terminal.wait(rf"quotation {first} of")

        # It is copied word for word, with its source.
        terminal.press("y")
        terminal.wait("Copied")
        (copied,) = terminal.copied()
        words, _, source = copied.partition("\n— ")
        text = (SEEDS / "004_e9e0b457ed136a7a.txt").read_text(encoding="utf-8")
        start_, end = map(int, re.findall(r"characters (\d+)–(\d+)", source)[0])
        assert words.strip("“”") == text[start_:end]
        assert "004_e9e0b457ed136a7a.txt" in source

        # Somebody is looked up without the marks of the name; the card leads to a place in an article.
        terminal.press("a")
        terminal.wait("any spelling")
        type_letters(terminal, "cavus")
        terminal.wait("Mevlüt Çavuşoğlu.*also written")

        # Smaller windows show less, but not less of anything.
        terminal.resize(80, 24)
        terminal.wait_gone("╭─ Search")
        terminal.wait("Mevlüt Çavuşoğlu")
        assert max(map(len, terminal.text().splitlines())) <= 80
        terminal.resize(40, 12)
        terminal.wait_gone("╭─ Article")
        terminal.wait("Mevlüt Çavuşoğlu")
        terminal.resize(120, 40)
        terminal.wait("╭─ Search.*╭─ Article.*╭─ Actors")

        terminal.press("<esc>")
        terminal.wait(r"/ search")
        terminal.press("q")
        assert terminal.finish() == 0
        assert terminal.leftovers() == []


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
def test_it_opens_and_answers_at_each_size(size: tuple[int, int], start: Start) -> None:
    with start(size=size) as terminal:
        terminal.wait("3 articles")
        type_letters(terminal, "caatsa")
        terminal.wait(r"1 article\b")
        terminal.wait("Turkish defense minister")
        terminal.press("<enter>")
        terminal.wait("/ search")
        terminal.press("<ctrl+c>")
        terminal.wait(r"\bq\b.*leaves")
        terminal.press("q")
        assert terminal.finish() == 0
        assert terminal.leftovers() == []


BROKEN = """
import sys
from pathlib import Path
from tui.app import ReadoutApp

class Broken(ReadoutApp):
    BINDINGS = [("f9", "break", "break")]

    def action_break(self):
        raise RuntimeError("broken on purpose")

app = Broken(Path(sys.argv[1]))
app.run()
sys.exit(app.return_code)
"""


def test_a_crash_leaves_the_terminal_as_it_was_and_tells(start: Start) -> None:
    with start(program=[sys.executable, "-c", BROKEN, str(SEEDS)]) as terminal:
        terminal.wait("3 articles")
        terminal.press("\x1b[20~")
        assert terminal.finish() == 1
        assert b"broken on purpose" in terminal.raw
        assert terminal.leftovers() == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_in_order(number: signal.Signals, start: Start) -> None:
    with start() as terminal:
        terminal.wait("3 articles")
        assert "mode 1049 on" in terminal.leftovers()
        terminal.signal(number)
        assert terminal.finish() == 128 + number
        assert terminal.leftovers() == []
        assert b"Traceback" not in terminal.raw
