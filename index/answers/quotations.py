"""Which quotations answer a query: the ledger of who said what to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from index.answers.opened import Opened, unknown
from index.model import Quotation, Said
from index.query import Node, matches, searchable
from index.query.shape import asks_for, excludes
from index.store import Told

_OF_WHOLE = ("actor", "contact", "country", "topic", "place")  # what stands in an article, and not in its quotations


def quotations(opened: Opened, tree: Node | None) -> list[Said]:
    """The quotations that answer a query, newest article first.

    A quotation answers as an article would that holds nothing but it. Scare quotes are nobody's words, and given only
    to whom asks for them.
    """
    scare = asks_for(tree, "is", "scare")
    return [
        told.said(quotation)
        for told in opened.store.told(_that_may_answer(opened, tree))
        for quotation in _answering(opened, tree, told)
        if scare or quotation.kind != "scare"
    ]


def of_article(opened: Opened, article: str) -> list[Said]:
    """All quotations of an article, as rows of the ledger. Raises `UnknownError`."""
    for told in opened.store.told([article]):
        return [told.said(quotation) for quotation in told.article.quotations]
    raise unknown(article)


def _that_may_answer(opened: Opened, tree: Node | None) -> list[str]:
    """The articles in which a quotation may answer, newest first. What an article has may be absent from one of its
    quotations, so that exclusion rules out none."""
    ids = opened.store.ids()
    if tree is None or excludes(tree):
        return ids
    may = opened.engine.every(tree)
    return [article for article in ids if article in may]


def _answering(opened: Opened, tree: Node | None, told: Told) -> Iterator[Quotation]:
    if tree is None:
        yield from told.article.quotations
        return
    found = opened.article(told.article.id) if any(asks_for(tree, name) for name in _OF_WHOLE) else told.article
    whole = searchable(found, opened.names.all)
    for quotation, quoted in zip(told.article.quotations, whole.quotations, strict=True):
        if matches(tree, replace(whole, blocks=((quoted.start, quoted.end),), quotations=(quoted,))):
            yield quotation
