"""Where a text names somebody or something, and with which role.

The chunks of the text are tied to their neighbours: "Turkish | Foreign Minister | Hakan Fidan" is a country, a role of
it and the person who has it. What stands around a name is noted too (`around`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from index.annotation.cutting.lexemes import Lexemes
from index.annotation.names import around
from index.annotation.names.chunks import Chunk, Name, Title, cut
from index.annotation.names.lists import (
    ACTS,
    BODIES,
    COMMON,
    FAMILIES,
    GIVEN,
    MODIFIERS,
    NATIONAL,
    OPENERS,
    REGIONS,
    THINGS,
)
from index.annotation.names.persons import CROWNED

_ABSTRACT = frozenset(("leadership", "intelligence"))  # bodies only with "the"
_HEADING = frozenset(
    "head chief ceo chairman chairwoman founder co-founder director boss owner executive leader".split()
)
"""Roles whose holders head a body, not a place."""
_ENVOYS = frozenset("ambassador envoy representative".split())
_OF_CITIES = frozenset(("mayor", "governor", "prosecutor"))
"""Roles whose holders are those of a capital, not of its country."""
_GOING_ON = around.HELPING | set("is was were are have will would did does could may and in on at with by".split())
_OF = frozenset(("of", "for", "at"))
_AT_HOME = _OF | {"to", "in", "from"}  # also of those sent: "ambassador to Peru"
_AFTER_ROLES = _AT_HOME | frozenset("on under with and who whose during since by before until overseeing".split())
_LONG = 4  # words
_PLAIN = COMMON | THINGS | BODIES | REGIONS
_ADDRESS = frozenset(("sheikh",))
"""Roles that are no more than a form of address."""
_LONG_OWNER = 8  # words, as in "of the Foreign Relations Committee of the Senate"
_PAST = ("former", "ex-", "then")
_VERBAL = ("ed", "ing", "s", "ly")
_DEFINITE = frozenset(("the", "a", "an", "our", "its", "their", "his", "her", "former", "then"))


@dataclass(slots=True)
class Names:
    """All names and roles of a text, each in text order."""

    names: list[Name]
    titles: list[Title]


def read(text: str, lex: Lexemes, skip: Collection[int] = (), headings: Collection[int] = ()) -> Names:
    """The names and roles of `text`; lexemes in `skip`, where a capital says little, name only what is known.

    Those of `headings` also name who stands there with a role.
    """
    chunks = list(cut(text, lex, skip, headings))
    _join(text, lex, chunks)
    for chunk in chunks:
        if isinstance(chunk, Name):
            around.note(lex, chunk)
    names = [c for c in chunks if isinstance(c, Name)]
    around.after_the(names)
    return Names(names, [c for c in chunks if isinstance(c, Title)])


# Joining neighbours -------------------------------------------------------------------------------------------------


def _join(text: str, lex: Lexemes, chunks: list[Chunk]) -> None:
    """Tie each chunk to what stands beside it; merges a country with the body that follows it."""
    for n, chunk in enumerate(chunks):
        left = chunks[n - 1] if n else None
        if isinstance(chunk, Title):
            behind = chunks[n + 1 : n + 3]
            _belongs(lex, chunk, left, behind)
            if n > 1:
                _sent_by(lex, chunk, chunks[n - 2])
            chunk.past = _is_past(lex, chunk)
            if len(behind) == 2:
                _hold_beyond(lex, chunk, *behind)
            continue
        if chunk.guess in ("body", "thing", "open", "known"):
            _foreign_namesake(lex, chunk, left)
            _of_country(lex, chunk, left)
        else:
            _of_whom(lex, chunk, left)
        if isinstance(left, Title) and not left.holder:
            _hold(lex, left, chunk)
            if left.bare and n > 1:
                _hold_with_rank(lex, chunks[n - 2], left)
    for n, chunk in enumerate(chunks):
        if isinstance(chunk, Name):
            if chunk.title is not None and chunk.title.of is None and _has_role(chunk):
                _country_after(lex, chunk, chunks[n + 1] if n + 1 < len(chunks) else None)
            if chunk.guess in ("person", "open") or _like_a_person(lex, chunk):
                _apposition(lex, chunks, n)
            elif chunk.guess == "known":
                _national(text, lex, chunks, n)
    chunks[:] = [c for c in chunks if not (isinstance(c, Name) and c.i < 0)]


def _adjacent(lex: Lexemes, left: Chunk, right: Chunk, gaps: Collection[str] = ("", "s")) -> bool:
    return left.j == right.i and lex.gap[right.i] in gaps


def _belongs(lex: Lexemes, title: Title, left: Chunk | None, behind: Sequence[Chunk]) -> None:
    """Whose role it is: "Turkish …", "Turkey's …", "State Department …", "World Bank (WB) …", "… of Guyana"."""
    if isinstance(left, Name) and lex.gap[title.i] == ")" and left.j == title.i and lex.gap[left.i] == "(":
        title.of = left
        return
    if isinstance(left, Name) and _adjacent(lex, left, title) and left.guess != "thing":
        if left.guess == "open" and lex.gap[title.i] == "" and lex.caps[title.i]:
            return
        if left.sense == "seat" and title.meaning & _OF_CITIES:
            left.placed = True
            return
        title.of, title.start = left, left.start
    elif isinstance(left, Name) and left.guess == "thing" and _adjacent(lex, left, title, ("",)) and lex.caps[title.i]:
        title.i, title.start = left.i, left.start  # "Enlargement Commissioner": an unlisted modifier
        left.i = -1
    right = behind[0] if behind else None
    if title.of is None and isinstance(right, Name) and _after_of(lex, title.j, right.i):
        if right.sense == "seat" and title.meaning & _OF_CITIES:
            right.placed = True
            return
        body = behind[1] if len(behind) > 1 and _adjacent(lex, right, behind[1], ("",)) else None
        title.of = body if isinstance(body, Name) and body.guess == "body" else right  # "of the Peruvian | Navy"
        if right.guess == "open" and title.meaning & _HEADING and lex.keys[title.j] == "of":
            right.guess = "body"  # "the head of Harbour Mobil"


def _sent_by(lex: Lexemes, title: Title, country: Chunk) -> None:
    """ "Peru's | UN | ambassador" is Peru's, whom it has sent to the body."""
    to = title.of
    if to is None or to.guess != "known" or not title.meaning & _ENVOYS or not isinstance(country, Name):
        return
    sent = country.guess == "known" and not country.parts and country.entry is not None
    if sent and to.i < title.i and _adjacent(lex, country, to) and to.entry and to.entry.kind != "country":
        title.of, title.start = country, country.start


