"""Contacts of which somebody tells in his own words: “I met B today,” A said, or “Good call with B,” A wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from index.annotation.contacts import nouns, senses
from index.annotation.contacts.clause import Clause, Told
from index.annotation.contacts.lexicon import LINKS, OTHER, VERBS
from index.annotation.cutting.lexemes import Lexemes
from index.annotation.mentions import Meant
from index.annotation.names.cast import Cast, Member
from index.annotation.quotations.finding import Utterance
from index.annotation.speakers import Voices

_FIRST = 4  # words from where a quotation begins to the contact: "A very good meeting with B"
_BEGUN = frozenset(("had", "held", "just"))  # “Had a good call with B”
_NOT_MINE = OTHER["placing"] | OTHER["during"] | {"our", "the", "that", "no", "any"}


class Spoken(NamedTuple):
    """What stands in marks, and the one person who says it, if that is known."""

    start: int
    end: int
    speaker: Member | None


def spoken(said: Sequence[Utterance], voices: Sequence[Voices], cast: Cast) -> list[Spoken]:
    """The stretches of a text that somebody else speaks."""
    return [
        Spoken(q.start, q.end, _person(cast.members, speakers))
        for q, (speakers, _) in zip(said, voices, strict=True)
        if q.kind in ("direct", "partial")
    ]


def _person(members: Mapping[str, Member], ids: Sequence[str]) -> Member | None:
    alone = members[ids[0]] if len(ids) == 1 else None
    return alone if alone and alone.kind == "person" else None


def selves(lex: Lexemes, span: range, quoted: Spoken) -> Iterator[Meant]:
    """The words by which a speaker means himself, among those of `span` that he says; "I" may be left out first."""
    if quoted.speaker is None:
        return
    first = lex.at(quoted.start)
    if first in span and (lex.keys[first] in VERBS or lex.keys[first] in _BEGUN):
        yield Meant(quoted.start, quoted.start, (quoted.speaker,), "pronoun")
    for k in range(max(span.start, lex.at(quoted.start)), min(span.stop, lex.at(quoted.end))):
        if lex.keys[k] == "i" or lex.keys[k] == "my":
            yield Meant(lex.starts[k], lex.ends[k], (quoted.speaker,), "pronoun", own=lex.keys[k] == "my")


def headed(clause: Clause, i: int, quoted: Spoken) -> list[Told]:
    """What a quotation tells that begins with the noun at `i`, as those do that are posted: “Good talks with B”."""
    lex = clause.lex
    first = lex.at(quoted.start)
    word = senses.noun(lex, i)
    near = 0 <= i - first <= _FIRST and not any(lex.gap[first + 1 : i + 1])
    if quoted.speaker is None or not near or word in ("", "visit", "letter", "message"):
        return []
    if lex.keys[i + 1 : i + 2] == [] or lex.keys[i + 1] not in LINKS or not _NOT_MINE.isdisjoint(lex.keys[first:i]):
        return []
    whom = nouns.with_whom(clause, i, word, "")
    return [(senses.KINDS[word], [quoted.speaker, *whom])] if whom and quoted.speaker not in whom else []
