"""Whom one word means: a surname goes to the person whose role it bears, or to the one whom nearly all articles mean.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from index.actors.cast import Seen, commonest
from index.actors.person import Person
from index.annotation.names import persons
from index.annotation.names.lists import FAMILIES, GIVEN

DOMINANT = 0.8
"""Of the articles that name a surname in full: then the surname alone means that person."""
_SELDOM = 4  # articles: who is named in no more is not known to be usually called so
_HIGHEST = frozenset(("president", "prime"))  # words of roles that tell who is meant


def give(alone: list[Seen], made: list[Person]) -> list[Person]:
    """Give those named by one word to whom they mean of those made already; who is left, as persons of their own."""
    offices = [_Offices(p.seen) for p in made]
    rest: dict[tuple[str, str], Person] = {}
    meant: dict[tuple[frozenset[tuple[str, str]], str], Person | None] = {}
    realm = commonest(Counter(of for s in alone for of in s.realms if of) or Counter([""]))
    for seen in alone:
        asked = seen.meanings, seen.generation
        if asked not in meant:
            meant[asked] = _meant(seen, made, offices)
        person = meant[asked]
        if person is None:
            of = max(seen.realms) or realm if seen.realms else ""
            person = rest.setdefault((of, seen.generation), Person(seen.core, seen.generation))
        person.take(seen.core, [seen])
    return list(rest.values())


def _meant(seen: Seen, made: Sequence[Person], offices: Sequence[_Offices]) -> Person | None:
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
        whole = self.seen + _SELDOM
        return sum(self._told[meaning] for meaning in seen.meanings) / whole, vague / whole

    def may_hold(self, word: str, of: str) -> bool:
        """Is the person called so, and not of other countries alone?"""
        return self._words[word] > 0 and (not of or self._told[word, ""] > 0)


def _family(person: Person, seen: Seen) -> bool:
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
