"""One file → one `Article`."""

from __future__ import annotations

import hashlib
import re
from datetime import date

from index.model import Article, Block, Known, Reading, When
from index.reading import markdown
from index.reading import text as plain
from index.reading.discover import Found
from index.reading.encoding import Decoded, decode, is_binary
from index.reading.furniture import author as author_of

LARGEST_FILE = 32 * 1024 * 1024
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TITLE_LENGTH = 120


class Unreadable(Exception):  # noqa: N818  (it names a state of the file, not a failure of the program)
    """A file that is no article, with the reason and what to do, as a person would be told."""

    def __init__(self, reason: str, hint: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


def read(found: Found) -> Article:
    """The article in a file. Raises `Unreadable` with a reason where there is none."""
    data = _bytes(found)
    decoded = decode(data)
    if not decoded.text.strip():
        raise Unreadable("the file is empty", "Remove it, or save the article again.")
    is_markdown = found.file.lower().endswith(".md")
    parsed = markdown.parse(decoded.text) if is_markdown else markdown.Parsed(plain.blocks(decoded.text))
    if not any(block.kind != "furniture" for block in parsed.blocks):
        raise Unreadable("the file holds no article text", "Remove it, or save the article again.")
    return _article(found, data, decoded, parsed, "markdown" if is_markdown else "text")


def _bytes(found: Found) -> bytes:
    if found.size > LARGEST_FILE:
        raise Unreadable(f"the file is larger than {LARGEST_FILE >> 20} MB", "Split it into articles.")
    try:
        data = found.path.read_bytes()
    except OSError as error:
        raise Unreadable(f"the file cannot be read: {error.strerror or error}", "Check its permissions.") from error
    if is_binary(data):
        raise Unreadable("the file is not text", "Save the article as text (.txt) or Markdown (.md).")
    return data


def _article(found: Found, data: bytes, decoded: Decoded, parsed: markdown.Parsed, kind: str) -> Article:
    return Article(
        id=found.file,
        file=found.file,
        sha256=hashlib.sha256(data).hexdigest(),
        read=Reading(encoding=decoded.encoding, format=kind, notes=decoded.notes),
        title=parsed.title.text if parsed.title and parsed.title.text else _title(decoded.text, parsed.blocks),
        outlet=_known(parsed, "outlet", "source", "publisher", "site"),
        author=_known(parsed, "author", "by", "byline") if parsed.fields else _byline(decoded.text, parsed.blocks),
        url=_known(parsed, "url", "link", "canonical"),
        published=_published(parsed),
        text=decoded.text,
        blocks=parsed.blocks,
    )


def _title(text: str, blocks: tuple[Block, ...]) -> str:
    """The words of the title block; without one, how the article begins."""
    block = next((b for b in blocks if b.kind == "title"), None)
    if block:
        return " ".join(text[block.start : block.end].split())
    first = next(b for b in blocks if b.kind != "furniture")
    words = " ".join(text[first.start : first.start + 4 * _TITLE_LENGTH].split())
    return words if len(words) <= _TITLE_LENGTH else words[:_TITLE_LENGTH].rsplit(" ", 1)[0] + " …"


def _known(parsed: markdown.Parsed, *names: str) -> Known:
    for name in names:
        if (value := parsed.fields.get(name)) and value.text:
            return Known(value=value.text, how="front matter")
    return Known()


def _byline(text: str, blocks: tuple[Block, ...]) -> Known:
    for block in blocks:
        if block.kind == "furniture" and (name := author_of(text[block.start : block.end])):
            return Known(value=name, how="byline")
    return Known()


def _published(parsed: markdown.Parsed) -> When | None:
    for name in ("date", "published", "pubdate"):
        if (value := parsed.fields.get(name)) and (day := _ISO_DAY.match(value.text)):
            try:
                iso = date.fromisoformat(day.group()).isoformat()
            except ValueError:
                return None
            place = {"text": day.group(), "start": value.start, "end": value.start + 10}
            return When.model_validate({"from": iso, "to": iso, "precision": "day", "how": "front matter", **place})
    return None
