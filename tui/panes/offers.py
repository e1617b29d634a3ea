"""What may be meant by the word that is being typed: a small list under the box, of which tab takes the first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.commands import key_of
from tui.searches import Kept
from tui.text.lines import Piece, cells, line, spread
from tui.widgets.styled import Styled

if TYPE_CHECKING:
    from textual.strip import Strip

    from index.model import Completion

_IN_A_FIELD = 6
"""Rows for what a field may hold. For a plain word there is one: what it finds is already shown below."""


class Offers(Styled):
    """It lies over the first rows of the results while there is something to offer, and never takes the keys."""

    DEFAULT_CSS = "Offers { overlay: screen; width: 1fr; height: 1; background: $panel; }"

    def __init__(self) -> None:
        super().__init__(id="offers")
        self._offered: Sequence[Completion | Kept] = ()

    def offer(self, completions: Sequence[Completion | Kept], typed: str) -> None:
        """Offer those of `completions` that would change what is `typed`."""
        offered = [each for each in completions if typed[each.start : each.end] != each.text]
        kept = sum(isinstance(each, Kept) for each in offered)
        rows = _IN_A_FIELD if any(":" in each.text for each in offered) else kept + 1
        if offered[:rows] != self._offered:
            self._offered = offered[:rows]
            self.display = bool(offered)
            self.styles.height = max(1, len(self._offered))
            self.refresh()

    @property
    def first(self) -> Completion | Kept | None:
        """What tab takes."""
        return self._offered[0] if self._offered else None

    def render_line(self, y: int) -> Strip:
        """One completion; and what it is, where there is room."""
        width = self.size.width
        if y >= len(self._offered):
            return self.strip((), width)
        each = self._offered[y]
        key = f" {key_of('app.next_pane')} "
        left = [Piece(key if y == 0 else " " * len(key), "key"), Piece(each.label)]
        right = line(f" {each.what} ", "dim")
        return self.strip(spread(left, right if cells(left) + cells(right) < width else (), width), width)
