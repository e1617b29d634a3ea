"""Find actors by whatever a person types: any spelling, beginnings of names, initials, a letter wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from index.model import ActorLine
from index.words import fold

_WORD = re.compile(r"[^\W_]+")
_TYPO_CUTOFF = 0.75


class Lookup:
    """The actors of a corpus, ready to be looked up.

    `lines` come most prominent first, and that order is kept among equals; `spellings` are (actor, spelling).
    """

    def __init__(self, lines: Sequence[ActorLine], spellings: Iterable[tuple[str, str]]) -> None:
        self._lines = list(lines)
        of_actor: dict[str, set[tuple[str, ...]]] = {line.id: {_words(line.name)} for line in lines}
        for actor, spelling in spellings:
            if actor in of_actor:
                of_actor[actor].add(_words(spelling))
        self._spellings = [(line, of_actor[line.id]) for line in lines]
        self._words = sorted({w for names in of_actor.values() for name in names for w in name})

    def find(self, typed: str, limit: int) -> list[ActorLine]:
        """The actors that fit what was typed, best first; all of them where nothing was typed."""
        wanted = _words(typed)
        if not wanted:
            return self._lines[:limit]
        found = self._ranked(wanted) or self._ranked(self._mended(wanted))
        return found[:limit]

    def called(self, name: str) -> list[ActorLine]:
        """The actors that are called so: those with a spelling that is the whole of `name`, or else those with one that
        holds all its words. None for a name that nobody bears."""
        wanted = _words(name)
        whole = [line for line, names in self._spellings if wanted in names]
        parts = [line for line, names in self._spellings if any(set(wanted) <= set(own) for own in names)]
        return (whole or parts) if wanted else []

    def _ranked(self, wanted: tuple[str, ...]) -> list[ActorLine]:
        scored = [(score, i) for i, (_, names) in enumerate(self._spellings) if (score := _fit(wanted, names))]
        scored.sort(key=lambda x: (-x[0], x[1]))
        return [self._lines[i] for _, i in scored]

    def _mended(self, wanted: tuple[str, ...]) -> tuple[str, ...]:
        """What was typed, with each word that begins no name replaced by the name nearest to it."""
        return tuple(self._nearest(word) for word in wanted)

    def _nearest(self, word: str) -> str:
        if any(w.startswith(word) for w in self._words):
            return word
        near = get_close_matches(word, (w for w in self._words if w[0] == word[0]), n=1, cutoff=_TYPO_CUTOFF)
        return near[0] if near else word


def _words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(name)))


def _fit(wanted: tuple[str, ...], names: set[tuple[str, ...]]) -> int:
    """0: no. 2: a whole spelling. 1: beginnings of its words, or its initials: a name is typed from its beginning, so
    that the more prominent actor is meant more often than the one whose name happens to be complete."""
    if wanted in names:
        return 2
    return int(any(_begins(wanted, name) or _is_initials(wanted, name) for name in names))


def _begins(wanted: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return all(any(word.startswith(w) for word in name) for w in wanted)


def _is_initials(wanted: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return len(wanted) == 1 and len(name) > 1 and wanted[0] == "".join(word[0] for word in name)
