"""What leaves the app: copies, and the article handed to another program."""

from __future__ import annotations

import asyncio
import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from tui import citing, clipboard, exports, external, phrases
from tui.commands import with_keys
from tui.panes.reader import line_of
from tui.widgets.box import Box

if TYPE_CHECKING:
    from tui.screens.chooser import Choice
    from tui.screens.main import MainScreen


class Outgoing:
    """Copies what the reader stands on, and opens what is read elsewhere."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._session = screen.session

    def copy(self) -> None:
        """Copy the selection or the current quotation, with its source."""
        if (passage := self._passage()) is not None:
            what = "the quotation with its source" if passage.quotation else "the selection with its source"
            self._copy(citing.plain(passage), what)

    def cite(self) -> None:
        """Copy the source alone: of the current place, or of the whole article."""
        if (passage := self._passage(or_else_all=True)) is not None:
            self._copy(citing.citation(passage), "the source")

    def copy_as(self, form: str) -> None:
        """Copy the selection, the current place or the whole article, in a form of `citing.FORMS`."""
        if (passage := self._passage(or_else_all=True)) is not None:
            self._copy(citing.FORMS[form][0](passage), form)

    def _passage(self, *, or_else_all: bool = False) -> citing.Passage | None:
        """The selection, or else the current quotation; or else the current place, or the whole article."""
        article, current = self._session.article, self._session.current
        if article is None:
            return None
        if selected := self._screen.reader.text.selected:
            return citing.Passage(article, *selected)
        quotation = self._session.quotation_at(current)
        if quotation is not None:
            return citing.Passage(article, quotation.start, quotation.end, quotation)
        if not or_else_all:
            return None
        return citing.Passage(article, *((current.start, current.end) if current else (0, len(article.text))))

    def copy_selected(self) -> None:
        """Copy what is selected, as it stands; otherwise say how to quit."""
        box = self._screen.focused
        words = box.selected_text if isinstance(box, Box) else self._screen.get_selected_text()
        if words:
            self._copy(words, "the selection")
        else:
            leave = "{app.leave}, then {app.quit}, leaves" if self._screen.typing else "{app.quit} leaves"
            told = f"{leave} Readout. {{app.interrupt}} copies what the mouse has selected."
            self._screen.edges.notice(with_keys(told))

    def _copy(self, words: str, what: str) -> None:
        async def copy() -> None:
            place = await asyncio.to_thread(clipboard.by_program, words)
            if place is None:
                self._screen.app.copy_to_clipboard(words)
                place = clipboard.BY_TERMINAL
            self._screen.edges.notice(f"Copied {what} to {place}.")

        self._screen.run_worker(copy(), group="copy", exclusive=True)

    async def write_quotations(self, choice: Choice) -> None:
        """Write the quotations that are listed to a new file in the working directory, and say which."""
        form, said = choice[1], [row.said for row in self._session.rows]
        names = {actor: line.name for actor, line in self._session.who.items()}

        def write(folder: Path) -> Path:
            return exports.write_quotations(folder, form, exports.quotations_as(form, said, names))

        self._write("quotations", phrases.count(len(said), "quotation"), write)

    def write_table(self, name: str, told: str, text: str) -> None:
        """Write a table to a new file in the working directory that is named after what it holds, and say which."""
        self._write(name, told, lambda folder: exports.write_table(folder, name, text))

    def _write(self, what: str, told: str, write: Callable[[Path], Path]) -> None:
        async def work() -> None:
            try:
                path = await asyncio.to_thread(write, Path.cwd())
            except OSError as error:
                self._screen.edges.notice(f"The {what} could not be written: {error}.")
            else:
                self._screen.edges.notice(f"{told} written to {path}")

        self._screen.run_worker(work(), group="export", exclusive=True)

    def open_original(self) -> None:
        """Open the article's address in the browser, or its file in the editor."""
        article = self._session.article
        if article is None:
            return
        url = article.url.value
        if not url or not url.startswith(("http://", "https://")):
            self.edit()
        elif command := external.browser(url, os.environ):
            self._run(command)
        else:
            self._screen.app.open_url(url)
            self._screen.edges.notice(f"Opened {url} in the browser.")

    def edit(self) -> None:
        """Open the article's file in the editor."""
        if (place := self._place_in_file()) is None:
            return
        if command := external.editor(*place, os.environ):
            self._run(command)
        else:
            self._screen.edges.notice(f"Set $EDITOR to open files. This one is {place[0]}")

    def page(self) -> None:
        """Show the article's file in the pager."""
        if (place := self._place_in_file()) is not None:
            self._run(external.pager(*place, os.environ))

    def _place_in_file(self) -> tuple[Path, int] | None:
        """The article's file, and the line of it that is in sight, from 1; that it is gone is told."""
        article = self._session.article
        if article is None:
            return None
        path = self._screen.gateway.folder / article.file
        if not path.exists():  # an editor would begin a new file of that name
            self._screen.edges.notice(f"The file is not there any more: {path}")
            return None
        return path, line_of(article.text, max(0, self._screen.reader.text.place))

    def _run(self, command: Sequence[str]) -> None:
        """Lend the terminal to another program until it ends."""
        try:
            with self._screen.app.suspend():
                subprocess.run(command, check=False)
        except SuspendNotSupported:
            self._screen.edges.notice(f"This terminal cannot be lent to {command[0]}.")
        except OSError as error:
            self._screen.edges.notice(f"{command[0]} did not start: {error.strerror}.")
