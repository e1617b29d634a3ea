"""Whom a name can meet: the keys under which actors of several articles may turn out to be one.

Those who share no key, not even through others, are never one. So it can be told who is who among kin alone, and a
corpus that grows by an article need not be gone through again.
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.actors.cast import Local, core_of, folded
from index.annotation.names import authority, persons
from index.annotation.names.cast import slug
from index.annotation.names.lists import ACTS, COMMON, FAMILIES, GIVEN, NATIONAL, OPENERS
from index.words import fold

ALIKE = 3
"""Surnames that are a spelling apart begin with this many letters alike."""

_SHORTEST = 4  # letters of a name of which it may be told that it lost a space
_VERBS = frozenset("stood took gave made went came left held led sent saw kept began wrote".split())
_NEXT = {w for w in ACTS | OPENERS | _VERBS if len(w) > 1} | {w for w in COMMON if w.endswith("ed") and len(w) > 3}
_FORCES = re.compile(r"-(?:military|troops|forces)$")
_OF = re.compile(r"(.+)-of-(?:the-)?(.+)")


def keys(local: Local) -> frozenset[str]:
    """The keys of an actor of one article; none for what is known by itself, as countries are."""
    return frozenset(_of_person(local) if local.kind == "person" else _of_body(local))


def _of_person(local: Local) -> set[str]:
    core = core_of(local)
    found = {f"surname {core[-1]}", *(f"surname {word}" for word in called(local))}
    found |= {f"body {acronym}" for acronym in acronyms(local)}
    found |= {f"surname {word}" for word in unglued(core[-1])}
    if len(core) > 1:
        found |= {f"spelt {' '.join(twin(core))}", f"letters {letters(core)}"}
        found |= {f"letters {turned(core)}"} if turned(core) else set()
    return found


def called(local: Local) -> tuple[str, ...]:
    """What a person is called but for the last word: "Xi" of "Xi Jinping", "Tahir" of "Tahir bin Haakon"."""
    core = core_of(local)
    first = len(core) > 1 and (core[0] in FAMILIES or not persons.SON_OF.isdisjoint(folded(local.name)))
    return core[:1] if first else ()


@lru_cache(maxsize=1 << 14)
def unglued(word: str) -> tuple[str, ...]:
    """The names that may have lost the space after them and become this word: "dahl" of "dahlsaid", "dahl'soffice"."""
    if "'s" in word[:-2]:
        return (word[: word.index("'s")],)
    return tuple(word[:end] for end in range(_SHORTEST, len(word)) if word[end:] in _NEXT)


def twin(core: tuple[str, ...]) -> tuple[str, str]:
    """What persons have in common whose names may be a spelling apart."""
    return persons.plain(core[0]), persons.plain(core[-1])[:ALIKE]


def letters(core: tuple[str, ...]) -> str:
    """A name without what parts its words: "Jong Un" and "Jong-un" are one."""
    return "".join(core).replace("-", "")


def turned(core: tuple[str, ...]) -> str:
    """The `letters` of a name with the family's first, or last, where it is told otherwise: "Kishida Fumio"; "" where
    both words may be given names ("Paul Thomas")."""
    return letters(core[::-1]) if len(core) == 2 and not GIVEN.issuperset(core) else ""


def _of_body(local: Local) -> set[str]:
    own = body(local.id)
    if own in authority.entries():
        return {f"body {id_}" for id_ in acronyms(local)}
    shouted = {f"surname {own}"} if acronyms(local) == {own} else set()
    return {f"body {id_}" for id_ in {own, *acronyms(local)}} | shouted


def acronyms(local: Local) -> set[str]:
    """The acronyms (as ids) that stand for somebody, as the article tells; not those that the table tells anyway."""
    found = [text for text, _ in local.spellings if text.isupper() and " " not in text]
    if not found:
        return set()
    entry = None if local.kind == "person" else authority.entries().get(body(local.id))
    return {slug(text) for text in found if entry is None or fold(text) not in entry.written}


@lru_cache(maxsize=1 << 14)
def body(id_: str) -> str:
    """One id for the ways to name a body of a country: "Norwegian troops" are the Norwegian armed forces, and the
    "Government of Norway" is the Norwegian government."""
    told = _OF.fullmatch(id_)
    if told and told[1] in NATIONAL and told[1] != "bank" and told[2] in authority.entries():
        return f"{told[2]}-{told[1]}"
    kind = _FORCES.search(id_)
    if kind and id_[: kind.start()] in authority.entries():
        return f"{id_[: kind.start()]}-armed-forces"
    return id_
