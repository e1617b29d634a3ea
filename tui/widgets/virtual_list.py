"""A list of which only the visible lines exist."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple, Protocol

from textual import events
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.text.lines import Line, Piece, fit
from tui.widgets.posted import Posted
from tui.widgets.styled import Styled


class Item(Protocol):
    """What a list shows: its lines in a given width, and whether the cursor stops at it."""

    @property
    def selectable(self) -> bool:
        """Whether the cursor stops here."""

    def lines(self, width: int) -> Sequence[Line]:
        """The lines of the item, at least one, in at most `width` cells."""


class Plain(NamedTuple):
    """Lines that the cursor passes over: a heading, a gap."""

    content: Sequence[Line] = ((),)
    selectable: bool = False

    def lines(self, width: int) -> Sequence[Line]:
        """The lines, as they are."""
        return self.content


class VirtualList(Styled, ScrollView, can_focus=True, inherit_bindings=False):
    """A list of items of any height. The item under the cursor has a bar at its left and another background."""

    DEFAULT_CSS = """
    VirtualList { overflow-x: hidden; overflow-y: scroll; scrollbar-size: 0 0; height: 1fr; }
    """
    ALLOW_SELECT = False

    class Moved(Posted):
        """The cursor stands on another item, by the person's doing."""

        list: VirtualList
        index: int

        @property
        def control(self) -> VirtualList:
            """The list, for `@on` with a selector."""
            return self.list

    class Chosen(Posted):
        """The item under the cursor is wanted."""

        list: VirtualList
        index: int

        @property
        def control(self) -> VirtualList:
            """The list, for `@on` with a selector."""
            return self.list

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.items: Sequence[Item] = ()
        self.cursor = 0
        self._clicked = -1
        self._width = 0
        self._rows = 0
        self._lines: dict[int, Sequence[Line]] = {}
        self._tops: Sequence[int] = [0]
        self._strips: dict[int, Strip] = {}

    # What is shown ---------------------------------------------------------------------------------------------------

    def show(self, items: Sequence[Item], cursor: int = 0, rows: int = 0) -> None:
        """Show `items` with the cursor on the first selectable one from `cursor` on, as far up as that allows.

        Where all items are known to be `rows` lines high, they are set only when they come into sight, however many
        there are.
        """
        self.items = items
        self._rows = rows
        self.cursor = self._selectable_from(min(cursor, max(0, len(items) - 1)), 1)
        self._set()
        if cursor == 0:
            self.scroll_to(y=0, animate=False, force=True)
        else:
            self._reveal()

    def _set(self) -> None:
        """Set all items anew: they or the width have changed."""
        self._width = self.size.width
        self._lines.clear()
        if self._rows:
            self._tops = range(0, (len(self.items) + 1) * self._rows, self._rows)
        else:
            self._tops = [0, *accumulate(len(self._lines_of(index)) for index in range(len(self.items)))]
        self._strips.clear()
        self.virtual_size = Size(self._width, self._tops[-1])
        self.refresh()

    def _lines_of(self, index: int) -> Sequence[Line]:
        lines = self._lines.get(index)
        if lines is None:
            lines = self._lines[index] = self.items[index].lines(max(1, self._width - 2))
        return lines

    def on_resize(self, event: events.Resize) -> None:
        """Set the items in the new width and keep the cursor in sight."""
        if event.size.width != self._width:
            self._set()
        self._reveal()

    def notify_style_update(self) -> None:
        """Forget what was drawn in the styles of before."""
        self._strips = {}
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """One visible line."""
        row = y + self.scroll_offset.y
        strip = self._strips.get(row)
        if strip is None:
            strip = self._strips[row] = self._draw(row)
        return strip

    def _draw(self, row: int) -> Strip:
        index = bisect_right(self._tops, row) - 1
        if index >= len(self.items):
            return self.strip((), self._width)
        pieces = fit(self._lines_of(index)[row - self._tops[index]], self._width - 2)
        if index == self.cursor and self.items[index].selectable:
            last = row == self._tops[index + 1] - 1
            if not (last and not pieces and row > self._tops[index]):  # the gap after an item is not part of it
                return self.strip([Piece("▌", "bar"), *pieces], self._width, "cursor")
        return self.strip([Piece(" "), *pieces] if pieces else (), self._width)

    # The cursor -------------------------------------------------------------------------------------------------------

    def move(self, step: int) -> bool:
        """Move the cursor by `step` selectable items, as far as there are any; whether it moved."""
        target = self.cursor
        for _ in range(abs(step)):
            nearer = self._selectable_from(target + (1 if step > 0 else -1), 1 if step > 0 else -1)
            if nearer == target or not 0 <= nearer < len(self.items) or not self.items[nearer].selectable:
                break
            target = nearer
        return self.move_to(target)

    def move_to(self, index: int, *, tell: bool = True) -> bool:
        """Put the cursor on item `index`; whether it was elsewhere."""
        self._reveal(index)
        if index == self.cursor or not 0 <= index < len(self.items):
            return False
        before, self.cursor = self.cursor, index
        for changed in (before, index):
            self._redraw(changed)
        self._reveal()
        if tell:
            self.post_message(self.Moved(self, index))
        return True

    def head(self, index: int) -> None:
        """Scroll so that item `index` is the first in sight, as far as the list goes on below it."""
        self.scroll_to(y=min(self._tops[index], self.max_scroll_y), animate=False, force=True)

    def page(self) -> int:
        """How many items make about one page."""
        if not self.items:
            return 1
        return max(1, self.size.height * len(self.items) // max(1, self._tops[-1]) - 1)

    def first(self) -> int:
        """The first selectable item."""
        return self._selectable_from(0, 1)

    def last(self) -> int:
        """The last selectable item."""
        return self._selectable_from(len(self.items) - 1, -1)

    def _selectable_from(self, index: int, step: int) -> int:
        """The nearest selectable item from `index` on; where there is none, `index` brought into the list."""
        here = index
        while 0 <= here < len(self.items):
            if self.items[here].selectable:
                return here
            here += step
        return max(0, min(index, len(self.items) - 1))

    def _redraw(self, index: int) -> None:
        if not 0 <= index < len(self.items):
            return
        top, end = self._tops[index], self._tops[index + 1]
        for row in range(top, end):
            self._strips.pop(row, None)
        self.refresh(Region(0, top - self.scroll_offset.y, self._width, end - top))

    def _reveal(self, index: int | None = None) -> None:
        """Scroll as little as brings the item (and, at the top, what stands above the first) into sight."""
        index = self.cursor if index is None else index
        if not 0 <= index < len(self.items):
            return
        top, end = self._tops[index], self._tops[index + 1]
        if index <= self.first():
            top = 0
        height, scroll = self.size.height, round(self.scroll_y)
        if end > scroll + height:
            scroll = end - height
        if top < scroll:
            scroll = top
        self.scroll_to(y=scroll, animate=False, force=True)

    # The mouse --------------------------------------------------------------------------------------------------------

    def on_blur(self) -> None:
        """Whoever comes back clicks for the first time."""
        self._clicked = -1

    def on_click(self, event: events.Click) -> None:
        """One click puts the cursor there, another one chooses, however much later."""
        index = bisect_right(self._tops, event.y + self.scroll_offset.y) - 1
        if index < len(self.items) and self.items[index].selectable:
            again = index == self._clicked == self.cursor
            self.move_to(index)
            self._clicked = index
            if again:
                self.post_message(self.Chosen(self, index))
                self._clicked = -1  # a click more is meant for what that brings
