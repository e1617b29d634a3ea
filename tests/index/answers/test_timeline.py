from __future__ import annotations

import pytest

from index.library import Library
from index.model import Unit

UNITS: tuple[Unit, ...] = ("day", "week", "month", "year")


def test_what_is_counted_by_month(library: Library) -> None:
    found = library.timeline("cod", unit="month")
    assert [(p.name, p.articles, p.quotations, p.contacts) for p in found.periods] == [
        ("2020-12", 1, 0, 0), ("2021-01", 0, 0, 0), ("2021-02", 0, 0, 0), ("2021-03", 2, 2, 1),
    ]  # fmt: skip
    assert found.undated == 1


def test_the_unit_follows_from_the_span(library: Library) -> None:
    assert library.timeline("tariffs OR talks").unit == "day"
    assert library.timeline("").unit == "week"
    assert library.timeline("zebra").periods == ()


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("query", ["", "cod", "grain OR tariffs"])
def test_each_period_narrows_to_its_articles(library: Library, query: str, unit: Unit) -> None:
    found = library.timeline(query, unit=unit)
    for period in found.periods:
        assert library.search(f"{query} {period.typed}").total == period.articles, period.name
    dated = sum(period.articles for period in found.periods)
    assert dated + found.undated == library.search(query).total


@pytest.mark.parametrize("unit", UNITS)
def test_the_periods_leave_no_gap(library: Library, unit: Unit) -> None:
    names = [period.name for period in library.timeline("", unit=unit).periods]
    assert names == sorted(set(names))
    assert len(names) == {"day": 111, "week": 17, "month": 5, "year": 2}[unit]


def test_of_an_actor_it_has_what_that_one_said_and_whom_it_met(library: Library) -> None:
    reed = library.called("Tom Reed")
    found = library.timeline(actor=reed, unit="month")
    assert [(p.name, p.articles, p.quotations, p.contacts) for p in found.periods] == [("2021-03", 2, 1, 1)]
    assert found.undated == 0
