"""Find actors by whatever a person types: any spelling, beginnings of names, initials, a letter wrong."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from sys import intern

from index.model import ActorLine
from index.words import fold

_WORD = re.compile(r"[^\W_]+")
_LAST = "\U0010ffff"
_Name = tuple[str, ...]


class Lookup:
    """The actors of a corpus, ready to be looked up.

    `lines` come most prominent first, and that order is kept among equals; `spellings` are (actor, spelling).
    """

    def __init__(self, lines: Sequence[ActorLine], spellings: Iterable[tuple[str, str]]) -> None:
        self._lines = lines
        number: dict[str, int] = {}
        names: list[dict[_Name, None]] = []
        for n, line in enumerate(lines):
            number[line.id] = n
            names.append({_words(line.name): None})
        for actor, spelling in spellings:
            if actor in number:
                names[number[actor]][_words(spelling)] = None
        # Most names have one bearer: tuples take a quarter of the room of sets.
        self._names = [tuple(own) for own in names]
        bearing: dict[str, dict[int, None]] = defaultdict(dict)
        called: dict[_Name, list[int]] = defaultdict(list)
        self._initials: dict[str, set[int]] = defaultdict(set)
        for n, own in enumerate(self._names):
            for name in own:
                called[name].append(n)
                self._initials["".join(word[0] for word in name)].add(n)
                for word in name:
                    bearing[word][n] = None
        self._bearing = {word: tuple(numbers) for word, numbers in bearing.items()}  # whose names hold a word, in order
        self._called = {name: tuple(numbers) for name, numbers in called.items()}
        self._words = sorted(self._bearing)

    def find(self, typed: str, limit: int) -> list[ActorLine]:
        """The actors that fit what was typed, best first; all of them where nothing was typed."""
        wanted = _words(typed)
        if not wanted:
            return [*self._lines[:limit]]
        found = self._ranked(wanted) or self._ranked(self._mended(wanted))
        return [self._lines[n] for n in found[:limit]]

    def called(self, name: str) -> list[ActorLine]:
        """The actors that are called so: those with a spelling that is the whole of `name`, or else those with one that
        holds all its words. None for a name that nobody bears."""
        wanted = _words(name)
        if not wanted:
            return []
        found = self._called.get(wanted) or {
            n
            for n in set.intersection(*(set(self._bearing.get(word, ())) for word in wanted))
            if any(set(wanted) <= set(own) for own in self._names[n])
        }
        return [self._lines[n] for n in sorted(found)]

    def _ranked(self, wanted: _Name) -> list[int]:
        """Whole spellings and initials first, then beginnings of words: a name is typed from its beginning, so that the
        more prominent actor is meant more often than the one whose name happens to be complete."""
        whole = {*self._called.get(wanted, ()), *self._by_initials(wanted)}
        begun = self._begun(wanted) - whole
        return [*sorted(whole), *sorted(begun)]

    def _by_initials(self, wanted: _Name) -> set[int]:
        """Those with these initials, typed together or apart; of a name that is shown rather than of any spelling."""
        letters = "".join(wanted)
        if len(letters) < 2 or (len(wanted) > 1 and any(len(word) > 1 for word in wanted)):
            return set()
        found = self._initials.get(letters, set())
        shown = {n for n in found if "".join(word[0] for word in _words(self._lines[n].name)) == letters}
        return shown or found

    def _begun(self, wanted: _Name) -> set[int]:
        """Those of whom one name has a word for each that was typed, which begins so."""
        common = set.intersection(*map(self._holding, wanted))
        return {n for n in common if len(wanted) == 1 or any(_begins(wanted, name) for name in self._names[n])}

    def _holding(self, beginning: str) -> set[int]:
        first, last = bisect_left(self._words, beginning), bisect_left(self._words, beginning + _LAST)
        return set[int]().union(*(self._bearing[word] for word in self._words[first:last]))

    def _mended(self, wanted: _Name) -> _Name:
        """What was typed, with each word that begins no name replaced by the name nearest to it."""
        return tuple(self._nearest(word) for word in wanted)

    def _nearest(self, typed: str) -> str:
        """The word of a name that is nearest to one typed wrong; of equals, that of the most prominent actor."""
        at = bisect_left(self._words, typed)
        if self._words[at : at + 1] and self._words[at].startswith(typed):
            return typed
        allowed = len(typed) // 3
        first, last = bisect_left(self._words, typed[0]), bisect_left(self._words, typed[0] + _LAST)
        near = [
            (away, self._bearing[word][0], word)
            for word in self._words[first:last]
            if abs(len(word) - len(typed)) <= allowed and (away := _apart(word, typed, allowed)) <= allowed
        ]
        return min(near)[2] if near else typed


def _words(name: str) -> _Name:
    return tuple(map(intern, _WORD.findall(fold(name))))  # parts of names recur


def _begins(wanted: _Name, name: _Name) -> bool:
    return all(any(word.startswith(w) for word in name) for w in wanted)


def _apart(a: str, b: str, most: int) -> int:
    """How many letters must change, come, go or be swapped between two words; more than `most` is only told as more."""
    before: list[int] = []
    last, row = before, list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, last, row = last, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
