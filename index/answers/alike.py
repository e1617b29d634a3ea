"""Actors who may be one: few proposals, and good ones. A person decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from index.model import ActorLine, Alike
from index.store import Store
from index.words import fold

_MOST = 4
_LOOKED_AT = 12  # of the candidates, the most prominent
_BESIDE = 3  # actors that both are named with, at least, where no role is shared


def alike(store: Store, actor: str) -> tuple[Alike, ...]:
    """Who else may be this actor: alike in name, and with a role or with company in common."""
    own = next(iter(store.listed([actor])), None)
    if own is None or own.kind not in ("person", "organisation"):
        return ()
    near = (other for other, name in store.of_kind(own.kind) if other != actor and _near(own, name))
    named = store.listed([*islice(near, _LOOKED_AT)])
    company = store.beside(actor, [line.id for line in named])
    found = []
    for line in named:
        if line.role and own.role and fold(line.role) == fold(own.role):
            found.append((2, company[line.id], line, f"also {line.role}"))
        elif company[line.id] >= _BESIDE:
            found.append((1, company[line.id], line, f"named with the same {company[line.id]} others"))
    found.sort(key=lambda f: (-f[0], -f[1], f[2].id))
    return tuple(Alike(actor=line.id, name=line.name, why=why) for _, _, line, why in found[:_MOST])


def _near(own: ActorLine, name: str) -> bool:
    one, other = fold(own.name).split(), fold(name).split()
    if not one or not other:
        return False
    if own.kind == "organisation":
        return _initials(one) == "".join(other) or _initials(other) == "".join(one)
    return _same_surname(one, other) or _same_surname(other, one) or _misspelt(one, other)


def _same_surname(one: Sequence[str], other: Sequence[str]) -> bool:
    """Is one the surname of the other alone, or may the given names be one: "J.", "Joe", "Joseph", but not "Jill"?"""
    if one[-1] != other[-1]:
        return False
    if len(one) == 1 or len(other) == 1:
        return True
    return one[0][0] == other[0][0] and not _are_two(one[0], other[0])


def _are_two(given: str, other: str) -> bool:
    """Are both known as given names, and of two persons?"""
    from index.annotation.names import lists, persons  # here alone: they bring word lists

    return {given, other} <= lists.GIVEN and not persons.same_given(given, other)


def _misspelt(one: Sequence[str], other: Sequence[str]) -> bool:
    """The same given name, and surnames of nearly the same letters."""
    if len(one) < 2 or len(other) < 2 or one[0] != other[0] or one[-1][0] != other[-1][0]:
        return False
    from index.annotation.names.persons import distance  # here alone: it brings word lists

    return min(len(one[-1]), len(other[-1])) > 3 and 0 < distance(one[-1], other[-1]) < 3


def _initials(words: Iterable[str]) -> str:
    return "".join(word[0] for word in words if word not in ("of", "the", "and", "for")) if words else ""
