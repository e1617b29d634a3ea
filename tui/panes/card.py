"""The card of an actor as items of a list. Pure: nouns in, items out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui import phrases
from tui.commands import key_of
from tui.panes.wishes import Contacts, List, Meet, Read, Time, Wish
from tui.session import Asked
from tui.text.bars import bars
from tui.text.lines import Line, Piece, line, spread
from tui.text.wrap import wrap
from tui.themes import hue
from tui.widgets.prose import Prose
from tui.widgets.virtual_list import Item, Plain

if TYPE_CHECKING:
    from index.model import Alike, Card, Counted, Said, Spelling, Tenure, Tie

Place = tuple[str, int, int]
"""An article's id and a half-open span in it."""

_QUOTED_LINES = 3
_TIES = 8
"""Lines of contacts on the card; all of them have a screen of their own."""
_ROOMY, _WIDE = 36, 48
"""The widths of a table of contacts from which on it has months, and days."""


class Entry(NamedTuple):
    """A line of the card (or a few) that leads to a place, or to what else `wish` wants.

    `right` stands at the end of the first line.
    """

    text: str
    place: Place | None = None
    right: str = ""
    under: str = ""
    style: str = ""
    wish: Wish | None = None

    @property
    def selectable(self) -> bool:
        """Whether it leads anywhere."""
        return self.place is not None or self.wish is not None

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


class Proposal(NamedTuple):
    """Somebody who may be the same; enter shows the card, and the key that joins joins."""

    alike: Alike
    selectable: bool = True

    def lines(self, width: int) -> Sequence[Line]:
        """The name, and why."""
        return [[Piece(" "), Piece(self.alike.name, hue(self.alike.actor))], line(f" {self.alike.why}", "dim")]


class Together(NamedTuple):
    """How often two met, called or wrote to each other, when last and what about: a row of the table of contacts."""

    name: str
    other: str
    tie: Tie
    selectable: bool = True

    @property
    def wish(self) -> Wish:
        """The contacts of these two."""
        return Contacts(self.tie.actors)

    def lines(self, width: int) -> Sequence[Line]:
        """Name, topics where there is room, count, date, in columns that depend on the width alone."""
        dated = 11 if width >= _WIDE else 8 if width >= _ROOMY else 4
        right = f"{self.tie.count:>4}  {_last(self.tie.last, dated):>{dated}}"
        about = [Piece(f"  {', '.join(self.tie.topics)}", "dim")] if self.tie.topics and width >= _ROOMY else []
        return [spread([Piece(" "), Piece(self.other), *about], line(right, "dim"), width)]


class Months(NamedTuple):
    """How often the actor is named over time: bars, and the same in figures."""

    months: Sequence[Counted]
    selectable: bool = True

    @property
    def wish(self) -> Wish:
        """The same, period by period."""
        return Time()

    def lines(self, width: int) -> Sequence[Line]:
        """The bars, then from when to when and what the most is."""
        counts = {month.name: month.count for month in self.months}
        most = max(self.months, key=lambda month: month.count)
        first, last = self.months[0].name, self.months[-1].name
        series = [counts.get(name, 0) for name in _months(first, last)]
        times = "once" if most.count == 1 else f"{most.count:,} times"
        told = f"named {times} in {phrases.month(most.name)}"
        if len(series) > 1:
            told = f"{phrases.month(first)} – {phrases.month(last)} · most {most.count:,} in {phrases.month(most.name)}"
        return [
            *([[Piece(" "), Piece(bars(series, width - 2), "mark")]] if len(series) > 1 else ()),
            *(line(f" {told[a:b].rstrip()}", "dim") for a, b in wrap(told, width - 1)),
        ]


def set_card(card: Card) -> tuple[list[Item], dict[str, int]]:
    """The items of a card, and where its sections begin."""
    actor = card.actor
    names = {**card.names, actor.id: actor.name}
    items: list[Item] = [Plain([[Piece(f"{phrases.letter(actor)} ", hue(actor.id)), Piece(actor.name, "strong")]])]
    if known := " · ".join(_known(card, names)):
        items.append(Plain([line(f"  {known}", "dim")]))
    if card.months:
        items += [Plain(), Months(card.months)]
    sections: dict[str, int] = {}
    for name, title, nothing, entries in _sections(card, names):
        items += [Plain(), Plain([title])]
        sections[name] = len(items)
        items += entries or [Prose(f" {nothing}", "dim")]
    return items, sections


def _known(card: Card, names: dict[str, str]) -> Iterator[str]:
    """What an actor is, and of which country or body."""
    if card.actor.kind != "person":
        yield card.actor.kind
    if card.affiliation:
        yield names.get(card.affiliation, card.affiliation)


