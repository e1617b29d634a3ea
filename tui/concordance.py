"""Lines of a concordance: how they are set under each other, and how they are written to a file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui import phrases
from tui.text.cells import harmless, width_of
from tui.text.lines import Line, Piece, cells, fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index import model

_COLUMNS = ("file", "outlet", "date", "start", "end", "left", "word", "right", "copies")
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
        words = fit([Piece(before), Piece(self.line.word, "hit"), Piece(self.line.right)], room - len(more))
        return [[*words, Piece(" " * (room - len(more) - cells(words))), Piece(more, "dim"), *where]]

    def _where(self, width: int) -> Line:
        """Outlet and date, where there is room for them."""
        if width < _DATED:
            return ()
        dates = Piece((phrases.when(self.line.published) or "date ?").rjust(_DATE), "dim")
        if width < _PLACED:
            return [dates]
        outlet = fit([Piece(self.line.outlet or self.line.file, "dim")], _OUTLET)
        return [Piece(" "), *outlet, Piece(" " * (_OUTLET - cells(outlet))), dates]


def _tail(text: str, room: int) -> str:
    """The end of a text in exactly so many cells."""
    shown = harmless(text)
    while width_of(shown) > room:
        shown = shown[1:]
    return " " * (room - width_of(shown)) + shown


def tsv(lines: Iterable[model.Line]) -> str:
    """The lines as a table with a head, its columns apart by tabs."""
    rows = [_COLUMNS, *(_row(line) for line in lines)]
    return "".join("\t".join(re.sub(r"\s+", " ", cell) for cell in row) + "\n" for row in rows)


def _row(line: model.Line) -> tuple[str, ...]:
    day = line.published.from_ if line.published else None
    return (
        line.file, line.outlet or "", day or "", str(line.start), str(line.end), line.left, line.word, line.right,
        str(len(line.copies)),
    )  # fmt: skip


def new_file(folder: Path, query: str, text: str) -> Path:
    """Write a file named after a query, one that is not there yet; its path. Raises `OSError`."""
    name = re.sub(r"\W+", "-", query).strip("-")[:40] or "lines"
    return fresh(folder, f"concordance-{name}", ".tsv", text)


def fresh(folder: Path, name: str, end: str, text: str) -> Path:
    """Write a file that is not there yet, with a number in its name where there is one; its path. Raises `OSError`."""
    for number in count(1):
        path = folder / f"{name}{f'-{number}' if number > 1 else ''}{end}"
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            continue
        return path
    raise AssertionError("numbers do not end")
