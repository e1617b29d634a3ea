"""Contacts as single clauses tell them, and which of them are one event told twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from index.annotation.names.cast import Member
from index.model import Contact, ContactKind, Span, Topic, When, Words

# What a vaguer word may turn out to be, when the article tells of it again.
_VAGUE: dict[ContactKind, frozenset[ContactKind]] = {
    "conversation": frozenset(("call", "meeting", "talks")),
    "talks": frozenset(("call", "meeting")),
}


@dataclass(slots=True)
class Event:
    """A contact as one clause tells it; `said` is what one told the other.

    `joins` says that it is the one told before, with others who took part; `loose` that only something discussed or
    agreed tells of it, which says little of the kind.
    """

    kind: ContactKind
    members: tuple[Member, ...]
    at: int
    start: int
    end: int
    planned: bool
    date: When | None = None
    place: Words | None = None
    caption: bool = False
    said: tuple[int, int] | None = None
    joins: bool = False
    loose: bool = False
    evidence: list[tuple[int, int]] = field(default_factory=list)
    topics: dict[str, list[tuple[int, int]]] = field(default_factory=dict)


def joined(events: Sequence[Event]) -> list[Event]:
    """The events, those that tell of the same made one, with the evidence of each."""
    kept: list[Event] = []
    of: dict[Member, list[int]] = defaultdict(list)  # in which of them one takes part
    for event in events:
        event.evidence = [(event.start, event.end)]
        near = sorted({n for member in event.members for n in of[member]}, reverse=True)
        number = next((n for n in near if _same(kept[n], event)), None)
        for member in event.members:
            of[member].append(len(kept) if number is None else number)
        if number is None:
            kept.append(event)
            continue
        twin = kept[number]
        if (twin.loose or event.kind in _VAGUE.get(twin.kind, ())) and not event.loose:
            twin.kind, twin.loose = event.kind, False
        twin.date = _both(twin, event)
        twin.place = twin.place or event.place
        twin.evidence.append((event.start, event.end))
        for topic, places in event.topics.items():
            twin.topics.setdefault(topic, []).extend(places)
        if len(event.members) > len(twin.members) or _named(event) > _named(twin):
            twin.members = event.members
    return kept


def _same(a: Event, b: Event) -> bool:
    """Can two clauses tell of one event: the same people, kinds that agree, days that do not differ?"""
    left, right = set(a.members), set(b.members)
    if b.joins and left < right:
        return True
    if a.kind == b.kind != "visit" and _stand_for(left - right, right - left):
        left = right  # in a heading, "meeting with Peruvian minister"
    part = (right < left or (left < right and len(right - left) == 1)) and b.date is None and b.kind in _VAGUE
    if (left != right and not part) or (a.planned != b.planned and not _spoken_of(a, b)):
        return False
    if a.kind != b.kind and b.kind not in _VAGUE.get(a.kind, ()) and a.kind not in _VAGUE.get(b.kind, ()):
        return False
    if a.date is None or b.date is None:
        return a.kind == b.kind or a.caption == b.caption  # a photo often shows another event
    if a.date.from_ and b.date.from_ and a.date.to and b.date.to:
        return a.date.from_ <= b.date.to and b.date.from_ <= a.date.to
    if a.place and b.place and a.place.text == b.place.text and a.caption != b.caption:
        return True
    return (a.date.text or "") in (b.date.text or "") or (b.date.text or "") in (a.date.text or "")


def _named(event: Event) -> int:
    return sum(m.kind == "person" for m in event.members)


def _stand_for(some: set[Member], others: set[Member]) -> bool:
    """Is one told of as a country, and then by name?"""
    if len(some) != 1 or len(others) != 1:
        return False
    (country,), (person,) = some, others
    return country.kind == "country" and person.kind == "person" and person.of == country.id


def _spoken_of(a: Event, b: Event) -> bool:
    """Is a journey to come spoken of again: "A will visit Peru. His visit is …"?"""
    return a.planned and a.kind == b.kind == "visit" and b.date is None


def _both(a: Event, b: Event) -> When | None:
    """The date of an event told twice: the words of the text before those of a caption, the narrower days."""
    if a.date is None or b.date is None:
        return a.date or b.date
    words, other = (b.date, a.date) if a.caption and not b.caption else (a.date, b.date)
    if words.from_ is None and other.from_ is not None:
        how = f"day from “{other.text}”"
        return words.model_copy(update={"from_": other.from_, "to": other.to, "precision": other.precision, "how": how})
    return words if len(words.text or "") >= len(other.text or "") else other


def contact(event: Event) -> Contact:
    """The noun for an event; participants are local ids."""
    return Contact(
        kind=event.kind,
        participants=tuple(m.id for m in event.members),
        status="planned" if event.planned else "happened",
        date=event.date,
        place=event.place,
        evidence=_spans(event.evidence),
        topics=tuple(Topic(name=name, mentions=_spans(places)) for name, places in event.topics.items()),
    )


def _spans(places: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(start=a, end=b) for a, b in places)
