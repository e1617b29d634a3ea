"""The day that a field tells of."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from index.reading.dating import day_in, when


@pytest.mark.parametrize(
    "value",
    [
        "2021-04-01", "2021-04-01T23:59:00-08:00", "2021/04/01", "20210401", "20210401T101500Z", "20210401101500",
        "April 1, 2021", "Apr. 1st, 2021", "Published 1 April 2021, 10:15", "Thu, 01 Apr 2021 23:15:00 +0300",
        "1-Apr-2021", 1617271200, "1617271200", 1617271200000, date(2021, 4, 1), datetime(2021, 4, 1, tzinfo=UTC),
        "2021.04.01 10:15",
    ],
)  # fmt: skip
def test_a_day_is_read_as_it_is_written(value: object) -> None:
    assert day_in(value) == date(2021, 4, 1)


@pytest.mark.parametrize(
    "value", ["", None, "3/4/2021", "Thursday", "2021", "2021-13-01", "20210231", 17, "S-400", [], "1" * 400]
)
def test_what_is_no_day_is_none(value: object) -> None:
    assert day_in(value) is None


def test_a_pattern_comes_first_and_the_rest_still_counts() -> None:
    assert day_in("3/4/2021", "%d/%m/%Y") == date(2021, 4, 3)
    assert day_in("2021-04-01", "%d/%m/%Y") == date(2021, 4, 1)


def test_a_date_says_how_it_is_known() -> None:
    found = when("2021-04-01", "field")
    assert found is not None
    assert (found.from_, found.to, found.precision, found.how) == ("2021-04-01", "2021-04-01", "day", "field")
    assert when("some day", "field") is None
