"""What articles have in common, column by column: read once, so that any set of articles can be counted at once."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
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
        return self._column("SELECT outlet, json_group_array(n) FROM articles WHERE outlet IS NOT NULL GROUP BY outlet")

    @cached_property
    def days(self) -> Column:
        """By the last day of the date."""
        return self._column("SELECT day, json_group_array(n) FROM articles WHERE day IS NOT NULL GROUP BY day")

    @cached_property
    def dates(self) -> Mapping[tuple[str, str], set[str]]:
        """By the first and the last day of the date."""
        days = self._column(
            "SELECT json_extract(published, '$.from') || json_extract(published, '$.to'), json_group_array(n) "
            "FROM articles WHERE day IS NOT NULL GROUP BY 1"
        )
        return {(both[:10], both[10:]): articles for both, articles in days.items()}

    @cached_property
    def ages(self) -> Mapping[str, int]:
        """How many days before the newest article those with a date are of."""
        days = {date.fromisoformat(day): articles for day, articles in self.days.items()}
        newest = max(days, default=date.min)
        return {article: (newest - day).days for day, articles in days.items() for article in articles}

    @cached_property
    def verbatim(self) -> Mapping[str, int]:
        """How many quotations word for word there are in each article."""
        return {article: int(number) for number, article in self._store.pairs("SELECT verbatim, id FROM articles")}

    @cached_property
    def kinds(self) -> Column:
        """By the kinds of quotations in an article."""
        return self._column("SELECT kind, json_group_array(DISTINCT article) FROM quotations GROUP BY kind")

    @cached_property
    def topics(self) -> Column:
        """By topic."""
        return self._column("SELECT name, json_group_array(article) FROM topics GROUP BY name")

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

    @cached_property
    def _ids(self) -> Mapping[int, str]:
        return {int(number): article for number, article in self._store.pairs("SELECT n, id FROM articles")}

    def _named(self, of: str) -> Column:
        return self._column(
            f"SELECT name, json_group_array(article) FROM members JOIN actors ON n = actor WHERE {of} GROUP BY actor"
        )

    def _column(self, sql: str) -> Column:
        """From values, each with the numbers of its articles as JSON: half the time and memory of a row for each pair,
        as all values of an article share its id."""
        column: dict[str, set[str]] = defaultdict(set)
        for value, numbers in self._store.pairs(sql):
            column[value].update(map(self._ids.__getitem__, json.loads(numbers)))
        return dict(sorted(column.items(), key=lambda item: len(item[1]), reverse=True))
