"""Which contacts there were: of whom, between whom, of which kind, when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence

from index.answers.copies import copy
from index.answers.meetings import meetings
from index.answers.once import folded, grouped
from index.answers.topics import letters
from index.decisions.days import when
from index.engines.base import Alike
from index.errors import UnknownError
from index.model import Again, ContactKind, Meeting, Met, Span
from index.store import Store
from index.store.reader import Head


def contacts(
    store: Store,
    parties: Sequence[str],
    kind: ContactKind | None,
    since: str | None,
    until: str | None,
    about: Collection[str] = (),
    *,
    once: bool = True,
) -> list[Meeting]:
    """The meetings in which all `parties` (ids of actors) take part, the newest first; with `about` those that were
    about one of these topics. Articles that say the same are one witness, if they are to be heard `once`.

    A country or body takes part by whoever has most of his roles of it. What has no days is left out where `since` or
    `until` (days, months, years) is told. Raises `UnknownError` for what is no date.
    """
    (first, _), (_, last) = _days(since), _days(until)
    affiliated = store.affiliations() if parties else {}
    found = meetings(_told(store, parties, affiliated))
    alike = store.alike() if once else {}
    return [
        _heard_once(store, m, alike) for m in found
        if (kind is None or m.kind == kind) and _in(m, first, last)
        and all(_takes_part(party, m, affiliated) for party in parties)
        and (not about or any(_begins(topic, each) for topic in m.topics for each in about))
    ]  # fmt: skip


def _told(store: Store, parties: Sequence[str], affiliated: dict[str, str]) -> list[Met]:
    """The contacts of the first party, or all."""
    if not parties:
        return store.met(store.contacts_of())
    people: Iterable[str] = (parties[0], *(actor for actor, body in affiliated.items() if body == parties[0]))
    return store.met(list(dict.fromkeys(place for actor in people for place in store.contacts_of(actor))))


def _heard_once(store: Store, meeting: Meeting, alike: Alike) -> Meeting:
    """A meeting with what articles that say the same tell of it in the same way as one account, with its copies."""
    if not any(met.article in alike for met in meeting.told):
        return meeting
    told: dict[str, list[Met]] = defaultdict(list)
    for met in meeting.told:
        told[met.article].append(met)
    heads = store.heads([*told])
    heard = [
        met.model_copy(update={"copies": tuple(_again(heads[other.article], other) for other in others)})
        for group in grouped(told, alike)
        for met, others in folded([told[article] for article in group], _account)
    ]
    return meeting.model_copy(update={"told": tuple(heard)})


def _again(head: Head, met: Met) -> Again:
    place = met.contact.evidence[0] if met.contact.evidence else Span(start=0, end=0)
    return Again(**copy(head).model_dump(), start=place.start, end=place.end)


def _account(met: Met) -> Hashable:
    """By what two accounts in articles that say the same are one."""
    own = met.contact
    return own.kind, own.status, frozenset(own.participants), own.date and (own.date.from_, own.date.to)


def _takes_part(party: str, meeting: Meeting, affiliated: dict[str, str]) -> bool:
    return any(party in (actor, affiliated.get(actor)) for actor in meeting.participants)


def _begins(topic: str, asked: str) -> bool:
    """Does a topic, or what stands in it from some word on, begin as is asked, in any case and with any hyphens?"""
    words, begin = topic.split(), letters(asked)
    return bool(begin) and any(letters(" ".join(words[n:])).startswith(begin) for n in range(len(words)))


def _in(meeting: Meeting, since: str, until: str) -> bool:
    if not since and not until:
        return True
    day = meeting.date
    if day is None or day.from_ is None or day.to is None:
        return False
    return (not since or day.to >= since) and (not until or day.from_ <= until)


def _days(told: str | None) -> tuple[str, str]:
    """The first and the last day that are meant; "" for both where nothing is told."""
    if not told:
        return "", ""
    try:
        meant = when(told)
    except ValueError as error:
        raise UnknownError(str(error)) from error
    return meant.from_ or "", meant.to or ""
