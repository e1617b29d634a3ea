"""Contacts in which somebody is told something: "A urged B to come in a call", "In a call, A told B …"."""

from __future__ import annotations

from collections.abc import Sequence

from index.annotation.contacts.lexicon import BESIDE, OTHER
from index.annotation.contacts.parties import begins_at, with_title
from index.annotation.cutting.lexemes import Lexemes
from index.annotation.mentions import Meant
from index.annotation.names.cast import Member

_TELLING = OTHER["telling"]
_WITH = frozenset("with to told tells telling".split())


def told_before(lex: Lexemes, people: Sequence[Meant], at: int, left: Sequence[Member]) -> list[Member]:
    """Who told whom something before the "in" at `at`; `left` is who acts there.

    "A raised it with B in a call", "A said to B in a call", "A urged B to come in a call".
    """
    before = [m for m in people if m.end <= lex.starts[at] and not m.own]
    if not before:
        return []
    last = before[-1]
    if left and lex.at(last.end) == at and lex.keys[_preceding(lex, last)] in _WITH and last.members[0] not in left:
        return [*left, *last.members]
    return _pair(lex, before[-2:])


def told_after(lex: Lexemes, people: Sequence[Meant], i: int) -> list[Member]:
    """Who told whom something after the contact at `i`: "In a call, A told B …", "the call in which A told B …"."""
    after = [m for m in people if m.start >= lex.ends[i] and not m.own][:2]
    begins = lex.at(with_title(after[0])[0]) if after else 0
    inside = lex.keys[i + 1 : i + 3] in (["in", "which"], ["during", "which"]) and begins == i + 3
    return _pair(lex, after) if after and (inside or lex.gap[begins] == ",") else []


def _pair(lex: Lexemes, two: Sequence[Meant]) -> list[Member]:
    """Two of whom one is told something by the other."""
    if len(two) < 2:
        return []
    who, whom = two
    said = _preceding(lex, whom)
    between = range(lex.at(with_title(who)[1]), said)
    near = all(lex.keys[k] in OTHER["helping"] and not lex.gap[k] for k in between)
    tells = lex.keys[said] in _TELLING and said >= between.start and near
    return [*who.members, *whom.members] if tells and set(who.members).isdisjoint(whom.members) else []


def _preceding(lex: Lexemes, m: Meant) -> int:
    """The lexeme before the words for somebody."""
    k = begins_at(lex, m) - 1
    while k > 0 and lex.keys[k] in BESIDE and not lex.gap[k + 1]:
        k -= 1
    return k
