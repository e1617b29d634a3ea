"""What is typed, cut into words, phrases, fields and operators, each with its half-open place."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from index.errors import QueryError
from index.query import dates, elsewhere
from index.query.tree import DATES, FIELDS, OPERATORS, Exact, Fuzzy, Leaf, One, Phrase, Prefix, Word
from index.words import Token, fold, tokens, written

Kind = Literal["leaf", "field", "date", "near", "first", "atleast", "-", "=", "(", ")", "AND", "OR", "NOT"]

_MARKS = '"“”„‟«»＂'
_PIECE = re.compile(
    rf"(?P<between>[\s;]+|,(?!\d))|(?P<bracket>[()])|(?P<mark>[{_MARKS}])|(?P<chunk>(?:[^\s;,(){_MARKS}]|,(?=\d))+)"
)
_FIELD = re.compile(r"(?P<name>[^\W\d_]+):(?!//)")
_STAR = re.compile(r"\*+[^\w*]*$")
_BEGUN = re.compile(r"[^\W_]{3,}\*")
_TILDE = re.compile(r"(?<=\w)~(?P<letters>\d*)[^\w~]*$")
_NEAR = re.compile(r"(?:(?P<sign>w|pre)/(?P<words>\d+)|w?/(?P<unit>[sp]))", re.IGNORECASE)
_COUNT = re.compile(r"(?P<name>first|atleast)/(?P<count>\d+)", re.IGNORECASE)

_CLOSEST, _CLOSE = 3, 5  # letters a word must have, for one or two of them to be other


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of a query. `leaf` is what a word or phrase looks for; `name` the field of a field, or how near
    something is; `count` its number; `date` what was found of a date."""

    kind: Kind
    start: int
    end: int
    leaf: Leaf | None = None
    name: str = ""
    count: int = 0
    date: dates.Typed | None = None


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
            for item in _chunk(query, piece.start(), at):
                yield item
                at = max(at, item.end)  # a date may go on: "march 2021"


def changed(query: str, start: int, end: int, by: str = "") -> str | None:
    """A query to propose: `query` with one place replaced; `None` if nothing would be left."""
    proposal = " ".join((query[:start] + by + query[end:]).split())
    return proposal or None


def _told(query: str, habit: elsewhere.Habit, start: int | None = None, end: int | None = None) -> QueryError:
    """The error of a habit, with what is typed here in its place; told at another place, if one is given."""
    proposal = changed(query, habit.start, habit.end, habit.by)
    at = habit.start if start is None else start
    return QueryError(habit.title, query, at, end or habit.end, habit.hint, proposal)


def _quoted(query: str, start: int) -> Item:
    closing = re.compile(f"[{_MARKS}]").search(query, start + 1)
    if closing is None:
        some = any(tokens(query, start))
        proposal = query.rstrip() + '"' if some else changed(query, start, len(query))
        raise QueryError(
            "This quotation mark is not closed", query, start, len(query), "Close it, or take it away.", proposal
        )
    parts: list[One] = []
    for chunk in re.compile(r"\S+").finditer(query, start + 1, closing.start()):
        parts += _parts(query, chunk.start(), chunk.end())
    if not parts:
        proposal = changed(query, start, closing.end())
        raise QueryError("There is no word between these marks", query, start, closing.end(), proposal=proposal)
    if habit := elsewhere.slop(query, start, closing.end(), [part.text for part in parts]):
        raise _told(query, habit)
    return Item("leaf", start, closing.end(), _leaf(parts, start, closing.end()))


def _chunk(query: str, start: int, end: int) -> Iterator[Item]:
    """What stands without a space: signs and fields in front, then a word or words that are joined."""
    if query[start:end] in OPERATORS:
        yield Item(query[start:end], start, end)  # type: ignore[arg-type]
        return
    if habit := elsewhere.sign(query, start, end):
        raise _told(query, habit)
    while sign := _sign(query, start, end):
        yield sign
        start = sign.end
        if sign.name in DATES and (date := _date(query, sign)):
            yield date
            start = max(end, date.end)
    if stands := _standing(query, start, end):
        yield stands
        return
    if parts := _parts(query, start, end):
        yield Item("leaf", start, end, _leaf(parts, start, end))


def _date(query: str, field: Item) -> Item | None:
    """The date that follows a field; what is no date is left to whoever asks for one."""
    if date := dates.value(query, field.end):
        return Item("date", field.end, date.end, date=date)
    habit = elsewhere.date(query, field.name, field.end)
    if habit and habit.by != f"{field.name}:{query[habit.start : habit.end]}":
        raise no_date(query, habit.start, habit.end, changed(query, field.start, habit.end, habit.by))
    return None


