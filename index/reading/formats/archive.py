"""Zip files: archives of articles, and what is a zip file within: EPUB and DOCX. Nothing is ever unpacked to disk."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

from index.reading.draft import Item, Source
from index.reading.formats import docx, epub
from index.reading.limits import HIGHEST_RATIO, MOST_MEMBERS, MOST_UNPACKED, SMALL_ENOUGH, Bounded, Packed
from index.reading.trouble import Unreadable, parsing

_LOCKED = 0x1
_WITHIN = {".docx": "the Word document", ".epub": "the book"}
"""What a zip file is within, by the end of its name."""


def sniff(source: Source) -> bool:
    """Whether it is a zip file."""
    return source.head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read(source: Source) -> Iterator[Item]:
    """The articles in a zip file. What it holds is bounded before anything is unpacked."""
    with _opened(source) as stream:
        with parsing(_WITHIN.get(source.suffix, "the zip file")):
            archive = zipfile.ZipFile(stream)
        _check(archive, source.packed)
        names = set(archive.namelist())
        if epub.CONTAINER in names:
            yield from epub.read(archive)
        elif docx.DOCUMENT in names:
            yield docx.article(archive)
        else:
            yield from _members(archive, source)


def _opened(source: Source) -> BinaryIO:
    """A zip file is read from its end: one within another has to be held whole."""
    return io.BytesIO(source.data()) if source.depth else source.open()


def _check(archive: zipfile.ZipFile, packed: int) -> None:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise Unreadable(f"the archive holds more than {MOST_MEMBERS:,} files", "Unpack it by hand.")
    if sum(m.file_size for m in members) > min(MOST_UNPACKED, max(SMALL_ENOUGH, packed * HIGHEST_RATIO)):
        raise Unreadable("it unfolds to far more than it holds packed", "Unpack it by hand, if you trust it.")
    if any(m.flag_bits & _LOCKED for m in members):
        raise Unreadable("the archive is locked by a password", "Unpack it by hand.")


def _members(archive: zipfile.ZipFile, source: Source) -> Iterator[Source]:
    for member in archive.infolist():
        if not member.is_dir():
            yield source.inside(member.filename, _opener(archive, member), by_name=True)


def _opener(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Callable[[], BinaryIO]:
    def opened() -> BinaryIO:
        with parsing("it"):
            return io.BufferedReader(Bounded(cast("Packed", archive.open(member)), member.compress_size))

    return opened
