"""What kind of question a query is."""

from __future__ import annotations

from collections.abc import Iterator

from index.query.tree import And, Field, Node, Not, Or, Said, Word, conjunction, field
from index.words import tokens


def conjoined(one: Node | None, other: Node | None) -> Node | None:
    """Both of two queries; the empty query asks for nothing."""
    parts = [part for part in (one, other) if part is not None]
    return conjunction(parts) if parts else None


def said_by(name: str) -> Node | None:
    """Quotations by whoever has all the words of `name` in a name. Any text will do."""
    words = [Word(token.word, name[token.start : token.end], token.start, token.end) for token in tokens(name)]
    return field("speaker", conjunction(list(words)), 0, len(name)) if words else None


def asks_for_more_than_words(query: Node | None) -> bool:
    """Whether a query looks into names or quotations, and not into the text and its title alone."""
    return any(isinstance(node, Said) or (isinstance(node, Field) and node.name != "title") for node in _nodes(query))


def excludes(query: Node | None) -> bool:
    """Whether a query is about what is not there."""
    return any(isinstance(node, Not) for node in _nodes(query))


def _nodes(node: Node | None) -> Iterator[Node]:
    if node is None:
        return
    yield node
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _nodes(part)
        case Not(part) | Field(_, part) | Said(part):
            yield from _nodes(part)
