"""How a clause tells of a contact: the verbs ("A met B", "A was received by B") and nouns ("talks between A and B")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from index.annotation import contacts_telling as telling
from index.annotation import participants
from index.annotation.cast import Cast, Member
from index.annotation.contacts_events import Event
from index.annotation.contacts_lexicon import LINKS, NOUNS, OTHER, VERBS
from index.annotation.lexemes import Lexemes
from index.annotation.mentions import Meant
from index.model import ContactKind

_KINDS: dict[str, ContactKind] = {
    "meeting": "meeting", "hosted": "meeting", "conversation": "conversation", "call": "call", "phone": "call",
    "called": "call", "visit": "visit", "journey": "visit", "letter": "letter", "message": "message", "talks": "talks",
    "coordination": "talks", "chat": "conversation", "together": "meeting", "seat": "meeting", "hands": "meeting",
    "conference": "meeting",
}  # fmt: skip
# How those with whom it is are told after a verb that does not take them at once.
_LINKED: dict[str, tuple[str, ...]] = {
    "conversation": ("with", "to"), "chat": ("with", "to"), "coordination": ("with",), "together": ("with",),
    "seat": ("with",), "letter": ("to",), "sent": (), "talks": ("with",), "called": (), "hands": ("with",),
}  # fmt: skip
_WITH_OTHERS = frozenset(("coordination", "together", "seat"))  # a contact only where it is told with whom
_BE = frozenset("is are was were be been being".split())
_HAVE = frozenset(("has", "have", "had", "having"))
_BEFORE_PARTICIPLE = frozenset(("after", "before", "while", "when"))
_SEVERAL = frozenset("meetings calls conversations".split())
_OTHERS = frozenset(("my", "our", "your", "its"))
_POINTING = frozenset(("the", "their", "that"))
_ARTICLES = frozenset("a an the his her their".split())
_OWN = frozenset(("his", "her", "their"))
_STOPS = (
    {"and", "or", "that", "as"}
    | (VERBS.keys() - NOUNS.keys()) | (OTHER["placing"] - {"of"}) | OTHER["breaks"]
)  # fmt: skip
_BEFORE_VERB = frozenset(("to", "will", "would", "and", "may", "can"))
_AFTER_A_CALL = frozenset(
    "to on by from after again and about yesterday today late early earlier last this monday tuesday wednesday thursday"
    " friday saturday sunday".split()
)
_BEFORE_CALLED = OTHER["helping"] | {"who", "and", "immediately", "personally"}
_TO_NOBODY = frozenset("at to of out up in before highly well for against".split())
_ALSO_NOUNS = frozenset(("host", "talk", "speaking", "travel", "visit", "visits"))
_OPENING = 6  # words from where a clause begins: "After a second round of talks with C, B …"
_SENT_WITHIN = 8  # words
_SOON = 600  # characters
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


def is_verb(lex: Lexemes, i: int) -> bool:
    """Is the word of contact at `i` a verb where it stands?"""
    key = lex.keys[i]
    return key in VERBS and not ((key in NOUNS or key in _ALSO_NOUNS) and _is_noun(lex, i))


# Verbs -----------------------------------------------------------------------------------------------------------


def _verb(clause: Clause, i: int) -> list[Told]:
    """ "A met (with) B", "A and B spoke on the phone", "A travelled to Ankara"."""
    lex, people = clause.lex, clause.people
    if not is_verb(lex, i):
        return []
    word = VERBS[lex.keys[i]]
    passive = lex.keys[i + 1 : i + 2] == ["by"] and lex.keys[i - 1] in _BE | {"and"}
    right = _right(lex, i, word, people, passive)
    left = _subject(clause, i, right)
    if word in ("visit", "journey"):
        found = participants.hosts(lex, i, clause.span, clause.cast, to=word == "journey")
        return _visited(left, right) if passive else _visits(left, found)
    if not right and left and "whom" in lex.keys[max(clause.span.start, i - _OPENING) : i]:
        right, left = left, _before(clause, i, left)
    kind = _sent(lex, i) if word == "sent" else _KINDS[word]
    if left and set(right) & set(left):
        return []  # "they met him": who they are is open
    if not left or kind is None or _says_another_thing(lex, i, word, people, right, passive):
        return []
    if not right and (len(left) < 2 or word in _WITH_OTHERS or not LINKS.isdisjoint(lex.keys[i + 1 : i + 4])):
        return []
    if not right and not _known_to_meet(clause, i, left, word == "talks"):
        return []
    if word == "talks" and lex.keys[i - 1] == "to":
        return []  # what something else is for
    return [(_sharper(lex, kind, clause.span), [*left, *right])]


def _subject(clause: Clause, i: int, right: Sequence[Member]) -> list[Member]:
    """Who does what the verb at `i` says."""
    lex = clause.lex
    others = [m for m in clause.people if not m.own]
    if lex.keys[i].endswith("ing") and lex.keys[i - 1] in _BEFORE_PARTICIPLE:
        opens = i - clause.span.start < _OPENING
        if opens:
            return participants.behind(lex, i, clause.people, right)
        return participants.left(lex, i - 1, participants.acting(lex, i - 1, others), aside=True)
    return participants.left(lex, i, others)


def _before(clause: Clause, i: int, apart: Sequence[Member]) -> list[Member]:
    """Those named before the ones who stand before `i`: "B, whom A met"."""
    people = [m for m in clause.people if m.end <= clause.lex.starts[i] and not any(x in apart for x in m.members)]
    return list(people[-1].members) if people else []


def _right(lex: Lexemes, i: int, word: str, people: Sequence[Meant], passive: bool) -> list[Member]:
    """Who is named after the verb at `i`, of the kind `word`: with its link, or in the passive after "by"."""
    if passive:
        return participants.right(lex, i + 1, people, (), direct=True)
    if word == "talks" and (_agrees(lex, i) or not NOUNS.keys().isdisjoint(lex.keys[i + 1 : i + _SENT_WITHIN])):
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
    theirs = bool(last) and last[0].own and not is_verb(lex, i) and named.issuperset(left)  # "A left after their call"
    if not theirs and any(len(m.members) > 1 and (talked or m.form == "pronoun") for m in last):
        return any(set(e.members) == set(left) for e in (*clause.earlier, *clause.before))
    if not talked:
        return True
    return not _agrees(lex, i) or (lex.keys[i] == "agreed" and all(m.kind == "person" for m in left))


def _agrees(lex: Lexemes, i: int) -> bool:
    return lex.keys[i].startswith("agree")


def _says_another_thing(
    lex: Lexemes, i: int, word: str, people: Sequence[Meant], right: Sequence[Member], passive: bool
) -> bool:
    """Has the verb at `i` another sense than that of a contact: "talked tough", "wrote a book", "sent him home"?"""
    following = lex.keys[i + 1 : i + 2]
    if word == "phone":
        return lex.keys[i - 1] not in ("will", "would", "to") or not right or not _rings(lex, i, people)
    if word in ("conversation", "chat") and not right and following and following[0] in _TO_NOBODY:
        return True
    if word == "called":
        acts = lex.ends[i - 1] in {m.end for m in people} or lex.keys[i - 1] in _BEFORE_CALLED  # not "a paper called B"
        return not (acts and right and _rings(lex, i, people))
    if word == "letter":
        return following != ["to"]
    if word == "chat":
        return following not in (["with"], ["to"], ["by"], ["on"])
    if word in ("seat", "hands"):
        return following != ["down" if word == "seat" else "hands"]
    return word in ("hosted", "sent") and (not right or (following == ["by"] and not passive))


def _rings(lex: Lexemes, i: int, people: Sequence[Meant]) -> bool:
    """Does "called" mean by phone: "called B on Monday", "called B to congratulate", but not "called B a liar"?"""
    called = next((m for m in people if m.start >= lex.ends[i]), None)
    j = lex.at(called.end) if called else lex.size
    if j >= lex.size or lex.gap[j] in (".", "\n"):
        return called is not None
    return lex.gap[j] != "s" and lex.keys[j] in _AFTER_A_CALL


def _sent(lex: Lexemes, i: int) -> ContactKind | None:
    """What was sent to somebody: "sent B a letter"."""
    for key in lex.keys[i + 1 : i + 1 + _SENT_WITHIN]:
        if key in LINKS or key in VERBS:
            return None
        if NOUNS.get(key) in ("letter", "message"):
            return _KINDS[NOUNS[key]]
    return None


def _is_noun(lex: Lexemes, i: int) -> bool:
    """Is a word that may be a verb ("visit", "call", "is meeting") a noun here?"""
    if lex.keys[i].endswith("ing"):
        return i == 0 or lex.keys[i - 1] not in _BE | _BEFORE_PARTICIPLE
    return i > 0 and (lex.gap[i] == "s" or lex.keys[i - 1] not in _BEFORE_VERB)


# Nouns -----------------------------------------------------------------------------------------------------------


def _noun(clause: Clause, i: int) -> list[Told]:
    """ "A meeting with B", "talks between A and B", "held a call", "their first meeting", "in a letter to B"."""
    lex, span, people = clause.lex, clause.span, clause.people
    word = NOUNS.get(lex.keys[i])
    if word is None or (word == "call" and _is_appeal(lex, i)) or (word == "conference" and lex.keys[i - 2] != "joint"):
        return []
    if word == "visit" and lex.keys[i + 1 : i + 2] == ["with"]:
        word = "meeting"  # "during a visit with B"
    kind = _sharper(lex, _KINDS[word], range(max(span.start, i - 3), min(span.stop, i + 1)))
    how, at = depends(clause, i)
    if how == "other":
        return []  # theirs who speak or hear
    if lex.keys[i + 1 : i + 2] == ["of"]:
        return _gathering(clause, i, kind)
    left = _engaged(clause, i, how, at)
    lead = {lex.keys[k] for k in range(max(span.start, i - 5), i)}
    if word == "visit":
        return _trip(clause, i, left, lead)
    if how == "joined" and left and clause.earlier and not clause.before:
        last = clause.earlier[-1]  # "… met. C joined the talks", but not "C attends the weekly meeting"
        before = lex.keys[at + 1 if lex.keys[at].startswith("join") else i - 1 : i]
        soon = lex.starts[i] - last.at < _SOON and not _POINTING.isdisjoint(before)
        return [(kind, [*last.members, *left])] if soon else []
    if not people and clause.before and lead & {"a", "an"}:
        return [(kind, list(clause.before[-1].members))]  # "…; a bilateral meeting in Jakarta"
    right = participants.right(lex, i, people, LINKS, direct=False)
    if right and lex.keys[i + 1] == "between" and len(right) > 1:
        return [(kind, right)]
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
        return [(kind, [*left, *right])] if left else []
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


def _gathering(clause: Clause, i: int, kind: ContactKind) -> list[Told]:
    """ "A meeting of Peru, Chile and Bolivia"."""
    together = participants.right(clause.lex, i, clause.people, ("of",), direct=False)
    return [(kind, together)] if len(together) > 1 else []


def _is_appeal(lex: Lexemes, i: int) -> bool:
    """Is the call at `i` no talk: "a call for calm", "a call on B to act"; but "a call on Monday"?"""
    following = lex.keys[i + 1 : i + 3]
    if following[:1] not in (["for"], ["to"], ["on"]) or lex.keys[i - 1] in OTHER["by_phone"]:
        return False
    return following[0] != "on" or following[-1] not in _AFTER_A_CALL


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
        if lex.gap[k + 1] == "s" or beside or key in _OWN:
            return "own", k  # beside, in a heading or caption: "Ada Dahl Call with B", "Dahl talks to B"
        if key in _HAVE and any(word.endswith("ed") for word in takewhile(_is_no_article, lex.keys[k + 1 : i])):
            break  # "has rebuffed talks", but not "had a heated call"
        if key in OTHER["joined"] and lex.keys[k - 1] == "to":
            break  # "he expected A to join the talks"
        if key == "told" and lex.keys[i] == "conference":
            return "light", k  # "A told a joint news conference with B"
        if key in OTHER["light"] or key in OTHER["joined"]:
            return ("light" if key in OTHER["light"] else "joined"), k
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


def _sharper(lex: Lexemes, kind: ContactKind, span: range) -> ContactKind:
    """The kind that the clause's other words tell: "spoke on the phone", "speaks with … during a meeting"."""
    if kind in ("conversation", "talks", "call"):
        keys = lex.keys[span.start : span.stop]
        if any(k in OTHER["by_phone"] for k in keys):
            return "call"
        if kind == "conversation" and any(a == "during" and "meeting" in keys[n : n + 3] for n, a in enumerate(keys)):
            return "meeting"
    return kind


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
