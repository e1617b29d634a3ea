"""What a store knows of actors across articles."""

from __future__ import annotations

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

    def written_as(self, actor: str) -> list[tuple[str, int, str]]:
        """The names that an actor bears, as (article, member of it, spelling)."""
        rows = self._rows(
            "SELECT articles.id, member, aliases.text FROM actors JOIN members ON members.actor = actors.n "
            "JOIN aliases USING (article, member) JOIN articles ON articles.n = article WHERE actors.id = ?", (actor,)
        )  # fmt: skip
        return [(article, member, text) for article, member, text in rows]
