"""What happens before a corpus can be asked: is there a folder, is there an index of it, is it of today?"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from index import cache
from index.apart import build_apart
from index.errors import CacheError, CorpusError
from index.model import Progress
from index.reading import discover, state


def check(folder: Path) -> None:
    """Raises `CorpusError` if there is no folder here that can be listed."""
    if not folder.exists():
        raise CorpusError(f"{folder} does not exist", hint="Name a folder that holds articles")
    if not folder.is_dir():
        raise CorpusError(f"{folder} is not a folder", hint="Name the folder that holds it")
    try:
        os.scandir(folder).close()
    except OSError as error:
        raise CorpusError(f"{folder} cannot be read", error.strerror or "", "Check its permissions") from error


def generation(
    folder: Path, home: Path, progress: Callable[[Progress], None] | None, rebuild: bool, stale: bool = False
) -> Path:
    """The generation to open: the current one if the files are as they were, else one that is built now.

    With `stale`, the current one will do whatever the files are, if this Readout has built it.
    """
    known = cache.manifest(home)
    if known is not None and known.maker != cache.maker():
        known = None
    if stale and known is not None:
        return home / known.generation
    found = discover(folder)
    if not found:
        detail = "No file in it is of a kind that Readout reads, as .txt, .md, .html or .jsonl"
        raise CorpusError(f"There is nothing to read in {folder}", detail, "Name a folder that holds articles")
    if rebuild or known is None or known.state != state(found):
        build_apart(folder, home, progress, anew=rebuild)
    return current(home)


def current(home: Path) -> Path:
    """The generation that the manifest names. Raises `CacheError`."""
    known = cache.manifest(home)
    if known is None:
        raise CacheError(f"The index at {home} is not whole", hint="Build it again: tui index --rebuild")
    return home / known.generation


def is_current(folder: Path, home: Path, generation: Path) -> bool:
    """Whether a generation is the latest, built by this Readout, of the files as they are now."""
    known = cache.manifest(home)
    return (
        known is not None and home / known.generation == generation and known.maker == cache.maker()
        and known.state == state(discover(folder))
    )  # fmt: skip
