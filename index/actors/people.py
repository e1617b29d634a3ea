"""Which persons of single articles are one person. What comes out does not depend on the order of the articles.

Persons are sought among those of one surname: full names with agreeing given names are one; then it is told whom one
word means (`index.actors.alone`); then names that are a spelling apart are joined. Whoever is compared has a key in
common (`index.actors.kin`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from index.actors import alone, kin
from index.actors.cast import Local, Seen, telling_words
from index.actors.person import Person
from index.annotation.names import persons
from index.annotation.names.lists import COMMON, GIVEN, MODIFIERS
from index.words import fold

_KNOWN, _SELDOM = 10, 2  # articles that name somebody
_LONG = 5  # letters of a word that may end in "ing" or "ed" and be no name
_SAYING = COMMON | MODIFIERS  # what an epithet may be
_NEARLY_ALL = 0.9  # of the articles that name a surname in full
_BESIDE = 0.5  # of the articles that name a "Jr" name the father beside him: then they are two


def groups(people: Iterable[Seen]) -> list[list[Seen]]:
    """All persons, each as those seen of them; the most often seen first."""
    by_surname: dict[str, list[Seen]] = defaultdict(list)
    for seen in _unglued(list(people)):
        by_surname[seen.core[-1]].append(seen)
    made: dict[str, list[Person]] = {}
    first: dict[str, list[Person]] = defaultdict(list)
    for surname in sorted(by_surname):
        made[surname] = _of_one_surname(by_surname[surname])
        for person in made[surname]:
            for called in {word for seen in person.seen for word in kin.called(seen.local)}:
                first[called].append(person)
    everybody = [p for group in made.values() for p in group]
    for word in sorted(by_surname):
        one_word = [seen for seen in by_surname[word] if len(seen.core) == 1]
        if not one_word:
            continue
        everybody += alone.give(one_word, made[word] + [p for p in first[word] if p.core[-1] != word])
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


def _of_one_surname(people: list[Seen]) -> list[Person]:
    _forget_generations(people)
    by_name: dict[tuple[tuple[str, ...], str], list[Seen]] = defaultdict(list)
    for seen in people:
        by_name[seen.core, seen.generation].append(seen)
    made: list[Person] = []
    full = [name for name in by_name if len(name[0]) > 1]
    for core, generation in sorted(full, key=lambda n: (-len(by_name[n]), n)):
        known = (p for p in made if p.generation == generation)
        fitting = [p for p in known if p.agrees(core)]
        person = max(fitting, key=lambda p: len(p.seen), default=None)
        if person is None:
            person = Person(core, generation)
            made.append(person)
        person.take(core, by_name[core, generation])
    return _without_epithets(made)


def _without_epithets(made: list[Person]) -> list[Person]:
    """Take "Enraged Dahl" for the Dahl whom nearly all mean; "Joy Dahl" only where that one is not named beside her."""
    known = max(made, key=lambda p: len(p.seen), default=None)
    if known is None or len(known.seen) < max(_KNOWN, _NEARLY_ALL * sum(len(p.seen) for p in made)):
        return made
    articles = {seen.article for seen in known.seen}
    odd = [
        p for p in made
        if len(p.seen) == 1 and p.generation == known.generation and p.core[0] not in GIVEN
        and (_is_formed(p.core[0]) or (p.core[0] in _SAYING and p.seen[0].article not in articles))
    ]  # fmt: skip
    for person in odd:
        known.take(person.core, person.seen)
    return [p for p in made if p not in odd]


def _is_formed(word: str) -> bool:
    """Does a word say by its form that it is no name: "enraged", "disavowing", "then-senator"?"""
    return word.startswith(("then-", "ex-")) or (len(word) > _LONG and word.endswith(("ing", "ed")))


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
    without = [
        group for group in sons.values()
        if sum(any(s.generation != son.generation for s in beside[son.article]) for son in group) < _BESIDE * len(group)
    ]  # fmt: skip
    for son in (son for group in without for son in group):  # only now, for they are compared with each other
        son.generation = ""


def _misspelt(made: list[Person]) -> list[Person]:
    """Join persons whose names are a spelling or a hyphen apart, the rarer to the commoner."""
    buckets: dict[tuple[str, str, str], list[Person]] = defaultdict(list)
    run_together: dict[tuple[str, str], Person] = {}
    for person in sorted(made, key=lambda p: (-len(p.seen), p.core)):
        if len(person.core) < 2:
            continue
        letters = kin.letters(person.core), person.generation
        bucket = buckets[*kin.twin(person.core), person.generation]
        alike = (p for p in bucket if persons.compatible(p.core, person.core))
        turned = kin.turned(person.core)
        twin = run_together.get(letters) or run_together.get((turned, person.generation)) or next(alike, None)
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
    full_as = {folded: max(map(_fullness, spellings)) for folded, spellings in alike.items()}
    most_words = max(full_as.values())
    given: Counter[str] = Counter()
    for folded, spellings in alike.items():
        given[folded.split()[0] if folded.split() else ""] += sum(full[w] for w in spellings)

    def worth(folded: str) -> tuple[bool, int, int, int, str]:
        words = folded.split()
        weight = sum(full[w] for w in alike[folded])
        return (full_as[folded] == most_words, given[words[0] if words else ""], weight, -len(words), folded)

    best = max(alike, key=worth)
    return max(alike[best], key=lambda w: (not w.isupper(), not w.isascii(), full[w], counts[w], w))


def _fullness(name: str) -> int:
    """Whether a name has a given name beside the surname: 2 if so."""
    return min(len(telling_words(name)), 2)
