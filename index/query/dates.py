"""Dates as they are typed: 2021, 2021-03, 2021-03-15, march 2021, 15 march 2021, april, yesterday, last week; and
ranges of them, with `..` or `to`.

A month without a year is the last one that has begun. Weeks begin on Monday.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

Days = tuple[date, date]
"""The first and the last day of what was typed."""

_MONTHS = "january february march april may june july august september october november december".split()
_NAME = "|".join(["sept", *_MONTHS, *(month[:3] for month in _MONTHS)])
_ONE = (
    r"(?:(?P<iso>[12]\d{3}(?:-\d{1,2}){0,2})"
    r"|(?P<day>today|yesterday)|(?P<which>this|last) (?P<unit>week|month|year)"
    rf"|(?:(?P<before>\d{{1,2}})(?:st|nd|rd|th)? )?(?P<name>{_NAME})\b\.?"
    r"(?: (?P<after>\d{1,2})(?:st|nd|rd|th)?\b(?!-))?(?:,? (?P<year>[12]\d{3})\b(?!-))?)"
)
_DATE = re.compile(_ONE + r"(?=[\s);\"“”]|,(?!\d)|\.\.|…|$)", re.IGNORECASE)
_QUOTE = re.compile(r"[\"“”„]")
_DOTS = re.compile(r"\s*(?:\.{2,3}|…)\s*")
_TO = re.compile(r"\s+(?:to|[-–—])\s+", re.IGNORECASE)
_END = re.compile(r"(?=[\s);]|,(?!\d)|$)")


class Typed(NamedTuple):
    """A date, or a range of dates that may be open at one end, up to an offset of a query."""

    end: int
    first: re.Match[str] | None
    last: re.Match[str] | None


def value(query: str, start: int) -> Typed | None:
    """What of `query` from `start` on is a date or a range of dates; it may still be none of the calendar."""
    at = start + len(query[start:]) - len(query[start:].lstrip())
    quote = _QUOTE.match(query, at)
    at = quote.end() if quote else at
    first = _DATE.match(query, at)
    at = first.end() if first else at
    last = first
    if dots := _DOTS.match(query, at):
        last = _DATE.match(query, dots.end())
        at = last.end() if last else at + len(dots[0].rstrip())
    elif first and (to := _TO.match(query, at)) and (after := _DATE.match(query, to.end())):
        last, at = after, after.end()
    if quote and (closed := _QUOTE.match(query, at)):
        at = closed.end()
    return Typed(at, first, last) if (first or last) and _END.match(query, at) else None


def days(typed: Typed, today: date) -> tuple[date | None, date | None]:
    """The first and the last day of what `value` found; `None` where it is open. Raises ValueError for what no calendar
    has."""
    first = _days(typed.first, today) if typed.first else None
    last = _days(typed.last, today) if typed.last else None
    return first[0] if first else None, last[1] if last else None


def before(day: date | None) -> str | None:
    """The day before, as ISO."""
    return (day - timedelta(1)).isoformat() if day else None


def after(day: date | None) -> str | None:
    """The day after, as ISO."""
    return (day + timedelta(1)).isoformat() if day else None


def _days(found: re.Match[str], today: date) -> Days:
    if found["iso"]:
        return _span(*map(int, found["iso"].split("-")))
    if found["day"]:
        day = today - timedelta(found["day"].lower() == "yesterday")
        return day, day
    if found["unit"]:
        return _around(today, found["unit"].lower(), last=found["which"].lower() == "last")
    month = next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(found["name"].lower()[:3]))
    typed = found["before"] or found["after"]
    year = found["year"] or today.year - ((month, int(typed or 1)) > (today.month, today.day))
    return _span(int(year), month, int(typed) if typed else None)


def _around(today: date, unit: str, *, last: bool) -> Days:
    """The week, month or year of a day, or the one before."""
    if unit == "week":
        monday = today - timedelta(today.weekday() + 7 * last)
        return monday, monday + timedelta(6)
    if unit == "year":
        return _span(today.year - last)
    day = today.replace(day=1) - timedelta(last)
    return _span(day.year, day.month)


def _span(year: int, month: int | None = None, day: int | None = None) -> Days:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1] if 1 <= month <= 12 else 1)
    return date(year, month, day), date(year, month, day)
