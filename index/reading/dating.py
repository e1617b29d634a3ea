"""The day that a field, a header or a file name tells of. Days in running text are found by `index/annotation`."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from index.model import When

# With or without marks between, and with a time of six digits after it, as GDELT has it.
_ISO = re.compile(r"((?:1[89]|20)\d\d)[-/.]?([01]\d)[-/.]?([0-3]\d)(?:(?!\d)|(?=\d{6}(?!\d)))")
_MONTHS = {m: n for n, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_MONTH_DAY = re.compile(r"\b([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:1[89]|20)\d\d)\b")
_DAY_MONTH = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -]((?:1[89]|20)\d\d)\b")
_EPOCH = range(10**8, 10**11)  # seconds: 1973 to the year 5138; three digits more are milliseconds


def day_in(value: object, pattern: str = "") -> date | None:
    """The day in a value: ISO and its shorter forms, a mail's date, "April 1, 2021", "1 Apr 2021", seconds or
    milliseconds since 1970; or what `pattern` says (as `strptime` has it). The day is the one written, whatever the
    time zone. "3/4/2021" is nobody's day without a pattern. `None` if there is none.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value).strip() if value is not None else ""
    if pattern and (found := _by_pattern(text, pattern)):
        return found
    if text.isdecimal() and len(text) in (9, 10, 11, 12, 13):
        return _of_epoch(int(text))
    if iso := _ISO.match(text):
        return _make(*map(int, iso.groups()))
    if words := _MONTH_DAY.search(text):
        return _make(int(words[3]), _month(words[1]), int(words[2]))
    if words := _DAY_MONTH.search(text):
        return _make(int(words[3]), _month(words[2]), int(words[1]))
    return _of_mail(text)


def when(value: object, how: str, pattern: str = "") -> When | None:
    """The day in a value, as the date of an article."""
    day = day_in(value, pattern)
    return When(from_=day.isoformat(), to=day.isoformat(), precision="day", how=how) if day else None


def _by_pattern(text: str, pattern: str) -> date | None:
    try:
        return datetime.strptime(text, pattern).replace(tzinfo=UTC).date()
    except ValueError:
        return None


def _of_epoch(number: int) -> date | None:
    seconds = number if number in _EPOCH else number // 1000
    return datetime.fromtimestamp(seconds, UTC).date() if seconds in _EPOCH else None


def _of_mail(text: str) -> date | None:
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError):
        return None


def _month(name: str) -> int:
    return _MONTHS.get(name[:3].lower(), 0)


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
