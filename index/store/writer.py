"""Fill a store: a new one, or a copy of one that other articles go into and some leave."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from index.actors import Cast, Local
from index.model import Problem
from index.store.actor_changes import AS_FOUND, OF_ACTORS
from index.store.rows import Packed, Rows, unpressed

if TYPE_CHECKING:
    from index.reading import Found

_OF_ARTICLES = (
    "members", "aliases", "roles", "mentions", "quotations", "voices", "contacts", "parties", "topics", "revised",
)  # fmt: skip


class StoreWriter:
    """A store that is being built, or brought up to date. Files leave and articles come; then the actors of the corpus
    are set, then `commit`. Nobody may read it meanwhile."""

    def __init__(self, path: Path) -> None:
        known = path.exists()
        self._db = sqlite3.connect(path)
        # Nobody reads a store before it is whole, and a store that broke is built again: no journal is needed.
        self._db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32000;")
        if not known:
            self._db.executescript(files("index.store").joinpath("schema.sql").read_text(encoding="utf-8"))
        else:
            self._db.executescript(AS_FOUND)
            self._db.execute("DELETE FROM decided WHERE article = ?", (OF_ACTORS,))
        (last,) = self._db.execute("SELECT coalesce(max(n), 0) FROM articles").fetchone()
        self._next = int(last) + 1

    # what is in it

    def casts(self) -> Iterator[tuple[int, Cast]]:
        """The actors of every article as they were found in it, with its number."""
        for n, id_, cast in self._db.execute("SELECT n, id, found_cast FROM articles ORDER BY n"):
            yield n, Cast(id_, tuple(_local(*actor) for actor in json.loads(unpressed(cast))))

    def who(self) -> dict[int, dict[int, str]]:
        """Which actor of the corpus each member of an article is, by number."""
        found: dict[int, dict[int, str]] = defaultdict(dict)
        for article, member, actor in self._db.execute(
            "SELECT article, member, id FROM members JOIN actors ON actors.n = actor"
        ):
            found[article][member] = actor
        return found

    # files and articles

    def remove(self, gone: Iterable[str]) -> list[str]:
        """Forget files, and all that came out of them; the ids of the articles that left."""
        left: list[str] = []
        for file in gone:
            for n, id_ in self._db.execute("SELECT n, id FROM articles WHERE file = ?", (file,)).fetchall():
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
        columns = ", ".join("?" * len(article.article))
        self._db.execute(f"INSERT INTO articles VALUES ({number}, {columns})", article.article)
        for table, rows in article.rows:
            self._insert(table, number, rows)

    def add_problems(self, problems: Iterable[Problem]) -> None:
        """Keep what could not be read."""
        self._db.executemany("INSERT INTO problems VALUES (?, ?, ?)", [(p.file, p.reason, p.hint) for p in problems])

    # actors

    def set_actors(
        self, actors: Sequence[tuple[str, str, str]], of_members: Mapping[tuple[int, int], str]
    ) -> None:
        """Say who is who: the corpus' actors as (id, name, kind), and the actor's id of each (article, member)."""
        number = self._number_actors(actors)
        members = self._db.execute("SELECT article, member, actor FROM members")
        before = {(article, member): actor for article, member, actor in members}
        self._db.executemany(
            "UPDATE members SET actor = ? WHERE article = ? AND member = ?",
            [(number[actor], *at) for at, actor in of_members.items() if before.get(at) != number[actor]],
        )
        self._db.executescript("""
            CREATE TEMP TABLE counted (actor INTEGER PRIMARY KEY, articles INTEGER, mentions INTEGER);
            INSERT INTO counted SELECT actor, count(DISTINCT article), sum(named) FROM members
                WHERE actor IS NOT NULL AND named GROUP BY actor;
            UPDATE actors SET (articles, mentions) =
                (SELECT articles, mentions FROM counted WHERE actor = actors.n)
                WHERE n IN (SELECT actor FROM counted);
            DROP TABLE counted;
        """)

    def commit(self) -> None:
        """Finish: the store is whole afterwards."""
        self._db.execute("PRAGMA optimize")
        self._db.commit()
        self._db.close()

    def close(self) -> None:
        """Leave a store that is not finished."""
        self._db.close()

    def _number_actors(self, actors: Sequence[tuple[str, str, str]]) -> dict[str, int]:
        """Keep these actors, those whom a person made known, and no others; their numbers, which stay while they do."""
        known: dict[str, int] = dict(self._db.execute("SELECT id, n FROM actors").fetchall())
        found = {actor[0] for actor in actors}
        gone = [(id_,) for id_ in known if id_ not in found]
        self._db.executemany("DELETE FROM actors WHERE id = ? AND NOT decided", gone)
        last = max(known.values(), default=0)
        fresh = [actor for actor in actors if actor[0] not in known]
        number = {**known, **{actor[0]: n for n, actor in enumerate(fresh, last + 1)}}
        self._db.executemany(
            "INSERT INTO actors VALUES (?, ?, ?, ?, 0, 0, 0) "
            "ON CONFLICT (n) DO UPDATE SET name = excluded.name, kind = excluded.kind, articles = 0, mentions = 0, "
            "decided = 0",
            [(number[actor[0]], *actor) for actor in actors],
        )
        return number

    def _insert(self, table: str, article: int, rows: Rows) -> None:
        if rows:
            columns = ", ".join("?" * len(rows[0]))
            self._db.executemany(f"INSERT INTO {table} VALUES ({article}, {columns})", rows)


def _local(id_: str, kind: str, name: str, spellings: list[list[object]], roles: list[list[object]]) -> Local:
    return Local(id_, kind, name, tuple(map(tuple, spellings)), tuple(map(tuple, roles)))  # type: ignore[arg-type]
