from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from index.store import Store, StoreWriter


@pytest.mark.parametrize("room", [True, False])
def test_a_new_store_is_packed_where_there_is_room(tmp_path: Path, room: bool) -> None:
    path, copy = tmp_path / "store.sqlite", tmp_path / "store.packed"
    if not room:
        copy.mkdir()  # nothing can be written there
    StoreWriter(path).commit()
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA page_size").fetchone() == (16384,)
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert ("kin_by_key",) in db.execute("SELECT name FROM sqlite_master WHERE type = 'index'").fetchall()
    with closing(Store(path)) as store:
        assert store.ids() == []
    assert not copy.is_file()
