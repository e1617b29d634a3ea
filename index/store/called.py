"""What a store knows of actors by name: who is listed, and how each is called."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from index.model import Actor, ActorKind, ActorLine, Alias, Role
from index.store.connection import Connected, Row

_SHOWN = ("person", "organisation", "country")
"""The actors that are listed and counted; groups and documents only stand in articles."""
LISTED = f"kind IN {_SHOWN} AND (mentions OR decided AND articles)"
"""Which rows of `actors` those are, in SQL."""
_PROMINENT = "articles DESC, mentions DESC, name"
_LINES = f"""
    SELECT {{key}}, id, name, kind, articles, mentions,
           (SELECT role FROM members JOIN roles USING (article, member) WHERE actor = actors.n
            GROUP BY role ORDER BY count(*) DESC, min(article), min(start) LIMIT 1)
    FROM actors WHERE {{key}} IN ({{marks}}) AND {LISTED}
"""
_AT_ONCE = 10_000  # values that SQLite takes
_NAMED_ANEW = "decided OR n IN (SELECT actor FROM renamed)"


class Called(Connected):
    """The questions about actors and their names."""

    def prominent(self) -> Sequence[int]:
        """The numbers of all actors that are listed, the most prominent first."""
        return array("I", (n for (n,) in self._walk(f"SELECT n FROM actors WHERE {LISTED} ORDER BY {_PROMINENT}")))

    def lines(self, numbers: Sequence[int]) -> list[ActorLine]:
        """Actors by their numbers, as they are listed, in this order; what is not there any more is left out."""
        return self._lines("n", numbers)

    def listed(self, ids: Sequence[str]) -> list[ActorLine]:
        """Actors by their ids, as they are listed, in this order; what is not there is left out."""
        return self._lines("id", ids)

    def _lines(self, key: str, values: Sequence[object]) -> list[ActorLine]:
        found: list[ActorLine] = []
        for start in range(0, len(values), _AT_ONCE):
            some = values[start : start + _AT_ONCE]
            rows = self._rows(_LINES.format(key=key, marks=", ".join("?" * len(some))), some)
            lines = {key_: _line(*row) for key_, *row in rows}
            found += (lines[value] for value in some if value in lines)
        return found

    def of_kind(self, kind: str) -> Iterator[tuple[str, str]]:
        """The ids and names of all actors of a kind that are listed, the most prominent first."""
        rows = self._walk(f"SELECT id, name FROM actors WHERE kind = ? AND {LISTED} ORDER BY {_PROMINENT}", (kind,))
        return ((id_, name) for id_, name in rows)

    def names_of(self, numbers: Sequence[int]) -> list[list[str]]:
        """All the names of actors by their numbers, in this order."""
        names: dict[int, list[str]] = {n: [] for n in numbers}
        for n, name in self._walk(
            "SELECT n, name FROM actors UNION "
            "SELECT actor, text FROM aliases JOIN members USING (article, member) WHERE actor IS NOT NULL"
        ):
            if n in names:
                names[n].append(name)
        return [*names.values()]

    def spellings(self) -> list[tuple[str, str, int]]:
        """Every name as written: (actor, spelling, count)."""
        return self._rows("""
            SELECT actors.id, aliases.text, sum(aliases.count) FROM aliases
            JOIN members USING (article, member) JOIN actors ON actors.n = members.actor
            GROUP BY actors.n, aliases.text ORDER BY actors.n, 3 DESC, 2
        """)

    def all_names(self, actors: Iterable[str] | None = None) -> dict[str, list[str]]:
        """All the names of every actor, or of some, by id."""
        if actors is None:
            return self._names(self.spellings(), self._rows(f"SELECT id, name FROM actors WHERE {_NAMED_ANEW}"))
        found: dict[str, list[str]] = {}
        for actor in actors:
            spelt = self._rows(
                "SELECT actors.id, text FROM actors JOIN members ON members.actor = actors.n "
                "JOIN aliases USING (article, member) WHERE actors.id = ? GROUP BY text", (actor,)
            )  # fmt: skip
            anew = self._rows(f"SELECT id, name FROM actors WHERE id = ? AND ({_NAMED_ANEW})", (actor,))
            found |= self._names(spelt, anew)
        return found

    @staticmethod
    def _names(*rows: Iterable[Row]) -> dict[str, list[str]]:
        names: dict[str, list[str]] = defaultdict(list)
        for actor, name, *_ in chain(*rows):
            names[actor].append(name)
        return names

    def actor(self, actor: str) -> tuple[Actor, int] | None:
        """An actor over the whole corpus, and in how many articles it is named."""
        row = self._one("SELECT n, id, name, kind, articles FROM actors WHERE id = ?", (actor,))
        if row is None:
            return None
        n, id_, name, kind, articles = row
        aliases = self._rows(
            "SELECT text, sum(count) FROM aliases JOIN members USING (article, member) WHERE actor = ? "
            "GROUP BY text ORDER BY 2 DESC, 1", (n,)
        )  # fmt: skip
        roles = self._rows(
            "SELECT articles.id, role, body.id, start, end FROM roles "
            "JOIN members USING (article, member) JOIN articles ON articles.n = roles.article "
            "LEFT JOIN members AS whose ON whose.article = roles.article AND whose.member = roles.body "
            "LEFT JOIN actors AS body ON body.n = whose.actor "
            "WHERE members.actor = ? ORDER BY day IS NULL, day, articles.id, start", (n,)
        )  # fmt: skip
        found = Actor(
            id=id_, name=name, kind=kind,
            aliases=tuple(Alias(text=t, count=c) for t, c in aliases),
            roles=tuple(Role(article=a, role=r, of=b, start=s, end=e) for a, r, b, s, e in roles),
        )  # fmt: skip
        return found, articles

    def names(self, ids: Sequence[str] | None = None) -> dict[str, str]:
        """The names of some actors, or of all, by id."""
        if ids is None:
            return dict(self._rows("SELECT id, name FROM actors"))
        marks = ", ".join("?" * len(ids))
        return dict(self._rows(f"SELECT id, name FROM actors WHERE id IN ({marks})", ids))

    def first_places(self, actor: str) -> list[tuple[str, int, str, int, int]]:
        """Every name of an actor as written, the commonest first, and where it stands first:
        (spelling, count, article, start, end)."""
        found = []
        for spelling, count, article in self._rows(
            "SELECT aliases.text, sum(aliases.count), min(articles.id) FROM aliases "
            "JOIN members USING (article, member) JOIN articles ON articles.n = article "
            "JOIN actors ON actors.n = members.actor WHERE actors.id = ? GROUP BY aliases.text ORDER BY 2 DESC, 1",
            (actor,),
        ):
            if place := next(self._places_in(article, actor, spelling), None):
                found.append((spelling, count, article, *place))
        return found

    def _places_in(self, article: str, actor: str, spelling: str) -> Iterator[tuple[int, int]]:
        """Where a name stands in an article; a line break in it does not make it another name."""
        ((pressed,),) = self._rows("SELECT text FROM articles WHERE id = ?", (article,))
        text = self._unpressed(pressed)
        for start, end in self._rows(
            "SELECT start, end FROM mentions JOIN members USING (article, member) "
            "JOIN articles ON articles.n = article JOIN actors ON actors.n = members.actor "
            "WHERE articles.id = ? AND actors.id = ? ORDER BY start", (article, actor)
        ):  # fmt: skip
            if " ".join(text[start:end].split()) == spelling:
                yield start, end


def _line(id_: str, name: str, kind: ActorKind, articles: int, mentions: int, role: str | None) -> ActorLine:
    return ActorLine(id=id_, name=name, kind=kind, articles=articles, mentions=mentions, role=role)
