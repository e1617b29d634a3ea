"""What of a query an index can tell by itself, and what only a text can: how words are written."""

from __future__ import annotations

from dataclasses import replace

from index.engines.nearness import is_told_by_positions
from index.query.shape import asks_how_words_stand
from index.query.tree import And, AtLeast, Exact, Field, First, Fuzzy, Near, Node, Not, One, Or, Phrase, Said


def asks_the_text(node: Node) -> bool:
    """Whether an index needs the text to tell if `node` is true."""
    match node:
        case And(parts) | Or(parts):
            return any(map(asks_the_text, parts))
        case Not(part):
            return asks_the_text(part)
        case Near() | First() | AtLeast():
            return not is_told_by_positions(node)
    return asks_how_words_stand(node)


def loosened(node: Node, *, standing: bool = False) -> Node | None:
    """What is true wherever `node` is, and does not need the text; `None` if that is anything. With `standing`, words
    stand to each other as they are asked for."""
    match node:
        case Near(left, right):
            parts = And((left, right), node.start, node.end)
            return _written_anyhow(node) if standing else loosened(parts)
        case And(parts):
            loose = tuple(part for part in (loosened(part, standing=standing) for part in parts) if part is not None)
            return And(loose, node.start, node.end) if loose else None
        case Or(parts):
            each = [loosened(part, standing=standing) for part in parts]
            return None if None in each else Or(tuple(part for part in each if part), node.start, node.end)
        case First(_, part) | AtLeast(_, part):
            return _written_anyhow(node) if standing else loosened(part)
        case Not(part):
            return None if asks_how_words_stand(part) else node
        case Field(name, part):
            return (inner := loosened(part)) and Field(name, inner, node.start, node.end)
        case Said(part):
            return (inner := loosened(part)) and Said(inner, node.start, node.end)
    return _written_anyhow(node)


def _written_anyhow(node: Node) -> Node:
    """For words as written, the words in this form, however written."""
    match node:
        case Near(left, right):
            return replace(node, left=_written_anyhow(left), right=_written_anyhow(right))
        case First(_, part) | AtLeast(_, part):
            return replace(node, part=_written_anyhow(part))
        case Or(parts):
            return replace(node, parts=tuple(map(_written_anyhow, parts)))
        case Phrase(parts):
            return replace(node, parts=tuple(map(_folded, parts)))
    return _folded(node) if isinstance(node, Exact) else node


def _folded(part: One) -> One:
    return Fuzzy(part.word, 0, part.text, part.start, part.end) if isinstance(part, Exact) else part
