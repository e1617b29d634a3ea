"""What follows `tag:`, as tags."""

from __future__ import annotations

from dataclasses import replace

from index.errors import QueryError
from index.query.lex import changed
from index.query.tree import And, Exact, Node, Not, One, Or, Phrase, Tagged, Word


def tagged(node: Node, query: str) -> Node:
    """Every word or phrase of a node as the name of a tag. Raises QueryError for what is none."""
    match node:
        case And(parts) | Or(parts):
            return replace(node, parts=tuple(tagged(part, query) for part in parts))
        case Not(part):
            return replace(node, part=tagged(part, query))
    words = node.parts if isinstance(node, Phrase) else (node,) if isinstance(node, One) else ()
    name = " ".join(word.text for word in words)
    if words and all(isinstance(word, Word | Exact) for word in words):
        return Tagged(name, node.start, node.end)
    proposal = changed(query, node.start, node.end, f'"{name}"' if " " in name else name)
    hint = 'It is typed tag:name, or tag:"two words".'
    raise QueryError("A tag is sought by its whole name", query, node.start, node.end, hint, proposal)
