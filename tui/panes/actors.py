"""The actors pane: look up by any spelling, then the card, whose every line leads to its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui import bindings, phrases
from tui.panes.boxed import BoxedList
from tui.panes.wishes import Contacts, List, Meet, PutRight, Wish
from tui.session import MOST_ACTORS, Asked, Session
from tui.text.lines import Line, Piece, cells, line, spread
from tui.themes import hue
from tui.widgets.prose import Prose
from tui.widgets.virtual_list import Item, Plain

if TYPE_CHECKING:
    from index.model import ActorLine


_ROLE = 14
"""The cells that a role needs, if it is longer: the first letters of one tell nothing."""


class Found(NamedTuple):
    """An actor as an item of the list: letter, name, role, how many articles."""

    actor: ActorLine
    selectable: bool = True

    def lines(self, width: int) -> Sequence[Line]:
        """One line, with the number of articles at its end: by that they are ordered."""
        actor = self.actor
        left = [Piece(f"{phrases.letter(actor)} ", hue(actor.id)), Piece(actor.name)]
        right = line(f"{actor.articles:,}", "dim")
        role = f"  {actor.role}" if actor.role else ""
        if cells(left) + min(cells(line(role)), _ROLE) + cells(right) < width:
            left.append(Piece(role, "dim"))
        return [spread(left, right, width)]


class ActorsPane(BoxedList):
    """Who is who."""

    BINDINGS = bindings.of_pane("actors")

    def __init__(self, session: Session) -> None:
        super().__init__(session, name="actors", title="Actors", placeholder="any spelling of a name")
        self._sections: dict[str, int] = {}

    def on_mount(self) -> None:
        """Rule the box off."""
        self.show_rule()

    def enter(self) -> None:
        """Take the keys: the list, or the box where that is empty."""
        self.screen.set_focus(self.list if self._session.found or self._session.card else self.box)

    # What is shown ---------------------------------------------------------------------------------------------------

    def show_nothing(self) -> None:
        """Say what will stand here."""
        self.list.show([Prose("Nobody yet: who is named in the articles is shown here.", "dim")])

    def show_found(self, name: str, cursor: int = 0) -> None:
        """Show the session's actors."""
        found = self._session.found
        items: list[Item] = [Found(actor) for actor in found]
        if found:
            told = phrases.count(len(found), "actor") if len(found) < MOST_ACTORS else f"{MOST_ACTORS}+ actors"
            self.status.show(line(told, "dim"), line("articles", "dim"))
        elif name.strip():
            self.status.show(line("nobody", "dim"))
            items = [Plain(), Prose(f"No actor is called “{name}” here.", "strong"),
                     Prose("Any part of a name will do, with or without accents.", "dim")]  # fmt: skip
        else:
            self.status.show(())
            items = [Plain(), Prose("No actors were found in these articles.", "dim")]
        self.list.show(items, cursor)

    def show_card(self, cursor: int = 0) -> None:
        """Show the session's card."""
        card = self._session.card
        if card is None:
            return
        from tui.panes.card import set_card  # here alone: a first frame shows no card

        items, self._sections = set_card(card)
        self.status.show(line(f"in {phrases.count(card.articles, 'article')}", "dim"))
        self.list.show(items, cursor)

    # What the person does ---------------------------------------------------------------------------------------------

    def do_open(self) -> Wish | None:
        """Open the actor under the cursor, or go where the line of the card leads; from the box, take what it found."""
        typed = self.typing
        self.screen.set_focus(self.list)
        if not 0 <= self.list.cursor < len(self.list.items):
            return None
        item = self.list.items[self.list.cursor]
        if isinstance(item, Found):
            return Meet(item.actor.id)
        if typed:
            return None
        from tui.panes.card import goal

        return goal(item)

    def _section(self, name: str) -> None:
        self.list.move_to(self._sections[name])
        self.list.head(self._sections[name] - 1)  # its heading, with as much of it as there is room for
        self.screen.set_focus(self.list)

    def do_said(self) -> None:
        """Go to what the actor said."""
        self._section("said")

    def do_about(self) -> None:
        """Go to what others said about the actor."""
        self._section("about")

    def do_contacts(self) -> Wish | None:
        """List whom the actor met."""
        card = self._session.card
        return Contacts((card.actor.id,)) if card else None

    def do_same(self) -> Wish:
        """Say who else this is: who is proposed under the cursor, or whom one looks up."""
        item = self.list.items[self.list.cursor] if self.list.cursor < len(self.list.items) else None
        from tui.panes.card import proposed

        return PutRight("same", proposed(item))

    def do_part(self) -> Wish:
        """Say who is somebody else."""
        return PutRight("part")

    def do_ledger(self) -> Wish | None:
        """List all that the actor said."""
        card = self._session.card
        return List(Asked(scope="actor", of=card.actor.id)) if card else None

    def do_spellings(self) -> None:
        """Go to how the name is written."""
        self._section("spellings")
