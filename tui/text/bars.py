"""A series of counts as a line of bars."""

from __future__ import annotations

from collections.abc import Sequence

BARS = "▁▂▃▄▅▆▇█"


def bars(counts: Sequence[int], width: int) -> str:
    """A bar for each count, at most `width`: where there are more, neighbours stand together. None is a blank."""
    if not counts or width < 1:
        return ""
    step = -(-len(counts) // width)
    sums = [sum(counts[at : at + step]) for at in range(0, len(counts), step)]
    most = max(1, *sums)
    return "".join(BARS[(len(BARS) - 1) * each // most] if each else " " for each in sums)
