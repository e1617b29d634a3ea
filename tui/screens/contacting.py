"""Opens the contacts, and keeps where one was in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.session import Current

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.model import Met, Span
    from tui.gateway import Gateway
    from tui.screens.main import MainScreen

_BESIDE = 2
"""Characters between words that follow each other at once: a blank, or the end of a paragraph."""


class Contacting:
    """What the screens of contacts ask of the main screen. They open again as they were left."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self.typed = ""
        self.cursor = 0
        self.squared = False

    @property
    def gateway(self) -> Gateway:
        """Whom to ask."""
        return self._screen.gateway

    async def open(self, typed: str | None = None) -> None:
        """Show the contacts that answer what is typed; without it, those of before."""
        from tui.screens.contacts import Contacts

        if typed is not None and typed != self.typed:
            self.typed, self.cursor, self.squared = typed, 0, False
        await self._screen.app.push_screen(Contacts(self))

    def go_to(self, met: Met) -> None:
        """Read the article where it tells of a contact."""
        spans = met.contact.evidence
        current = Current("passage", *first_words(spans)) if spans else None
        self._screen.travel.open_article(met.article, current, above="contacts")


def first_words(spans: Sequence[Span]) -> tuple[int, int]:
    """The first of some words of an article, with those that follow them at once: what lies further off may be the
    whole article away."""
    start, end = spans[0].start, spans[0].end
    for span in spans[1:]:
        if span.start - end <= _BESIDE:
            end = max(end, span.end)
    return start, end
