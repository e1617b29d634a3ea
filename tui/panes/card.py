"""The card of an actor as items of a list. Pure: nouns in, items out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui import phrases
from tui.text.lines import Line, Piece, line, spread
from tui.text.wrap import wrap
from tui.themes import hue
from tui.widgets.prose import Prose
from tui.widgets.virtual_list import Item, Plain

if TYPE_CHECKING:
    from index.model import Card, Met, Role, Said, Spelling

Place = tuple[str, int, int]
"""An article's id and a half-open span in it."""

_QUOTED_LINES = 3


class Entry(NamedTuple):
    """A line of the card (or a few) that leads to a place. `right` stands at the end of the first line."""

    text: str
    place: Place | None
    right: str = ""
    under: str = ""
    style: str = ""

    @property
    def selectable(self) -> bool:
        """Whether it leads anywhere."""
        return self.place is not None

    def lines(self, width: int) -> Sequence[Line]:
        """The words, wrapped, and what stands under them."""
        shown: list[Line] = []
        places = list(wrap(self.text, max(8, width - 1 - (len(self.right) + 1 if self.right else 0))))
        for number, (start, end) in enumerate(places[:_QUOTED_LINES]):
            cut = "…" if number == _QUOTED_LINES - 1 and len(places) > _QUOTED_LINES else ""
            words = [Piece(" "), Piece(self.text[start:end].rstrip() + cut, self.style)]
            shown.append(spread(words, line(self.right, "dim"), width) if self.right and number == 0 else words)
        if self.under:
            shown.append(line(f" {self.under}", "dim"))
        return shown


def set_card(card: Card) -> tuple[list[Item], dict[str, int]]:
    """The items of a card, and where its sections begin."""
    actor = card.actor
    items: list[Item] = [Plain([[Piece(f"{phrases.letter(actor)} ", hue(actor.id)), Piece(actor.name, "strong")]])]
    if actor.kind != "person":
        items.append(Plain([line(f"  {actor.kind}", "dim")]))
    sections: dict[str, int] = {}
    for name, title, nothing, entries in _sections(card):
        items += [Plain(), Plain([line(title, "heading")])]
        sections[name] = len(items)
        items += entries or [Prose(f" {nothing}", "dim")]
    return items, sections


def _sections(card: Card) -> Iterator[tuple[str, str, str, Sequence[Item]]]:
    """Name, heading, what to say where there is nothing, entries."""
    names = {**card.names, card.actor.id: card.actor.name}
    yield "spellings", "also written", "No other spelling.", [_spelling(spelling) for spelling in card.spellings]
    if card.roles:
        yield "roles", "roles", "", [_role(role, names) for role in _told_once(card.roles)]
    yield "said", f"said {card.totals.said}", "No quotation by this actor.", [_said(said, names) for said in card.said]
    about = [_said(said, names, speaker=True) for said in card.about]
    yield "about", f"about {card.totals.about}", "No quotation by others names this actor.", about
    if card.addressed:
        yield "addressed", f"addressed {card.totals.addressed}", "", [
            _said(said, names, speaker=True) for said in card.addressed
        ]
    met = [_met(met, card.actor.id, names) for met in card.contacts]
    yield "contacts", f"met {card.totals.contacts}", "No call, meeting or letter.", met


def _spelling(spelling: Spelling) -> Entry:
    place = spelling.place
    return Entry(spelling.text, (place.article, place.start, place.end), right=str(spelling.count))


def _told_once(roles: Sequence[Role]) -> list[Role]:
    """Each role at the first place that gives it."""
    first: dict[tuple[str, str | None], Role] = {}
    for role in roles:
        first.setdefault((role.role.casefold(), role.of), role)
    return list(first.values())


def _role(role: Role, names: dict[str, str]) -> Entry:
    of = f", {names.get(role.of, role.of)}" if role.of else ""
    return Entry(f"{role.role}{of}", (role.article, role.start, role.end) if role.article else None)


def _said(said: Said, names: dict[str, str], *, speaker: bool = False) -> Entry:
    quotation = said.quotation
    who = phrases.voice(quotation.speaker, names) if speaker else ""
    under = " · ".join(part for part in (who, phrases.when(said.published), said.title) if part)
    style = hue(quotation.speaker.actors[0]) if quotation.speaker and quotation.speaker.actors else ""
    words = phrases.quoted(quotation.text, quotation.kind)
    return Entry(words, (said.article, quotation.start, quotation.end), under=under, style=style)


def _met(met: Met, actor: str, names: dict[str, str]) -> Entry:
    contact = met.contact
    others = [names.get(other, other) for other in contact.participants if other != actor]
    facts = [contact.kind, phrases.when(contact.date), "planned" if contact.status == "planned" else ""]
    place = (met.article, contact.evidence[0].start, contact.evidence[0].end) if contact.evidence else None
    return Entry(", ".join(others) or "with others", place, under=" · ".join(fact for fact in facts if fact))
