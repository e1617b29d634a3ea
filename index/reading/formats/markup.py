"""Marked-up text whose every word counts (a feed's summary, a chapter, a mail) as paragraphs. Whole web pages, with
menus and advertisements about the article, are for `page.py`."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|blockquote|table|img|html|body)\b[^<>]{0,500}>", re.IGNORECASE
)
_BREAKS = frozenset(
    "p br div li ul ol h1 h2 h3 h4 h5 h6 blockquote section article header footer table tr td th dd dt figure "
    "figcaption hr pre title body aside nav main".split()
)
_SILENT = frozenset("script style head template noscript svg math iframe object".split())


def looks_marked_up(text: str) -> bool:
    """Whether there are tags of HTML in it."""
    return bool(_TAG.search(text))


def paragraphs_of(markup: str) -> list[str]:
    """The paragraphs of a piece of HTML, in order, with references resolved; nothing in it is followed or run."""
    return _parsed(markup).paragraphs


def title_of(markup: str) -> str:
    """What the piece is called: its first heading, or its `<title>`."""
    parsed = _parsed(markup)
    return " ".join((parsed.heading or parsed.title).split())


def _parsed(markup: str) -> _Words:
    parser = _Words()
    parser.feed(markup)
    parser.close()
    parser.cut()
    return parser


class _Words(HTMLParser):
    """Gathers the words between tags, cut where a new block begins."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[str] = []
        self.title = ""
        self.heading = ""
        self._words: list[str] = []
        self._silent = 0
        self._in = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in _SILENT:
            self._silent += 1
        if tag == "title" or (tag in ("h1", "h2", "h3") and not self.heading):
            self._in = tag
        if tag in _BREAKS:
            self.cut()

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        if tag in _BREAKS:
            self.cut()

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        if tag == "body":
            self._silent = 0
        if tag in _BREAKS:
            self.cut()
        if tag == self._in:
            self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in == "title":
            self.title += data
        elif not self._silent:
            self._words.append(data)
            if self._in:
                self.heading += data

    def cut(self) -> None:
        """End the paragraph."""
        if words := "".join(self._words).strip():
            self.paragraphs.append(words)
        self._words = []
