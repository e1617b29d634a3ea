"""What a person types → a tree.

    query   = clause { ["AND"] clause }
    clause  = unit { "OR" unit }              OR binds closer than AND, as in Nexis and Google
    unit    = ("-" | "NOT") unit | field ":" unit | "(" query ")" | word | word* | "phrase"
"""

from __future__ import annotations

import difflib

from index.errors import QueryError
from index.query.lex import Item, changed, lex
from index.query.tree import STATES, And, Leaf, Node, Not, Or, Phrase, Prefix, Word, alternative, conjunction, field
from index.words import fold

_DEEPEST = 40
_SHORTEST = 3


def parse(query: str) -> Node | None:
    """The meaning of `query`; `None` for an empty one. Raises QueryError, with the place, and nothing else."""
    if not query.strip():
        return None
    try:
        return _Parser(query).parse()
    except QueryError as error:
        error.proposal = _working(error.proposal)
        raise


def _working(proposal: str | None) -> str | None:
    """A proposal that is a query, following the proposals for what is still wrong with it."""
    for _ in range(_DEEPEST):
        if proposal is None:
            return None
        try:
            _Parser(proposal).parse()
        except QueryError as error:
            proposal = error.proposal
        else:
            return proposal
    return None


class _Parser:
    """One walk over the items of one query."""

    def __init__(self, query: str) -> None:
        self.query = query
        self.items = list(lex(query))
        self.at = 0
        self.depth = 0
        self.field: Item | None = None

    def parse(self) -> Node:
        if not self.items:
            raise self._error("There is no word to look for", 0, len(self.query))
        node = self._all()
        if item := self._peek():  # only a bracket that closes ends the walk early
            raise self._wrong("This parenthesis was never opened", item)
        return node

    def _all(self) -> Node:
        parts = [self._any()]
        while (item := self._peek()) and item.kind != ")":
            if item.kind == "AND":
                self._operator()
            parts.append(self._any())
        return conjunction(parts)

    def _any(self) -> Node:
        parts = [self._unit()]
        while (item := self._peek()) and item.kind == "OR":
            self._operator()
            parts.append(self._unit())
        return alternative(parts)

    def _operator(self) -> None:
        """Passes over AND or OR, which wants something to follow."""
        item = self._next()
        after = self._peek()
        if after is None or after.kind in ("AND", "OR", ")"):
            raise self._wrong(f"{item.kind} wants words on both sides", item)

    def _unit(self) -> Node:
        item = self._next()
        self.depth += 1
        if self.depth > _DEEPEST:
            raise self._error("This is nested too deep to follow", item.start, item.end)
        node = self._one(item)
        self.depth -= 1
        return node

    def _one(self, item: Item) -> Node:
        match item.kind:
            case "leaf" if item.leaf is not None:
                return self._checked(item.leaf)
            case "(":
                return self._bracket(item)
            case "-" | "NOT":
                part = self._operand(item, "Nothing follows that could be excluded")
                return Not(part, item.start, part.end)
            case "field":
                return self._field(item)
            case ")":
                raise self._wrong("This parenthesis was never opened", item)
        raise self._wrong(f"{item.kind} wants words on both sides", item)

    def _bracket(self, opening: Item) -> Node:
        after = self._peek()
        if after is not None and after.kind == ")":
            raise self._error("There is nothing between these parentheses", opening.start, after.end, drop=True)
        if after is None:
            raise self._wrong("This parenthesis is not closed", opening)
        node = self._all()
        if self._peek() is None:
            proposal = self.query.rstrip() + ")"
            raise QueryError("This parenthesis is not closed", self.query, opening.start, opening.end, "", proposal)
        closing = self._next()
        return _widened(node, opening.start, closing.end)

    def _field(self, item: Item) -> Node:
        if self.field is not None:
            outer = self.query[self.field.start : self.field.end]
            raise self._error(f"A field cannot stand within {outer}", item.start, item.end, drop=True)
        self.field = item
        part = self._operand(item, f"Nothing follows {self.query[item.start : item.end]}")
        if item.name == "is":
            self._check_states(part)
        self.field = None
        return field(item.name, part, item.start, part.end)

    def _check_states(self, node: Node) -> None:
        """What a quotation is, is said with one of a few words."""
        match node:
            case And(parts) | Or(parts):
                for part in parts:
                    self._check_states(part)
            case Not(part):
                self._check_states(part)
            case Word(word) if word in STATES:
                pass
            case _:
                near = difflib.get_close_matches(fold(self.query[node.start : node.end]), STATES, n=1)
                proposal = changed(self.query, node.start, node.end, near[0]) if near else None
                hint = f"It can be {', '.join(STATES[:-1])} or {STATES[-1]}."
                raise QueryError("No quotation can be that", self.query, node.start, node.end, hint, proposal)

    def _operand(self, item: Item, otherwise: str) -> Node:
        """What follows a sign, on which it works."""
        after = self._peek()
        if after is None or after.kind in ("AND", "OR", ")"):
            raise self._wrong(otherwise, item)
        return self._unit()

    def _checked(self, leaf: Leaf) -> Leaf:
        """A short beginning is asked for again: in the text of articles it would mean thousands of words."""
        if self.field is not None and self.field.name != "quote":
            return leaf
        for part in leaf.parts if isinstance(leaf, Phrase) else (leaf,):
            if isinstance(part, Prefix) and len(part.beginning) < _SHORTEST and part.beginning.isalpha():
                title, hint = f"{part} could be thousands of words", f"Type at least {_SHORTEST} letters before *."
                raise QueryError(title, self.query, part.start, part.end, hint)
        return leaf

    def _peek(self) -> Item | None:
        return self.items[self.at] if self.at < len(self.items) else None

    def _next(self) -> Item:
        self.at += 1
        return self.items[self.at - 1]

    def _wrong(self, title: str, item: Item) -> QueryError:
        """The error of an item that is best left out."""
        return self._error(title, item.start, item.end, drop=True)

    def _error(self, title: str, start: int, end: int, drop: bool = False) -> QueryError:
        proposal = changed(self.query, start, end) if drop else None
        return QueryError(title, self.query, start, end, proposal=proposal)


def _widened(node: Node, start: int, end: int) -> Node:
    """A combination in parentheses has these within its place; anything else keeps its own."""
    if isinstance(node, And):
        return And(node.parts, start, end)
    return Or(node.parts, start, end) if isinstance(node, Or) else node
