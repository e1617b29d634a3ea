"""Recurrent matters, and who said what on them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from index.answers.once import number
from index.answers.opened import Opened
from index.answers.quotations import told
from index.errors import UnknownError
from index.model import Counted, Matter, Said
from index.store import Store
from index.words import fold

_RECURS = 2


def topics(opened: Opened, limit: int, *, once: bool = True) -> list[Counted]:
    """The matters of several articles, with the number of these, those that say the same counted `once`, most first."""
    alike = opened.columns.alike if once else {}
    counts = ((name, number(articles, alike)) for name, articles in opened.columns.topics.items())
    most = sorted((-count, name) for name, count in counts if count >= _RECURS)
    return [Counted(name=name, count=-count) for count, name in most[:limit]]


def topic(opened: Opened, name: str, *, once: bool = True) -> Matter:
    """A matter by its name, in any case and with any hyphens, and who said what that names it, the oldest first; what
    articles that say the same have in common is given, and they are counted, `once`. Raises `UnknownError`."""
    store, alike = opened.store, opened.columns.alike if once else {}
    wanted = letters(name)
    known = next((own for own, _ in store.topics() if letters(own) == wanted), None)
    if known is None:
        raise UnknownError(f"No article comes back to {name!r}", hint="tui search finds single words")
    places = dict(store.on_topic(known))
    said = told(places, lambda article: _said(store, article, places[article]), alike)
    return Matter(name=known, articles=number(places.keys(), alike), said=tuple(said))


def _said(store: Store, article: str, places: list[tuple[int, int]]) -> Iterator[Said]:
    """The quotations of an article that hold one of some places."""
    for found in store.told([article]):
        for quotation in found.article.quotations:
            at = bisect_left(places, (quotation.start, 0))
            if quotation.kind != "scare" and at < len(places) and places[at][1] <= quotation.end:
                yield found.said(quotation)


def letters(name: str) -> str:
    """The letters and numbers of a name, folded: "S-400" and "s400" are one."""
    return fold(name).replace("-", "").replace(" ", "")
