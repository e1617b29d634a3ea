"""What a query means, as a tree. Every node knows its half-open place in what was typed.

A node either speaks of words (`Word`, `Prefix`, `Exact`, `Fuzzy`, `Phrase`), says how they stand (`Near`, `First`,
`AtLeast`), combines others (`And`, `Or`, `Not`), says where they are to be looked for (`Field`, `Said`), or speaks of
the article (`Dated`, `Tagged`). An operator that is added later is one more node, understood by `match` and by the
engines; nothing else needs to know it.

`str(node)` is a query that means the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from index.model import QuotationKind, QuotationStatus
from index.words import tokens, words

FIELDS = {
    "title": "title", "quote": "quote", "speaker": "speaker", "by": "speaker", "to": "to", "about": "about",
    "actor": "actor", "contact": "contact", "country": "country", "topic": "topic", "place": "place",
    "caption": "caption", "outlet": "outlet", "author": "author", "file": "file", "is": "is", "kind": "is",
    "date": "date", "before": "before", "after": "after", "tag": "tag",
}  # fmt: skip
"""The names of fields as typed, and the field that each means."""

OPERATORS = ("AND", "OR", "NOT")
"""Words that combine others, when they are typed in capitals."""

ELSEWHERE = {"NEAR": "w/10", "ADJ": "pre/1", "SAME": "/p"}
"""Words that combine others in other languages, when they are typed in capitals, and what does so here."""

DATES = frozenset({"date", "before", "after"})
"""Fields whose value is a date: they become `Dated`."""

IN_TEXT = frozenset({"title", "caption"})
"""Fields that are stretches of the article's text."""

OF_ARTICLE = ("outlet", "author", "file")
"""Fields of what is known of an article without looking for it in the text."""

NAMED = ("actor", "contact", "country", "topic", "place", *OF_ARTICLE)
"""Fields of names: each is true of the names of one actor, of those who had one contact, of one outlet, …"""

IN_QUOTATION = frozenset({"quote", "speaker", "to", "about", "is"})
"""Fields that speak of one quotation: next to each other, they speak of the same one."""

STATES = (*get_args(QuotationKind), *get_args(QuotationStatus))
"""What a quotation can be said to be, by `is:` and `kind:`."""

STARRED = "starred"
"""What an article can be said to be, by `is:`."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its forms. `word` is as `words.tokens` has it; `text` as typed."""

    word: str
    text: str
    start: int
    end: int

    def __str__(self) -> str:
        return f'"{self.text}"' if self.text in (*OPERATORS, *ELSEWHERE) else self.text


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
class Exact:
    """A word as it is written: its case, its accents. `word` is as `words.tokens` has it, `text` as `words.written`."""

    word: str
    text: str
    start: int
    end: int

    def __str__(self) -> str:
        return f'="{self.text}"'


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """All words that differ from `word` by so many letters at most: one more, less, other, or two changed about.

    `among` are all of them that there are, where that is known.
    """

    word: str
    letters: int
    text: str
    start: int
    end: int
    among: frozenset[str] | None = None

    def __str__(self) -> str:
        return f"{self.text}~{self.letters}"


One: TypeAlias = Word | Prefix | Exact | Fuzzy
"""What one word of a text can be."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words next to each other, in this order."""

    parts: tuple[One, ...]
    start: int
    end: int

    def __str__(self) -> str:
        words = " ".join(part.text if isinstance(part, Word | Exact) else str(part) for part in self.parts)
        return f'="{words}"' if any(isinstance(part, Exact) for part in self.parts) else f'"{words}"'


Within: TypeAlias = int | Literal["s", "p"]
"""How near: within so many words, in one sentence, in one paragraph."""


@dataclass(frozen=True, slots=True)
class Near:
    """Both parts close together: within so many words (in this order, if `ordered`), or in one sentence or paragraph.

    The parts are words, phrases, alternatives of them, or closeness again.
    """

    left: Node
    right: Node
    within: Within
    ordered: bool
    start: int
    end: int

    def __str__(self) -> str:
        sign = f"/{self.within}" if isinstance(self.within, str) else f"{'pre' if self.ordered else 'w'}/{self.within}"
        return f"({self.left} {sign} {self.right})"


@dataclass(frozen=True, slots=True)
class First:
    """`part` among the first so many words."""

    words: int
    part: Node
    start: int
    end: int

    def __str__(self) -> str:
        return f"first/{self.words} {self.part}"


@dataclass(frozen=True, slots=True)
class AtLeast:
    """`part` at least so many times."""

    times: int
    part: Node
    start: int
    end: int

    def __str__(self) -> str:
        return f"atleast/{self.times} {self.part}"


@dataclass(frozen=True, slots=True)
class Dated:
    """Articles whose date lies within these days (ISO, both ends included; `None` where it is open), as a whole."""

    first: str | None
    last: str | None
    start: int
    end: int

    def __str__(self) -> str:
        return f"date:{self.first or ''}..{self.last or ''}"


@dataclass(frozen=True, slots=True)
class Tagged:
    """Articles that a person has given a `tag`, as typed; those with a star, if it is `None`.

    `among` are the ids of all of them, where that is known: no text tells.
    """

    tag: str | None
    start: int
    end: int
    among: frozenset[str] | None = None

    def __str__(self) -> str:
        return f"is:{STARRED}" if self.tag is None else f'tag:"{self.tag}"'


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


Leaf: TypeAlias = One | Phrase
Node: TypeAlias = Leaf | Near | First | AtLeast | And | Or | Not | Field | Said | Dated | Tagged


def placed(node: Node) -> bool:
    """Whether a node has places in a text of which one can say how they stand to each other."""
    match node:
        case Or(parts):
            return all(map(placed, parts))
    return isinstance(node, Leaf | Near)


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


def tag_key(tag: str) -> str:
    """What tells tags apart: their words, in any case and with any accents. None has no letter and no digit."""
    return " ".join(words(tag)).lower()


def _said(part: Node) -> Said:
    return Said(part, part.start, part.end)


def typed(name: str, value: str) -> str:
    """A query for the words of `value`, next to each other, in a field; "" if it has none. Any text will do."""
    words = [value[token.start : token.end] for token in tokens(value)]
    if name in DATES or name == "kind":
        return f"{name}:{value}"
    return f'{name}:"{" ".join(words)}"' if len(words) > 1 else f"{name}:{words[0]}" if words else ""


def wanted(node: Node | None, name: str = "") -> Iterator[tuple[str, One]]:
    """What a query asks for, with the field it is asked for in ("": the whole article); not what it excludes."""
    match node:
        case Word() | Prefix() | Exact() | Fuzzy():
            yield name, node
        case Phrase(parts) | And(parts) | Or(parts):
            for part in parts:
                yield from wanted(part, name)
        case Near(left, right):
            yield from wanted(left, name)
            yield from wanted(right, name)
        case Said(part) | First(_, part) | AtLeast(_, part):
            yield from wanted(part, name)
        case Field(inner, part):
            yield from wanted(part, inner)
