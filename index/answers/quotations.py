"""Which quotations answer a query: the ledger of who said what to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from index.answers.opened import Opened, unknown
from index.model import Said
from index.query import Node, matches
from index.query.searchable import Place
from index.query.shape import asks_for, excludes


def quotations(
    opened: Opened, tree: Node | None, *, actor: str | None = None, limit: int | None = None
) -> list[Said]:
    """The quotations that answer a query, newest article first; those of one actor (id), if one is given, and the first
    `limit`.

    A quotation answers as an article would that holds nothing but it. Scare quotes are nobody's words, and given only
    to whom asks for them.
    """
    scare = asks_for(tree, "is", "scare")
    found = (
        said
        for article in _that_may_answer(opened, tree, actor)
        for said in _answering(opened, tree, article)
        if (scare or said.quotation.kind != "scare") and (actor is None or _says(said, actor))
    )
    return list(islice(found, limit))


def of_article(opened: Opened, article: str) -> list[Said]:
    """All quotations of an article, as rows of the ledger. Raises `UnknownError`."""
    for told in opened.store.told([article]):
        return [told.said(quotation) for quotation in told.article.quotations]
    raise unknown(article)


def _says(said: Said, actor: str) -> bool:
    return said.quotation.speaker is not None and actor in said.quotation.speaker.actors


def _that_may_answer(opened: Opened, tree: Node | None, actor: str | None) -> list[str]:
    """The articles in which a quotation may answer, newest first. What an article has may be absent from one of its
    quotations, so that exclusion rules out none."""
    if actor is None:
        ids = opened.store.ids()
    else:
        ids = list(dict.fromkeys(article for article, _ in opened.store.quotations_of(actor, "speaker")))
    if tree is None or excludes(tree):
        return ids
    may = opened.engine.every(tree)
    return [article for article in ids if article in may]


def _answering(opened: Opened, tree: Node | None, article: str) -> Iterator[Said]:
    places = _places(opened, tree, article) if tree else None
    if places is None or places:
        for told in opened.store.told([article]):
            for quotation in told.article.quotations:
                if places is None or (quotation.start, quotation.end) in places:
                    yield told.said(quotation)


def _places(opened: Opened, tree: Node, article: str) -> set[Place]:
    """Where the quotations of an article stand that answer."""
    whole = opened.store.searchable(article, opened.names.all)
    if whole is None:
        return set()
    alone = (replace(whole, blocks=((q.start, q.end),), quotations=(q,)) for q in whole.quotations)
    return {one.blocks[0] for one in alone if matches(tree, one)}
