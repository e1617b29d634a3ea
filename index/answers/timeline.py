"""Articles, quotations and contacts over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from index.answers.once import number
from index.answers.opened import Opened
from index.model import Period, Timeline, Unit

_MOST_DAYS, _MOST_WEEKS, _MOST_MONTHS = 62, 549, 5500
"""Days that a timeline of days, of weeks, of months may span: about two months, a year and a half, fifteen years."""


def timeline(
    opened: Opened, query: str, actor: str | None = None, unit: Unit | None = None, *, once: bool = True
) -> Timeline:
    """The articles that answer `query`, by their dates; those that name an actor (id), if one is told.

    An article counts in the period that holds its whole date, as in a query: one that is only known to be of 2021 is in
    no month. Quotations are those word for word in these articles, or what the actor said there; contacts are what they
    tell of, or in which the actor takes part: accounts, not events. Articles that say the same count `once` in a
    period. Without a `unit` it is the finest that shows the span at a glance. Raises `QueryError`.
    """
    alike = opened.columns.alike if once else {}
    found = opened.every(opened.asked(query))
    if actor is not None:
        found = found.intersection(article for article, *_ in opened.store.mentions_of(actor))
    dates = {article: days for days, dated in opened.columns.dates.items() for article in dated & found}
    unit = unit or _finest(dates.values())
    at = {article: name for article, days in sorted(dates.items()) if (name := _period(days, unit))}
    quotations, contacts = _quotations(opened, actor), Counter(a for a, _ in opened.store.contacts_of(actor))
    different = {(name, alike.get(article, article)): article for article, name in at.items()}
    articles, said, told = Counter[str](), Counter[str](), Counter[str]()
    for (name, _), article in different.items():
        articles[name] += 1
        said[name] += quotations[article]
        told[name] += contacts[article]
    periods = tuple(
        Period(name=name, typed=f"date:{typed}", articles=articles[name], quotations=said[name], contacts=told[name])
        for name, typed in _between(min(at.values()), max(at.values()), unit)
    ) if at else ()  # fmt: skip
    return Timeline(unit=unit, periods=periods, undated=number(found - at.keys(), alike))


def _quotations(opened: Opened, actor: str | None) -> Counter[str]:
    if actor is None:
        return Counter(opened.columns.verbatim)
    return Counter(article for article, _ in opened.store.quotations_of(actor, "speaker"))


def _finest(dates: Iterable[tuple[str, str]]) -> Unit:
    """The unit that shows all of some dates at a glance."""
    days = [day for pair in dates for day in pair]
    span = (date.fromisoformat(max(days)) - date.fromisoformat(min(days))).days if days else 0
    return "day" if span < _MOST_DAYS else "week" if span < _MOST_WEEKS else "month" if span < _MOST_MONTHS else "year"


def _period(days: tuple[str, str], unit: Unit) -> str:
    """The period that holds all of some days, by its name; "" if they lie in several."""
    first, last = (_name(date.fromisoformat(day), unit) for day in days)
    return first if first == last else ""


def _name(day: date, unit: Unit) -> str:
    if unit == "week":
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[unit]]


def _between(first: str, last: str, unit: Unit) -> Iterator[tuple[str, str]]:
    """All periods from one to another: their names, and what to type as their date."""
    day = _begin(first, unit)
    while (name := _name(day, unit)) <= last:
        following = _after(day, unit)
        yield name, f"{day}..{following - timedelta(days=1)}" if unit == "week" else name
        day = following


def _begin(name: str, unit: Unit) -> date:
    if unit == "week":
        return date.fromisocalendar(int(name[:4]), int(name[6:]), 1)
    return date.fromisoformat(name + "0001-01-01"[len(name) :])


def _after(day: date, unit: Unit) -> date:
    """The first day of the next period."""
    if unit in ("day", "week"):
        return day + timedelta(days=1 if unit == "day" else 7)
    if unit == "year":
        return day.replace(year=day.year + 1)
    return (day + timedelta(days=31)).replace(day=1)
