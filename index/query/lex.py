"""What is typed, cut into words, phrases, fields and operators, each with its half-open place."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from index.errors import QueryError
from index.query.tree import FIELDS, OPERATORS, Leaf, Phrase, Prefix, Word
from index.words import fold, tokens

Kind = Literal["leaf", "field", "-", "(", ")", "AND", "OR", "NOT"]

_MARKS = '"“”„‟«»＂'
_PIECE = re.compile(
    rf"(?P<between>[\s;]+|,(?!\d))|(?P<bracket>[()])|(?P<mark>[{_MARKS}])|(?P<chunk>(?:[^\s;,(){_MARKS}]|,(?=\d))+)"
)
_FIELD = re.compile(r"(?P<name>[^\W\d_]+):(?!//)")
_STAR = re.compile(r"\*+[^\w*]*$")


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of a query. `leaf` is what a word or phrase looks for; `name` the field of a field."""

    kind: Kind
    start: int
    end: int
    leaf: Leaf | None = None
    name: str = ""


def lex(query: str) -> Iterator[Item]:
    """The pieces of `query`; punctuation that stands alone is passed over. Raises QueryError."""
    at = 0
    while piece := _PIECE.match(query, at):
        at = piece.end()
        if piece["bracket"]:
            yield Item("(" if piece["bracket"] == "(" else ")", piece.start(), at)
        elif piece["mark"]:
            item = _quoted(query, piece.start())
            at = item.end
            yield item
        elif piece["chunk"]:
            yield from _chunk(query, piece.start(), at)


def changed(query: str, start: int, end: int, by: str = "") -> str | None:
    """A query to propose: `query` with one place replaced; `None` if nothing would be left."""
    proposal = " ".join((query[:start] + by + query[end:]).split())
    return proposal or None


def _quoted(query: str, start: int) -> Item:
    closing = re.compile(f"[{_MARKS}]").search(query, start + 1)
    if closing is None:
        some = any(tokens(query, start))
        proposal = query.rstrip() + '"' if some else changed(query, start, len(query))
        raise QueryError(
            "This quotation mark is not closed", query, start, len(query), "Close it, or take it away.", proposal
        )
    parts: list[Word | Prefix] = []
    for chunk in re.compile(r"\S+").finditer(query, start + 1, closing.start()):
        parts += _parts(query, chunk.start(), chunk.end())
    if not parts:
        proposal = changed(query, start, closing.end())
        raise QueryError("There is no word between these marks", query, start, closing.end(), proposal=proposal)
    return Item("leaf", start, closing.end(), _leaf(parts, start, closing.end()))


def _chunk(query: str, start: int, end: int) -> Iterator[Item]:
    """What stands without a space: signs and fields in front, then a word or words that are joined."""
    if query[start:end] in OPERATORS:
        yield Item(query[start:end], start, end)  # type: ignore[arg-type]
        return
    while sign := _sign(query, start, end):
        yield sign
        start = sign.end
    if parts := _parts(query, start, end):
        yield Item("leaf", start, end, _leaf(parts, start, end))


def _sign(query: str, start: int, end: int) -> Item | None:
    """A minus or a field at `start`; a dash or a colon that is only punctuation is none."""
    chunk = query[start:end]
    opens = query[end : end + 1] in (*_MARKS, "(")
    if field := _FIELD.match(chunk):
        colon = start + field.end()
        if name := FIELDS.get(fold(field["name"])):
            return Item("field", start, colon, name=name)
        if colon < end or opens:
            raise _unknown(query, field["name"], start, colon)
    elif chunk.startswith("-") and not chunk.startswith("--"):
        rest = chunk[1:]
        if any(tokens(rest)) or "*" in rest or (opens and not rest):
            return Item("-", start, start + 1)
    return None


def _unknown(query: str, name: str, start: int, colon: int) -> QueryError:
    near = difflib.get_close_matches(fold(name), FIELDS, n=1)
    proposal = changed(query, start, colon, f"{near[0]}:" if near else f"{name} ")
    known = ", ".join(FIELDS)
    return QueryError(f"There is no field “{name}”", query, start, colon, f"The fields are {known}.", proposal)


def _parts(query: str, start: int, end: int) -> list[Word | Prefix]:
    """The words in a chunk; the last one is a beginning if a star follows it."""
    chunk = query[start:end]
    star = _STAR.search(chunk)
    stop = start + star.start() if star else end
    wrong = query.find("*", start, stop)
    found = list(tokens(query, start, stop))
    if wrong >= 0 or (star and not found):
        proposal = changed(query, start, end, chunk.replace("*", "") if found else "")
        raise QueryError("* stands only at the end of a word", query, max(wrong, start), end, proposal=proposal)
    parts: list[Word | Prefix] = [Word(word, query[at:to], at, to) for at, to, word in found]
    if star:
        at, to, word = found[-1]
        parts[-1] = Prefix(word.lower(), query[at:to], at, stop + 1)
    return parts


def _leaf(parts: list[Word | Prefix], start: int, end: int) -> Leaf:
    return parts[0] if len(parts) == 1 else Phrase(tuple(parts), start, end)
