"""How words stand to each other, wherever it is known where they stand: in a text, or in an index."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple, Protocol

from index.query.tree import AtLeast, First, Leaf, Near, Node, Or


class Run(NamedTuple):
    """A place that answers: from one word of a stretch to another, both counted, and the parts of it to be marked."""

    first: int
    last: int
    parts: tuple[tuple[int, int], ...]


class Where(Protocol):
    """A stretch of words of which it is known where some of them stand."""

    def leaf(self, leaf: Leaf) -> list[Run]:
        """Where a word or phrase stands, in order."""

    def may_hold(self, node: Node) -> bool:
        """Whether there may be any of it; a guess that costs little."""

    def by_sentence(self, found: list[Run]) -> Mapping[int, list[Run]]:
        """The runs in each sentence; those that go over its end are in none."""

    def count(self) -> int:
        """How many words there are."""


@dataclass(frozen=True, slots=True)
class _Beginning:
    """The first words of a stretch, as a `Where`."""

    where: Where
    words: int

    def leaf(self, leaf: Leaf) -> list[Run]:
        return [run for run in self.where.leaf(leaf) if run.last < self.words]

    def may_hold(self, node: Node) -> bool:
        return self.where.may_hold(node)

    def by_sentence(self, found: list[Run]) -> Mapping[int, list[Run]]:
        return self.where.by_sentence(found)

    def count(self) -> int:
        return min(self.words, self.where.count())


def runs(node: Node, where: Where) -> list[Run]:
    """What answers `node` in one stretch, without doubles, in order."""
    match node:
        case Or(parts):
            return sorted(set(chain.from_iterable(runs(part, where) for part in parts)))
        case Near(left, right, within):
            if not (where.may_hold(left) and where.may_hold(right)):
                return []
            one, other = runs(left, where), runs(right, where)
            if not isinstance(within, int):
                return list(_sharing(one, other, where if within == "s" else None))
            after = _followed(one, other, within, node.ordered)
            return sorted({*after, *([] if node.ordered else _followed(other, one, within, False))})
    if not isinstance(node, Leaf):
        raise TypeError(node)
    return where.leaf(node)


def counted(node: First | AtLeast, stretches: Iterable[Where]) -> list[list[Run]]:
    """By stretch, what stands among the first words of all; or all there is, if it is enough; else nothing."""
    found: list[list[Run]] = []
    before = 0
    for where in stretches:
        if isinstance(node, First):
            found.append(runs(node.part, _Beginning(where, node.words - before)) if before < node.words else [])
            before += where.count()
        else:
            found.append(runs(node.part, where))
    if isinstance(node, AtLeast) and sum(map(len, found)) < node.times:
        return [[] for _ in found]
    return found


def _followed(one: list[Run], other: list[Run], within: int, ordered: bool) -> Iterator[Run]:
    """Each of `one` with each of `other` that begins after it, at most so many words on; unless `ordered`, also with
    what stands between its parts. `other` is in order."""
    for run in one:
        for after in other[bisect_right(other, run.last if ordered else run.first, key=_first) :]:
            if after.first - run.last > within:
                break
            if after.first > run.last or _disjoint(run, after):
                yield Run(run.first, max(run.last, after.last), run.parts + after.parts)


def _first(run: Run) -> int:
    return run.first


def _sharing(one: list[Run], other: list[Run], where: Where | None) -> Iterator[Run]:
    """For each sentence (or the whole stretch, without `where`) that holds both, side by side: all it holds of them."""
    lefts, rights = (where.by_sentence(side) if where else {0: side} for side in (one, other))
    for number, left in lefts.items():
        right = rights.get(number, [])
        if left and right and (_apart(left, right) or _apart(right, left) or _interlocked(left, right)):
            both = sorted({*left, *right})
            parts = tuple(sorted({part for run in both for part in run.parts}))
            yield Run(both[0].first, max(run.last for run in both), parts)


def _apart(left: list[Run], right: list[Run]) -> bool:
    """Whether one of the first ends before one of the others begins."""
    return min(run.last for run in left) < max(run.first for run in right)


def _interlocked(left: list[Run], right: list[Run]) -> bool:
    """Whether one stands between the parts of another. Where none ends before another begins, there are few."""
    return any(_disjoint(one, other) for one in left for other in right)


def _disjoint(one: Run, other: Run) -> bool:
    """Whether no word is part of both."""
    return all(last < start or end < first for first, last in one.parts for start, end in other.parts)
