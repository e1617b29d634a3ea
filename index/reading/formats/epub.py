"""EPUB, by the standard library: each chapter is an article, for newspapers are bound so."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from index.reading.dating import when
from index.reading.draft import Draft, Item, Unread, compose, known
from index.reading.encoding import decode
from index.reading.formats.docx import member
from index.reading.formats.markup import paragraphs_of, title_of
from index.reading.formats.xml import local, parse
from index.reading.trouble import Unreadable

CONTAINER = "META-INF/container.xml"
_HOW = "book metadata"
_FEWEST_WORDS = 30  # less is a cover or a half-title


def read(archive: zipfile.ZipFile) -> Iterator[Item]:
    """The chapters in reading order that have a few sentences at least, numbered."""
    package = _package(archive)
    book = parse(member(archive, package), "the book")
    about = {local(e): e.text or "" for e in reversed(list(book.iter())) if local(e) in ("title", "creator", "date")}
    number = 0
    for path in _chapters(book, posixpath.dirname(package)):
        try:
            draft = _chapter(archive, path)
        except Unreadable as error:
            number += 1
            yield Unread(f"{path}: {error.reason}", error.hint, number)
            continue
        if draft is not None:
            number += 1
            told = draft.unless_known(
                outlet=known(about.get("title"), _HOW), author=known(about.get("creator"), _HOW),
                published=when(about.get("date"), _HOW),
            )  # fmt: skip
            yield told.numbered(number)
    if not number:
        raise Unreadable("no text in the book", "It may hold pictures only.")


def _package(archive: zipfile.ZipFile) -> str:
    container = parse(member(archive, CONTAINER), "the book")
    found = next((e.get("full-path") for e in container.iter() if local(e) == "rootfile"), None)
    if not found:
        raise Unreadable("the book does not say where its text is", "Save it again, as text (.txt).")
    return found


def _chapters(book: Element, folder: str) -> Iterator[str]:
    """The paths of the chapters, as the spine orders them, without the list of contents."""
    elements = list(book.iter())
    contents = {e.get("href") for e in elements if local(e) == "reference" and e.get("type") in ("toc", "cover")}
    contents |= {e.get("href") for e in elements if local(e) == "item" and "nav" in e.get("properties", "").split()}
    places = {e.get("id"): e.get("href") for e in elements if local(e) == "item"}
    for item in elements:
        href = places.get(item.get("idref")) if local(item) == "itemref" else None
        if href and href not in contents:
            yield posixpath.normpath(posixpath.join(folder, unquote(href)))


def _chapter(archive: zipfile.ZipFile, path: str) -> Draft | None:
    decoded = decode(member(archive, path))
    paragraphs = paragraphs_of(decoded.text)
    if sum(len(p.split()) for p in paragraphs) < _FEWEST_WORDS:
        return None
    title = title_of(decoded.text)
    text, blocks = compose(title, paragraphs)
    return Draft(text, blocks, "epub", title, decoded.encoding, decoded.notes)
