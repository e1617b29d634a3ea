"""What a person decided of actors: joined, parted, renamed, none, in office.

What was found stands in `recast` and `renamed` as long as something else was decided, so that it can be put back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.store.transaction import Transaction
from index.words import fold

OF_ACTORS = "decisions.toml"
"""Stands for an article where decisions are about actors. No article is called so."""

AS_FOUND = """
    UPDATE members SET actor = (SELECT found FROM recast AS r WHERE r.article = members.article
                                AND r.member = members.member)
        WHERE (article, member) IN (SELECT article, member FROM recast);
    UPDATE actors SET name = (SELECT name FROM renamed WHERE actor = n) WHERE n IN (SELECT actor FROM renamed);
    DELETE FROM recast;
    DELETE FROM renamed;
    DELETE FROM offices;
"""
"""Takes back all that was decided of actors."""

_SPELLINGS = "SELECT text FROM aliases JOIN members USING (article, member) WHERE actor = ?"


class ActorChanges(Transaction):
    """Changes of who is who. Actors are called by their numbers; a member is (article, number in it)."""

    def as_found(self) -> None:
        """Take back all that was decided of actors."""
        for statement in AS_FOUND.split(";"):
            self._db.execute(statement)

    def whom(self, actor: str | None, name: str) -> int | None:
        """The actor with this id, if it bears this name, or else the most prominent who does; `None` if none does.

        An id alone is not trusted: ids may go to others when articles come and go.
        """
        by_id = self._one("SELECT n FROM actors WHERE id = ?", actor)
        if by_id and (not name or fold(name) in self._names(by_id[0])):
            return int(by_id[0])
        found = self._one(
            "SELECT n FROM actors WHERE fold(name) = ? "
            "ORDER BY EXISTS (SELECT 1 FROM members WHERE actor = n) DESC, mentions DESC, n LIMIT 1", fold(name)
        ) or self._one(
            "SELECT actor FROM aliases JOIN members USING (article, member) WHERE fold(text) = ? AND actor IS NOT NULL "
            "GROUP BY actor ORDER BY sum(count) DESC, actor LIMIT 1", fold(name)
        )  # fmt: skip
        return int(found[0]) if found else None

    def _names(self, actor: int) -> set[str]:
        rows = self._rows(
            f"SELECT name FROM actors WHERE n = ? UNION SELECT name FROM renamed WHERE actor = ? UNION {_SPELLINGS}",
            actor, actor, actor,
        )  # fmt: skip
        return {fold(name) for (name,) in rows}

    def add_actor(self, id_: str | None, name: str, kind: str) -> int:
        """Somebody whom no article names so. The id is made from the name where none is told, and gets a number if it
        is taken."""
        (new,) = self._one("SELECT coalesce(max(n), 0) + 1 FROM actors") or (1,)
        row = (new, self._free_id(id_ or _slug(name)), name, kind)
        self._db.execute("INSERT INTO actors VALUES (?, ?, ?, ?, 0, 0, 1)", row)
        return int(new)

    def kind_of(self, actor: int) -> str:
        """What an actor is."""
        return str(self._one("SELECT kind FROM actors WHERE n = ?", actor)[0])

    def members_of(
        self, actor: int, spellings: Sequence[str] = (), articles: Sequence[str] = ()
    ) -> list[tuple[int, int]]:
        """The members that are this actor: all, or those that bear one of some spellings or stand in one of some
        articles (ids)."""
        rows = self._rows("SELECT article, member, id FROM members JOIN articles ON n = article WHERE actor = ?", actor)
        if not spellings and not articles:
            return [(article, member) for article, member, _ in rows]
        wanted = {fold(text) for text in spellings}
        bearing = {
            (article, member)
            for article, member, text in self._rows(
                "SELECT article, member, text FROM aliases JOIN members USING (article, member) WHERE actor = ?", actor
            )
            if fold(text) in wanted
        }
        return [(a, m) for a, m, id_ in rows if (a, m) in bearing or id_ in articles]

    def give(self, members: Iterable[tuple[int, int]], actor: int | None) -> None:
        """Let members be another actor, or none."""
        members = list(members)
        self._db.executemany(
            "INSERT OR IGNORE INTO recast SELECT article, member, actor FROM members WHERE article = ? AND member = ?",
            members,
        )
        self._db.executemany(
            "UPDATE members SET actor = ? WHERE article = ? AND member = ?", [(actor, *member) for member in members]
        )

    def rename(self, actor: int, name: str) -> None:
        """Show an actor by another name."""
        self._db.execute("INSERT OR IGNORE INTO renamed SELECT n, name FROM actors WHERE n = ?", (actor,))
        self._db.execute("UPDATE actors SET name = ? WHERE n = ?", (name, actor))

    def set_office(self, actor: int, role: str, body: int | None, since: str | None, until: str | None) -> None:
        """Give an actor a role, of a country or body, in a time."""
        self._db.execute("INSERT INTO offices VALUES (?, ?, ?, ?, ?)", (actor, role, body, since, until))

    # before and after

    def remember(self) -> None:
        """Note who is who now, for `changed`."""
        self._db.execute("CREATE TEMP TABLE was AS SELECT article, member, actor FROM members")
        self._db.execute("CREATE TEMP TABLE called AS SELECT n, name FROM actors")

    def changed(self) -> tuple[set[str], set[str]]:
        """After all changes: count anew, and tell the articles (ids) in which somebody is another actor than when
        `remember` was called, and the actors (ids) that have other members or another name."""
        moved = self._rows(
            "SELECT members.article, members.actor, was.actor FROM members LEFT JOIN was USING (article, member) "
            "WHERE members.actor IS NOT was.actor"
        )
        renamed = self._rows("SELECT actors.n FROM actors JOIN called USING (n) WHERE actors.name != called.name")
        actors = {actor for row in (*(r[1:] for r in moved), *renamed) for actor in row if actor is not None}
        self._count(actors)
        ids = {id_ for n in actors for (id_,) in self._rows("SELECT id FROM actors WHERE n = ?", n)}
        articles = {id_ for row in moved for (id_,) in self._rows("SELECT id FROM articles WHERE n = ?", row[0])}
        self._db.execute("DROP TABLE was")
        self._db.execute("DROP TABLE called")
        self.settle_actors()
        return articles, ids

    def _count(self, actors: Iterable[int]) -> None:
        """Count in how many articles actors are, and how often they are named."""
        self._db.executemany(
            "UPDATE actors SET (articles, mentions) = "
            "(SELECT count(DISTINCT article), coalesce(sum(named), 0) FROM members WHERE actor = ? AND named) "
            "WHERE n = ?",
            [(actor, actor) for actor in actors],
        )

    def settle_actors(self) -> None:
        """After all changes: forget those whom a person made known and whom nothing names any more, and count in how
        many articles the others are."""
        self._db.execute(
            "DELETE FROM actors WHERE decided AND n NOT IN (SELECT actor FROM members WHERE actor IS NOT NULL) "
            "AND n NOT IN (SELECT found FROM recast WHERE found IS NOT NULL)"
        )
        self._db.execute(
            "UPDATE actors SET articles = (SELECT count(DISTINCT article) FROM members WHERE actor = actors.n) "
            "WHERE decided"
        )

    def _free_id(self, wanted: str) -> str:
        id_, number = wanted, 2
        while self._one("SELECT 1 FROM actors WHERE id = ?", id_):
            id_, number = f"{wanted}-{number}", number + 1
        return id_


def _slug(name: str) -> str:
    from index.annotation.names.cast import slug  # here alone: whoever reads a store needs no word lists

    return slug(name)
