"""A timeline as it is shown: a line a period, with bars. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from tui import phrases
from tui.text.bars import bar
from tui.text.lines import Line, Piece, line
from tui.widgets.virtual_list import Item, Plain

if TYPE_CHECKING:
    from index.model import Period, Timeline, Unit

UNITS: tuple[Unit, ...] = ("day", "week", "month", "year")
HEADS = ("articles", "quotations", "contacts")
_NAME = {"day": 12, "week": 20, "month": 9, "year": 5}
"""The cells that the name of a period takes."""
_NUMBER, _WORDY = 7, 11
"""The cells of a number beside its bar, and of one under the word that says what it counts."""
_ROOMY, _WIDE = 56, 76
"""The widths from which on quotations and contacts are told, and from which on they have bars."""
_RUN = 3
"""So many empty periods in a row are told in one line."""
_DATE = re.compile(r"\s*(?<!\S)date:(\S+)")


class Stretch(NamedTuple):
    """A period as an item of the list; `most` are the largest numbers of the timeline."""

    period: Period
    unit: Unit
    most: tuple[int, ...]

    @property
    def selectable(self) -> bool:
        """Whether a search can be narrowed to it: nothing would be found in an empty one."""
        return self.period.articles > 0

    def lines(self, width: int) -> Sequence[Line]:
        """One line, in columns that depend on the width alone."""
        shown = [Piece(called(self.period.name, self.unit).ljust(_NAME[self.unit]))]
        for at, (cells, room) in enumerate(_columns(width, self.unit)):
            number = _numbers(self.period)[at]
            shown.append(Piece(f"{number:>{cells},}" if number else " " * cells))
            shown.append(Piece(f" {bar(number, self.most[at], room):<{room}}", "bar" if at == 0 else "dim"))
        return [shown]


def heads(width: int, unit: Unit) -> Line:
    """What the columns hold, above them: over the bars, or over the numbers."""
    columns = zip(HEADS, _columns(width, unit), strict=False)
    told = (f"{' ' * cells} {head:<{room}}" if room else f"{head:>{cells}} " for head, (cells, room) in columns)
    return line(" " * _NAME[unit] + "".join(told), "dim")


def _columns(width: int, unit: Unit) -> tuple[tuple[int, int], ...]:
    """The cells of each number and of the bar beside it: for all three, for the articles, or for these alone."""
    left = width - _NAME[unit]
    if width >= _WIDE:
        room = left - 3 * (_NUMBER + 1)
        return (_NUMBER, room - room // 4 * 2), (_NUMBER, room // 4), (_NUMBER, room // 4)
    others = ((_WORDY, 0), (_WORDY, 0)) if width >= _ROOMY else ()
    return (_NUMBER, max(0, left - _NUMBER - 1 - (_WORDY + 1) * len(others))), *others


def rows(timeline: Timeline) -> list[Item]:
    """The lines of a timeline. Where little is, long silences are told, not shown."""
    most = tuple(max((_numbers(period)[at] for period in timeline.periods), default=0) for at in range(len(HEADS)))
    items: list[Item] = []
    for empty, run in groupby(timeline.periods, key=lambda period: not any(_numbers(period))):
        periods = list(run)
        if empty and len(periods) >= _RUN:
            items.append(Plain([line(f"  ┊ {phrases.count(len(periods), timeline.unit)}", "dim")]))
        else:
            items += [Stretch(period, timeline.unit, most) for period in periods]
    return items


def _numbers(period: Period) -> tuple[int, int, int]:
    return period.articles, period.quotations, period.contacts


def called(name: str, unit: Unit) -> str:
    """A period as one reads it: "1 Apr 2021", "5–11 Apr 2021", "29 Mar – 4 Apr 2021", "Apr 2021", "2021"."""
    if unit != "week":
        return phrases.day_or_less(name) if unit != "year" else name
    first, last = (date.fromisocalendar(int(name[:4]), int(name[6:]), day) for day in (1, 7))
    if first.month == last.month:
        return f"{first.day}–{phrases.day(last.isoformat())}"
    return f"{phrases.day(first.isoformat()).rpartition(' ')[0]} – {phrases.day(last.isoformat())}"


def narrowed(query: str, typed: str) -> str:
    """A query with the date of a period; a date in it that holds all of that is left out."""
    ends = typed.partition(":")[2].split("..")
    kept = _DATE.sub(lambda found: "" if all(end.startswith(found[1]) for end in ends) else found[0], query)
    return f"{kept.strip()} {typed}".strip()
