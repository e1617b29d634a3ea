"""What a query means, as a tree. Every node knows its half-open place in what was typed.

A node either speaks of words (`Word`, `Prefix`, `Phrase`), combines others (`And`, `Or`, `Not`), or says where they are
to be looked for (`Field`, `Said`). An operator that is added later is one more node, understood by `match` and by the
engines; nothing else needs to know it.

`str(node)` is a query that means the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias, get_args

from index.model import QuotationKind, QuotationStatus

FIELDS = {
    "title": "title", "quote": "quote", "speaker": "speaker", "by": "speaker", "to": "to", "about": "about",
    "actor": "actor", "is": "is", "kind": "is",
}  # fmt: skip
"""The names of fields as typed, and the field that each means."""

OPERATORS = ("AND", "OR", "NOT")
"""Words that combine others, when they are typed in capitals."""

IN_QUOTATION = frozenset({"quote", "speaker", "to", "about", "is"})
"""Fields that speak of one quotation: next to each other, they speak of the same one."""

STATES = (*get_args(QuotationKind), *get_args(QuotationStatus))
"""What a quotation can be said to be, by `is:` and `kind:`."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its forms. `word` is as `words.tokens` has it; `text` as typed."""

    word: str
    text: str
    start: int
    end: int

    def __str__(self) -> str:
        return f'"{self.text}"' if self.text in OPERATORS else self.text


@dataclass(frozen=True, slots=True)
class Prefix:
    """All words that begin so, as they are written: `sanctions*` does not find "sanction"."""

    beginning: str
    text: str
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.text}*"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words next to each other, in this order."""

    parts: tuple[Word | Prefix, ...]
    start: int
    end: int

    def __str__(self) -> str:
        words = (str(part) if isinstance(part, Prefix) else part.text for part in self.parts)
        return f'"{" ".join(words)}"'


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts."""

    parts: tuple[Node, ...]
    start: int
    end: int

    def __str__(self) -> str:
        return f"({' '.join(map(str, self.parts))})"


@dataclass(frozen=True, slots=True)
class Or:
    """Any of the parts."""

    parts: tuple[Node, ...]
    start: int
    end: int

    def __str__(self) -> str:
        return f"({' OR '.join(map(str, self.parts))})"


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but."""

    part: Node
    start: int
    end: int

    def __str__(self) -> str:
        return f"-({self.part})" if isinstance(self.part, Not) else f"-{self.part}"


@dataclass(frozen=True, slots=True)
class Field:
    """`part` within one field: one title, one quotation, the names of one speaker or one actor."""

    name: str
    part: Node
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.name}:{self.part}"


@dataclass(frozen=True, slots=True)
class Said:
    """There is one quotation of which all this is true: a combination of the fields that speak of quotations."""

    part: Node
    start: int
    end: int

    def __str__(self) -> str:
        return str(self.part)


Leaf: TypeAlias = Word | Prefix | Phrase
Node: TypeAlias = Leaf | And | Or | Not | Field | Said


def conjunction(parts: list[Node]) -> Node:
    """All of `parts`; what speaks of quotations is bound to the same one."""
    bound = [part for part in parts if isinstance(part, Said)]
    if len(bound) > 1:
        first = parts.index(bound[0])
        parts = [part for part in parts if not isinstance(part, Said)]
        parts.insert(first, _said(And(tuple(part.part for part in bound), bound[0].start, bound[-1].end)))
    return parts[0] if len(parts) == 1 else And(tuple(parts), parts[0].start, parts[-1].end)


def alternative(parts: list[Node]) -> Node:
    """Any of `parts`; if all speak of a quotation, so does the whole."""
    if len(parts) == 1:
        return parts[0]
    start, end = parts[0].start, parts[-1].end
    bound = tuple(part.part for part in parts if isinstance(part, Said))
    return _said(Or(bound, start, end)) if len(bound) == len(parts) else Or(tuple(parts), start, end)


def field(name: str, part: Node, start: int, end: int) -> Node:
    """`part` in the field `name`."""
    node = Field(name, part, start, end)
    return _said(node) if name in IN_QUOTATION else node


def _said(part: Node) -> Said:
    return Said(part, part.start, part.end)


def wanted(node: Node | None, name: str = "") -> Iterator[tuple[str, Word | Prefix]]:
    """What a query asks for, with the field it is asked for in ("": the whole article); not what it excludes."""
    match node:
        case Word() | Prefix():
            yield name, node
        case Phrase(parts) | And(parts) | Or(parts):
            for part in parts:
                yield from wanted(part, name)
        case Said(part):
            yield from wanted(part, name)
        case Field(inner, part):
            yield from wanted(part, inner)
