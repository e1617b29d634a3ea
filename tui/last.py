"""Where the reader was when the program was left, to be taken up again the next time."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, cast, get_args

from tui.commands import Owner
from tui.layout import PANES
from tui.session import ORDERS, Current, Kind, Order, Visit


class Last(NamedTuple):
    """The search, the place that was read, and how the panes stood. `widths` are the panes' weights."""

    query: str
    order: Order
    visit: Visit
    widths: Mapping[Owner, int]
    zoomed: bool = False


def read(path: Path) -> Last | None:
    """What was left; `None` if that cannot be told any more."""
    try:
        return _last(json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def keep(path: Path, last: Last, write: Callable[[Path, str], None]) -> None:
    """Keep what is left. Where that cannot be written, the next visit begins afresh."""
    visit = last.visit
    data = {
        "query": last.query, "order": last.order, "pane": visit.pane, "article": visit.article, "place": visit.place,
        "current": visit.current, "widths": dict(last.widths), "zoomed": last.zoomed,
    }  # fmt: skip
    try:
        write(path, json.dumps(data) + "\n")
    except OSError:
        return


def _last(data: Mapping[str, object]) -> Last:
    match data:
        case {
            "query": str(query), "order": order, "pane": pane, "article": str() | None as article, "place": int(place),
            "current": current, "widths": dict(widths), "zoomed": bool(zoomed),
        } if order in ORDERS and widths.keys() == {*PANES} and all(type(width) is int for width in widths.values()):
            pane = pane if pane in PANES else "search"
            return Last(query, order, Visit(pane, article, place, _current(current)), widths, zoomed)
    raise ValueError("this is not what was written")


def _current(data: object) -> Current | None:
    match data:
        case [str(kind), int(start), int(end), int(number), [*actors]] if kind in get_args(Kind):
            return Current(cast("Kind", kind), start, end, number, tuple(map(str, actors)))
    return None
