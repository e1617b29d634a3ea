"""Where words stand in some stretches of a text, and how they stand to each other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice

from index.query.letters import root
from index.query.runs import Run, counted, runs
from index.query.searchable import Place, Reading, Stretch
from index.query.tree import AtLeast, Exact, First, Fuzzy, Leaf, Near, Node, One, Or, Phrase, Prefix, Word
from index.words import Token, close, meanings, stem, tokens, written


def standing(node: Node, reading: Reading) -> list[Place]:
    """The places of words, phrases, alternatives of them, of what is near to what; of what stands among the first
    words of all, or often enough. Not always in order."""
    if isinstance(node, Leaf):
        return [*chain.from_iterable(_leaf(node, reading).values())]
    each = [_InText(reading, number) for number in range(len(reading.places))]
    if isinstance(node, First | AtLeast):
        found = counted(node, each)
    elif isinstance(node, Near | Or):
        found = [runs(node, where) for where in each]
    else:
        raise TypeError(node)
    return [place for some, where in zip(found, each, strict=True) for place in where.places(some)]


@dataclass(frozen=True, slots=True)
class _InText:
    """One stretch of a text as a `Where`."""

    reading: Reading
    number: int

    def leaf(self, leaf: Leaf) -> list[Run]:
        places = _leaf(leaf, self.reading).get(self.number)
        if places is None:
            return []
        starts = self._stretch.starts
        ends = [(bisect_left(starts, start), bisect_left(starts, end) - 1) for start, end in places]
        return [Run(first, last, ((first, last),)) for first, last in ends]

    def may_hold(self, node: Node) -> bool:
        match node:
            case Or(parts):
                return any(map(self.may_hold, parts))
            case Near(left, right):
                return self.may_hold(left) and self.may_hold(right)
        return not isinstance(node, Leaf) or self.number in _leaf(node, self.reading)

    def by_sentence(self, found: list[Run]) -> Mapping[int, list[Run]]:
        sentences: dict[int, list[Run]] = {}
        begins, starts = self._stretch.sentences, self._stretch.starts
        for run in found:
            number = bisect_right(begins, starts[run.first])
            if number == bisect_right(begins, starts[run.last]):
                sentences.setdefault(number, []).append(run)
        return sentences

    def count(self) -> int:
        return len(self._stretch.tokens)

    def places(self, found: list[Run]) -> Iterator[Place]:
        """Where the parts of runs stand in the text."""
        for run in found:
            for first, last in run.parts:
                yield self._stretch.tokens[first].start, self._stretch.tokens[last].end

    @property
    def _stretch(self) -> Stretch:
        return self.reading.stretches[self.number]


def _leaf(leaf: Leaf, reading: Reading) -> dict[int, list[Place]]:
    """The places of a word, or of words one after the other, by the number of the stretch that holds some."""
    if leaf not in reading.found:
        reading.found[leaf] = found = defaultdict[int, list[Place]](list)
        asked = [*map(_asked, leaf.parts if isinstance(leaf, Phrase) else (leaf,))]
        for number, place in _looked_for(asked, reading):
            found[number].append(place)
    return reading.found[leaf]


def _looked_for(asked: list[_Asked], reading: Reading) -> Iterator[tuple[int, Place]]:
    """Where the words that are asked for stand, in order, with the number of the stretch."""
    letters, text = reading.letters, reading.letters.text
    if not all(part.letters in text and part.may_be_in(letters.rough) for part in asked):
        return
    begin = letters.begin(asked[0].roots)
    in_piece = asked[0].in_piece
    for number, at, piece in _all_pieces(reading) if begin is None else _pieces(reading, begin):
        for first, last in in_piece(piece):
            end = at + last if len(asked) == 1 else _end(asked, text, at, at + first, reading.places[number][1])
            if end is not None:
                yield number, (at + first, end)


def _all_pieces(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """What stands between spaces: the number of its stretch, its offset, itself. No word goes over a space."""
    for number, (start, end) in enumerate(reading.places):
        for piece in reading.letters.text[start:end].split(" "):
            yield number, start, piece
            start += len(piece) + 1


def _pieces(reading: Reading, begin: list[int]) -> Iterator[tuple[int, int, str]]:
    """The same, but only where something begins."""
    text, (starts, ends), after = reading.letters.text, reading.edges, 0
    for at in sorted({*begin, *reading.torn}) if reading.torn else begin:
        number = bisect_right(starts, at) - 1
        if at < after or number < 0 or at >= ends[number]:
            continue
        start, end = starts[number], ends[number]
        first, after = max(text.rfind(" ", start, at) + 1, start), text.find(" ", at, end)
        if after < 0:
            after = end
        yield number, first, text[first:after]


def _end(asked: list[_Asked], text: str, piece: int, first: int, limit: int) -> int | None:
    """Where the words end that are asked for, if they are those from `first` on; `piece` begins with a word."""
    row = [*islice((token for token in tokens(text, piece, limit) if token.start >= first), len(asked))]
    return row[-1].end if _are(asked, text, row) else None


def _are(asked: list[_Asked], text: str, row: Sequence[Token]) -> bool:
    """Whether some words, from the first on, are those that are asked for."""
    return len(row) >= len(asked) and all(
        part[token.word] and part.fits(text[token.start : token.end])
        for part, token in zip(asked, row, strict=False)
    )


@lru_cache(maxsize=64)
def _asked(part: One) -> _Asked:
    return _Asked(part)


class _Asked(dict[str, bool]):
    """For every word, whether it is one that `part` asks for. One query goes over many articles, and words recur."""

    def __init__(self, part: One) -> None:
        super().__init__()
        self.test, self.roots = _test(part)
        self.text = part.text if isinstance(part, Exact) else None
        self._in_piece: dict[str, list[Place]] = {}
        # Letters that are written in one way only.
        self.letters = self.text if self.text and self.text.isascii() and self.text.isalnum() else ""

    def in_piece(self, piece: str) -> list[Place]:
        """Where such words stand in a piece of a text; remembered, because what stands between spaces recurs."""
        if piece not in self._in_piece:
            self._in_piece[piece] = [
                (start, end) for start, end, word in tokens(piece) if self[word] and self.fits(piece[start:end])
            ]
        return self._in_piece[piece]

    def may_be_in(self, letters: str) -> bool:
        """Whether a text with these letters (`Letters.rough`) can hold such a word."""
        return any(root in letters for root in self.roots)

    def fits(self, piece: str) -> bool:
        """Whether such a word is written as it is asked for."""
        return self.text is None or written(piece) == self.text

    def __missing__(self, word: str) -> bool:
        self[word] = asked = self.test(word)
        return asked


def _test(part: One) -> tuple[Callable[[str], bool], set[str]]:
    """What is asked of a word, and letters one of which stand wherever such a word does."""
    match part:
        case Word(word):
            stems = frozenset(map(stem, meanings(word)))
            return (lambda other: stem(other) in stems), set(map(root, stems))
        case Prefix(beginning):
            return (lambda other: other.startswith(beginning)), {root(beginning, whole=True)}
        case Exact(word):
            return (lambda other: other == word), {root(word, whole=True)}
        case Fuzzy(among=frozenset() as among):
            return among.__contains__, {root(word, whole=True) for word in among}
        case Fuzzy(word, letters):
            return (lambda other: close(word, other, letters)), {""}
