"""Which files under a folder are articles."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.reading.choose import is_worth_reading
from index.reading.rules import NONE, Rules


@dataclass(frozen=True, slots=True)
class Found:
    """A file that is to be read: where it is, its name below the corpus (with `/`), and the state it is in."""

    path: Path
    file: str
    size: int
    mtime_ns: int
    rules: Rules = NONE


def discover(corpus: Path) -> list[Found]:
    """The articles' files under `corpus`, by name. Hidden files and folders are passed over; links to folders are not
    followed, so that no loop can form. A folder that cannot be listed is passed over."""
    return sorted(_walk(corpus, ""), key=lambda found: found.file)


def state(found: Sequence[Found]) -> str:
    """A digest of what files there are and how they last changed: another digest, another build."""
    digest = hashlib.sha256()
    for f in found:
        digest.update(f"{f.file}\0{f.size}\0{f.mtime_ns}\n".encode())
    return digest.hexdigest()


def _walk(folder: Path, prefix: str) -> Iterator[Found]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(Path(entry.path), f"{prefix}{_printable(entry.name)}/")
            elif is_worth_reading(entry.name) and entry.is_file():
                state = entry.stat()
                yield Found(Path(entry.path), prefix + _printable(entry.name), state.st_size, state.st_mtime_ns)
        except OSError:
            # It went away while we looked: the next opening sees the folder as it is then.
            continue


def _printable(name: str) -> str:
    """A file name as valid Unicode: bytes that are none are spelt out."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
