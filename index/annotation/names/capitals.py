"""Runs of capitals: where one ends, and what its own words say it may name.

Places are numbers of lexemes; an end is the number after the last one.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Literal

from index.annotation.cutting.lexemes import TIED_ARTICLES, Lexemes
from index.annotation.names import authority, roles
from index.annotation.names.lists import (
    ACTS,
    BODIES,
    COMMON,
    FAMILIES,
    GIVEN,
    HEADS,
    HONORIFICS,
    INNER_POSSESSIVES,
    JOINERS,
    MODIFIERS,
    NEVER,
    OPENERS,
    PARTICLES,
    PLACES,
    REGIONS,
    ROOMS,
    SUFFIXES,
    THINGS,
)

Guess = Literal["known", "body", "person", "acronym", "open", "thing"]
_PARTICLES = 3  # at most stand in a row
_SHOUTED = 4  # letters of a surname in capitals
_FEW = 4  # words of a person's name, particles aside
_LONG = 6  # letters of a word that may end in "ing" and be no name
_LONGEST = 12  # no name has more words; keeps a list in capitals from becoming one
_PLAIN = COMMON | THINGS | REGIONS | BODIES  # words that alone name nobody
_NO_ACRONYM = COMMON | REGIONS
_NO_PART = COMMON | THINGS | BODIES | JOINERS  # words that are no part of an unknown person's name
_NOT_GIVEN = THINGS | BODIES | HEADS | MODIFIERS | REGIONS | OPENERS | JOINERS
_NO_SURNAME = OPENERS | ACTS | HEADS | HONORIFICS
_NO_GIVEN = MODIFIERS | BODIES  # words that a given name does not follow within one name
_MONTHS = frozenset(("jan", "april", "may", "june", "august"))  # that are names of persons, too
_OPENING, _CLOSING = frozenset("\"“‘'("), frozenset("\"”’')")
_ALSO_NAMES = frozenset(("sheikh", "shaikh"))  # titles that are given names as well
_FAITHS = frozenset(("shia", "christian", "muslim", "islam"))
_BEFORE_MONTHS = frozenset("in on of by since until from last next this early mid late through before after".split())
_BEFORE_THINGS = frozenset("operation mount lake fort port cape hurricane project uss hms".split())
MAY_BE_PLACES = frozenset(PLACES) | {"st"}
"""Words that the name of a `place` may begin with."""

_ON = frozenset("council committee commission center centre".split())
_CONTRACTED = re.compile(r"'(?:t|ve|re|ll|d|m)$")
_GLUED = re.compile(  # "TrumpGOP": a lost space
    r"[a-z][A-Z]{2}|^(?!Ma?c|El|Al|Ben|Abu|Abd|Von|De|Di|La|Le|Du|Fitz|Van)[A-Z][a-z]+[A-Z]"
)


def run(lex: Lexemes, i: int, skip: Collection[int]) -> int | None:
    """Where the run of capitals that begins at `i` ends; none where the capital says nothing."""
    key = lex.keys[i]
    if _nameless(lex.words[i], key) and not _named_after_all(lex, i, i):
        return None
    if lex.fresh[i] and key not in _MONTHS and (key in OPENERS or (key in COMMON and not begins_at(lex, i + 1))):
        return None
    if lex.fresh[i] and key.endswith("ing") and len(key) > _LONG and key not in GIVEN and begins_at(lex, i + 1):
        return None  # "Praising Berg, …"
    j = i + 1
    while j < lex.size and j - i < _LONGEST:
        if lex.gap[j] in ("s", "'", "’") and lex.keys[j - 1] in INNER_POSSESSIVES and begins_at(lex, j, any_gap=True):
            j += 1
        elif lex.gap[j]:
            if not _is_nickname(lex, i, j):
                break
            j += 2
        elif lex.caps[j]:
            if j in skip or _breaks(lex, i, j) or _another(lex, i, j):
                break
            if _nameless(lex.words[j], lex.keys[j]) and not _named_after_all(lex, i, j):
                break
            j += 1
        else:
            further = _over_small_words(lex, i, j)
            if further is None:
                break
            j = further
    return j


def guess(lex: Lexemes, i: int, j: int) -> Guess:
    """What a run of capitals may name, by its words."""
    keys = lex.keys[i:j]
    if len(keys) == 1:
        word = lex.words[i]
        if _is_acronym(word) and keys[0] not in _NO_ACRONYM:
            return "acronym"
        return "thing" if "." in keys[0] or keys[0] in _PLAIN else "open"
    if "-".join(keys) in ROOMS:
        return "thing"
    if keys[0] in FAMILIES and len(keys) == 2 and "-" in keys[1]:  # "Ban Ki-moon"
        return "person"
    if any(k in INNER_POSSESSIVES and lex.gap[i + n + 1] in ("s", "'", "’") for n, k in enumerate(keys[:-1])):
        return "body"
    head = next((keys[k - 1] for k in range(1, len(keys)) if keys[k] in JOINERS), keys[-1])
    if sum(k in COMMON for k in keys[1:]) > 1 and head not in BODIES:
        return "thing"
    few = sum(k not in PARTICLES for k in keys) <= _FEW
    if few and _given(keys[0]) and keys[0] not in COMMON and head not in BODIES:
        return "person"
    if head in BODIES or keys[-1] in BODIES:
        return "body"
    if keys[-1] in THINGS or keys[0] in _BEFORE_THINGS:
        return "thing"
    if few and _given(keys[0]):
        return "person"
    if keys[0] in REGIONS or keys[-1] in REGIONS or keys[-1] == "affairs":
        return "thing"
    small = 1 if keys[0] in PARTICLES and not lex.caps[i] else 0
    parts = [k for n, k in enumerate(keys) if k not in PARTICLES or n < small]  # "Staffan de Mistura"
    if parts and _NO_PART.isdisjoint(parts):
        return "open"
    return "person" if len(keys) == 2 and _of_family(keys[0], keys[1]) else "thing"


def _of_family(first: str, second: str) -> bool:
    """Are two words a name that begins with the family's, one of them another word as well: "Qin Gang", "He Lifeng"?"""
    if first not in FAMILIES or second in _NOT_GIVEN:
        return False
    return (first == "he" and second not in COMMON) or (first not in COMMON and second in COMMON)


