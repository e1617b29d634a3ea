"""What people type who come from elsewhere is answered with how it is typed here, and never taken for words."""

from __future__ import annotations

from datetime import date

import pytest

from index.errors import QueryError
from index.query import parse

TODAY = date(2026, 5, 6)  # a Wednesday


def refused(query: str) -> QueryError:
    with pytest.raises(QueryError) as caught:
        parse(query, today=TODAY)
    return caught.value


@pytest.mark.parametrize(
    ("query", "place", "title", "proposal"),
    [
        ("ferry || quay", "||", "|| is typed OR", "ferry OR quay"),
        ("ferry | quay", "|", "| is typed OR", "ferry OR quay"),
        ("ferry||quay", "||", "|| is typed OR", "ferry OR quay"),
        ("ferry && !quay", "&&", "&& is typed AND", "ferry AND -quay"),
        ('!"night ferry" quay', "!", "! is typed -", '-"night ferry" quay'),
        ("!(a OR b) c", "!", "! is typed -", "-(a OR b) c"),
        ("ferry –quay", "–", "– is typed -", "ferry -quay"),
        ("title:'night ferry' quay", "title:'night ferry'", "A phrase stands in double quotation marks",
         'title:"night ferry" quay'),
        ("speaker:‘per lind’", "speaker:‘per lind’", "A phrase stands in double quotation marks", 'speaker:"per lind"'),
        ("'night ferry'", "'night ferry'", "A phrase stands in double quotation marks", '"night ferry"'),
        ("ferry NEAR quay", "NEAR", "NEAR is typed w/10", "ferry w/10 quay"),
        ("ferry NEAR/5 quay", "NEAR/5", "NEAR/5 is typed w/5", "ferry w/5 quay"),
        ("ferry within5 quay", "within5", "within5 is typed w/5", "ferry w/5 quay"),
        ("ferry n/5 quay", "n/5", "n/5 is typed w/5", "ferry w/5 quay"),
        ("ferry /5 quay", "/5", "/5 is typed w/5", "ferry w/5 quay"),
        ("ferry adj3 quay", "adj3", "adj3 is typed pre/3", "ferry pre/3 quay"),
        ("ferry p/3 quay", "p/3", "p/3 is typed pre/3", "ferry pre/3 quay"),
        ("ferry near/500 quay", "near/500", "near/500 is typed w/500", "ferry /p quay"),
        ("ferry w/ 5 quay", "w/ 5", "w/ 5 is typed w/5", "ferry w/5 quay"),
        ("ferry w/ quay", "w/", "w/ wants a number", "ferry w/5 quay"),
        ("ferry w/", "w/", "w/ wants a number", "ferry"),
        ("atleast5(ferry)", "atleast5", "atleast5 is typed atleast/5", "atleast/5(ferry)"),
        ("first/ ferry", "first/", "first/ wants a number", "first/50 ferry"),
        ('"night ferry"~5 quay', '"night ferry"~5', "~5 behind a phrase is typed w/5", "night w/5 ferry quay"),
        ('"ferry"~', '"ferry"~', "~ stands behind a word without marks", "ferry~"),
        ("[2020 TO 2021]", "[2020 TO 2021]", "Only dates have ranges", "date:2020..2021"),
        ("f?rry", "f?rry", "? stands for no letter", "frry~"),
        ("ferry^2 quay", "^2", "^ gives a word no weight", "ferry quay"),
        ("/f.rry/", "/f.rry/", "There are no patterns between slashes", "f rry"),
        ("speaker=lind", "speaker=", "speaker= is typed speaker:", "speaker:lind"),
    ],
)
def test_signs_of_other_languages(query: str, place: str, title: str, proposal: str) -> None:
    error = refused(query)
    assert (query[error.start : error.end], error.title, error.proposal) == (place, title, proposal)


@pytest.mark.parametrize(
    "query",
    [
        "+ferry quay", "ferry, quay!", "a quay? a ferry!", "near the quay", "24/7 ferry", "w5", "first", "a – b",
        "FERRY NEAR QUAY", '"ferry NEAR/5 quay"', '"f?rry | quay"', "and/or", "n/a", "a=b", "Ferry (and quay)", "a ! b",
        "¡a!", "AT&T", "Quay 'is no ferry'", "title:o'neill's", "1999–2001", "a –", "outlet:NEAR", 'a "NEAR" b', "https://quay.org/ferry/?to=us",
    ],
)  # fmt: skip
def test_what_only_looks_like_it_is_words(query: str) -> None:
    tree = parse(query, today=TODAY)
    assert tree is not None
    assert str(parse(str(tree), today=TODAY)) == str(tree)