def _is_past(lex: Lexemes, title: Title) -> bool:
    """Is a role told of as held once? "Then" at the beginning of a sentence tells of what came next."""
    first = lex.keys[title.i]
    later = first == "then" and lex.fresh[title.i]
    return (first.startswith(_PAST) and not later) or _before(lex, title).startswith("former")


def _after_of(lex: Lexemes, j: int, i: int, links: Collection[str] = _OF) -> bool:
    """Do only "of" or "for" (one of the `links`), and perhaps "the", stand between lexemes `j` and `i`?"""
    if not j < i < j + 3 or lex.keys[j] not in links or (i > j + 1 and lex.keys[j + 1] != "the"):
        return False
    return not any(lex.gap[j : i + 1])


def _of_country(lex: Lexemes, name: Name, left: Chunk | None) -> None:
    if name.guess != "body" or not isinstance(left, Name):
        return
    tied = "-" in lex.words[left.j - 1] and not left.parts  # "the Turkish-backed Free Army" is not Turkey's
    if left.guess in ("known", "body") and not tied and _adjacent(lex, left, name):
        name.of = left
        if lex.gap[name.i] == "" and left.guess == "known" and not left.parts:
            name.start = left.start
            left.placed = left.placed or left.sense == "seat"  # "Lima City Council" is not Peru's


def _of_whom(lex: Lexemes, name: Name, left: Chunk | None) -> None:
    """ "Peru's Ada Dahl" belongs to Peru."""
    if isinstance(left, Name) and left.guess == "known" and _adjacent(lex, left, name, ("s",)):
        name.of = left


def _foreign_namesake(lex: Lexemes, name: Name, left: Chunk | None) -> None:
    """ "Libyan House of Representatives" is not the one that the authority knows; "Paris Agreement" is no France."""
    if not isinstance(left, Name) or not _adjacent(lex, left, name) or left.entry is None:
        return
    if name.guess == "thing" and left.sense == "seat" and lex.gap[name.i] == "":
        left.placed = True
    entry = name.entry
    owner = left.entry
    if entry and entry.kind == "organisation" and entry.of and owner.kind == "country" and entry.of != owner.id:
        name.guess, name.entry, name.of = "body", None, left
        name.start = left.start if lex.gap[name.i] == "" else name.start


