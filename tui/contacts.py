"""Contacts as one asks for them and as they are shown: what is typed, lines, the table of who with whom. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui import phrases
from tui.text.lines import Line, Piece, line, padded
from tui.text.wrap import wrap
from tui.themes import hue

if TYPE_CHECKING:
    from index.model import Meeting, Met, When

_PART = re.compile(r'(?:(\w+):)?(?:"([^"]*)"|“([^”]*)”|\(([^()]*)\)|(\S+))')
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
KINDS = ("call", "meeting", "visit", "letter", "talks", "message", "conversation")
_ROOMY, _WIDE, _WIDER = 60, 100, 112
"""The widths from which on a contact is one line, from which on it has its place, and its topics."""
_DATE, _KIND, _PLACE, _PLACE_AND_TOPICS, _RIGHT = 17, 13, 18, 28, 20


class Filter(NamedTuple):
    """What contacts are asked for. `names` all take part, by any spelling or id; `trouble` is what could not be read.

    Dates are as typed: a year, a month, a day.
    """

    names: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    kind: str = ""
    status: str = ""
    place: str = ""
    about: str = ""
    after: str = ""
    before: str = ""
    since: str = ""
    until: str = ""
    trouble: str = ""


def read(typed: str) -> Filter:
    """What is meant by what is typed: names, and `kind:`, `country:`, `actor:`, `contact:( )`, `place:`, `about:`,
    `is:planned`, `date:`, `after:`, `before:` as in a search."""
    names: list[str] = []
    countries: list[str] = []
    held: dict[str, str] = {}
    for field, quoted, curly, group, word in _PART.findall(typed):
        value = (quoted or curly or group or word).strip()
        if not value:
            continue
        if field in ("", "actor", "contact", "to", "speaker"):
            names += re.findall(r'"([^"]+)"', value) or ([value] if quoted or curly else value.split())
        elif field == "country":
            countries.append(value)
        elif field == "date":
            held["since"], _, until = value.partition("..")
            held["until"] = until if ".." in value else value
        else:
            held[{"is": "status"}.get(field, field)] = value
    unknown = [name for name in held if name not in Filter._fields]
    dates = [held[name] for name in ("after", "before", "since", "until") if held.get(name)]
    trouble = ""
    if unknown:
        trouble = f"There is no field “{unknown[0]}” here: actor, country, kind, about, place, is, date, after, before"
    elif wrong := [day for day in dates if not _DAY.fullmatch(day)]:
        trouble = f"“{wrong[0]}” is no date: 2021, 2021-03 or 2021-03-15"
    elif held.get("kind") and not any(kind.startswith(held["kind"]) for kind in KINDS):
        trouble = f"“{held['kind']}” is no kind of contact: {', '.join(KINDS)}"
    known = {name: value for name, value in held.items() if name in Filter._fields}
    return Filter(tuple(names), tuple(countries), trouble=trouble, **known)


def chosen(
    meetings: Sequence[Meeting], asked: Filter, who: Callable[[str], Collection[str]]
) -> list[Meeting]:
    """The meetings that are asked for, of whichever country; `who` are the actors that a name may mean."""
    parties = [who(name) for name in asked.names]
    return [
        meeting for meeting in meetings
        if all(any(actor in party for actor in meeting.participants) for party in parties)
        and meeting.kind.startswith(asked.kind) and meeting.status.startswith(asked.status)
        and (not asked.place or any(asked.place.casefold() in place.casefold() for place in meeting.places))
        and _in_time(meeting.date, asked)
    ]  # fmt: skip


def _in_time(when: When | None, asked: Filter) -> bool:
    """Days are compared as far as they are typed: "2021-03" is the whole month."""
    if not (asked.after or asked.before or asked.since or asked.until):
        return True
    if when is None or when.from_ is None or when.to is None:
        return False
    return (
        (not asked.after or when.from_[: len(asked.after)] > asked.after)
        and (not asked.before or when.to[: len(asked.before)] < asked.before)
        and (not asked.since or when.to[: len(asked.since)] >= asked.since)
        and (not asked.until or when.from_[: len(asked.until)] <= asked.until)
    )


def dated(when: When | None) -> str:
    """A date as short as it can be told in its precision: "22–28 Mar 2021". Its words, where that is all there is."""
    if when is None or when.from_ is None:
        return f"“{when.text}”" if when and when.text else "date ?"
    if when.to is None or when.to == when.from_ or when.precision in ("month", "year"):
        return phrases.when(when)
    (first, *month), (last, *other) = phrases.day(when.from_).split(), phrases.day(when.to).split()
    if month == other:
        return f"{first}–{last} {' '.join(other)}"
    between = "" if month[1:] == other[1:] else f" {month[1]}"
    return f"{first} {month[0]}{between} – {last} {' '.join(other)}"


class Row(NamedTuple):
    """A contact as an item of a list."""

    meeting: Meeting
    names: Mapping[str, str]
    selectable: bool = True

    def lines(self, width: int) -> Sequence[Line]:
        """One line in columns that depend on the width alone; two where that is narrow. Who takes part may go on where
        nothing stands beside it."""
        meeting = self.meeting
        if width < _ROOMY:
            facts = [dated(meeting.date), meeting.kind, meeting.places[0] if meeting.places else "", self._told]
            facts.append(", ".join(meeting.topics))
            return [self._who, line("  " + " · ".join(filter(None, facts)), "dim")]
        place = _PLACE_AND_TOPICS if width >= _WIDER else _PLACE if width >= _WIDE else 0
        right = _RIGHT if width >= _WIDE else 10
        room = width - _DATE - _KIND - place - right
        about = ", ".join(meeting.topics) if width >= _WIDER else ""
        where = " · ".join(filter(None, (", ".join(meeting.places), about)))
        told = self._told if right == _RIGHT else self._told.partition(",")[0]
        if not where:
            room, place = room + place, 0
            room, right = (room, right) if told else (room + right, 0)
        return [
            [
                *_column([Piece(dated(meeting.date), "" if meeting.date and meeting.date.from_ else "dim")], _DATE),
                *_column(line(meeting.kind, "dim"), _KIND),
                *_column(self._who, room),
                *(_column(line(where, "dim"), place) if place else ()),
                *(_column(line(told, "dim"), right) if right else ()),
            ]
        ]

    @property
    def _who(self) -> Line:
        pieces: list[Piece] = []
        for actor in self.meeting.participants:
            pieces += [Piece(" – ", "dim")] * bool(pieces) + [Piece(self.names.get(actor, actor), hue(actor))]
        return pieces

    @property
    def _told(self) -> str:
        """Whether it is planned; how many tell of it, and whether they differ."""
        meeting = self.meeting
        told = ["planned"] if meeting.status == "planned" else []
        if len(meeting.told) > 1:
            told.append(f"{len(meeting.told)} tell" + (", differ" if meeting.differ else ""))
        return " · ".join(told)


class Pairs(NamedTuple):
    """A line of the table of who with whom. The columns are numbered as the lines are."""

    number: int
    name: str
    counts: Sequence[int]
    column: int
    here: bool = False
    selectable: bool = True

    def lines(self, width: int) -> Sequence[Line]:
        """Number, name, counts; that in the current column stands out."""
        named = _column([Piece(f"{self.number + 1:>3} ", "dim"), Piece(self.name)], naming(width))
        counts = [
            Piece(f"{count or '·':>4}", _look(self.here and at == self.column, count))
            for at, count in enumerate(self.counts)
        ]
        return [[*named, *counts]]


def _look(here: bool, count: int) -> str:
    return "current" if here else "" if count else "dim"


def naming(width: int) -> int:
    """The cells that names take in the table of who with whom."""
    return min(30, max(14, width // 3))


def matrix(meetings: Sequence[Meeting], most: int) -> tuple[list[str], list[list[int]]]:
    """The actors in most contacts, at most so many, and how often each was in contact with each."""
    count: dict[str, int] = {}
    pairs: dict[tuple[str, str], int] = {}
    for meeting in meetings:
        for one in meeting.participants:
            count[one] = count.get(one, 0) + 1
            for other in meeting.participants:
                if other != one:
                    pairs[one, other] = pairs.get((one, other), 0) + 1
    order = sorted(count, key=lambda actor: (-count[actor], actor))[:most]
    return order, [[pairs.get((one, other), 0) for other in order] for one in order]


class Witness(NamedTuple):
    """What one article tells of a contact: `words` are cut from its text. `differ` names what others tell otherwise."""

    met: Met
    words: str
    names: Mapping[str, str]
    differ: Collection[str] = ()
    selectable: bool = True

    def lines(self, width: int) -> Sequence[Line]:
        """What is told, under each other for all who tell; the words; where."""
        contact = self.met.contact
        told = {
            "date": "".join(piece.text for piece in _column(line(dated(contact.date)), _DATE)),
            "kind": f"{contact.kind:<{_KIND}}",
            "status": f"{contact.status:<10}",
            "participants": " – ".join(self.names.get(actor, actor) for actor in contact.participants),
        }
        facts = [Piece(text, "mark" if name in self.differ else "dim") for name, text in told.items()]
        words = [line(self.words[a:b].rstrip()) for a, b in list(wrap(self.words, width))[:4]]
        about = ", ".join(topic.name for topic in contact.topics)
        dates = phrases.when(self.met.published) or "date ?"
        where = " · ".join(filter(None, (dates, phrases.copies(self.met), self.met.title)))
        topics = [line(f"about {about}", "dim")] if about else []
        return [facts, *words, *topics, line(where, "dim"), ()]


def _column(pieces: Line, width: int) -> Line:
    """The line, and a blank at least, in so many cells."""
    return [*padded(pieces, max(0, width - 1)), Piece(" ")]
