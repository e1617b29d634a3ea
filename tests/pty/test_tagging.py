"""Stars and tags on a real terminal: given by keys, kept, found again."""

from __future__ import annotations

from pathlib import Path

from tests.pty.conftest import Start


def test_what_is_put_by_is_kept_and_found(start: Start, data: Path) -> None:
    with start(size=(80, 24)) as terminal:
        terminal.wait(r"3 articles · \d+ ms")
        terminal.press("\x1b")
        terminal.wait("s star")
        terminal.press("gs")
        terminal.wait("Starred · u takes back this")
        terminal.wait("1 Apr 2021 · 5 quotations ★")
        terminal.press("#")
        terminal.wait("Tags · Turkish defense minister")
        terminal.press("ankara, talks")
        terminal.wait(r"writes  \+ ankara  \+ talks")
        terminal.press("<enter>")
        terminal.wait("Tagged ankara, talks · u takes back this")
        terminal.wait("Article  ★ ankara, talks")
        terminal.press("q")
        assert terminal.finish() == 0
    (kept,) = data.rglob("decisions.toml")
    assert 'tags = ["ankara", "talks"]' in kept.read_text(encoding="utf-8")
    with start(size=(80, 24)) as terminal:  # it outlives the program
        terminal.wait(r"3 articles · \d+ ms")
        terminal.press("tag:ank")
        terminal.wait("tab ankara")
        terminal.press("<tab>")
        terminal.wait(r"1 article · \d+ ms")
        terminal.press("\r")
        terminal.wait("s star")
        terminal.press("u")
        terminal.wait("Taken back: [^·]+– tagged ankara, talks")
        terminal.press("u")
        terminal.wait("Taken back: [^·]+– starred")
        terminal.wait("1 Apr 2021 · 5 quotations  ")
        terminal.press("q")
        assert terminal.finish() == 0
        assert terminal.leftovers() == []
