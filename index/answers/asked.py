"""What a query means in a corpus that is open: it may ask for what a person decided, which no text tells."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Set

from index.errors import QueryError
from index.query import Node, parse
from index.query.lex import changed
from index.query.shape import found_out
from index.query.tree import Tagged, tag_key, typed
from index.store import Store

_NAMED = 8  # tags


def asked(store: Store, query: str) -> Node | None:
    """The meaning of `query`; `None` for an empty one. Raises `QueryError`, also for a tag that no article has."""
    return found_out(parse(query), _among(store, query))


def _among(store: Store, query: str) -> Callable[[Tagged], Set[str]]:
    """Which articles have a star or a tag; `query` is what was typed."""

    def among(node: Tagged) -> Set[str]:
        if node.tag is None:
            return store.starred()
        having = store.tags()
        tags = {tag_key(tag): tag for tag in having}
        if (name := tags.get(tag_key(node.tag))) is not None:
            return having[name]
        near = difflib.get_close_matches(tag_key(node.tag), tags, n=1)
        value = typed("tag", tags[near[0]]).removeprefix("tag:") if near else ""
        proposal = changed(query, node.start, node.end, value) if near else None
        raise QueryError("No article has this tag", query, node.start, node.end, _told([*tags.values()]), proposal)

    return among


def _told(tags: list[str]) -> str:
    more = ", …" if len(tags) > _NAMED else ""
    return f"Tags here: {', '.join(tags[:_NAMED])}{more}." if tags else "There are no tags here yet."
