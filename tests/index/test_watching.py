"""What comes, changes and goes is told once it is whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from index.watching import Change, changes, states


class OverError(Exception):
    """Nothing more is done."""


def looking(folder: Path, *done: Callable[[], object]) -> list[Change]:
    """What is told when these are done, one between each two looks."""
    told: list[Change] = []
    left = list(done)

    def wait() -> None:
        if not left:
            raise OverError
        left.pop(0)()

    with pytest.raises(OverError):
        for change in changes(folder, states(folder), wait):
            told += [change]
    return told


def nothing() -> None:
    pass


def test_what_comes_changes_and_goes(tmp_path: Path) -> None:
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text("Talks")
    come, change = (lambda: b.write_text("Talks")), (lambda: a.write_text("More talks"))
    told = looking(tmp_path, nothing, come, nothing, change, nothing, b.unlink, nothing, nothing)
    none: frozenset[str] = frozenset()
    assert told == [({"b.txt"}, none, none), (none, {"a.txt"}, none), (none, none, {"b.txt"})]


def test_what_is_still_being_written_is_waited_for(tmp_path: Path) -> None:
    a = tmp_path / "a.txt"
    told = looking(
        tmp_path, lambda: a.write_text("T"), lambda: a.write_text("Ta"), lambda: a.write_text("Talks"), nothing, nothing
    )
    assert [change.came for change in told] == [{"a.txt"}]


def test_what_came_and_went_unseen_is_not_told(tmp_path: Path) -> None:
    a = tmp_path / "a.txt"
    assert looking(tmp_path, lambda: a.write_text("Talks"), a.unlink, nothing, nothing) == []
