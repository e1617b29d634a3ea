"""Where an actor is named."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import groupby

from index.model import Place
from index.store import Store
from index.words import fold


def places(store: Store, actor: str, spellings: Collection[str] = (), articles: Collection[str] = ()) -> list[Place]:
    """Where an actor (id) is named or meant, newest article first; with `spellings` or `articles`, only where it bears
    one of these spellings or in these articles (ids)."""
    wanted = {fold(text) for text in spellings}
    bearing = {(a, m) for a, m, text in store.written_as(actor) if fold(text) in wanted} if wanted else set()
    everywhere = not (spellings or articles)
    found = [
        (article, start, end)
        for article, member, start, end in store.mentions_of(actor)
        if everywhere or article in articles or (article, member) in bearing
    ]
    return list(_cut(store, found))


def _cut(store: Store, found: list[tuple[str, int, int]]) -> Iterator[Place]:
    for article, places_ in groupby(found, key=lambda place: place[0]):
        text = store.text(article)
        for _, start, end in places_:
            yield Place(article=article, start=start, end=end, text=text[start:end])
