"""What a format's reader is given, and what it hands over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import BinaryIO

from index.model import Block, Known, When
from index.reading.encoding import Decoded, decode
from index.reading.limits import LARGEST_FILE
from index.reading.rules import NONE, Rules
from index.reading.text import Place, label
from index.reading.trouble import Unreadable
from index.words import fold

_HEAD = 65536


@dataclass(frozen=True)
class Source:
    """Bytes that are to be read: a file, or one of the things in it.

    `name` is the file's, with `/`. `packed` is the size of the file on disk, against which unpacking is measured;
    `charset` is what the outside says of the encoding, `address` where it was fetched from; `depth` counts the archives
    around it. With `by_name` it is read only if its name is one of an article.
    """

    name: str
    open: Callable[[], BinaryIO]
    packed: int
    rules: Rules = NONE
    charset: str = ""
    depth: int = 0
    address: str = ""
    by_name: bool = False

    @cached_property
    def head(self) -> bytes:
        """The first 64 KB."""
        with self.open() as stream:
            return stream.read(_HEAD)

    @cached_property
    def head_text(self) -> str:
        """The first 64 KB as text, without white space before it: what formats are told by."""
        return decode(self.head, self.rules.encoding or self.charset).text.lstrip("\ufeff \t\n\x00")

    @property
    def suffix(self) -> str:
        """The end of the name, in lower case, with its dot."""
        name = self.name.rpartition("/")[2].lower()
        return name[name.rfind(".") :] if "." in name else ""

    def data(self, most: int = LARGEST_FILE) -> bytes:
        """All bytes. Raises `Unreadable` if there are more than `most`."""
        with self.open() as stream:
            data = stream.read(most + 1)
        if len(data) > most:
            raise Unreadable(f"the file is larger than {most >> 20} MB", "Split it into articles.")
        return data

    def text(self, declared: str = "") -> Decoded:
        """All of it as text, in the encoding that the person says, or that the outside or the content declares, or
        that it looks like."""
        return decode(self.data(), declared or self.charset, self.rules.encoding)

    def inside(
        self, name: str, opener: Callable[[], BinaryIO], charset: str = "", address: str = "", by_name: bool = False
    ) -> Source:
        """One of the things in it."""
        return Source(name, opener, self.packed, self.rules, charset, self.depth + 1, address, by_name)


@dataclass(frozen=True)
class Draft:
    """An article as its reader hands it over: all of `Article` but what the file alone knows.

    `number` counts the articles, or what should be ones, of a file that holds many, from 1; `None` in one that holds
    one. An empty `title` says that the first words of the text will have to do.
    """

    text: str
    blocks: tuple[Block, ...]
    format: str
    title: str = ""
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()
    outlet: Known = field(default_factory=Known)
    author: Known = field(default_factory=Known)
    url: Known = field(default_factory=Known)
    published: When | None = None
    number: int | None = None

    def numbered(self, number: int) -> Draft:
        """The draft as one of many."""
        return replace(self, number=number)

    def unless_known(self, **values: Known | When | None) -> Draft:
        """The draft with these values where it has none of its own."""
        missing = {name: new for name, new in values.items() if new and not _is_known(getattr(self, name))}
        return replace(self, **missing)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Unread:
    """One of the articles of a file, the others of which can be read."""

    reason: str
    hint: str = ""
    number: int | None = None


Item = Draft | Unread | Source
"""What a reader may hand over: articles, parts that are none, and things in a file that are to be read in turn."""
Reader = Callable[[Source], Iterator[Item]]


def compose(title: str, paragraphs: Iterable[str]) -> tuple[str, tuple[Block, ...]]:
    """The canonical text of an article that comes in pieces, and its blocks: the title, and then the paragraphs, with
    a blank line after each; white space in them is made single. A first paragraph that only says the title again is
    left out. Raises `Unreadable` if there is nothing but a title.
    """
    title = " ".join(title.split())
    pieces = [line for paragraph in paragraphs if (line := " ".join(paragraph.split()))]
    if pieces and title and fold(pieces[0]) == fold(title):
        pieces, title = (pieces[1:], title) if len(pieces) > 1 else (pieces, "")
    if not pieces:
        raise Unreadable("no article text in it", "")
    lines = [title, *pieces] if title else pieces
    places: list[Place] = []
    at = 0
    for line in lines:
        places.append((at, at + len(line)))
        at += len(line) + 2
    text = "\n\n".join(lines) + "\n"
    if not title:
        return text, label(text, places, titled=True)
    return text, (Block(kind="title", start=0, end=len(title)), *label(text, places[1:], titled=True))


def known(value: object, how: str) -> Known:
    """A value that is known, in one line, if it is one."""
    words = " ".join(str(value).split()) if value is not None else ""
    return Known(value=words, how=how) if words else Known()


def _is_known(value: Known | When | None) -> bool:
    return value is not None and (isinstance(value, When) or value.value is not None)
