"""Marks that lie over a text in layers, and the pieces that they cut a line into."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple


class Mark(NamedTuple):
    """A half-open stretch of a text that is shown in a style.

    `sign` stands in the margin of each of its lines, `letter` in that of the first; `rail` stands at the right edge.
    """

    start: int
    end: int
    style: str
    sign: str = ""
    letter: str = ""
    rail: str = ""


class Segment(NamedTuple):
    """A half-open stretch in one look: the styles that lie on it, lowest first."""

    start: int
    end: int
    styles: tuple[str, ...]


def widened(marks: Sequence[Mark], edges: Sequence[int]) -> list[Mark]:
    """The marks with their ends moved outwards to the next of `edges`, in order: half a grapheme cannot be drawn."""
    return [
        mark._replace(
            start=edges[bisect_right(edges, mark.start) - 1] if edges[0] <= mark.start else mark.start,
            end=edges[bisect_left(edges, mark.end)] if mark.end <= edges[-1] else mark.end,
        )
        for mark in marks
    ]


def segments(start: int, end: int, marks: Sequence[Mark]) -> list[Segment]:
    """`[start, end)` cut wherever a mark begins or ends; marks given later lie above earlier ones."""
    inside = [mark for mark in marks if mark.start < end and mark.end > start and mark.start < mark.end]
    cuts = {start, end}
    for mark in inside:
        cuts.add(max(mark.start, start))
        cuts.add(min(mark.end, end))
    places = sorted(cuts)
    return [
        Segment(a, b, tuple(mark.style for mark in inside if mark.start <= a and mark.end >= b))
        for a, b in pairwise(places)
    ]
