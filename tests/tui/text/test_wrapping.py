from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.cells import clip, graphemes, harmless, width_of
from tui.text.wrap import wrap

TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from(" \n\tabc-“”é\u0301漢字한\u200d👩👧\ufe0f\u202e\x1b\x00\u00a0"), st.characters(codec="utf-8")
    ),
    max_size=120,
)
WIDTHS = st.integers(min_value=1, max_value=30)


@given(TEXTS, WIDTHS)
def test_lines_are_the_text_without_gap_or_overlap(text: str, width: int) -> None:
    lines = list(wrap(text, width))
    assert "".join(text[a:b] for a, b in lines) == text
    assert all(a < b for a, b in lines)
    assert [a for a, _ in lines[1:]] == [b for _, b in lines[:-1]]


@given(TEXTS, WIDTHS)
def test_no_line_is_wider_than_asked_but_for_white_space_that_hangs(text: str, width: int) -> None:
    for a, b in wrap(text, width):
        words = harmless(text[a:b].rstrip())
        assert width_of(words) <= width or len(graphemes(words)) == 1


@given(TEXTS, WIDTHS)
def test_no_grapheme_is_split(text: str, width: int) -> None:
    shown = harmless(text)
    starts = {a for a, _, _ in graphemes(shown)}
    for a, _ in wrap(text, width):
        # A word's own first character begins a line, even where it would join what stands before the space.
        assert a in starts or text[a - 1].isspace() or a == 0


@given(TEXTS, st.data())
def test_a_part_of_a_text_is_wrapped_in_its_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    lines = list(wrap(text, 12, start, end))
    assert "".join(text[a:b] for a, b in lines) == text[start:end]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("the missiles are here", 10, ["the ", "missiles ", "are here"]),
        ("S-400 defence", 7, ["S-400 ", "defence"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("a unbreakable b", 5, ["a ", "unbre", "akabl", "e b"]),
        ("漢字漢字", 5, ["漢字", "漢字"]),
        ("10\u00a0km away", 6, ["10\u00a0km ", "away"]),
        ("", 9, []),
    ],
)
def test_where_lines_break(text: str, width: int, lines: list[str]) -> None:
    assert [text[a:b] for a, b in wrap(text, width)] == lines


@given(TEXTS)
def test_what_is_sent_to_the_terminal_is_harmless_and_keeps_offsets(text: str) -> None:
    shown = harmless(text)
    assert len(shown) == len(text)
    shown.encode("utf-8")
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066\u200f\ufeff" for c in shown)


def test_a_lone_surrogate_is_replaced() -> None:
    assert harmless("a\ud800b") == "a�b"


@given(TEXTS, st.integers(min_value=0, max_value=20))
def test_what_is_clipped_fits(text: str, width: int) -> None:
    assert width_of(clip(harmless(text), width)) <= width


def test_what_fits_is_not_clipped() -> None:
    assert clip("Ankara", 6) == "Ankara"
    assert clip("Ankara", 5) == "Anka…"
    assert clip("漢字", 3) == "漢…"
