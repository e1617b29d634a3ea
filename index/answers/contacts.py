"""Which contacts there were: of whom, between whom, of which kind, when."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from index.answers.meetings import meetings
from index.answers.topics import letters
from index.decisions.days import when
from index.errors import UnknownError
from index.model import ContactKind, Meeting, Met
from index.store import Store


def contacts(
    store: Store,
    parties: Sequence[str],
    kind: ContactKind | None,
    since: str | None,
    until: str | None,
    about: Collection[str] = (),
) -> list[Meeting]:
    """The meetings in which all `parties` (ids of actors) take part, the newest first; with `about` those that were
    about one of these topics.

    A country or body takes part by whoever has most of his roles of it. What has no days is left out where `since` or
    `until` (days, months, years) is told. Raises `UnknownError` for what is no date.
    """
    days = _first(since), _last(until)
    affiliated = store.affiliations() if parties else {}
    found = meetings(_told(store, parties, affiliated))
    return [
        m for m in found
        if (kind is None or m.kind == kind) and all(_takes_part(p, m, affiliated) for p in parties) and _in(m, *days)
        and (not about or any(_begins(topic, each) for topic in m.topics for each in about))
    ]  # fmt: skip


def _told(store: Store, parties: Sequence[str], affiliated: dict[str, str]) -> list[Met]:
    """The contacts of the first party, or all."""
    if not parties:
        return store.met(store.contacts_of())
    people: Iterable[str] = (parties[0], *(actor for actor, body in affiliated.items() if body == parties[0]))
    return store.met(list(dict.fromkeys(place for actor in people for place in store.contacts_of(actor))))


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


def _first(told: str | None) -> str:
    return _day(told)[0]


def _last(told: str | None) -> str:
    return _day(told)[1]


def _day(told: str | None) -> tuple[str, str]:
    if not told:
        return "", ""
    try:
        meant = when(told)
    except ValueError as error:
        raise UnknownError(str(error)) from error
    return meant.from_ or "", meant.to or ""
