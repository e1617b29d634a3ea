"""Whom the words of a speaker mean: which of the mentions within them is the one that speaks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from index.annotation.cutting.lexemes import Lexemes
from index.annotation.data import words
from index.annotation.mentions import Meant, within
from index.annotation.names.cast import Member
from index.annotation.names.lists import ACTS, BODIES, HEADS, NATIONAL

Voices = tuple[tuple[str, ...], tuple[str, ...]]
"""The local ids of those who speak, and of those who are spoken to."""

Place = tuple[int, int]

_LONG_SENTENCE = 60  # words
_SOON = 400  # characters after which "it" may be anybody
_ANONYMOUS = words("nominals")["anonymous"]
_EXPLAINING = frozenset(("a", "an", "the", "former", "who"))
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_APART = frozenset(
    "of with for to in at by from who whose whom which that said says told on during after before".split()
)
_KNOWING = frozenset("familiar close privy aware involved briefed knowledgeable working based speaking".split())
_ENDING = _APART | _KNOWING
_ABOUT = frozenset("in on about against over between near at during".split())
_SHOWN = frozenset(("seen", "obtained", "reviewed", "viewed"))
_LEADING = frozenset("government authorities leadership officials regime ministry administration".split())
_REPRESENTING = NATIONAL | HEADS | BODIES | words("nominals")["representing"]
_HELPING = frozenset("is was has had will would did does can could may must should also".split())
_OBJECT = frozenset("the a an its that to their his".split())
_SERVANTS = words("nominals")["servants"]
_DEFINITE = words("nominals")["definite"] | {"both"}
_SERVING = frozenset("for to of with".split())


def heard(lex: Lexemes, found: Sequence[Meant], places: Iterable[Place]) -> dict[Place | None, tuple[str, ...]]:
    """The local ids of who speaks at each of the places of words that name speakers.

    "It" is the body, country or paper that spoke last, if that was not long ago.
    """
    ids: dict[Place | None, tuple[str, ...]] = {}
    last: list[Member] = []
    until = 0
    for place in sorted(places):
        members = _members(lex, found, *place)
        impersonal = not any(m.kind == "person" for m in members)
        if not members and _is_it(lex, *place):
            members = (last if place[0] < until else []) or _subject_before(lex, found, place[0])
        elif impersonal:  # also where nobody knows who that is: "A poll found …. It also …"
            last = members
        until = place[1] + _SOON if impersonal else until
        ids[place] = _ids(members)
    return ids


def _is_it(lex: Lexemes, start: int, end: int) -> bool:
    place = lex.between(start, end)
    return len(place) == 1 and lex.keys[place[0]] == "it"


def _subject_before(lex: Lexemes, found: Sequence[Meant], it: int) -> list[Member]:
    """The body or country that the sentence before "it" begins with."""
    i = lex.at(it)
    if not lex.fresh[i]:
        return []
    first = next((k for k in range(i - 1, max(i - _LONG_SENTENCE, -1), -1) if lex.fresh[k]), None)
    if first is None:
        return []
    first += lex.keys[first] == "the"
    begins = (m for m in within(found, lex.starts[first], it) if lex.at(m.start) == first)
    subject = next((m for m in begins if not m.own and _does(lex, lex.at(m.end))), None)
    return [] if subject is None or any(x.kind == "person" for x in subject.members) else list(subject.members)


def _does(lex: Lexemes, i: int) -> bool:
    """Is the word at `i`, after a name, a verb, as far as its form or what follows it tells?"""
    if lex.gap[i] or i + 1 >= lex.size:
        return False
    key = lex.keys[i]
    verb = key in ACTS or key in _HELPING or key.endswith(("ed", "ly"))
    return verb or (not lex.gap[i + 1] and lex.keys[i + 1] in _OBJECT)


def who(lex: Lexemes, found: Sequence[Meant], start: int, end: int) -> tuple[str, ...]:
    """The local ids of those whom the words `[start, end)` name as one who speaks or is spoken to, in order."""
    return _ids(_members(lex, found, start, end))


def _members(lex: Lexemes, found: Sequence[Meant], start: int, end: int) -> list[Member]:
    """Those whom the words name, in order.

    A person goes before the body, a body before the country; whoever only owns ("Turkey's …") is not meant. Empty where
    the words are those of an anonymous source. "Who" means whoever was named right before it.
    """
    if (alone := _alone(found, start, end)) is not None:
        return list(alone.members)
    if (before := _antecedent(lex, found, start, end)) is not None:
        return list(before.members)
    inside = [m for m in within(found, start, end) if not m.own and not _is_about(lex, m, start)]
    if inside and not _SERVANTS.isdisjoint(lex.keys[lex.at(inside[0].end) : lex.at(end)]):
        inside = [m for m in inside if not _has_servant(lex, m, end)]
    heads = [m for m in inside if m.members and not _owns(lex, m, end) and not _tells_whose(lex, m, end)]
    persons = [m for m in heads if all(x.kind == "person" for x in m.members) and not _is_served(lex, m, start)]
    anonymous = _is_anonymous(lex, start, end)
    if anonymous:
        persons = [m for m in persons if not _is_behind(lex, m, start)]
    if persons:
        return _of(_joined(lex, persons))
    if anonymous:
        return []
    papers = [m for m in inside if m.noun and m.form == "nominal" and m.members]
    bodies = papers or [m for m in heads if any(x.kind == "organisation" for x in m.members)]
    bodies = [m for m in bodies if not _is_tied(lex, m)] or bodies
    outer = [m for m in bodies or heads if not _covered(m, heads) and not _is_served(lex, m, start)]
    if outer:
        return _of(_joined(lex, outer))
    owners = [m for m in inside if m.members and _last_key(lex, end) in NATIONAL]
    return _of(owners[:1])


def _alone(found: Sequence[Meant], start: int, end: int) -> Meant | None:
    """The name or pronoun that is all of the words, as most often: nothing else need be asked then."""
    at = bisect_left(found, start, key=lambda m: m.start)
    if at == len(found) or (found[at].start, found[at].end) != (start, end):
        return None
    m = found[at]
    return m if m.members and not m.own and m.form in ("name", "pronoun") else None


def _antecedent(lex: Lexemes, found: Sequence[Meant], start: int, end: int) -> Meant | None:
    """Whom a relative pronoun means: the mention right before it ("Berg, who said …")."""
    place = lex.between(start, end)
    if len(place) != 1 or lex.keys[place[0]] not in _RELATIVE:
        return None
    at = bisect_left(found, start, key=lambda m: m.start) - 1
    named = at >= 0 and lex.at(found[at].end) == place[0] and bool(found[at].members)
    return found[at] if named else None


def _owns(lex: Lexemes, m: Meant, end: int) -> bool:
    """Does a possessive follow, and what is owned with it?"""
    after = lex.at(m.end)
    return after < lex.size and lex.starts[after] < end and lex.gap[after] == "s"


def _is_tied(lex: Lexemes, m: Meant) -> bool:
    """Does it only tell what another body is like: "the Kremlin-controlled agency Sputnik"?"""
    return m.name is not None and not m.name.parts and "-" in lex.words[m.name.j - 1] and m.name.entry is not None


def _tells_whose(lex: Lexemes, m: Meant, end: int) -> bool:
    """Is it a country or body of which only some are meant: "U.S. banks", "many EU farmers"?"""
    after = lex.at(m.end)
    if m.name is None or m.name.entry is None or lex.at(m.start) + 1 < after - len(m.name.keys):
        return False
    rest = lex.between(m.end, end)
    if not rest or lex.gap[after] or lex.keys[after] in _APART or lex.keys[after] in ("and", "or"):
        return False
    noun = next((lex.keys[i - 1] for i in rest[1:] if lex.gap[i] or lex.keys[i] in _APART), lex.keys[rest[-1]])
    return noun not in _REPRESENTING


def _is_served(lex: Lexemes, m: Meant, start: int) -> bool:
    """Is it somebody else's person: "a spokesman for Berg", "people close to President Berg", "a friend of Berg"?"""
    if any(x.kind != "person" for x in m.members):
        return False
    title = m.name.title if m.name else None
    first = min(title.i, title.of.i if title.of else title.i, lex.at(m.start)) if title else lex.at(m.start)
    if first < 2 or lex.starts[first - 2] < start or lex.keys[first - 1] not in _SERVING:
        return False
    return lex.fresh[first - 2] or not lex.caps[first - 2]


