"""Which panes stand side by side, and how wide. Pure."""

from __future__ import annotations

from tui.commands import Owner

PANES: tuple[Owner, ...] = ("search", "article", "actors")
WEIGHTS: dict[Owner, int] = {"search": 35, "article": 55, "actors": 30}
"""The widths that the panes ask for, in parts of a hundred and twenty columns."""

_STEP = 4
_LEAST = 12


_BOTH = 30
"""Rows that the ledger of quotations needs to have the article under it."""


def visible(
    width: int, pane: Owner, before: tuple[Owner, ...], *, zoomed: bool, height: int = _BOTH
) -> tuple[Owner, ...]:
    """The panes to show in so many columns and rows while `pane` has the keys and `before` were shown until now.

    The ledger lies above the article, since its lines are long.
    """
    if zoomed or (width < 80 and pane != "ledger"):
        return (pane,)
    if pane == "ledger" or (pane == "article" and before == ("ledger", "article")):
        return ("ledger", "article") if height >= _BOTH else (pane,)
    if width >= 120:
        return PANES
    if pane == "actors" or (pane == "article" and before == ("article", "actors")):
        return ("article", "actors")
    return ("search", "article")


def resized(weights: dict[Owner, int], pane: Owner, shown: tuple[Owner, ...], step: int) -> dict[Owner, int]:
    """The widths after `pane` has grown (`step` 1) or shrunk (-1) at the cost of the widest of the others shown."""
    others = [other for other in shown if other != pane]
    if not others:
        return weights
    other = max(others, key=lambda name: (weights[name], name))
    changed = {**weights, pane: weights[pane] + step * _STEP, other: weights[other] - step * _STEP}
    return weights if min(changed.values()) < _LEAST else changed


def dragged(weights: dict[Owner, int], left: Owner, right: Owner, share: float) -> dict[Owner, int]:
    """The widths after the border of two panes was dragged so that the left one has this share of both."""
    both = weights[left] + weights[right]
    wanted = min(max(round(both * share), _LEAST), both - _LEAST)
    return {**weights, left: wanted, right: both - wanted}
