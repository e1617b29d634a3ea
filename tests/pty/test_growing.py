"""A folder grows while one reads: one is told, goes on, and takes it in when one wants it."""

from __future__ import annotations

from pathlib import Path

from tests.pty.conftest import Start


def write(folder: Path, first: int, last: int) -> None:
    for n in range(first, last):
        text = f"Ferry {n} sails\n\n“Number {n} is ready for route {n * 7},” Kari Nilsen said in Bergen.\n"
        (folder / f"{n:02}.txt").write_text(text, encoding="utf-8")


def test_twelve_that_come_are_told_and_taken_in(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    write(folder, 0, 3)
    with start(str(folder)) as terminal:
        terminal.wait(r"3 articles · \d+ ms")
        terminal.press("ferry", "<enter>", "<enter>")
        terminal.wait(r"hit 1 of")
        write(folder, 3, 15)
        terminal.press("<f5>")
        terminal.wait("12 new: f5")
        terminal.wait(r"hit 1 of")  # one stays where one was
        terminal.press("<f5>")
        terminal.wait("15 articles.*15 quotations")
        terminal.wait(r"15 articles · \d+ ms")
        terminal.wait(r"hit 1 of")
        (folder / "14.txt").unlink()
        terminal.press("<f5>")
        terminal.wait("files have changed: f5")
        terminal.press("<f5>")
        terminal.wait("14 articles · 14 quotations")
        terminal.press("q")
        assert terminal.finish() == 0
        assert terminal.leftovers() == []


def test_nothing_new_is_told_too(start: Start) -> None:
    with start() as terminal:
        terminal.wait(r"3 articles · \d+ ms")
        terminal.press("<f5>")
        terminal.wait("No file has come, changed or gone")
        terminal.press("<esc>")
        terminal.wait("/ search")
        terminal.press("q")
        assert terminal.finish() == 0
