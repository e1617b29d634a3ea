"""Who is who across articles: which actors of single articles are one actor of the corpus.

Countries and known bodies bear the same id everywhere; persons are told apart in `index.actors.people`. Who is who
depends on the articles alone, not on their order nor on what was known before; what was known before decides on ids.
"""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from index.actors.cast import Cast, Seen, commonest
from index.actors.people import best_name, groups
from index.annotation.cast import slug
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

    def mapping(self, article: str) -> Mapping[str, str]:
        """For one article: the id in the corpus of each local id."""
        return self.of.get(article, {})


def resolve(casts: Iterable[Cast], known: Known | None = None) -> Resolved:
    """Join the actors of all articles.

    `known` says of earlier articles which actor each of theirs was: a group keeps the id that most of its earlier
    members had, so that ids stay when articles come and go.
    """
    with no_search_for_garbage():
        return _resolve(casts, known or {})


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


def _resolve(casts: Iterable[Cast], known: Known) -> Resolved:
    people: list[Seen] = []
    others: dict[str, list[Seen]] = defaultdict(list)
    for cast in casts:
        for local in cast.actors:
            seen = Seen(cast.article, local)
            (people if local.kind == "person" else others[local.id]).append(seen)
    found = [*_bodies(others), *(_Group(slug(name := best_name(s.local for s in g)), name, "person", g)
                                 for g in groups(people))]  # fmt: skip
    ids = _ids(found, known)
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


def _ids(found: Sequence[_Group], known: Known) -> list[str]:
    """An id for each group: of an earlier id the group that has most of its members, else the one it would like."""
    claims: list[tuple[int, int, str]] = []
    for n, group in enumerate(found if known else ()):
        earlier = Counter(known.get(seen.article, {}).get(seen.local.id) for seen in group.seen)
        claims += [(-count, n, id_) for id_, count in earlier.items() if id_ is not None]
    given: dict[int, str] = {}
    taken: set[str] = set()
    for _, n, id_ in sorted(claims):
        if n not in given and id_ not in taken:
            given[n] = id_
            taken.add(id_)
    for n, group in enumerate(found):
        if n not in given:
            given[n] = next(id_ for id_ in _numbered(group.wanted) if id_ not in taken)
            taken.add(given[n])
    return [given[n] for n in range(len(found))]


def _numbered(wanted: str) -> Iterator[str]:
    yield wanted
    number = 2
    while True:
        yield f"{wanted}-{number}"
        number += 1


# Countries, bodies, groups ------------------------------------------------------------------------------------------


def _bodies(others: Mapping[str, list[Seen]]) -> Iterator[_Group]:
    joined = _acronyms(others)
    pooled: dict[str, list[Seen]] = defaultdict(list)
    for local in sorted(others):
        pooled[joined.get(local, local)] += others[local]
    for local, seen in pooled.items():
        name = commonest(Counter(s.local.name for s in seen if s.local.id == local))
        yield _Group(local, name, commonest(Counter(s.local.kind for s in seen)), seen)


def _acronyms(others: Mapping[str, list[Seen]]) -> dict[str, str]:
    """Acronyms that stand alone in one article and are explained, in one way only, in others."""
    explained: dict[str, set[str]] = defaultdict(set)
    for known, group in others.items():
        for seen in group:
            for text, _ in seen.local.spellings:
                if text.isupper() and " " not in text:
                    explained[slug(text)].add(known)
    joined = {}
    for acronym in others:
        meant = explained[acronym] - {acronym}
        if len(meant) == 1:
            joined[acronym] = meant.pop()
    return {a: b for a, b in joined.items() if b not in joined}
