"""Zip files and web archives: many things in one file."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from typing import Any

from index.model import Article
from tests.index.reading.formats.conftest import zipped

Read = Callable[[str, bytes | str], Any]
TEXT = "Talks in Oslo\n\nThey met.\n\nThey left.\n"


def test_every_article_in_an_archive_is_read_and_what_is_none_is_named(items_of: Read) -> None:
    rows = '{"title": "A", "body": "One."}\n{"title": "B", "body": "Two."}\n'
    files = {
        "news/a.txt": TEXT,
        "news/": "",
        "picture.png": b"\x89PNG",
        "__MACOSX/._a.txt": "x",
        "README.md": "x",
        "empty.txt": "",
        "rows.jsonl.gz": gzip.compress(rows.encode()),
        "more.zip": zipped({"b.md": TEXT}),
    }
    items = items_of("a.zip", zipped(files))
    assert [item.id if isinstance(item, Article) else item.reason for item in items] == [
        "a.zip#1", "empty.txt: the file is empty", "a.zip#3", "a.zip#4", "a.zip#5"
    ]  # fmt: skip
    assert items[0].text == TEXT
    assert items[4].read.format == "markdown"


def test_an_archive_is_told_by_content(items_of: Read) -> None:
    assert [a.id for a in items_of("a.txt", zipped({"a.txt": TEXT}))] == ["a.txt#1"]


def test_an_archive_without_articles_says_so(problem_of: Read) -> None:
    assert problem_of("a.zip", zipped({"a.png": b"\x89PNG"})) == "there is no article in the zip archive"


def test_a_damaged_archive_says_so(problem_of: Read) -> None:
    assert problem_of("a.zip", zipped({"a.txt": TEXT})[:-30]).startswith("the zip file is damaged")


def test_a_damaged_member_is_named_and_the_others_are_read(items_of: Read) -> None:
    data = zipped({"a.txt": TEXT, "b.txt": TEXT}).replace(b"They left", b"They lost", 1)
    first, second = items_of("a.zip", data)
    assert first.reason.startswith("a.txt: it is damaged (Bad CRC-32")
    assert second.id == "a.zip#2"


def warc(*records: tuple[str, str, str, bytes]) -> bytes:
    """Records of an address, a status, a content type and a body."""
    out = b""
    for address, status, kind, body in records:
        content = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nContent-Length: {len(content)}\r\n"
        kind = "Content-Type: application/http; msgtype=response\r\n\r\n"
        out += gzip.compress(f"{head}{kind}".encode() + content + b"\r\n\r\n")
    return out


def test_a_web_archive_gives_its_pages(items_of: Read) -> None:
    html, plain = "text/html; charset=windows-1254", "text/plain"
    paragraphs = "".join(
        f"<p>Çavuşoğlu met them in Oslo for the {n} time, and spoke of cod for hours.</p>" for n in "abc"
    )
    page = f"<html><head><title>Talks</title></head><body><article><h1>Talks</h1>{paragraphs}</article></body></html>"
    items = items_of(
        "a.warc.gz",
        warc(
            ("https://example.org/a", "200 OK", html, page.encode("cp1254")),
            ("https://example.org/b", "404 Not Found", html, b"<html>gone</html>"),
            ("https://example.org/c", "200 OK", "image/png", b"\x89PNG"),
            ("https://example.org/d", "200 OK", html, b"<html></html>"),
            ("https://example.org/e.txt", "200 OK", plain, TEXT.encode()),
        ),
    )
    first, second, third = items
    assert (first.id, first.title, first.url.value) == ("a.warc.gz#1", "Talks", "https://example.org/a")
    assert "Çavuşoğlu met" in first.text
    assert second.reason == "https://example.org/d: no article in the page"
    assert (third.id, third.text, third.url.how) == ("a.warc.gz#3", TEXT, "web archive")


def test_a_web_archive_that_is_cut_is_read_as_far_as_it_goes(items_of: Read) -> None:
    whole = warc(*[("https://example.org/a", "200 OK", "text/plain", TEXT.encode())] * 3)
    first, *rest = items_of("a.warc.gz", whole[: len(whole) // 2])
    assert first.text == TEXT
    assert rest
