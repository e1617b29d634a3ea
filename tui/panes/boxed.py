"""What panes with a box above a list have in common: what stands in them, and how one moves there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from tui.text.cells import harmless, width_of
from tui.text.lines import Piece, line
from tui.widgets.bar import Bar
from tui.widgets.box import Box
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from tui.messages import Refused, Unlisted
    from tui.panes.wishes import Wish
    from tui.session import Session


class BoxedList(Vertical):
    """A box to type into, a line that says how it went, a rule, a list. Up from the first line is the box, down from
    the box is the list.

    Their ids are that of the pane, and what they are: `search-box`, `search-status`, `search-rule`, `search-list`.
    """

    def __init__(self, session: Session, *, name: str, title: str, placeholder: str) -> None:
        super().__init__(id=name)
        self._session = session
        self.border_title = title
        self.box = Box(placeholder=placeholder, id=f"{name}-box", idle="/")
        self.status = Bar(id=f"{name}-status")
        self.rule = Bar(id=f"{name}-rule")
        self.list = VirtualList(id=f"{name}-list")

    def compose(self) -> ComposeResult:
        """The box above, the lines below."""
        yield self.box
        yield self.status
        yield self.rule
        yield self.list

    def show_rule(self) -> None:
        """Rule the box off."""
        self.rule.show((), fill="─")

    def show_refused(self, refused: Refused | Unlisted) -> None:
        """Point at the mistake in what was typed, and name it; the lines stay."""
        before = width_of(harmless(refused.query[: refused.start])) - round(self.box.scroll_x)
        wrong = max(1, width_of(harmless(refused.query[refused.start : refused.end])))
        self.status.show([Piece(" " * before), Piece("^" * wrong, "bad")])
        self.rule.show(line(f" {refused.title}", "bad"))

    @on(VirtualList.Chosen)
    def _chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        if wish := self.do_open():
            self.post_message(wish)

    def do_open(self) -> Wish | None:
        """Do what the line under the cursor is for."""

    # Moving -----------------------------------------------------------------------------------------------------------

    @property
    def typing(self) -> bool:
        """Whether letters go into the box."""
        return self.screen.focused is self.box

    def at_end(self) -> Wish | None:
        """What is wanted of whoever wants to go beyond the last line."""

    def do_down(self) -> Wish | None:
        """Go to the next line; from the box, to the list."""
        if self.typing:
            self.screen.set_focus(self.list)
            return None
        return None if self.list.move(1) else self.at_end()

    def do_up(self) -> Wish | None:
        """Go to the line before; from the first, to the box."""
        if not self.typing and not self.list.move(-1):
            self.screen.set_focus(self.box)
        return None

    def do_page_down(self) -> Wish | None:
        """Go a page further down."""
        return None if self.list.move(self.list.page()) else self.at_end()

    def do_page_up(self) -> None:
        """Go a page further up."""
        self.list.move(-self.list.page())

    def do_first(self) -> None:
        """Go to the first line."""
        self.list.move_to(self.list.first())

    def do_last(self) -> Wish | None:
        """Go to the last line that is here."""
        return None if self.list.move_to(self.list.last()) else self.at_end()
