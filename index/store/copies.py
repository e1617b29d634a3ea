"""Which articles of a store say the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence, Set
from functools import lru_cache

from index.store.rows import unpressed
from index.twins import NEAR, grouped, likeness, may_be_alike, runs_of

_AT_HAND = 256
"""Articles whose runs of words are kept while others are compared with them: some 10 MB."""


class Copies:
    """A part of a store that is being written."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def find(self) -> None:
        """Say which articles say the same as others, now that some have come or gone. Those alone are compared that
        are new, or said the same as one that is gone."""
        sketches = self._sketches()
        known: dict[int, int] = dict(self._db.execute("SELECT article, alike FROM copies"))
        broken = {group for article, group in known.items() if article not in sketches}
        fresh = self._new() | {article for article in sketches if known.get(article) in broken}
        runs = lru_cache(_AT_HAND)(self._runs)

        def say_the_same(one: int, other: int) -> bool:
            return likeness(runs(one), runs(other)) >= NEAR

        whole = ((article, group) for article, group in known.items() if group not in broken)
        self._keep(grouped(whole, may_be_alike(sketches, fresh), say_the_same))

    def _sketches(self) -> dict[int, bytes]:
        """What tells which articles may say the same, by their numbers."""
        self._db.execute("DELETE FROM sketches WHERE article NOT IN (SELECT n FROM articles)")
        return dict(self._db.execute("SELECT article, sketch FROM sketches ORDER BY article"))

    def _new(self) -> set[int]:
        return {article for (article,) in self._db.execute("SELECT article FROM sketches WHERE NOT compared")}

    def _runs(self, article: int) -> Set[int]:
        ((text,),) = self._db.execute("SELECT text FROM articles WHERE n = ?", (article,))
        return runs_of(unpressed(text))

    def _keep(self, groups: Iterable[Sequence[int]]) -> None:
        self._db.execute("UPDATE sketches SET compared = 1 WHERE NOT compared")
        self._db.execute("DELETE FROM copies")
        self._db.executemany("INSERT INTO copies VALUES (?, ?)", [(n, group[0]) for group in groups for n in group])
