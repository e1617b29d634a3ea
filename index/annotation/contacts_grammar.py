"""How a clause tells of a contact: the verbs ("A met B", "A was received by B") and nouns ("talks between A and B")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from index.annotation import contacts_senses as senses
from index.annotation import contacts_telling as telling
from index.annotation import participants
from index.annotation.cast import Cast, Member
from index.annotation.contacts_events import Event
from index.annotation.contacts_lexicon import LINKS, NOUNS, OTHER, VERBS
from index.annotation.contacts_parties import owned
from index.annotation.lexemes import Lexemes
from index.annotation.mentions import Meant
from index.model import ContactKind

# How those with whom it is are told after a verb that does not take them at once.
_LINKED: dict[str, tuple[str, ...]] = {
    "conversation": ("with", "to"), "chat": ("with", "to"), "coordination": ("with",), "together": ("with",),
    "seat": ("with",), "letter": ("to",), "sent": (), "talks": ("with",), "called": (), "hands": ("with",),
    "assembled": ("with",),
}  # fmt: skip
_WITH_OTHERS = frozenset(("coordination", "together", "seat"))  # a contact only where it is told with whom
_HAVE = frozenset(("has", "have", "had", "having"))
_SEVERAL = frozenset("meetings calls conversations".split())
_OTHERS = frozenset(("my", "our", "your", "its"))
_POINTING = frozenset(("the", "their", "that", "today"))
_ARTICLES = frozenset("a an the his her their".split())
_OWN = frozenset(("his", "her", "their"))
_STOPS = (
    {"and", "or", "that", "as"}
    | (VERBS.keys() - NOUNS.keys()) | (OTHER["placing"] - {"of"}) | OTHER["breaks"]
)  # fmt: skip
_OPENING = 6  # words from where a clause begins: "After a second round of talks with C, B …"
_WAY = 8  # words from "received" to "by": "received at the palace by B"
_HOSTED = (["hosted", "by"], ["given", "by"], ["chaired", "by"], ["convened", "by"])
_SENT = frozenset("sent addressed written delivered".split())
_SEPARATE = frozenset(("separately", "separate", "individually"))
_HOME = frozenset(("back", "home"))
_PRESENT = frozenset("part present participate participates participated participating".split())
_SOON = 600  # characters
_RIGHT_BEFORE = 300  # characters
_PHRASE = 6  # words from a noun back to what it depends on: "held a second round of talks"

Told = tuple[ContactKind, list[Member]]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, and what is known before it is read.

    `people` are those in it who may take part. `earlier` are the events of the sentences before, `before` those of
    this one.
    """

    lex: Lexemes
    span: range
    people: Sequence[Meant]
    cast: Cast
    earlier: Sequence[Event]
    before: Sequence[Event]


def told(clause: Clause, i: int) -> list[Told]:
    """What the word at `i` tells of: the kind and who takes part; several for a journey to several countries."""
    return _verb(clause, i) or _noun(clause, i)


# Verbs -----------------------------------------------------------------------------------------------------------


def _verb(clause: Clause, i: int) -> list[Told]:
    """ "A met (with) B", "A and B spoke on the phone", "A travelled to Ankara"."""
    lex, people = clause.lex, clause.people
    if not senses.is_verb(lex, i):
        return []
    word = VERBS[lex.keys[i]]
    passive = _passive(lex, i, word)
    right = _right(lex, i, word, people, passive)
    left = _subject(clause, i, right)
    if word in ("visit", "journey"):
        if not _HOME.isdisjoint(lex.keys[i + 1 : i + 3]):
            return []  # "flew back to Peru"
        found = participants.hosts(lex, i, clause.span, clause.cast, to=word == "journey")
        if passive:
            return _visited(left, right)
        one = word == "visit" and not found and not lex.keys[i].endswith("ing") and participants.at_once(lex, i, people)
        return [("visit", [*left, *right])] if one and left and right else _visits(left, found)  # "visited B at home"
    if not right and left and "whom" in lex.keys[max(clause.span.start, i - _OPENING) : i]:
        right, left = left, _before(clause, i, left)
    kind = senses.sent(lex, i) if word == "sent" else senses.KINDS[word]
    if left and set(right) & set(left):
        return []  # "they met him": who they are is open
    if not left or kind is None or senses.is_another_verb(lex, i, word, people, right, passive):
        return []
    if not right and (len(left) < 2 or word in _WITH_OTHERS or not LINKS.isdisjoint(lex.keys[i + 1 : i + 4])):
        return []
    if not right and not _known_to_meet(clause, i, left, word == "talks"):
        return []
    if word == "talks" and lex.keys[i - 1] == "to":
        return []  # what something else is for
    return _each(lex, range(i - 1, i + 3), senses.sharper(lex, kind, clause.span), left, right)


def _each(lex: Lexemes, near: range, kind: ContactKind, left: Sequence[Member], right: Sequence[Member]) -> list[Told]:
    """What those on the `left` did with those on the `right`: one after the other where "separately" stands `near`."""
    if len(right) > 1 and not _SEPARATE.isdisjoint(lex.keys[near.start : near.stop]):
        return [(kind, [*left, member]) for member in right]
    return [(kind, [*left, *right])]


