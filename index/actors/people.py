"""Which persons of single articles are one person. What comes out does not depend on the order of the articles.

Persons are sought among those of one surname: full names with agreeing given names are one; a surname alone goes to the
person whose role it bears, or to the one whom nearly all articles mean. Whoever is compared here has a key in common
(`index.actors.kin`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from index.actors import kin
from index.actors.cast import Local, Seen, commonest
from index.annotation import persons
from index.annotation.lists import COMMON, FAMILIES, GIVEN, MODIFIERS, PARTICLES
from index.words import fold

DOMINANT = 0.8
"""Of the articles that name a surname in full: then the surname alone means that person."""
_KNOWN, _SELDOM = 10, 2  # articles that name somebody
_LONG = 5  # letters of a word that may end in "ing" or "ed" and be no name
_NEARLY_ALL = 0.9  # of the articles that name a surname in full
_HIGHEST = frozenset(("president", "prime"))  # words of roles that tell who is meant
_BESIDE = 0.5  # of the articles that name a "Jr" name the father beside him: then they are two


@dataclass(slots=True, eq=False)
class _Person:
    """A person in the making: those seen, and the core by which others are compared."""

    core: tuple[str, ...]
    generation: str = ""
    seen: list[Seen] = field(default_factory=list)
    cores: list[tuple[str, ...]] = field(default_factory=list)

    def agrees(self, core: tuple[str, ...]) -> bool:
        """Can a name be this person's, by the names that it bears most often?"""
        often = self.cores[:3]
        return any(persons.compatible(c, core) for c in often) and not any(persons.clash(c, core) for c in often)

    def take(self, core: tuple[str, ...], group: Iterable[Seen]) -> None:
        self.cores.append(core)
        self.seen += group


def groups(people: Iterable[Seen]) -> list[list[Seen]]:
    """All persons, each as those seen of them; the most often seen first."""
    by_surname: dict[str, list[Seen]] = defaultdict(list)
    for seen in _unglued(list(people)):
        by_surname[seen.core[-1]].append(seen)
    made: dict[str, list[_Person]] = {}
    first: dict[str, list[_Person]] = defaultdict(list)
    for surname in sorted(by_surname):
        made[surname] = _of_one_surname(by_surname[surname])
        for person in made[surname]:
            for called in {word for seen in person.seen for word in kin.called(seen.local)}:
                first[called].append(person)
    everybody = [p for group in made.values() for p in group]
    for word in sorted(by_surname):
        alone = [seen for seen in by_surname[word] if len(seen.core) == 1]
        if not alone:
            continue
        everybody += _alone(alone, made[word] + [p for p in first[word] if p.core[-1] != word])
    joined = _misspelt(everybody)
    return sorted((sorted(p.seen, key=lambda s: s.order) for p in joined), key=lambda g: (-len(g), g[0].order))


def _unglued(people: list[Seen]) -> list[Seen]:
    """Read "Dahlsaid" as the name that lost a space, where that is well known and this one is not."""
    often = Counter(seen.core[-1] for seen in people)
    for seen in people:
        word = max(kin.unglued(seen.core[-1]), key=lambda w: (often[w], w), default="")
        if often[word] >= _KNOWN and often[seen.core[-1]] <= _SELDOM:
            seen.core = (*seen.core[:-1], word)
    return people


def _of_one_surname(people: list[Seen]) -> list[_Person]:
    _forget_generations(people)
    by_name: dict[tuple[tuple[str, ...], str], list[Seen]] = defaultdict(list)
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
    return _without_epithets(made)


def _without_epithets(made: list[_Person]) -> list[_Person]:
    """Take "Enraged Dahl" for the Dahl whom nearly all mean, where nobody else is named who could be meant."""
    known = max(made, key=lambda p: len(p.seen), default=None)
    if known is None or len(known.seen) < max(_KNOWN, _NEARLY_ALL * sum(len(p.seen) for p in made)):
        return made
    articles = {seen.article for seen in known.seen}
    odd = [p for p in made if len(p.seen) == 1 and p.seen[0].article not in articles
           and p.generation == known.generation and _is_epithet(p.core[0])]  # fmt: skip
    for person in odd:
        known.take(person.core, person.seen)
    return [p for p in made if p not in odd]


def _is_epithet(word: str) -> bool:
    """Is the first word of a name one that says something of its bearer: "enraged", "disavowing", "then-senator"?"""
    formed = word.startswith(("then-", "ex-")) or (len(word) > _LONG and word.endswith(("ing", "ed")))
    return word not in GIVEN and (word in COMMON or word in MODIFIERS or formed)


def _forget_generations(people: list[Seen]) -> None:
    """Let "Jr" tell apart only where the father is usually named beside the son; else it is a part of the name."""
    sons: dict[tuple[str, str], list[Seen]] = defaultdict(list)
    for seen in people:
        if seen.generation:
            sons[seen.core[0], seen.generation].append(seen)
    if not sons:
        return
    beside: dict[str, list[Seen]] = defaultdict(list)
    for seen in people:
        beside[seen.article].append(seen)
    for group in sons.values():
        two = sum(any(s.generation != son.generation for s in beside[son.article]) for son in group)
        if two < _BESIDE * len(group):
            for son in group:
                son.generation = ""


