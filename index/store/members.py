"""Which actor of the corpus each member of an article is, while a store is filled."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from index.store.actor_changes import AS_FOUND

if TYPE_CHECKING:
    from index.actors import Local

_T = TypeVar("_T")

# What has come is little, and all that is known is much. SQLite cannot tell: "CROSS JOIN" says where it is to begin.
_PREPARED = """
    PRAGMA temp_store = MEMORY;
    CREATE TEMP TABLE came (article INTEGER PRIMARY KEY);
    CREATE TEMP TABLE loose (key TEXT PRIMARY KEY) WITHOUT ROWID;  -- of kin that came or went
    CREATE TEMP TABLE touched (actor INTEGER PRIMARY KEY);         -- have other members than before
    CREATE TEMP TABLE part (article INTEGER, member INTEGER, PRIMARY KEY (article, member)) WITHOUT ROWID;
"""
_DECIDED = """
    INSERT OR IGNORE INTO touched SELECT found FROM recast WHERE found IS NOT NULL;
    INSERT OR IGNORE INTO touched SELECT actor FROM recast JOIN members USING (article, member) WHERE actor IS NOT NULL;
"""
_LEAVES = """
    INSERT OR IGNORE INTO loose SELECT key FROM kin WHERE article = :article;
    INSERT OR IGNORE INTO touched SELECT actor FROM members WHERE article = :article AND actor IS NOT NULL;
"""
_CAME = "INSERT INTO part SELECT article, member FROM came CROSS JOIN found USING (article)"
_KIN = """
    INSERT OR IGNORE INTO loose SELECT key FROM came CROSS JOIN kin USING (article);
    INSERT OR IGNORE INTO part
        WITH RECURSIVE met(key) AS (
            SELECT key FROM loose
            UNION SELECT other.key FROM met CROSS JOIN kin USING (key) CROSS JOIN kin AS other USING (article, member)
        )
        SELECT kin.article, kin.member FROM met CROSS JOIN kin USING (key);
"""
_COUNTED = """
    DELETE FROM actors WHERE n IN touched AND NOT decided AND NOT EXISTS (SELECT 1 FROM members WHERE actor = n);
    UPDATE actors SET (articles, mentions) =
        (SELECT count(DISTINCT article), coalesce(sum(named), 0) FROM members WHERE actor = n AND named)
        WHERE n IN touched;
"""


class Member(NamedTuple):
    """A member of an article (its number and id), as the article tells it, and the actor (id) that it was before."""

    article: int
    member: int
    id: str
    local: Local
    actor: str | None


class Members:
    """Who is who in a store to which articles come and from which they go: tell both, then ask for the `part` of the
    members that may be others than before, and set their actors."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._db.executescript(_PREPARED)

    def as_found(self) -> None:
        """Take back all that a person decided of actors."""
        self._db.executescript(_DECIDED + AS_FOUND)

    def came(self, article: int) -> None:
        """Note that an article (by number) has come."""
        self._db.execute("INSERT INTO came VALUES (?)", (article,))

    def goes(self, article: int) -> None:
        """Note that an article (by number) is about to go."""
        for statement in _LEAVES.split(";"):
            self._db.execute(statement, {"article": article})

    def part(self) -> list[Member]:
        """Those who may be another actor than before: who came, and all kin of who came or went."""
        from index.actors import Local  # here alone: whoever reads a store needs no word lists

        self._db.execute(_CAME)
        if self._db.execute("SELECT 1 FROM articles WHERE n NOT IN came LIMIT 1").fetchone():
            self._db.executescript(_KIN)
        once = _once()
        spellings, roles = defaultdict(list), defaultdict(list)
        for article, member, text, count in self._db.execute(
            "SELECT article, member, text, count FROM part CROSS JOIN aliases USING (article, member)"
        ):
            spellings[article, member].append(once((text, count)))
        for article, member, role, of in self._db.execute(
            "SELECT part.article, part.member, role, body.id FROM part CROSS JOIN roles USING (article, member) "
            "LEFT JOIN found AS body ON body.article = roles.article AND body.member = roles.body"
        ):
            roles[article, member].append(once((role, of)))
        return [
            Member(
                n, m, once(article),
                once(Local(id_, kind, name, tuple(spellings.pop((n, m), ())), tuple(roles.pop((n, m), ())))),
                once(actor),
            )
            for n, m, article, id_, kind, name, actor in self._db.execute(
                "SELECT article, member, articles.id, found.id, found.kind, found.name, actors.id "
                "FROM part CROSS JOIN found USING (article, member) CROSS JOIN members USING (article, member) "
                "CROSS JOIN articles ON articles.n = article LEFT JOIN actors ON actors.n = actor"
            )
        ]

    def taken(self, part: Iterable[Member]) -> Container[str]:
        """The ids of the actors of all members but these."""
        if not self._db.execute("SELECT 1 FROM actors LIMIT 1").fetchone():
            return ()
        return _Taken(self._db, {member.actor for member in part})

    def set_actors(self, actors: Iterable[tuple[str, str, str]], changed: Sequence[tuple[Member, str]]) -> None:
        """Say who is who: actors as (id, name, kind), and the members that are another actor now, each with its id.

        An actor whom nothing names any more goes, unless a person made it known.
        """
        self._db.executemany(
            "INSERT INTO actors (id, name, kind) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE "
            "SET name = excluded.name, kind = excluded.kind, decided = 0", actors
        )  # fmt: skip
        ids = {id_ for member, actor in changed for id_ in (member.actor, actor) if id_ is not None}
        sql = "SELECT actors.id, n FROM json_each(?) JOIN actors ON actors.id = value"
        number = dict(self._db.execute(sql, [json.dumps([*ids])]))
        self._db.executemany(
            "UPDATE members SET actor = ? WHERE article = ? AND member = ?",
            [(number[actor], member.article, member.member) for member, actor in changed],
        )
        self._db.executemany("INSERT OR IGNORE INTO touched VALUES (?)", [(n,) for n in number.values()])
        self._db.executescript(_COUNTED)


def _once() -> Callable[[_T], _T]:
    """Gives for each value the first that is equal to it: names recur, and each is to be in memory once."""
    known: dict[Any, Any] = {}
    return lambda value: known.setdefault(value, value)


class _Taken:
    """The ids of actors that have members, but for some; each is looked up when it is asked for."""

    def __init__(self, db: sqlite3.Connection, but: Collection[str | None]) -> None:
        self._db = db
        self._but = but

    def __contains__(self, id_: object) -> bool:
        sql = "SELECT 1 FROM actors JOIN members ON actor = n WHERE id = ? LIMIT 1"
        return id_ not in self._but and self._db.execute(sql, (id_,)).fetchone() is not None
