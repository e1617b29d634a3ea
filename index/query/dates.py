"""Dates as they are typed: 2021, 2021-03, 2021-03-15, march 2021, 15 march 2021, april; ranges with `..`.

A month without a year is the last one that has begun.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

Days = tuple[date, date]
"""The first and the last day of what was typed."""

_MONTHS = "january february march april may june july august september october november december".split()
_NAME = "|".join(["sept", *_MONTHS, *(month[:3] for month in _MONTHS)])
_ONE = (
    r"[12]\d{3}(?:-\d{1,2}){0,2}(?![\d-])"
    rf"|(?:(?P<day%d>\d{{1,2}}) )?(?P<name%d>{_NAME})\b\.?"
    r"(?: (?P<d%d>\d{1,2})\b(?!-))?(?:,? (?P<year%d>[12]\d{3})\b(?!-))?"
)
_VALUE = re.compile(
    rf"\s*(?P<quote>[\"“”„]?)(?P<from>{_ONE.replace('%d', '1')})?(?P<range>\.\.)?"
    rf"(?(range)(?P<to>{_ONE.replace('%d', '2')})?)(?(quote)[\"“”]?)(?=[\s),;]|$)",
    re.IGNORECASE,
)


def value(query: str, start: int) -> re.Match[str] | None:
    """What of `query` from `start` on is a date or a range of dates; it may still be none of the calendar."""
    found = _VALUE.match(query, start)
    return found if found and (found["from"] or found["to"]) else None


def days(found: re.Match[str], today: date) -> tuple[date | None, date | None]:
    """The days that `value` found; `None` where a range is open. Raises ValueError for what no calendar has."""
    first = _days(found, "from", "1", today)
    if not found["range"]:
        return first or (None, None)
    last = _days(found, "to", "2", today)
    return first[0] if first else None, last[1] if last else None


def before(day: date | None) -> str | None:
    """The day before, as ISO."""
    return (day - timedelta(1)).isoformat() if day else None


def after(day: date | None) -> str | None:
    """The day after, as ISO."""
    return (day + timedelta(1)).isoformat() if day else None


def _days(found: re.Match[str], part: str, number: str, today: date) -> Days | None:
    typed = found[part]
    if not typed:
        return None
    if name := found[f"name{number}"]:
        month = next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(name.lower()[:3]))
        day = found[f"day{number}"] or found[f"d{number}"]
        year = found[f"year{number}"] or today.year - ((month, int(day or 1)) > (today.month, today.day))
        return _span(int(year), month, int(day) if day else None)
    year, *rest = map(int, typed.split("-"))
    return _span(year, *rest)


def _span(year: int, month: int | None = None, day: int | None = None) -> Days:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1] if 1 <= month <= 12 else 1)
    return date(year, month, day), date(year, month, day)
