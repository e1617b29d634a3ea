"""Who is who across articles: which actors of single articles are one actor of the corpus.

Countries and known bodies bear the same id everywhere. Persons are sought among those of one surname: full names with
agreeing given names are one; a surname alone goes to the person whose role it bears, or to the one whom nearly all
articles mean. What comes out does not depend on the order of the articles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from index.annotation import persons
from index.annotation.cast import slug
from index.annotation.roles import meaning
from index.model import Actor, ActorKind
from index.words import fold

_T = TypeVar("_T")
_Of = defaultdict[str, dict[str, str]]
_DOMINANT = 0.8  # of the articles that name a surname in full: then the surname alone means that person


@dataclass(frozen=True, slots=True)
class Local:
    """An actor of one article, as far as it takes to know it again: `roles` are (words of the role, of whom)."""

    id: str
    kind: ActorKind
    name: str
    spellings: tuple[tuple[str, int], ...]
    roles: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of one article; `article` is its id."""

    article: str
    actors: tuple[Local, ...]


@dataclass(frozen=True, slots=True)
class Global:
    """An actor of the corpus: a readable id, the best spelling of the name, the kind."""

    id: str
    name: str
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class Resolved:
    """The actors of the corpus, by id, and by article which of them each local id is."""

    actors: tuple[Global, ...]
    of: Mapping[str, Mapping[str, str]]

    def mapping(self, article: str) -> Mapping[str, str]:
        """For one article: the id in the corpus of each local id."""
        return self.of.get(article, {})


def cast_of(article: str, actors: Iterable[Actor]) -> Cast:
    """What `resolve` needs to know of the actors of an article."""
    return Cast(
        article,
        tuple(
            Local(
                a.id,
                a.kind,
                a.name,
                spellings=tuple((x.text, x.count) for x in a.aliases),
                roles=tuple((r.role, r.of) for r in a.roles),
            )
            for a in actors
        ),
    )


def resolve(casts: Iterable[Cast]) -> Resolved:
    """Join the actors of all articles."""
    people: list[_Seen] = []
    others: dict[str, list[_Seen]] = defaultdict(list)
    for cast in casts:
        for local in cast.actors:
            seen = _Seen(cast.article, local)
            if local.kind == "person":
                people.append(seen)
            else:
                others[local.id].append(seen)
    actors: dict[str, Global] = {}
    of: _Of = defaultdict(dict)
    _place_others(others, actors, of)
    for group in _groups(people):
        _place_person(group, actors, of)
    return Resolved(tuple(sorted(actors.values(), key=lambda a: a.id)), dict(of))


@dataclass(slots=True, eq=False)
class _Seen:
    """A local actor with its article; `core` are the words of a person's name that tell it apart."""

    article: str
    local: Local
    core: tuple[str, ...] = ()
    meanings: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if self.local.kind == "person":
            self.core = persons.core(tuple(fold(self.local.name).replace(".", " ").split())) or (self.local.id,)
            self.meanings = frozenset(
                f"{word} {of or ''}" for role, of in self.local.roles for word in meaning(tuple(fold(role).split()))
            )

    @property
    def order(self) -> tuple[str, str]:
        return self.article, self.local.id


# Countries, bodies, groups ------------------------------------------------------------------------------------------


def _place_others(others: Mapping[str, list[_Seen]], actors: dict[str, Global], of: _Of) -> None:
    joined = _acronyms(others)
    pooled: dict[str, list[_Seen]] = defaultdict(list)
    for known, group in others.items():
        pooled[joined.get(known, known)] += group
    for known, group in pooled.items():
        kind = _commonest(Counter(s.local.kind for s in group))
        name = _commonest(Counter(s.local.name for s in group if s.local.id == known or known not in others))
        actors[known] = Global(known, name, kind)
        for seen in group:
            of[seen.article][seen.local.id] = known


def _acronyms(others: Mapping[str, list[_Seen]]) -> dict[str, str]:
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


def _commonest(counts: Counter[_T]) -> _T:
    return max(counts, key=lambda x: (counts[x], str(x)))


# Persons ------------------------------------------------------------------------------------------------------------


@dataclass(slots=True, eq=False)
class _Person:
    """A person in the making: those seen, and the core by which others are compared."""

    core: tuple[str, ...]
    seen: list[_Seen] = field(default_factory=list)
    meanings: set[str] = field(default_factory=set)
    cores: list[tuple[str, ...]] = field(default_factory=list)

    def take(self, core: tuple[str, ...], group: Iterable[_Seen]) -> None:
        self.cores.append(core)
        for seen in group:
            self.seen.append(seen)
            self.meanings |= seen.meanings


