"""What has come, changed and gone in a folder since it was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from index.reading import Found


class Growth(NamedTuple):
    """The files that are to be read, and the names of those whose articles leave. What has changed is in both."""

    to_read: list[Found]
    gone: list[str]


def growth(found: Sequence[Found], known: Mapping[str, tuple[int, int]]) -> Growth:
    """Compare the files there are with those that were read, by the size and version they had then."""
    to_read = [f for f in found if known.get(f.file) != (f.size, f.version)]
    leaving = known.keys() - {f.file for f in found} | {f.file for f in to_read if f.file in known}
    return Growth(to_read, sorted(leaving))
