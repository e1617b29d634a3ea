"""Where words stand in stretches of text, and how they stand to each other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from index.query.searchable import Place, Stretch
from index.query.tree import AtLeast, Exact, First, Fuzzy, Near, Node, Or, Phrase, Prefix, Word, wanted
from index.words import beginning, close, meanings, plain, root, stem, written


class _Run(NamedTuple):
    """A place that answers: from one word of a stretch to another, both counted, and the parts of it to be marked."""

    first: int
    last: int
    parts: tuple[tuple[int, int], ...]


def standing(node: Node, stretches: Iterable[Stretch]) -> list[Place]:
    """The places of words, phrases, alternatives of them, and of what is near to what; not always in order."""
    if isinstance(node, Word | Prefix):
        asked = _asked(node)
        return [place for stretch in stretches for place in _alone(asked, stretch)]
    return [place for stretch in stretches for place in _places(_runs(node, stretch), stretch)]


def _alone(asked: _Asked, stretch: Stretch) -> list[Place]:
    """The places of one word: looked for by its letters, and by all words only where these are not plain."""
    letters = stretch.rough
    if letters is not None and asked.pattern:
        if not asked.may_be_in(letters):
            return []
        # Letters with signs between them are more in `letters` than in the text.
        lower = stretch.text[stretch.start : stretch.end].lower()
        if all(letters.count(root) == lower.count(root) for root in asked.roots):
            found = plain(asked.pattern, stretch.text, stretch.start, stretch.end)
            if found is not None:
                return [(start, end) for start, end, word in found if asked[word]]
    return _places(_in_sequence([asked], stretch), stretch)


def counted(node: First | AtLeast, stretches: Iterable[Stretch]) -> list[Place]:
    """The places among the first words of all stretches; or all places, if there are enough of them."""
    found: list[tuple[list[_Run], Stretch]] = []
    before = 0
    for stretch in stretches:
        limit = len(stretch.words) if isinstance(node, AtLeast) else node.words - before
        found.append(([run for run in _runs(node.part, stretch) if run.last < limit], stretch))
        before += len(stretch.words)
    if isinstance(node, AtLeast) and sum(len(runs) for runs, _ in found) < node.times:
        return []
    return [place for runs, stretch in found for place in _places(runs, stretch)]


def _places(runs: list[_Run], stretch: Stretch) -> list[Place]:
    if not runs:
        return []
    parts = [part for run in runs for part in run.parts]
    at = stretch.places(chain.from_iterable(parts))
    return [(at[first][0], at[last][1]) for first, last in parts]


def _runs(node: Node, stretch: Stretch) -> list[_Run]:
    """What answers `node` in one stretch, without doubles, in order."""
    match node:
        case Or(parts):
            return sorted(set(chain.from_iterable(_runs(part, stretch) for part in parts)))
        case Near(left, right, within):
            if not (_may_hold(left, stretch) and _may_hold(right, stretch)):
                return []
            one, other = _runs(left, stretch), _runs(right, stretch)
            if not isinstance(within, int):
                return list(_sharing(one, other, stretch.sentences if within == "s" else [], stretch))
            after = _followed(one, other, within)
            return sorted({*after, *([] if node.ordered else _followed(other, one, within))})
        case Phrase(parts):
            return _in_sequence([_asked(part) for part in parts], stretch)
        case Word() | Prefix() | Exact() | Fuzzy():
            return _in_sequence([_asked(node)], stretch)
    raise TypeError(node)


def _may_hold(node: Node, stretch: Stretch) -> bool:
    letters = stretch.rough
    return letters is None or any(_asked(part).may_be_in(letters) for _, part in wanted(node))


def _followed(one: list[_Run], other: list[_Run], within: int) -> Iterator[_Run]:
    """Each of `one` with each of `other` that begins after it, at most so many words on. `other` is in order."""
    for run in one:
        for after in other[bisect_right(other, run.last, key=_first) :]:
            if after.first - run.last > within:
                break
            yield _Run(run.first, max(run.last, after.last), run.parts + after.parts)


def _first(run: _Run) -> int:
    return run.first


def _sharing(one: list[_Run], other: list[_Run], begins: list[int], stretch: Stretch) -> Iterator[_Run]:
    """For each sentence (or the whole stretch, if it is not divided) that holds both, side by side: all it holds of
    them."""
    for number, left in _by_sentence(one, begins, stretch).items():
        right = _by_sentence(other, begins, stretch).get(number, [])
        if right and (_apart(left, right) or _apart(right, left)):
            runs = sorted({*left, *right})
            parts = tuple(sorted({part for run in runs for part in run.parts}))
            yield _Run(runs[0].first, max(run.last for run in runs), parts)


def _apart(left: list[_Run], right: list[_Run]) -> bool:
    """Whether one of the first ends before one of the others begins."""
    return min(run.last for run in left) < max(run.first for run in right)


def _by_sentence(runs: list[_Run], begins: list[int], stretch: Stretch) -> dict[int, list[_Run]]:
    """The runs in each sentence; those that go over its end are in none."""
    found: dict[int, list[_Run]] = {}
    at = stretch.places(edge for run in runs for edge in (run.first, run.last)) if begins else {}
    for run in runs:
        number = bisect_right(begins, at[run.first][0]) if begins else 0
        if not begins or number == bisect_right(begins, at[run.last][0]):
            found.setdefault(number, []).append(run)
    return found


def _in_sequence(asked: list[_Asked], stretch: Stretch) -> list[_Run]:
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
            starts = [at for at in starts if written(stretch.text[slice(*places[at + after])]) == part.text]
    return [_Run(at, at + last, ((at, at + last),)) for at in starts]


@lru_cache(maxsize=64)
def _asked(part: Word | Prefix | Exact | Fuzzy) -> _Asked:
    return _Asked(part)


class _Asked(dict[str, bool]):
    """For every word, whether it is one that `part` asks for. One query goes over many articles, and words recur."""

    def __init__(self, part: Word | Prefix | Exact | Fuzzy) -> None:
        super().__init__()
        self.test, self.roots = _test(part)
        self.text = part.text if isinstance(part, Exact) else None
        self.pattern = beginning(self.roots)

    def may_be_in(self, letters: str) -> bool:
        """Whether a stretch with these letters can hold such a word."""
        return any(root in letters for root in self.roots)

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
