"""Going places, and back with the place kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.session import Above, Asked, Current, Kind, Visit

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class Travel:
    """Moves the main screen from one visit to another."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._session = screen.session

    def here(self) -> Visit:
        """Where the reader is."""
        screen = self._screen
        row = screen.ledger.list.cursor if screen.ledger else 0
        name = screen.actors.box.value
        return self._session.visit(place=screen.reader.text.place, line=screen.actors.list.cursor, row=row, name=name)

    def leave(self, above: Above = "") -> None:
        """Keep the present place in the history before going elsewhere, and what lies above the panes."""
        self._session.history.leave(self.here()._replace(above=above))

    async def back(self) -> None:
        """Go back."""
        if visit := self._session.history.back(self.here()):
            await self._return(visit)

    async def forward(self) -> None:
        """Go forward again."""
        if visit := self._session.history.forward(self.here()):
            await self._return(visit)

    async def _return(self, visit: Visit) -> None:
        self.go_to(visit)
        if visit.above:
            await self._screen.open_above(visit.above)

    def open_article(self, article: str, current: Current | None = None, above: Above = "") -> None:
        """Read an article, from a place or else from the first hit on."""
        self.leave(above)
        self.go_to(self.here()._replace(pane="article", article=article, place=-1, current=current or _FIRST_HIT))

    def open_card(self, actor: str) -> None:
        """Show the card of an actor. What was typed for another one stands in the box no longer."""
        self.leave()
        if all(found.id != actor for found in self._session.found):
            self._screen.asking.name_stands("")
        self._screen.asking.card(actor)
        self._session.pane = "actors"
        self._screen.show_panes()
        self._screen.set_focus(self._screen.actors.list)

    async def open_ledger(self, asked: Asked) -> None:
        """List quotations."""
        if self._session.pane != "ledger":
            self.leave()
            await self._screen.mount_ledger()
            self._screen.enter_pane("ledger")
            if self._screen.ledger is not None:
                self._screen.ledger.show_waiting()
        self._screen.fill_ledger(asked)

    def follow(self) -> None:
        """Go with the article to the quotation under the cursor of the ledger."""
        screen = self._screen
        screen.asking.rest()
        row = screen.ledger.row if screen.ledger else None
        if row is not None and self._session.pane == "ledger":
            quotation = row.said.quotation
            current = Current("passage", quotation.start, quotation.end)
            self._arrive(self.here()._replace(article=row.said.article, place=-1, current=current))

    def go_to(self, visit: Visit) -> None:
        """Go where a visit was; what is not at hand is asked for first."""
        screen, session = self._screen, self._session
        screen.asking.name_stands(visit.name)
        if visit.actor and visit.actor != self._card:
            screen.asking.card(visit.actor, visit.line)
        elif visit.actor is None and visit.name != session.name:
            screen.asking.find_actors(visit.name)
        elif (visit.pane == "actors" or visit.name) and visit.actor is None and self._card:
            session.card = None
            screen.actors.show_found(visit.name, visit.line)
        elif visit.pane == "actors":
            screen.actors.list.move_to(visit.line, tell=False)
        if visit.pane == "ledger" and visit.asked and screen.ledger:
            if visit.asked != session.asked:
                screen.fill_ledger(visit.asked, visit.row)
            else:
                screen.ledger.list.move_to(visit.row, tell=False)
        self._arrive(visit)

    def _arrive(self, visit: Visit) -> None:
        """Take up a place in an article, which is asked for where it is not the one that is shown."""
        screen = self._screen
        if visit.article and not self._session.shows(visit.article):
            screen.asking.read(visit.article, visit)
            self._enter(visit)
        else:
            screen.asking.rest()
            self.land(visit)

    def _enter(self, visit: Visit) -> None:
        if visit.pane != self._session.pane:
            self._screen.enter_pane(visit.pane)

    def land(self, visit: Visit) -> None:
        """Take up a visit's place in the article that is now shown."""
        screen = self._screen
        current = self.known(visit.current)
        if visit.place >= 0 or current is None:
            screen.reader.text.place = visit.place
        screen.reader.go_to(current, reveal=visit.place < 0)
        page = self._session.page
        for number, hit in enumerate(page.hits if page else ()):
            if hit.id == visit.article:
                screen.search.list.move_to(number, tell=False)
        self._enter(visit)

    @property
    def _card(self) -> str | None:
        return self._session.card.actor.id if self._session.card else None

    def known(self, current: Current | None) -> Current | None:
        """The place among those of the article: a passage that is a quotation, a name or a hit; the first hit."""
        if current is _FIRST_HIT:
            return next(iter(self._session.places("hit")), None)
        if current is not None and current.kind == "passage":
            kinds: tuple[Kind, ...] = ("quotation", "name", "hit")
            for place in (place for kind in kinds for place in self._session.places(kind)):
                if (place.start, place.end) == (current.start, current.end):
                    return place
        return current


_FIRST_HIT = Current("hit", 0, 0)
