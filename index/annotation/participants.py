"""Who takes part in a contact: the persons before and after the word that tells of it, and the country visited."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from index.annotation import authority
from index.annotation.cast import Cast, Member
from index.annotation.data import table
from index.annotation.lexemes import Lexemes
from index.annotation.mentions import Meant

_TABLE = table("contacts")
VERBS = {word: kind for kind, row in _TABLE["verbs"].items() for word in row.split()}
NOUNS = {word: kind for kind, row in _TABLE["nouns"].items() for word in row.split()}
OTHER = {key: frozenset(row.split()) for key, row in _TABLE["other"].items()}
LINKS = frozenset(("with", "between", "to", "from"))
_NEAR = 14  # lexemes between a word of contact and those who take part
_PARTING = frozenset(("who", "said", "that", "with", "to", "told"))
_TIED = 8  # words between two of a row
_TITLE = 5  # words of a role before a name, at most, with its country
_TITLED = 8  # words between "with" and a name, at most: "with his Greek and Cypriot counterparts, …"


def subject(people: Sequence[Meant]) -> list[Member]:
    """The first who is named in a clause: whom a participle after "after" is about."""
    first = next((m for m in people if not m.own), None)
    return [x for x in first.members if x.kind == "person"] if first else []


def behind(lex: Lexemes, i: int, people: Sequence[Meant], apart: Collection[Member]) -> list[Member]:
    """Whom a clause is about that begins with the contact at `i`: "After talks with A, B left"; not who is `apart`."""
    for m in people:
        begins = lex.at(m.start)
        comma = next((k for k in range(begins, max(i, begins - _TITLE), -1) if lex.gap[k]), 0)
        if comma > i and lex.gap[comma] == "," and not m.own and not any(x in apart for x in m.members):
            return [x for x in m.members if x.kind == "person"]
    return []


def left(lex: Lexemes, i: int, people: Sequence[Meant]) -> list[Member]:
    """Those named last before a word, with whom they are tied by "and"."""
    before = [m for m in people if m.end <= lex.starts[i] and not _owner(lex, m, i) and not _attributive(lex, m)]
    before = [m for m in before if not _kin(lex, m)]
    if before and before[-1].own and lex.at(before[-1].end) >= i - 4:
        return [x for x in before[-1].members if x.kind == "person"]
    before = [m for m in before if not m.own]
    if not before:
        return []
    group = [before[-1]]
    listed = False  # "A, B and C": a comma ties only where "and" follows
    for m in reversed(before[:-1]):
        first = group[-1]
        if m.end > first.start or m.start == first.start:
            group.append(m)
            continue
        tie = _tie(lex, m, first)
        if not tie or (tie == "," and not listed):
            break
        listed = True
        group.append(m)
    return [x for m in reversed(group) for x in m.members if x.kind == "person"]


def _tie(lex: Lexemes, a: Meant, b: Meant) -> str:
    """What ties two who are named one after the other: "and", a comma, nothing."""
    between = [lex.keys[k] for k in lex.between(a.end, b.start)]
    if len(between) > _TIED or any(k in VERBS or k in _PARTING for k in between):
        return ""
    return "and" if "and" in between else "," if lex.gap[lex.at(a.end)] == "," else ""


def _owner(lex: Lexemes, m: Meant, i: int) -> bool:
    """Is somebody named only as the owner of something that is not the contact?"""
    after = lex.at(m.end)
    return after < i - 3 and after < lex.size and lex.gap[after] == "s"


def right(lex: Lexemes, i: int, people: Sequence[Meant], links: Collection[str], direct: bool) -> list[Member]:
    """Those named after a word: after one of the `links` ("with"), or where it is `direct`, at once."""
    after = [m for m in people if m.start >= lex.ends[i] and not m.own]
    if not after:
        return []
    first = after[0]
    if not _leads_to(lex, i, first, links, direct) or _belongs_away(lex, first):
        return []
    group = [first]
    sure = 1  # "A, B and C": up to whom "and" ties
    for m in after[1:]:
        last = group[-1]
        if m.start < last.end:
            group.append(m)
            sure = len(group) if sure == len(group) - 1 else sure
            continue
        tie = _tie(lex, last, m)
        if not tie or _belongs_away(lex, m):
            break
        group.append(m)
        sure = len(group) if tie == "and" else sure
    return [x for m in group[:sure] for x in m.members if x.kind == "person"]


def _leads_to(lex: Lexemes, i: int, m: Meant, links: Collection[str], direct: bool) -> bool:
    """Do the words after a word of contact lead to somebody: a link, or for a verb hardly anything?"""
    title = m.name.title if m.name else None
    begins = lex.at(min(m.start, title.start) if title else m.start)
    between = lex.keys[i + 1 : begins]
    comma = next((k for k in range(i + 1, begins) if lex.gap[k] == ","), begins)
    if len(between) > _NEAR or any(k in VERBS or k in OTHER["away"] for k in between):
        return False
    link = next((n for n, k in enumerate(lex.keys[i + 1 : comma]) if k in LINKS), None)
    after = between if link is None else between[link + 1 :]
    if link is None and (not direct or not LINKS.isdisjoint(after)):
        return False
    return (link is None or between[link] in links) and len(after) < _TITLED and OTHER["apart"].isdisjoint(after)


def _kin(lex: Lexemes, m: Meant) -> bool:
    """Is somebody named only as kin: "the mother of Castell"?"""
    i = lex.at(m.start)
    return i > 1 and lex.keys[i - 1] == "of" and lex.keys[i - 2] in OTHER["kin"]


def _belongs_away(lex: Lexemes, m: Meant) -> bool:
    """Do words only tell whose or what something is: "the Castell case", "Castell aides", "the minister's lawyer"?"""
    j = lex.at(m.end)
    return _attributive(lex, m) or (j < lex.size and lex.gap[j] == "s")


def _attributive(lex: Lexemes, m: Meant) -> bool:
    """Does a name only tell what something is, or who speaks here ("Castell: Yes")?"""
    if m.name is None:
        return False
    j = m.name.j
    after = lex.gap[j] if j < lex.size else "."
    followed = after == ":" or (after == "" and lex.keys[j] in OTHER["followers"])
    return followed or (m.name.article and len(m.name.keys) == 1)


def host(lex: Lexemes, i: int, span: range, cast: Cast, to: bool) -> Member | None:
    """The country that somebody goes to: the one named after "to", or whose capital is."""
    for k in range(i + 1, min(i + 5, span.stop)):
        found = authority.look(lex, k) if lex.caps[k] else None
        if found and found.entry.kind == "country" and found.sense in ("name", "seat"):
            if to and "to" not in lex.keys[i:k] and "in" not in lex.keys[i:k]:
                return None
            country = cast.member(found.entry.id, "country")
            country.name = country.name or found.entry.name
            return country
    return None
