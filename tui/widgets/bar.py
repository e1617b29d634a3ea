"""One line with a left and a right end."""

from __future__ import annotations

from textual.strip import Strip

from tui.text.lines import Line, spread
from tui.widgets.styled import Styled


class Bar(Styled):
    """A line of the screen. Where there is no room for both ends, the left one is cut."""

    DEFAULT_CSS = "Bar { height: 1; width: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._left: Line = ()
        self._right: Line = ()
        self._fill = " "

    def show(self, left: Line, right: Line = (), fill: str = " ") -> None:
        """Show other words, with `fill` between them; nothing is drawn if they are the same."""
        if (left, right, fill) != (self._left, self._right, self._fill):
            self._left, self._right, self._fill = left, right, fill
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line as it is drawn."""
        width = self.size.width
        return self.strip(spread(self._left, self._right, width, self._fill) if y == 0 else (), width)