def _is_acronym(word: str) -> bool:
    """Are the letters of a word capitals, but for one between others: "UNHCR", "MbS"?"""
    if not word.isalpha() or not 2 <= len(word) <= 7:
        return False
    return word.isupper() or (len(word) == 3 and word[0].isupper() and word[2].isupper())


def after_role(lex: Lexemes, role: int, i: int) -> int | None:
    """Where the name ends that begins at `i` after the role at `role`: "Remarks by President Ann J. Berg on Trade".

    Both stand in a heading with capitals. Any word may follow a role there ("Turkish President Grips …"): given names
    tell, or a role that nothing tells more of.
    """
    j = i
    while j - i < _PARTICLES and _of_name(lex, j, i) and (lex.keys[j] in GIVEN or len(lex.keys[j].rstrip(".")) == 1):
        j += 1
    if j > i:
        last = j + (lex.keys[i] in FAMILIES and _of_name(lex, j + 1, i))  # "Kim Jong Un"
        return last + 1 if _of_name(lex, j, i) else None
    alone = role == 0 or lex.gap[role] or not lex.caps[role - 1]
    if not alone or lex.keys[i - 1] not in HEADS or not _of_name(lex, i, i):
        return None
    surname = _of_name(lex, i + 1, i) and (i + 2 >= lex.size or lex.gap[i + 2] or not lex.caps[i + 2])
    return i + 2 if surname else i + 1


