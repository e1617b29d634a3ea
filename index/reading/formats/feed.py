"""Feeds (RSS, Atom), by feedparser: an article an entry."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from index.reading.draft import Item, Source
from index.reading.formats.fields import numbered
from index.reading.formats.markup import paragraphs_of
from index.reading.limits import MOST_TAGS
from index.reading.trouble import Unreadable, need, parsing

_FEED = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf)\b[^>]*>", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_DECLARED = re.compile(r"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)")
_UTF8 = {"content-type": "application/xml; charset=utf-8"}
_HEAD = 4096


def sniff(source: Source) -> bool:
    """Whether it begins as feeds do."""
    head = source.head_text[:_HEAD]
    return head.startswith("<") and bool(_FEED.search(head)) and "<html" not in head.lower()


def read(source: Source) -> Iterator[Item]:
    """The articles in a feed. Nothing it links to is fetched."""
    feedparser = need("feedparser", "web", "a feed")
    data = source.data()
    if data.count(b"<") > MOST_TAGS * 4:
        raise Unreadable(f"the feed has more than {MOST_TAGS * 4:,} tags", "Split it.")
    if b"<!ENTITY" in data[:65536]:
        raise Unreadable("the feed declares entities, which are not followed", "Save it without them.")
    declared = _DECLARED.search(source.head_text)
    text = _DECLARATION.sub("", source.text(source.charset or (declared[1] if declared else "")).text.lstrip())
    with parsing("the feed"):
        # A stream and not the bytes: a string that looks like an address would be fetched.
        stream = io.BytesIO(text.encode("utf-8", "replace"))
        found = feedparser.parse(stream, response_headers=_UTF8, sanitize_html=False)
    if not found.entries:
        raise Unreadable("no entries in it", "If it is no feed, save the article as text (.txt).")
    outlet = _plain(found.feed.get("title"))
    yield from numbered((_row(entry, outlet) for entry in found.entries), source, "feed")


def _row(entry: Mapping[str, Any], outlet: str) -> dict[str, str]:
    contents = [content.get("value") or "" for content in entry.get("content") or ()]
    return {
        "title": _plain(entry.get("title")),
        "text": max([*contents, entry.get("summary") or ""], key=len),
        "date": entry.get("published") or entry.get("updated") or "",
        "outlet": _plain((entry.get("source") or {}).get("title")) or outlet,
        "author": _plain(entry.get("author")),
        "url": entry.get("link") or "",
    }


def _plain(markup: str | None) -> str:
    return " ".join(paragraphs_of(markup)) if markup else ""
