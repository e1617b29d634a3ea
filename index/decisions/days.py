"""Days, months and years as a person writes them: 2021-04-01, 2021-04, 2021. Pure."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from index.model import Precision, When

HOW = "as you decided"

_TIME = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def when(told: str) -> When:
    """The days that are meant. Raises `ValueError` for what is none."""
    match = _TIME.fullmatch(told.strip())
    try:
        if match is None:
            raise ValueError
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        first = date(year, month or 1, day or 1)
        last = first if day else date(year, month or 12, monthrange(year, month or 12)[1])
    except ValueError:
        raise ValueError(f"{told!r} is no date; one is written 2021-04-01, 2021-04 or 2021") from None
    precision: Precision = "day" if day else "month" if month else "year"
    return When(from_=first.isoformat(), to=last.isoformat(), precision=precision, how=HOW)


def checked(told: str | None) -> str | None:
    """A time as it was written, if it is one. Raises `ValueError`."""
    if told is not None:
        when(told)
    return told
