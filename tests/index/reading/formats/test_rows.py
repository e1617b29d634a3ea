"""JSON, JSON lines and tables: names for values, an article a row."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from typing import Any

import pytest

from index.model import Article, Problem

Read = Callable[[str, bytes | str], Any]


def test_an_object_is_an_article(article_of: Read) -> None:
    row = {"headline": "Talks in Oslo", "body": "They met.\n\nThey left.", "date": "2021-04-01T10:00:00Z",
           "source": {"id": None, "name": "The Mail"}, "authors": ["Ada Berg", "Ola Li"],
           "url": "https://example.org/a"}
    article = article_of("a.json", json.dumps(row))
    assert article.id == "a.json"
    assert article.text == "Talks in Oslo\n\nThey met.\n\nThey left.\n"
    assert [(b.kind, article.text[b.start : b.end]) for b in article.blocks] == [
        ("title", "Talks in Oslo"), ("paragraph", "They met."), ("paragraph", "They left.")
    ]  # fmt: skip
    assert (article.outlet.value, article.outlet.how) == ("The Mail", "field")
    assert article.author.value == "Ada Berg, Ola Li"
    assert article.url.value == "https://example.org/a"
    assert article.published is not None
    assert (article.published.from_, article.published.how) == ("2021-04-01", "field")


@pytest.mark.parametrize(
    "held",
    [
        [{"title": "A", "text": "One."}, {"title": "B", "text": "Two."}],
        {"status": "ok", "articles": [{"title": "A", "content": "One."}, {"title": "B", "content": "Two."}]},
        {"response": {"status": "ok", "results": [
            {"webTitle": "A", "fields": {"bodyText": "One."}}, {"webTitle": "B", "fields": {"bodyText": "Two."}}]}},
        {"version": "https://jsonfeed.org/version/1.1", "title": "Feed", "items": [
            {"title": "A", "content_html": "<p>One.</p>"}, {"title": "B", "content_text": "Two."}]},
        {"x": {"title": "A", "articleBody": "One."}, "y": {"title": "B", "articleBody": "Two."}},
        [{"title": "A", "abstractNote": "One.", "key": "X"}, {"title": "B", "abstractNote": "Two."}],
    ],
)  # fmt: skip
def test_lists_of_articles_are_found_where_services_put_them(items_of: Read, held: object) -> None:
    items = items_of("a.json", json.dumps(held))
    assert [(a.id, a.title, a.text) for a in items] == [
        ("a.json#1", "A", "A\n\nOne.\n"), ("a.json#2", "B", "B\n\nTwo.\n")
    ]  # fmt: skip


def test_a_list_of_headlines_is_articles_of_a_title_alone(items_of: Read) -> None:
    held = {
        "articles": [
            {
                "url": "https://example.org",
                "title": "Talks in Oslo",
                "seendate": "20210401T101500Z",
                "domain": "example.org",
            }
        ]
    }
    (article,) = items_of("gdelt.json", json.dumps(held))
    assert (article.title, article.text, article.outlet.value) == ("Talks in Oslo", "Talks in Oslo\n", "example.org")
    assert article.published.from_ == "2021-04-01"


def test_a_line_that_is_none_is_named_and_the_others_keep_their_numbers(items_of: Read) -> None:
    lines = '{"title": "A", "body": "One."}\n{broken\n\n[1]\n{"title": "B"}\n{"title": "C", "body": "Three."}\n'
    items = items_of("a.jsonl", lines)
    assert [item.id if isinstance(item, Article) else item.reason for item in items] == [
        "a.jsonl#1",
        "article 2: the JSON is damaged (Expecting property name enclosed in double quotes: line 1 column 2 (char 1))",
        "article 3: no object with fields",
        "article 4: no field with the text of an article",
        "a.jsonl#5",
    ]


def test_very_many_bad_lines_are_counted(items_of: Read) -> None:
    items = items_of("a.jsonl", '{"title": "A", "body": "One."}\n' + "{broken\n" * 1000)
    assert len(items) == 22
    assert isinstance(items[-1], Problem)
    assert items[-1].reason == "980 more of its articles could not be read"


def test_packed_lines_stream(items_of: Read) -> None:
    rows = "".join(json.dumps({"title": f"Talks {n}", "body": "They met."}) + "\n" for n in range(300))
    items = items_of("a.jsonl.gz", gzip.compress(rows.encode()))
    assert [items[0].id, items[-1].id, items[-1].title] == ["a.jsonl.gz#1", "a.jsonl.gz#300", "Talks 299"]


def test_lines_are_told_by_content_whatever_the_name(items_of: Read) -> None:
    assert len(items_of("a.txt", '{"title": "A", "body": "One."}\n{"title": "B", "body": "Two."}\n')) == 2


def test_a_line_that_is_too_long_ends_the_reading(items_of: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.reading.limits.LARGEST_ROW", 100)
    items = items_of("a.jsonl", '{"title": "A", "body": "One."}\n{"title": "' + "x" * 200 + '"}\n')
    assert [type(item) for item in items] == [Article, Problem]
    assert "a line is longer than" in items[1].reason


@pytest.mark.parametrize(
    "content", ['{"name": "x", "version": 2}', '{"a": ', "[" * 200_000, '{"title": "x", "body": 7e999999']
)
def test_json_that_holds_no_article_says_so(problem_of: Read, content: str) -> None:
    assert problem_of("a.json", content)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_names_its_columns(items_of: Read, delimiter: str) -> None:
    rows = [["Title", "Publication Title", "Date", "Abstract Note"],
            ["Talks", "The Mail", "2021-04-01", '"They met, at last;\nin Oslo."'],
            ["", "", "", "Untitled words."]]
    items = items_of("a.csv", "\ufeff" + "\r\n".join(delimiter.join(row) for row in rows))
    assert [(a.id, a.title, a.text, a.outlet.value) for a in items] == [
        ("a.csv#1", "Talks", "Talks\n\nThey met, at last;\n\nin Oslo.\n", "The Mail"),
        ("a.csv#2", "Untitled words.", "Untitled words.\n", None),
    ]


def test_a_table_in_another_encoding(items_of: Read) -> None:
    text = "title,body\nGörüşme,Çavuşoğlu İstanbul’da konuştu.\n"
    assert items_of("a.csv", text.encode("cp1254"))[0].text == "Görüşme\n\nÇavuşoğlu İstanbul’da konuştu.\n"


def test_a_table_without_a_column_of_text_says_so(problem_of: Read) -> None:
    assert problem_of("a.csv", "a,b\n1,2\n") == "no column with the text of an article"
