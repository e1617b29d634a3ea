from __future__ import annotations

import pytest

from index.annotation.dates import find, published
from index.model import Block, When

WEDNESDAY = When(from_="2021-04-07", to="2021-04-07", precision="day")


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("on March 3, 2021", "2021-03-03", "2021-03-03"),
        ("on 3 March 2021", "2021-03-03", "2021-03-03"),
        ("on 2021-03-03", "2021-03-03", "2021-03-03"),
        ("in May 2020", "2020-05-01", "2020-05-31"),
        ("on Jan. 28-29", "2021-01-28", "2021-01-29"),
        ("on December 30", "2020-12-30", "2020-12-30"),
        ("in February", "2021-02-01", "2021-02-28"),
        ("in December", "2020-12-01", "2020-12-31"),
        ("on Monday", "2021-04-05", "2021-04-05"),
        ("last Wednesday", "2021-03-31", "2021-03-31"),
        ("next Friday", "2021-04-09", "2021-04-09"),
        ("last week", "2021-03-29", "2021-04-04"),
        ("Earlier this month", "2021-04-01", "2021-04-07"),
        ("last month", "2021-03-01", "2021-03-31"),
        ("yesterday", "2021-04-06", "2021-04-06"),
        ("two days ago", "2021-04-05", "2021-04-05"),
        ("in 2019", "2019-01-01", "2019-12-31"),
    ],
)
def test_phrases_seen_from_a_wednesday(phrase: str, first: str, last: str) -> None:
    text = f"They met {phrase} there."
    (when,) = find(text, 0, len(text), WEDNESDAY)
    assert (when.from_, when.to) == (first, last)
    assert when.start is not None and text[when.start : when.end] == when.text
    assert when.how


@pytest.mark.parametrize(
    "text", ["the S-400s", "in the 1990s", "He may come and march on", "It cost 2000 dollars", "Sunny days", "at 10:30"]
)
def test_what_looks_like_a_date_and_is_none(text: str) -> None:
    assert find(text, 0, len(text), WEDNESDAY) == []


def test_without_the_articles_date_the_words_stand_alone() -> None:
    (when,) = find("They met on Monday.", 0, 19)
    assert (when.from_, when.to, when.precision, when.text) == (None, None, None, "Monday")


def test_what_is_planned_lies_ahead() -> None:
    (when,) = find("They will meet on Monday.", 0, 25, WEDNESDAY, ahead=True)
    assert when.from_ == "2021-04-12"


def _published(text: str, name: str = "") -> When | None:
    return published(text, [Block(kind="paragraph", start=0, end=len(text))], name)


def test_the_file_name_tells_the_date() -> None:
    when = _published("Nothing here.", "2020-06-05_talks.txt")
    assert when is not None and (when.from_, when.how) == ("2020-06-05", "file name")


def test_a_dateline_tells_the_date() -> None:
    when = _published("OSLO, June 5, 2020 - They met.")
    assert when is not None and (when.from_, when.how) == ("2020-06-05", "dateline")


def test_weekday_and_day_fix_the_year_near_one_that_is_named() -> None:
    when = _published("They met on Friday, June 5. The pact dates from 2016.")
    assert when is not None and when.from_ == "2020-06-05"


def test_without_a_year_near_it_the_year_stays_unknown() -> None:
    when = _published("They met on Friday, June 5.")
    assert when is not None and (when.from_, when.text) == (None, "Friday, June 5")


def test_a_date_within_the_text_is_not_the_articles() -> None:
    assert _published("The pact that all of them had signed in the old town on June 5, 2020 was forgotten.") is None
    assert _published("The June 5, 2020, talks were forgotten.") is None


def test_a_captions_date_is_the_photos() -> None:
    text = "June 5, 2020"
    assert published(text, [Block(kind="caption", start=0, end=len(text))]) is None
