"""What the main screen asks of the library, and the short wait of a command for what was asked before it."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from tui.session import PAGE, Asked, Visit

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.messages import Answer, Channel, Unanswered
    from tui.screens.main import MainScreen

_PATIENCE = 0.25
"""Seconds that a command waits for an answer that it would act upon; longer would look like a key that is lost."""
_IDLE = 0.3
"""Seconds that results must stand before it is counted what they have in common: nobody reads that while typing."""
_PREVIEW_PAUSE = 0.12
"""Seconds that the cursor must rest on a result: whoever runs down the list is not sent every article on the way."""


class Asking:
    """Asks, and knows what is still open."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._gateway = screen.gateway
        self._session = screen.session
        self._query = self._name = ""
        self._open: set[Channel] = set()
        self._pressing = False
        self._came = asyncio.Event()
        self._preview: Timer | None = None
        self._follow: Timer | None = None
        self._counting: Timer | None = None

    # Questions --------------------------------------------------------------------------------------------------------

    def search(self, query: str, limit: int = PAGE) -> None:
        """Ask for the articles that answer a query."""
        self._query = query
        self._session.limit = limit
        self._session.proposal = None
        self.count_no_more()
        self._expect("search")
        self._gateway.search(query, limit, self._session.order)

    def count_soon(self, query: str) -> None:
        """Count what the results of a query have in common once they have stood for a while."""
        self.count_no_more()
        if self._session.large:
            return
        self._counting = self._screen.set_timer(_IDLE, lambda: self._gateway.facets(query))

    def count_no_more(self) -> None:
        """Want no count any more: something else is searched for."""
        if self._counting is not None:
            self._counting.stop()
            self._counting = None
            self._gateway.drop("facets")

    def find_actors(self, name: str) -> None:
        """Ask for the actors of a name."""
        self._name = name
        self._gateway.drop("card")
        self._open.discard("card")
        self._expect("actors")
        self._gateway.find_actors(name)

    def name_stands(self, name: str) -> None:
        """Let a name stand in the box of the actors, without asking who is called so."""
        self._name, box = name, self._screen.actors.box
        if box.value != name:
            with box.prevent(box.Changed):
                box.value = name

    def typed(self) -> None:
        """Ask for what stands in the boxes now and has not been asked for."""
        box = self._screen.search.box
        if (query := box.value) != self._query:
            self.search(query)
            self._screen.search.hide_completions()
            if box.has_focus and query.strip():
                self._gateway.complete(query, box.cursor_position)
        if (name := self._screen.actors.box.value) != self._name:
            self.find_actors(name)
        ledger, asked = self._screen.ledger, self._session.asked
        if ledger is not None and asked is not None and ledger.box.value != asked.text:
            self.quotations(asked._replace(text=ledger.box.value))
        self._screen.finding.ask()
        if self._follow is not None:
            self._screen.travel.follow()

    def rest(self) -> None:
        """Want no preview any more."""
        for timer in (self._preview, self._follow):
            if timer is not None:
                timer.stop()
        self._preview = self._follow = None

    def read(self, article: str, landing: Visit) -> None:
        """Ask for an article in order to go to a place in it."""
        self.rest()
        self._expect("article")
        self._gateway.read(article, self._session.query, landing)

    def find(self, words: str) -> None:
        """Ask where words stand in the article that is shown."""
        if (article := self._session.article) is not None:
            self._expect("find")
            self._gateway.find(article.id, article.text, words)

    def card(self, actor: str, line: int = 0) -> None:
        """Ask for all that is known of an actor."""
        self._expect("card")
        self._gateway.card(actor, line)

    def quotations(self, asked: Asked, row: int = 0) -> None:
        """Ask for the quotations of the ledger; the cursor shall stand on one of them."""
        self._session.asked = asked
        self._expect("ledger")
        self._gateway.quotations(asked, row)

    def preview(self, article: str) -> None:
        """Ask for an article to be shown from its top, unless another one is about to be read."""
        self.rest()
        if "article" not in self._open:
            self._gateway.read(article, self._session.query)

    def preview_soon(self) -> None:
        """Preview the result under the cursor once the cursor has come to rest."""
        self.rest()
        self._preview = self._screen.set_timer(_PREVIEW_PAUSE, self._screen.preview)

    def follow_soon(self) -> None:
        """Go to the quotation under the cursor of the ledger once the cursor has come to rest."""
        self.rest()
        self._follow = self._screen.set_timer(_PREVIEW_PAUSE, self._screen.travel.follow)

    # Answers ----------------------------------------------------------------------------------------------------------

    def heard(self, answer: Answer | Unanswered) -> bool:
        """Whether an answer is the newest of its channel; then that is no longer open."""
        if self._gateway.is_stale(answer):
            return False
        self._open.discard(answer.channel)
        self._came.set()
        return True

    def awaits(self, channel: Channel) -> bool:
        """Whether something is asked there that is not answered yet."""
        return channel in self._open

    def give_up(self) -> None:
        """Await nothing any more: there is nobody to answer."""
        self._open.clear()

    async def settled(self) -> None:
        """Wait, but not for long, until what was asked is answered, so that the next command acts on what one sees.

        Not to be awaited where the answers come in.
        """
        self.typed()
        if self._pressing and self._gateway.is_open:
            with suppress(TimeoutError):
                async with asyncio.timeout(_PATIENCE):
                    while self._open:
                        self._came.clear()
                        await self._came.wait()
        self._pressing = False

    def _expect(self, channel: Channel) -> None:
        self._open.add(channel)
        self._pressing = True
