"""Contacts across articles: what several articles tell of one event is one meeting with several witnesses. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations

from index.model import ContactKind, Meeting, Met, Tie, When

_VAGUE: dict[ContactKind, frozenset[ContactKind]] = {
    "conversation": frozenset(("call", "meeting", "talks", "visit")),
    "talks": frozenset(("call", "meeting", "visit")),
}
_SHARP = ("day", "week")  # what is known more vaguely tells of one event only if nothing else can be meant
_SLACK = timedelta(days=1)  # two articles may be a day apart about one event
_SOON = timedelta(days=4)  # after an event, articles without a date still tell of it


def meetings(rows: Iterable[Met]) -> list[Meeting]:
    """The events that contacts tell of, the newest first, those without a date last.

    One event are those with the same participants (or some of them), kinds that agree and days that do; a contact
    without days belongs to an event of which other articles tell at that time. What is told precisely goes first.
    """
    events: dict[tuple[str, str], list[_Event]] = defaultdict(list)
    found: list[_Event] = []
    for met in sorted((met for met in rows if len(met.contact.participants) > 1), key=_precision):
        pairs = list(combinations(sorted(met.contact.participants), 2))
        fitting = list({id(e): e for pair in pairs for e in events[pair] if e.fits(met)}.values())
        if len(fitting) == 1 or (fitting and _is_sharp(met.contact.date)):
            event = fitting[0]
        else:
            event = _Event()
            found.append(event)
        event.told.append(met)
        for pair in pairs:
            if event not in events[pair]:
                events[pair].append(event)
    made = [event.meeting() for event in found]
    return sorted(made, key=lambda m: (m.date.to if m.date and m.date.to else "", m.told[0].article), reverse=True)


def ties(found: Iterable[Meeting], first: str | None = None) -> list[Tie]:
    """Who was in contact with whom, most often first; with `first` only the ties of that actor, who stands first."""
    count: Counter[tuple[str, str]] = Counter()
    last: dict[tuple[str, str], str] = {}
    topics: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for meeting in found:
        for pair in _pairs(meeting.participants, first):
            count[pair] += 1
            topics[pair].update(meeting.topics)
            if meeting.date and meeting.date.to and meeting.status == "happened":
                last[pair] = max(last.get(pair, ""), meeting.date.to)
    ordered = sorted(count, key=lambda pair: (-count[pair], pair))
    return [
        Tie(actors=pair, count=count[pair], last=last.get(pair), topics=tuple(t for t, _ in topics[pair].most_common()))
        for pair in ordered
    ]


def _pairs(participants: Sequence[str], first: str | None) -> Iterator[tuple[str, str]]:
    for one, other in combinations(sorted(participants), 2):
        if first is None or one == first:
            yield one, other
        elif other == first:
            yield other, one


@dataclass(slots=True, eq=False)
class _Event:
    """An event in the making; the first who tell of it are the most precise."""

    told: list[Met] = field(default_factory=list)

    def fits(self, met: Met) -> bool:
        """Can a contact be another account of this event? All who tell of it must agree with it, or be as vague."""
        return all(_agree(other, met) for other in self.told)

    def meeting(self) -> Meeting:
        """The event as a noun."""
        contacts = [met.contact for met in self.told]
        kinds = Counter(c.kind for c in contacts)
        kind = max(kinds, key=lambda k: (k not in _VAGUE, kinds[k], k))
        people = max((c.participants for c in contacts), key=len)
        day = next((c.date for c in contacts if c.date and c.date.from_), None)
        differ = [
            name
            for name, values in (
                ("date", {(c.date.from_, c.date.to) for c in contacts if c.date and _is_sharp(c.date)}),
                ("kind", set(kinds)),
                ("status", {c.status for c in contacts}),
                ("participants", {frozenset(c.participants) for c in contacts}),
            )
            if len(values) > 1
        ]
        return Meeting(
            kind=kind, participants=people, date=day or next((c.date for c in contacts if c.date), None),
            status="happened" if any(c.status == "happened" for c in contacts) else "planned",
            places=tuple(dict.fromkeys(c.place.text for c in contacts if c.place)), differ=tuple(differ),
            topics=tuple(dict.fromkeys(topic.name for c in contacts for topic in c.topics)),
            told=tuple(sorted(self.told, key=lambda m: (m.published.to if m.published and m.published.to else "",
                                                        m.article), reverse=True)),
        )  # fmt: skip


def _agree(one: Met, other: Met) -> bool:
    a, b = one.contact, other.contact
    left, right = set(a.participants), set(b.participants)
    if not (left <= right or right <= left):
        return False
    if a.kind != b.kind and b.kind not in _VAGUE.get(a.kind, ()) and a.kind not in _VAGUE.get(b.kind, ()):
        return False
    if left != right and (one.article == other.article or not (_is_sharp(a.date) and _is_sharp(b.date))):
        return False
    days, others = _days(a.date), _days(b.date)
    if days and others:
        slack = _SLACK if a.kind == b.kind and one.article != other.article else timedelta()
        return days[0] - slack <= others[1] and others[0] - slack <= days[1]
    if one.article == other.article:
        return False  # an article that tells of two without days means two
    # An account without days is of the time of its article.
    told, at = _days(one.published), _days(other.published)
    happened, tells = (days, at) if days else (others, told)
    if happened:
        return bool(tells and happened[0] - _SLACK <= tells[1] <= happened[1] + _SOON)
    return bool(told and at and abs(told[1] - at[1]) <= _SOON)


def _days(when: When | None) -> tuple[date, date] | None:
    if when is None or when.from_ is None or when.to is None:
        return None
    return date.fromisoformat(when.from_), date.fromisoformat(when.to)


def _is_sharp(when: When | None) -> bool:
    return when is not None and when.from_ is not None and when.precision in _SHARP


def _precision(met: Met) -> tuple[int, int, str, str, int]:
    """The order in which contacts are joined: those of known days first, and of more people before of less."""
    when = met.contact.date
    days = _days(when)
    length = (days[1] - days[0]).days if days else 1 << 20
    start = met.contact.evidence[0].start if met.contact.evidence else 0
    return length, -len(met.contact.participants), when.from_ or "" if when else "", met.article, start
