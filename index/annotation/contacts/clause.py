"""A clause that tells of contacts, and what verbs and nouns of contact have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.annotation.contacts import participants, senses
from index.annotation.contacts.events import Event
from index.annotation.cutting.lexemes import Lexemes
from index.annotation.mentions import Meant
from index.annotation.names.cast import Cast, Member
from index.model import ContactKind

Told = tuple[ContactKind, list[Member]]
_SEPARATE = frozenset(("separately", "separate", "individually"))


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


def each(lex: Lexemes, near: range, kind: ContactKind, left: Sequence[Member], right: Sequence[Member]) -> list[Told]:
    """What those on the `left` did with those on the `right`: one by one where "separately" stands `near`."""
    if max(len(right), len(left)) > 1 and not _SEPARATE.isdisjoint(lex.keys[near.start : near.stop]):
        if len(right) == 1:
            return [(kind, [member, *right]) for member in left]
        return [(kind, [*left, member]) for member in right]
    return [(kind, [*left, *right])]


def known_to_meet(clause: Clause, i: int, left: Sequence[Member], talked: bool) -> bool:
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
    return not agrees(lex, i) or (lex.keys[i] == "agreed" and all(m.kind == "person" for m in left))


def agrees(lex: Lexemes, i: int) -> bool:
    """Is the word at `i` "agree" in one of its forms?"""
    return lex.keys[i].startswith("agree")
