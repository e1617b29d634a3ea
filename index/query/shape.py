"""What kind of question a query is."""

from __future__ import annotations

from collections.abc import Iterator

from index.query.tree import And, Field, Node, Not, Or, Said, Word, conjunction, field
from index.words import tokens


def conjoined(*queries: Node | None) -> Node | None:
    """All of some queries; the empty query asks for nothing."""
    parts = [part for part in queries if part is not None]
    return conjunction(parts) if parts else None


def having(name: str, value: str | None) -> Node | None:
    """What has all the words of `value` in the field `name`. Any text will do; without a word it asks for nothing."""
    words = [Word(t.word, value[t.start : t.end], t.start, t.end) for t in tokens(value)] if value else []
    return field(name, conjunction(list(words)), 0, len(value)) if words and value else None


def asks_for(query: Node | None, name: str, word: str | None = None) -> bool:
    """Whether a query looks into the field `name`, and there for `word`, if one is given."""
    fields = (node for node in _nodes(query) if isinstance(node, Field) and node.name == name)
    return any(word is None or any(isinstance(n, Word) and n.word == word for n in _nodes(f.part)) for f in fields)


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
