"""The same in fewer bytes: a terminal shows no difference."""

from __future__ import annotations

import unicodedata

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.text.terse import PLAIN, Terse

RED, BOLD_RED, ON_RED = "38;2;200;0;0;48;2;9;9;9", "1;38;2;200;0;0;48;2;9;9;9", "38;2;0;0;0;48;2;200;0;0"
STYLES = ["", "1", "3", "4", "7", "31", "97", "41", "100", "39;49", RED, BOLD_RED, "38;5;12", "1;4;48;5;200", "2;90;44"]


def said(style: str, text: str) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if style else text


def at(row: int, column: int) -> str:
    return f"\x1b[{row};{column}H"


def shown(screen: pyte.Screen) -> list[object]:
    """What can be seen: of a blank, only the paper and lines."""
    cells = [screen.buffer[y][x] for y in range(4) for x in range(24)]
    return [cell if cell.data != " " or cell.underscore or cell.reverse else (" ", cell.bg) for cell in cells]


def test_the_same_style_is_set_once() -> None:
    assert Terse().say(at(1, 1) + said(RED, "one ") + said(RED, "two")) == at(1, 1) + said(RED, "one two")


def test_of_a_style_only_what_is_new_is_set() -> None:
    drawn = at(1, 1) + said(RED, "one") + said(BOLD_RED, "two")
    assert Terse().say(drawn) == f"{at(1, 1)}\x1b[{RED}mone\x1b[1mtwo\x1b[0m"


def test_what_has_one_style_is_said_together() -> None:
    drawn = at(1, 1) + said(RED, "one") + said(ON_RED, "two") + said(RED, "six") + at(4, 9)
    assert Terse().say(drawn) == f"{at(1, 1)}\x1b[{RED}mone\x1b[3Csix{at(1, 4)}\x1b[{ON_RED}mtwo\x1b[0m{at(4, 9)}"


def test_what_is_shown_already_is_not_said() -> None:
    terse = Terse()
    drawn = at(2, 3) + said(RED, "a fair bargain") + at(1, 1)
    assert terse.say(drawn)
    assert terse.say(drawn) == ""
    assert terse.say(at(2, 3) + said(RED, "a poor bargain") + at(1, 1)) == f"{at(2, 5)}\x1b[{RED}mpoo\x1b[0m{at(1, 1)}"
    assert terse.say(at(3, 3)) == at(3, 3), "the cursor alone"


@pytest.mark.parametrize("other", ["\x1b[?1049h", "\x1b[2J", "\x1b[5;10r", "words without a place"])
def test_after_anything_else_all_is_said_anew(other: str) -> None:
    terse = Terse()
    drawn = at(1, 1) + "one" + at(1, 1)
    assert terse.say(drawn) == drawn
    assert terse.say(other) == other
    assert terse.say(drawn) == drawn
    assert terse.say("\x1b[?2026h") == "\x1b[?2026h"
    assert terse.say("\x1b]52;c;b25l\x07") == "\x1b]52;c;b25l\x07"
    assert terse.say(drawn) == "", "a frame that begins, or a copy, changes no cell"
    terse.forget()
    assert terse.say(drawn) == drawn


def test_after_letters_of_other_widths_one_is_put_where_one_belongs() -> None:
    drawn = at(1, 1) + said(RED, "漢字") + said(BOLD_RED, " and") + said(RED, " so") + at(1, 18) + "e\u0301" + at(2, 1)
    assert Terse().say(drawn) == (
        f"{at(1, 1)}\x1b[{RED}m漢字{at(1, 5)}\x1b[1m and\x1b[22m so{at(1, 18)}\x1b[0me\u0301{at(2, 1)}"
    )


def test_a_terminal_that_knows_no_joined_letters_breaks_no_word_and_no_frame() -> None:
    family = "👩\u200d👩\u200d👧"  # two cells, or six
    drawn = at(1, 1) + f"we {family} and they" + said(RED, " │") + at(2, 1)
    assert cell_len(f"we {family} and they │") == 16
    screen = pyte.Screen(24, 4)
    pyte.Stream(screen).feed(Terse().say(drawn))
    assert screen.display[0].rstrip().endswith(" and they │")
    assert screen.buffer[0][15].data == "│"


def test_what_is_taken_for_plain_takes_a_cell_each() -> None:
    plain = [letter for letter in map(chr, range(0x30000)) if PLAIN.fullmatch(letter)]
    assert "ğ" in plain
    assert {cell_len(letter) for letter in plain} == {1}
    assert not {unicodedata.category(letter) for letter in plain} & {"Mn", "Me", "Cf", "Cc"}


TEXTS = st.one_of(st.text("ab  ", min_size=1, max_size=9), st.sampled_from(["漢字", "e\u0301", "“└┃”", "a b"]))
MOVES = st.builds(at, st.integers(1, 4), st.integers(1, 6))
FRAMES = st.lists(
    st.lists(st.tuples(MOVES, st.lists(st.builds(said, st.sampled_from(STYLES), TEXTS), max_size=2)), max_size=6),
    max_size=5,
)


@given(FRAMES)
def test_a_terminal_shows_the_same(frames: list[list[tuple[str, list[str]]]]) -> None:
    whole, less = pyte.Screen(24, 4), pyte.Screen(24, 4)
    terse = Terse()
    for number, frame in enumerate(frames):
        drawn = "".join(move + "".join(pieces) for move, pieces in frame) + at(4, 1 + number)
        in_fewer = terse.say(drawn)
        pyte.Stream(whole).feed(drawn)
        pyte.Stream(less).feed(in_fewer)
        assert shown(less) == shown(whole)
        assert (less.cursor.y, less.cursor.x) == (whole.cursor.y, whole.cursor.x)


@pytest.mark.parametrize("style", STYLES[1:])
def test_every_piece_ends_without_a_style(style: str) -> None:
    assert Terse().say(at(1, 1) + said(style, "a")).endswith("\x1b[0m")
