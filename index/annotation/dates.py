"""When: phrases of time in a text, and the days they mean.

A grammar of our own, so that "the S-400s" and "the 1990s" are no dates. A phrase becomes an interval of days where the
article's date, or the phrase itself, allows; otherwise its words stand alone. Nothing here looks at a clock.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from index.model import Precision, When

if TYPE_CHECKING:
    from index.model import Block

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NUMBERS = {"a": 1} | {
    word: n for n, word in enumerate("one two three four five six seven eight nine ten".split(), 1)
}
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PHRASE = re.compile(
    rf"\b(?:(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)"
    rf"|(?:(?P<wd>{_WEEKDAY}),? (?:\w+, )?)?(?:(?P<m>{_MONTH}) (?P<d>[0-3]?\d)|(?P<d2>[0-3]?\d) (?P<m2>{_MONTH}))"
    rf"(?:st|nd|rd|th)?(?!:?\d)(?:\s?[-–]\s?(?P<d3>[0-3]?\d)\b)?(?:,? (?P<y>(?:19|20)\d\d)\b(?!s))?"
    rf"|(?P<my>{_MONTH}),? (?:of )?(?P<y2>(?:19|20)\d\d)\b(?!s)"
    rf"|(?P<lm>(?:[Ll]ast|[Nn]ext|[Tt]his|[Ee]arly|[Ll]ate|[Mm]id)[ -]|(?<=\b[Ii]n )|(?<=\b[Bb]y )|(?<=[Ss]ince ))"
    rf"(?P<mo>{_MONTH})(?! \d)"
    rf"|(?P<lw>(?:[Ll]ast|[Nn]ext|[Tt]his) )?(?P<w>{_WEEKDAY})"
    rf"|(?P<rel>[Ll]ast|[Tt]his|[Nn]ext|[Ee]arlier this|[Ll]ater this) "
    rf"(?P<unit>week|month|year|weekend|morning|afternoon|evening|night)\b"
    rf"|(?P<n>[Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\d\d?) "
    rf"(?P<ago>day|week|month|year)s? (?:ago|earlier)\b"
    rf"|(?P<now>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)\b(?!['’]s [A-Z])"
    rf"|(?<=\b[Ii]n )(?P<y3>(?:19|20)\d\d)\b(?![s-]))"
)
_IN_SENTENCES = frozenset(
    "the a this that his her its their our on in of since until till from after before during".split()
)
"""Words after which a date is told of, and heads nothing: "The May 5, 2020, talks …"."""

_SOON = 14  # days: what is told of as past lies no further ahead
_YEAR = re.compile(r"(?<![\w$€£,.-])(?:19[5-9]|20[0-4])\d(?![\w%-])")
_IN_FILE_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?!\d)")

Days = tuple[date, date, Precision]


def find(text: str, start: int, end: int, anchor: When | None = None, ahead: bool = False) -> list[When]:
    """The phrases of time between two offsets, in order, each with its words and their place.

    `anchor` is the article's date, against which "last week" is resolved; `ahead` says that what is told lies in the
    future, so that "Monday" is the next one.
    """
    base = _day(anchor)
    return [_when(m, base, ahead) for m in _phrases(text, start, end)]


def published(text: str, blocks: Sequence[Block], filename: str = "") -> When | None:
    """The article's date, as far as its file name or its first paragraphs tell; how it is known stands in `how`.

    A day without a year gets one only where its weekday fits a single year near the latest one that the text names.
    The date in a caption is the photo's and does not count.
    """
    named = _IN_FILE_NAME.search(filename)
    if named and (day := _make(int(named[1]), int(named[2]), int(named[3]))):
        return When(from_=day.isoformat(), to=day.isoformat(), precision="day", how="file name")
    lead = [b for b in blocks if b.kind in ("paragraph", "standfirst", "furniture")][:3]
    for block in lead:
        for match in _phrases(text, block.start, block.end):
            month, day_of_month = match["m"] or match["m2"], match["d"] or match["d2"]
            if match["iso"] or (month and match["y"] and _heads(text, block, match)):
                return _when(match, None, False).model_copy(update={"how": "dateline"})
            if month and day_of_month and match["wd"] and not match["y"]:
                return _with_year(text, match)
    return None


def _heads(text: str, block: Block, match: re.Match[str]) -> bool:
    """Does a full date stand where datelines do: at the head of its line, or alone in it?"""
    before = text[block.start : match.start()]
    words = before.lower().split()
    alone = block.end - match.end() < 40 or len(words) < 4
    told = bool(words) and words[-1] in _IN_SENTENCES
    return len(before) < 40 and "." not in before and alone and not told


def _with_year(text: str, match: re.Match[str]) -> When:
    """A weekday with day and month: the year in which they meet, if one alone lies near the latest year named."""
    bare = _when(match, None, False)
    years = [int(y) for y in _YEAR.findall(text)]
    month, day = _month(match["m"] or match["m2"]), int(match["d"] or match["d2"])
    weekday = _DAYS.index(match["wd"][:3].lower())
    if not years:
        return bare
    near = (_make(y, month, day) for y in range(max(years), max(years) + 10))
    fitting = [d for d in near if d and d.weekday() == weekday]
    if len(fitting) != 1:
        return bare
    known = fitting[0].isoformat()
    how = f"text, year from the weekday and {max(years)}"
    return bare.model_copy(update={"from_": known, "to": known, "precision": "day", "how": how})


def _phrases(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    return _PHRASE.finditer(text, start, end)


def _when(match: re.Match[str], base: date | None, ahead: bool) -> When:
    days = _absolute(match) or (_relative(match, base, ahead) if base else None)
    words = {"text": match.group(), "start": match.start(), "end": match.end()}
    if days is None:
        return When(**words)
    first, last, precision = days
    how = "text" if _absolute(match) else "text, from the article's date"
    return When(from_=first.isoformat(), to=last.isoformat(), precision=precision, how=how, **words)


def _absolute(match: re.Match[str]) -> Days | None:
    """The days of a phrase that needs nothing else."""
    if match["iso"]:
        day = _make(*map(int, match["iso"].split("-")))
        return (day, day, "day") if day else None
    if match["y"]:
        return _span(int(match["y"]), match)
    if match["y2"]:
        return _whole_month(int(match["y2"]), _month(match["my"]))
    if match["y3"]:
        return _whole_year(int(match["y3"]))
    return None


def _relative(match: re.Match[str], base: date, ahead: bool) -> Days | None:
    """The days of a phrase, seen from the article's date."""
    if match["m"] or match["m2"]:
        near = [s for y in (base.year - 1, base.year, base.year + 1) if (s := _span(y, match))]
        past = [s for s in near if ahead or (s[0] - base).days <= _SOON]
        return min(past, key=lambda s: (abs((s[0] - base).days), s[0]), default=None)
    if match["mo"]:
        return _named_month(_month(match["mo"]), (match["lm"] or "").strip(" -").lower(), base, ahead)
    if match["w"]:
        return _weekday(_DAYS.index(match["w"][:3].lower()), (match["lw"] or "").strip().lower(), base, ahead)
    if match["rel"]:
        return _unit(match["rel"].lower(), match["unit"], base)
    if match["ago"]:
        return _ago(_NUMBERS.get(match["n"].lower()) or int(match["n"]), match["ago"], base)
    if match["now"]:
        shift = {"yesterday": -1, "tomorrow": 1}.get(match["now"].lower(), 0)
        return _one(base, shift)
    return None


