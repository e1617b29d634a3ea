"""Keys that arrive in one go, as a slow line or a paste sends them: each is done with before the next one counts."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.terminal import Terminal

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def start(cache: Path) -> Callable[[], Terminal]:
    env = {"PYTHONPATH": str(ROOT), "READOUT_CACHE": str(cache), "READOUT_CONFIG": str(cache / "config")}
    return lambda: Terminal([sys.executable, "-m", "tui"], columns=120, rows=40, env=env, cwd=ROOT)


@pytest.mark.parametrize("pane", ["1", "2", "3"])
def test_a_command_and_what_is_typed_after_it(pane: str, start: Callable[[], Terminal]) -> None:
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


def test_a_search_an_article_and_a_quotation_in_one_write(start: Callable[[], Terminal]) -> None:
    with start() as terminal:
        terminal.wait(r"3 articles · \d+ ms")
        terminal.press("\x1b")
        terminal.wait("/ search")
        terminal.press("/done deal\r\r[")
        terminal.wait("└ Mevlüt Çavuşoğlu → Antony Blinken")
        terminal.press("q")
        assert terminal.finish() == 0


def test_what_is_typed_before_the_first_frame_is_not_lost(start: Callable[[], Terminal]) -> None:
    with start() as terminal:
        terminal.press("done deal")
        terminal.wait(r"1 article · \d+ ms")
        terminal.press("\x1b")
        terminal.wait("/ search")
        terminal.press("q")
        assert terminal.finish() == 0
