"""Which quotations answer a query: the ledger of who said what to whom."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import islice

from index.answers.copies import again
from index.answers.once import folded, grouped
from index.answers.opened import Opened, unknown
from index.engines.base import Alike
from index.model import Said
from index.query import Node, matches
from index.query.searchable import Place
from index.query.shape import asks_for, excludes
from index.words import fold, words


def quotations(
    opened: Opened, tree: Node | None, *, actor: str | None = None, limit: int | None = None, once: bool = True
) -> list[Said]:
    """The quotations that answer a query, newest article first; those of one actor (id), if one is given, and the first
    `limit`.

    A quotation answers as an article would that holds nothing but it. Scare quotes are nobody's words, and given only
    to whom asks for them. What several articles that say the same quote is given `once`, and what only one of them
    quotes stands beside it.
    """
    scare = asks_for(tree, "is", "scare")

    def answering(article: str) -> Iterator[Said]:
        for said in _answering(opened, tree, article):
            if (scare or said.quotation.kind != "scare") and (actor is None or _says(said, actor)):
                yield said

    found = told(_that_may_answer(opened, tree, actor), answering, opened.columns.alike if once else {})
    return list(islice(found, limit))


def told(articles: Iterable[str], quotations: Callable[[str], Iterable[Said]], alike: Alike) -> Iterator[Said]:
    """The `quotations` of each of some articles; of those that are `alike` each once, with the others as its copies."""
    for group in grouped(articles, alike):
        for said, others in folded([quotations(article) for article in group], _words):
            copies = (again(other, other.title, other.quotation.start, other.quotation.end) for other in others)
            yield said.model_copy(update={"copies": tuple(copies)}) if others else said


def _words(said: Said) -> Hashable:
    """By what two quotations in articles that say the same are one: the words, and who is said to speak them."""
    speaker = said.quotation.speaker
    return tuple(words(said.quotation.text)), speaker and (speaker.actors or fold(speaker.text or ""))


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
    whole = opened.store.searchable(article, opened.names.of([article]))
    if whole is None:
        return set()
    return {(q.start, q.end) for q in whole.quotations if matches(tree, whole.quoting(q))}
