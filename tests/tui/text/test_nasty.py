"""Strings that trip programs up, in every width: nothing is split, nothing is lost, nothing stands out of line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.cells import clip, graphemes, harmless, width_of
from tui.text.layers import Mark, widened
from tui.text.lines import Piece, cells, fit
from tui.text.sheet import Stretch, lay_out
from tui.text.wrap import wrap

NAUGHTY = Path(__file__).resolve().parents[4] / "shared/corpora/formats/naughty-strings/blns.txt"
NASTY = {
    "a family": "A 👨‍👩‍👧‍👦 and 👩🏽‍🚀 met 🇹🇷 and 🇺🇸 here.",
    "combining": "Z̡̖̜̖̰̣͉̜a̖̰͙̗ļ̢̹͖g̘̳o cafe\u0301 na\u0308ive q\u0323\u0307.",
    "wide": "大統領は「合意した」と述べた。 안녕하세요 ＡＢＣ",
    "right to left": "He said שלום עולם and \u202eevil\u202c مرحبا بكم today.",
    "nothing to see": "zero\u200bwidth\u200djoined\u2060up\ufeffnow\u00adsoft",
    "obeyed by terminals": "a\tb\x1b[31mc\x07d\x08e\x9bf\x00g\x7f",
    "spaces": "no\u00a0break thin\u2009space wide\u3000space line\u2028end",
    "presentation": "☎️ ☎︎ 1️⃣ ©️ ❤️‍🔥 ✈",
    "devanagari": "नमस्ते क्षत्रिय और ज़िन्दगी",
    "long": "https://example.org/" + "very-long-" * 12 + "🙂" * 9,
}


def holds(text: str, width: int) -> None:
    """All that is promised of a text that is set in rows."""
    sheet = lay_out(text, [Stretch(0, len(text))], width, {})
    rows = [row for row in sheet.rows if row.is_text]
    assert "".join(text[row.start : row.end] for row in rows) == text
    edges = {start for start, _, _ in graphemes(harmless(text))}
    for row in rows:
        words = harmless(text[row.start : row.end].rstrip())
        assert width_of(words) <= width or sum(wide > 0 for _, _, wide in graphemes(words)) == 1
        assert row.start in edges or text[row.start - 1].isspace()
        assert "\x1b" not in words
    for offset in range(len(text)):
        row = sheet.rows[sheet.row_of(offset)]
        assert row.start <= offset < row.end


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
@pytest.mark.parametrize("width", [1, 2, 3, 7, 12, 40, 80])
def test_nasty_strings_keep_to_their_cells(text: str, width: int) -> None:
    holds(text, width)


@pytest.mark.skipif(not NAUGHTY.exists(), reason="../shared/corpora/formats/naughty-strings is not here")
@pytest.mark.parametrize("width", [1, 9, 40])
def test_naughty_strings_keep_to_their_cells(width: int) -> None:
    strings = [line for line in NAUGHTY.read_text("utf-8").split("\n") if line and not line.startswith("#")]
    assert len(strings) > 400
    for text in strings:
        holds(text, width)


@given(st.lists(st.sampled_from(list(NASTY.values())), min_size=1, max_size=3).map(" ".join), st.integers(1, 50))
def test_nasty_strings_in_any_order_keep_to_their_cells(text: str, width: int) -> None:
    holds(text, width)


@given(st.sampled_from(list(NASTY.values())), st.integers(1, 60))
def test_nasty_strings_are_clipped_within_their_width_and_between_graphemes(text: str, width: int) -> None:
    shown = harmless(text)
    cut = clip(shown, width)
    assert width_of(cut) <= width
    kept = len(cut.removesuffix("…")) if cut != shown else len(shown)
    assert kept in {end for _, end, _ in graphemes(shown)} | {0} or shown[kept].isspace()


@given(st.sampled_from(list(NASTY.values())), st.integers(1, 60), st.integers(0, 30))
def test_a_line_in_pieces_takes_no_more_than_its_width(text: str, width: int, cut: int) -> None:
    assert cells(fit([Piece(text[:cut]), Piece(text[cut:], "hit")], width)) <= width


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_a_mark_takes_the_whole_of_a_grapheme_or_nothing(text: str) -> None:
    edges = [0, *(end for _, end, _ in graphemes(harmless(text)))]
    for start in range(len(text)):
        (mark,) = widened([Mark(start, start + 1, "hit")], edges)
        assert mark.start <= start < mark.end
        assert {mark.start, mark.end} <= set(edges)
        assert not [edge for edge in edges if mark.start < edge < mark.end]


def test_a_mark_that_begins_or_ends_elsewhere_is_left_there() -> None:
    assert widened([Mark(0, 99, "hit")], [10, 12, 14]) == [Mark(0, 99, "hit")]


def test_nothing_is_hyphenated_and_copies_have_no_soft_breaks() -> None:
    text = NASTY["long"]
    lines = [text[a:b] for a, b in wrap(text, 10)]
    assert len(lines) > 10
    assert "".join(lines) == text
