"""Recurrent matters, and who said what on them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from index.errors import UnknownError
from index.model import Counted, Matter, Said
from index.store import Store
from index.words import fold

_RECURS = 2


def topics(store: Store, limit: int) -> list[Counted]:
    """The matters of several articles, with the number of these, most first."""
    return [Counted(name=name, count=count) for name, count in store.topics()[:limit] if count >= _RECURS]


def topic(store: Store, name: str) -> Matter:
    """A matter by its name, in any case and with any hyphens, and who said what that names it, the oldest first.
    Raises `UnknownError`."""
    wanted = _letters(name)
    known = next((own for own, _ in store.topics() if _letters(own) == wanted), None)
    if known is None:
        raise UnknownError(f"No article comes back to {name!r}", hint="tui search finds single words")
    articles = store.on_topic(known)
    return Matter(name=known, articles=len(articles), said=tuple(_said(store, articles)))


def _said(store: Store, articles: list[tuple[str, list[tuple[int, int]]]]) -> Iterator[Said]:
    for (_, places), told in zip(articles, store.told([article for article, _ in articles]), strict=True):
        for quotation in told.article.quotations:
            at = bisect_left(places, (quotation.start, 0))
            if quotation.kind != "scare" and at < len(places) and places[at][1] <= quotation.end:
                yield told.said(quotation)


def _letters(name: str) -> str:
    return fold(name).replace("-", "").replace(" ", "")