def place(lex: Lexemes, i: int) -> int | None:
    """Where the name of a place ends that begins at `i` and holds another name: "Northern Ireland", "St. Paul"."""
    if lex.keys[i] == "st" and lex.caps[i] and begins_at(lex, i + 1) and not begins_at(lex, i + 2):
        return i + 2
    for words in PLACES.get(lex.keys[i], ()):
        j = i + len(words)
        if tuple(lex.keys[i:j]) == words and lex.caps[i] and not any(lex.gap[i + 1 : j]):
            return j
    return None


def with_particles(lex: Lexemes, i: int, read: int) -> int:
    """Where a name begins whose first capital is at `i`: "President | von der Leyen"."""
    k = i
    while k > read and i - k < _PARTICLES and not lex.gap[k] and not lex.caps[k - 1] and lex.keys[k - 1] in PARTICLES:
        k -= 1
    return k


def begins_at(lex: Lexemes, j: int, any_gap: bool = False) -> bool:
    """Does a word with a capital follow at `j`, with nothing between but white space, or `any_gap`?"""
    return j < lex.size and lex.caps[j] and (any_gap or not lex.gap[j])


@lru_cache(maxsize=1 << 14)
def _nameless(word: str, key: str) -> bool:
    """Is a word (folded: `key`) a day, a designator ("F-35") or a compound ("English-language"), no part of a name?"""
    if key in NEVER or not key[0].isalpha():
        return True
    if key.isalpha():
        if len(key) == 1 or word[1:].islower() or word.isupper():
            return len(key) == 1
        return not _is_acronym(word) and _GLUED.search(word) is not None
    tail = word.rpartition("-")[2]
    compound = tail[:1].islower() and len(tail) > 3
    return compound or any(c.isdigit() for c in key) or _CONTRACTED.search(key) is not None


def _named_after_all(lex: Lexemes, first: int, i: int) -> bool:
    """Is a word at `i` that seldom is one part of the name that begins at `first`: "Theresa May", "Park Won-soon",
    "Peter W Aldous", "Hamid Shia Tahir"?"""
    key = lex.keys[i]
    if key in _FAITHS:
        following = lex.keys[i + 1] if i + 1 < lex.size else ""
        return i > first and lex.keys[i - 1] in GIVEN and (begins_at(lex, i + 1) or following.startswith(TIED_ARTICLES))
    if len(key) == 1 and i > first:
        return lex.keys[i - 1] in GIVEN and begins_at(lex, i + 1)
    if key in _MONTHS:
        return not _is_month(lex, i)
    return i == first + 1 and ("-" in key or key == "jun") and lex.keys[first] in FAMILIES


def _is_month(lex: Lexemes, i: int) -> bool:
    """Is a word that is a month's and a person's the month: "in May", "April 5"?"""
    before = lex.keys[i - 1] if i and not lex.gap[i] else ""
    following = lex.keys[i + 1] if i + 1 < lex.size else ""
    dated = before in _BEFORE_MONTHS or before.isdigit() or following[:1].isdigit()
    named = before in GIVEN or before in HONORIFICS or (begins_at(lex, i + 1) and following not in NEVER)
    return dated or not (named or following in ACTS)


def _breaks(lex: Lexemes, i: int, j: int) -> bool:
    """Does something else begin at `j`: what the authority knows, or a role?"""
    given = j == i + 1 and lex.keys[i] in GIVEN
    if authority.look(lex, j) or (lex.keys[j] in PLACES and place(lex, j)):
        return not given
    key, before = lex.keys[j], lex.keys[j - 1]
    if given and key in _ALSO_NAMES and begins_at(lex, j + 1):
        return False  # "Omar Sheikh Nur"
    if key in GIVEN and before in _NO_GIVEN and before not in GIVEN and begins_at(lex, j + 1):
        return True  # "Public Affairs | Grace Holt"
    if key in HEADS or key in MODIFIERS or key in HONORIFICS:
        phrase = roles.phrase(lex, j)
        surname = lex.keys[i] in GIVEN and j <= i + 2 and key in HEADS  # "Martin Luther King Jr"
        surname = surname or (j == i + 1 and lex.keys[i] in FAMILIES)  # "Hun Sen"
        last = not begins_at(lex, j + 1) or lex.keys[j + 1] in SUFFIXES
        return phrase is not None and not (surname and last)
    return False


