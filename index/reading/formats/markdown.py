"""Markdown with or without front matter (YAML between `---`, TOML between `+++`). The file stays as it is: front matter
is a furniture block, and the title is the place in it, or in the first heading, where the title stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from index.model import Block, Known, When
from index.reading.dating import when
from index.reading.draft import Draft, Item, Source, known
from index.reading.formats.fields import NAMES
from index.reading.text import label, paragraphs
from index.reading.trouble import Unreadable

_FENCE = re.compile(
    r"\A\ufeff?(?:---[ \t]*\n(?P<yaml>.*?\n)(?:---|\.\.\.)|\+\+\+[ \t]*\n(?P<toml>.*?\n)\+\+\+)[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
_FIELD = re.compile(r"^(?P<key>[A-Za-z_][\w -]*?)[ \t]*[:=][ \t]*(?P<value>[^\n]*?)[ \t]*$", re.MULTILINE)
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


def sniff(source: Source) -> bool:
    """Whether it begins with front matter."""
    fence = _FENCE.match(source.head_text)
    return bool(fence and _FIELD.search(fence["yaml"] or fence["toml"]))


def read(source: Source) -> Iterator[Item]:
    """The article in a Markdown file."""
    decoded = source.text()
    if not decoded.text.strip():
        raise Unreadable("the file is empty", "Remove it, or save the article again.")
    parsed = parse(decoded.text)
    yield Draft(
        decoded.text, parsed.blocks, "markdown", parsed.title.text if parsed.title else "", decoded.encoding,
        decoded.notes, outlet=_known(parsed, "outlet"), author=_known(parsed, "author"), url=_known(parsed, "url"),
        published=_published(parsed, source.rules.date_format),
    )  # fmt: skip


def parse(text: str) -> Parsed:
    """What is what in a Markdown file."""
    fence = _FENCE.match(text)
    fields = _fields(text, *fence.span("yaml" if fence["yaml"] else "toml")) if fence else {}
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


def _known(parsed: Parsed, field: str) -> Known:
    return next((known(v.text, "front matter") for v in _values(parsed, field) if v.text), Known())


def _published(parsed: Parsed, pattern: str) -> When | None:
    for value in _values(parsed, "date"):
        if found := when(value.text, "front matter", pattern):
            return found.model_copy(update={"text": value.text, "start": value.start, "end": value.end})
    return None


def _values(parsed: Parsed, field: str) -> Iterator[Value]:
    return (parsed.fields[name] for name in NAMES[field] if name in parsed.fields)
