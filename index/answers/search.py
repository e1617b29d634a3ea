"""Which articles answer a query, and where."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Literal, TypeAlias

from index.answers.copies import copy
from index.answers.near import near
from index.answers.opened import Opened
from index.engines import Answer
from index.engines.base import Alike, Stop
from index.model import Hit, Page, Passage, Span
from index.query import Node, hits, match, passage
from index.query.clauses import clauses
from index.query.shape import spelt_out
from index.store.reader import Head

Order: TypeAlias = Literal["rank", "recency", "date", "outlet"]

_HALVED = 90
"""In how many days what recency adds to the score of an article is halved: of the newest it doubles it."""


def search(
    opened: Opened,
    query: str,
    limit: int,
    shown: int | None,
    order: Order = "rank",
    stop: Stop | None = None,
    *,
    once: bool = True,
) -> Page:
    """The first `limit` articles for a query; the first `shown` of them (all, if not said) with their best passage. Of
    those that say the same the first stands for all, if they are to stand there `once`. Raises `QueryError`."""
    start = time.perf_counter()
    tree = opened.asked(query)
    answer = ordered(opened, tree, limit, order, stop, alike=opened.columns.alike if once else {})
    found = _hits(opened, tree, answer, limit if shown is None else shown)
    missing = opened.engine.missing(tree) if not found and not answer.partial else ()
    return Page(
        query=query, hits=found, total=None if answer.partial else answer.total, copies=answer.repeated,
        seconds=time.perf_counter() - start, missing=missing, near=near(opened, tree, missing), partial=answer.partial,
        clauses=clauses(query),
    )  # fmt: skip


def ordered(
    opened: Opened,
    tree: Node | None,
    limit: int,
    order: Order,
    stop: Stop | None = None,
    *,
    alike: Alike | None = None,
) -> Answer:
    """The first `limit` articles of which `tree` is true: the best, the best where newer ones count for more, the
    newest, or by outlet and the newest of each; of those that are `alike` the first alone. What ranks alike keeps one
    order; without a query the newest come first."""
    if tree is not None and order == "rank":
        return opened.engine.search(tree, limit, proves=opened.proves, stop=stop, alike=alike)
    ids = opened.columns.by_outlet if order == "outlet" else opened.store.ids()
    if tree is None:
        return _first(dict.fromkeys(ids, 0.0), limit, alike or {})
    answer = opened.engine.search(tree, len(ids), proves=opened.proves, stop=stop)
    scores = dict(answer.best)
    if order == "recency":
        scores = _fresher(scores, opened.columns.ages)
        ids = sorted((article for article in ids if article in scores), key=scores.__getitem__, reverse=True)
    found = _first({article: scores[article] for article in ids if article in scores}, limit, alike or {})
    return replace(found, partial=answer.partial)


def _fresher(scores: Mapping[str, float], ages: Mapping[str, int]) -> dict[str, float]:
    """Scores, with more for what is newer. Nothing is added where there is no date."""
    return {
        article: score * (1 + 0.5 ** (ages[article] / _HALVED)) if article in ages else score
        for article, score in scores.items()
    }


def _first(found: Mapping[str, float], limit: int, alike: Alike) -> Answer:
    """The first `limit` of all that was found, in their order; of those that are alike the first alone."""
    stands_for: dict[int, str] = {}
    copies: dict[str, list[str]] = defaultdict(list)
    shown = []
    for article, score in found.items():
        first = stands_for.setdefault(alike[article], article) if article in alike else article
        if first == article:
            shown.append((article, score))
        else:
            copies[first].append(article)
    best = tuple(shown[:limit])
    return Answer(
        best, len(found), copies={a: tuple(copies[a]) for a, _ in best if a in copies},
        repeated=len(found) - len(shown),
    )  # fmt: skip


def places(opened: Opened, query: str, article: str) -> tuple[Span, ...]:
    """Where a query matches in an article, in order. Raises `QueryError` and `UnknownError`."""
    tree = opened.asked(query, strict=False)
    return hits(tree, opened.searchable(tree, article))


def passages(opened: Opened, query: str, articles: Iterable[str]) -> dict[str, Passage]:
    """The passage that answers a query best, for each of some articles that has one. Raises `QueryError`."""
    return _passages(opened, opened.asked(query, strict=False), [*articles])


def _hits(opened: Opened, tree: Node | None, answer: Answer, shown: int) -> tuple[Hit, ...]:
    articles = [article for article, _ in answer.best]
    heads = opened.store.heads([*articles, *chain.from_iterable(answer.copies.values())])
    seen = _passages(opened, tree, articles[:shown])
    hits = []
    for rank, (article, score) in enumerate(answer.best, 1):
        copies = [heads[same] for same in answer.copies.get(article, ())]
        hits.append(_hit(rank, heads[article], score, seen.get(article), copies))
    return tuple(hits)


def _hit(rank: int, head: Head, score: float, seen: Passage | None, copies: Iterable[Head]) -> Hit:
    return Hit(
        rank=rank, id=head.id, file=head.file, title=head.title, outlet=head.outlet, published=head.published,
        score=round(score, 4), quotations=head.quotations, passages=(seen,) if seen else (),
        copies=tuple(map(copy, copies)), starred=head.starred, tags=head.tags,
    )  # fmt: skip


def _passages(opened: Opened, tree: Node | None, articles: Sequence[str]) -> dict[str, Passage]:
    tree = spelt_out(tree, opened.engine.alike)
    found = {one.id: passage(one, match.places(tree, one)) for one in opened.searchables(tree, articles)}
    return {article: best for article, best in found.items() if best}
