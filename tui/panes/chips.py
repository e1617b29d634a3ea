"""The chips of the search pane: in the rule, what narrows the search; above it, what could."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events

from tui import chips
from tui.chips import Chip
from tui.text.lines import Piece, cells
from tui.widgets.bar import Bar
from tui.widgets.posted import Posted

if TYPE_CHECKING:
    from index.model import Page
    from tui.session import Session

_TALL, _TALLER = 20, 30
"""The rows of a terminal from which on one row, or two, are given to what could narrow the search."""


class Clicked(Posted):
    """A chip was clicked."""

    chip: Chip


class ChipBar(Bar):
    """A row of chips."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._places: list[tuple[int, int, Chip]] = []

    def show_chips(self, some: Sequence[Chip], current: Chip | None, width: int, fill: str = " ") -> None:
        """Show chips in a row of so many cells, with `fill` around them; dots where there are more."""
        line: list[Piece] = []
        self._places = []
        shown = chips.row(some, current, width - 2)
        for chip, piece in shown:
            line.append(Piece(fill if line or chip == some[0] else "…", "rule"))
            at = cells(line)
            line.append(piece)
            self._places.append((at, cells(line), chip))
        if shown and shown[-1][0] != some[-1]:
            line.append(Piece("…", "rule"))
        self.show(line, fill=fill)

    def on_click(self, event: events.Click) -> None:
        """Say which chip was clicked."""
        for start, end, chip in self._places:
            if start <= event.x < end:
                self.post_message(Clicked(chip))


class Chips:
    """Shows the chips of the session's page, and knows the one that keys are for: the last that narrows the search,
    until another is gone to."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.more = (ChipBar(id="search-more"), ChipBar(id="search-more-2"))
        self.rule = ChipBar(id="search-rule")
        for bar in self.more:
            bar.display = False
        self._on: list[Chip] = []
        self._rows: list[list[Chip]] = []
        self._gone_to: Chip | None = None
        self.room = 0
        """The rows for what could narrow the search."""

    @property
    def all(self) -> list[Chip]:
        """What could narrow the search, then what does."""
        return [*(chip for row in self._rows for chip in row), *self._on]

    @property
    def current(self) -> Chip | None:
        """The chip that keys are for."""
        return self._gone_to if self._gone_to in self.all else self._on[-1] if self._on else None

    def renew(self) -> None:
        """Another search is answered: no chip was gone to."""
        self._gone_to = None

    def move(self, step: int) -> None:
        """Go to the next chip or the one before, and from the last to the first."""
        some = self.all
        at = some.index(self.current) + step if self.current else min(step, 0)
        self._gone_to = some[at % len(some)]

    def show(self, width: int, height: int, *, pointed: bool) -> None:
        """Show the chips in a pane so wide, in a terminal of so many rows; the current one in brackets, if keys are for
        it now.

        The rows for what could narrow the search are kept free until that is counted: no line jumps.
        """
        page, facets = self._session.page, self._session.facets
        counted = page and _can_be_narrowed(page) and not self._session.large
        self.room = (height >= _TALL) + (height >= _TALLER) if counted else 0
        self._on = chips.put_on(page) if page else []
        found = chips.proposed(page, facets.facets) if page and facets and facets.query == page.query else []
        self._rows = chips.rows(found, width - 2, self.room)
        current = self.current if pointed else None
        self.rule.show_chips(self._on, current, width, "─")
        for number, bar in enumerate(self.more):
            bar.display = number < self.room
            bar.show_chips(self._rows[number] if number < len(self._rows) else (), current, width)


def _can_be_narrowed(page: Page) -> bool:
    """Whether something was searched for that so many articles hold that some of them have more in common."""
    return bool(page.query.strip()) and len(page.hits) > 2
