"""Did a contact happen, is it to come, or is it merely wished or denied? As the words before it in its clause tell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from index.annotation.contacts.lexicon import OTHER, VERBS
from index.annotation.cutting.lexemes import Lexemes
from index.annotation.names.lists import ACTS, COMMON, HEADS, MODIFIERS
from index.model import ContactStatus

_REACH = 7  # words
_PREDICATE = 6  # words
_FAR = 25  # words
_GOVERNED = 10  # words from an infinitive back to what it depends on
_DENIED, _AHEAD, _MOVES, _BREAKS, _PROMISED, _UNDONE = (
    OTHER[key] for key in ("denied", "ahead", "moves", "breaks", "promised", "undone")
)
_BE = frozenset("is are was were be been being".split())
_ARTICLES = frozenset("a an the his her its their".split())
_OFF = frozenset("not never canceled cancelled postponed scrapped off".split())
_OF_ROLES = HEADS | MODIFIERS | {"and"}
_CANCELLED = frozenset("canceled cancelled postponed scrapped".split())
_PAST = frozenset("met spoke spoken flew went wrote sent sat shook".split())
_CONTRACTED = ("n't", "n’t")
_IF = frozenset("if unless whether should could might can may want wants hope hopes".split())
_INTENT = frozenset("plan plans intention intentions need reason desire wish interest time".split())
_MODAL = frozenset(("could", "might", "would"))
_ANY = frozenset(("a", "an", "any"))
_ARRANGED = frozenset("scheduled rescheduled planned due expected set slated pushed".split())
_TO_COME = frozenset("will scheduled expected planned due upcoming".split())
_ALLEGED = frozenset("denied denies deny denying".split())  # also far before
_WITH_TO = frozenset(("set", "due", "going"))
_ON_AGENDA = ["on", "the", "agenda"]
_OF_A_NOUN = frozenset(("planned", "scheduled", "expected", "upcoming", "future"))
_ALSO_NAMES = frozenset(("may", "ban", "hope"))
_OTHERWISE = _WITH_TO | _OF_A_NOUN | _ALSO_NAMES
_BESIDE = 4  # words between them and the contact that they are of
_MARKS = frozenset(";:()\"“”")
_TIMES = frozenset(("when", "before"))  # what is told before them tells when this is, too
_BASE = frozenset(
    "meet host receive welcome greet speak talk visit travel fly call confer consult negotiate dine".split()
)


def status(
    lex: Lexemes, i: int, span: range, after: int | None, own: bool = False, since: int | None = None
) -> ContactStatus | None:
    """Whether the contact that lexeme `i` tells of happened or is planned; none where it did and will not.

    `span` is the clause. Somebody's `own` contact is there, whatever might come of it: "he could use his talks with B".
    What somebody did in a contact denies it no more: where that "in" stands at `since`, only what follows can, or an
    "if". For a noun, `after` is the lexeme after it and those who take part: "talks with B | are off".
    """
    verb = after is None
    here, earlier = _before(lex, i, span)
    near = here if since is None else here[: i - since] + [key for key in here if key in _IF]
    denied = _UNDONE if own else _DENIED
    if not denied.isdisjoint(near) or any(key.endswith(_CONTRACTED) for key in near):
        return None
    if _nothing_of_it(here) if verb else "no" in here[:3] or _called_for(here):
        return None
    if verb and lex.keys[span.start : span.start + 1] == ["had"]:
        return None  # "Had A met B, …"
    if not _ALLEGED.isdisjoint(lex.keys[span.start : i]):
        return None
    if not verb and here[:1] == ["for"] and not _CANCELLED.isdisjoint(lex.keys[max(span.start, i - _GOVERNED) : i]):
        return None  # "cancelled a visit to Peru in May for talks with B"
    predicate = [] if after is None or since is not None else _predicate(lex, after, span)
    if not _OFF.isdisjoint(predicate) or (not _MODAL.isdisjoint(predicate[:2]) and not _ANY.isdisjoint(here[:3])):
        return None
    governor = _governor(lex, i, span) if verb and _is_infinitive(lex, i, span) else ""
    if governor is None:
        return None
    if verb and (lex.keys[i].endswith("ed") or lex.keys[i] in _PAST):
        earlier = []  # "will tell how it was when A met B"
    ahead = governor in _AHEAD | _BE | _PROMISED or not _AHEAD.isdisjoint((*here, *earlier))
    moves = governor in _MOVES or here[:1] == ["for"]
    ahead = ahead or not _TO_COME.isdisjoint(predicate[:3]) or (moves and _goes_there(lex, i, span))
    ahead = ahead or any(a in _BE and b in _TO_COME for a, b in pairwise(predicate)) or predicate[1:4] == _ON_AGENDA
    announced = not verb and (_is_announced(here, lex.keys[i + 1 : i + 2]) or _heads(lex, i, span))
    to_come = ahead or announced or (verb and _is_to_come(lex, i))
    return "planned" if to_come else "happened"


def _predicate(lex: Lexemes, after: int, span: range) -> list[str]:
    """What is said of a contact that is told by a noun: "talks with B | will not take place"."""
    end = min(after + _PREDICATE, span.stop)
    last = next((k for k in range(after, end) if (k > after and lex.gap[k]) or _says(lex, k)), end)
    return lex.keys[after:last]


def _says(lex: Lexemes, i: int) -> bool:
    """Is the lexeme a verb of speech? What follows is said of other things than the contact."""
    return lex.keys[i] in ACTS and lex.keys[i + 1 : i + 2] != ["off"]


def _before(lex: Lexemes, i: int, span: range) -> tuple[list[str], list[str]]:
    """The words before lexeme `i` in its own clause, the nearest first, and those before "when" and the like."""
    here: list[str] = []
    earlier: list[str] = []
    words = here
    inserted = lex.gap[i] == ","  # "A, unable to sleep, met"
    for k in range(i - 1, max(span.start, i - _FAR) - 1, -1):
        if inserted:
            inserted = lex.gap[k] != ","
            continue
        if len(here) >= _REACH:
            break
        key = lex.keys[k]
        if lex.gap[k + 1] in _MARKS:
            break
        if key in _BREAKS:
            if key not in _TIMES:
                break
            words = earlier
            continue
        if key not in _OTHERWISE or not _means_otherwise(lex, k, i):
            words.append(key)
    return here, earlier


def _means_otherwise(lex: Lexemes, k: int, i: int) -> bool:
    """Has the word at `k`, before a contact at `i`, another sense than that of what may be or is to come?

    Neither May nor Ban nor Hope is what may be; what is "due to" something, or is "set" or "going" otherwise than "to",
    is not to come, nor is what was said during "a planned parade".
    """
    key, following = lex.keys[k], lex.keys[k + 1]
    if key in _ALSO_NAMES:
        return lex.caps[k]
    if key in _WITH_TO:
        return following not in ("to", "for") or lex.keys[k + 2] in _ARTICLES
    return k < i - _BESIDE and following not in ("to", "for", "on", "in", "at")


def _nothing_of_it(here: Sequence[str]) -> bool:
    """Is an infinitive that of what nobody has: "has no plans to meet B"?"""
    return any(b == "no" and a in _INTENT for a, b in pairwise(here))


def _goes_there(lex: Lexemes, i: int, span: range) -> bool:
    """Is it what somebody is yet to come for: "will visit Oslo on Monday and Tuesday for | talks", "… to | meet B"?"""
    for k in range(i - 1, max(span.start, i - _FAR), -1):
        if lex.keys[k] in VERBS and lex.keys[k] in _BASE:
            return lex.keys[k - 1] in ("will", "would") or lex.keys[k - 2] in _TO_COME
        if (lex.keys[k] in VERBS and not lex.keys[k].endswith("ing")) or lex.keys[k] in _BREAKS:
            return False
    return False


def _called_for(ahead: Sequence[str]) -> bool:
    """ "Called for talks with B"."""
    return any(a == "for" and b in OTHER["calls_for"] for a, b in pairwise(ahead[:5]))


def _is_infinitive(lex: Lexemes, i: int, span: range) -> bool:
    if lex.keys[i] not in _BASE or i == span.start:
        return False
    return lex.keys[i - 1] in ("and", "or") or "to" in lex.keys[max(span.start, i - 2) : i]


def _governor(lex: Lexemes, i: int, span: range) -> str | None:
    """What an infinitive depends on, where it is a word that lets it tell of an event."""
    for k in range(i - 1, max(span.start, i - _GOVERNED) - 1, -1):
        key = lex.keys[k]
        if key in _DENIED and not (key in _ALSO_NAMES and lex.caps[k]):
            return None
        if key in _AHEAD or key in _MOVES or key in _PROMISED:
            return key
        if key in _BE:
            return key if lex.keys[k + 1] == "to" else "in" if lex.keys[k + 1] in ("in", "at") else None
    return "will" if _heads(lex, i, span) else None


def _heads(lex: Lexemes, i: int, span: range) -> bool:
    """Does nothing but who acts stand before the "to" of a contact at `i`, as in headlines: "Dahl to meet Castell"?"""
    to = next((k for k in range(i - 1, max(span.start, i - _BESIDE), -1) if lex.keys[k] == "to"), span.start)
    words = range(span.start, to)
    if not 0 < len(words) < _REACH or not all(lex.caps[k] or lex.keys[k] == "and" for k in words):
        return False
    return COMMON.isdisjoint(lex.keys[k] for k in words if lex.keys[k] not in _OF_ROLES)


def _is_announced(here: Sequence[str], following: Sequence[str]) -> bool:
    """Is a contact told by a noun to come: "ahead of a meeting with B", "A is to pay a visit", "a meeting scheduled"?

    `here` are the words before it, the nearest first, and `following` is the one after it.
    """
    of_it = any(a == "of" and b == "ahead" for a, b in pairwise(here[:_BESIDE]))
    of_it = of_it or any(a == "of" and b == "eve" for a, b in pairwise(here))
    is_to = any(a == "to" and b in _BE for a, b in pairwise(here))
    return of_it or is_to or not _ARRANGED.isdisjoint(following)


def _is_to_come(lex: Lexemes, i: int) -> bool:
    """ "B is to meet C", "B is meeting C on Friday": does the form of the verb at `i` speak of what is to come?"""
    if lex.keys[i - 1] == "to":
        return i > 1 and lex.keys[i - 2] in _BE
    if lex.keys[i] in ("heading", "heads"):
        return True
    return lex.keys[i] == "meeting" and lex.keys[i - 1] in ("is", "are")
