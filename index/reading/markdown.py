"""Markdown with or without front matter. The file stays as it is: front matter is a furniture block, and the title is
the place in it, or in the first heading, where the title stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from index.model import Block
from index.reading.text import label, paragraphs

_FENCE = re.compile(r"\A---[ \t]*\n(?P<body>.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(?P<key>[A-Za-z_][\w -]*?)[ \t]*:[ \t]*(?P<value>[^\n]*?)[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}[ \t]+(?P<words>[^\n]*?)[ \t]*#*[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Value:
    """A value in the front matter: its words and their half-open place, without quotation marks around them."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """The blocks of a Markdown file and the fields of its front matter, by lower-case name."""

    blocks: tuple[Block, ...]
    fields: dict[str, Value] = field(default_factory=dict)
    title: Value | None = None


def parse(text: str) -> Parsed:
    """What is what in a Markdown file."""
    fence = _FENCE.match(text)
    fields = _fields(text, *fence.span("body")) if fence else {}
    head = _head_blocks(fence.end() if fence else 0, fields.get("title"))
    places = paragraphs(text, fence.end() if fence else 0)
    title = fields.get("title")
    if title is None and places and (heading := _HEADING.fullmatch(text, *places[0])):
        title = Value(heading["words"], *heading.span("words"))
        head = (*head, Block(kind="title", start=title.start, end=title.end))
        places = places[1:]
    body = label(text, [_without_hashes(text, p) for p in places], titled=title is not None)
    return Parsed((*head, *body), fields, title)


def _head_blocks(end: int, title: Value | None) -> tuple[Block, ...]:
    """The front matter as furniture, with a title block where its title stands."""
    if not end:
        return ()
    if title is None or title.start == title.end:
        return (Block(kind="furniture", start=0, end=end),)
    return (
        Block(kind="furniture", start=0, end=title.start),
        Block(kind="title", start=title.start, end=title.end),
        Block(kind="furniture", start=title.end, end=end),
    )


def _fields(text: str, start: int, end: int) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for match in _FIELD.finditer(text, start, end):
        first, last = match.span("value")
        if last - first >= 2 and text[first] == text[last - 1] and text[first] in "\"'":
            first, last = first + 1, last - 1
        found.setdefault(match["key"].strip().lower(), Value(text[first:last], first, last))
    return found


def _without_hashes(text: str, place: tuple[int, int]) -> tuple[int, int]:
    heading = _HEADING.fullmatch(text, *place)
    return heading.span("words") if heading and heading["words"] else place
