"""What a noun of contact depends on: who held it, in whose it was, what was done in it."""

from __future__ import annotations

from itertools import takewhile

from index.annotation.contacts import participants
from index.annotation.contacts.clause import Clause
from index.annotation.contacts.lexicon import NOUNS, OTHER, VERBS
from index.annotation.contacts.parties import owned
from index.annotation.names.cast import Member

PRESENT = frozenset("part present participate participates participated participating".split())
"""Words by which somebody takes part "in" or "at" a contact."""

_HAVE = frozenset(("has", "have", "had", "having"))
_OTHERS = frozenset(("my", "our", "your", "its"))
_ARTICLES = frozenset("a an the his her their".split())
_OWN = frozenset(("his", "her", "their"))
_STOPS = (
    {"and", "or", "that", "as"}
    | (VERBS.keys() - NOUNS.keys()) | (OTHER["placing"] - {"of"}) | OTHER["breaks"]
)  # fmt: skip
_OPENING = 6  # words from where a clause begins: "After a second round of talks with C, B …"
_PHRASE = 6  # words from a noun back to what it depends on: "held a second round of talks"


def depends(clause: Clause, i: int) -> tuple[str, int]:
    """What the noun at `i` depends on, and where: "held" ("light"), "joined", "in" ("during"), or whose it is.

    That is somebody named ("own") or not ("other": "my talks"); "" for nothing of these.
    """
    lex = clause.lex
    ends = {m.end for m in clause.people}
    for k in range(i - 1, max(clause.span.start, i - _PHRASE) - 1, -1):
        key = lex.keys[k]
        beside = k == i - 1 and lex.ends[k] in ends and (lex.caps[i] or lex.keys[i] == "talks")
        if key == "their" and lex.keys[k - 1] in OTHER["light"] and k > clause.span.start:
            return "light", k - 1  # "Peru and Chile held their first talks"
        if owned(lex, k + 1) or beside or key in _OWN:
            return "own", k  # beside, in a heading or caption: "Ada Dahl Call with B", "Dahl talks to B"
        if key in _HAVE and any(word.endswith("ed") for word in takewhile(_is_no_article, lex.keys[k + 1 : i])):
            break  # "has rebuffed talks", but not "had a heated call"
        if key in OTHER["joined"] and lex.keys[k - 1] == "to":
            break  # "he expected A to join the talks"
        if key == "told" and lex.keys[i] == "conference":
            return "light", k  # "A told a joint news conference with B"
        if key in OTHER["light"] or key in OTHER["joined"]:
            return ("light" if key in OTHER["light"] else "joined"), k
        if key in ("in", "at") and lex.keys[k - 1] in PRESENT:
            return "joined", k - 1
        if key in OTHER["during"] or (key == "of" and lex.keys[k - 1] in ("ahead", "margins", "sidelines")):
            return "during", k
        if key in _OTHERS:
            return "other", k
        if key in _STOPS or lex.gap[k + 1] == ",":
            break
    return "", i


def _is_no_article(key: str) -> bool:
    return key not in _ARTICLES


def engaged(clause: Clause, i: int, how: str, at: int) -> list[Member]:
    """Who takes part by what the noun at `i` depends on; who is merely named before it does not."""
    lex = clause.lex
    if how == "own":
        later = participants.behind(lex, i, clause.people, ()) if opens(clause, i) and lex.keys[at] in _OWN else []
        owner = participants.owner(lex, i, clause.people)
        theirs = lex.keys[at] == "their" and len(later) == 1 and later[0] in owner
        return owner if theirs else later or owner  # "During his visit, A …", but "After their meeting, A …"
    if how in ("light", "joined"):
        return participants.left(lex, at, clause.people)
    if how == "during":
        return participants.left(lex, at, participants.acting(lex, at, clause.people), aside=True)
    return []


def opens(clause: Clause, i: int) -> bool:
    """Does a clause begin with the contact at `i`: "After a second round of talks with C, B …"?"""
    first = clause.lex.keys[clause.span.start]
    opening = first in OTHER["during"] or first in ("ahead", "asked") or first.endswith("ing")
    return i - clause.span.start < _OPENING and opening
