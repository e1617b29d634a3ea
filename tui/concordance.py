"""Lines of a concordance, as they are set under each other. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui import phrases
from tui.text.cells import harmless, width_of
from tui.text.lines import Line, Piece, cells, padded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index import model

_DATED, _PLACED = 70, 110
"""The widths from which on dates and outlets are shown."""
_DATE, _OUTLET = 12, 18


class Among(NamedTuple):
    """The words searched for among their neighbours, as an item of a list; and in how many copies they stand so."""

    line: model.Line
    selectable: bool = True

    def lines(self, width: int) -> Sequence[Line]:
        """One line: the words begin at the same column whatever stands before them."""
        where = self._where(width)
        room = width - cells(where)
        before = _tail(self.line.left, room * 2 // 5 - 1)
        more = f" {phrases.more(self.line)}" if self.line.copies else ""
        words = padded([Piece(before), Piece(self.line.word, "hit"), Piece(self.line.right)], room - len(more))
        return [[*words, Piece(more, "dim"), *where]]

    def _where(self, width: int) -> Line:
        """Outlet and date, where there is room for them."""
        if width < _DATED:
            return ()
        dates = Piece((phrases.when(self.line.published) or "date ?").rjust(_DATE), "dim")
        if width < _PLACED:
            return [dates]
        return [Piece(" "), *padded([Piece(self.line.outlet or self.line.file, "dim")], _OUTLET), dates]


def _tail(text: str, room: int) -> str:
    """The end of a text in exactly so many cells."""
    shown = harmless(text)
    while width_of(shown) > room:
        shown = shown[1:]
    return " " * (room - width_of(shown)) + shown