def _groups(people: Iterable[_Seen]) -> list[list[_Seen]]:
    """All persons, each as those seen of them; the most often seen first."""
    by_surname: dict[str, list[_Seen]] = defaultdict(list)
    for seen in people:
        by_surname[seen.core[-1]].append(seen)
    made: list[_Person] = []
    for surname in sorted(by_surname):
        made += _of_one_surname(by_surname[surname])
    joined = _misspelt(made)
    return sorted((sorted(p.seen, key=lambda s: s.order) for p in joined), key=lambda g: (-len(g), g[0].order))


def _of_one_surname(people: list[_Seen]) -> list[_Person]:
    by_core: dict[tuple[str, ...], list[_Seen]] = defaultdict(list)
    for seen in people:
        by_core[seen.core].append(seen)
    made: list[_Person] = []
    full = [core for core in by_core if len(core) > 1]
    for core in sorted(full, key=lambda c: (-len(by_core[c]), c)):
        fitting = [p for p in made if any(persons.compatible(c, core) for c in p.cores[:3])]
        person = max(fitting, key=lambda p: len(p.seen), default=None)
        if person is None:
            person = _Person(core)
            made.append(person)
        person.take(core, by_core[core])
    alone = [seen for core, group in by_core.items() if len(core) == 1 for seen in group]
    _surnames_alone(alone, made)
    return made


def _surnames_alone(alone: list[_Seen], made: list[_Person]) -> None:
    """Give those named by surname only to whom they mean; those of whom nothing tells are a person of their own."""
    full = list(made)
    total = sum(len(p.seen) for p in full)
    known = {id(p): frozenset(p.meanings) for p in full}
    weight = {id(p): len(p.seen) for p in full}
    rest: _Person | None = None
    for seen in alone:
        person = max(full, key=lambda p: (len(known[id(p)] & seen.meanings), weight[id(p)], p.core), default=None)
        sure = person is not None and (
            known[id(person)] & seen.meanings or weight[id(person)] >= _DOMINANT * total
        )
        if person is None or not sure:
            if rest is None:
                rest = _Person(seen.core)
                made.append(rest)
            person = rest
        person.take(seen.core, [seen])


def _misspelt(made: list[_Person]) -> list[_Person]:
    """Join persons whose names are a spelling or a hyphen apart, the rarer to the commoner."""
    buckets: dict[tuple[str, str], list[_Person]] = defaultdict(list)
    run_together: dict[str, _Person] = {}
    for person in sorted(made, key=lambda p: (-len(p.seen), p.core)):
        if len(person.core) < 2:
            continue
        letters = "".join(person.core).replace("-", "")  # "Jong Un", "Jong-un"
        bucket = buckets[person.core[0], person.core[-1][:2]]
        alike = (p for p in bucket if persons.compatible(p.core, person.core))
        twin = run_together.get(letters) or next(alike, None)
        if twin is None:
            bucket.append(person)
            run_together[letters] = person
        else:
            twin.take(person.core, person.seen)
            person.seen = []
    return [p for p in made if p.seen]


def _place_person(group: list[_Seen], actors: dict[str, Global], of: _Of) -> None:
    name = best_name(s.local for s in group)
    wanted = known = slug(name)
    number = 2
    while known in actors:
        known = f"{wanted}-{number}"
        number += 1
    actors[known] = Global(known, name, "person")
    for seen in group:
        of[seen.article][seen.local.id] = known


def best_name(locals_: Iterable[Local]) -> str:
    """The name to show: the commonest full spelling, with the marks it has in any article."""
    counts: Counter[str] = Counter()
    full: Counter[str] = Counter()
    for local in locals_:
        full[local.name] += 1
        counts.update(dict(local.spellings))
    alike: dict[str, list[str]] = defaultdict(list)
    for written in full:
        alike[fold(written)].append(written)
    most_words = max(min(len(folded.split()), 2) for folded in alike)
    given: Counter[str] = Counter()
    for folded, spellings in alike.items():
        given[folded.split()[0] if folded.split() else ""] += sum(full[w] for w in spellings)

    def worth(folded: str) -> tuple[bool, int, int, int, str]:
        words = folded.split()
        weight = sum(full[w] for w in alike[folded])
        return (min(len(words), 2) == most_words, given[words[0] if words else ""], weight, -len(words), folded)

    best = max(alike, key=worth)
    return max(alike[best], key=lambda w: (not w.isupper(), not w.isascii(), full[w], counts[w], w))
