"""Verbs of contact: "A met B", "A was received by B", "A and B spoke on the phone", "A travelled to Ankara"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from index.annotation.contacts import journeys, participants, senses
from index.annotation.contacts.clause import Clause, Told, agrees, each, known_to_meet
from index.annotation.contacts.lexicon import LINKS, NOUNS, OTHER, VERBS
from index.annotation.cutting.lexemes import Lexemes
from index.annotation.mentions import Meant
from index.annotation.names.cast import Member

# How those with whom it is are told after a verb that does not take them at once.
_LINKED: dict[str, tuple[str, ...]] = {
    "conversation": ("with", "to"), "chat": ("with", "to"), "coordination": ("with",), "together": ("with",),
    "seat": ("with",), "letter": ("to",), "sent": (), "talks": ("with",), "called": (), "hands": ("with",),
    "assembled": ("with",),
}  # fmt: skip
_WITH_OTHERS = frozenset(("coordination", "together", "seat"))  # a contact only where it is told with whom
_HOME = frozenset(("back", "home"))
_OPENING = 6  # words from where a clause begins: "After a second round of talks with C, B …"
_BESIDES = frozenset("also later then warmly personally".split())
_WAY = 10  # words from "received" to "by": "received at the palace by B"


def told(clause: Clause, i: int) -> list[Told]:
    """What the verb at `i` tells of: the kind and who takes part; several for a journey to several countries."""
    lex, people = clause.lex, clause.people
    if not senses.is_verb(lex, i):
        return []
    word = VERBS[lex.keys[i]]
    passive = _passive(lex, i, word)
    right = _right(lex, i, word, people, passive)
    left = _subject(clause, i, right)
    if word in ("visit", "journey"):
        if not _HOME.isdisjoint(lex.keys[i + 1 : i + 3]) or lex.keys[i : i + 2] == ["went", "on"]:
            return []  # "flew back to Peru", "went on to thank Peru"
        found = journeys.hosts(lex, i, clause.span, clause.cast, to=word == "journey")
        if passive:
            return journeys.visited(left, right)
        if left and right and not found and _is_at_home(clause, i, word):
            return [("visit", [*left, *right])]
        return journeys.visits(left, found)
    if not right and left and "whom" in lex.keys[max(clause.span.start, i - _OPENING) : i]:
        right, left = left, _before(clause, i, left)
    kind = senses.sent(lex, i) if word == "sent" else senses.KINDS[word]
    if left and set(right) & set(left):
        return []  # "they met him": who they are is open
    if not left or kind is None or senses.is_another_verb(lex, i, word, people, right, passive):
        return []
    if not right and (len(left) < 2 or word in _WITH_OTHERS or _leads_on(lex, i)):
        return []
    if not right and not known_to_meet(clause, i, left, word == "talks"):
        return []
    if word == "talks" and lex.keys[i - 1] == "to":
        return []  # what something else is for
    return each(lex, range(i - 1, i + 3), senses.sharper(lex, kind, clause.span), left, right)


def _leads_on(lex: Lexemes, i: int) -> bool:
    """Does a link to somebody unknown follow the verb at `i`: "met with friends", but not "met face to face"?"""
    near = lex.keys[i + 1 : i + 4]
    return not LINKS.isdisjoint(near) and near != ["face", "to", "face"]


def _is_at_home(clause: Clause, i: int, word: str) -> bool:
    """Is it somebody who is visited: "visited B at home", but not "told visiting B"?"""
    plain = word == "visit" and not clause.lex.keys[i].endswith("ing")
    return plain and participants.at_once(clause.lex, i, clause.people)


def _passive(lex: Lexemes, i: int, word: str) -> int:
    """The lexeme "by" after a verb in the passive at `i`; 0 where there is none.

    "Peru was visited by B", "B was received at the palace on Monday by A".
    """
    before = lex.keys[i - 1 - (lex.keys[i - 1] in _BESIDES)]
    if i + 1 >= lex.size or before not in senses.BE | {"and"}:
        return 0
    if lex.keys[i + 1] == "by":
        return i + 1
    if word not in ("hosted", "meeting") or lex.keys[i + 1] not in OTHER["placing"]:
        return 0
    near = range(i + 1, min(i + _WAY, lex.size))
    reached = takewhile(lambda k: not lex.gap[k] and lex.keys[k] not in VERBS, near)
    return next((k for k in reached if lex.keys[k] == "by"), 0)


def _subject(clause: Clause, i: int, right: Sequence[Member]) -> list[Member]:
    """Who does what the verb at `i` says."""
    lex = clause.lex
    others = [m for m in clause.people if not m.own]
    if lex.keys[i].endswith("ing") and (i == clause.span.start or lex.keys[i - 1] in senses.BEFORE_PARTICIPLE):
        opens = i - clause.span.start < _OPENING and not any(m.end <= lex.starts[i] for m in others)
        if opens:
            return participants.behind(lex, i, clause.people, right)
        return participants.left(lex, i - 1, participants.acting(lex, i - 1, others), aside=True)
    return participants.left(lex, i, others)


def _before(clause: Clause, i: int, apart: Sequence[Member]) -> list[Member]:
    """Those named before the ones who stand before `i`: "B, whom A met"."""
    people = [m for m in clause.people if m.end <= clause.lex.starts[i] and not any(x in apart for x in m.members)]
    return list(people[-1].members) if people else []


def _right(lex: Lexemes, i: int, word: str, people: Sequence[Meant], passive: int) -> list[Member]:
    """Who is named after the verb at `i`, of the kind `word`: with its link, or after the "by" of the `passive`."""
    if passive:
        return participants.right(lex, passive, people, (), direct=True)
    if word == "talks" and (agrees(lex, i) or not NOUNS.keys().isdisjoint(lex.keys[i + 1 : i + _WAY])):
        return []  # "agreed with B", "discussed his meeting with B"
    links = _LINKED.get(word, ("with",))
    if word in ("hosted", "called") and not participants.at_once(lex, i, people):
        return []  # "received word that B …"
    return participants.right(lex, i, people, links, direct=not links or word not in _LINKED)