def _sections(card: Card, names: dict[str, str]) -> Iterator[tuple[str, Line, str, Sequence[Item]]]:
    """Name, heading, what to say where there is nothing, entries."""
    if card.alike:
        heading = [Piece("maybe the same as  ", "heading"), Piece(key_of("actors.same"), "key"), Piece(" joins", "dim")]
        yield "alike", heading, "", [Proposal(alike) for alike in card.alike]
    yield "spellings", line("also written", "heading"), "", [_spelling(spelling) for spelling in card.spellings]
    if card.tenures:
        yield "roles", line("roles in time", "heading"), "", [_tenure(tenure, names) for tenure in card.tenures]
    met: list[Item] = [Together(card.actor.name, names.get(tie.actors[1], tie.actors[1]), tie) for tie in card.ties]
    more = [_more(f"all {len(met)}", Contacts((card.actor.id,)))] if len(met) > _TIES else []
    yield "contacts", line("in contact with", "heading"), "No call, meeting or letter.", [*met[:_TIES], *more]
    if card.topics:
        yield "topics", line("topics", "heading"), "", [_topic(topic) for topic in card.topics]
    said: list[Item] = [_said(said, names) for said in card.said]
    if card.totals.said > len(said):
        said.append(_more(f"all {card.totals.said:,}", List(Asked(scope="actor", of=card.actor.id))))
    yield "said", _counted("said", card.totals.said), "No quotation by this actor.", said
    about = [_said(said, names, speaker=True) for said in card.about]
    yield "about", _counted("about", card.totals.about), "No quotation by others names this actor.", about
    if card.addressed:
        yield "addressed", _counted("addressed", card.totals.addressed), "", [
            _said(said, names, speaker=True) for said in card.addressed
        ]


def _counted(title: str, number: int) -> Line:
    return [Piece(title, "heading"), Piece(f" {number:,}", "dim")]


def _more(words: str, wish: Wish) -> Entry:
    return Entry(f"{words} …", style="mark", wish=wish)


def _spelling(spelling: Spelling) -> Entry:
    place = spelling.place
    return Entry(spelling.text, (place.article, place.start, place.end), right=f"{spelling.count:,}")


def _tenure(tenure: Tenure, names: dict[str, str]) -> Entry:
    """A role, how often it is given, from when to when; what a person gave says so."""
    of = f", {names.get(tenure.of, tenure.of)}" if tenure.of else ""
    days = " – ".join(dict.fromkeys(phrases.day_or_less(day) for day in (tenure.first, tenure.last) if day))
    place = (tenure.place.article, tenure.place.start, tenure.place.end) if tenure.place else None
    if tenure.decided:
        return Entry(f"{tenure.role}{of}", right="✓", under=" · ".join(filter(None, (days, "put right by you"))))
    return Entry(f"{tenure.role}{of}", place, right=f"{tenure.count:,}", under=days)


def _topic(topic: Counted) -> Entry:
    return Entry(topic.name, right=f"{topic.count:,}", wish=List(Asked(scope="topic", of=topic.name)))


def _said(said: Said, names: dict[str, str], *, speaker: bool = False) -> Entry:
    quotation = said.quotation
    who = phrases.voice(quotation.speaker, names) if speaker else ""
    under = " · ".join(part for part in (who, phrases.when(said.published), said.title) if part)
    style = hue(quotation.speaker.actors[0]) if quotation.speaker and quotation.speaker.actors else ""
    words = phrases.quoted(quotation.text, quotation.kind)
    return Entry(words, (said.article, quotation.start, quotation.end), under=under, style=style)


def goal(item: Item) -> Wish | None:
    """What enter on a line of the card wants."""
    if isinstance(item, Proposal):
        return Meet(item.alike.actor)
    if isinstance(item, Entry) and item.place:
        article, start, end = item.place
        return Read(article, (start, end))
    return item.wish if isinstance(item, (Entry, Together, Months)) else None


def proposed(item: Item | None) -> str:
    """The name of whom a line proposes as the same; "" if it proposes nobody."""
    return item.alike.name if isinstance(item, Proposal) else ""


def _last(day: str | None, width: int) -> str:
    """A day in so many cells: whole, its month, or its year."""
    if not day:
        return ""
    return day[:4] if width < 8 else phrases.month(day[:7]) if width < 11 else phrases.day(day)


def _months(first: str, last: str) -> Iterator[str]:
    """All months from one to another, as "2021-04"."""
    year, month = int(first[:4]), int(first[5:7])
    while (name := f"{year:04}-{month:02}") <= last:
        yield name
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
