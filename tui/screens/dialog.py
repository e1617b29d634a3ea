"""The small dialog in which something is put right: a frame, what one chooses from, and what enter would write.

It decides nothing: what is to be written goes to whoever opened it, before the next key is looked at.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget

from tui import phrases
from tui.text.lines import Line, Piece, line
from tui.widgets.bar import Bar
from tui.widgets.virtual_list import VirtualList

WIDTH = 84
"""Cells that a dialog takes where there are as many; so it stands in the style sheet, too."""
ROWS = 6
"""Rows of a list to choose from, where there is room."""


class Choice(NamedTuple):
    """A line to choose from. What `text` is stands beside it, from the cell `column` on if it is shorter."""

    key: str
    text: str
    more: str = ""
    style: str = ""
    selectable: bool = True
    column: int = 0

    def lines(self, width: int) -> Sequence[Line]:
        """One line."""
        text = Piece(f"{self.text:<{self.column}}", self.style)
        return [[Piece(f"{self.key:<2}", "key"), text, Piece(f"  {self.more}", "dim")]]


class Dialog(ModalScreen[None]):
    """The frame, and how one moves. Subclasses say what stands in it, what enter writes, and where escape leads."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "leave", "Back"),
        ("enter", "write", "Write"),
        ("down,j", "move(1)", "Down"),
        ("up,k", "move(-1)", "Up"),
    ]
    AUTO_FOCUS = ""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.frame = Vertical(classes="dialog")
        self.frame.border_title = Content(title)
        self.list = VirtualList(id="choices")
        self.preview = Bar(id="preview")
        self._keys = ""

    def compose(self) -> ComposeResult:
        """What is asked, and under it what will be written."""
        with self.frame:
            yield from self.parts()
            yield self.preview

    @abstractmethod
    def parts(self) -> Iterable[Widget]:
        """What stands in the frame, above what will be written."""

    @property
    def room(self) -> int:
        """The cells in a line of it."""
        return max(1, min(WIDTH, self.app.size.width) - 4)

    def tell_keys(self, keys: str) -> None:
        """Say at the lower edge what the keys do."""
        self._keys = keys
        self.frame.border_subtitle = phrases.hints(keys, self.room - 2)

    def on_resize(self) -> None:
        """Tell as many keys as there is room for now."""
        self.tell_keys(self._keys)

    def tell(self, written: str, otherwise: str = "") -> None:
        """Say what enter would write; or else, what stands now or is missing."""
        writes = [Piece(" writes  ", "dim"), Piece(written, "mark")]
        self.preview.show(writes if written else line(f" {otherwise}", "dim"))

    def moved(self) -> None:
        """The cursor stands on another line: say what enter would write now."""

    @on(VirtualList.Moved, "#choices")
    def _moved(self) -> None:
        self.moved()

    @on(VirtualList.Chosen, "#choices")
    def _chosen(self) -> None:
        self.action_write()

    @abstractmethod
    def action_write(self) -> None:
        """Write what is decided, or go on to what is chosen."""

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss()

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self.list.move(step)
        self.moved()