def _has_servant(lex: Lexemes, m: Meant, end: int) -> bool:
    """Is whoever serves a person named right after: "a Berg aide", "Berg spokesman Jan Novak", "the Berg campaign"?"""
    after = lex.at(m.end)
    if after >= lex.size or lex.starts[after] >= end or lex.gap[after]:
        return False
    if any(x.kind != "person" for x in m.members):
        return False
    return not _SERVANTS.isdisjoint(lex.keys[after : min(after + 2, lex.at(end))])


def _is_about(lex: Lexemes, m: Meant, start: int) -> bool:
    """Does it only tell where something is, or what it is about: "events in Syria", "a draft seen by Reuters"?"""
    first = lex.at(m.start)
    if m.name and m.name.of:  # "the Norwegian | Foreign Ministry"
        first = min(first, m.name.of.i)
    first -= first > 0 and lex.keys[first - 1] == "the"
    if first < 2 or lex.starts[first - 2] < start:
        return False
    head, preposition = lex.keys[first - 2], lex.keys[first - 1]
    if preposition == "by":
        return head in _SHOWN
    return preposition in _ABOUT and not lex.caps[first - 2] and head not in _LEADING


def _covered(m: Meant, others: Sequence[Meant]) -> bool:
    return any(o.start <= m.start and m.end <= o.end and o.end - o.start > m.end - m.start for o in others)


