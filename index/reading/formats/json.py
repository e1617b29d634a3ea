"""JSON: one article, or a list of them as news APIs give them; and JSON lines, read as they stream."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from index.reading.draft import Item, Source, Unread
from index.reading.encoding import decode
from index.reading.formats import fields
from index.reading.limits import LARGEST_ARRAY, LARGEST_ROW
from index.reading.trouble import Unreadable, parsing

_OBJECT = re.compile(r'\[?\s*\{\s*["}]|\[\s*\]')
_TWO_LINES = re.compile(r'\{\s*"[^\n]*\}[ \t\r]*\n\s*\{\s*"')
_LISTS = ("articles", "items", "results", "docs", "documents", "entries", "data", "hits", "news", "stories", "response")
_ROW_LIMIT = f"a line is longer than {LARGEST_ROW >> 20} MB"


def sniff(source: Source) -> bool:
    """Whether it begins as JSON with objects does."""
    return bool(_OBJECT.match(source.head_text))


def sniff_lines(source: Source) -> bool:
    """Whether there is an object a line; a first line that is too long to see its end goes by the name."""
    named = source.suffix in (".jsonl", ".ndjson")
    return bool(_TWO_LINES.match(source.head_text)) or (named and source.head_text.startswith("{"))


def read(source: Source) -> Iterator[Item]:
    """The articles in a JSON file: one, if it is an object that is one; else those of the first list of objects."""
    text = decode(source.data(LARGEST_ARRAY), source.charset, source.rules.encoding).text
    with parsing("the JSON"):
        held = json.loads(text.removeprefix("\ufeff"))
    rows = _rows(held)
    if rows is None:
        yield fields.article(held, "json", source.rules)
    else:
        yield from numbered(iter(rows), source, "json")


def read_lines(source: Source) -> Iterator[Item]:
    """The articles in a file with a JSON object a line."""
    with source.open() as stream:
        yield from numbered((_parsed(line, source) for line in lines(stream) if line.strip()), source, "jsonl")


def lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream of bytes. Raises `Unreadable` for one that is too long."""
    with parsing("the file"):
        while line := stream.readline(LARGEST_ROW + 1):
            if len(line) > LARGEST_ROW:
                raise Unreadable(_ROW_LIMIT, "Split it into articles.")
            yield line


def numbered(rows: Iterator[Any], source: Source, format_: str) -> Iterator[Item]:
    """The article of each row, numbered from 1; what is none of a row says why."""
    for number, row in enumerate(rows, 1):
        try:
            if isinstance(row, Unreadable):
                raise row
            if not isinstance(row, Mapping):
                raise Unreadable("no object with fields", "See that each article is one: {…}.")
            draft = fields.article(row, format_, source.rules)
        except Unreadable as error:
            yield Unread(f"article {number}: {error.reason}", error.hint, number)
        else:
            yield draft.numbered(number)


def _parsed(line: bytes, source: Source) -> Any:
    try:
        with parsing("the JSON"):
            return json.loads(decode(line, "", source.rules.encoding).text.removeprefix("\ufeff"))
    except Unreadable as error:
        return error


def _rows(held: Any) -> list[Any] | None:
    """The list of articles in a value; `None` if it is an article itself."""
    if isinstance(held, list):
        return held
    if not isinstance(held, Mapping):
        raise Unreadable("no object with fields in it")
    for name in _LISTS:
        inner = held.get(name)
        if isinstance(inner, list) and all(isinstance(row, Mapping) for row in inner):
            return inner
        if isinstance(inner, Mapping) and name in ("response", "hits", "data"):
            return _rows(inner)
    if held and all(isinstance(row, Mapping) for row in held.values()):
        return list(held.values())
    return None