def _passive(lex: Lexemes, i: int, word: str) -> int:
    """The lexeme "by" after a verb in the passive at `i`; 0 where there is none.

    "Peru was visited by B", "B was received at the palace on Monday by A".
    """
    if i + 1 >= lex.size or lex.keys[i - 1] not in senses.BE | {"and"}:
        return 0
    if lex.keys[i + 1] == "by":
        return i + 1
    if word not in ("hosted", "meeting") or lex.keys[i + 1] not in OTHER["placing"]:
        return 0
    reached = takewhile(lambda k: not lex.gap[k] and lex.keys[k] not in VERBS, range(i + 1, min(i + _WAY, lex.size)))
    return next((k for k in reached if lex.keys[k] == "by"), 0)


def _subject(clause: Clause, i: int, right: Sequence[Member]) -> list[Member]:
    """Who does what the verb at `i` says."""
    lex = clause.lex
    others = [m for m in clause.people if not m.own]
    if lex.keys[i].endswith("ing") and lex.keys[i - 1] in senses.BEFORE_PARTICIPLE:
        opens = i - clause.span.start < _OPENING
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
    if word == "talks" and (_agrees(lex, i) or not NOUNS.keys().isdisjoint(lex.keys[i + 1 : i + _WAY])):
        return []  # "agreed with B", "discussed his meeting with B"
    links = _LINKED.get(word, ("with",))
    if word in ("hosted", "called") and not participants.at_once(lex, i, people):
        return []  # "received word that B …"
    return participants.right(lex, i, people, links, direct=not links or word not in _LINKED)


def _known_to_meet(clause: Clause, i: int, left: Sequence[Member], talked: bool) -> bool:
    """Are those who met, or merely `talked`, named, or did they meet as the article told before?

    "They" may be anybody named last, of whom the one discusses the other.
    """
    lex = clause.lex
    last = [m for m in clause.people if m.end <= lex.starts[i] and (not m.own or len(m.members) > 1)][-1:]
    named = {x for m in clause.people if m.form == "name" for x in m.members}
    theirs = bool(last) and last[0].own and not senses.is_verb(lex, i)  # "A left after their call"
    theirs = theirs and (named.issuperset(left) or (len(left) == 2 and not named.isdisjoint(left)))
    several = (m for m in last if len(m.members) > 1)
    if not theirs and any(talked or m.form == "pronoun" or participants.owns(lex, m) for m in several):
        return any(set(e.members) == set(left) for e in (*clause.earlier, *clause.before))
    if not talked:
        return True
    return not _agrees(lex, i) or (lex.keys[i] == "agreed" and all(m.kind == "person" for m in left))


def _agrees(lex: Lexemes, i: int) -> bool:
    return lex.keys[i].startswith("agree")


# Nouns -----------------------------------------------------------------------------------------------------------


def _noun(clause: Clause, i: int) -> list[Told]:
    """ "A meeting with B", "talks between A and B", "held a call", "their first meeting", "in a letter to B"."""
    lex, span, people = clause.lex, clause.span, clause.people
    word = senses.noun(lex, i)
    if not word:
        return []
    kind = senses.sharper(lex, senses.KINDS[word], range(max(span.start, i - 3), min(span.stop, i + 1)))
    how, at = depends(clause, i)
    if how == "other":
        return []  # theirs who speak or hear
    if lex.keys[i + 1 : i + 2] == ["of"] and word != "message":  # "a message of condolence to B"
        return _gathering(clause, i, kind)
    left = _engaged(clause, i, how, at)
    lead = {lex.keys[k] for k in range(max(span.start, i - 5), i)}
    if word == "visit":
        return _trip(clause, i, left, lead)
    if not people and clause.before and lead & {"a", "an"}:
        return [(kind, list(clause.before[-1].members))]  # "…; a bilateral meeting in Jakarta"
    right = _with_whom(clause, i, word, how)
    if how == "joined" and left and not right and clause.earlier and not clause.before:
        last = clause.earlier[-1]  # "… met. C joined the talks", but not "C attends the weekly meeting"
        near = lex.keys[at].startswith("join") or lex.keys[at] in _PRESENT
        before = lex.keys[at + 1 if near else i - 1 : i]
        soon = lex.starts[i] - last.at < _SOON and not _POINTING.isdisjoint(before)
        return [(kind, [*last.members, *left])] if soon else []
    if not right and (again := _told_again(clause, i, kind, how, at)):
        return again
    if len(right) > 1 and next((k for k in lex.keys[i + 1 : i + _WAY] if k in LINKS), "") == "between":
        return [(kind, right)]
    if right and not left and lex.keys[i + 1] == "from":  # "a letter from A to B"
        return [(kind, [*right, *to])] if (to := _right_after(clause, i, right)) else []
    if set(right) & set(left):
        return []  # "they had talks with him": who they are is open
    if not right and lex.keys[i + 1 : i + 2] == ["with"]:
        return []  # with somebody who is not named
    if right:
        if not left and clause.before and "and" in lead:
            left = list(clause.before[-1].members)  # "…; and a trilateral meeting with C"
        elif not left and (how == "during" or _opens(clause, i)):
            left = participants.behind(lex, i, people, right)
        if word in ("letter", "message") and any(m.kind != "person" for m in (*left, *right)):
            return []
        return _each(lex, range(i - 2, i), kind, left, right) if left else []
    if told := _telling(clause, i, how, at, left):
        return [(kind, told)] if word not in ("letter", "message") or all(m.kind == "person" for m in told) else []
    if word in ("letter", "message") or len(left) < 2 or (lex.keys[i] == "summit" and how != "own"):
        return []
    if not _known_to_meet(clause, i, left, talked=False):
        return []
    if how == "light":
        return [(kind, left)] if lex.keys[i] not in _SEVERAL else []  # "A and B have taken meetings"
    persons = all(m.kind == "person" for m in left)
    so = "the" in lead or (word in ("call", "conversation") and "a" in lead and persons)  # "A and B said in a call"
    return [(kind, left)] if how == "own" or (how == "during" and so) else []


