"""Whom pronouns and the like mean in a sentence that tells of a contact, where it says so itself.

Otherwise they mean whoever was named before. Where the sentence shows that they mean somebody who has no name in the
article, it is open who that is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.annotation.contacts.events import Event
from index.annotation.contacts.lexicon import MEANT, NOUNS, OTHER
from index.annotation.contacts.parties import with_title
from index.annotation.cutting.lexemes import Lexemes
from index.annotation.data import words as word_list
from index.annotation.mentions import Meant
from index.annotation.names.cast import Member

_NOMINALS = word_list("nominals")
_MEN, _TWO = _NOMINALS["men"], _NOMINALS["people"]
_UNNAMED = {True: MEANT["men"] | MEANT["either"], False: MEANT["women"] | MEANT["either"]}
_NUMBERS = frozenset("two three four five".split())
_LINES = [MEANT[line] for line in ("heads", "foreign", "defence", "finance", "interior", "security", "envoys")]
_SAYING = frozenset("said say says saying that have had also it are were will would".split())
_NEAR = 3  # words
_CLAUSE = 14  # words from "who" to a pronoun in its clause


def sharpened(lex: Lexemes, sentence: range, named: Sequence[Meant], earlier: Sequence[Event]) -> list[Meant]:
    """The mentions `named` in a sentence, each with those whom it means there; without those of whom that is open.

    `earlier` are the events of which the text has told.
    """
    found: list[Meant] = []
    instead: dict[Member, Member] = {}  # who is meant in this sentence by what seemed to mean another
    for m in named:
        sharper = m if m.form == "name" else _sharper(lex, sentence, m, named, earlier)
        if sharper is None:
            continue
        if m.form == "pronoun" and len(m.members) == 1:
            if sharper is not m:
                instead[m.members[0]] = sharper.members[0]
            elif m.members[0] in instead:
                sharper = replace(m, members=(instead[m.members[0]],))
        found.append(sharper)
    return found


def _sharper(
    lex: Lexemes, sentence: range, m: Meant, named: Sequence[Meant], earlier: Sequence[Event]
) -> Meant | None:
    i = lex.at(m.start)
    if i >= sentence.stop:
        return None
    key = lex.keys[i]
    if m.form == "title":
        if m.title and "counterpart" in m.title.meaning:
            return m if _is_counterpart(lex, m, named) else None
        return None if _is_somebodys(lex, m) else m
    if m.form == "nominal" and m.noun in _TWO:
        return None if key in _NUMBERS else _two(lex, i, m, named, earlier)  # "two officials said": some of many
    if m.form != "pronoun":
        return m
    if len(m.members) > 1:
        return None if _is_of_a_body(lex, i, m, named) else m
    if found := _named_later(lex, sentence, m, named) or _told_of(lex, i, m, named):
        return replace(m, members=(found,))
    return m if m.own or not _is_unnamed(lex, range(sentence.start, i), named, key in _MEN) else None


# Somebody --------------------------------------------------------------------------------------------------------


def _named_later(lex: Lexemes, sentence: range, m: Meant, named: Sequence[Meant]) -> Member | None:
    """Who is named after the comma behind an opening clause: "When he met B, A said", "In a letter to B, A …"."""
    i, first = lex.at(m.start), lex.keys[sentence.start]
    opens = first in MEANT["opening"] or first.endswith("ing")
    if not opens or any(x.form == "name" and _is_person(x) and x.end <= m.start for x in named):
        return None
    for x in named:
        begins, after = lex.at(with_title(x)[0]), lex.at(with_title(x)[1])
        if begins > i and x.form == "name" and _is_person(x) and lex.gap[begins] == ",":
            listed = after < lex.size and (lex.gap[after] or lex.keys[after] in ("and", "or"))
            return x.members[0] if not listed and _agrees(lex, i, x.members[0]) else None
    return None


def _told_of(lex: Lexemes, i: int, m: Meant, named: Sequence[Meant]) -> Member | None:
    """Of whom a relative clause tells in which "he" or "his" stands: "B, who said that he met C"."""
    for k in range(i - 1, max(0, i - _CLAUSE), -1):
        if lex.keys[k] == "who":
            before = [x for x in named if lex.at(x.end) == k and x.form == "name" and _is_person(x)]
            return before[-1].members[0] if before and _agrees(lex, i, before[-1].members[0]) else None
        if lex.gap[k]:
            return None
    return None


def _is_unnamed(lex: Lexemes, before: range, named: Sequence[Meant], male: bool) -> bool:
    """Is the last who may be meant somebody without a name: "a woman said that she met B"?"""
    taken = [(x.start, with_title(x)[1]) for x in named if x.form in ("name", "title") and _is_person(x)]
    for k in reversed(before):
        if any(a <= lex.starts[k] < b for a, b in taken):
            return False
        if lex.keys[k] in _UNNAMED[male] and not lex.caps[k]:
            return k + 1 >= before.stop or not lex.caps[k + 1]
    return False


def _is_person(m: Meant) -> bool:
    return len(m.members) == 1 and m.members[0].kind == "person"


def _agrees(lex: Lexemes, i: int, member: Member) -> bool:
    """Can the pronoun at `i` mean this one?"""
    return member.male is not (lex.keys[i] not in _MEN)


# Several ---------------------------------------------------------------------------------------------------------


def _is_of_a_body(lex: Lexemes, i: int, m: Meant, named: Sequence[Meant]) -> bool:
    """Does "they" mean those of a body that acts right before: "Kurdish forces said | they met B"?"""
    before = [x for x in named if x.end <= m.start and x.members]
    if not before or before[-1].members[0].kind == "person":
        return False
    between = lex.keys[lex.at(before[-1].end) : i]
    return len(between) <= _NEAR and _SAYING.issuperset(between) and bool(between)


def _two(lex: Lexemes, i: int, m: Meant, named: Sequence[Meant], earlier: Sequence[Event]) -> Meant:
    """ "The two leaders" are the two that the sentence names before, or in "the call between the two" those who called.
    """
    if len(m.members) != 2:
        return m
    before = tuple(dict.fromkeys(x.members[0] for x in named if x.end <= m.start and _is_person(x)))
    if len(before) == 2:
        return replace(m, members=before)
    if before and before[-1] not in m.members and lex.keys[lex.at(m.end) : lex.at(m.end) + 1] == ["met"]:
        return replace(m, members=())  # "after the quarrel with C, the two leaders met"
    if lex.keys[i - 1] == "between" and not NOUNS.keys().isdisjoint(lex.keys[i - _NEAR : i - 1]) and not before:
        pairs = (e.members for e in reversed(earlier) if [x.kind for x in e.members] == ["person", "person"])
        return replace(m, members=next(pairs, m.members))
    return m


# Roles -----------------------------------------------------------------------------------------------------------


def _is_counterpart(lex: Lexemes, m: Meant, named: Sequence[Meant]) -> bool:
    """Is the one taken for somebody's counterpart of the same office, and no other is named for it right after?"""
    after = lex.at(m.end)
    if any(x.form == "name" and lex.at(with_title(x)[0]) == after and lex.gap[after] == "," for x in named):
        return False
    whose = [x.members[0] for x in named if x.end <= m.start and _is_person(x)]
    return bool(whose) and bool(_lines(whose[-1]) & _lines(m.members[0]))


def _lines(member: Member) -> set[int]:
    """The kinds of office that somebody has."""
    held = set().union(*(title.meaning for title in member.titles)) if member.titles else set()
    return {n for n, line in enumerate(_LINES) if line & held}


def _is_somebodys(lex: Lexemes, m: Meant) -> bool:
    """Is a role told as somebody's own: "his lawyer", "their counsel"?"""
    i = lex.at(m.start)
    owned = lex.keys[i - 1] in OTHER["own"] or lex.keys[i] in OTHER["own"]
    return owned and (m.title is None or m.title.of is None)
