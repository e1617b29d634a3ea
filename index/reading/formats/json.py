"""JSON: one article, or a list of them as news APIs give them; and JSON lines, read as they stream."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from index.reading.draft import Item, Source
from index.reading.encoding import decode
from index.reading.formats import fields
from index.reading.limits import LARGEST_ARRAY, lines
from index.reading.trouble import Unreadable, parsing

_OBJECT = re.compile(r'\[?\s*\{\s*["}]|\[\s*\]')
_TWO_LINES = re.compile(r'\{\s*"[^\n]*\}[ \t\r]*\n\s*\{\s*"')
_LISTS = ("articles", "items", "results", "docs", "documents", "entries", "data", "hits", "news", "stories", "response")


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
        yield from fields.numbered(iter(rows), source, "json")


def read_lines(source: Source) -> Iterator[Item]:
    """The articles in a file with a JSON object a line."""
    with source.open() as stream:
        yield from fields.numbered((_parsed(line, source) for line in lines(stream) if line.strip()), source, "jsonl")


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
