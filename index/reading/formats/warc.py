"""Web archives (WARC, ARC), by warcio: what was fetched with success and may hold an article."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from index.reading.draft import Item, Source
from index.reading.limits import LARGEST_FILE
from index.reading.trouble import need, parsing

_READABLE = ("text/html", "application/xhtml", "text/plain", "application/pdf", "application/rss", "application/atom")


def sniff(source: Source) -> bool:
    """Whether it is a web archive."""
    return source.head.startswith((b"WARC/", b"filedesc://"))


def read(source: Source) -> Iterator[Item]:
    """The records of a web archive that may hold an article."""
    warcio = need("warcio.archiveiterator", "archives", "a web archive")
    with source.open() as stream:
        records = warcio.ArchiveIterator(stream, arc2warc=True)
        while (record := _next(records)) is not None:
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            # Programs that fetch keep their own logs as resources, under addresses of their own.
            if address.startswith(("http://", "https://")) and _is_readable(record):
                yield source.inside(address, _opener(_content(record)), _charset(record), address)


def _next(records: Any) -> Any:
    # warcio prints what it meets; it is told by what can be read.
    with parsing("the web archive"), contextlib.redirect_stderr(io.StringIO()):
        return next(records, None)


def _content(record: Any) -> bytes:
    with parsing("a record of the web archive"):
        return bytes(record.content_stream().read(LARGEST_FILE + 1))


def _opener(data: bytes) -> Callable[[], BinaryIO]:
    return lambda: io.BytesIO(data)


def _is_readable(record: Any) -> bool:
    """Whether it is a page, a text, a PDF or a feed that was really fetched."""
    if record.rec_type == "response":
        headers = record.http_headers
        return headers is not None and headers.get_statuscode() == "200" and _type(record).startswith(_READABLE)
    return record.rec_type == "resource" and _type(record).startswith(_READABLE)


def _type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return str(headers.get_header("Content-Type") or "").lower()


def _charset(record: Any) -> str:
    return _type(record).partition("charset=")[2].partition(";")[0].strip("\"' ")
