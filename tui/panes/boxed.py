"""What panes with a box above a list have in common: how one moves in them."""

from __future__ import annotations

from textual.containers import Vertical

from tui.widgets.box import Box
from tui.widgets.virtual_list import VirtualList


class BoxedList(Vertical):
    """A box to type into above a list. Up from the first line is the box, down from the box is the list."""

    box: Box
    list: VirtualList

    def do_down(self) -> None:
        """Go to the next line; from the box, to the list."""
        if self.screen.focused is self.box:
            self.screen.set_focus(self.list)
        else:
            self.list.move(1)

    def do_up(self) -> None:
        """Go to the line before; from the first, to the box."""
        if self.screen.focused is not self.box and not self.list.move(-1):
            self.screen.set_focus(self.box)

    def do_page_down(self) -> None:
        """Go a page further down."""
        self.list.move(self.list.page())

    def do_page_up(self) -> None:
        """Go a page further up."""
        self.list.move(-self.list.page())

    def do_first(self) -> None:
        """Go to the first line."""
        self.list.move_to(self.list.first())

    def do_last(self) -> None:
        """Go to the last line."""
        self.list.move_to(self.list.last())
