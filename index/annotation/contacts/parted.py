"""One word of contact for several contacts: "met A on Monday and B on Tuesday", "spoke with A in Oslo and with B"."""

from __future__ import annotations

from collections.abc import Sequence

from index.annotation.contacts.parties import begins_at
from index.annotation.cutting.lexemes import Lexemes
from index.annotation.mentions import Meant
from index.annotation.names.cast import Member
from index.annotation.names.lists import NEVER

_WHEN = frozenset("today yesterday tomorrow last this earlier later".split())
_WHERE = frozenset(("in", "at", "on"))
_LINKS = frozenset(("with", "to"))
_NEAR = 8  # words from one to the next

Part = tuple[int, list[Member]]
"""The lexeme from which a contact is told on, and who takes part."""


def parts(lex: Lexemes, i: int, people: Sequence[Meant], members: Sequence[Member]) -> list[Part]:
    """The contacts of those whom the word at `i` tells to have met: one, save where a day or place of its own stands
    after each of those it was with."""
    after = [m for m in people if m.start >= lex.ends[i] and not m.own]
    with_whom = [m for m in after if set(m.members) <= set(members)]
    who = [x for x in members if not any(x in m.members for m in with_whom)]
    if not with_whom or not who:
        return [(i, list(members))]
    found: list[Part] = [(i, [*who, *with_whom[0].members])]
    last = with_whom[0]
    for m in after[after.index(last) + 1 :]:
        between = range(lex.at(last.end), begins_at(lex, m))
        parted = _is_parted(lex, between)
        if not parted and m not in with_whom and lex.keys[between.start : between.stop] != ["and"]:
            break
        if parted:
            found.append((lex.at(m.start), [*who, *m.members]))
        else:
            found[-1][1].extend(m.members)
        last = m
    return found if len(found) > 1 else [(i, list(members))]


def _is_parted(lex: Lexemes, between: range) -> bool:
    """Do words tell when or where, and then "and": "… on Monday and …", "… in Oslo and with …"?"""
    end = between.stop - (between.stop > between.start and lex.keys[between.stop - 1] in _LINKS)
    words = range(between.start, end - 1)
    if not 0 < len(words) <= _NEAR or lex.keys[end - 1] != "and" or any(lex.gap[words.start : words.stop]):
        return False
    first = lex.keys[words.start]
    day = first in _WHEN or first in NEVER
    return day or (first in _WHERE and len(words) > 1 and lex.caps[words.start + 1])
