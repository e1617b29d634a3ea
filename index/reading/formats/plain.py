"""Plain text: the canonical text is the file's content."""

from __future__ import annotations

from collections.abc import Iterator

from index.model import Block, Known
from index.reading import text as plain
from index.reading.draft import Draft, Item, Source
from index.reading.encoding import is_binary
from index.reading.furniture import author as author_of
from index.reading.trouble import Unreadable

_NO_TEXT = {".pdf": "PDF", ".docx": "Word document", ".epub": "EPUB", ".zip": "zip file", ".warc": "web archive",
            ".arc": "web archive"}  # fmt: skip
"""What is no text when it is whole, by the end of its name."""


def sniff_no_text(source: Source) -> bool:
    """Whether the bytes are no text at all."""
    return not source.rules.encoding and is_binary(source.head)


def read_no_text(source: Source) -> Iterator[Item]:
    """There is nothing to read in them. Where the name says what it should be, that is damaged from its beginning."""
    if kind := _NO_TEXT.get(source.suffix):
        raise Unreadable(f"the file is damaged, or no {kind}", "Fetch it again, or save it again.")
    raise Unreadable("the file is not text", "Save the article as text (.txt), Markdown (.md) or a web page (.html).")


def read(source: Source) -> Iterator[Item]:
    """The article in a text file."""
    decoded = source.text()
    if not decoded.text.strip():
        raise Unreadable("the file is empty", "Remove it, or save the article again.")
    blocks = plain.blocks(decoded.text)
    byline = _byline(decoded.text, blocks)
    yield Draft(decoded.text, blocks, "text", encoding=decoded.encoding, notes=decoded.notes, author=byline)


def _byline(text: str, blocks: tuple[Block, ...]) -> Known:
    for block in blocks:
        if block.kind == "furniture" and (name := author_of(text[block.start : block.end])):
            return Known(value=name, how="byline")
    return Known()