def _alone(alone: list[Seen], made: list[_Person]) -> list[_Person]:
    """Give those named by one word only to whom they mean; those of whom nothing tells are persons of their own."""
    offices = [_Offices(p.seen) for p in made]
    rest: dict[tuple[str, str], _Person] = {}
    meant: dict[tuple[frozenset[tuple[str, str]], str], _Person | None] = {}
    realm = commonest(Counter(of for s in alone for of in s.realms if of) or Counter([""]))
    for seen in alone:
        asked = seen.meanings, seen.generation
        if asked not in meant:
            meant[asked] = _meant(seen, made, offices)
        person = meant[asked]
        if person is None:
            of = max(seen.realms) or realm if seen.realms else ""
            person = rest.setdefault((of, seen.generation), _Person(seen.core, seen.generation))
        person.take(seen.core, [seen])
    return list(rest.values())


def _meant(seen: Seen, made: Sequence[_Person], offices: Sequence[_Offices]) -> _Person | None:
    """The person whom one word with these roles means: who bears them most, or whom the word nearly always means."""
    all_ = range(len(made))
    able = [n for n in all_ if made[n].generation == seen.generation] or ([] if seen.generation else list(all_))
    best = max(able, key=lambda n: (offices[n].shares(seen), offices[n].seen, made[n].core), default=None)
    if best is None:
        return None
    told = any(offices[best].shares(seen))
    sure = _family(made[best], seen) and _sure(seen, offices[best], sum(offices[n].seen for n in able))
    return made[best] if told or sure else None


class _Offices:
    """Which roles a person has, and how often; `seen` is how often the person was."""

    def __init__(self, seen: Sequence[Seen]) -> None:
        self.seen = len(seen)
        self._told = Counter(meaning for s in seen for meaning in s.meanings)
        self._words = Counter(word for s in seen for word in {word for word, _ in s.meanings})

    def shares(self, seen: Seen) -> tuple[float, float]:
        """How often the person is named with these words of roles: of the same country or body, and of whatever where
        that is not told. One of three who is called so is more likely meant than two of thirty."""
        vague = sum(self._words[word] for word, of in seen.meanings if not of and word not in persons.CROWNED)
        return sum(self._told[meaning] for meaning in seen.meanings) / (self.seen + 1), vague / (self.seen + 1)

    def may_hold(self, word: str, of: str) -> bool:
        """Is the person called so, and not of other countries alone?"""
        return self._words[word] > 0 and (not of or self._told[word, ""] > 0)


def _family(person: _Person, seen: Seen) -> bool:
    """Is the one word that somebody is named by the person's family name, and nothing else? "Tahir" is not that of
    Tahir bin Haakon, and "Paul" may be anybody."""
    word = seen.core[-1]
    first = person.core[0] == word and word in FAMILIES
    return first or (person.core[-1] == word and word not in GIVEN)


def _sure(seen: Seen, best: _Offices, total: int) -> bool:
    """Is somebody named by a family name the best of those who bear it, as hardly another is meant?

    Not if an office is told that the best never bears: whoever names a president in full tells it.
    """
    another = any(word in _HIGHEST and not best.may_hold(word, of) for word, of in seen.meanings)
    return not another and not seen.realms and best.seen >= DOMINANT * total


def _misspelt(made: list[_Person]) -> list[_Person]:
    """Join persons whose names are a spelling or a hyphen apart, the rarer to the commoner."""
    buckets: dict[tuple[str, str, str], list[_Person]] = defaultdict(list)
    run_together: dict[tuple[str, str], _Person] = {}
    for person in sorted(made, key=lambda p: (-len(p.seen), p.core)):
        if len(person.core) < 2:
            continue
        letters = kin.letters(person.core), person.generation
        bucket = buckets[*kin.twin(person.core), person.generation]
        alike = (p for p in bucket if persons.compatible(p.core, person.core))
        twin = run_together.get(letters) or next(alike, None)
        if twin is None:
            bucket.append(person)
            run_together[letters] = person
        else:
            twin.take(person.core, person.seen)
            person.seen = []
    return [p for p in made if p.seen]


def best_name(locals_: Iterable[Local]) -> str:
    """The name to show: the commonest full spelling, with the marks it has in any article."""
    locals_ = list(locals_)
    if len({local.name for local in locals_}) == 1:
        return locals_[0].name
    counts: Counter[str] = Counter()
    full: Counter[str] = Counter()
    for local in locals_:
        full[local.name] += 1
        counts.update(dict(local.spellings))
    alike: dict[str, list[str]] = defaultdict(list)
    for written in full:
        alike[fold(written)].append(written)
    most_words = max(_fullness(folded) for folded in alike)
    given: Counter[str] = Counter()
    for folded, spellings in alike.items():
        given[folded.split()[0] if folded.split() else ""] += sum(full[w] for w in spellings)

    def worth(folded: str) -> tuple[bool, int, int, int, str]:
        words = folded.split()
        weight = sum(full[w] for w in alike[folded])
        return (_fullness(folded) == most_words, given[words[0] if words else ""], weight, -len(words), folded)

    best = max(alike, key=worth)
    return max(alike[best], key=lambda w: (not w.isupper(), not w.isascii(), full[w], counts[w], w))


def _fullness(folded: str) -> int:
    """Whether a name has a given name beside the surname: 2 if so."""
    return min(sum(word not in PARTICLES for word in folded.split()), 2)
