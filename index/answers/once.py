"""What stands in several articles that say the same, told once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence, Set
from typing import TypeVar

from index.engines.base import Alike

Row = TypeVar("Row")


def number(articles: Set[str], alike: Alike) -> int:
    """How many articles these are, those that are `alike` counted once."""
    same = articles & alike.keys()
    return len(articles) - len(same) + len({alike[article] for article in same})


def grouped(articles: Iterable[str], alike: Alike) -> Collection[list[str]]:
    """Articles in their order, but those that are `alike` together, where the first of them stands."""
    groups: dict[str | int, list[str]] = defaultdict(list)
    for article in articles:
        groups[alike.get(article, article)].append(article)
    return groups.values()


def folded(parts: Sequence[Iterable[Row]], key: Callable[[Row], Hashable]) -> list[tuple[Row, list[Row]]]:
    """The rows of articles that say the same, an article a part: each row with those of later articles that are the
    same by `key`. What one article has twice stays twice."""
    if len(parts) == 1:
        return [(row, []) for row in parts[0]]
    found: dict[Hashable, tuple[Row, list[Row]]] = {}
    for rows in parts:
        times: Counter[Hashable] = Counter()
        for row in rows:
            same = key(row)
            times[same] += 1
            if (same, times[same]) in found:
                found[same, times[same]][1].append(row)
            else:
                found[same, times[same]] = (row, [])
    return list(found.values())
