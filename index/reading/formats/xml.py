"""XML inside documents, by the standard library, with the one door closed by which it can be made to explode."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

from index.reading.trouble import Unreadable, parsing


def parse(data: bytes, what: str) -> ElementTree.Element:
    """The root of a document. Raises `Unreadable` if it declares entities, or is damaged."""
    if b"<!ENTITY" in data or "<!ENTITY".encode("utf-16-le") in data or "<!ENTITY".encode("utf-16-be") in data:
        raise Unreadable(f"{what} declares entities, which are not followed", "Save it without them.")
    with parsing(what):
        return ElementTree.fromstring(data)


def local(element: ElementTree.Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]