def _hold(lex: Lexemes, title: Title, name: Name) -> None:
    """Give the role to the name that follows it."""
    if name.guess in ("known", "body", "thing") and not (name.guess == "thing" and _may_be_held(lex, title, name)):
        return
    if _adjacent(lex, title, name, ("",)):
        _bind(title, name)
        _small_surname(lex, title, name)
    elif (
        _adjacent(lex, title, name, (",",))
        and len(name.keys) > 1
        and (
            (not lex.caps[title.i] and _before(lex, title) in _DEFINITE)
            or (lex.gap[title.i] == "s" and _is_closed(lex, name))
        )
    ):
        _bind(title, name)  # "the president, Ada Dahl", "Peru's president, Ada Dahl, …"


def _hold_with_rank(lex: Lexemes, title: Chunk, rank: Title) -> None:
    """Give a role to whom a rank stands before: "army spokesman | Brig. Gen. | Bo Dahl"."""
    if isinstance(title, Title) and rank.holder and not title.holder and _adjacent(lex, title, rank, ("",)):
        _bind(title, rank.holder)


def _hold_beyond(lex: Lexemes, title: Title, where: Chunk, name: Chunk) -> None:
    """Give a role to the name after the country or body that is told with it.

    "The president of Peru, Carla Montes, …", "US ambassador to Peru | Ada Dahl",
    "President of the European Council | Dahl".
    """
    if not isinstance(where, Name) or not isinstance(name, Name) or where.guess not in ("known", "body"):
        return
    if name.guess not in ("person", "open") or not _after_of(lex, title.j, where.i, _AT_HOME):
        return
    full = len(name.keys) > 1
    definite = _before(lex, title) in _DEFINITE or lex.gap[title.i] == "s"
    beside = full and definite and _is_closed(lex, name) and _adjacent(lex, where, name, (",",))
    official = lex.caps[title.i] and lex.keys[title.j] == "of"
    if beside or ((full or official) and _adjacent(lex, where, name, ("",))):
        _bind(title, name)


def _is_closed(lex: Lexemes, last: Chunk) -> bool:
    """Does an insertion end with a name, or a role and whose it is: "…, Ada Dahl, …", "…, mayor of Lund, …"?"""
    end = last.j
    if isinstance(last, Title) and end < lex.size and lex.keys[end] in _OF:
        end = next((k for k in range(end, min(end + _LONG_OWNER, lex.size)) if lex.gap[k]), end)
    return end >= lex.size or lex.gap[end] not in ("", "s")


def _has_role(name: Name) -> bool:
    """Is a name told with a role that is more than a form of address?"""
    return name.title is not None and not name.title.bare and not name.title.meaning <= _ADDRESS


def _may_be_held(lex: Lexemes, title: Title, name: Name) -> bool:
    """May a role be that of a name with a common word: "Mr Hill", "Defence Secretary Grant Aldous"?"""
    if title.bare:
        return True
    plain = [k in _PLAIN for k in name.keys]
    return plain == [True, False] and lex.caps[title.i]


def _country_after(lex: Lexemes, name: Name, right: Chunk | None) -> None:
    """ "President Carla Montes of Peru": the country of a role may follow the name."""
    known = isinstance(right, Name) and right.guess == "known"
    if name.title and isinstance(right, Name) and known and _after_of(lex, name.j, right.i, ("of", "for")):
        name.title.of, name.title.end = right, right.end


def _before(lex: Lexemes, title: Title) -> str:
    i = title.of.i if title.of and title.of.i < title.i and title.of.j <= title.i else title.i
    return lex.keys[i - 1] if i > 0 else ""


def _bind(title: Title, name: Name) -> None:
    title.holder, title.end = name, max(title.end, name.end)
    if name.title is None or name.title.bare:
        name.title = title
    name.guess = "person"


