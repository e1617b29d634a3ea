"""Putting a quotation right on a real terminal: from the article, and through the queue of what is to be checked."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.terminal import Terminal
from tests.pty.conftest import Start


def decided(data: Path) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in data.rglob("decisions.toml"))


def test_a_speaker_is_put_right_kept_and_taken_back(start: Start, data: Path) -> None:
    with start() as terminal:
        terminal.wait(r"3 articles · \d+ ms")
        terminal.press("\x1b")
        terminal.wait("/ search")
        terminal.press("/done deal\r\r[")
        terminal.wait("└ Mevlüt Çavuşoğlu → Antony Blinken")
        terminal.press("f")
        terminal.wait("Put right")
        terminal.press("1", "hulusi")
        terminal.wait("writes  speaker: Hulusi Akar")
        terminal.press("<enter>")
        terminal.wait("└ ✓ Hulusi Akar → Antony Blinken")
        terminal.wait("Written: [^·]+– speaker: Hulusi Akar")
        terminal.press("q")
        assert terminal.finish() == 0
    assert "Hulusi Akar" in decided(data)
    with start() as terminal:  # it outlives the program
        terminal.wait(r"3 articles · \d+ ms")
        terminal.press("\x1b/done deal\r\r[")
        terminal.wait("└ ✓ Hulusi Akar → Antony Blinken")
        terminal.press("u")
        terminal.wait("└ Mevlüt Çavuşoğlu → Antony Blinken")
        terminal.wait("Taken back: [^·]+– speaker: Hulusi Akar")
        terminal.press("q")
        assert terminal.finish() == 0
        assert terminal.leftovers() == []
    assert "Hulusi Akar" not in decided(data)


def test_the_queue_is_walked(start: Start, data: Path) -> None:
    def left(terminal: Terminal) -> int:
        terminal.wait(r"\d+ quotations? · everywhere · to check")
        found = re.search(r"(\d+) quotations? · everywhere", terminal.text())
        assert found
        return int(found[1])

    with start() as terminal:
        terminal.wait(r"3 articles · \d+ ms")
        terminal.press("\x1b")
        terminal.wait("/ search")
        terminal.press("Qx")
        before = left(terminal)
        assert before > 2
        terminal.press("v")
        terminal.wait(rf"\b{before - 1} quotations? · everywhere · to check")
        terminal.press("f2j\r")
        terminal.wait(rf"\b{before - 2} quotations? · everywhere · to check")
        assert decided(data).count("[[") == 2
        terminal.press("uu")
        terminal.wait(rf"\b{before} quotations? · everywhere · to check")
        terminal.press("q")
        assert terminal.finish() == 0


def test_an_actor_is_renamed_everywhere_and_taken_back(start: Start, data: Path) -> None:
    with start() as terminal:
        terminal.wait(r"3 articles · \d+ ms")
        terminal.press("\x1b")
        terminal.wait("/ search")
        terminal.press("a", "hulusi")
        terminal.wait("Hulusi Akar.*also written")
        terminal.press("<enter>", "f")
        terminal.wait("Put right · Hulusi Akar")
        terminal.press("3")
        terminal.press(" Pasha")
        terminal.wait("writes  called Hulusi Akar Pasha.*")
        terminal.press("<enter>")
        terminal.wait("Written: Hulusi Akar – called Hulusi Akar Pasha")
        terminal.wait("P Hulusi Akar Pasha")
        assert "Hulusi Akar Pasha" in decided(data)
        terminal.press("u")
        terminal.wait("Taken back")
        terminal.wait("A Hulusi Akar ")
        terminal.press("q")
        assert terminal.finish() == 0
        assert terminal.leftovers() == []
    assert "Pasha" not in decided(data)


def test_where_all_results_come_from_is_said_at_once_and_taken_back(start: Start, data: Path) -> None:
    with start() as terminal:
        terminal.wait(r"3 articles · \d+ ms")
        terminal.press("<esc>")
        terminal.wait("/ search")
        terminal.press("M")
        terminal.wait("3 articles · 3 marked.*✓ Turkish defense minister")
        terminal.press("D")
        terminal.wait("Where 3 articles come from.*3 articles in the folder")
        terminal.press("<tab>", "The Paper")
        terminal.wait("writes  outlet: The Paper, of 3 articles")
        terminal.press("<enter>")
        terminal.wait("Written: outlet: The Paper")
        terminal.wait(r"▌1 Apr 2021 · The Paper")
        assert decided(data).count("[[article]]") == 1
        terminal.press("u")
        terminal.wait("Taken back: 3 articles – outlet: The Paper")
        terminal.wait_gone(r"▌1 Apr 2021 · The Paper")
        terminal.press("q")
        assert terminal.finish() == 0
        assert terminal.leftovers() == []
    assert "The Paper" not in decided(data)
