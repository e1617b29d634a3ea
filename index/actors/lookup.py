"""Find actors by whatever a person types: any spelling, beginnings of names, initials, a letter wrong."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, islice

from index.model import ActorLine
from index.words import fold

_WORD = re.compile(r"[^\W_]+")
_REST = "[^ ]*"  # of a word that is begun
_Name = tuple[str, ...]


class Lookup:
    """The actors of a corpus, ready to be looked up.

    `actors` are their numbers, the most prominent first, and that order is kept among equals; `lines` gives those of
    some numbers, and `names` all names of each actor, in order. They are read once somebody is looked for, and kept as
    one text: of forty thousand actors, that is sought through in some milliseconds, and takes a thirtieth of the room
    of tables (measured).
    """

    def __init__(
        self,
        actors: Sequence[int],
        lines: Callable[[Sequence[int]], list[ActorLine]],
        names: Callable[[], Iterable[Iterable[str]]],
    ) -> None:
        self._actors = actors
        self._lines = lines
        self._names = names

    def find(self, typed: str, limit: int) -> list[ActorLine]:
        """The actors that fit what was typed, best first; all of them where nothing was typed."""
        wanted = _words(typed)
        if not wanted:
            return self._lines(self._actors[:limit])
        found = [*islice(self._ranked(wanted), limit)] or islice(self._ranked(self._mended(wanted)), limit)
        return self._of(found)

    def called(self, name: str) -> list[ActorLine]:
        """The actors that are called so: those with a spelling that is the whole of `name`, or else those with one that
        holds all its words. None for a name that nobody bears."""
        wanted = _words(name)
        if not wanted:
            return []
        found = [*self._with(_whole(wanted))] or [
            n for n in self._with(f" {_longest(wanted)} ") if any({*wanted} <= {*own} for own in self._names_of(n))
        ]
        return self._of(found)

    def _of(self, places: Iterable[int]) -> list[ActorLine]:
        return self._lines([self._actors[n] for n in places])

    @cached_property
    def _text(self) -> tuple[str, Sequence[int]]:
        """All names, words between single spaces, and where those of each actor begin."""
        each = ["".join(dict.fromkeys(_whole(_words(name)) for name in own)) for own in self._names()]
        return "".join(each), array("I", accumulate(map(len, each), initial=0))

    def _with(self, words: str) -> Iterator[int]:
        """Those whose names hold some words as `_text` has them, in order."""
        text, begins = self._text
        at = text.find(words)
        while at >= 0:
            n = bisect_right(begins, at) - 1
            yield n
            at = text.find(words, begins[n + 1])

    def _names_of(self, n: int) -> Iterator[_Name]:
        text, begins = self._text
        return (tuple(name.split()) for name in text[begins[n] : begins[n + 1]].splitlines())

    def _ranked(self, wanted: _Name) -> Iterator[int]:
        """Whole spellings and initials first, then beginnings of words: a name is typed from its beginning, so that the
        more prominent actor is meant more often than the one whose name happens to be complete."""
        whole = {*self._with(_whole(wanted)), *self._by_initials(wanted)}
        yield from sorted(whole)
        yield from (n for n in self._begun(wanted) if n not in whole)

    def _by_initials(self, wanted: _Name) -> set[int]:
        """Those with these initials, typed together or apart; of a name that is shown rather than of any spelling."""
        letters = "".join(wanted)
        if len(letters) < 2 or (len(wanted) > 1 and any(len(word) > 1 for word in wanted)):
            return set()
        text, begins = self._text
        name = re.compile(_whole(tuple(re.escape(letter) + _REST for letter in letters)))
        found = {bisect_right(begins, match.start()) - 1 for match in name.finditer(text)}
        return {n for n in found for line in self._of([n]) if name.match(_whole(_words(line.name)))} or found

    def _begun(self, wanted: _Name) -> Iterator[int]:
        """Those of whom one name has a word for each that was typed, which begins so."""
        for n in self._with(f" {_longest(wanted)}"):
            if len(wanted) == 1 or any(_begins(wanted, name) for name in self._names_of(n)):
                yield n

    def _mended(self, wanted: _Name) -> _Name:
        """What was typed, with each word that begins no name replaced by the name nearest to it."""
        return tuple(self._nearest(word) for word in wanted)

    def _nearest(self, typed: str) -> str:
        """The word of a name that is nearest to one typed wrong; of equals, that of the most prominent actor."""
        text, _ = self._text
        if f" {typed}" in text:
            return typed
        allowed = len(typed) // 3
        others = dict.fromkeys(re.findall(f" ({re.escape(typed[0])}{_REST})", text))
        near = [
            (away, at, word)
            for at, word in enumerate(others)
            if abs(len(word) - len(typed)) <= allowed and (away := _apart(word, typed, allowed)) <= allowed
        ]
        return min(near)[2] if near else typed


def _words(name: str) -> _Name:
    return tuple(_WORD.findall(fold(name)))


def _whole(name: _Name) -> str:
    """A name as it stands among all."""
    return f"\t {' '.join(name)} \n"


def _longest(name: _Name) -> str:
    """The word of a name that tells most."""
    return max(name, key=len)


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