@pytest.mark.parametrize(
    ("query", "proposal"),
    [
        ("who:lind ferry", "speaker:lind ferry"),
        ("said:lind", "speaker:lind"),
        ('from:"per lind"', 'speaker:"per lind"'),
        ("from:2021 ferry", "date:2021.. ferry"),
        ("since:march 2021 ferry", "date:march 2021.. ferry"),
        ("until:2021-03", "date:..2021-03"),
        ("from:2021..2022", "date:2021..2022"),
        ("site:post", "outlet:post"),
        ("intitle:ferry", "title:ferry"),
        ("Headline:(ferry OR quay)", "title:(ferry OR quay)"),
        ("year:2021", "date:2021"),
        ("type:direct", "kind:direct"),
        ("body:ferry", "ferry"),
        ("content:(ferry quay)", "(ferry quay)"),
    ],
)
def test_fields_that_are_called_otherwise(query: str, proposal: str) -> None:
    error = refused(query)
    assert error.title == f"There is no field “{query[: query.index(':')]}”"
    assert query[error.start : error.end].endswith(":")
    assert error.proposal == proposal


@pytest.mark.parametrize(
    ("query", "place", "proposal"),
    [
        ("date:2021/03/15 x", "2021/03/15", "date:2021-03-15 x"),
        ("date:20210315", "20210315", "date:2021-03-15"),
        ("date:15.3.2021", "15.3.2021", "date:2021-03-15"),
        ("date:3/15/2021", "3/15/2021", "date:2021-03-15"),
        ("date:15/3/2021", "15/3/2021", "date:2021-03-15"),
        ("date:3/4/2021", "3/4/2021", None),
        ("before:3/2021", "3/2021", "before:2021-03"),
        ("date:15th of march 2021 x", "15th of march 2021", "date:15th march 2021 x"),
        ("date:q2 2021", "q2 2021", "date:2021-04..2021-06"),
        ("date:2021Q4", "2021Q4", "date:2021-10..2021-12"),
        ("date:2021-2022", "2021-2022", "date:2021..2022"),
        ("date:[2020-01-01 TO *]", "[2020-01-01 TO *]", "date:2020-01-01.."),
        ("date:>2021", ">2021", "after:2021"),
        ("date:<=2021-03", "<=2021-03", "date:..2021-03"),
        ("date:2021,2022", "2021,2022", "(date:2021 OR date:2022)"),
        ("date:(2021 OR 2022) x", "(2021 OR 2022)", "(date:2021 OR date:2022) x"),
        ("-date:(2021)", "(2021)", "-date:2021"),
        ("date:2021.", "2021.", "date:2021"),
        ("date:spring 2021", "spring", "date: 2021"),
        ("a date:monday", "monday", "a"),
    ],
)
def test_dates_that_are_written_otherwise(query: str, place: str, proposal: str | None) -> None:
    error = refused(query)
    assert (query[error.start : error.end], error.title) == (place, f"“{place}” is no date")
    assert error.proposal == proposal


@pytest.mark.parametrize(
    ("query", "meaning"),
    [
        ("date:today", "date:2026-05-06..2026-05-06"),
        ("date:Yesterday x", "(date:2026-05-05..2026-05-05 x)"),
        ("date:this week", "date:2026-05-04..2026-05-10"),
        ("date:last week", "date:2026-04-27..2026-05-03"),
        ("date:this month", "date:2026-05-01..2026-05-31"),
        ("after:last month", "date:2026-05-01.."),
        ('before:"last year"', "date:..2024-12-31"),
        ("date:March 15th, 2021", "date:2021-03-15..2021-03-15"),
        ("date:15th march..1st april", "date:2026-03-15..2026-04-01"),
        ("date:last week..yesterday", "date:2026-04-27..2026-05-05"),
        ("date:2021 .. 2022", "date:2021-01-01..2022-12-31"),
        ("date:2021-03...2021-04", "date:2021-03-01..2021-04-30"),
        ("date:2021 to 2022 x", "(date:2021-01-01..2022-12-31 x)"),
        ("date:2021 – 2022", "date:2021-01-01..2022-12-31"),
        ("date:march 2021 to april 2021", "date:2021-03-01..2021-04-30"),
        ("date:2021 to quay", "(date:2021-01-01..2021-12-31 to quay)"),
        ("date:2021.. quay", "(date:2021-01-01.. quay)"),
        ("(date:..2021)", "date:..2021-12-31"),
        ("date:2021; quay", "(date:2021-01-01..2021-12-31 quay)"),
    ],
)
def test_dates_in_words_and_ranges(query: str, meaning: str) -> None:
    assert str(parse(query, today=TODAY)) == meaning


def test_last_month_in_january() -> None:
    assert str(parse("date:last month", today=date(2026, 1, 31))) == "date:2025-12-01..2025-12-31"
