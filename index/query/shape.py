"""What kind of question a query is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from index.query.tree import (
    IN_TEXT,
    OF_ARTICLE,
    And,
    AtLeast,
    Exact,
    Field,
    First,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Said,
    Tagged,
    Word,
    conjunction,
    field,
)
from index.words import tokens

_PLAIN = {*IN_TEXT, *OF_ARTICLE}


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
    """Whether a query looks into what was found in the text: names, quotations and the like."""
    return any(
        isinstance(node, Said) or (isinstance(node, Field) and node.name not in _PLAIN) for node in _nodes(query)
    )


def asks_how_words_stand(query: Node | None) -> bool:
    """Whether only the text can tell if a query is true: of words as written, or of how they stand to each other."""
    return any(isinstance(node, Exact | Near | First | AtLeast) for node in _nodes(query))


def spelt_out(query: Node | None, alike: Callable[[str, int], Iterable[str]]) -> Node | None:
    """The same query, knowing which words of the articles are like those that are sought loosely in them; `alike` tells
    them. What is sought in fields stays as it is."""

    def one(node: Node) -> Node:
        return replace(node, among=frozenset(alike(node.word, node.letters))) if isinstance(node, Fuzzy) else node

    return None if query is None else _each(query, one)


def found_out(query: Node | None, among: Callable[[Tagged], Iterable[str]]) -> Node | None:
    """The same query, knowing which articles have the star or the tags that it asks for; `among` tells them, and may
    raise."""

    def one(node: Node) -> Node:
        return replace(node, among=frozenset(among(node))) if isinstance(node, Tagged) else node

    return None if query is None else _each(query, one)


def tags_wanted(query: Node | None, excluded: bool = False) -> Iterator[tuple[Tagged, bool]]:
    """Where a query asks for a star or a tag, and whether that is excluded."""
    match query:
        case Tagged():
            yield query, excluded
        case And(parts) | Or(parts):
            for part in parts:
                yield from tags_wanted(part, excluded)
        case Not(part):
            yield from tags_wanted(part, not excluded)


def _each(node: Node, change: Callable[[Node], Node]) -> Node:
    """The same query with its innermost parts changed, but for those in fields."""
    inner = partial(_each, change=change)
    match node:
        case And(parts) | Or(parts) | Phrase(parts):
            return replace(node, parts=tuple(map(inner, parts)))  # type: ignore[arg-type]
        case Near(left, right):
            return replace(node, left=inner(left), right=inner(right))
        case Not(part) | First(_, part) | AtLeast(_, part):
            return replace(node, part=inner(part))
    return change(node)


def excludes(query: Node | None) -> bool:
    """Whether a query is about what is not there."""
    return any(isinstance(node, Not) for node in _nodes(query))


def _nodes(node: Node | None) -> Iterator[Node]:
    if node is None:
        return
    yield node
    match node:
        case And(parts) | Or(parts) | Phrase(parts):
            for part in parts:
                yield from _nodes(part)
        case Near(left, right):
            yield from _nodes(left)
            yield from _nodes(right)
        case Not(part) | Field(_, part) | Said(part) | First(_, part) | AtLeast(_, part):
            yield from _nodes(part)
