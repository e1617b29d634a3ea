"""What a store knows of actors across articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from index.store.connection import Connected


class Across(Connected):
    """The questions about actors that go through many articles."""

    def mentions_of(self, actor: str) -> list[tuple[str, int, int, int]]:
        """Where an actor is named or meant, as (article, member of it, start, end), newest article first."""
        rows = self._rows(
            "SELECT articles.id, member, start, end FROM actors JOIN members ON members.actor = actors.n "
            "JOIN mentions USING (article, member) JOIN articles ON articles.n = article WHERE actors.id = ? "
            "ORDER BY day IS NULL, day DESC, articles.id, start", (actor,)
        )  # fmt: skip
        return [(article, member, start, end) for article, member, start, end in rows]

    def actors_in(self, articles: Iterable[str]) -> set[str]:
        """The actors (ids) in some articles."""
        sql = (
            "SELECT actors.id FROM articles JOIN members ON members.article = articles.n "
            "JOIN actors ON actors.n = members.actor WHERE articles.id = ?"
        )
        return {row[0] for article in articles for row in self._rows(sql, (article,))}

    def decided(self) -> set[str]:
        """The actors (ids) that a person's decisions are about."""
        rows = self._rows(
            "SELECT id FROM actors WHERE decided OR n IN (SELECT actor FROM renamed) "
            "OR n IN (SELECT found FROM recast) OR n IN (SELECT actor FROM recast JOIN members USING (article, member))"
        )
        return {row[0] for row in rows}

    def written_as(self, actor: str) -> list[tuple[str, int, str]]:
        """The names that an actor bears, as (article, member of it, spelling)."""
        rows = self._rows(
            "SELECT articles.id, member, aliases.text FROM actors JOIN members ON members.actor = actors.n "
            "JOIN aliases USING (article, member) JOIN articles ON articles.n = article WHERE actors.id = ?", (actor,)
        )  # fmt: skip
        return [(article, member, text) for article, member, text in rows]

    def affiliations(self) -> dict[str, str]:
        """The country or body (id) of most roles of each actor (id) that has one."""
        rows = self._rows(
            "SELECT who.id, body.id FROM roles JOIN members AS own USING (article, member) "
            "JOIN actors AS who ON who.n = own.actor "
            "JOIN members AS whose ON whose.article = roles.article AND whose.member = roles.body "
            "JOIN actors AS body ON body.n = whose.actor GROUP BY who.id, body.id ORDER BY count(*), body.id DESC"
        )
        return dict(rows)

    def months_of(self, actor: str) -> list[tuple[str, int]]:
        """How often an actor is named in the articles of each month that has some."""
        rows = self._rows(
            "SELECT substr(day, 1, 7), sum(named) FROM actors JOIN members ON members.actor = actors.n "
            "JOIN articles ON articles.n = article WHERE actors.id = ? AND day IS NOT NULL GROUP BY 1 "
            "HAVING sum(named) ORDER BY 1", (actor,)
        )  # fmt: skip
        return [(month, count) for month, count in rows]

    def topics_of(self, actor: str, limit: int) -> list[tuple[str, int]]:
        """The topics of the articles that name an actor, with the number of these articles, most first."""
        rows = self._rows(
            "SELECT topics.name, count(DISTINCT article) FROM actors JOIN members ON members.actor = actors.n "
            "JOIN topics USING (article) WHERE actors.id = ? GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?", (actor, limit)
        )  # fmt: skip
        return [(name, count) for name, count in rows]

    def topics(self) -> list[tuple[str, int]]:
        """All topics with the number of their articles, most first."""
        rows = self._rows("SELECT name, count(*) FROM topics GROUP BY name ORDER BY 2 DESC, 1")
        return [(name, count) for name, count in rows]

    def on_topic(self, topic: str) -> list[tuple[str, list[tuple[int, int]]]]:
        """The articles of a topic, the oldest first, and where it is mentioned in each."""
        rows = self._rows(
            "SELECT articles.id, mentions FROM topics JOIN articles ON articles.n = article WHERE name = ? "
            "ORDER BY day IS NULL, day, articles.id", (topic,)
        )  # fmt: skip
        return [(article, [(start, end) for start, end in json.loads(places)]) for article, places in rows]

    def offices_of(self, actor: str) -> list[tuple[str, str | None, str | None, str | None]]:
        """The roles that a person gave an actor: (role, id of whose, since, until)."""
        rows = self._rows(
            "SELECT role, body.id, since, until FROM actors JOIN offices ON offices.actor = actors.n "
            "LEFT JOIN actors AS body ON body.n = offices.body WHERE actors.id = ?", (actor,)
        )  # fmt: skip
        return [(role, body, since, until) for role, body, since, until in rows]

    def beside(self, actor: str, others: Sequence[str]) -> dict[str, int]:
        """For some other actors: how many actors stand in articles with them and in other articles with this one."""
        found = {}
        mine = self._companions(actor)
        for other in others:
            found[other] = len(mine & self._companions(other))
        return found

    def _companions(self, actor: str) -> set[int]:
        rows = self._rows(
            "SELECT DISTINCT b.actor FROM actors JOIN members AS a ON a.actor = actors.n "
            "JOIN members AS b USING (article) WHERE actors.id = ? AND b.actor != a.actor", (actor,)
        )  # fmt: skip
        return {row[0] for row in rows}
