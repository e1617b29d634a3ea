"""How words stand to each other, told from where an index says that they stand.

A paragraph begins with a position that no word has; an index keeps these positions, and where sentences begin. What
only a text can tell (how a word is written) is not asked here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.query.runs import Run, counted, runs
from index.query.tree import AtLeast, Exact, First, Leaf, Near, Node, Or, Phrase


def is_told_by_positions(node: Node) -> bool:
    """Whether positions are enough to tell if `node` is true."""
    match node:
        case Near(left, right):
            return is_told_by_positions(left) and is_told_by_positions(right)
        case First(_, part) | AtLeast(_, part):
            return is_told_by_positions(part)
        case Or(parts) | Phrase(parts):
            return all(map(is_told_by_positions, parts))
        case Exact():
            return False
    return isinstance(node, Leaf)


def asks_for_sentences(node: Node) -> bool:
    """Whether where sentences begin makes a difference."""
    match node:
        case Near(left, right, within):
            return within == "s" or asks_for_sentences(left) or asks_for_sentences(right)
        case First(_, part) | AtLeast(_, part):
            return asks_for_sentences(part)
        case Or(parts):
            return any(map(asks_for_sentences, parts))
    return False


def leaves(node: Node) -> Iterator[Leaf]:
    """The words and phrases of a node."""
    match node:
        case Near(left, right):
            yield from leaves(left)
            yield from leaves(right)
        case First(_, part) | AtLeast(_, part):
            yield from leaves(part)
        case Or(parts):
            for part in parts:
                yield from leaves(part)
        case _ if isinstance(node, Leaf):
            yield node


def stands(node: Node, begins: Sequence[int], sentences: Sequence[int], at: Mapping[Leaf, Sequence[int]]) -> bool:
    """Whether `node` is true of an article whose paragraphs and sentences begin so, and in which its words and phrases
    stand so (the positions of their first words, in order)."""
    ends = [*begins[1:], _NO_END]
    if isinstance(node, First):
        # Before paragraph n there are n gaps more than words.
        numbers = [n for n, begin in enumerate(begins) if begin - n <= node.words]
    else:
        numbers = sorted(_concerned(node, begins, at))
    paragraphs = [_Paragraph(begins[n], ends[n], sentences, at) for n in numbers]
    if isinstance(node, First | AtLeast):
        return any(counted(node, paragraphs))
    return any(runs(node, paragraph) for paragraph in paragraphs)


def _concerned(node: Node, begins: Sequence[int], at: Mapping[Leaf, Sequence[int]]) -> set[int]:
    """The numbers of the paragraphs that hold what has to stand in one."""
    match node:
        case Near(left, right):
            return _concerned(left, begins, at) & _concerned(right, begins, at)
        case Or(parts):
            return set[int]().union(*(_concerned(part, begins, at) for part in parts))
        case AtLeast(_, part):
            return _concerned(part, begins, at)
    return {bisect_right(begins, position) - 1 for leaf in leaves(node) for position in at.get(leaf, ())}


_NO_END = 1 << 32


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """The positions from `begin` to `end` as a `Where`; words count from the first of them."""

    begin: int
    end: int
    sentences: Sequence[int]
    at: Mapping[Leaf, Sequence[int]]

    def leaf(self, leaf: Leaf) -> list[Run]:
        longer = len(leaf.parts) - 1 if isinstance(leaf, Phrase) else 0
        found = self._found(leaf)
        return [Run(first, first + longer, ((first, first + longer),)) for first in (p - self.begin - 1 for p in found)]

    def may_hold(self, node: Node) -> bool:
        return any(map(self._found, leaves(node)))

    def by_sentence(self, found: list[Run]) -> Mapping[int, list[Run]]:
        sentences: dict[int, list[Run]] = {}
        for run in found:
            number = self._sentence(run.first)
            if number == self._sentence(run.last):
                sentences.setdefault(number, []).append(run)
        return sentences

    def count(self) -> int:
        return self.end - self.begin - 1

    def _found(self, leaf: Leaf) -> Sequence[int]:
        found = self.at.get(leaf, ())
        return found[bisect_left(found, self.begin) : bisect_left(found, self.end)]

    def _sentence(self, word: int) -> int:
        return bisect_right(self.sentences, self.begin + 1 + word)
