"""What a query means in a corpus that is open: it may ask for what a person decided, which no text tells."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Set

from index.errors import QueryError
from index.query import Node, parse
from index.query.lex import changed
from index.query.shape import found_out, tags_wanted
from index.query.tree import Tagged, tag_key, typed
from index.store import Store

_NAMED = 8  # tags


def asked(store: Store, query: str, *, strict: bool = True) -> Node | None:
    """The meaning of `query`; `None` for an empty one. Raises `QueryError`; if `strict`, also for a tag that no article
    has. Where such a tag is excluded, that excludes nothing."""
    tree = parse(query)
    wanted = [*tags_wanted(tree)]
    tags = store.tags() if wanted else {}
    having = {tag_key(tag): articles for tag, articles in tags.items()}

    def among(node: Tagged) -> Set[str]:
        return store.starred() if node.tag is None else having.get(tag_key(node.tag), frozenset())

    for node, excluded in wanted:
        if strict and not excluded and node.tag is not None and tag_key(node.tag) not in having:
            raise _unknown(query, node, tags)
    return found_out(tree, among)


def _unknown(query: str, node: Tagged, tags: Mapping[str, object]) -> QueryError:
    by_key = {tag_key(tag): tag for tag in tags}
    near = difflib.get_close_matches(tag_key(node.tag or ""), by_key, n=1)
    value = typed("tag", by_key[near[0]]).removeprefix("tag:") if near else ""
    proposal = changed(query, node.start, node.end, value) if near else None
    more = ", …" if len(tags) > _NAMED else ""
    hint = f"Tags here: {', '.join([*tags][:_NAMED])}{more}." if tags else "There are no tags here yet."
    return QueryError("No article has this tag", query, node.start, node.end, hint, proposal)
