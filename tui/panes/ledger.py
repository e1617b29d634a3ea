"""The quotations pane: the ledger, a line a quotation, the words asked for under each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui import bindings, phrases
from tui.commands import BY_ID, key_of, with_keys
from tui.panes.boxed import BoxedList
from tui.panes.wishes import Copies, Export, List, Read, Wish
from tui.session import MOST_ROWS, Scope, Session
from tui.text.cells import harmless, width_of
from tui.text.layers import Mark, segments
from tui.text.lines import Line, Piece, cells, line, padded
from tui.themes import hue
from tui.widgets.prose import Prose
from tui.widgets.virtual_list import Plain

if TYPE_CHECKING:
    from index.model import ActorLine, QuotationKind
    from tui.session import Row

_KINDS: dict[str, QuotationKind] = {
    "direct": "direct", "partial": "partial", "reported": "indirect", "statement": "statement",
}  # fmt: skip
_BEFORE = 2 / 5
"""How far from the left the words asked for stand, as a part of the room for words."""


class SaidLine(NamedTuple):
    """A quotation as an item of the list: who, the words, in how many copies they stand, to whom, when."""

    row: Row
    who: Mapping[str, ActorLine]
    selectable: bool = True

    def lines(self, width: int) -> Sequence[Line]:
        """One line, in columns that depend on the width alone."""
        said, quotation = self.row.said, self.row.said.quotation
        named = min(22, max(8, width // 5))
        right = 12 if width >= 56 else 0
        to = 18 if width >= 90 else 0
        voices = (quotation.speaker, quotation.addressee)
        told = (actor for voice in voices if voice for actor in voice.actors)
        names = {actor: self.who[actor].name for actor in told if actor in self.who}
        addressee = phrases.voice(quotation.addressee, names)
        words = width - named - 3 - right - to
        more = f" {phrases.more(said)}" if said.copies else ""
        return [
            [
                *padded(self._speaker(names), named),
                Piece(f" {phrases.SIGNS[quotation.kind]} ", self._hue),
                *padded(words_around(self.row, words), words - len(more)),
                Piece(more, "dim"),
                *(padded(line(f" → {addressee}" if addressee else "", "dim"), to) if to else ()),
                *padded(line((phrases.when(said.published) or "date ?").rjust(right), "dim"), right),
            ]
        ]

    @property
    def _hue(self) -> str:
        speaker = self.row.said.quotation.speaker
        return hue(speaker.actors[0]) if speaker and speaker.actors else "dim"

    def _speaker(self, names: Mapping[str, str]) -> Line:
        speaker = self.row.said.quotation.speaker
        first = self.who.get(speaker.actors[0]) if speaker and speaker.actors else None
        letter = phrases.letter(first) if first else "?"
        return [Piece(f"{letter} ", self._hue), Piece(phrases.voice(speaker, dict(names)) or "nobody named", self._hue)]


def words_around(row: Row, width: int) -> Line:
    """The words of a quotation, those asked for at one column; without any, from the beginning."""
    quotation = row.said.quotation
    marks = [Mark(a - quotation.start, b - quotation.start, "hit") for a, b in row.marks]
    text = quotation.text
    at = marks[0].start if marks else 0
    room = int(width * _BEFORE) if marks else 0
    start = at
    while start > 0 and width_of(harmless(text[start - 1 : at])) <= room - (start > 1):
        start -= 1
    pieces = [Piece(harmless(text[a:b]), " ".join(looks)) for a, b, looks in segments(start, len(text), marks)]
    before = room - width_of(harmless(text[start:at])) if marks else 0
    if start:
        return [Piece(" " * (before - 1)), Piece("…", "dim"), *pieces]
    return [Piece(" " * before), *pieces]


class LedgerPane(BoxedList):
    """Who said what, a line each."""

    BINDINGS = bindings.of_pane("ledger")

    def __init__(self, session: Session) -> None:
        super().__init__(
            session, name="ledger", title="Quotations", placeholder="words, speaker:name, to:name, is:doubtful"
        )

    def enter(self) -> None:
        """Take the keys."""
        self.screen.set_focus(self.list)

    # What is shown ---------------------------------------------------------------------------------------------------

    def show_waiting(self) -> None:
        """Say that the answer is still to come."""
        self.status.show(line("looking …", "dim"))
        self.show_rule()

    def show_list(self, row: int) -> None:
        """Show the session's rows, with the cursor on one of them."""
        session = self._session
        self._show_status()
        self.show_rule()
        if session.rows:
            self.list.show([SaidLine(each, session.who) for each in session.rows], row, rows=1)
        else:
            self.list.show([Plain(), *self._nothing()])

    def _show_status(self) -> None:
        asked = self._session.asked
        if asked is None:
            return
        which = [self._counted(), self._where()]
        which += [asked.kind] if asked.kind else []
        which += ["to check"] if asked.queue else []
        chips: list[Piece] = []
        chosen = {"queue"} if asked.queue else set()
        chosen |= {verb for verb, kind in _KINDS.items() if kind == asked.kind}
        for verb in ("queue", *_KINDS):
            command = BY_ID[f"ledger.{verb}"]
            style = "strong mark" if verb in chosen else "dim"
            chips += [Piece(f"  {key_of(command.id)} ", "key"), Piece(command.name, style)]
        room = self.size.width - sum(map(len, which)) - 3 * len(which)
        self.status.show(line(" · ".join(which), "dim"), chips if cells(chips) < room else chips[:2])

    def _counted(self) -> str:
        number = len(self._session.rows)
        return phrases.count(number, "quotation").replace(" ", "+ " if number == MOST_ROWS else " ", 1)

    def _where(self) -> str:
        asked = self._session.asked
        if asked is None or asked.scope == "everywhere":
            return "everywhere"
        if asked.scope == "article":
            return "this article"
        if asked.scope == "topic":
            return f"on {asked.of}"
        actor = self._session.who.get(asked.of)
        return actor.name if actor else asked.of

    def _nothing(self) -> list[Prose]:
        asked = self._session.asked
        if asked and asked.queue and not asked.text and not asked.kind:
            again = with_keys("{ledger.queue} lists all quotations again.")
            return [Prose("Nothing is left to check.", "strong"), Prose(again, "dim")]
        return [
            Prose("No quotation holds all of this.", "strong"),
            Prose(with_keys("Take a word away, choose other kinds, or look elsewhere ( {ledger.scope} )."), "dim"),
        ]

    @property
    def row(self) -> Row | None:
        """The line under the cursor."""
        rows = self._session.rows
        return rows[self.list.cursor] if self.list.cursor < len(rows) else None

    # What the person does ---------------------------------------------------------------------------------------------

    def do_open(self) -> Wish | None:
        """Go to the quotation; from the box, to the lines."""
        if self.typing:
            self.screen.set_focus(self.list)
            return None
        if self.row is None:
            return None
        quotation = self.row.said.quotation
        return Read(self.row.said.article, (quotation.start, quotation.end))

    def do_copies(self) -> Wish | None:
        """List the articles that say the same, with this quotation."""
        if self.row is None:
            return None
        said = self.row.said
        places = {copy.article: (copy.start, copy.end) for copy in said.copies}
        return Copies(said.title or said.file, said.copies, places)

    def do_export(self) -> Wish:
        """Write the quotations that are listed to a file."""
        return Export()

    def do_queue(self) -> Wish | None:
        """List what is to be checked, or all."""
        asked = self._session.asked
        return List(asked._replace(queue=not asked.queue)) if asked else None

    def do_scope(self) -> Wish | None:
        """Look elsewhere: everywhere, in the article, for the actor."""
        session, asked = self._session, self._session.asked
        if asked is None:
            return None
        places: list[tuple[Scope, str]] = [("everywhere", "")]
        if session.article:
            places.append(("article", session.article.id))
        if session.card:
            places.append(("actor", session.card.actor.id))
        if asked.scope == "topic":
            places.append(("topic", asked.of))
        at = next((n for n, (scope, _) in enumerate(places) if scope == asked.scope), 0)
        scope, of = places[(at + 1) % len(places)]
        return List(asked._replace(scope=scope, of=of))

    def _only(self, verb: str) -> Wish | None:
        asked, kind = self._session.asked, _KINDS[verb]
        return List(asked._replace(kind=None if asked.kind == kind else kind)) if asked else None

    def do_direct(self) -> Wish | None:
        """List direct quotations alone, or all."""
        return self._only("direct")

    def do_partial(self) -> Wish | None:
        """List partial quotations alone, or all."""
        return self._only("partial")

    def do_reported(self) -> Wish | None:
        """List indirect speech alone, or all."""
        return self._only("reported")

    def do_statement(self) -> Wish | None:
        """List statements alone, or all."""
        return self._only("statement")
