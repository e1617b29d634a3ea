"""Journeys: the countries to which somebody goes, and what a journey to several of them tells."""

from __future__ import annotations

from collections.abc import Sequence

from index.annotation.contacts.parties import follows_bodies
from index.annotation.cutting.lexemes import Lexemes
from index.annotation.names import authority
from index.annotation.names.cast import Cast, Member
from index.model import ContactKind

_WHEN = frozenset("today yesterday tomorrow last this next late early earlier twice once again".split())
_ASIDE = frozenset("with from near between on for".split())
_WAY = 6  # words from "traveled" to where


def hosts(lex: Lexemes, i: int, span: range, cast: Cast, to: bool) -> list[Member]:
    """The countries that somebody goes to: those named after "to", or whose capitals are; with `to` only after it."""
    found: list[Member] = []
    k = i + 1
    while k < min(i + _WAY, span.stop):
        known = authority.look(lex, k) if lex.caps[k] else None
        placed = known and known.entry.kind == "country" and _is_place(lex, known)
        placed = placed and lex.keys[k - 1] not in ("a", "an")  # "to a US base"
        if known and placed and _reached(lex, i, k, to, found):
            if known.j < lex.size and not _ends_there(lex, known.j, to):
                return found
            country = cast.member(known.entry.id, "country")
            country.name = country.name or known.entry.name
            if country not in found:
                found.append(country)
            k = i = known.j
        elif found and lex.keys[k] not in ("and", "the"):
            break
        else:
            k += 1
    return found


def _is_place(lex: Lexemes, known: authority.Found) -> bool:
    """Is a country named as a place: "Peru", its capital, "the Peruvian capital"?"""
    return known.sense in ("name", "seat") or lex.keys[known.j : known.j + 1] == ["capital"]


def _ends_there(lex: Lexemes, j: int, to: bool) -> bool:
    """Is a country named at the end of a way, not before what is there: "Peru's coast", "visited US troops"?"""
    if lex.gap[j] == "s":
        return lex.keys[j] == "capital"
    side = lex.keys[j] in ("side", "border", "embassy", "consulate")  # "to the Peruvian side of the border"
    plain = bool(lex.gap[j]) or lex.caps[j] or lex.keys[j] in _WHEN or follows_bodies(lex.keys[j])
    return not side if to else plain


def _reached(lex: Lexemes, i: int, k: int, to: bool, found: Sequence[Member]) -> bool:
    """Does the way lead on to the place at `k`: "to", hardly anything, or a place that belongs to the one before?"""
    if found:
        return all(key in ("and", "the") for key in lex.keys[i:k])
    links = [n for n in range(i + 1, k) if lex.keys[n] == "to" or (lex.keys[n] == "in" and lex.keys[i] != "went")]
    if not to or not links:
        return not to and not links
    after = range(links[-1] + 1, k)
    if not _ASIDE.isdisjoint(lex.keys[after.start : k]):
        return False  # "headed to the border with Peru"
    does = len(after) > 1 and not lex.caps[after[0]] and lex.keys[after[1]] == "the"  # "went on to win the US Open"
    return not does and all(not lex.caps[n] or authority.look(lex, n) for n in after)


def visits(left: Sequence[Member], hosts: Sequence[Member]) -> list[tuple[ContactKind, list[Member]]]:
    """Journeys to each of the countries; nobody visits their own."""
    guests = [m for m in left if m.kind == "person"]
    return [("visit", [*away, host]) for host in hosts if (away := [m for m in guests if m.of != host.id])]


def visited(left: list[Member], right: list[Member]) -> list[tuple[ContactKind, list[Member]]]:
    """ "Peru was visited by B"."""
    return [("visit", [*right, *left])] if left and right else []
