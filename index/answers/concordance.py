"""Every place that answers a query, as a line: what stands left of it, the words, what stands right of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from index.answers.opened import Opened
from index.answers.search import Order, ordered
from index.model import Line
from index.query import Node, Searchable, hits, parse
from index.words import words

LineOrder: TypeAlias = Literal["left", "right", "outlet", "date", "rank"]

_WIDTH = 60
_COMPARED = 5  # words


def concordance(opened: Opened, query: str, order: LineOrder, limit: int) -> list[Line]:
    """The first `limit` places, by their neighbours (of the best articles), or as their articles stand in an order.
    Raises `QueryError`."""
    tree = parse(query)
    if tree is None:
        return []
    lines = list(_lines(opened, tree, order, limit))
    if order == "left":
        lines.sort(key=lambda line: (words(line.left)[: -_COMPARED - 1 : -1], words(line.right)[:_COMPARED]))
    elif order == "right":
        lines.sort(key=lambda line: (words(line.right)[:_COMPARED], words(line.left)[: -_COMPARED - 1 : -1]))
    return lines


def _lines(opened: Opened, tree: Node, order: LineOrder, limit: int) -> Iterator[Line]:
    by: Order = "rank" if order == "left" or order == "right" else order
    articles = [article for article, _ in ordered(opened, tree, limit, by).best]
    heads = opened.store.heads(articles)
    left = limit
    for article in articles:
        head, found = heads[article], opened.searchable(tree, article)
        for start, end in [(span.start, span.end) for span in hits(tree, found)][:left]:
            before, word, after = _cut(found, start, end)
            yield Line(
                article=article, file=head.file, outlet=head.outlet, published=head.published, start=start, end=end,
                left=before, word=word, right=after,
            )  # fmt: skip
            left -= 1
        if not left:
            return


def _cut(article: Searchable, start: int, end: int) -> tuple[str, str, str]:
    """The words of a place, and what stands beside them in the same block: whole words, as many as fit."""
    block = next((b for b in article.blocks if b[0] <= start < b[1]), (start, end))
    first, last = max(block[0], start - _WIDTH), min(block[1], end + _WIDTH)
    left, right = article.text[first:start], article.text[end:last]
    if first > block[0]:
        left = left[left.find(" ") + 1 :]
    if last < block[1] and " " in right:
        right = right[: right.rfind(" ")]
    return left, article.text[start:end], right
