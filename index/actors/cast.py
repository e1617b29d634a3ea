"""What is known of the actors of single articles, before it is known who is who."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from index.annotation.names import persons
from index.annotation.names.lists import GIVEN
from index.annotation.names.roles import meaning
from index.model import Actor, ActorKind
from index.words import fold

_T = TypeVar("_T")
_OFFICE = 4  # letters that no initials of a person have


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


@dataclass(slots=True, eq=False)
class Seen:
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
            self.core = core_of(self.local)
            self.generation = max((_generation(text) for text, _ in self.local.spellings), default="")
            if self.local.roles:
                self.meanings = frozenset((word, of or "") for role, of in self.local.roles for word in _meaning(role))
                self.realms = frozenset(of for word, of in self.meanings if word in persons.CROWNED)

    @property
    def order(self) -> tuple[str, str]:
        """Where it stands among others, whatever order they came in."""
        return self.article, self.local.id


def core_of(person: Local) -> tuple[str, ...]:
    """The words of a person's name that tell it apart, folded; never empty."""
    return telling_words(person.name) or (person.id,)


@lru_cache(maxsize=1 << 16)
def telling_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell persons apart, folded."""
    words = name.split()
    office = len(words) == 2 and len(words[0]) >= _OFFICE and words[0].isupper() and not words[1].isupper()
    if office and words[0].isalpha() and fold(words[1]) not in GIVEN:
        return persons.core(folded(words[1]))  # "SPEC Dahl"
    return persons.core(folded(name))


@lru_cache(maxsize=1 << 16)
def folded(name: str) -> tuple[str, ...]:
    """The words of a name, folded."""
    return tuple(fold(name).replace(".", " ").split())


@lru_cache(maxsize=1 << 16)
def _generation(name: str) -> str:
    return persons.generation(folded(name))


@lru_cache(maxsize=1 << 14)
def _meaning(role: str) -> frozenset[str]:
    return frozenset(meaning(tuple(fold(role).split())))


def commonest(counts: Counter[_T]) -> _T:
    """What was counted most often; among equals the last by name, so that it does not depend on their order."""
    return max(counts, key=lambda x: (counts[x], str(x)))
