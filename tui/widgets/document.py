"""A text to read: set in a column, with marks over it, signs in its margin and a rail at the right edge.

Only visible lines are drawn. Every place is an offset into the text, the mouse's and the selection's too, so that
neither a change of width nor a soft line break touches them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from tui.text.cells import graphemes, harmless
from tui.text.layers import Mark, segments, widened
from tui.text.lines import Line, Piece, cells, whole
from tui.text.sheet import Sheet, Stretch, lay_out
from tui.widgets.posted import Posted
from tui.widgets.styled import Styled, merged

MARGIN = 4
"""Cells left of the column: a space, a letter, a sign, a space."""
RAIL = 2
"""Cells right of it: one for quotations and the like, one for hits."""
_AHEAD = 4
"""Lines kept above and below a place that is jumped to."""


class Document(Styled, ScrollView, can_focus=True, inherit_bindings=False):
    """The view of one text."""

    DEFAULT_CSS = """
    Document { overflow-x: hidden; overflow-y: scroll; scrollbar-size: 0 0; height: 1fr; }
    """

    class Pointed(Posted):
        """A place in the text was clicked, `times` in a row."""

        offset: int
        times: int

    class Scrolled(Posted):
        """Other lines are in sight."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.column = 80
        """The widest column that is set, in cells: longer lines are hard to follow."""
        self.spacing = 1
        """Empty rows between stretches."""
        self.has_rail = True
        self.sheet = Sheet()
        self._text = ""
        self._stretches: Sequence[Stretch] = ()
        self._notes: Mapping[int, Sequence[Piece]] = {}
        self._marks: dict[str, Sequence[Mark]] = {}
        self._on_row: dict[int, list[Mark]] = {}
        self._current: tuple[int, int] | None = None
        self._caption: Line = ()
        self._unseen = False  # whether there was no room yet when a place was to be brought into sight
        self._strips: dict[int, Strip] = {}
        self._rails: dict[int, tuple[Mark | None, Mark | None]] = {}

    # What is shown ---------------------------------------------------------------------------------------------------

    def show(
        self,
        text: str,
        stretches: Sequence[Stretch],
        notes: Mapping[int, Sequence[Piece]],
        marks: Mapping[str, Sequence[Mark]],
    ) -> None:
        """Show another text from its top. `marks` are layers by name, the lowest first."""
        self._text, self._stretches, self._notes = text, stretches, notes
        self._marks = dict(marks)
        self._current, self._caption = None, ()
        self._set()
        self.scroll_to(y=0, animate=False, force=True)

    def mark(self, layer: str, marks: Sequence[Mark]) -> None:
        """Change one layer."""
        if self._marks.get(layer) != marks:
            self._marks[layer] = marks
            self._place_marks()

    def point_out(self, span: tuple[int, int] | None, caption: Line = (), *, reveal: bool = True) -> None:
        """Make `span` the current place, with a line of ours in the gap under it, and bring it into sight."""
        if (span, caption) != (self._current, self._caption):
            left = self._rows_of_current()
            self._current, self._caption = span, caption
            self._redraw(left | self._rows_of_current())
        if span and reveal:
            self.reveal(*span)

    def _rows_of_current(self) -> set[int]:
        """The rows that show which place is the current one: its own, and that of the line under it."""
        if self._current is None:
            return set()
        start, end = self._current
        gap = self.sheet.gap_after(end - 1)
        return {*range(self.sheet.row_of(start), self.sheet.row_of(end - 1) + 1), *(() if gap is None else (gap,))}

    def _redraw(self, rows: Collection[int]) -> None:
        """Draw those of `rows` that are in sight: a terminal far away is sent no more than has changed."""
        top, height = self.scroll_offset.y, self.size.height
        for row in rows:
            self._strips.pop(row, None)
        width = self.size.width - self._rail
        if regions := [Region(0, row - top, width, 1) for row in rows if 0 <= row - top < height]:
            self.refresh(*regions)

    def _set(self) -> None:
        """Set the text in rows: it or the width has changed."""
        if not self.size.width:
            return  # it is set once there is room
        width = max(1, min(self.column, self.size.width - MARGIN - self._rail - 1))
        self.sheet = lay_out(self._text, self._stretches, width, self._notes, self.spacing)
        self.virtual_size = Size(self.size.width, len(self.sheet.rows))
        self._place_marks()

    def _place_marks(self) -> None:
        on_row: defaultdict[int, list[Mark]] = defaultdict(list)
        for layer in self._marks.values():
            for mark in layer:
                for row in range(self.sheet.row_of(mark.start), self.sheet.row_of(mark.end - 1) + 1):
                    on_row[row].append(mark)
        self._on_row = dict(on_row)
        self._place_rail()
        self._strips.clear()
        self.refresh()

    def _place_rail(self) -> None:
        """What stands at each screen row of the rail: a mark with a letter, a mark without."""
        self._rails = {}
        for row in sorted(self._on_row):
            for mark in self._on_row[row]:
                if mark.rail and self.sheet.row_of(mark.start) == row:
                    at = self._rail_row(row)
                    lettered, bare = self._rails.get(at, (None, None))
                    self._rails[at] = (lettered or mark, bare) if mark.letter else (lettered, bare or mark)

    def on_resize(self, event: events.Resize) -> None:
        """Set the text in the new width, and keep the current place in sight, or else what was at the top."""
        current, (first, last) = self._current, self.in_sight
        top = -1 if self._unseen else self.place
        seen = current is not None and (self._unseen or first <= current[0] < last)
        self._set()
        self.place = top
        if seen and current:
            self.reveal(*current)

    def notify_style_update(self) -> None:
        """Forget what was drawn in the styles of before."""
        self._strips = {}
        super().notify_style_update()

    # Where the reader is ----------------------------------------------------------------------------------------------

    @property
    def place(self) -> int:
        """The offset of the first line in sight; -1 at the very top, above the text."""
        return self.sheet.offset_at(self.scroll_offset.y) if self.scroll_offset.y else -1

    @place.setter
    def place(self, offset: int) -> None:
        self._unseen = False
        self.scroll_to(y=self.sheet.row_of(offset) if offset >= 0 else 0, animate=False, force=True)

    @property
    def in_sight(self) -> tuple[int, int]:
        """The half-open stretch of text that is on the screen."""
        top = self.scroll_offset.y
        return self.sheet.offset_at(top), self.sheet.offset_at(top + self.size.height)

    def reveal(self, start: int, end: int) -> None:
        """Scroll so that `[start, end)` stands in sight with some lines around it; not at all if it does already."""
        first, last = self.sheet.row_of(start), self.sheet.row_of(max(start, end - 1))
        gap = self.sheet.gap_after(end - 1)
        if gap is not None and gap - last <= _AHEAD:
            last = gap
        top, height = self.scroll_offset.y, self.size.height
        self._unseen = height == 0
        if top <= first and last < top + height:
            return
        ahead = min(_AHEAD, max(0, height - (last - first + 1)) // 2)
        target = first - ahead if first < top or last - first >= height else last + ahead + 1 - height
        self.scroll_to(y=max(0, target), animate=False, force=True)

    def caption_in_sight(self) -> bool:
        """Whether the line of ours under the current place can be seen."""
        gap = self.sheet.gap_after(self._current[1] - 1) if self._current else None
        return gap is not None and self.scroll_offset.y <= gap < self.scroll_offset.y + self.size.height

    def caption_is_whole(self) -> bool:
        """Whether that line can be seen, and says all of it."""
        room = self.size.width - self._rail - self._left - MARGIN + 2
        return self.caption_in_sight() and cells(self._caption) <= room

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say that other lines are in sight."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled())

    # Drawing ----------------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One visible line: margin, text, rail."""
        row = y + self.scroll_offset.y
        strip = self._strips.get(row)
        if strip is None:
            strip = self._strips[row] = self._draw(row)
        return Strip.join([strip, self._draw_rail(y)]) if self.has_rail else strip

    @property
    def _rail(self) -> int:
        return RAIL if self.has_rail else 0

    @property
    def _left(self) -> int:
        """Cells left of the margin: a wide pane keeps the column from its edge."""
        return max(0, min(6, (self.size.width - self.column - MARGIN - self._rail) // 3))

    def _draw(self, number: int) -> Strip:
        room = max(0, self.size.width - self._rail)
        if number >= len(self.sheet.rows):
            return self.strip((), room)
        row = self.sheet.rows[number]
        if row.is_text:
            words = self._text[row.start : row.end].rstrip()
            drawn = [*self._margin(number), *self._words(row.start, row.start + len(words), row.style)]
            return Strip(merged(Strip(drawn).adjust_cell_length(room, self.rich_style)))
        if row.note is not None:
            return self.strip([Piece(" " * (self._left + MARGIN)), row.note], room)
        if self._current and self.sheet.gap_after(self._current[1] - 1) == number:
            indent = self._left + MARGIN - 2
            return self.strip([Piece(" " * indent), *whole(self._caption, room - indent)], room)
        return self.strip((), room)

    def _margin(self, number: int) -> list[Segment]:
        signed = [mark for mark in self._on_row.get(number, ()) if mark.sign]
        current = [mark for mark in signed if self._is_current(mark)]
        mark = min(current or signed, key=lambda mark: mark.end - mark.start, default=None)  # the innermost
        blank = Segment(" " * self._left, self.rich_style)
        if mark is None:
            return [blank, Segment(" " * MARGIN, self.rich_style)]
        letter = mark.letter if self.sheet.row_of(mark.start) == number else " "
        look = self.look(f"{mark.style} strong" if current else mark.style)
        return [blank, Segment(f" {letter or ' '}{mark.sign} ", look)]

    def _words(self, start: int, end: int, style: str) -> list[Segment]:
        marks = list(self._on_row_of(start))
        if self._current:
            marks.append(Mark(*self._current, "current"))
        if (selected := self.selected) is not None:
            marks.append(Mark(*selected, "selected"))
        words = harmless(self._text[start:end])
        if marks and not words.isascii():
            marks = widened(marks, [start, *(start + edge for _, edge, _ in graphemes(words))])
        drawn = []
        for piece in segments(start, end, marks):
            look = self.look(" ".join((style, *piece.styles)))
            at = Style.from_meta({"offset": (piece.start, 0)})
            drawn.append(Segment(harmless(self._text[piece.start : piece.end]), look + at))
        return drawn

    def _on_row_of(self, offset: int) -> Sequence[Mark]:
        return self._on_row.get(self.sheet.row_of(offset), ())

    def _is_current(self, mark: Mark) -> bool:
        return self._current is not None and (mark.start, mark.end) == self._current

    def _rail_row(self, row: int) -> int:
        """The screen row at which the rail shows `row`: the same where all fits, in proportion otherwise."""
        total, height = len(self.sheet.rows), max(1, self.size.height)
        return row if total <= height else row * height // total

    def _draw_rail(self, y: int) -> Strip:
        top = self.scroll_offset.y
        last = min(len(self.sheet.rows), top + self.size.height) - 1
        everything = len(self.sheet.rows) <= self.size.height
        seen = not everything and self._rail_row(top) <= y <= self._rail_row(max(top, last))
        under = "view" if seen else "rail"
        lettered, bare = self._rails.get(y, (None, None))
        if lettered is None and bare is None:
            return self.strip((), RAIL, under)
        return self.strip(
            [
                Piece(lettered.rail, lettered.style) if lettered else Piece(" "),
                Piece(bare.rail, bare.style) if bare else Piece(" "),
            ],
            RAIL,
            under,
        )

    # The mouse and the selection --------------------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """On the rail, go there; on the text, say where."""
        if event.x >= self.size.width - self._rail:
            share = event.y / max(1, self.size.height)
            self.scroll_to(y=round(share * len(self.sheet.rows)), animate=False, force=True)
            return
        _, at = self.screen.get_widget_and_offset_at(event.screen_x, event.screen_y)
        if at is not None and self.screen.get_selected_text() in (None, ""):
            self.post_message(self.Pointed(at.x, event.chain))

    @property
    def selected(self) -> tuple[int, int] | None:
        """The half-open stretch that the mouse has selected."""
        selection = self.text_selection
        if selection is None:
            return None
        start = selection.start.x if selection.start else 0
        end = selection.end.x if selection.end else len(self._text)
        return (start, end) if end > start else None

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words as they stand in the text, without the line breaks of the screen."""
        selected = self.selected
        return (self._text[slice(*selected)], "\n") if selected else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        self._strips.clear()
        self.refresh()


def nearest(places: Sequence[tuple[int, int]], offset: int, step: int) -> int | None:
    """The number of the first of `places` (in order) at or after `offset`, or before it if `step` is negative.

    Beyond the last comes the first again, and the other way round.
    """
    if not places:
        return None
    at = bisect_left(places, (offset, -1))
    return at % len(places) if step > 0 else (at - 1) % len(places)
