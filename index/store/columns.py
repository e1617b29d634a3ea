"""What articles have in common, column by column: read once, so that any set of articles can be counted at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeAlias

from index.store.reader import Store

Column: TypeAlias = Mapping[str, set[str]]
"""The ids of the articles that have a value, for each value, the commonest first."""


class Columns:
    """The columns of a store, each read when it is first asked for; of one moment."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def outlets(self) -> Column:
        """By outlet."""
        return _column(self._store.pairs("SELECT outlet, id FROM articles WHERE outlet IS NOT NULL"))

    @cached_property
    def days(self) -> Column:
        """By the last day of the date."""
        return _column(self._store.pairs("SELECT day, id FROM articles WHERE day IS NOT NULL"))

    @cached_property
    def dates(self) -> Mapping[tuple[str, str], set[str]]:
        """By the first and the last day of the date."""
        days = self._store.pairs(
            "SELECT json_extract(published, '$.from') || json_extract(published, '$.to'), id FROM articles "
            "WHERE day IS NOT NULL"
        )
        return {(both[:10], both[10:]): articles for both, articles in _column(days).items()}

    @cached_property
    def verbatim(self) -> Mapping[str, int]:
        """How many quotations word for word there are in each article."""
        return {article: int(number) for number, article in self._store.pairs("SELECT verbatim, id FROM articles")}

    @cached_property
    def kinds(self) -> Column:
        """By the kinds of quotations in an article."""
        return _column(self._store.pairs(
            "SELECT DISTINCT kind, articles.id FROM quotations JOIN articles ON articles.n = article"
        ))  # fmt: skip

    @cached_property
    def topics(self) -> Column:
        """By topic."""
        return _column(self._store.pairs("SELECT name, articles.id FROM topics JOIN articles ON articles.n = article"))

    @cached_property
    def actors(self) -> Column:
        """By the names of persons and organisations."""
        return self._named("kind IN ('person', 'organisation')")

    @cached_property
    def countries(self) -> Column:
        """By country."""
        return self._named("kind = 'country'")

    @cached_property
    def alike(self) -> Mapping[str, int]:
        """The articles that say the same as others, with the number of their group."""
        return self._store.alike()

    @cached_property
    def by_outlet(self) -> list[str]:
        """All articles, by outlet, the newest first; those without one last."""
        return [i for _, i in self._store.pairs(
            "SELECT outlet, id FROM articles ORDER BY outlet IS NULL, outlet, day IS NULL, day DESC, id"
        )]  # fmt: skip

    def _named(self, of: str) -> Column:
        return _column(self._store.pairs(
            "SELECT name, articles.id FROM members JOIN articles ON articles.n = article "
            f"JOIN actors ON actors.n = actor WHERE {of}"
        ))  # fmt: skip


def _column(pairs: Iterable[tuple[str, str]]) -> Column:
    column: dict[str, set[str]] = defaultdict(set)
    for value, article in pairs:
        column[value].add(article)
    return dict(sorted(column.items(), key=lambda item: len(item[1]), reverse=True))
