"""Keys that arrive in one go, as a slow line or a paste sends them: each is done with before the next one counts."""

from __future__ import annotations

import re

import pytest

from tests.pty.conftest import Start


@pytest.mark.parametrize("pane", ["1", "2", "3"])
def test_a_command_and_what_is_typed_after_it(pane: str, start: Start) -> None:
    with start() as terminal:
        terminal.wait(r"3 articles · \d+ ms")
        terminal.press("\x1b")
        terminal.wait("/ search")
        terminal.press(pane, "<ctrl+l>", "done deal\r]")
        terminal.wait(r"1 article · \d+ ms")
        terminal.wait("quotation 1 of")
        terminal.press(pane, "acavus\r")
        terminal.wait("Mevlüt Çavuşoğlu.*also written")
        assert re.search(r"cavus\s", terminal.text())
        terminal.press("q")
        assert terminal.finish() == 0


def test_a_search_an_article_and_a_quotation_in_one_write(start: Start) -> None:
    with start() as terminal:
        terminal.wait(r"3 articles · \d+ ms")
        terminal.press("\x1b")
        terminal.wait("/ search")
        terminal.press("/done deal\r\r[")
        terminal.wait("└ Mevlüt Çavuşoğlu → Antony Blinken")
        terminal.press("q")
        assert terminal.finish() == 0


def test_what_is_typed_before_the_first_frame_is_not_lost(start: Start) -> None:
    with start() as terminal:
        terminal.press("done deal")
        terminal.wait(r"1 article · \d+ ms")
        terminal.press("\x1b")
        terminal.wait("/ search")
        terminal.press("q")
        assert terminal.finish() == 0


def test_escape_and_what_is_typed_after_it_are_not_taken_for_one_key(start: Start) -> None:
    with start() as terminal:
        terminal.wait(r"3 articles · \d+ ms")
        terminal.press("\x1bacavus\r")
        terminal.wait("Mevlüt Çavuşoğlu.*also written")
        terminal.press("\x1bQ")
        terminal.wait("x to check")
        terminal.press("\x1bq")
        assert terminal.finish() == 0


@pytest.mark.parametrize("keys", ["\x1b3", "\x1b?\x1b", "\x1b<"])
def test_escape_and_a_digit_or_a_sign_are_two_keys(keys: str, start: Start) -> None:
    with start() as terminal:
        terminal.wait(r"3 articles · \d+ ms")
        terminal.press(keys)
        terminal.wait("/ search")
        terminal.press("q")  # into the box, if the escape was lost
        assert terminal.finish() == 0
