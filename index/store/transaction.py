"""One change of a finished store, while others read it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from index.errors import CacheError
from index.store import rows
from index.words import fold

_PATIENCE = 5.0  # seconds to wait for somebody else who writes


class Transaction:
    """A change that is kept as a whole or not at all. Used as a context manager; raises `CacheError` if the store
    cannot be written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._db = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        self._db.execute("PRAGMA cache_spill = OFF")  # others may read until the commit
        self._db.create_function("fold", 1, lambda text: fold(text or ""), deterministic=True)

    def __enter__(self) -> Self:
        try:
            self._db.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            self._db.close()
            raise self._unwritable(error) from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            self._db.execute("COMMIT" if error is None else "ROLLBACK")
        except sqlite3.Error as failed:
            if error is None:
                raise self._unwritable(failed) from failed
        finally:
            self._db.close()
        if isinstance(error, sqlite3.Error):
            raise self._unwritable(error) from error

    # SQLite

    def _rows(self, sql: str, *values: object) -> list[Any]:
        return self._db.execute(sql, values).fetchall()

    def _one(self, sql: str, *values: object) -> Any:
        return self._db.execute(sql, values).fetchone()

    def _insert(self, table: str, article: int, new: rows.Rows) -> None:
        if new:
            columns = ", ".join("?" * len(new[0]))
            self._db.executemany(f"INSERT INTO {table} VALUES ({article}, {columns})", new)

    def _unwritable(self, error: sqlite3.Error) -> CacheError:
        return CacheError(
            f"The index at {self._path.parent} cannot be changed", str(error),
            "What you decided is kept, and put into the index when it can be written",
        )  # fmt: skip
