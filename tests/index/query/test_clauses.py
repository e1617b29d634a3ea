"""What narrows a query, part by part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.query import parse
from index.query.clauses import clauses


@pytest.mark.parametrize(
    ("query", "typed"),
    [
        ("", []),
        ("ferry -quay (a OR b) w/5 c", []),
        ("ferry date:2021 -outlet:post", ["date:2021", "-outlet:post"]),
        ('actor:"Per Lind" quay to:(lind OR novak)', ['actor:"Per Lind"', "to:(lind OR novak)"]),
        ("to:lind OR to:novak ferry", ["to:lind OR to:novak"]),
        ("(to:lind OR to:novak) ferry", ["(to:lind OR to:novak)"]),
        ("to:lind OR ferry", []),
        ("(ferry to:lind) quay", []),
        ("date:15 march 2021 ferry before:june", ["date:15 march 2021", "before:june"]),
        ("NOT outlet:post AND ferry", ["NOT outlet:post"]),
        ("first/50 ferry title:(ferry w/5 quay)", ["title:(ferry w/5 quay)"]),
        ("-(to:lind date:2021)", ["-(to:lind date:2021)"]),
        ("tag:spring is:starred ferry", ["tag:spring", "is:starred"]),
        ('outlet:="The Post", by: lind', ['outlet:="The Post"', "by: lind"]),
        ('"date:2021" a:// ferry', []),
    ],
)  # fmt: skip
def test_the_parts_that_narrow_a_query(query: str, typed: list[str]) -> None:
    assert [clause.typed for clause in clauses(query)] == typed


@pytest.mark.parametrize(
    ("query", "without", "turned"),
    [
        ("date:2021", "", "-date:2021"),
        ("ferry  -date:2021  quay", "ferry quay", "ferry  date:2021  quay"),
        ("ferry AND date:2021", "ferry", "ferry AND -date:2021"),
        ("date:2021 AND ferry", "ferry", "-date:2021 AND ferry"),
        ("ferry AND NOT date:2021 AND quay", "ferry AND quay", "ferry AND date:2021 AND quay"),
        ("to:lind OR to:novak ferry", "ferry", "-(to:lind OR to:novak) ferry"),
        ("-to:lind OR to:novak", "", "-(-to:lind OR to:novak)"),
        ("-(to:lind OR to:novak)", "", "(to:lind OR to:novak)"),
    ],
)
def test_a_part_is_taken_off_and_turned_about(query: str, without: str, turned: str) -> None:
    (clause,) = clauses(query)
    assert (clause.without, clause.turned) == (without, turned)


FIELD = st.sampled_from(["to:lind", "outlet:(post OR news)", 'actor:"Per Lind"', "date:march 2021", "is:direct"])
SIGNED = st.builds(lambda sign, unit: sign + unit, st.sampled_from(["", "-", "NOT "]), FIELD)
CHOICE = st.lists(SIGNED, min_size=1, max_size=3).map(" OR ".join)
PART = st.sampled_from(["ferry", '"the quay"', "a w/5 b", "(x to:lind)", "-quay", "first/9 a", "sanct*"])
QUERY = st.lists(CHOICE | PART, min_size=1, max_size=5).flatmap(
    lambda parts: st.lists(st.sampled_from([" ", " AND ", "  "]), min_size=len(parts), max_size=len(parts)).map(
        lambda signs: "".join(part + sign for part, sign in zip(parts, signs, strict=True)).removesuffix(" AND ")
    )
)


@given(QUERY)
def test_what_is_left_is_a_query_with_one_part_less(query: str) -> None:
    found = clauses(query)
    for number, clause in enumerate(found):
        parse(clause.without)
        others = [other.typed for other in (*found[:number], *found[number + 1 :])]
        assert [other.typed for other in clauses(clause.without)] == others


@given(QUERY)
def test_turned_twice_it_means_the_same(query: str) -> None:
    for number, clause in enumerate(clauses(query)):
        assert _meaning(clauses(clause.turned)[number].turned) == _meaning(query)


def _meaning(query: str) -> str:
    """What a query means, whatever brackets it has around it."""
    return str(parse(query)).replace("(", "").replace(")", "")
