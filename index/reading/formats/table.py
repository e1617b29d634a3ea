"""Tables (CSV, TSV) whose first line names the columns: an article a row, read as they stream."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from index.reading.draft import Item, Source
from index.reading.encoding import decode
from index.reading.formats.fields import NAMES, numbered
from index.reading.limits import LARGEST_ROW, lines
from index.reading.trouble import Unreadable, parsing

_DELIMITERS = "\t,;|"


def read(source: Source) -> Iterator[Item]:
    """The articles in a table."""
    encoding = decode(source.head, source.charset, source.rules.encoding).encoding
    if encoding.startswith(("utf-16", "utf-32")):
        raise Unreadable(f"a table in {encoding} cannot be read line by line", "Save it in UTF-8.")
    csv.field_size_limit(LARGEST_ROW)
    with source.open() as stream:
        rows = _rows((line.decode(encoding, "replace") for line in lines(stream)), source)
        yield from numbered(rows, source, "table")


def _rows(text: Iterator[str], source: Source) -> Iterator[dict[str, str]]:
    head = next(text, "").removeprefix("\ufeff")
    delimiter = max(_DELIMITERS, key=head.count)
    names = next(csv.reader([head], delimiter=delimiter), [])
    wanted = dict(source.rules.fields).get("text", "").lower()
    if not {name.strip().lower() for name in names} & ({wanted} if wanted else set(NAMES["text"])):
        raise Unreadable("no column with the text of an article", "Name the column in readout.toml: fields.text")
    with parsing("the table"):
        for row in csv.reader(text, delimiter=delimiter):
            if any(row):
                yield dict(zip(names, row, strict=False))
