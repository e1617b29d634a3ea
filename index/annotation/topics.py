"""Matters that an article comes back to: designators ("S-400"), acts by their acronym, and regions named repeatedly."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from index.annotation.cast import Cast
from index.annotation.chunks import Name
from index.annotation.lexemes import Lexemes
from index.annotation.lists import COMMON, NEVER
from index.model import Span, Topic

_NUMBER = re.compile(r"[-‑–](\d{1,4}[A-Z]?)(?:s|[’']s)?\b(?![.,]\d)")  # hyphens are rarer than capitals
_LETTERS = re.compile(r"(?<!\w)[A-Z]{1,4}\Z")
_NOT = frozenset(("G", "COVID", "FY", "Q", "H", "A", "B", "UTC", "GMT"))
_RECURS = 2
_MOST = 12


def find(text: str, lex: Lexemes, names: Iterable[Name], cast: Cast) -> tuple[Topic, ...]:
    """The topics of an article, the most often mentioned first."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number in _NUMBER.finditer(text):
        letters = _LETTERS.search(text, max(0, number.start() - 5), number.start())
        if letters and letters[0] not in _NOT:
            places[f"{letters[0]}-{number[1]}"].append((letters.start(), number.end()))
    sure = set(places)
    written: dict[tuple[str, ...], str] = {}
    for name in names:
        if name in cast.of or name.guess not in ("thing", "acronym"):
            continue
        words = text[name.start : name.end]
        if name.guess == "acronym":
            explained = lex.gap[name.i] == "("
            if name.keys[0] in NEVER or name.keys[0] in COMMON:
                continue
            if explained:
                sure.add(words)
        elif len(name.keys) < 2:
            continue
        places[written.setdefault(name.keys, words)].append((name.start, name.end))
    kept = [(name, spans) for name, spans in places.items() if name in sure or len(spans) >= _RECURS]
    kept.sort(key=lambda item: (-len(item[1]), item[1][0]))
    return tuple(
        Topic(name=name, mentions=tuple(Span(start=a, end=b) for a, b in sorted(spans))) for name, spans in kept[:_MOST]
    )