def _joined(lex: Lexemes, heads: Sequence[Meant]) -> list[Meant]:
    """The first of the heads and those tied to it by "and" or a comma."""
    joined = [heads[0]]
    for m in heads[1:]:
        last = joined[-1]
        if m.start < last.end:
            if m.start == last.start:
                joined.append(m)
            continue
        between = lex.between(last.end, m.start)
        keys = {lex.keys[i] for i in between}
        after = lex.at(last.end)
        comma = after < lex.size and lex.gap[after] == ","
        if comma and lex.keys[after] in _EXPLAINING:  # "Berg, a judge", but "the mayor's lawyer, former judge Berg"
            return [m] if m.form == "name" != last.form else joined
        directly = bool(between) and lex.keys[between[-1]] == "and" and keys.isdisjoint(_APART - {"of"})
        if directly or (("and" in keys or comma) and keys.isdisjoint(_APART)):  # "Berg of Ohio and Vo of Maine"
            joined.append(m)
    return joined


def _is_anonymous(lex: Lexemes, start: int, end: int) -> bool:
    place = lex.between(start, end)
    keys = lex.keys[place.start : place.stop]
    if _ANONYMOUS.isdisjoint(keys):
        return False
    head = next((k for n, k in enumerate(keys) if n + 1 == len(keys) or keys[n + 1] in _ENDING), "")
    return head in _ANONYMOUS and head not in ("media", "reports")


def _is_behind(lex: Lexemes, m: Meant, start: int) -> bool:
    """Is a person no anonymous source: somebody else ("critics of the Berg affair"), or any two ("two officials")?"""
    first, at = lex.at(start), lex.at(m.start)
    if m.form == "nominal" and first == at:
        return lex.keys[at] not in _DEFINITE
    apart = "," in lex.gap[first + 1 : at + 1]  # "an official of the ministry, Anna Berg"
    return not apart and not _SERVING.isdisjoint(lex.keys[first:at])


def _last_key(lex: Lexemes, end: int) -> str:
    at = lex.at(end) - 1
    return lex.keys[at] if at >= 0 else ""


def _of(heads: Sequence[Meant]) -> list[Member]:
    return [x for m in heads for x in m.members]


def _ids(members: Iterable[Member]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(x.id for x in members))
