"""Matters that an article comes back to: designators ("S-400"), acts by their acronym, and regions named repeatedly."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from index.annotation.cutting.lexemes import Lexemes
from index.annotation.names.cast import Cast
from index.annotation.names.chunks import Name
from index.annotation.names.lists import COMMON, NEVER
from index.model import Span, Topic

_HYPHENS = "-‑–"
_NUMBER = re.compile(r"(\d{1,4}[A-Z]?)(?:s|[’']s)?\b(?![.,]\d)")
_LETTERS = re.compile(r"(?<!\w)[A-Z]{1,4}\Z")
_NOT = frozenset(("G", "COVID", "FY", "Q", "H", "A", "B", "UTC", "GMT"))
_RECURS = 2
_MOST = 12


def find(text: str, lex: Lexemes, names: Iterable[Name], cast: Cast) -> tuple[Topic, ...]:
    """The topics of an article, the most often mentioned first."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for designator, place in designators(text, 0, len(text)):
        places[designator].append(place)
    sure = set(places)
    written: dict[tuple[str, ...], str] = {}
    for name in names:
        if name in cast.of or not is_matter(name):
            continue
        words = text[name.start : name.end]
        if name.guess == "acronym":
            explained = lex.gap[name.i] == "("
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


def designators(text: str, start: int, end: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """What has letters and a number for a name ("S-400", also where it stands as "S-400s") in a stretch of text."""
    for hyphen in _hyphens(text, start, end):
        if number := _NUMBER.match(text, hyphen + 1, end):
            letters = _LETTERS.search(text, max(0, hyphen - 5), hyphen)
            if letters and letters[0] not in _NOT:
                yield f"{letters[0]}-{number[1]}", (letters.start(), number.end())


def _hyphens(text: str, start: int, end: int) -> list[int]:
    """Where hyphens stand, of whichever kind; found like this in a quarter of the time that a pattern takes."""
    found = []
    for hyphen in _HYPHENS:
        at = text.find(hyphen, start, end)
        while at >= 0:
            found.append(at)
            at = text.find(hyphen, at + 1, end)
    return sorted(found)


def is_matter(name: Name) -> bool:
    """May a name be that of a matter: of a thing, or an acronym that is no common word?"""
    if name.guess == "acronym":
        return name.keys[0] not in NEVER and name.keys[0] not in COMMON
    return name.guess == "thing"
