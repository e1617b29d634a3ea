"""Nouns of contact: "talks between A and B", "held a call with B", "their first meeting", "in a letter to B"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from index.annotation.contacts import journeys, participants, senses, telling
from index.annotation.contacts.clause import Clause, Told, each, known_to_meet
from index.annotation.contacts.dependence import PRESENT, depends, engaged, opens
from index.annotation.contacts.lexicon import LINKS, OTHER
from index.annotation.contacts.parties import is_body
from index.annotation.cutting.lexemes import Lexemes
from index.annotation.names.cast import Member
from index.annotation.names.lists import HEADS
from index.model import ContactKind

_SEVERAL = frozenset("meetings calls conversations".split())
_POINTING = frozenset(("the", "their", "that", "today"))
_HOSTED = (["hosted", "by"], ["given", "by"], ["chaired", "by"], ["convened", "by"])
_MEALS = frozenset("lunch luncheon dinner banquet breakfast".split())
_GAVE = frozenset("gave gives give delivered conveyed conveys brought".split())
_SENT = frozenset("sent addressed written delivered".split())
_WHO = HEADS | OTHER["followers"] | OTHER["kin"]
_JOINS = frozenset("join joins joined".split())
_SOON = 600  # characters
_RIGHT_BEFORE = 300  # characters
_WAY = 10  # words from a noun to "between"
_PHRASE = 6  # words from a noun to "attended by"


class _Noun(NamedTuple):
    """A noun of contact, the lexeme `i`: what it tells of, how it depends on the lexeme `at` (see `depends`), and the
    words right before it."""

    i: int
    word: str
    kind: ContactKind
    how: str
    at: int
    lead: set[str]

    @property
    def is_written(self) -> bool:
        """Is it a letter or message, which goes from one person to another?"""
        return self.word in ("letter", "message")


def told(clause: Clause, i: int) -> list[Told]:
    """What the noun at `i` tells of: the kind and who takes part; several for a journey to several countries."""
    lex, span = clause.lex, clause.span
    word = senses.noun(lex, i)
    if not word:
        return []
    kind = senses.sharper(lex, senses.KINDS[word], range(max(span.start, i - 3), min(span.stop, i + 1)))
    how, at = depends(clause, i)
    if how == "other":
        return []  # theirs who speak or hear
    if _is_of_several(lex, i) and word != "message":  # "a message of condolence to B"
        return _gathering(clause, i, kind)
    noun = _Noun(i, word, kind, how, at, {lex.keys[k] for k in range(max(span.start, i - 5), i)})
    left = engaged(clause, i, how, at)
    if word == "visit":
        return _trip(clause, i, left, noun.lead)
    if named := _named_at_once(clause, noun):
        return [(kind, named)]
    right = with_whom(clause, i, word, how)
    return _with_others(clause, noun, left, right) if right else _by_themselves(clause, noun, left)


def _named_at_once(clause: Clause, noun: _Noun) -> list[Member]:
    """All who take part, where a form of words tells: "the A-B meeting", "talks attended by A and B"."""
    if not clause.people and clause.before and noun.lead & {"a", "an"}:
        return list(clause.before[-1].members)  # "…; a bilateral meeting in Jakarta"
    if guests := _attended(clause, noun.i):
        hosts = list(clause.earlier[-1].members) if _is_recent(clause, noun.i) else []
        return [*hosts, *guests]
    return [] if noun.is_written else _paired(clause, noun.i)


def _with_others(clause: Clause, noun: _Noun, left: list[Member], right: list[Member]) -> list[Told]:
    """What those named after the noun, `right`, take part in with those named before it, `left`."""
    lex, i, kind = clause.lex, noun.i, noun.kind
    if len(right) > 1 and next((k for k in lex.keys[i + 1 : i + _WAY] if k in LINKS), "") == "between":
        return [(kind, right)]
    if not left and lex.keys[i + 1] == "from":  # "a letter from A to B"
        return [(kind, [*right, *to])] if (to := _right_after(clause, i, right)) else []
    left = _senders(clause, noun, left)
    if set(right) & set(left):
        return []  # "they had talks with him": who they are is open
    if noun.how == "during" and (together := _joining(clause, noun.at)):
        return [(kind, [*together, *right])] if set(right).isdisjoint(together) else []
    left = left or _other_side(clause, noun, right)
    if noun.is_written and any(m.kind != "person" for m in (*left, *right)):
        return []
    return each(lex, range(i - 2, i), kind, left, right) if left else []


def _other_side(clause: Clause, noun: _Noun, right: list[Member]) -> list[Member]:
    """Who takes part with those named after the noun, where nobody is named before it."""
    if clause.before and "and" in noun.lead:
        return list(clause.before[-1].members)  # "…; and a trilateral meeting with C"
    during = noun.how == "during"
    asked = during or opens(clause, noun.i)
    behind = participants.behind(clause.lex, noun.i, clause.people, right) if asked else []
    return behind or (_whose_words(clause, noun.at) if during else [])


def _by_themselves(clause: Clause, noun: _Noun, left: list[Member]) -> list[Told]:
    """What those named before the noun take part in, where nobody is named after it."""
    i, kind, how, at = noun.i, noun.kind, noun.how, noun.at
    if how == "joined" and left and clause.earlier and not clause.before:
        return _joined_later(clause, noun, left)
    if again := _told_again(clause, i, kind, how, at):
        return again
    left = _senders(clause, noun, left)
    if clause.lex.keys[i + 1 : i + 2] == ["with"]:
        return []  # with somebody who is not named
    if how == "during" and (together := _joining(clause, at)):
        return [(kind, together)]
    if told := _telling(clause, i, how, at, left):
        return [] if noun.is_written and any(m.kind != "person" for m in told) else [(kind, told)]
    return [(kind, left)] if len(left) > 1 and _is_theirs(clause, noun, left) else []


def _is_theirs(clause: Clause, noun: _Noun, left: list[Member]) -> bool:
    """Did those named before the noun have that contact with each other?"""
    key = clause.lex.keys[noun.i]
    if noun.is_written or (key == "summit" and noun.how == "during"):
        return False
    if not known_to_meet(clause, noun.i, left, talked=False):
        return False
    if noun.how == "light":
        return key not in _SEVERAL  # "A and B have taken meetings"
    persons = all(m.kind == "person" for m in left)
    one = noun.word in ("call", "conversation") and "a" in noun.lead and persons  # "A and B said in a call"
    return noun.how == "own" or (noun.how == "during" and ("the" in noun.lead or one))


def _joined_later(clause: Clause, noun: _Noun, left: list[Member]) -> list[Told]:
    """ "… met. C joined the talks", but not "C attends the weekly meeting"."""
    lex, at, last = clause.lex, noun.at, clause.earlier[-1]
    near = lex.keys[at].startswith("join") or lex.keys[at] in PRESENT
    before = lex.keys[at + 1 if near else noun.i - 1 : noun.i]
    soon = lex.starts[noun.i] - last.at < _SOON and not _POINTING.isdisjoint(before)
    return [(noun.kind, [*last.members, *left])] if soon else []


def _senders(clause: Clause, noun: _Noun, left: list[Member]) -> list[Member]:
    """Whose letter it is that somebody gave: "A gave C a letter from B"; else those named before the noun."""
    lex = clause.lex
    if not (noun.is_written and lex.keys[noun.at] in _GAVE and lex.keys[noun.i + 1] == "from"):
        return left
    between = (m for m in clause.people if lex.ends[noun.at] <= m.start < lex.starts[noun.i] and not m.own)
    return [x for m in between for x in m.members]


def _told_again(clause: Clause, i: int, kind: ContactKind, how: str, at: int) -> list[Told]:
    """What a talk was that was told right before: "A spoke with B. During the call, they …"."""
    if how != "during" or kind not in ("call", "meeting") or not clause.earlier or not opens(clause, i):
        return []
    last, pointed = clause.earlier[-1], clause.lex.keys[at + 1] in _POINTING
    near = clause.lex.starts[i] - last.at < _RIGHT_BEFORE
    return [(kind, list(last.members))] if pointed and near and last.kind == "conversation" else []


def _whose_words(clause: Clause, at: int) -> list[Member]:
    """Whose the thing is that stands before the "in" at `at`: "Dahl's words in a call with Castell"."""
    lex = clause.lex
    last = next((m for m in reversed(clause.people) if m.end <= lex.starts[at]), None)
    if last is None or not _WHO.isdisjoint(lex.keys[lex.at(last.end) : at]):
        return []  # "Dahl's lawyer"
    return participants.owner(lex, at, clause.people)


def _joining(clause: Clause, at: int) -> list[Member]:
    """Who joined whom "in" or "for" what stands at `at`: "A joins B for a dinner"."""
    lex = clause.lex
    k = next((k for k in range(at - 1, max(clause.span.start, at - _WAY), -1) if lex.keys[k] in _JOINS), 0)
    persons = [m for m in clause.people if not is_body(m)]
    whom = participants.right(lex, k, persons, (), direct=True) if k and participants.at_once(lex, k, persons) else []
    who = participants.left(lex, k, clause.people) if whom else []
    return [*who, *whom] if who and set(who).isdisjoint(whom) else []


def _paired(clause: Clause, i: int) -> list[Member]:
    """The two persons of "the Dahl-Castell meeting"."""
    beside = [m for m in clause.people if m.name is not None and m.name.j == i and not clause.lex.gap[i]]
    parts = [m for m in beside if m.name is not None and m.name.parts]
    return [x for m in parts for x in m.members] if len(parts) == 2 else []


def _is_recent(clause: Clause, i: int) -> bool:
    return bool(clause.earlier) and clause.lex.starts[i] - clause.earlier[-1].at < _RIGHT_BEFORE


def with_whom(clause: Clause, i: int, word: str, how: str) -> list[Member]:
    """Those named after the noun at `i`: with a link, as a host ("a dinner hosted by B"), or to whom it was sent."""
    lex, people = clause.lex, clause.people
    if how == "joined" and lex.keys[i + 1 : i + 3] in _HOSTED:
        return participants.right(lex, i + 2, people, (), direct=True)
    sent = word in ("letter", "message") and i + 1 < lex.size and lex.keys[i + 1] in _SENT
    links = LINKS | {"on"} if lex.keys[i - 1] == "courtesy" else LINKS
    links = LINKS | {"for"} if lex.keys[i] in _MEALS and how == "light" else links
    return participants.right(lex, i + sent, people, links, direct=False)


def _right_after(clause: Clause, i: int, senders: Sequence[Member]) -> list[Member]:
    """To whom something is, after those from whom it is."""
    after = [m for m in clause.people if m.start >= clause.lex.ends[i] and set(m.members) <= set(senders)]
    return participants.right(clause.lex, clause.lex.at(after[-1].end) - 1, clause.people, ("to",), direct=False)


def _is_of_several(lex: Lexemes, i: int) -> bool:
    """Does "of" tell who takes part in the contact at `i`: "a meeting of", "a meeting in Oslo of"?"""
    placed = lex.keys[i + 1 : i + 2] in (["in"], ["at"]) and lex.caps[i + 2 : i + 3] == [True]
    return lex.keys[i + 1 : i + 2] == ["of"] or (placed and lex.keys[i + 3 : i + 4] == ["of"])


def _attended(clause: Clause, i: int) -> list[Member]:
    """Those by whom the contact at `i` was attended."""
    lex = clause.lex
    by = next((k for k in range(i + 2, min(i + _PHRASE, clause.span.stop)) if lex.keys[k] == "by"), 0)
    if not by or lex.keys[by - 1] != "attended":
        return []
    return participants.right(lex, by, clause.people, (), direct=True)


def _gathering(clause: Clause, i: int, kind: ContactKind) -> list[Told]:
    """ "A meeting of Peru, Chile and Bolivia"."""
    together = participants.right(clause.lex, i, clause.people, ("of",), direct=False)
    return [(kind, together)] if len(together) > 1 else []


def _telling(clause: Clause, i: int, how: str, at: int, left: Sequence[Member]) -> list[Member]:
    """Who told whom something in the contact at `i`."""
    lex = clause.lex
    if how == "during":
        some = not {"a", "an"}.isdisjoint(lex.keys[at + 1 : i])
        before = telling.told_before(lex, clause.people, at, left) if some else []
        return before or (telling.told_after(lex, clause.people, i) if opens(clause, i) else [])
    return telling.told_after(lex, clause.people, i) if lex.keys[i + 2 : i + 3] == ["which"] else []


def _trip(clause: Clause, i: int, left: list[Member], lead: set[str]) -> list[Told]:
    """ "B's visit to Peru", "during a visit to Peru, B", "his last trip"."""
    found = journeys.hosts(clause.lex, i, clause.span, clause.cast, to=True)
    if left and not found and lead & OTHER["own"]:
        visits = (e for e in reversed(clause.earlier) if e.kind == "visit" and e.members[0] is left[0])
        return [("visit", list(e.members)) for e in visits][:1]  # "His last trip was in May"
    if opens(clause, i):
        left = left or participants.behind(clause.lex, i, clause.people, ())
    elif "during" in lead:
        return []  # of a contact that is told of
    return journeys.visits(left, found)
