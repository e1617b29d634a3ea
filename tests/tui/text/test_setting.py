from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.text.layers import Mark, segments
from tui.text.lines import Piece, cells, fit, line, spread, whole
from tui.text.sheet import Stretch, lay_out

SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted)


@given(SPANS, st.lists(SPANS, max_size=6))
def test_segments_are_the_line_and_know_every_mark_on_them(where: list[int], spans: list[list[int]]) -> None:
    start, end = where[0], where[1] + 1
    marks = [Mark(a, b, str(number)) for number, (a, b) in enumerate(spans)]
    found = segments(start, end, marks)
    assert [offset for segment in found for offset in range(segment.start, segment.end)] == list(range(start, end))
    for segment in found:
        for offset in range(segment.start, segment.end):
            assert segment.styles == tuple(mark.style for mark in marks if mark.start <= offset < mark.end)


def test_later_marks_lie_above() -> None:
    assert segments(0, 3, [Mark(0, 3, "low"), Mark(1, 2, "high")])[1].styles == ("low", "high")


TEXT = "A title\n\nFirst paragraph, rather long.\n\nSecond."
STRETCHES = [Stretch(0, 7, "title"), Stretch(9, 38), Stretch(40, 47)]


@given(st.integers(min_value=1, max_value=50))
def test_every_offset_of_a_stretch_has_its_row(width: int) -> None:
    sheet = lay_out(TEXT, STRETCHES, width, {0: [Piece("a note of ours")]})
    for stretch in STRETCHES:
        for offset in range(stretch.start, stretch.end):
            row = sheet.rows[sheet.row_of(offset)]
            assert row.start <= offset < row.end
            assert sheet.offset_at(sheet.row_of(offset)) == row.start


def test_gaps_stand_between_stretches_and_take_captions() -> None:
    sheet = lay_out(TEXT, STRETCHES, 20, {})
    gap = sheet.gap_after(12)
    assert gap is not None
    assert not sheet.rows[gap].is_text
    assert sheet.offset_at(gap) == 40
    assert sheet.row_of(38) == gap - 1  # what lies between stretches belongs to the row before


def test_notes_follow_their_stretch_and_are_wrapped() -> None:
    sheet = lay_out(TEXT, STRETCHES, 8, {0: [Piece("three words here")]})
    assert [row.note.text for row in sheet.rows if row.note] == ["three", "words", "here"]
    assert lay_out("", [], 20, {-1: [Piece("nothing yet")]}).rows[0].note == Piece("nothing yet")


def test_a_note_of_facts_is_broken_between_them() -> None:
    sheet = lay_out("", [], 16, {-1: [Piece("9\N{NO-BREAK SPACE}words · 2\N{NO-BREAK SPACE}quotations")]})
    assert [row.note.text for row in sheet.rows if row.note] == ["9 words", "2 quotations"]


def test_an_empty_sheet_answers() -> None:
    sheet = lay_out("", [], 20, {})
    assert sheet.row_of(5) == 0
    assert sheet.gap_after(5) is None


@given(st.text(max_size=30), st.text(max_size=30), st.integers(min_value=1, max_value=40))
def test_a_spread_line_takes_exactly_its_width(left: str, right: str, width: int) -> None:
    assert cells(spread(line(left), line(right), width)) == width


def test_the_left_end_gives_way_to_the_right() -> None:
    assert "".join(p.text for p in spread(line("a long title"), line("12"), 10)) == "a long… 12"
    assert "".join(p.text for p in spread((), (), 4, "─")) == "────"


def test_what_is_cut_ends_there() -> None:
    assert [p.text for p in fit([Piece("abc"), Piece("defgh"), Piece("i")], 6)] == ["abc", "de…"]


def test_pieces_that_do_not_fit_are_left_out_whole() -> None:
    pieces = [Piece("Per Lind → Jana"), Piece(" · told"), Piece(" · partial")]
    told = {width: "".join(piece.text for piece in whole(pieces, width)) for width in (40, 30, 25, 10, 0)}
    assert told == {
        40: "Per Lind → Jana · told · partial", 30: "Per Lind → Jana · told", 25: "Per Lind → Jana · told",
        10: "Per Lind…", 0: "",
    }  # fmt: skip
    assert whole((), 10) == []
