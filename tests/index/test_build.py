"""A build that finds no room says so, and leaves nothing behind."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from index import build
from index.errors import CacheError


def no_room_for_a_file(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def no_room_for_the_store(*_: object) -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript("PRAGMA max_page_count = 2; CREATE TABLE a (b); CREATE TABLE c (d);")


def a_mistake_of_ours(*_: object) -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("SELECT a FROM nowhere")


@pytest.mark.parametrize(
    ("fails", "raised", "why"),
    [
        (no_room_for_a_file, CacheError, "No space left on device"),
        (no_room_for_the_store, CacheError, "full"),
        (a_mistake_of_ours, sqlite3.OperationalError, "nowhere"),
    ],
)
def test_what_cannot_be_written_is_told_and_what_was_is_taken_away(
    fails: Callable[..., None], raised: type[Exception], why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("Talks\n\nThey met.\n")
    monkeypatch.setattr(build, "_fill", fails)
    with pytest.raises(raised, match=why):
        build.build(tmp_path, tmp_path / "home")
    assert [*(tmp_path / "home").iterdir()] == []
