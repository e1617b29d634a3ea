"""The stretch of an article that is shown under a hit."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from index.annotation.cutting.sentences import sentences_between
from index.model import Passage
from index.query.searchable import Place, Searchable
from index.words import stem, tells_little, words

LENGTH = 200
"""How long a passage may be, in characters."""

_PHRASE = 8  # words
_LEAD = 40  # how much is shown before the first mark where a sentence has to be cut


class _Mark(NamedTuple):
    """A place that is marked, and the stems of the words there; none where these tell little of any article."""

    start: int
    end: int
    stems: tuple[str, ...] = ()


_Worth: TypeAlias = tuple[int, int, int]
"""How many different words are marked that tell something, how many such marks there are, and how many of all."""


def passage(article: Searchable, marks: Iterable[Place], length: int = LENGTH) -> Passage | None:
    """The stretch with most of the words that were asked for: whole sentences of one block, if one fits `length`.

    `marks` are the hits in this article, as `match.places` has them. The title is not cut from, as it is shown anyway;
    without a mark elsewhere, the article is shown as it begins. `None` if there is nothing but a title.
    """
    text = article.text
    found = [_Mark(*place, _stems(text[slice(*place)])) for place in marks if not _within(place, article.title)]
    best: tuple[tuple[_Worth, int], _Mark] | None = None
    for most, block, inside in _promising(article, found):
        if best and most < best[0][0]:
            break  # no part of a block is worth more than the whole
        for window in _windows(text, block, inside, length):
            worth = _worth(_inside(inside, window)), window.end - window.start
            if best is None or worth > best[0]:
                best = worth, window
    if best is None:
        return None
    start, end, _ = best[1]
    shown = tuple((max(a, start), min(b, end)) for a, b, _ in found if a < end and start < b)
    return Passage(start=start, end=end, text=text[start:end], marks=shown)


def _promising(article: Searchable, marks: list[_Mark]) -> list[tuple[_Worth, _Mark, list[_Mark]]]:
    """The blocks with the most words that were asked for first, and the marks in them; without any, the first block."""
    blocks = [_Mark(*block) for block in article.blocks if block != article.title]
    if not marks:
        return [((0, 0, 0), block, []) for block in blocks[:1]]
    marked = [(block, inside) for block in blocks if (inside := _inside(marks, block))]
    return sorted(((_worth(inside), block, inside) for block, inside in marked), key=itemgetter(0), reverse=True)


def _windows(text: str, block: _Mark, marks: list[_Mark], length: int) -> Iterator[_Mark]:
    """From every sentence on as many as fit; of a sentence that is too long, a part around every mark."""
    found = sentences_between(text, block.start, block.end)
    for first, (start, end) in enumerate(found):
        if end - start > length:
            yield from _parts(text, _Mark(start, end), marks, length)
            continue
        for _, further in found[first + 1 :]:
            if further - start > length:
                break
            end = further
        yield _Mark(start, end)


def _parts(text: str, sentence: _Mark, marks: list[_Mark], length: int) -> Iterator[_Mark]:
    """Parts of a long sentence, cut between words if there is a gap."""
    for first, last, _ in _inside(marks, sentence) or [_Mark(sentence.start, sentence.start)]:
        lead = min(_LEAD, max(0, length - (last - first)) // 2)
        start = max(sentence.start, min(first - lead, sentence.end - length))
        if start > sentence.start:
            start = text.find(" ", start, first) + 1 or first
        end = min(start + length, sentence.end)
        if end < sentence.end and (gap := text.rfind(" ", last, end + 1)) > start:
            end = gap
        yield _Mark(start, end)


def _worth(inside: list[_Mark]) -> _Worth:
    telling = [mark.stems for mark in inside if mark.stems]
    return len({*telling}), len(telling), len(inside)


@lru_cache(maxsize=4096)
def _stems(marked: str) -> tuple[str, ...]:
    """What tells marks apart: their stems, or the words of so many as are a whole quotation."""
    found = words(marked)
    if all(map(tells_little, found)):
        return ()
    return tuple(found) if len(found) > _PHRASE else tuple(map(stem, found))


def _inside(marks: list[_Mark], window: _Mark) -> list[_Mark]:
    """The marks that lie in a window; `marks` are in order and do not overlap."""
    found = marks[bisect_left(marks, (window.start,)) : bisect_left(marks, (window.end,))]
    return found[:-1] if found and found[-1].end > window.end else found


def _within(place: Place, outer: Place | None) -> bool:
    return outer is not None and outer[0] <= place[0] and place[1] <= outer[1]
