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
from index.annotation.lists import GIVEN
from index.annotation.roles import meaning
from index.model import Actor, ActorKind
from index.words import fold

_T = TypeVar("_T")
_Of = defaultdict[str, dict[str, str]]
_DOMINANT = 0.8  # of the articles that name a surname in full: then the surname alone means that person
_BESIDE = 0.5  # of the articles that name a "Jr" name the father beside him: then they are two


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
    """A local actor with its article; `core` are the words of a person's name that tell it apart.

    `meanings` are (word of a role, of whom), and `realms` those whose crown a person bears.
    """

    article: str
    local: Local
    core: tuple[str, ...] = ()
    generation: str = ""
    meanings: frozenset[tuple[str, str]] = frozenset()
    realms: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if self.local.kind == "person":
            self.core = persons.core(_keys(self.local.name)) or (self.local.id,)
            self.generation = max((persons.generation(_keys(text)) for text, _ in self.local.spellings), default="")
            self.meanings = frozenset(
                (word, of or "") for role, of in self.local.roles for word in meaning(tuple(fold(role).split()))
            )
            self.realms = frozenset(of for word, of in self.meanings if word in persons.CROWNED)

    @property
    def order(self) -> tuple[str, str]:
        return self.article, self.local.id


def _keys(name: str) -> tuple[str, ...]:
    return tuple(fold(name).replace(".", " ").split())


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
    generation: str = ""
    seen: list[_Seen] = field(default_factory=list)
    meanings: set[tuple[str, str]] = field(default_factory=set)
    cores: list[tuple[str, ...]] = field(default_factory=list)

    def agrees(self, core: tuple[str, ...]) -> bool:
        """Can a name be this person's, by the names that it bears most often?"""
        often = self.cores[:3]
        return any(persons.compatible(c, core) for c in often) and not any(persons.clash(c, core) for c in often)

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
    made: dict[str, list[_Person]] = {}
    first: dict[str, list[_Person]] = defaultdict(list)
    for surname in sorted(by_surname):
        made[surname] = _of_one_surname(by_surname[surname])
        for person in made[surname]:
            first[person.core[0]].append(person)
    everybody = [p for group in made.values() for p in group]
    for word in sorted(by_surname):
        alone = [seen for seen in by_surname[word] if len(seen.core) == 1]
        family_first = [] if word in GIVEN else [p for p in first[word] if p.core[-1] != word]  # "Xi" of "Xi Jinping"
        everybody += _alone(alone, made[word] + family_first)
    joined = _misspelt(everybody)
    return sorted((sorted(p.seen, key=lambda s: s.order) for p in joined), key=lambda g: (-len(g), g[0].order))


def _of_one_surname(people: list[_Seen]) -> list[_Person]:
    _forget_generations(people)
    by_name: dict[tuple[tuple[str, ...], str], list[_Seen]] = defaultdict(list)
    for seen in people:
        by_name[seen.core, seen.generation].append(seen)
    made: list[_Person] = []
    full = [name for name in by_name if len(name[0]) > 1]
    for core, generation in sorted(full, key=lambda n: (-len(by_name[n]), n)):
        known = (p for p in made if p.generation == generation)
        fitting = [p for p in known if p.agrees(core)]
        person = max(fitting, key=lambda p: len(p.seen), default=None)
        if person is None:
            person = _Person(core, generation)
            made.append(person)
        person.take(core, by_name[core, generation])
    return made


def _forget_generations(people: list[_Seen]) -> None:
    """Let "Jr" tell apart only where the father is usually named beside the son; else it is a part of the name."""
    beside: dict[str, list[_Seen]] = defaultdict(list)
    for seen in people:
        beside[seen.article].append(seen)
    sons: dict[tuple[str, str], list[_Seen]] = defaultdict(list)
    for seen in people:
        if seen.generation:
            sons[seen.core[0], seen.generation].append(seen)
    for group in sons.values():
        two = sum(any(s.generation != son.generation for s in beside[son.article]) for son in group)
        if two < _BESIDE * len(group):
            for son in group:
                son.generation = ""


def _alone(alone: list[_Seen], made: list[_Person]) -> list[_Person]:
    """Give those named by one word only to whom they mean; those of whom nothing tells are persons of their own."""
    total = sum(len(p.seen) for p in made)
    known = {id(p): frozenset(p.meanings) for p in made}
    weight = {id(p): len(p.seen) for p in made}
    rest: dict[tuple[str, str], _Person] = {}
    realm = _commonest(Counter(of for s in alone for of in s.realms if of) or Counter([""]))
    for seen in alone:
        full = [p for p in made if p.generation == seen.generation] or ([] if seen.generation else made)
        person = max(full, key=lambda p: (_shared(known[id(p)], seen.meanings), weight[id(p)], p.core), default=None)
        sure = person is not None and (
            any(_shared(known[id(person)], seen.meanings))
            or (not seen.realms and weight[id(person)] >= _DOMINANT * total)
        )
        if person is None or not sure:
            of = max(seen.realms) or realm if seen.realms else ""
            person = rest.setdefault((of, seen.generation), _Person(seen.core, seen.generation))
        person.take(seen.core, [seen])
    return list(rest.values())


def _shared(known: frozenset[tuple[str, str]], asked: frozenset[tuple[str, str]]) -> tuple[int, int]:
    """How many words of roles agree: those of the same country or body, and those of whom that is not told."""
    words = {word for word, _ in known}
    return len(known & asked), sum(not of and word in words and word not in persons.CROWNED for word, of in asked)


def _misspelt(made: list[_Person]) -> list[_Person]:
    """Join persons whose names are a spelling or a hyphen apart, the rarer to the commoner."""
    buckets: dict[tuple[str, str, str], list[_Person]] = defaultdict(list)
    run_together: dict[tuple[str, str], _Person] = {}
    for person in sorted(made, key=lambda p: (-len(p.seen), p.core)):
        if len(person.core) < 2:
            continue
        letters = "".join(person.core).replace("-", ""), person.generation  # "Jong Un", "Jong-un"
        bucket = buckets[person.core[0], person.core[-1][:2], person.generation]
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
