"""The same in fewer bytes: a terminal shows no difference."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.terse import terse

RED, BOLD_RED = "38;2;200;0;0;48;2;9;9;9", "1;38;2;200;0;0;48;2;9;9;9"
STYLES = ["", "1", "3", "4", "7", "31", "97", "41", "100", "39;49", RED, BOLD_RED, "38;5;12", "1;4;48;5;200", "2;90;44"]


def said(style: str, text: str) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if style else text


def shown(drawn: str) -> list[object]:
    screen = pyte.Screen(20, 4)
    pyte.Stream(screen).feed(drawn)
    return [[screen.buffer[y][x] for x in range(20)] for y in range(4)]


def test_the_same_style_is_set_once() -> None:
    assert terse(said(RED, "one ") + said(RED, "two")) == said(RED, "one two")
    assert terse(said(RED, "one") + "\x1b[2;1H" + said(RED, "two")) == said(RED, "one\x1b[2;1Htwo")


def test_of_a_style_only_what_is_new_is_set() -> None:
    assert terse(said(RED, "one") + said(BOLD_RED, "two")) == f"\x1b[{RED}mone\x1b[1mtwo\x1b[0m"
    assert terse(said(BOLD_RED, "one") + said(RED, "two")) == f"\x1b[{BOLD_RED}mone\x1b[22mtwo\x1b[0m"


def test_words_without_a_style_have_none() -> None:
    assert terse(said(RED, "one") + " two") == said(RED, "one") + " two"
    assert terse("\x1b[?25l") == "\x1b[?25l"
    assert terse("") == ""


MOVES = st.tuples(st.integers(1, 4), st.integers(1, 16)).map(lambda at: f"\x1b[{at[0]};{at[1]}H")
DRAWN = st.lists(
    st.one_of(MOVES, st.builds(said, st.sampled_from(STYLES), st.text("ab ", min_size=1, max_size=4))), max_size=12
)


@given(DRAWN)
def test_a_terminal_shows_the_same(drawn: list[str]) -> None:
    whole = "".join(drawn)
    assert shown(terse(whole)) == shown(whole)
    assert len(terse(whole)) <= len(whole)


@pytest.mark.parametrize("style", STYLES[1:])
def test_every_piece_ends_without_a_style(style: str) -> None:
    assert terse(said(style, "a")).endswith("\x1b[0m")
