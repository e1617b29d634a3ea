"""Whose a role is that stands without a name: "the minister", "the Norwegian leader", "his Turkish counterpart"."""

from __future__ import annotations

from collections.abc import Sequence

from index.annotation.names.cast import Cast, Member
from index.annotation.names.chunks import Title

_DEPUTIES = frozenset("vice deputy assistant former under".split())
_DEPUTIES_OF_STATES = _DEPUTIES | {"opposition"}  # "the Peruvian leader" leads no opposition
_SERVING = frozenset("spokesman aide adviser press lawyer correspondent reporter".split())
_LEADER = frozenset(("leader",))
_CHIEF = frozenset(("chief",))
_HEADS_OF_BODIES = tuple(map(frozenset, (("secretary", "general"), ("director", "general"), ("high", "commissioner"))))
_HEADS_OF_STATE = tuple(map(frozenset, (("president",), ("prime", "minister"), ("chancellor",), ("king",), ("emir",))))


def holder(title: Title, cast: Cast, recent: Sequence[Member], subject: Member | None) -> Member | None:
    """The person with that role (and country) named last before, or in a heading first after.

    `recent` are those who were named until here, the last named last; `subject` is that of the sentence. "The
    president" is not the one of Peru who is named only later, where others have been named.
    """
    of = cast.of.get(title.of) if title.of else None
    if "counterpart" in title.meaning:
        return _nearest([p for p in cast.persons if p is not subject and of is not None and p.of == of.id], recent)
    exact, loose = (_as_held(title, some) for some in _with_role(title, of, cast))
    if of is None and any(m.kind == "person" for m in recent):
        exact, loose = ([p for p in some if not p.of or p in recent] for some in (exact, loose))
    if title.role.isupper() and exact:  # "THE PRESIDENT:", in a transcript, is always the same one
        return min(exact, key=lambda m: m.names[0].start)
    if of is None and len(exact) > 1 and title.meaning in _HEADS_OF_STATE:
        exact = [p for p in exact if not _presides(title, p, cast)] or exact
    others = (exact, loose, _leaders(title, of, cast), _without_role(title, of, cast))
    return next((nearest for some in others if (nearest := _nearest(some, recent))), None)


def _with_role(title: Title, of: Member | None, cast: Cast) -> tuple[list[Member], list[Member]]:
    """The persons who have a role, and those who have one that says more."""
    exact: list[Member] = []
    loose: list[Member] = []
    for person in cast.persons:
        for own in person.titles:
            if not title.meaning or not title.meaning <= own.meaning:
                continue
            extra = own.meaning - title.meaning
            if of is not None and not _same_body(person, own, of, cast):
                continue
            if not extra:
                exact.append(person)
            elif not extra & (_DEPUTIES if of is None else _DEPUTIES_OF_STATES):
                loose.append(person)
    return exact, loose


def _as_held(title: Title, people: list[Member]) -> list[Member]:
    """Of those who have a role those who hold it, or held it once, as the title says; all if it fits none."""
    if len(people) < 2:
        return people
    fitting = (p for p in people if any(own.past == title.past and title.meaning <= own.meaning for own in p.titles))
    return list(fitting) or people


def _same_body(person: Member, own: Title, of: Member, cast: Cast) -> bool:
    """Is a role, or its holder, of this country or body?"""
    body = cast.of.get(own.of) if own.of else None
    if body is None:
        return person.of is None or person.of == of.id
    return body is of or body.of == of.id


def _presides(title: Title, person: Member, cast: Cast) -> bool:
    """Is somebody only the president of a body ("president of the Harbour Institute"), and of no country?"""
    bodies = [cast.of.get(own.of) if own.of else None for own in person.titles if title.meaning <= own.meaning]
    return all(body is not None and body.kind == "organisation" for body in bodies)


def _leaders(title: Title, of: Member | None, cast: Cast) -> list[Member]:
    """ "The Norwegian leader": the heads of state or government of that country; "the UN chief": who heads it."""
    if of is not None and of.kind == "organisation" and title.meaning == _CHIEF:
        heads = (p for p in cast.persons for own in p.titles if own.meaning in _HEADS_OF_BODIES)
        return [p for p in heads if p.of in (None, of.id)]
    if of is None or title.meaning != _LEADER:
        return []
    return [p for p in cast.persons if p.of == of.id and any(own.meaning in _HEADS_OF_STATE for own in p.titles)]


def _without_role(title: Title, of: Member | None, cast: Cast) -> list[Member]:
    """ "The Peruvian president": whom the text has called "Peru's Ada Dahl", and no more."""
    if of is None or of.kind != "country" or title.meaning not in (_LEADER, *_HEADS_OF_STATE):
        return []
    return [p for p in cast.persons if p.of == of.id and all(t.bare for t in p.titles)]


def serves(member: Member) -> bool:
    """Has somebody a role that no leader nor minister has: a spokesman, an aide?"""
    return any(_SERVING & title.meaning for title in member.titles)


def _nearest(persons: Sequence[Member], recent: Sequence[Member]) -> Member | None:
    return next((m for m in reversed(recent) if m in persons), persons[0] if persons else None)
