"""Counts as bars: a series in a line, or one beside its number."""

from __future__ import annotations

from collections.abc import Sequence

BARS = "▁▂▃▄▅▆▇█"
_PARTS = "▏▎▍▌▋▊▉█"


def bars(counts: Sequence[int], width: int) -> str:
    """A bar for each count, at most `width`: where there are more, neighbours stand together. None is a blank."""
    if not counts or width < 1:
        return ""
    step = -(-len(counts) // width)
    sums = [sum(counts[at : at + step]) for at in range(0, len(counts), step)]
    most = max(1, *sums)
    return "".join(BARS[(len(BARS) - 1) * each // most] if each else " " for each in sums)


def bar(count: int, most: int, width: int) -> str:
    """A bar from the left, to an eighth of a cell, of `width` for `most`. Anything is seen, and nothing is a blank."""
    eighths = max(1, 8 * width * count // max(1, most)) if count and width > 0 else 0
    return "█" * (eighths // 8) + (_PARTS[eighths % 8 - 1] if eighths % 8 else "")
