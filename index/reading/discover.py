"""Which files under a folder are articles."""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from index.reading.choose import is_worth_reading, libraries
from index.reading.rules import NONE, Rules
from index.reading.sidecar import NAME, Sidecar, sidecar

# The ends of names of files that are read with libraries of others, or may hold such files.
_BY_OTHERS = (
    ".html", ".htm", ".xhtml", ".mht", ".mhtml", ".rss", ".atom", ".xml", ".pdf", ".warc", ".arc", ".zip", ".gz",
)  # fmt: skip


class Found(NamedTuple):
    """A file that is to be read: where it is, its name below the corpus (with `/`), the state it is in, and what a
    person says of it."""

    path: str
    file: str
    size: int
    mtime_ns: int
    rules: Rules = NONE

    @property
    def version(self) -> int:
        """A number that is another one when the file has changed, or what a person says of it, or the libraries that
        it is read with: so that adding one is enough for what it reads to be read."""
        said = "" if self.rules == NONE else repr(self.rules)
        read_with = libraries() if self.file.lower().endswith(_BY_OTHERS) else ""
        return self.mtime_ns + zlib.crc32(f"{said}{read_with}".encode())


def discover(corpus: Path) -> list[Found]:
    """The articles' files under `corpus`, by name, each with what `readout.toml` says of it; and that file itself, if
    there are mistakes in it.

    Hidden files and folders are passed over, and what belongs to a saved page; links to folders are not followed, so
    that no loop can form. A folder that cannot be listed stands among them with a `/` at its end, so that reading it
    tells why.
    """
    said = sidecar(corpus)
    found = [*_walk(str(corpus), "", said)]
    if said.problems:
        found.append(_mistaken(corpus / NAME))
    return sorted(found, key=lambda found: found.file)


def state(found: Sequence[Found]) -> str:
    """A digest of what files there are and how they last changed: another digest, another build."""
    digest = hashlib.sha256()
    for f in found:
        digest.update(f"{f.file}\0{f.size}\0{f.version}\n".encode())
    return digest.hexdigest()


def _mistaken(path: Path) -> Found:
    try:
        state = path.stat()
    except OSError:
        return Found(str(path), NAME, 0, 0)
    return Found(str(path), NAME, state.st_size, state.st_mtime_ns)


def _walk(folder: str, prefix: str, said: Sidecar) -> Iterator[Found]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        if prefix and not said.ignores(prefix):
            yield Found(folder, prefix, 0, Path(folder).stat().st_mtime_ns)
        return
    of_pages = {f"{Path(e.name).stem}_files" for e in entries if e.name.lower().endswith((".html", ".htm"))}
    for entry in entries:
        if entry.name.startswith(".") or entry.name in of_pages:
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{prefix}{_printable(entry.name)}/", said)
            elif is_worth_reading(entry.name) and entry.is_file():
                file, state = prefix + _printable(entry.name), entry.stat()
                if not said.ignores(file):
                    yield Found(entry.path, file, state.st_size, state.st_mtime_ns, said.rules(file))
        except OSError:
            # It went away while we looked: the next opening sees the folder as it is then.
            continue


def _printable(name: str) -> str:
    """A file name as valid Unicode: bytes that are none are spelt out."""
    return name if name.isascii() else os.fsencode(name).decode("utf-8", "backslashreplace")
