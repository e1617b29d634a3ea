"""What stands above and below the panes: what is open; what the keys do now, or what has just happened."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tui import phrases
from tui.commands import countable, footer, way_on
from tui.text.lines import Line, Piece, cells, line
from tui.text.wrap import wrap
from tui.widgets.bar import Bar

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.screens.main import MainScreen

_NOTICE_FOR = 6.0
_MOST_LINES = 3
"""Lines of what is told, where the terminal is too narrow for one."""


class Edges:
    """The header and the footer of the main screen."""

    def __init__(self, screen: MainScreen, corpus: str, notice: str) -> None:
        self._screen = screen
        self._corpus = corpus
        self._facts: tuple[str, ...] = ()
        self._news = ""
        self._notice = notice
        self._timer: Timer | None = None
        self.header = Bar(id="header")
        self.footer = Bar(id="footer")

    def show_counts(self, articles: int, quotations: int, actors: int) -> None:
        """Say how much is open."""
        self.show_header(
            phrases.count(articles, "article"), phrases.count(quotations, "quotation"), phrases.count(actors, "actor")
        )

    def show_header(self, *facts: str) -> None:
        """Say what is open, and as many of the facts about it as there is room for; without any, those of before."""
        facts = self._facts = facts or self._facts
        news = f"{self._news} · " if self._news and facts else self._news
        room = self._screen.app.size.width - len(self._corpus) - 14 - len(news)
        while len(facts) > (0 if news else 1) and len(" · ".join(facts)) > room:
            facts = facts[:-1]
        right = [Piece(news if facts else self._news, "mark"), Piece(" · ".join(facts), "dim")]
        self.header.show([Piece("Readout", "strong mark"), Piece(f"  {self._corpus}")], right)

    def show_news(self, news: str) -> None:
        """Say what has come of the files, before what is open; "" for nothing."""
        self._news = news
        self.show_header()

    def show_footer(self) -> None:
        """Say what the keys do now, or what has just happened."""
        if self._notice:
            self._show_notice()
            return
        screen = self._screen
        owner = "finder" if screen.finding.typing else screen.session.pane
        always = _told(*way_on(typing=screen.typing))
        now = footer(owner, screen.facts(), typing=screen.typing)
        keys: list[Piece] = []
        if count := screen.session.count:
            steps = countable(screen.facts())
            keys = [Piece(f"{count} × ", "mark")]
            if owner == "article":
                now = steps + [each for each in now if each not in steps]
            else:  # the digit was the key of another pane, whose keys are wanted rather
                keys.append(Piece(" ".join(key for key, _ in steps) + "   ", "key"))
        room = screen.app.size.width - 3 - cells(always) - cells(keys)
        for key, name in now:
            told = [*_told(key, name), Piece("   ")]
            room -= cells(told)
            if room < 0:
                break
            keys += told
        self.footer.show(keys, always)

    def _show_notice(self) -> None:
        room = self._screen.app.size.width - 2
        words = phrases.shorter(self._notice, room)
        self.footer.tell([line(words[a:b].rstrip(), "mark") for a, b in wrap(words, room)][:_MOST_LINES])

    def notice(self, sentence: str, *, stays: bool = False) -> None:
        """Tell the person something in the footer; it goes after a while, or with the next command."""
        if not sentence and not self._notice:
            return
        self._notice = sentence.replace(f"{Path.home()}{os.sep}", f"~{os.sep}")
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if sentence and not stays:
            self._timer = self._screen.set_timer(_NOTICE_FOR, lambda: self.notice(""))
        self.show_footer()


def _told(key: str, name: str) -> Line:
    return (Piece(key, "key"), Piece(f" {name}", "dim")) if key else ()
