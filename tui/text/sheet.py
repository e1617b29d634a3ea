"""A text set in rows of a given width: what stands where, and which row an offset is on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.text.lines import Piece
from tui.text.wrap import wrap


class Stretch(NamedTuple):
    """A half-open part of the text that is set apart from its neighbours, and its style."""

    start: int
    end: int
    style: str = ""


class Row(NamedTuple):
    """One row: a piece of the text, or a note of ours, or (neither) a gap."""

    start: int
    end: int
    style: str = ""
    note: Piece | None = None

    @property
    def is_text(self) -> bool:
        """Whether words of the text stand in it."""
        return self.note is None and self.end > self.start


class Sheet:
    """Rows of one width over one text. Offsets are into the text."""

    def __init__(self, text: str = "", rows: Sequence[Row] = ()) -> None:
        self.text = text
        self.rows = rows
        self._numbers = [number for number, row in enumerate(rows) if row.is_text]
        self._starts = [rows[number].start for number in self._numbers]

    def row_of(self, offset: int) -> int:
        """The row on which `offset` stands; for one between two stretches, the last row before it."""
        if not self._starts:
            return 0
        return self._numbers[max(0, bisect_right(self._starts, offset) - 1)]

    def gap_after(self, offset: int) -> int | None:
        """The empty row that follows the stretch in which `offset` stands."""
        for number in range(self.row_of(offset), len(self.rows)):
            if not self.rows[number].is_text:
                return number if self.rows[number].note is None else None
        return None

    def offset_at(self, number: int) -> int:
        """The offset at which row `number` begins; for a row without text, that of the next row with some."""
        for row in self.rows[max(0, number) :]:
            if row.is_text:
                return row.start
        return len(self.text)


def lay_out(
    text: str, stretches: Sequence[Stretch], width: int, notes: Mapping[int, Sequence[Piece]], spacing: int = 1
) -> Sheet:
    """Set `stretches` of `text` in rows, with a gap of `spacing` rows after each.

    `notes` are lines of ours, by the number of the stretch that they follow; -1 stands for the top.
    """
    rows = [Row(0, 0, note=note) for note in _wrapped(notes.get(-1, ()), width)]
    if rows:
        rows.append(Row(0, 0))
    for number, stretch in enumerate(stretches):
        rows += [Row(a, b, stretch.style) for a, b in wrap(text, width, stretch.start, stretch.end)]
        rows += [Row(stretch.end, stretch.end, note=note) for note in _wrapped(notes.get(number, ()), width)]
        rows += [Row(stretch.end, stretch.end)] * spacing
    return Sheet(text, rows)


def _wrapped(notes: Sequence[Piece], width: int) -> list[Piece]:
    """The notes in lines; one that goes on does not begin with the dot that parts its facts."""
    lines = ((note.text[a:b].strip("· "), note.style) for note in notes for a, b in wrap(note.text, width))
    return [Piece(text.replace("\N{NO-BREAK SPACE}", " "), style) for text, style in lines]
