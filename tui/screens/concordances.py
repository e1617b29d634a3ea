"""Opens the concordance, and keeps where one was in it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from tui.exports import lines_as_tsv, write_lines
from tui.session import Current, LineOrder

if TYPE_CHECKING:
    from index.model import Again, Line
    from tui.screens.main import MainScreen


class Concordances:
    """What the list of lines asks of the main screen. It opens again at the line that was left."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self.query = ""
        self.order: LineOrder = "left"
        self.cursor = 0

    async def open(self, query: str | None = None) -> None:
        """Show the lines of a query; without it, those of before."""
        from tui.screens.concordance import Concordance

        if query is not None and query != self.query:
            self.query, self.cursor = query, 0
        await self._screen.app.push_screen(Concordance(self))
        self.ask()

    def ask(self) -> None:
        """Ask for the lines."""
        self._screen.gateway.lines(self.query, self.order)

    def go_to(self, line: Line | Again) -> None:
        """Read the article at a line, or at the same line of a copy."""
        self._screen.travel.open_article(line.article, Current("passage", line.start, line.end), above="concordance")

    def export(self, lines: list[Line]) -> None:
        """Write the lines to a new file in the working directory, and say which."""

        async def write() -> None:
            try:
                path = await asyncio.to_thread(write_lines, Path.cwd(), self.query, lines_as_tsv(lines))
            except OSError as error:
                self._screen.edges.notice(f"The lines could not be written: {error}.")
            else:
                self._screen.edges.notice(f"{len(lines):,} lines written to {path}")

        self._screen.run_worker(write(), group="export", exclusive=True)
