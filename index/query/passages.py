"""The stretch of an article that is shown under a hit."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from index.annotation.sentences import sentences
from index.model import Block, Passage, Span
from index.query.searchable import Place, Searchable
from index.words import stem, words

LENGTH = 200
"""How long a passage may be, in characters."""

_Worth: TypeAlias = tuple[int, int, int]

_LEAD = 40  # how much is shown before the first mark where a sentence has to be cut


def passage(article: Searchable, marks: Sequence[Span], length: int = LENGTH) -> Passage | None:
    """The stretch with most of the words that were asked for: whole sentences of one block, if one fits `length`.

    `marks` are the hits in this article, as `match.hits` has them. The title is not cut from, as it is shown anyway;
    without a mark elsewhere, the article is shown as it begins. `None` if there is nothing but a title.
    """
    places = [(m.start, m.end) for m in marks if not _within((m.start, m.end), article.title)]
    blocks = [block for block in article.blocks if block != article.title]
    best: tuple[_Worth, Place] | None = None
    for most, block in _promising(article.text, blocks, places):
        if best and most < best[0][:2]:
            break  # no part of a block is worth more than the whole
        for window in _windows(article, block, places, length):
            worth = _worth(article.text, window, places)
            if best is None or worth > best[0]:
                best = worth, window
    if best is None:
        return None
    start, end = best[1]
    inside = tuple((max(a, start), min(b, end)) for a, b in places if a < end and start < b)
    return Passage(start=start, end=end, text=article.text[start:end], marks=inside)


def _promising(text: str, blocks: list[Place], marks: list[Place]) -> list[tuple[tuple[int, int], Place]]:
    """The blocks with the most words that were asked for first; without any, the first block."""
    if not marks:
        return [((0, 0), block) for block in blocks[:1]]
    worth = [(_worth(text, block, marks)[:2], block) for block in blocks]
    return sorted((w for w in worth if w[0] > (0, 0)), key=lambda w: w[0], reverse=True)


def _windows(article: Searchable, block: Place, marks: list[Place], length: int) -> Iterator[Place]:
    """From every sentence on as many as fit; of a sentence that is too long, a part around every mark."""
    found = sentences(article.text, [Block(kind="paragraph", start=block[0], end=block[1])])
    for first, (start, end) in enumerate(found):
        if end - start > length:
            yield from _parts(article.text, (start, end), marks, length)
            continue
        for _, further in found[first + 1 :]:
            if further - start > length:
                break
            end = further
        yield start, end


def _parts(text: str, sentence: Place, marks: list[Place], length: int) -> Iterator[Place]:
    """Parts of a long sentence, cut between words if there is a gap."""
    for first, last in _inside(marks, sentence) or [(sentence[0], sentence[0])]:
        lead = min(_LEAD, max(0, length - (last - first)) // 2)
        start = max(sentence[0], min(first - lead, sentence[1] - length))
        if start > sentence[0]:
            start = text.find(" ", start, first) + 1 or first
        end = min(start + length, sentence[1])
        if end < sentence[1] and (gap := text.rfind(" ", last, end + 1)) > start:
            end = gap
        yield start, end


def _worth(text: str, window: Place, marks: list[Place]) -> _Worth:
    """How many different words are marked in a window, how many marks there are, and how much there is to read."""
    inside = _inside(marks, window)
    different = {_stems(text[start:end]) for start, end in inside}
    return len(different), len(inside), window[1] - window[0]


@lru_cache(maxsize=4096)
def _stems(marked: str) -> tuple[str, ...]:
    return tuple(map(stem, words(marked)))


def _inside(marks: list[Place], window: Place) -> list[Place]:
    """The marks that lie in a window; `marks` are in order and do not overlap."""
    found = marks[bisect_left(marks, (window[0], 0)) : bisect_left(marks, (window[1], 0))]
    return found[:-1] if found and found[-1][1] > window[1] else found


def _within(place: Place, outer: Place | None) -> bool:
    return outer is not None and outer[0] <= place[0] and place[1] <= outer[1]