def no_date(query: str, start: int, end: int, proposal: str | None) -> QueryError:
    """The error of what is no date as one types it here."""
    title = f"“{query[start:end].strip()}” is no date"
    hint = "Type 2021, 2021-03, 2021-03-15, march 2021, last week, or two of these with .. between."
    return QueryError(title, query, start, end, hint, proposal)


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
    elif chunk.startswith("=") and (any(tokens(chunk)) or (opens and chunk == "=")):
        return Item("=", start, start + 1)
    elif chunk.startswith("-") and not chunk.startswith("--"):
        rest = chunk[1:]
        if any(tokens(rest)) or "*" in rest or (opens and rest in ("", "=")):
            return Item("-", start, start + 1)
    return None


def _standing(query: str, start: int, end: int) -> Item | None:
    """What says how words stand: w/5, pre/5, /s, /p, first/50, atleast/3."""
    chunk = query[start:end]
    if near := _NEAR.fullmatch(chunk):
        return Item("near", start, end, name=(near["sign"] or near["unit"]).lower(), count=_number(near["words"] or ""))
    if counted := _COUNT.fullmatch(chunk):
        kind: Kind = "first" if counted["name"].lower() == "first" else "atleast"
        return Item(kind, start, end, count=_number(counted["count"]))
    return None


def _number(digits: str) -> int:
    return int(digits[:9] or 0)


def _unknown(query: str, name: str, start: int, colon: int) -> QueryError:
    if habit := elsewhere.field(query, name, start, colon):
        return _told(query, habit, start, colon)
    near = difflib.get_close_matches(fold(name), FIELDS, n=1, cutoff=0.7)
    proposal = changed(query, start, colon, f"{near[0]}:" if near else f"{name} ")
    known = ", ".join(FIELDS)
    return QueryError(f"There is no field “{name}”", query, start, colon, f"The fields are {known}.", proposal)


def _parts(query: str, start: int, end: int) -> list[One]:
    """The words in a chunk; the last one is a beginning if a star follows it, and only alike if a tilde does."""
    chunk = query[start:end]
    star, tilde = _STAR.search(chunk), _TILDE.search(chunk)
    sign = star or tilde
    stop = start + sign.start() if sign else end
    wrong = query.find("*", start, stop)
    found = list(tokens(query, start, stop))
    if wrong >= 0 or (star and not found):
        begun = _BEGUN.match(chunk)
        by = begun[0] if begun else chunk.replace("*", "") if found else ""
        proposal = changed(query, start, end, by)
        raise QueryError("* stands only at the end of a word", query, max(wrong, start), end, proposal=proposal)
    parts: list[One] = [Word(word, query[at:to], at, to) for at, to, word in found]
    if star:
        at, to, word = found[-1]
        parts[-1] = Prefix(word.lower(), query[at:to], at, stop + 1)
    elif tilde and found:
        parts[-1] = _fuzzy(query, found[-1], tilde["letters"], start + tilde.end("letters"))
    return parts


def _fuzzy(query: str, found: Token, typed: str, end: int) -> Fuzzy:
    """A word and how many of its letters may be other: 1, if nothing is said."""
    at, to, word = found
    letters = _number(typed) if typed else 1
    if letters not in (1, 2):
        raise QueryError("One or two letters can be other", query, to, end, proposal=changed(query, to, end, "~2"))
    if len(word) < (_CLOSEST if letters == 1 else _CLOSE):
        proposal = changed(query, to, end, "~" if len(word) >= _CLOSEST else "")
        title, hint = f"“{query[at:to]}” is too short to be sought so loosely", "Too many words are like it."
        raise QueryError(title, query, at, end, hint, proposal)
    return Fuzzy(word.lower(), letters, query[at:to], at, end)


def exact(leaf: Leaf) -> Leaf | None:
    """A word or phrase as it is typed; `None` for what is no whole word."""
    if isinstance(leaf, Phrase):
        parts = [exact(part) for part in leaf.parts]
        kept = tuple(part for part in parts if isinstance(part, Exact))
        return Phrase(kept, leaf.start, leaf.end) if len(kept) == len(parts) else None
    return Exact(leaf.word, written(leaf.text), leaf.start, leaf.end) if isinstance(leaf, Word) else None


def _leaf(parts: list[One], start: int, end: int) -> Leaf:
    return parts[0] if len(parts) == 1 else Phrase(tuple(parts), start, end)
