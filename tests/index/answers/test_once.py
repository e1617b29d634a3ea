"""What stands in several articles that say the same is told once, and all of it where that is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from index.answers.once import folded, grouped, number
from index.library import Library
from tests.index.answers.conftest import opened_on

TALKS = [f"On day {n} they met in Oslo about the K-27 and spoke of quota number {n} for herring." for n in range(30)]
OURS, SURE, WAIT = "The herring is ours,", "We are quite sure,", "We wait,"
SAID = f"“{OURS}” Minister Ada Berg said in Oslo. “{SURE}” Berg said. “{SURE}” she said again."


def article(outlet: str, day: int, *paragraphs: str) -> str:
    return "\n\n".join([f"---\noutlet: {outlet}\ndate: 2021-03-{day:02}\n---\nHerring talks", *paragraphs])


MET = "Berg met British Prime Minister Tom Reed in Oslo on Tuesday."
NEWS = {
    "a": article("Herald", 3, SAID, MET, *TALKS),
    "b": article("Post", 4, SAID.replace("“", '"').replace("”", '"'), MET, *TALKS[1:], f"“{WAIT}” Berg told the Post."),
    "c": article("Times", 5, SAID, "Tom Reed said nothing about the K-27."),
}


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with opened_on(NEWS, tmp_path_factory) as opened:
        yield opened


def test_the_same_words_of_the_same_report_stand_once(news: Library) -> None:
    told = [(said.article[0], said.quotation.text, [copy.article[0] for copy in said.copies])
            for said in news.quotations("kind:direct")]  # fmt: skip
    assert told == [
        ("c", OURS, []), ("c", SURE, []), ("c", SURE, []),
        ("b", OURS, ["a"]), ("b", SURE, ["a"]), ("b", SURE, ["a"]), ("b", WAIT, []),
    ]  # fmt: skip
    assert [said.article[0] for said in news.quotations("kind:direct", limit=4)] == ["c", "c", "c", "b"]


@pytest.mark.parametrize("query", ["", "herring", "speaker:berg", "kind:direct -herring"])
def test_no_quotation_is_lost(news: Library, query: str) -> None:
    every = news.quotations(query, once=False)
    once = news.quotations(query)
    assert not any(said.copies for said in every)
    places = [(said.article, said.quotation.start) for said in once]
    places += [(copy.article, copy.start) for said in once for copy in said.copies]
    assert sorted(places) == sorted((said.article, said.quotation.start) for said in every)


def test_copies_lead_to_the_same_words(news: Library) -> None:
    for said in news.quotations("herring"):
        for copy in said.copies:
            assert news.article(copy.article).text[copy.start : copy.end] == said.quotation.text
    line = next(line for line in news.concordance('"quota number 7"') if line.copies)
    (copy,) = line.copies
    assert news.article(copy.article).text[copy.start : copy.end] == line.word == "quota number 7"


def test_a_line_of_the_same_report_stands_once(news: Library) -> None:
    def lines(query: str, **asked: bool) -> Counter[int]:
        return Counter(len(line.copies) for line in news.concordance(query, **asked))  # type: ignore[arg-type]

    assert lines("quota") == {1: 29, 0: 1}
    assert lines("quota", once=False) == {0: 59}
    assert lines('"told the post"') == {0: 1}
    assert len(news.concordance("quota", limit=7)) == 7


@pytest.mark.parametrize("query", ["", "herring", "tom", "outlet:post OR outlet:herald"])
def test_counts_are_those_of_the_results(news: Library, query: str) -> None:
    def rows(query: str, **asked: bool) -> int | None:
        page = news.search(query, **asked)  # type: ignore[arg-type]
        return page.total if page.total is None else page.total - page.copies

    for facet in news.facets(query, limit=20):
        assert [rows(f"{query} {value.typed}") for value in facet.values] == [value.count for value in facet.values]
    for facet in news.facets(query, limit=20, once=False):
        for value in facet.values:
            assert rows(f"{query} {value.typed}", once=False) == value.count
    for period in news.timeline(query, unit="month").periods:
        assert rows(f"{query} {period.typed}") == period.articles
    for period in news.timeline(query, unit="month", once=False).periods:
        assert rows(f"{query} {period.typed}", once=False) == period.articles


def test_names_and_topics_are_counted_once(news: Library) -> None:
    once, every = (news.tally("Ada Berg", once=told_once) for told_once in (True, False))
    assert (once.articles, every.articles) == (2, 3)
    assert every.said - once.said == 3
    assert {topic.name: topic.count for topic in news.topics()}["K-27"] == 2
    assert {topic.name: topic.count for topic in news.topics(once=False)}["K-27"] == 3
    assert (news.topic("k-27").articles, news.topic("k-27", once=False).articles) == (2, 3)


def test_articles_that_say_the_same_are_one_witness(news: Library) -> None:
    (meeting,) = news.contacts(of="Tom Reed")
    ((article, copies),) = [(met.article[0], met.copies) for met in meeting.told]
    assert (article, [(copy.article[0], copy.outlet) for copy in copies]) == ("b", [("a", "Herald")])
    assert "met" in news.article("a.txt").text[copies[0].start : copies[0].end]
    (meeting,) = news.contacts(of="Tom Reed", once=False)
    assert [(met.article[0], met.copies) for met in meeting.told] == [("b", ()), ("a", ())]


def test_a_card_counts_what_the_ledger_lists(news: Library) -> None:
    card = news.actor(news.called("Ada Berg"))
    listed = news.quotations(actor=card.actor.id)
    assert (card.totals.said, list(card.said)) == (len(listed), listed)
    assert any(said.copies for said in card.said)


def test_alike_articles_stand_where_the_first_stands() -> None:
    assert list(grouped("abcd", {"a": 1, "c": 1})) == [["a", "c"], ["b"], ["d"]]
    assert [number(set(articles), {"a": 1, "c": 1, "d": 2}) for articles in ("", "b", "ab", "ac", "abcd")] == [
        0, 1, 2, 1, 3
    ]  # fmt: skip


def test_what_one_article_has_twice_stays_twice() -> None:
    rows = folded(["xxy", "xz", "xxx"], lambda letter: letter)
    assert rows == [("x", ["x", "x"]), ("x", ["x"]), ("y", []), ("z", []), ("x", [])]
