"""Contacts, the card and topics of a small corpus, through the door."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index.errors import UnknownError
from index.library import Library
from tests.index.answers.conftest import opened_on

ARTICLES = {
    "a": """\
Ministers talk ships

OSLO, 3 May 2021 – Norwegian Trade Minister Ada Bergström held a phone call with Danish Minister Bo Olsen on Monday.

"The K-27 must sail," Bergström said of the K-27 ferry.
""",
    "b": """\
A call on ferries

COPENHAGEN, 4 May 2021 – Norwegian Trade Minister Ada Bergström held a phone call with Bo Olsen on Monday.

They discussed the K-27. "We want no K-27," Olsen said. The K-27 is old.
""",
    "c": """\
New office

OSLO, 7 June 2022 – Norwegian Prime Minister Ada Bergström met Swedish King Karl Dahl in Oslo on Tuesday.

Norwegian Prime Minister Ada Bergstrom smiled.
""",
}
ADA, BO = "ada-bergstrom", "bo-olsen"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with opened_on(ARTICLES, tmp_path_factory) as opened:
        yield opened


def test_a_call_that_two_articles_report_is_one_contact(library: Library) -> None:
    (call,) = library.contacts(between=["bergström", "olsen"])
    assert (call.kind, sorted(call.participants)) == ("call", [ADA, BO])
    assert call.date is not None
    assert call.date.from_ == "2021-05-03"
    assert [met.article for met in call.told] == ["b.txt", "a.txt"]
    for met in call.told:
        article = library.article(met.article)
        assert met.contact.date is not None
        assert article.text[met.contact.date.start : met.contact.date.end] == met.contact.date.text == "Monday"


@pytest.mark.parametrize("asked", ["K-27", "k27", "K"])
def test_what_one_of_its_witnesses_says_that_it_was_about(library: Library, asked: str) -> None:
    (call,) = library.contacts(about=asked)
    assert call.topics == ("K-27",)
    assert {met.article: [topic.name for topic in met.contact.topics] for met in call.told} == {
        "a.txt": [], "b.txt": ["K-27"],
    }  # fmt: skip


def test_contacts_about_what_nobody_discussed(library: Library) -> None:
    assert library.contacts(about="K-28") == library.contacts(about="27") == library.contacts(about="-") == []


def test_contacts_of_somebody_of_a_country_of_a_kind_in_a_time(library: Library) -> None:
    everything = library.contacts()
    assert [meeting.kind for meeting in everything] == ["meeting", "call"]
    assert library.contacts(of="olsen") == everything[1:]
    assert library.contacts(of="norway") == everything
    assert library.contacts(of="denmark") == everything[1:]
    assert library.contacts(kind="meeting") == everything[:1]
    assert library.contacts(since="2022") == library.contacts(since="2021-06-01") == everything[:1]
    assert library.contacts(until="2021-05") == everything[1:]
    assert library.contacts(until="2021-05-02") == []
    with pytest.raises(UnknownError, match="no date"):
        library.contacts(since="May")
    with pytest.raises(UnknownError, match="Zorn"):
        library.contacts(of="Zorn")


def test_the_card_tells_a_change_of_office(library: Library) -> None:
    card = library.actor(ADA)
    assert [(t.role, t.of, t.first, t.last) for t in card.tenures] == [
        ("Trade Minister", "norway", "2021-05-03", "2021-05-04"),
        ("Prime Minister", "norway", "2022-06-07", "2022-06-07"),
    ]  # fmt: skip
    assert card.tenures[0].place is not None
    assert card.affiliation == "norway"


def test_the_card_tells_with_whom_on_what_and_when(library: Library) -> None:
    card = library.actor(ADA)
    assert [(tie.actors, tie.count, tie.last) for tie in card.ties] == [
        ((ADA, BO), 1, "2021-05-03"), ((ADA, "karl-dahl"), 1, "2022-06-07")
    ]  # fmt: skip
    assert [(topic.name, topic.count) for topic in card.topics] == [("K-27", 2)]
    assert [(month.name, month.count > 1) for month in card.months] == [("2021-05", True), ("2022-06", True)]
    assert {BO, "norway", "karl-dahl"} <= card.names.keys()


def test_a_role_that_a_person_gave_stands_on_the_card(library: Library) -> None:
    library.set_role(BO, "Harbour Master", of="denmark", since="2020-01", until="2020-12")
    (given,) = (t for t in library.actor(BO).tenures if t.decided)
    library.undo()
    assert (given.role, given.of, given.first, given.last) == ("Harbour Master", "denmark", "2020-01", "2020-12")
    assert not any(t.decided for t in library.actor(BO).tenures)


def test_who_said_what_on_a_topic_in_time(library: Library) -> None:
    assert [(topic.name, topic.count) for topic in library.topics()] == [("K-27", 2)]
    matter = library.topic("k27")
    assert (matter.name, matter.articles) == ("K-27", 2)
    assert [said.quotation.text for said in matter.said] == ["The K-27 must sail,", "We want no K-27,"]
    with pytest.raises(UnknownError, match="Q-99"):
        library.topic("Q-99")
