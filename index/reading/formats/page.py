"""Web pages, saved or found in archives, by trafilatura: the article's paragraphs without menus, advertisements and
comments, and what the page's metadata says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.model import Known
from index.reading.dating import when
from index.reading.draft import Draft, Item, Source, compose, known
from index.reading.limits import MOST_TAGS
from index.reading.trouble import Unreadable, need, parsing

# Atomic, so that a file of comments cannot be cut up in all possible ways.
_PAGE = re.compile(
    r"(?>(?:<\?xml[^>]*>|<!--(?>.*?-->))\s*+)*+<(?:!doctype\s+html|html|head|body|title|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# Where browsers and SingleFile say a page was saved from.
_SAVED_FROM = re.compile(r"<!--[^>]{0,200}?(?:saved from url=\(\d+\)|\burl:\s*)(https?://\S{1,2000}?)\s", re.IGNORECASE)
_HEAD = 4096
_BULLET = re.compile(r"^- (?=\S)")
_DATES = {"extensive_search": False, "original_date": True}
_PARSED = "page metadata"


def sniff(source: Source) -> bool:
    """Whether it begins as pages do."""
    return bool(_PAGE.match(source.head_text[:_HEAD]))


def read(source: Source) -> Iterator[Item]:
    """The article of a page. Raises `Unreadable` where there is none, or trafilatura is not there."""
    yield article(source)


def article(source: Source) -> Draft:
    """The article of a page, as `read` has it."""
    trafilatura = need("trafilatura", "web", "a web page")
    declared = _CHARSET.search(source.head[:_HEAD])
    decoded = source.text(source.charset or (declared[1].decode("ascii") if declared else ""))
    if decoded.text.count("<") > MOST_TAGS:
        raise Unreadable(f"the page has more than {MOST_TAGS:,} tags", "Save the article in it as text (.txt).")
    # An encoding that is declared in a string confuses lxml.
    html = re.sub(r"^\s*<\?xml[^>]*\?>", "", decoded.text)
    with parsing("the page"):
        found = trafilatura.bare_extraction(
            html, include_comments=False, include_tables=False, favor_precision=True, with_metadata=True,
            date_extraction_params=_DATES,
        )  # fmt: skip
    if found is None or not found.text:
        raise Unreadable("no article in the page", "Open it in a browser, and save the article as text (.txt).")
    title = found.title or ""
    text, blocks = compose(title, (_BULLET.sub("", line) for line in found.text.split("\n")))
    saved = _SAVED_FROM.search(decoded.text[:_HEAD])
    notes = (*decoded.notes, f"article taken out of the page by trafilatura {trafilatura.__version__}")
    return Draft(
        text, blocks, "html", title, decoded.encoding, notes, outlet=_outlet(found.sitename, found.hostname),
        author=known(found.author, _PARSED), published=when(found.date, _PARSED),
        url=known(saved[1], "saved from") if saved else known(found.url, _PARSED),
    )  # fmt: skip


def _outlet(site: str | None, host: str | None) -> Known:
    return known(site, _PARSED) if site else known(host, "address")
