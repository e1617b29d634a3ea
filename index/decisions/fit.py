"""Which quotation of an article a decision speaks of. Pure.

The words, the place and what stood before them are kept with a decision, as the Web Annotation model's text quote and
text position selectors have it. In an unchanged file the place decides; in a changed one the words do.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from index.decisions.decision import Cut, OfQuotation

CONTEXT = 24
"""How many characters before a quotation are kept with a decision."""

_ALIKE = 0.9  # of the characters of both: a few letters corrected, a word or two more in a long quotation
_NEARBY = 1000  # characters: further away, words that are only alike are somebody else's


class Standing(NamedTuple):
    """A quotation as it stands: its number in the article, its half-open place, and the paragraphs it goes on over."""

    number: int
    start: int
    end: int
    group: str | None = None


def fit(decision: OfQuotation, standing: Sequence[Standing], text: str, sha256: str) -> Standing | None:
    """The quotation of those `standing` in `text` that `decision` speaks of; `None` if it fits none.

    `sha256` is that of the article's file now.
    """
    unchanged = sha256 == decision.sha256
    if unchanged:
        end = decision.start + len(decision.words)
        standing = [s for s in standing if s.start < end and decision.start < s.end]
    same = [s for s in standing if text[s.start : s.end] == decision.words]
    if same:
        return min(same, key=lambda s: (not _follows(decision, text, s.start), abs(s.start - decision.start)))
    near = [s for s in standing if abs(s.start - decision.start) <= _NEARBY]
    alike = [(likeness, s) for s in near if (likeness := _likeness(decision.words, text[s.start : s.end])) >= _ALIKE]
    return max(alike, key=lambda a: (a[0], -abs(a[1].start - decision.start)))[1] if alike else None


def recut(cut: Cut, by: int, text: str) -> tuple[int, int] | None:
    """Where the words of `cut` stand in `text` now, after its quotation has moved `by` so many characters."""
    expected = cut.start + by
    stands = expected >= 0 and text.startswith(cut.words, expected)
    places = [expected] if stands else _places(cut.words, text)
    near = [place for place in places if abs(place - expected) <= _NEARBY]
    start = min(near, key=lambda place: abs(place - expected), default=None)
    return None if start is None else (start, start + len(cut.words))


def _follows(decision: OfQuotation, text: str, start: int) -> bool:
    return text.endswith(decision.before, 0, start)


def _likeness(one: str, other: str) -> float:
    shorter, longer = sorted((len(one), len(other)))
    if 2 * shorter < _ALIKE * (shorter + longer):  # too different in length to be alike
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def _places(words: str, text: str) -> list[int]:
    found = []
    at = text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found
