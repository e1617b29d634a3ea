"""Fill a store: a new one, or a copy of one that other articles go into and some leave."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from index.model import Problem
from index.store.actor_changes import OF_ACTORS
from index.store.copies import Copies
from index.store.members import Members
from index.store.rows import Packed, Rows

if TYPE_CHECKING:
    from index.reading import Found

_OF_ARTICLES = (
    "members", "found", "kin", "aliases", "roles", "mentions", "quotations", "voices", "contacts", "parties", "topics",
    "revised", "sketches", "stars", "tags",
)


class StoreWriter:
    """A store that is being built, or brought up to date. Files leave and articles come; then the actors of the corpus
    are set (`members`), then `commit`. Nobody may read it meanwhile."""

    def __init__(self, path: Path) -> None:
        known = path.exists()
        self._path, self._new = path, not known
        self._db = sqlite3.connect(path)
        # Nobody reads a store before it is whole, and a store that broke is built again: no journal is needed.
        self._db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32000;")
        if not known:
            # An article's row is some kilobytes long: on small pages, a fifth of the room would stay empty.
            self._db.execute("PRAGMA page_size = 16384")
            self._db.executescript(_sql("schema"))
        self.members = Members(self._db)
        if known:
            self.members.as_found()
            self._db.execute("DELETE FROM decided WHERE article = ?", (OF_ACTORS,))
        self.copies = Copies(self._db)
        (last,) = self._db.execute("SELECT coalesce(max(n), 0) FROM articles").fetchone()
        self._next = int(last) + 1

    # files and articles

    def remove(self, gone: Iterable[str]) -> list[str]:
        """Forget files, and all that came out of them; the ids of the articles that left."""
        left: list[str] = []
        for file in gone:
            for n, id_ in self._db.execute("SELECT n, id FROM articles WHERE file = ?", (file,)).fetchall():
                self.members.goes(n)
                for table in _OF_ARTICLES:
                    self._db.execute(f"DELETE FROM {table} WHERE article = ?", (n,))
                self._db.execute("DELETE FROM articles WHERE n = ?", (n,))
                self._db.execute("DELETE FROM decided WHERE article = ?", (id_,))
                left.append(id_)
            self._db.execute("DELETE FROM problems WHERE file = ?", (file,))
            self._db.execute("DELETE FROM files WHERE file = ?", (file,))
        return left

    def add_files(self, found: Iterable[Found]) -> None:
        """Keep in which state files were read."""
        self._db.executemany("INSERT INTO files VALUES (?, ?, ?)", [(f.file, f.size, f.version) for f in found])

    def add(self, article: Packed) -> None:
        """Keep an article."""
        number, self._next = self._next, self._next + 1
        self._insert("articles", number, [article.article])
        for table, rows in article.rows:
            self._insert(table, number, rows)
        self.members.came(number)

    def index(self) -> None:
        """Make the indices, if the store is new: once its articles are in it, before their actors are set."""
        self._db.executescript(_sql("indices"))

    def add_problems(self, problems: Iterable[Problem]) -> None:
        """Keep what could not be read."""
        self._db.executemany("INSERT INTO problems VALUES (?, ?, ?)", [(p.file, p.reason, p.hint) for p in problems])

    def commit(self) -> None:
        """Finish: the store is whole afterwards."""
        self.index()
        self._db.execute("PRAGMA optimize")
        self._db.commit()
        packed = self._packed() if self._new else None
        self._db.close()
        if packed:
            packed.replace(self._path)

    def _packed(self) -> Path | None:
        """A copy without the gaps that rows leave which come in no order; `None` where there is no room for one."""
        copy = self._path.with_suffix(".packed")
        try:
            self._db.execute("VACUUM INTO ?", (str(copy),))
        except sqlite3.Error:
            if copy.is_file():
                copy.unlink()
            return None
        return copy

    def close(self) -> None:
        """Leave a store that is not finished."""
        self._db.close()

    def _insert(self, table: str, article: int, rows: Rows) -> None:
        if rows:
            columns = ", ?" * len(rows[0])
            self._db.executemany(f"INSERT INTO {table} VALUES (?{columns})", [(article, *row) for row in rows])


def _sql(name: str) -> str:
    return files("index.store").joinpath(f"{name}.sql").read_text(encoding="utf-8")
