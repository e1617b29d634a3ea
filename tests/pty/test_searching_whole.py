"""Searching on a real terminal: complete, narrow, keep, find in the article, and align the hits."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pty.conftest import Start


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
def test_words_are_found_in_the_article_and_one_returns(size: tuple[int, int], start: Start) -> None:
    with start(size=size) as terminal:
        terminal.wait(r"3 articles · \d+ ms")
        terminal.press("done deal\r\r")
        terminal.wait(r"hit 1 of")
        terminal.press("<ctrl+f>", "akar")
        terminal.wait(r"hit \d of [2-9]")
        terminal.wait("akar ")
        terminal.press("\r", "n")
        terminal.wait(r"hit \d of [2-9]")
        terminal.press("<esc>")
        terminal.wait_gone("akar ")
        terminal.press("q")
        assert terminal.finish() == 0
        assert terminal.leftovers() == []


def test_a_search_is_completed_narrowed_kept_and_remembered(start: Start) -> None:
    with start() as terminal:
        terminal.wait(r"3 articles · \d+ ms")
        terminal.press("speaker:cavus")
        terminal.wait("tab Mevlüt Çavuşoğlu")
        terminal.press("<tab>")
        terminal.wait(r'speaker:"Mevlüt Çavuşoğlu"')
        terminal.wait(r"\d articles? · \d+ ms")
        terminal.press("\r", "F")
        terminal.wait("Narrow by")
        terminal.wait("2021-04")
        terminal.press("2021-04\r")
        terminal.wait(r"1 article · \d+ ms")
        terminal.press("R")
        terminal.wait("keep as")
        terminal.press("spring\r")
        terminal.wait("Kept as “spring”")
        terminal.press("q")
        assert terminal.finish() == 0
    with start() as terminal:
        terminal.wait(r"3 articles · \d+ ms")
        terminal.press("<up>")
        terminal.wait("speaker:")
        terminal.press("<esc>")
        terminal.wait("/ search")
        terminal.press("<ctrl+p>", "spring")
        terminal.wait("Searches")
        terminal.press("\r")
        terminal.wait(r"1 article · \d+ ms")
        terminal.press("q")
        assert terminal.finish() == 0


def test_hits_stand_under_each_other_and_lead_to_their_places(start: Start, tmp_path: Path) -> None:
    with start() as terminal:
        terminal.wait(r"3 articles · \d+ ms")
        terminal.press("done deal\r", "K")
        terminal.wait(r"done deal · \d+ lines?")
        terminal.press("r")
        terminal.press("\r")
        terminal.wait(r"hit \d of \d")
        terminal.press("K", "x")
        terminal.wait("lines written to")
        terminal.press("q")
        assert terminal.finish() == 0
    assert "done" in (tmp_path / "concordance-done-deal.tsv").read_text(encoding="utf-8")
