"""Rows with names for their values (JSON, CSV, front matter): which name means what, and the article they make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from index.model import Known
from index.reading.dating import when
from index.reading.draft import Draft, Item, Source, Unread, compose, known
from index.reading.formats.markup import looks_marked_up, paragraphs_of
from index.reading.rules import Rules
from index.reading.text import paragraphs as places
from index.reading.trouble import Unreadable

# The names in use, the surest first: our own, NewsAPI, the Guardian, GDELT, Zotero, news-please, schema.org.
NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "webtitle", "name", "heading", "subject"),
    "text": (
        "body", "text", "content", "articlebody", "article_body", "maintext", "bodytext", "fulltext", "full_text",
        "article", "story", "content_text", "content_html", "abstract note", "abstractnote", "abstract", "description",
        "summary",
    ),
    "date": (
        "date", "published", "publishedat", "published_at", "datepublished", "date_published", "date_publish",
        "pubdate", "pub_date", "publication_date", "publicationdate", "webpublicationdate", "seendate", "created",
        "created_at", "timestamp", "issued",
    ),
    "outlet": (
        "outlet", "source", "publisher", "publication", "publication title", "publicationtitle", "sitename",
        "site_name", "site", "container-title", "domain", "source_domain", "newspaper", "sourcecommonname",
    ),
    "author": ("author", "authors", "byline", "by", "creator", "writer"),
    "url": ("url", "link", "canonical", "weburl", "web_url", "permalink", "href", "documentidentifier", "external_url"),
}  # fmt: skip


def article(row: Mapping[str, Any], format_: str, rules: Rules) -> Draft:
    """The article that a row holds. Raises `Unreadable` if no field of it is one with text."""
    named = {str(name).strip().lower(): value for name, value in row.items()}
    for outer in ("fields", "_source"):  # the Guardian, Elasticsearch
        if isinstance(inner := named.get(outer), Mapping):
            named |= {str(name).lower(): value for name, value in inner.items()}
    told = dict(rules.fields)
    title = _first(named, "title", told)
    words = _first(named, "text", told)
    published = next((w for v in _values(named, "date", told) if (w := when(v, "field", rules.date_format))), None)
    url = _known(named, "url", told)
    if not words and title and (published or url.value):
        words, title = title, ""  # a list of headlines, as GDELT gives it
    if not words:
        raise Unreadable("no field with the text of an article", "Name the field in readout.toml: fields.text")
    text, blocks = compose(title, _paragraphs(words))
    return Draft(
        text, blocks, format_, title, outlet=_known(named, "outlet", told), author=_known(named, "author", told),
        url=url, published=published,
    )  # fmt: skip


def numbered(rows: Iterator[Any], source: Source, format_: str) -> Iterator[Item]:
    """The article of each row, numbered from 1; what is none of a row says why."""
    for number, row in enumerate(rows, 1):
        try:
            if isinstance(row, Unreadable):
                raise row
            if not isinstance(row, Mapping):
                raise Unreadable("no object with fields", "See that each article is one: {…}.")
            draft = article(row, format_, source.rules)
        except Unreadable as error:
            yield Unread(f"article {number}: {error.reason}", error.hint, number)
        else:
            yield draft.numbered(number)


def _paragraphs(words: str) -> list[str]:
    if looks_marked_up(words):
        return paragraphs_of(words)
    return [words[start:end] for start, end in places(words)]


def _known(row: Mapping[str, Any], field: str, told: Mapping[str, str]) -> Known:
    return known(_first(row, field, told), "field")


def _first(row: Mapping[str, Any], field: str, told: Mapping[str, str]) -> str:
    return next((words for value in _values(row, field, told) if (words := _words(value).strip())), "")


def _values(row: Mapping[str, Any], field: str, told: Mapping[str, str]) -> Iterator[Any]:
    names = (told[field].lower(),) if field in told else NAMES[field]
    return (row[name] for name in names if row.get(name) is not None)


def _words(value: Any) -> str:
    """A value as words: a list has its own apart by commas, and of an object its name counts."""
    match value:
        case str():
            return value
        case Mapping():
            return _words(next((value[key] for key in ("name", "title", "value", "id") if value.get(key)), ""))
        case list():
            return ", ".join(filter(None, map(_words, value)))
        case bool() | None:
            return ""
    return str(value)
