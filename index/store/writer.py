"""Fill a new store."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from index.model import AnnotatedArticle, Problem, Quotation, Span, When
from index.store import rows
from index.store.rows import VERBATIM, Rows


class StoreWriter:
    """A store that is being built. Articles come first, then the actors of the corpus, then `commit`."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path)
        # Nobody reads a store before it is whole, and a store that broke is built again: no journal is needed.
        self._db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32000;")
        self._db.executescript(files("index.store").joinpath("schema.sql").read_text(encoding="utf-8"))
        self._next = 1

    def add(self, article: AnnotatedArticle) -> int:
        """Keep an article; its actors' ids are local to it. Returns the article's number, which counts from 1."""
        number, self._next = self._next, self._next + 1
        member = {actor.id: i for i, actor in enumerate(article.actors)}
        self._add_head(number, article)
        self._add_members(number, article, member)
        self._add_mentions(number, article, member)
        self._add_quotations(number, article.quotations, member)
        self._add_subjects(number, article, member)
        self._add_contacts(number, article, member)
        self._insert("topics", [(number, t.name, _places(t.mentions)) for t in article.topics])
        return number

    def add_problems(self, problems: Iterable[Problem]) -> None:
        """Keep what could not be read."""
        self._insert("problems", [(p.file, p.reason, p.hint) for p in problems])

    def set_actors(
        self, actors: Sequence[tuple[str, str, str]], of_members: Mapping[tuple[int, int], str]
    ) -> None:
        """Say who is who: the corpus' actors as (id, name, kind), and the actor's id of each (article, member)."""
        self._insert("actors", [(n, *actor, 0, 0, 0) for n, actor in enumerate(actors, 1)])
        number = {actor[0]: n for n, actor in enumerate(actors, 1)}
        self._db.executemany(
            "UPDATE members SET actor = ? WHERE article = ? AND member = ?",
            [(number[actor], article, member) for (article, member), actor in of_members.items()],
        )
        self._db.executescript("""
            CREATE TEMP TABLE counted AS
                SELECT members.actor AS actor, count(*) AS mentions, count(DISTINCT mentions.article) AS articles
                FROM mentions JOIN members USING (article, member) WHERE members.actor IS NOT NULL GROUP BY actor;
            UPDATE actors SET (articles, mentions) =
                (SELECT articles, mentions FROM counted WHERE actor = actors.n)
                WHERE n IN (SELECT actor FROM counted);
        """)

    def commit(self) -> None:
        """Finish: the store is whole afterwards."""
        self._db.execute("PRAGMA optimize")
        self._db.commit()
        self._db.close()

    def close(self) -> None:
        """Leave a store that is not finished."""
        self._db.close()

    def _insert(self, table: str, rows: Rows) -> None:
        if rows:
            self._db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)

    def _add_head(self, number: int, article: AnnotatedArticle) -> None:
        head = article.model_dump_json(by_alias=True, exclude={"text", *_FOUND})
        when = article.published
        verbatim = sum(q.kind in VERBATIM for q in article.quotations)
        words = len(article.text.split())
        self._insert(
            "articles",
            [(number, article.id, article.file, article.title, article.outlet.value, _json(when),
              when.to if when else None, words, verbatim, head, article.text)],
        )  # fmt: skip

    def _add_members(self, number: int, article: AnnotatedArticle, member: Mapping[str, int]) -> None:
        self._insert("members", [(number, i, None) for i in member.values()])
        self._insert("aliases", [(number, member[a.id], x.text, x.count) for a in article.actors for x in a.aliases])
        self._insert(
            "roles",
            [(number, member[a.id], r.role, member.get(r.of or ""), r.start, r.end)
             for a in article.actors for r in a.roles],
        )  # fmt: skip

    def _add_mentions(self, number: int, article: AnnotatedArticle, member: Mapping[str, int]) -> None:
        self._insert(
            "mentions", [(number, m.start, m.end, member.get(m.actor or ""), m.form) for m in article.mentions]
        )

    def _add_quotations(self, number: int, quotations: Sequence[Quotation], member: Mapping[str, int]) -> None:
        self._insert("quotations", rows.quotations(number, quotations))
        self._insert("voices", rows.voices(number, quotations, member))

    def _add_subjects(self, number: int, article: AnnotatedArticle, member: Mapping[str, int]) -> None:
        named = [(m.start, m.end, member[m.actor]) for m in article.mentions if m.actor and m.actor in member]
        spoken = [
            (rows.number_of(q), q.start, q.end, {member[a] for a in q.speaker.actors} if q.speaker else set[int]())
            for q in article.quotations
            if q.kind != "scare"
        ]
        self._insert("voices", rows.subjects(number, spoken, named))

    def _add_contacts(self, number: int, article: AnnotatedArticle, member: Mapping[str, int]) -> None:
        for n, c in enumerate(article.contacts, 1):
            place = (c.place.start, c.place.end) if c.place else (None, None)
            self._insert("contacts", [(number, n, c.kind, c.status, _json(c.date), *place, _places(c.evidence))])
            self._insert("parties", [(number, n, member[p]) for p in dict.fromkeys(c.participants)])


_FOUND = frozenset({"quotations", "mentions", "actors", "contacts", "topics"})


def _json(when: When | None) -> str | None:
    return when.model_dump_json(by_alias=True) if when else None


def _places(spans: Iterable[Span]) -> str:
    return json.dumps([[s.start, s.end] for s in spans])
