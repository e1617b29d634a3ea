"""What comes, changes and goes in a folder while one looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from index.reading import discover


class Change(NamedTuple):
    """The names of files below the folder that have come, changed and gone."""

    came: frozenset[str]
    changed: frozenset[str]
    gone: frozenset[str]


States = dict[str, tuple[int, int]]
"""The files below a folder, by name, each with what differs when it has changed."""


def states(folder: Path) -> States:
    """The files as they are now."""
    return {found.file: (found.size, found.version) for found in discover(folder)}


def changes(folder: Path, before: States, wait: Callable[[], None]) -> Iterator[Change]:
    """Each change of a folder since it was as `before`, for ever. `wait` is called between two looks.

    A change is told once two looks see the same, so that no file is read while it is still being written.
    """
    told = seen = before
    while True:
        wait()
        now = states(folder)
        if now == seen != told:
            changed = {file for file in now.keys() & told.keys() if now[file] != told[file]}
            yield Change(frozenset(now.keys() - told.keys()), frozenset(changed), frozenset(told.keys() - now.keys()))
            told = now
        seen = now