def _another(lex: Lexemes, i: int, j: int) -> bool:
    """Does a list run on at `j` without a comma: a word said again, a given name after a surname, an acronym?"""
    key = lex.keys[j]
    acronym = lex.words[j].isupper() and len(key) > 1 and not lex.words[i].isupper()
    shouted = len(key) >= _SHOUTED and lex.keys[i] in GIVEN and lex.keys[j - 1] in GIVEN  # "Hakan FIDAN"
    if acronym and not shouted and key not in BODIES and key not in SUFFIXES:
        return "." not in key
    again = key in lex.keys[i:j]
    given = j == i + 2 and key in GIVEN and lex.keys[i] in GIVEN
    surname = len(before := lex.keys[j - 1].rstrip(".")) > 1 and before not in GIVEN and before not in PARTICLES
    return again or (given and surname)


def _is_nickname(lex: Lexemes, i: int, j: int) -> bool:
    """Does a nickname in marks stand at `j` within the name that begins at `i`: "Peter “Pip” Aldous"?"""
    if lex.gap[j] not in _OPENING or j - i > _PARTICLES or j + 1 >= lex.size or lex.gap[j + 1] not in _CLOSING:
        return False
    if lex.starts[j] - lex.ends[j - 1] > len(" (") or lex.keys[j + 1] in NEVER:  # "Ann Dahl (@adahl) March 3"
        return False
    capital = lex.caps[j] and lex.caps[j + 1] and not lex.words[j].isupper()
    titled = j == i + 1 and lex.keys[i - 1] in HEADS and lex.gap[j] != "("  # "President Joro “Joe” Berg"
    return capital and (titled or lex.keys[i] in GIVEN) and _NO_PART.isdisjoint(lex.keys[j : j + 2])


def _over_particles(lex: Lexemes, j: int) -> int:
    """The place after the particles at `j`: "von der"."""
    k = j
    while k < lex.size and k - j < _PARTICLES and not lex.gap[k] and not lex.caps[k] and lex.keys[k] in PARTICLES:
        k += 1
    return k


def _over_small_words(lex: Lexemes, i: int, j: int) -> int | None:
    """The place after the capital that follows small words at `j`, where they belong inside a name."""
    key = lex.keys[j]
    k = _over_particles(lex, j)
    if k > j and begins_at(lex, k):
        return k + 1
    if key not in JOINERS or not any(k in BODIES for k in lex.keys[i:j]):
        return None
    if key in ("in", "to", "on", "against") and lex.keys[j - 1] not in _ON:
        return None
    k = j + 1
    if k < lex.size and not lex.gap[k] and lex.keys[k] == "the":
        if key == "and":
            return None  # "the Harbour Institute of Oslo and the Berg Institute"
        k += 1
    if not begins_at(lex, k) or (lex.keys[k] in NEVER and not authority.look(lex, k)):
        return None
    if key == "and" and (lex.keys[j - 1] in BODIES or lex.keys[k] in HEADS or authority.look(lex, k)):
        return None  # two bodies, not one
    if key != "of" and authority.look(lex, k):
        return None
    found = authority.look(lex, k)
    return found.j if found else k + 1


def _of_name(lex: Lexemes, j: int, i: int) -> bool:
    """May the word at `j` of a heading be part of a person's name that begins at `i`?"""
    if j >= lex.size or lex.gap[j] or not lex.caps[j]:
        return False
    key = lex.keys[j]
    other = key in _PLAIN or key in _NO_SURNAME or authority.single(lex.words[j])
    initial = j > i and len(key.rstrip(".")) == 1
    return not other and not key.endswith("ing") and (initial or not _nameless(lex.words[j], key))


def _given(key: str) -> bool:
    return key in GIVEN or key.partition("-")[0] in GIVEN
