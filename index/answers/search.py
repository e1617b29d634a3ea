"""Which articles answer a query, and where."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal, TypeAlias

from index.answers.near import near
from index.answers.opened import Opened
from index.engines import Answer
from index.engines.base import Stop
from index.model import Hit, Page, Passage, Span
from index.query import Node, hits, match, parse, passage

Order: TypeAlias = Literal["rank", "date", "outlet"]


def search(
    opened: Opened, query: str, limit: int, shown: int | None, order: Order = "rank", stop: Stop | None = None
) -> Page:
    """The first `limit` articles for a query; the first `shown` of them (all, if not said) with their best passage.
    Raises `QueryError`."""
    start = time.perf_counter()
    tree = parse(query)
    answer = ordered(opened, tree, limit, order, stop)
    found = _hits(opened, tree, answer.best, limit if shown is None else shown)
    missing = opened.engine.missing(tree) if not found and not answer.partial else ()
    return Page(
        query=query, hits=found, total=None if answer.partial else answer.total, seconds=time.perf_counter() - start,
        missing=missing, near=near(opened, tree, missing), partial=answer.partial,
    )  # fmt: skip


def ordered(opened: Opened, tree: Node | None, limit: int, order: Order, stop: Stop | None = None) -> Answer:
    """The first `limit` articles of which `tree` is true: the best, the newest, or by outlet and the newest of each.
    What ranks alike keeps one order; without a query the newest come first."""
    if tree is not None and order == "rank":
        return opened.engine.search(tree, limit, proves=opened.proves, stop=stop)
    ids = opened.columns.by_outlet if order == "outlet" else opened.store.ids()
    if tree is not None:
        answer = opened.engine.search(tree, len(ids), proves=opened.proves, stop=stop)
        scores = dict(answer.best)
        found = tuple((article, scores[article]) for article in ids if article in scores)
        return replace(answer, best=found[:limit])
    return Answer(tuple((article, 0.0) for article in ids[:limit]), len(ids))


def places(opened: Opened, query: str, article: str) -> tuple[Span, ...]:
    """Where a query matches in an article, in order. Raises `QueryError` and `UnknownError`."""
    tree = parse(query)
    return hits(tree, opened.searchable(tree, article))


def passages(opened: Opened, query: str, articles: Iterable[str]) -> dict[str, Passage]:
    """The passage that answers a query best, for each of some articles that has one. Raises `QueryError`."""
    tree = parse(query)
    found = {article: _passage(opened, tree, article) for article in articles}
    return {article: best for article, best in found.items() if best}


def _hits(opened: Opened, tree: Node | None, best: Sequence[tuple[str, float]], shown: int) -> tuple[Hit, ...]:
    heads = opened.store.heads([article for article, _ in best])
    seen = [_passage(opened, tree, article) for article, _ in best[:shown]] + [None] * max(0, len(best) - shown)
    return tuple(
        Hit(
            rank=rank, id=article, file=heads[article].file, title=heads[article].title,
            outlet=heads[article].outlet, published=heads[article].published, score=round(score, 4),
            quotations=heads[article].quotations, passages=(told,) if told else (),
        )
        for rank, ((article, score), told) in enumerate(zip(best, seen, strict=True), 1)
    )  # fmt: skip


def _passage(opened: Opened, tree: Node | None, article: str) -> Passage | None:
    looked = opened.searchable(tree, article)
    return passage(looked, match.places(tree, looked))
