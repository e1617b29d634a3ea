"""The concordance: each place that answers a query as a line, the words under each other."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType

from tui import phrases
from tui.concordance import Among
from tui.messages import Concorded
from tui.screens.listing import Listing
from tui.session import LineOrder
from tui.text.lines import Piece, line
from tui.widgets.prose import Prose
from tui.widgets.virtual_list import Plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.model import Line
    from tui.screens.chooser import Choice
    from tui.screens.concordances import Concordances

_ORDERS: dict[LineOrder, str] = {
    "left": "words before", "right": "words after", "outlet": "outlet", "date": "date", "rank": "rank",
}  # fmt: skip
_KEYS: dict[LineOrder, str] = {"left": "l", "right": "r", "outlet": "o", "date": "d", "rank": "b"}
_PATIENCE = 0.5
"""Seconds that a key may wait for the lines."""
_ROOMY = 100
"""The width from which on the keys of all orders are shown."""


class Concordance(Listing):
    """The lines, over the whole screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *[(key, f"order('{order}')", f"Order the lines by {_ORDERS[order]}.") for order, key in _KEYS.items()],
        ("x,X", "export", "Write the lines to a file, as a table."),
        ("plus", "copies", "List the articles that say the same, with this line."),
        ("K", "dismiss", "Close the concordance."),
    ]

    def __init__(self, owner: Concordances) -> None:
        super().__init__("Concordance", "enter goes there · ? keys · x exports · + copies · esc closes")
        self._owner = owner
        self._lines: Sequence[Line] | None = None
        self._came = asyncio.Event()

    def on_mount(self) -> None:
        """Say that it is being looked."""
        self._show_status()

    @on(Concorded)
    def show_lines(self, answer: Concorded) -> None:
        """Show what was found, at the line that was left."""
        answer.stop()
        self._lines = answer.lines
        self._came.set()
        items = [Among(each) for each in answer.lines]
        if items:
            self.list.show(items, self._owner.cursor, rows=1)
        else:
            self.list.show([Plain(), Prose("The words stand nowhere.", "strong")])
        self._show_status()

    def _show_status(self) -> None:
        found = "looking …" if self._lines is None else phrases.count(len(self._lines), "line")
        keys: list[Piece] = []
        for order, key in _KEYS.items():
            style = "strong mark" if order == self._owner.order else "dim"
            keys += [Piece(f"  {key} ", "key"), Piece(_ORDERS[order], style)]
        if self.app.size.width < _ROOMY:
            keys = [Piece(" ".join(_KEYS.values()), "key"), Piece(f" by {_ORDERS[self._owner.order]}", "dim")]
        self.status.show(line(f"{self._owner.query} · {found}", "dim"), keys)

    def action_order(self, order: LineOrder) -> None:
        """Order the lines in another way."""
        self._owner.order, self._owner.cursor = order, 0
        self._came.clear()
        self._show_status()
        self._owner.ask()

    async def _looked(self) -> None:
        """Wait a moment for the lines: a key that comes before them is meant for them."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                await self._came.wait()

    async def action_go(self) -> None:
        """Read the article at the line."""
        await self._looked()
        if self._lines and self.list.cursor < len(self._lines):
            self._owner.cursor = self.list.cursor
            self.dismiss()
            self._owner.go_to(self._lines[self.list.cursor])

    async def action_copies(self) -> None:
        """List the articles that say the same, with this line; there is none to list for most."""
        await self._looked()
        if self._lines and (line := self._lines[self.list.cursor]).copies:
            from tui.screens.copied import Copied

            async def go(choice: Choice) -> None:
                copy = next(copy for copy in line.copies if copy.article == choice[1])
                self.dismiss()
                self._owner.go_to(copy)

            await self.app.push_screen(Copied(f"… {line.left[-9:]}{line.word}{line.right[:9]} …", line.copies, go))

    async def action_export(self) -> None:
        """Write the lines to a file."""
        await self._looked()
        if self._lines:
            self.dismiss()
            self._owner.export(list(self._lines))

    def moved(self) -> None:
        """Keep where one is."""
        self._owner.cursor = self.list.cursor