def _told_again(clause: Clause, i: int, kind: ContactKind, how: str, at: int) -> list[Told]:
    """What a talk was that was told right before: "A spoke with B. During the call, they …"."""
    if how != "during" or kind not in ("call", "meeting") or not clause.earlier or not _opens(clause, i):
        return []
    last, pointed = clause.earlier[-1], clause.lex.keys[at + 1] in _POINTING
    near = clause.lex.starts[i] - last.at < _RIGHT_BEFORE
    return [(kind, list(last.members))] if pointed and near and last.kind == "conversation" else []


def _with_whom(clause: Clause, i: int, word: str, how: str) -> list[Member]:
    """Those named after the noun at `i`: with a link, as a host ("a dinner hosted by B"), or to whom it was sent."""
    lex, people = clause.lex, clause.people
    if how == "joined" and lex.keys[i + 1 : i + 3] in _HOSTED:
        return participants.right(lex, i + 2, people, (), direct=True)
    sent = word in ("letter", "message") and i + 1 < lex.size and lex.keys[i + 1] in _SENT
    links = LINKS | {"on"} if lex.keys[i - 1] == "courtesy" else LINKS
    return participants.right(lex, i + sent, people, links, direct=False)


def _right_after(clause: Clause, i: int, senders: Sequence[Member]) -> list[Member]:
    """To whom something is, after those from whom it is."""
    after = [m for m in clause.people if m.start >= clause.lex.ends[i] and set(m.members) <= set(senders)]
    return participants.right(clause.lex, clause.lex.at(after[-1].end) - 1, clause.people, ("to",), direct=False)


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
        return before or (telling.told_after(lex, clause.people, i) if _opens(clause, i) else [])
    return telling.told_after(lex, clause.people, i) if lex.keys[i + 2 : i + 3] == ["which"] else []


def _opens(clause: Clause, i: int) -> bool:
    """Does a clause begin with the contact at `i`: "After a second round of talks with C, B …"?"""
    first = clause.lex.keys[clause.span.start]
    opening = first in OTHER["during"] or first in ("ahead", "asked") or first.endswith("ing")
    return i - clause.span.start < _OPENING and opening


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
        if key in ("in", "at") and lex.keys[k - 1] in _PRESENT:
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


def _engaged(clause: Clause, i: int, how: str, at: int) -> list[Member]:
    """Who takes part by what the noun at `i` depends on; who is merely named before it does not."""
    lex = clause.lex
    if how == "own":
        later = participants.behind(lex, i, clause.people, ()) if _opens(clause, i) and lex.keys[at] in _OWN else []
        return later or participants.owner(lex, i, clause.people)  # "During his visit, A …"
    if how in ("light", "joined"):
        return participants.left(lex, at, clause.people)
    if how == "during":
        return participants.left(lex, at, participants.acting(lex, at, clause.people), aside=True)
    return []


# Journeys --------------------------------------------------------------------------------------------------------


def _trip(clause: Clause, i: int, left: list[Member], lead: set[str]) -> list[Told]:
    """ "B's visit to Peru", "during a visit to Peru, B", "his last trip"."""
    found = participants.hosts(clause.lex, i, clause.span, clause.cast, to=True)
    if left and not found and lead & OTHER["own"]:
        visits = (e for e in reversed(clause.earlier) if e.kind == "visit" and e.members[0] is left[0])
        return [("visit", list(e.members)) for e in visits][:1]  # "His last trip was in May"
    if _opens(clause, i):
        left = left or participants.behind(clause.lex, i, clause.people, ())
    elif "during" in lead:
        return []  # of a contact that is told of
    return _visits(left, found)


def _visits(left: Sequence[Member], hosts: Sequence[Member]) -> list[Told]:
    """Journeys to each of the countries; nobody visits their own."""
    guests = [m for m in left if m.kind == "person"]
    return [("visit", [*away, host]) for host in hosts if (away := [m for m in guests if m.of != host.id])]


def _visited(left: list[Member], right: list[Member]) -> list[Told]:
    """ "Peru was visited by B"."""
    return [("visit", [*right, *left])] if left and right else []
