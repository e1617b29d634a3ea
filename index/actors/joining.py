"""Who is who across articles: which actors of single articles are one actor of the corpus.

Countries and known bodies bear the same id everywhere; persons are told apart in `index.actors.people`. Who is who
depends on the articles alone, not on their order nor on what was known before; what was known before decides on ids.
It can be told of a part of a corpus, if nobody in it has kin outside (`index.actors.kin`).
"""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from index.actors import kin
from index.actors.alone import DOMINANT
from index.actors.cast import Cast, Seen, commonest
from index.actors.people import best_name, groups
from index.annotation.names import authority
from index.annotation.names.cast import slug
from index.model import ActorKind

Known = Mapping[str, Mapping[str, str]]
"""By article, and by the id that an actor has in it: the id in the corpus."""


@dataclass(frozen=True, slots=True)
class Global:
    """An actor of the corpus: a readable id, the best spelling of the name, the kind."""

    id: str
    name: str
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class Resolved:
    """The actors of the corpus, by id, and by article which of them each local id is.

    Two local actors of one article may be one actor of the corpus.
    """

    actors: tuple[Global, ...]
    of: Known


def resolve(casts: Iterable[Cast], known: Known | None = None, taken: Container[str] = ()) -> Resolved:
    """Join the actors of all articles.

    `known` says of earlier articles which actor each of theirs was: a group keeps the id that most of its earlier
    members had, so that ids stay when articles come and go. `taken` are ids that others bear.
    """
    with no_search_for_garbage():
        return _resolve(casts, known or {}, taken)


@contextmanager
def no_search_for_garbage() -> Iterator[None]:
    """Where nothing is garbage before the end, looking for it takes 40 % of the time (10,000 articles, measured)."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _resolve(casts: Iterable[Cast], known: Known, taken: Container[str]) -> Resolved:
    people: list[Seen] = []
    bodies: dict[str, list[Seen]] = defaultdict(list)
    for cast in casts:
        for local in cast.actors:
            seen = Seen(cast.article, local)
            (people if local.kind == "person" else bodies[kin.body(local.id)]).append(seen)
    persons = groups(people)
    _give_acronyms(bodies, persons)
    found = [*_bodies(bodies), *(_Group(slug(name := best_name(s.local for s in g)), name, "person", g)
                                 for g in persons)]  # fmt: skip
    ids = _ids(found, known, taken)
    of: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for group, actor in zip(found, ids, strict=True):
        for seen in group.seen:
            of[seen.article][seen.local.id] = actor
    actors = (Global(actor, group.name, group.kind) for group, actor in zip(found, ids, strict=True))
    return Resolved(tuple(sorted(actors, key=lambda a: a.id)), dict(of))


@dataclass(frozen=True, slots=True)
class _Group:
    """Those who are one actor, and the id that it would like."""

    wanted: str
    name: str
    kind: ActorKind
    seen: Sequence[Seen]


def _ids(found: Sequence[_Group], known: Known, taken: Container[str]) -> list[str]:
    """An id for each group: what the table knows has its own; else the earlier id of most of its members, or else the
    one it would like."""
    table = authority.entries()
    given = {n: group.wanted for n, group in enumerate(found) if group.wanted in table and group.kind != "person"}
    claims: list[tuple[int, int, str]] = []
    for n, group in enumerate(found if known else ()):
        earlier = Counter(known.get(seen.article, {}).get(seen.local.id) for seen in group.seen)
        claims += [(-count, n, id_) for id_, count in earlier.items() if id_ is not None]
    used = set(table)
    for _, n, id_ in sorted(claims):
        if n not in given and id_ not in used and id_ not in taken:
            given[n] = id_
            used.add(id_)
    for n, group in enumerate(found):
        if n not in given:
            given[n] = next(id_ for id_ in _numbered(group.wanted) if id_ not in used and id_ not in taken)
            used.add(given[n])
    return [given[n] for n in range(len(found))]


def _numbered(wanted: str) -> Iterator[str]:
    yield wanted
    number = 2
    while True:
        yield f"{wanted}-{number}"
        number += 1


def _give_acronyms(bodies: dict[str, list[Seen]], people: Sequence[list[Seen]]) -> None:
    """Take from `bodies` what is a person's: initials ("MBS"), a surname in capitals; not what bodies are told by."""
    told = {acronym for id_, group in bodies.items() for seen in group for acronym in kin.acronyms(seen.local) - {id_}}
    alone = {
        id_ for id_ in bodies.keys() - told - authority.entries().keys()
        if all(kin.acronyms(seen.local) == {id_} for seen in bodies[id_])
    }  # fmt: skip
    meant: dict[str, list[list[Seen]]] = defaultdict(list)
    for person in people:
        for name in {name for seen in person for name in (seen.core[-1], *kin.acronyms(seen.local))} & alone:
            meant[name].append(person)
    for name, bearing in meant.items():
        best = max(bearing, key=len)
        if len(best) >= DOMINANT * sum(map(len, bearing)):
            best += bodies.pop(name)


# Countries, bodies, groups ------------------------------------------------------------------------------------------


def _bodies(bodies: Mapping[str, list[Seen]]) -> Iterator[_Group]:
    joined = _acronyms(bodies)
    pooled: dict[str, list[Seen]] = defaultdict(list)
    for own in sorted(bodies):
        pooled[joined.get(own, own)] += bodies[own]
    for id_, seen in pooled.items():
        if entry := authority.entries().get(id_):
            yield _Group(id_, entry.name, entry.kind, seen)
        else:
            name = commonest(Counter(s.local.name for s in seen if kin.body(s.local.id) == id_))
            yield _Group(id_, name, commonest(Counter(s.local.kind for s in seen)), seen)


def _acronyms(bodies: Mapping[str, list[Seen]]) -> dict[str, str]:
    """Acronyms that stand alone in one article and are explained, in one way only, in others."""
    explained: dict[str, set[str]] = defaultdict(set)
    for known, group in bodies.items():
        for seen in group:
            for acronym in kin.acronyms(seen.local):
                explained[acronym].add(known)
    joined = {}
    for acronym in bodies.keys() - authority.entries().keys():
        meant = explained[acronym] - {acronym}
        if len(meant) == 1:
            joined[acronym] = meant.pop()
    return {a: b for a, b in joined.items() if b not in joined}
