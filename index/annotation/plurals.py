"""What stands around "they", "the two leaders" and the like, and tells of whom they are: grammar, without a memory."""

from __future__ import annotations

from index.annotation.cutting.lexemes import Lexemes
from index.annotation.data import table, words
from index.annotation.names import authority
from index.annotation.names.lists import MODIFIERS
from index.words import fold

_NOMINALS = words("nominals")
_BETWEEN = _NOMINALS["between"] | MODIFIERS
_PEOPLES = frozenset(
    fold(people)
    for row in (*table("countries").values(), *table("bodies").values())
    for people in (row["names"] if row.get("kind") == "group" else row.get("people", ()))
)
"""Whoever is of a country or people: "Peruvians", "Kurds"."""

_MANY = _NOMINALS["people"] | _NOMINALS["countries"] | _NOMINALS["many"] | _PEOPLES
_HOW_MANY = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_DETERMINED = frozenset(("the", "these"))
_ANY = frozenset("officials diplomats envoys advisers advisors negotiators politicians commanders generals".split())
"""Of whom a number without "the" says that they are some of many: "two diplomats said"."""


def determined(lex: Lexemes, i: int) -> tuple[int | None, int | None]:
    """Where a definite plural begins that ends at `i`, and how many it says."""
    number = None
    k = i - 1
    while k >= 0 and i - k <= 4 and lex.gap[k + 1] == "":
        key, before = lex.keys[k], lex.keys[k - 1] if k else ""
        if key in _HOW_MANY:
            number = _HOW_MANY[key]
            if key == "both" or (before not in _DETERMINED and lex.keys[i] not in _ANY):
                return k, number
        elif key in _DETERMINED:
            return k, number
        elif key not in _BETWEEN:
            return None, None
        k -= 1
    return None, None


def goes_on(lex: Lexemes, i: int) -> bool:
    """Does a noun get told whose it is: "the leaders of Peru", "both sides of the Peruvian conflict", "diplomats from
    Peru"?"""
    if i + 2 >= lex.size or lex.gap[i + 1]:
        return False
    following = i + 2 + (lex.keys[i + 2] == "the")
    of = lex.keys[i + 1] == "of" and following < lex.size and lex.caps[following]
    return lex.keys[i + 1] == "from" or of


def others_named(lex: Lexemes, first: int, i: int) -> bool:
    """Does a plural without a name stand between the lexemes `first` and `i`, whom "they" at `i` may mean: "Officials
    said | they", "Most Peruvians say | they"?

    Two countries are such a plural, too: "Peru and Chile said | they".
    """
    between = lex.keys[first + 1 : i]
    if not _MANY.isdisjoint(between) and any(_is_plural(lex, first + 1 + n) for n in range(len(between))):
        return True
    k = 0
    while "and" in between[k:]:
        k = between.index("and", k) + 1
        if _is_country(lex, first + k - 1) and k < len(between) and _is_country(lex, first + k + 1):
            return True
    return False


def _is_plural(lex: Lexemes, i: int) -> bool:
    key = lex.keys[i]
    return key in _MANY and (not lex.caps[i] or lex.fresh[i] or key in _PEOPLES)


def _is_country(lex: Lexemes, i: int) -> bool:
    known = authority.single(lex.words[i]) if lex.caps[i] else None
    return known is not None and known[0].kind == "country" and known[1] != "adjective"
