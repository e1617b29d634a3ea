"""The parts of a query that narrow it: what it asks of fields. Each can be taken off, or turned about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.model import Clause
from index.query.lex import Item, lex

_SIGNS = ("-", "NOT")


def clauses(query: str) -> tuple[Clause, ...]:
    """The parts of a valid query that stand by themselves and ask nothing but what fields hold, as `outlet:post`,
    `-date:2021` or `to:lind OR to:novak`, in their order."""
    items = list(lex(query))
    return tuple(_clause(query, items, *place) for place in _walk(items, 0) if _narrows(items[slice(*place)]))


def _walk(items: Sequence[Item], at: int) -> Iterator[tuple[int, int]]:
    """What stands beside each other from `at` on, up to a bracket that closes: alternatives, and what is near."""
    while at < len(items) and items[at].kind != ")":
        if items[at].kind == "AND":
            at += 1
        start, at = at, _unit(items, at)
        while at < len(items) and items[at].kind in ("OR", "near"):
            at = _unit(items, at + 1)
        yield start, at


def _unit(items: Sequence[Item], at: int) -> int:
    """The end of one word, phrase or bracket with all signs before it."""
    while items[at].kind in (*_SIGNS, "first", "atleast", "field", "="):
        at += 1
    if items[at].kind == "(":
        *_, (_, at) = _walk(items, at + 1)
    return at + 1


def _narrows(items: Sequence[Item]) -> bool:
    """Whether all of some items is asked of fields."""
    at = 0
    while at < len(items):
        if items[at].kind == "field":
            at = _unit(items, at)
        elif items[at].kind in (*_SIGNS, "(", ")", "AND", "OR"):
            at += 1
        else:
            return False
    return True


def _clause(query: str, items: Sequence[Item], first: int, last: int) -> Clause:
    """The items from `first` to before `last`; an AND beside them goes with them."""
    start, end = items[first].start, items[last - 1].end
    left, right = start, end
    if first and items[first - 1].kind == "AND":
        left = items[first - 1].start
    elif last < len(items) and items[last].kind == "AND":
        right = items[last].end
    typed = query[start:end]
    alone = _unit(items, first) == last
    if alone and items[first].kind in _SIGNS:
        turned = query[items[first + 1].start : end]
    else:
        turned = f"-{typed}" if alone else f"-({typed})"
    return Clause(
        typed=typed, without=f"{query[:left].rstrip()} {query[right:].lstrip()}".strip(),
        turned=query[:start] + turned + query[end:],
    )  # fmt: skip
