"""What people are called to be: phrases like "Deputy Prime Minister" or "secretary of state", by their words alone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from index.annotation.cutting.lexemes import Lexemes
from index.annotation.names import authority
from index.annotation.names.lists import BODIES, HEADS, HONORIFICS, MODIFIERS

_RANKS = frozenset("mr mrs ms miss dr sir dame prof st hon messrs rev".split())
_LOWER, _RANKED = frozenset("rear vice brig maj lt".split()), frozenset("adm gen col cmdr".split())
_ABOUT = MODIFIERS | frozenset(
    "state affairs staff treasury exchequer representatives culture agriculture science chiefs".split()
)
_MINISTERS = frozenset("minister ministers secretary envoy representative".split())
_MATTERS = _ABOUT | frozenset(
    "strategic expatriates emigrants diaspora cooperation planning investment investments water irrigation electricity"
    " oil petroleum gas infrastructure housing immigration migration integration innovation technology families women"
    " reconstruction territories islamic endowments climate europe".split()
)
"""What ministers and envoys are told to be for, beside what anybody is."""

_OF_PERSONS = frozenset("prime deputy vice acting senior former then current".split())
"""After these comes a role again: "spokesman for | Prime Minister"."""
BEGIN = MODIFIERS | HEADS | HONORIFICS
"""Words that a role may begin with."""

_SEVERAL = frozenset(word for word in HONORIFICS if word.endswith("s") and word[:-1] in HEADS)
_LINKS = frozenset(("of", "for", "and", "the"))
# Words that mean the same office in another spelling.
_SAME = {
    "fm": "foreign minister", "pm": "prime minister", "premier": "prime minister",
    "defence": "defense", "labour": "labor", "spokeswoman": "spokesman", "spokesperson": "spokesman",
    "advisor": "adviser", "chairwoman": "chairman",
    "sen": "senator", "gov": "governor", "rep": "representative", "gen": "general", "lt": "lieutenant",
    "mp": "lawmaker", "legislator": "lawmaker", "parliamentarian": "lawmaker",
}  # fmt: skip
_SMALL = frozenset("of for and the crown affairs national former acting then current new ex a an s".split())


@dataclass(slots=True)
class Phrase:
    """A role at lexemes `[i, j)`. `bare` ones are only a form of address ("Mr")."""

    i: int
    j: int
    bare: bool


def phrase(lex: Lexemes, i: int) -> Phrase | None:
    """The role that begins at lexeme `i`: modifiers, a head, what it is about, and further heads joined to it."""
    key = lex.keys[i]
    if key not in BEGIN:
        return None
    if key in _LOWER and i + 1 < lex.size and lex.keys[i + 1] in _RANKED:
        return Phrase(i, i + 2, True) if lex.caps[i] else None
    if key in _RANKS or (key in HONORIFICS and key not in HEADS):
        return Phrase(i, i + 1, True) if lex.caps[i] else None
    end = _one(lex, i)
    if end is None:
        return None
    definite = i > 0 and lex.keys[i - 1] == "the"
    while (further := _further(lex, end, definite)) is not None:
        end = further
    return Phrase(i, end, False)


def _one(lex: Lexemes, i: int) -> int | None:
    """Where one role that begins at `i` ends: the last head in a row of modifiers and heads, and what it is about."""
    head = None
    j = i
    while j < lex.size and (j == i or lex.gap[j] == "") and (lex.keys[j] in MODIFIERS or lex.keys[j] in HEADS):
        if lex.keys[j] in HEADS:
            head = j
        j += 1
    if i < j < lex.size and lex.gap[j] == "" and lex.keys[j] in _SEVERAL:  # "Vice Presidents"
        head = j
    if head is None:
        return None
    return _about(lex, head + 1, _MATTERS if lex.keys[head] in _MINISTERS else _ABOUT)


def _about(lex: Lexemes, end: int, matters: Collection[str]) -> int:
    """`end` moved over "of State", "for Foreign Affairs", where it is one of the `matters` and no name that follows."""
    j = end
    while j < lex.size and lex.gap[j] == "" and lex.keys[j] in ("of", "for"):
        k = j + 1
        last = j
        while k < lex.size and lex.gap[k] == "" and (lex.keys[k] in matters or (lex.keys[k] in _LINKS and k > j)):
            if lex.keys[k] in matters:
                known = authority.look(lex, k) if lex.caps[k] else None
                if known is not None and known.j > k + 1:
                    break  # "president of the | European Council"
                last = k
            k += 1
        if last == j or lex.keys[last] in _OF_PERSONS or _ends_as_body(lex, last):
            break
        end = j = last + 1
    return end


def _ends_as_body(lex: Lexemes, i: int) -> bool:
    """Does the word at `i` go on to the name of a body: "chair of the | Foreign Relations Committee"?"""
    j = i + 1
    while lex.caps[i] and j < lex.size and lex.caps[j] and not lex.gap[j]:
        j += 1
    return j > i + 1 and lex.keys[j - 1] in BODIES


def _further(lex: Lexemes, end: int, definite: bool) -> int | None:
    """Where a role joined to one that ends at `end` ends itself: "Advisor and Spokesman", "Commander Lt. General".

    After "the", "and" goes on to another person: "the Vice President and President Marcos".
    """
    if end >= lex.size or lex.gap[end] != "":
        return None
    joined = lex.keys[end] == "and"
    start = end + joined
    if start >= lex.size or lex.gap[start] != "" or (joined and definite):
        return None
    return _one(lex, start)


def meaning(words: tuple[str, ...]) -> frozenset[str]:
    """The words of a role that tell it from others, folded, spellings of one office joined."""
    return frozenset(part for w in words for part in _SAME.get(w, w).replace("-", " ").split()) - _SMALL
