"""One line with a left and a right end, or a few lines that are to be read whole."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from tui.text.lines import Line, fit, spread
from tui.widgets.styled import Styled


class Bar(Styled):
    """A line of the screen. Where there is no room for both ends, the left one is cut."""

    DEFAULT_CSS = "Bar { height: 1; width: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._left: Line = ()
        self._right: Line = ()
        self._fill = " "
        self._under: Sequence[Line] = ()

    def show(self, left: Line, right: Line = (), fill: str = " ") -> None:
        """Show other words, with `fill` between them; nothing is drawn if they are the same."""
        self._change(left, right, fill, ())

    def tell(self, lines: Sequence[Line]) -> None:
        """Show lines under each other, in as many rows as they are."""
        self._change(lines[0], (), " ", lines[1:])

    def _change(self, left: Line, right: Line, fill: str, under: Sequence[Line]) -> None:
        if (left, right, fill, under) != (self._left, self._right, self._fill, self._under):
            self._left, self._right, self._fill, self._under = left, right, fill, under
            self.styles.height = 1 + len(under)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line as it is drawn."""
        width = self.size.width
        if y == 0:
            return self.strip(spread(self._left, self._right, width, self._fill), width)
        return self.strip(fit(self._under[y - 1], width) if y <= len(self._under) else (), width)
