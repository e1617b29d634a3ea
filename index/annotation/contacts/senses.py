"""In which sense a word of contact stands: "called B on Monday" or "called B a liar", "a call with B" or "for calm"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from index.annotation.contacts.lexicon import LINKS, NOUNS, OTHER, VERBS
from index.annotation.contacts.parties import begins_at
from index.annotation.cutting.lexemes import Lexemes
from index.annotation.mentions import Meant
from index.annotation.names.cast import Member
from index.annotation.names.lists import NEVER
from index.model import ContactKind

KINDS: dict[str, ContactKind] = {
    "meeting": "meeting", "hosted": "meeting", "conversation": "conversation", "call": "call", "phone": "call",
    "called": "call", "visit": "visit", "journey": "visit", "letter": "letter", "message": "message", "talks": "talks",
    "coordination": "talks", "chat": "conversation", "together": "meeting", "seat": "meeting", "hands": "meeting",
    "conference": "meeting", "assembled": "meeting",
}  # fmt: skip
"""The kind of contact that each group of words tells of."""

BE = frozenset("is are was were be been being".split())
BEFORE_PARTICIPLE = frozenset(("after", "before", "since", "while", "when"))

_BEFORE_VERB = frozenset(("to", "will", "would", "and", "may", "can"))
_AFTER_A_CALL = frozenset(
    "to on by from after again and about yesterday today late early earlier last this monday tuesday wednesday thursday"
    " friday saturday sunday".split()
)
_BEFORE_CALLED = OTHER["helping"] | {"who", "and", "immediately", "personally"}
_TO_NOBODY = frozenset("at to of out up in before highly well for against".split())
_ALSO_NOUNS = frozenset(("host", "talk", "speaking", "travel", "visit", "visits"))
_HOURS = frozenset("hour hours minute minutes".split())
_SENT_WITHIN = 8  # words
_REMOTE = frozenset(("video", "telephone"))
_CALLS = frozenset("call conference link conferencing".split())


def is_verb(lex: Lexemes, i: int) -> bool:
    """Is the word of contact at `i` a verb where it stands?"""
    key = lex.keys[i]
    return key in VERBS and not ((key in NOUNS or key in _ALSO_NOUNS) and _is_noun(lex, i))


def _is_noun(lex: Lexemes, i: int) -> bool:
    """Is a word that may be a verb ("visit", "call", "is meeting") a noun here?"""
    if lex.keys[i].endswith("ing"):
        return i == 0 or lex.keys[i - 1] not in BE | BEFORE_PARTICIPLE
    if lex.keys[i] in ("visit", "visits") and _takes_object(lex, i):
        return False
    return i > 0 and (lex.gap[i] == "s" or lex.keys[i - 1] not in _BEFORE_VERB)


def _takes_object(lex: Lexemes, i: int) -> bool:
    """Does a word stand between two names: "Dahl visits Peru"?"""
    if not 0 < i < lex.size - 1 or lex.gap[i] or lex.gap[i + 1]:
        return False
    return lex.caps[i - 1] and lex.caps[i + 1] and not lex.caps[i] and lex.keys[i + 1] not in NEVER


def is_another_verb(
    lex: Lexemes, i: int, word: str, people: Sequence[Meant], right: Sequence[Member], passive: int
) -> bool:
    """Has the verb at `i` another sense than that of a contact: "talked tough", "wrote a book", "sent him home"?

    `word` is its group; those named after it, or after its "by" where it is `passive`, are `right`.
    """
    following = lex.keys[i + 1 : i + 2]
    if word == "phone":
        return lex.keys[i - 1] not in ("will", "would", "to") or not right or not _rings(lex, i, people)
    if word in ("conversation", "chat") and not right and following and following[0] in _TO_NOBODY:
        return following != ["for"] or _HOURS.isdisjoint(lex.keys[i + 2 : i + _SENT_WITHIN])  # "spoke for two hours"
    if word == "called":
        acts = lex.ends[i - 1] in {m.end for m in people} or lex.keys[i - 1] in _BEFORE_CALLED  # not "a paper called B"
        acts = acts or lex.keys[i - 1] in NEVER  # "A on Monday called B"
        return not (acts and right and _rings(lex, i, people))
    if word == "chat":
        return following not in (["with"], ["to"], ["by"], ["on"], ["over"])
    return word in ("hosted", "sent") and (not right or (following == ["by"] and not passive))


def _rings(lex: Lexemes, i: int, people: Sequence[Meant]) -> bool:
    """Does "called" mean by phone: "called B on Monday", "called B to congratulate", but not "called B a liar"?"""
    called = [m for m in people if m.start >= lex.ends[i]]
    j = lex.at(called[0].end) if called else lex.size
    for m in called[1:]:  # "called B, C and D on Monday"
        listed = j + (j < lex.size and lex.keys[j] == "and")
        if begins_at(lex, m) == listed and (listed > j or lex.gap[j] == ","):
            j = lex.at(m.end)
    if j >= lex.size or lex.gap[j] in (".", "\n"):
        return bool(called)
    return lex.gap[j] != "s" and lex.keys[j] in _AFTER_A_CALL


def sent(lex: Lexemes, i: int) -> ContactKind | None:
    """What the verb at `i` tells to have been sent to somebody: "sent B a letter"."""
    for key in lex.keys[i + 1 : i + 1 + _SENT_WITHIN]:
        if key in LINKS or key in VERBS:
            return None
        if NOUNS.get(key) in ("letter", "message"):
            return KINDS[NOUNS[key]]
    return None


def noun(lex: Lexemes, i: int) -> str:
    """The group of the noun at `i` in the sense that it has there; "" where it tells of no contact.

    "A courtesy call on B" and "a visit with B" are meetings; "a call for calm", "talk of war" are nothing.
    """
    word = NOUNS.get(lex.keys[i], "")
    before, following = lex.keys[i - 1], lex.keys[i + 1 : i + 2]
    if before == "courtesy" or (word == "visit" and following == ["with"]):
        return "meeting"
    if word == "call":
        return "" if _is_appeal(lex, i) else word
    if word == "conference":
        if before in _REMOTE:
            return "call"
        return word if lex.keys[i - 2] == "joint" else ""
    return "" if lex.keys[i] == "talk" and before not in OTHER["by_phone"] | {"a"} else word


def _is_appeal(lex: Lexemes, i: int) -> bool:
    """Is the call at `i` no talk: "a call for calm", "a call on B to act"; but "a call on Monday"?"""
    following = lex.keys[i + 1 : i + 3]
    if following[:1] not in (["for"], ["to"], ["on"]) or lex.keys[i - 1] in OTHER["by_phone"]:
        return False
    return following[0] != "on" or following[-1] not in _AFTER_A_CALL


def sharper(lex: Lexemes, kind: ContactKind, span: range) -> ContactKind:
    """The kind that the other words of `span` tell: "spoke on the phone", "speaks with … during a meeting"."""
    if kind not in ("conversation", "talks", "call"):
        return kind
    keys = lex.keys[span.start : span.stop]
    remote = any(a == "video" and b in _CALLS for a, b in pairwise(keys))
    if remote or not OTHER["by_phone"].isdisjoint(keys):
        return "call"
    if kind == "conversation" and any(a == "during" and "meeting" in keys[n : n + 3] for n, a in enumerate(keys)):
        return "meeting"
    return kind
