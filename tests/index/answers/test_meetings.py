"""One event that several articles tell of is one meeting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.answers.meetings import meetings, ties
from index.model import Contact, ContactKind, ContactStatus, Met, Precision, Span, Topic, When


def day(told: str, precision: Precision = "day", to: str | None = None) -> When:
    return When(from_=told, to=to or told, precision=precision)


def met(
    article: str, *who: str, when: When | None = None, kind: ContactKind = "call", published: str | None = None,
    status: ContactStatus = "happened", at: int = 0,
) -> Met:  # fmt: skip
    contact = Contact(kind=kind, participants=who, date=when, status=status, evidence=(Span(start=at, end=at + 1),))
    return Met(article=article, file=article, title=article, contact=contact,
               published=day(published) if published else None)  # fmt: skip


MONDAY, TUESDAY, FRIDAY = "2021-05-03", "2021-05-04", "2021-05-07"


def witnesses(*rows: Met) -> list[list[str]]:
    return sorted(sorted(w.article for w in meeting.told) for meeting in meetings(rows))


def test_two_articles_tell_of_one_call() -> None:
    (one,) = meetings([met("a", "ada", "bo", when=day(MONDAY)), met("b", "bo", "ada", when=day(MONDAY))])
    assert [w.article for w in one.told] == ["b", "a"]
    assert one.differ == ()


def test_what_they_disagree_on_stands_side_by_side() -> None:
    (one,) = meetings([
        met("a", "ada", "bo", when=day(MONDAY), status="planned"), met("b", "ada", "bo", when=day(TUESDAY)),
    ])  # fmt: skip
    assert one.differ == ("date", "status")
    assert one.status == "happened"
    assert {w.contact.date.from_ for w in one.told if w.contact.date} == {MONDAY, TUESDAY}


def test_those_two_have_the_topics_of_most_of_their_contacts_first() -> None:
    rows = [met(str(n), "ada", "bo", when=day(told)) for n, told in enumerate((MONDAY, FRIDAY, "2021-06-01"))]
    topics = (["Peru"], ["Chad", "Peru"], [])
    for n, (row, names) in enumerate(zip(rows, topics, strict=True)):
        told = tuple(Topic(name=name, mentions=()) for name in names)
        rows[n] = row.model_copy(update={"contact": row.contact.model_copy(update={"topics": told})})
    (tie,) = ties(meetings(rows))
    assert (tie.count, tie.topics) == (3, ("Peru", "Chad"))


def test_the_sharper_kind_and_date_stand() -> None:
    week = day("2021-05-03", "week", "2021-05-09")
    (one,) = meetings([
        met("a", "ada", "bo", when=week, kind="conversation"), met("b", "ada", "bo", when=day(TUESDAY)),
    ])  # fmt: skip
    assert one.date is not None
    assert (one.kind, one.date.from_, one.differ) == ("call", TUESDAY, ("date", "kind"))


@pytest.mark.parametrize(
    "other",
    [
        met("b", "ada", "bo", when=day(FRIDAY)),
        met("b", "ada", "bo", when=day(MONDAY), kind="letter"),
        met("b", "ada", "cy", when=day(MONDAY)),
        met("b", "ada", "bo"),
        met("b", "ada", "bo", published="2021-06-01"),
        met("a", "ada", "bo", when=day(TUESDAY)),
    ],
)
def test_other_days_kinds_and_people_are_other_events(other: Met) -> None:
    assert len(meetings([met("a", "ada", "bo", when=day(MONDAY), published=MONDAY), other])) == 2


def test_of_some_of_those_who_met_is_told_elsewhere() -> None:
    rows = met("a", "ada", "bo", "cy", when=day(MONDAY)), met("b", "ada", "bo", when=day(MONDAY))
    (one,) = meetings(rows)
    assert (one.participants, one.differ) == (("ada", "bo", "cy"), ("participants",))


def test_who_tells_no_day_tells_of_the_event_of_these_days() -> None:
    dated = met("a", "ada", "bo", when=day(MONDAY), published=TUESDAY)
    assert witnesses(dated, met("b", "ada", "bo", published=TUESDAY)) == [["a", "b"]]


def test_who_tells_no_day_is_heard_whoever_tells_the_day_later() -> None:
    later = met("c", "ada", "bo", when=day(MONDAY), published="2021-05-20")
    assert witnesses(later, met("b", "ada", "bo", published=TUESDAY)) == [["b", "c"]]
    assert len(witnesses(later, met("b", "ada", "bo", published="2021-05-19"))) == 2


def test_who_tells_no_day_where_two_may_be_meant_stands_alone() -> None:
    rows = [met("a", "ada", "bo", when=day(MONDAY), published=MONDAY),
            met("c", "ada", "bo", when=day("2021-05-05"), published="2021-05-05")]  # fmt: skip
    assert witnesses(*rows, met("b", "ada", "bo", published="2021-05-06")) == [["a"], ["b"], ["c"]]


def test_who_meets_nobody_any_more_met_nobody() -> None:
    assert meetings([met("a", "ada", when=day(MONDAY))]) == []


def test_ties_count_events_not_articles() -> None:
    found = meetings([
        met("a", "bo", "ada", when=day(MONDAY)), met("b", "ada", "bo", when=day(MONDAY)),
        met("c", "ada", "cy", when=day(FRIDAY), status="planned"),
    ])  # fmt: skip
    assert [(t.actors, t.count, t.last) for t in ties(found)] == [
        (("ada", "bo"), 1, MONDAY), (("ada", "cy"), 1, None)
    ]  # fmt: skip
    assert [t.actors for t in ties(found, "bo")] == [("bo", "ada")]


WHO = st.lists(st.sampled_from(["ada", "bo", "cy"]), min_size=2, max_size=3, unique=True)
WHEN = st.sampled_from([None, day(MONDAY), day(TUESDAY), day(FRIDAY), day(MONDAY, "week", "2021-05-09")])
ROWS = st.lists(st.builds(lambda n, who, when: met(f"a{n}", *who, when=when), st.integers(0, 5), WHO, WHEN), max_size=8)


@given(ROWS, st.randoms())
def test_every_account_is_of_one_event_whatever_their_order(rows: list[Met], random: object) -> None:
    rows = [m.model_copy(update={"contact": m.contact.model_copy(update={"evidence": (Span(start=n, end=n + 1),)})})
            for n, m in enumerate(rows)]  # fmt: skip
    found = meetings(rows)
    assert sorted(m.contact.evidence[0].start for meeting in found for m in meeting.told) == list(range(len(rows)))
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert meetings(shuffled) == found
