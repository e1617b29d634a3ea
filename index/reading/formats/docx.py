"""DOCX, by the standard library: its paragraphs are all that is wanted of it."""

from __future__ import annotations

import zipfile
from xml.etree.ElementTree import Element

from index.model import Known
from index.reading.draft import Draft, compose, known
from index.reading.formats.xml import local, parse
from index.reading.limits import LARGEST_FILE
from index.reading.text import is_headline
from index.reading.trouble import Unreadable, parsing

DOCUMENT = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STANDS_FOR = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "\u2011"}


def article(archive: zipfile.ZipFile) -> Draft:
    """The article in a DOCX: every paragraph, also those in tables. Its title is what is styled as one, or else the
    first paragraph, if it reads like one."""
    root = parse(member(archive, DOCUMENT), "the document")
    paragraphs = [(_style(p), words) for p in root.iter(f"{_W}p") if (words := _words(p))]
    title = next((words for style, words in paragraphs if style in ("title", "heading1")), "")
    if not title and len(paragraphs) > 1 and is_headline(paragraphs[0][1]):
        title = paragraphs[0][1]
    text, blocks = compose(title, [words for _, words in paragraphs if words != title])
    return Draft(text, blocks, "docx", " ".join(title.split()), author=_author(archive))


def member(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of a member. Raises `Unreadable` if they are too many or damaged."""
    with parsing("the document"):
        if archive.getinfo(name).file_size > LARGEST_FILE:
            raise Unreadable(f"the document is larger than {LARGEST_FILE >> 20} MB", "Split it.")
        return archive.read(name)


def _words(paragraph: Element) -> str:
    return "".join(_STANDS_FOR.get(local(e)) or _text(e) for e in paragraph.iter()).strip()


def _text(element: Element) -> str:
    return element.text or "" if local(element) == "t" else ""


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return style.get(f"{_W}val", "").lower() if style is not None else ""


def _author(archive: zipfile.ZipFile) -> Known:
    if _PROPERTIES not in archive.namelist():
        return Known()
    about = parse(member(archive, _PROPERTIES), "the document")
    return next((known(e.text, "document properties") for e in about if local(e) == "creator"), Known())
