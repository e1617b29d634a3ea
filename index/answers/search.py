"""Which articles answer a query, and where."""

from __future__ import annotations

import time
from collections.abc import Iterable

from index.answers.opened import Opened
from index.model import Hit, Page, Passage, Span
from index.query import Node, hits, parse, passage, searchable


def search(opened: Opened, query: str, limit: int, shown: int | None) -> Page:
    """The best `limit` articles for a query; the first `shown` of them (all, if not said) with their best passage.
    The empty query has all articles, the newest first. Raises `QueryError`."""
    start = time.perf_counter()
    tree = parse(query)
    if tree is None:
        ids = opened.store.ids()
        best, total = [(i, 0.0) for i in ids[:limit]], len(ids)
    else:
        answer = opened.engine.search(tree, limit, proves=opened.proves)
        best, total = list(answer.best), answer.total
    found = _hits(opened, tree, best, limit if shown is None else shown)
    missing = opened.engine.missing(tree) if not found else ()
    return Page(query=query, hits=found, total=total, seconds=time.perf_counter() - start, missing=missing)


def places(opened: Opened, query: str, article: str) -> tuple[Span, ...]:
    """Where a query matches in an article, in order. Raises `QueryError` and `UnknownError`."""
    tree = parse(query)
    found = opened.article(article)
    return hits(tree, searchable(found, opened.names.all)) if tree is not None else ()


def passages(opened: Opened, query: str, articles: Iterable[str]) -> dict[str, Passage]:
    """The passage that answers a query best, for each of some articles that has one. Raises `QueryError`."""
    tree = parse(query)
    found = {article: _passage(opened, tree, article) for article in articles}
    return {article: best for article, best in found.items() if best}


def _hits(opened: Opened, tree: Node | None, best: list[tuple[str, float]], shown: int) -> tuple[Hit, ...]:
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
    return passage(looked, hits(tree, looked))