def _small_surname(lex: Lexemes, title: Title, name: Name) -> None:
    """Take in a surname that lost its capital: "spokesman Umut dalgic was"."""
    j = name.j
    if len(name.keys) != 1 or j >= lex.size or lex.gap[j] or lex.caps[j] or title.meaning & CROWNED:
        return
    word = lex.words[j]
    if name.keys[0] not in GIVEN - FAMILIES or len(word) <= 3 or not word.isalpha() or word.endswith(_VERBAL):
        return
    if lex.keys[j] not in COMMON | ACTS | OPENERS:
        name.j, name.end, name.keys = j + 1, lex.ends[j], (*name.keys, lex.keys[j])


def _apposition(lex: Lexemes, chunks: list[Chunk], n: int) -> None:
    """The role told after a name: "Kemal Aydin, head of …", "Ayse Demir, the Turkish envoy"; beside one told before it
    if it is closed: "Senator Ada Dahl, the chair of the committee, …"."""
    name = chunks[n]
    if not isinstance(name, Name) or name.j >= lex.size or lex.gap[name.j] != ",":
        return
    at = name.j + (lex.keys[name.j] in _DEFINITE)
    for chunk in chunks[n + 1 : n + 4]:
        if isinstance(chunk, Title):
            begins = chunk.of.i if chunk.of and 0 <= chunk.of.i < chunk.i else chunk.i
            owns = chunk.j < lex.size and lex.gap[chunk.j] in ("s", "'", "’")  # "the president's daughter"
            if begins != at or chunk.holder or chunk.bare or owns or _begins_clause(lex, chunk):
                return
            if not _has_role(name):
                name.title, name.guess = chunk, "person"
            elif not _is_closed(lex, chunk):
                return
            chunk.holder = name
            if chunk.of is not None:
                chunk.end = max(chunk.end, chunk.of.end)
            return
        if chunk.j > at + 4:
            return


def _begins_clause(lex: Lexemes, title: Title) -> bool:
    """Does "the" and a role begin a clause instead of an insertion: "After talks with Ada Dahl, the president left",
    "Ada Dahl left, the Turkish minister said"?"""
    if title.j < lex.size and not lex.gap[title.j] and lex.keys[title.j] in ACTS:
        return _before(lex, title) == "the"
    if title.of is not None or title.j >= lex.size or lex.gap[title.j] or lex.keys[title.i - 1] != "the":
        return False
    return not lex.caps[title.j] and lex.keys[title.j] not in _AFTER_ROLES


def _like_a_person(lex: Lexemes, name: Name) -> bool:
    """Is it two or three words, not after "the", of which only the last is a common noun: "Clara Lake"?"""
    if name.guess != "thing" or not 1 < len(name.keys) < _LONG or _PLAIN.intersection(name.keys[:1]):
        return False
    return name.i == 0 or lex.keys[name.i - 1] not in around.ARTICLES


def _national(text: str, lex: Lexemes, chunks: list[Chunk], n: int) -> None:
    """A body named by a country and a common noun: "Turkish police", "the Syrian state media"."""
    name = chunks[n]
    if not isinstance(name, Name) or name.entry is None or name.entry.kind == "organisation" or name.parts:
        return
    if "-" in lex.words[name.j - 1]:
        return  # "Turkish-backed forces" are somebody else's
    definite = name.i > 0 and lex.keys[name.i - 1] == "the"
    if n + 1 < len(chunks) and chunks[n + 1].i == name.j and not (isinstance(chunks[n + 1], Title)):
        return
    for j in (name.j, name.j + 1):
        if j >= lex.size or lex.gap[j] not in (("", "s") if j == name.j else ("",)):
            return
        if lex.keys[j] in _ABSTRACT and not definite:
            return
        if lex.keys[j] in NATIONAL:
            if lex.keys[j : j + 2] == ["opposition", "to"]:
                return  # "Peru's opposition to the plan"
            if lex.gap[name.j] == "s" and not _stands_alone(lex, j + 1):
                return
            body = Name(name.i, j + 1, name.start, lex.ends[j], tuple(lex.keys[name.i : j + 1]), "body", of=name)
            chunks.append(body)
            return
        if lex.keys[j] not in MODIFIERS and lex.keys[j] != "armed":
            return


def _stands_alone(lex: Lexemes, j: int) -> bool:
    """Does no noun follow at `j` that the word before it only tells of: "Peru's military said", but "… offensive"?"""
    return j >= lex.size or bool(lex.gap[j]) or lex.keys[j] in ACTS or lex.keys[j] in _GOING_ON
