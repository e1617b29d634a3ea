"""What a person types → a tree.

    query   = clause { ["AND"] clause }
    clause  = choice { near choice }          near: w/5, pre/5, /s, /p; from left to right
    choice  = unit { "OR" unit }              OR binds closest, as in Nexis
    unit    = ("-" | "NOT") unit | ("first/50" | "atleast/3") unit | field ":" unit | "(" query ")"
            | word | word* | word~ | "phrase" | =word | ="phrase"
"""

from __future__ import annotations

import difflib
from datetime import date

from index.errors import QueryError
from index.query import dates
from index.query.lex import Item, changed, exact, lex, no_date
from index.query.tagging import tagged
from index.query.tree import (
    DATES,
    STARRED,
    STATES,
    And,
    AtLeast,
    Dated,
    First,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Tagged,
    Within,
    Word,
    alternative,
    conjunction,
    field,
    placed,
)
from index.words import fold

_DEEPEST = 40
_FARTHEST = 100
_SHORTEST = 3


def parse(query: str, today: date | None = None) -> Node | None:
    """The meaning of `query`; `None` for an empty one. Raises QueryError, with the place, and nothing else.

    `today` is the day from which a month without a year is told; that of the clock, if it is not given.
    """
    if not query.strip():
        return None
    today = today or date.today()
    try:
        return _Parser(query, today).parse()
    except QueryError as error:
        error.proposal = _working(error.proposal, today)
        raise


def _working(proposal: str | None, today: date) -> str | None:
    """A proposal that is a query, following the proposals for what is still wrong with it."""
    for _ in range(_DEEPEST):
        if proposal is None:
            return None
        try:
            _Parser(proposal, today).parse()
        except QueryError as error:
            proposal = error.proposal
        else:
            return proposal
    return None