def _named_month(month: int, which: str, base: date, ahead: bool) -> Days:
    year = base.year
    if ahead and which != "last":
        year += month < base.month
    else:
        year -= month > base.month or (which == "last" and month == base.month)
    return _whole_month(year + (which == "next" and month > base.month and not ahead), month)


def _weekday(day: int, which: str, base: date, ahead: bool) -> Days | None:
    back = (base.weekday() - day) % 7
    if ahead and which != "last":
        return _one(base, (7 - back) % 7 + (7 if which == "next" and back == 0 else 0))
    if which == "next":
        return _one(base, 7 - back)
    return _one(base, -(back or 7) if which == "last" else -back)


def _unit(which: str, unit: str, base: date) -> Days | None:
    step = {"last": -1, "next": 1}.get(which, 0)
    if unit in ("morning", "afternoon", "evening", "night"):
        return _one(base, step)
    if unit in ("week", "weekend"):
        monday = _shift(base, step * 7 - base.weekday())
        sunday = _shift(base, step * 7 - base.weekday() + 6)
        if not monday or not sunday:
            return None
        days: Days = (monday if unit == "week" else sunday - timedelta(1), sunday, "week")
    elif unit == "month":
        number = base.year * 12 + base.month - 1 + step
        if not 12 <= number < 9999 * 12:
            return None
        days = _whole_month(number // 12, number % 12 + 1)
    else:
        days = _whole_year(base.year + step)
    if which == "earlier this":
        return days[0], base, days[2]
    return (base, days[1], days[2]) if which == "later this" else days


def _ago(number: int, unit: str, base: date) -> Days | None:
    if unit == "day":
        return _one(base, -number)
    if unit == "week":
        day = _shift(base, -7 * number)
        return (day, day, "week") if day else None
    if unit == "month":
        months = base.year * 12 + base.month - 1 - number
        return _whole_month(months // 12, months % 12 + 1) if months >= 12 else None
    return _whole_year(base.year - number)


def _span(year: int, match: re.Match[str]) -> Days | None:
    month = _month(match["m"] or match["m2"])
    first = _make(year, month, int(match["d"] or match["d2"]))
    last = _make(year, month, int(match["d3"])) if match["d3"] else first
    if first is None:
        return None
    return first, last if last and last >= first else first, "day"


def _whole_month(year: int, month: int) -> Days:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month"


def _whole_year(year: int) -> Days:
    return date(year, 1, 1), date(year, 12, 31), "year"


def _one(base: date, shift: int) -> Days | None:
    day = _shift(base, shift)
    return (day, day, "day") if day else None


def _shift(base: date, days: int) -> date | None:
    try:
        return base + timedelta(days)
    except OverflowError:
        return None


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _day(anchor: When | None) -> date | None:
    """The article's day, where one is known."""
    if anchor is None or anchor.to is None or anchor.precision != "day":
        return None
    try:
        day = date.fromisoformat(anchor.to)
    except ValueError:
        return None
    return day if 1000 < day.year < 9000 else None  # room to count from it
