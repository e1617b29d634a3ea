"""Every place that answers a query, as a line: what stands left of it, the words, what stands right of it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from itertools import chain, islice
from typing import Literal, TypeAlias

from index.answers.copies import again
from index.answers.once import folded
from index.answers.opened import Opened
from index.answers.search import Order, ordered
from index.model import Line
from index.query import Node, Searchable, hits
from index.store.reader import Head
from index.words import words

LineOrder: TypeAlias = Literal["left", "right", "outlet", "date", "rank"]

_WIDTH = 60
_COMPARED = 5  # words


def concordance(opened: Opened, query: str, order: LineOrder, limit: int, *, once: bool = True) -> list[Line]:
    """The first `limit` places, by their neighbours (of the best articles), or as their articles stand in an order; the
    same line of articles that say the same `once`. Raises `QueryError`."""
    tree = opened.asked(query)
    if tree is None:
        return []
    lines = list(islice(_lines(opened, tree, order, limit, once=once), limit))
    if order == "left":
        lines.sort(key=lambda line: (_before(line), _after(line)))
    elif order == "right":
        lines.sort(key=lambda line: (_after(line), _before(line)))
    return lines


def _before(line: Line) -> list[str]:
    """The words on the left, from the place outwards."""
    return words(line.left)[: -_COMPARED - 1 : -1]


def _after(line: Line) -> list[str]:
    return words(line.right)[:_COMPARED]


def _lines(opened: Opened, tree: Node, order: LineOrder, limit: int, *, once: bool) -> Iterator[Line]:
    by: Order = "rank" if order == "left" or order == "right" else order
    answer = ordered(opened, tree, limit, by, alike=opened.columns.alike if once else {})
    groups = [(article, *answer.copies.get(article, ())) for article, _ in answer.best]
    heads = opened.store.heads([*chain.from_iterable(groups)])
    for group in groups:
        for line, others in folded([_of_article(opened, tree, heads[article]) for article in group], _words):
            copies = (again(other, heads[other.article].title, other.start, other.end) for other in others)
            yield line.model_copy(update={"copies": tuple(copies)}) if others else line


def _of_article(opened: Opened, tree: Node, head: Head) -> Iterator[Line]:
    found = opened.searchable(tree, head.id)
    for span in hits(tree, found):
        before, word, after = _cut(found, span.start, span.end)
        yield Line(
            article=head.id, file=head.file, outlet=head.outlet, published=head.published, start=span.start,
            end=span.end, left=before, word=word, right=after,
        )  # fmt: skip


def _words(line: Line) -> Hashable:
    """By what two lines of articles that say the same are one."""
    return tuple(_before(line)), tuple(words(line.word)), tuple(_after(line))


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
