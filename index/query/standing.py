"""Where words stand in stretches of text, and how they stand to each other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice

from index.query.runs import Run, counted, runs
from index.query.searchable import Place, Stretch
from index.query.tree import AtLeast, Exact, First, Fuzzy, Leaf, Node, Phrase, Prefix, Word, wanted
from index.words import are_plain, close, meanings, plain, root, stem, tokens, written


def standing(node: Node, stretches: Iterable[Stretch]) -> list[Place]:
    """The places of words, phrases, alternatives of them, and of what is near to what; not always in order."""
    if isinstance(node, Word | Prefix | Exact | Phrase):
        asked = [*map(_asked, node.parts if isinstance(node, Phrase) else (node,))]
        return [place for stretch in stretches for place in _next_to_each_other(asked, stretch)]
    return [place for stretch in stretches for place in _places(runs(node, _InText(stretch)), stretch)]


def counted_places(node: First | AtLeast, stretches: Sequence[Stretch]) -> list[Place]:
    """The places among the first words of all stretches; or all places, if there are enough of them."""
    found = counted(node, map(_InText, stretches))
    return [place for some, stretch in zip(found, stretches, strict=True) for place in _places(some, stretch)]


def _next_to_each_other(asked: list[_Asked], stretch: Stretch) -> list[Place]:
    """The places of a word, or of words one after the other: the first is looked for by its letters, and by all words
    only where these are not plain."""
    text = stretch.text
    if any(part.letters and text.find(part.letters, stretch.start, stretch.end) < 0 for part in asked):
        return []
    firsts = _plainly(asked[0], stretch)
    if firsts is None:
        return _places(_in_sequence(asked, stretch), stretch)
    ends = ((start, _end(asked, text, start, stretch.end)) for start, _ in firsts)
    return [(start, end) for start, end in ends if end is not None]


def _end(asked: list[_Asked], text: str, start: int, limit: int) -> int | None:
    """Where the words from `start` on end, if they are those that are asked for."""
    row = [*islice(tokens(text, start, limit), len(asked))]
    if len(row) < len(asked):
        return None
    fit = all(part[word] and part.fits(text[at:to]) for part, (at, to, word) in zip(asked, row, strict=True))
    return row[-1].end if fit else None


def _plainly(asked: _Asked, stretch: Stretch) -> list[Place] | None:
    """Where a word stands, if its letters tell; else `None`."""
    letters = stretch.rough
    if letters is None or not asked.plain:
        return None
    if not asked.may_be_in(letters):
        return []
    # Letters with signs between them are more in `letters` than in the text.
    lower = stretch.text[stretch.start : stretch.end].lower()
    if any(letters.count(root) != lower.count(root) for root in asked.roots):
        return None
    found = plain(asked.roots, stretch.text, stretch.start, stretch.end)
    return None if found is None else [(start, end) for start, end, word in found if asked[word]]


def _places(found: list[Run], stretch: Stretch) -> list[Place]:
    if not found:
        return []
    parts = [part for run in found for part in run.parts]
    at = stretch.places(chain.from_iterable(parts))
    return [(at[first][0], at[last][1]) for first, last in parts]


@dataclass(frozen=True, slots=True)
class _InText:
    """A stretch of a text as a `Where`."""

    stretch: Stretch

    def leaf(self, leaf: Leaf) -> list[Run]:
        return _in_sequence([*map(_asked, leaf.parts if isinstance(leaf, Phrase) else (leaf,))], self.stretch)

    def may_hold(self, node: Node) -> bool:
        letters = self.stretch.rough
        return letters is None or any(_asked(part).may_be_in(letters) for _, part in wanted(node))

    def by_sentence(self, found: list[Run]) -> dict[int, list[Run]]:
        sentences: dict[int, list[Run]] = {}
        begins = self.stretch.sentences
        at = self.stretch.places(edge for run in found for edge in (run.first, run.last))
        for run in found:
            number = bisect_right(begins, at[run.first][0])
            if number == bisect_right(begins, at[run.last][0]):
                sentences.setdefault(number, []).append(run)
        return sentences

    def count(self) -> int:
        return len(self.stretch.words)


def _in_sequence(asked: list[_Asked], stretch: Stretch) -> list[Run]:
    """Where the words that are asked for stand one after the other."""
    letters = stretch.rough
    if letters is not None and not all(part.may_be_in(letters) for part in asked):
        return []
    words, last = stretch.words, len(asked) - 1
    starts = [at for at, word in enumerate(words[: len(words) - last]) if asked[0][word]]
    for after, part in enumerate(asked[1:], 1):
        starts = [at for at in starts if part[words[at + after]]]
    for after, part in enumerate(asked):
        if part.text is not None:
            places = stretch.places(at + after for at in starts)
            starts = [at for at in starts if part.fits(stretch.text[slice(*places[at + after])])]
    return [Run(at, at + last, ((at, at + last),)) for at in starts]


@lru_cache(maxsize=64)
def _asked(part: Word | Prefix | Exact | Fuzzy) -> _Asked:
    return _Asked(part)


class _Asked(dict[str, bool]):
    """For every word, whether it is one that `part` asks for. One query goes over many articles, and words recur."""

    def __init__(self, part: Word | Prefix | Exact | Fuzzy) -> None:
        super().__init__()
        self.test, self.roots = _test(part)
        self.text = part.text if isinstance(part, Exact) else None
        # Letters that are written in one way only.
        self.letters = self.text if self.text and self.text.isascii() and self.text.isalnum() else ""
        self.plain = are_plain(self.roots)

    def may_be_in(self, letters: str) -> bool:
        """Whether a stretch with these letters can hold such a word."""
        return any(root in letters for root in self.roots)

    def fits(self, piece: str) -> bool:
        """Whether such a word is written as it is asked for."""
        return self.text is None or written(piece) == self.text

    def __missing__(self, word: str) -> bool:
        self[word] = asked = self.test(word)
        return asked


def _test(part: Word | Prefix | Exact | Fuzzy) -> tuple[Callable[[str], bool], set[str]]:
    """What is asked of a word, and letters one of which stand wherever such a word does."""
    match part:
        case Word(word):
            stems = frozenset(map(stem, meanings(word)))
            return (lambda other: stem(other) in stems), set(map(root, stems))
        case Prefix(beginning):
            return (lambda other: other.startswith(beginning)), {root(beginning, whole=True)}
        case Exact(word):
            return (lambda other: other == word), {root(word, whole=True)}
        case Fuzzy(word, letters):
            return (lambda other: close(word, other, letters)), {""}