class _Parser:
    """One walk over the items of one query."""

    def __init__(self, query: str, today: date) -> None:
        self.query = query
        self.today = today
        self.near = 0
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
        parts = [self._near()]
        while (item := self._peek()) and item.kind != ")":
            if item.kind == "AND":
                self._operator()
            parts.append(self._near())
        return conjunction(parts)

    def _near(self) -> Node:
        node = self._any()
        while (item := self._peek()) and item.kind == "near":
            self._operator()
            node = self._joined(node, item, self._any())
        return node

    def _joined(self, left: Node, item: Item, right: Node) -> Node:
        """Two parts and how near they are."""
        sign = self.query[item.start : item.end]
        for part in (left, right):
            if not placed(part):
                hint = "It goes between words, phrases, or alternatives of them in parentheses."
                proposal = changed(self.query, item.start, item.end)
                raise QueryError(f"{sign} cannot stand beside this", self.query, part.start, part.end, hint, proposal)
        if item.name in ("w", "pre") and not 1 <= item.count <= _FARTHEST:
            proposal = changed(self.query, item.start, item.end, "/p" if item.count else f"{item.name}/1")
            raise QueryError(f"{sign} is no distance", self.query, item.start, item.end,
                             f"From 1 to {_FARTHEST} words; /p means the same paragraph.", proposal)  # fmt: skip
        self.near += 1
        if self.near > _DEEPEST:
            raise self._error("This is nested too deep to follow", item.start, item.end)
        within: Within = item.count or ("s" if item.name == "s" else "p")
        return Near(left, right, within, item.name == "pre", left.start, right.end)

    def _any(self) -> Node:
        parts = [self._unit()]
        while (item := self._peek()) and item.kind == "OR":
            self._operator()
            parts.append(self._unit())
        return alternative(parts)

    def _operator(self) -> None:
        """Passes over what joins two sides; the other one has to follow."""
        item = self._next()
        if self._ends():
            raise self._lonely(item)

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
            case "first" | "atleast":
                return self._counted(item)
            case "=":
                return self._exact(item)
            case ")":
                raise self._wrong("This parenthesis was never opened", item)
        raise self._lonely(item)

    def _counted(self, item: Item) -> Node:
        sign = self.query[item.start : item.end]
        if not item.count:
            proposal = changed(self.query, item.start, item.end, f"{sign.split('/')[0]}/1")
            raise QueryError(f"{sign} counts nothing", self.query, item.start, item.end, "Count from 1.", proposal)
        part = self._operand(item, f"Nothing follows {sign}")
        if not placed(part):
            hint = "A word, a phrase, or alternatives of them in parentheses can be counted."
            proposal = changed(self.query, item.start, item.end)
            raise QueryError(f"{sign} cannot count this", self.query, part.start, part.end, hint, proposal)
        counting = First if item.kind == "first" else AtLeast
        return counting(item.count, part, item.start, part.end)

    def _exact(self, item: Item) -> Node:
        after = self._peek()
        if after is None or after.start > item.end:
            raise self._wrong("Nothing follows =", item)
        leaf = self._next().leaf
        if leaf is None or (found := exact(leaf)) is None:
            proposal = changed(self.query, item.start, item.end)
            hint = "It asks for a word or phrase as it is written."
            raise QueryError("= wants a whole word", self.query, item.start, after.end, hint, proposal)
        return found

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
        if item.name in DATES:
            return self._dated(item)
        self.field = item
        part = self._operand(item, f"Nothing follows {self.query[item.start : item.end]}")
        self.field = None
        if item.name == "tag":
            return tagged(part, self.query)
        if item.name == "is" and isinstance(part, Word) and part.word == STARRED:
            return Tagged(None, item.start, part.end)
        if item.name == "is":
            self._check_states(part)
        return field(item.name, part, item.start, part.end)

    def _dated(self, item: Item) -> Node:
        """The days of a date field, before them, or after them."""
        name = self.query[item.start : item.end]
        if self._ends():
            raise self._wrong(f"Nothing follows {name}", item)
        value = self._next()
        try:
            first, last = dates.days(value.date, self.today) if value.date else (None, None)
        except ValueError:
            first = last = None
        if first is None and last is None:
            raise self._no_date(item, value)
        if first and last and first > last:
            proposal = changed(self.query, value.start, value.end, f"{last}..{first}")
            raise QueryError("This ends before it begins", self.query, value.start, value.end, "", proposal)
        if item.name == "before":
            return Dated(None, dates.before(first or last), item.start, value.end)
        if item.name == "after":
            return Dated(dates.after(last or first), None, item.start, value.end)
        from_, to = (day.isoformat() if day else None for day in (first, last))
        return Dated(from_, to, item.start, value.end)

    def _no_date(self, item: Item, value: Item) -> QueryError:
        """The error of what is no date; one that follows it stays."""
        goes_on = dates.value(self.query, value.end)
        proposal = changed(self.query, value.start if goes_on else item.start, value.end)
        return no_date(self.query, value.start, value.end, proposal)

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
            case Word(word) if word == STARRED:
                raise QueryError("No quotation is starred, but an article", self.query, node.start, node.end,
                                 f"is:{STARRED} stands by itself.")  # fmt: skip
            case _:
                near = difflib.get_close_matches(fold(self.query[node.start : node.end]), (*STATES, STARRED), n=1)
                proposal = changed(self.query, node.start, node.end, near[0]) if near else None
                hint = f"It can be {', '.join(STATES[:-1])} or {STATES[-1]}. An article can be {STARRED}."
                raise QueryError("No quotation can be that", self.query, node.start, node.end, hint, proposal)

    def _operand(self, item: Item, otherwise: str) -> Node:
        """What follows a sign, on which it works."""
        if self._ends():
            raise self._wrong(otherwise, item)
        return self._unit()

    def _ends(self) -> bool:
        """Whether nothing follows that could stand by itself."""
        after = self._peek()
        return after is None or after.kind in ("AND", "OR", "near", ")")

    def _lonely(self, item: Item) -> QueryError:
        return self._wrong(f"{self.query[item.start : item.end]} wants words on both sides", item)

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
