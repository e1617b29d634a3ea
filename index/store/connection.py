"""The SQLite file under a store: connections, and what is told when they break."""

from __future__ import annotations

import sqlite3
import threading
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from index.errors import CacheError
from index.store.rows import unpressed

Row = tuple[Any, ...]


class Connected:
    """A finished store's file, open for reading from any thread: each gets a connection of its own."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise CacheError(f"The index at {path.parent} is not whole", hint="Build it again: tui index --rebuild")
        self._path = path
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []
        try:
            self._heal()
            if not self._one("SELECT name FROM sqlite_master WHERE name = 'problems'"):
                raise self._broken("a table is missing")
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close all connections."""
        for connection in self._opened:
            connection.close()
        self._opened.clear()

    def _heal(self) -> None:
        """Take back a change that was cut off half-way: whoever only reads may not."""
        if not self._path.with_name(f"{self._path.name}-journal").exists():
            return
        with suppress(sqlite3.Error), closing(sqlite3.connect(self._path)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")

    def _rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        try:
            return self._connection().execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise self._told(error) from error

    def _walk(self, sql: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """The rows of a question one by one: of very many, all at once would take much room."""
        try:
            yield from self._connection().execute(sql, values)
        except sqlite3.DatabaseError as error:
            raise self._told(error) from error

    def _told(self, error: sqlite3.DatabaseError) -> Exception:
        """What is wrong: the statement, or the file."""
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:
            return error
        return self._broken(str(error))

    def _unpressed(self, kept: bytes) -> str:
        """A text that was pressed to save room."""
        try:
            return unpressed(kept)
        except (zlib.error, UnicodeDecodeError, TypeError) as error:
            raise self._broken(str(error)) from error

    def _broken(self, why: str) -> CacheError:
        return CacheError(f"The index at {self._path.parent} is broken", why, "Build it again: tui index --rebuild")

    def _one(self, sql: str, values: Sequence[object] = ()) -> Row | None:
        return next(iter(self._rows(sql, values)), None)

    def _connection(self) -> sqlite3.Connection:
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            # Closed by whoever closes the store, which may be another thread.
            found = sqlite3.connect(f"{self._path.as_uri()}?mode=ro", uri=True, check_same_thread=False)
            self._local.connection = found
            self._opened.append(found)
        return found
