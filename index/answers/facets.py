"""What the articles that answer a query have in common, counted: by what it can be narrowed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import nlargest
from itertools import takewhile

from index.answers.once import number
from index.answers.opened import Opened
from index.engines.base import Alike, Stop
from index.model import Facet, FacetValue
from index.query.tree import typed
from index.store.columns import Column


def facets(
    opened: Opened, query: str, limit: int, *, once: bool = True, stop: Stop | None = None
) -> tuple[Facet, ...]:
    """For outlet, year, month, actor, country, kind of quotation, topic and tag the `limit` commonest values among the
    articles that answer `query`. Raises `QueryError`.

    A count is what the query finds together with the value, those that say the same counted `once`: columns only
    propose which values are the commonest. Nothing is given once it is told to `stop`.
    """

    def wanted(_: object = None) -> bool:
        return stop is None or not stop()

    alike = opened.columns.alike if once else {}
    found = opened.every(opened.asked(query))
    made = []
    for name, field, column in takewhile(wanted, _columns(opened)):
        labels = takewhile(wanted, _commonest(column, found, alike, limit))
        made.append(Facet(name=name, values=tuple(_values(opened, query, found, alike, labels, field))))
    return tuple(facet for facet in made if facet.values) if wanted() else ()


def _columns(opened: Opened) -> Iterator[tuple[str, str, Column]]:
    """The facets there are: a name, the field of a query that narrows to a value, and the column."""
    columns = opened.columns
    yield "outlet", "outlet", columns.outlets
    yield "year", "date", _shorter(columns.days, 4)
    yield "month", "date", _shorter(columns.days, 7)
    yield "actor", "actor", columns.actors
    yield "country", "country", columns.countries
    yield "kind", "kind", columns.kinds
    yield "topic", "topic", columns.topics
    yield "tag", "tag", _commonest_first(opened.store.tags())


def _shorter(days: Column, letters: int) -> Column:
    """Days by year or month."""
    column: dict[str, set[str]] = defaultdict(set)
    for day, articles in days.items():
        column[day[:letters]] |= articles
    return _commonest_first(column)


def _commonest_first(column: Column) -> Column:
    return dict(sorted(column.items(), key=lambda item: len(item[1]), reverse=True))


def _commonest(column: Column, found: set[str], alike: Alike, limit: int) -> list[str]:
    """The values that most of `found` have. The commonest of all come first, so that most need not be looked at."""
    best: list[tuple[int, str]] = []
    for value, articles in column.items():
        if len(best) == limit and len(articles) <= best[-1][0]:
            break
        if count := number(articles & found, alike):
            best = nlargest(limit, [*best, (count, value)])
    return [value for _, value in best]


def _values(
    opened: Opened, query: str, found: set[str], alike: Alike, labels: Iterable[str], field: str
) -> list[FacetValue]:
    counted = []
    for label in labels:
        if value := typed(field, label):
            # What a quotation is speaks of the same quotation as the rest of the query: that is no matter of sets.
            whole = f"{query} {value}" if field == "kind" else value
            both = opened.every(opened.asked(whole)) & found
            counted.append(FacetValue(typed=value, label=label, count=number(both, alike)))
    return sorted((value for value in counted if value.count), key=lambda value: (-value.count, value.label))
