"""Who takes part in a contact: those before and after the word that tells of it, and the country visited.

Persons take part, and countries and bodies where they stand at once beside the word ("talks between Peru and Chile"),
by themselves or through whoever speaks for them ("Peruvian and Chilean officials met").
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from index.annotation import authority
from index.annotation.cast import Cast, Member
from index.annotation.data import table
from index.annotation.lexemes import Lexemes
from index.annotation.lists import HEADS, MODIFIERS
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
_IN_TITLES = frozenset("of for the and de a an his her their our its".split())
_NOT_IN_TITLES = (OTHER["apart"] - {"of", "for"}) | _PARTING
_BESIDE = frozenset("the both some several senior top high-level its their his her other and a group of".split())
_MOST = 8  # who take part
_AFTER_BODIES = (
    frozenset("and or with to as that while when over".split())
    | OTHER["placing"] | OTHER["helping"] | OTHER["light"] | OTHER["topical"] | OTHER["breaks"] | OTHER["ahead"]
    | (VERBS.keys() - NOUNS.keys())
)  # fmt: skip
"""What may follow a country or body that acts; a noun would say that its name only tells what the noun is."""
_WAY = 6  # words from "traveled" to where
_INSERTED = frozenset("who whose which whom a an the after along accompanied".split())
_SPEAKING_FOR = 5  # words from a country to who speaks for it

# Who may take part ---------------------------------------------------------------------------------------------------


def parties(lex: Lexemes, meant: Iterable[Meant]) -> list[Meant]:
    """Those of the mentions that may take part in a contact, each only with the members that may."""
    meant = list(meant)
    covered = [_with_title(m) for m in meant if any(x.kind == "person" for x in m.members)]
    found = []
    for m in meant:
        persons = tuple(x for x in m.members if x.kind == "person")
        if persons:
            found.append(m if len(persons) == len(m.members) else replace(m, members=persons))
        elif m.name is not None and not any(a <= m.start < b for a, b in covered):
            party = _body(lex, m, found)
            if party is not None:
                found.append(party)
    return [m for n, m in enumerate(found) if not is_body(m) or not _in_role(lex, m, found[n + 1 : n + 3])]


def _with_title(m: Meant) -> tuple[int, int]:
    title = m.name.title if m.name else None
    return (min(m.start, title.start), max(m.end, title.end)) if title else (m.start, m.end)


def is_body(m: Meant) -> bool:
    """Is it a country or body that takes part, and no person?"""
    return m.members[0].kind != "person"


def _in_role(lex: Lexemes, m: Meant, following: Sequence[Meant]) -> bool:
    """Is a country or body named only in the role of a person: "US Ambassador to Peru | Ada Dahl"?"""
    for other in following:
        if not is_body(other):
            begins, last = lex.at(_with_title(other)[0]), lex.at(m.end)
            if begins == last and lex.gap[begins] == "," and m.name and m.end > m.name.end:
                return True  # "his Chilean and Peruvian counterparts, Ada Dahl and Bo Castell"
            return lex.keys[last:begins] != ["and"] and _is_title(lex, last, begins) and lex.gap[begins] == ""
    return False


def _body(lex: Lexemes, m: Meant, found: list[Meant]) -> Meant | None:
    """A country or body as it may take part: by its name, or with the words for those who speak for it."""
    name = m.name
    if name is None or m.members[0].kind not in ("country", "organisation"):
        return None
    if m.members[0].kind == "organisation" and not OTHER["press"].isdisjoint(name.keys):
        return None
    if _placed(lex, name.i):
        return None
    end = _speaking_for(lex, name.j)
    if end is not None:
        return replace(m, end=lex.ends[end])
    if name.sense == "adjective" or name.parts or _attributive(lex, m) or lex.gap[name.j : name.j + 1] == ["s"]:
        return _owner_of_contact(lex, m)
    return m


def _placed(lex: Lexemes, i: int) -> bool:
    """Does a name at lexeme `i` stand where places do: "in (the) Peru"?"""
    k = i - 1 - (i > 1 and lex.keys[i - 1] in ("the", "both"))
    return i > 0 and not lex.gap[i] and lex.keys[k] in OTHER["placing"]


def _owner_of_contact(lex: Lexemes, m: Meant) -> Meant | None:
    """ "Turkey's talks with B"."""
    j = m.name.j if m.name else 0
    owns = lex.gap[j : j + 1] == ["s"] and any(k in NOUNS for k in lex.keys[j : j + 3])
    return m if owns else None


def _speaking_for(lex: Lexemes, j: int) -> int | None:
    """The last word for those who speak for the body named before lexeme `j`: "(Turkish) and US officials"."""
    for k in range(j, min(j + _SPEAKING_FOR, lex.size)):
        key = lex.keys[k]
        if lex.gap[k] and (lex.gap[k] != "s" or k > j):
            return None
        if key in OTHER["representatives"]:
            following = k + 1 < lex.size and not lex.gap[k + 1] and lex.keys[k + 1]
            if following in OTHER["representatives"] or following in HEADS:
                continue
            return k
        known = authority.look(lex, k) if lex.caps[k] else None
        if key != "and" and key not in MODIFIERS and key not in HEADS and key not in _BESIDE and known is None:
            return None
    return None


# Before the word -------------------------------------------------------------------------------------------------


def subject(people: Sequence[Meant]) -> list[Member]:
    """The first who is named in a clause: whom a participle after "after" is about."""
    first = next((m for m in people if not m.own), None)
    return list(first.members) if first else []


def behind(lex: Lexemes, i: int, people: Sequence[Meant], apart: Collection[Member]) -> list[Member]:
    """Whom a clause is about that begins with the contact at `i`: "After talks with A, B left"; not who is `apart`."""
    for m in people:
        begins = lex.at(m.start)
        comma = next((k for k in range(begins, max(i, begins - _TITLE), -1) if lex.gap[k]), 0)
        if comma > i and lex.gap[comma] == "," and not m.own and not any(x in apart for x in m.members):
            return list(m.members)
    return []


def left(lex: Lexemes, i: int, people: Sequence[Meant]) -> list[Member]:
    """Those named last before a word, with whom they are tied by "and"."""
    before = [m for m in people if m.end <= lex.starts[i] and not _owner(lex, m, i) and not _attributive(lex, m)]
    before = [m for m in before if not _kin(lex, m)]
    if before and before[-1].own and lex.at(before[-1].end) >= i - 4:
        return list(before[-1].members)
    before = [m for m in _outside_apposition(lex, i, before) if not m.own]
    while before and is_body(before[-1]) and not _at_once(lex, before[-1], i):
        before.pop()
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
    return [x for m in reversed(group) for x in m.members]


def _outside_apposition(lex: Lexemes, i: int, before: list[Meant]) -> list[Meant]:
    """Those who stand before an insertion that ends at `i`: "A, who defeated B, met"."""
    if lex.gap[i] != ",":
        return before
    for k in range(i - 1, max(0, i - _NEAR), -1):
        if lex.gap[k] == ",":
            inserted = lex.keys[k] in _INSERTED
            outside = [m for m in before if m.end <= lex.ends[k - 1]]
            return outside if inserted and outside else before
    return before


def _at_once(lex: Lexemes, m: Meant, i: int) -> bool:
    """Does hardly anything stand between a country or body and the word at `i`?"""
    owns = lex.gap[lex.at(m.end) : lex.at(m.end) + 1] == ["s"]
    between = lex.keys[lex.at(m.end) : i]
    return owns or (len(between) < 4 and OTHER["helping"].issuperset(between))


def _tie(lex: Lexemes, a: Meant, b: Meant) -> str:
    """What ties two who are named one after the other: "and", a comma, nothing."""
    between = [lex.keys[k] for k in lex.between(a.end, b.start)]
    if len(between) > _TIED or any(k in VERBS or k in _PARTING for k in between):
        return ""
    if (is_body(a) or is_body(b)) and not _BESIDE.issuperset(between):
        return ""
    return "and" if "and" in between else "," if lex.gap[lex.at(a.end)] == "," else ""


def _owner(lex: Lexemes, m: Meant, i: int) -> bool:
    """Is somebody named only as the owner of something that is not the contact?"""
    after = lex.at(m.end)
    return after < i - 3 and after < lex.size and lex.gap[after] == "s"


# After the word --------------------------------------------------------------------------------------------------


def right(lex: Lexemes, i: int, people: Sequence[Meant], links: Collection[str], direct: bool) -> list[Member]:
    """Those named after a word: after one of the `links` ("with"), or where it is `direct`, at once."""
    after = [m for m in people if m.start >= lex.ends[i] and not m.own]
    while after and is_body(after[0]) and not _linked(lex, i, after[0], links):
        after.pop(0)
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
    return [x for m in group[:sure] for x in m.members]


def _linked(lex: Lexemes, i: int, m: Meant, links: Collection[str]) -> bool:
    """Does a country or body follow a link at once: "talks with the Peruvian delegation"?"""
    k = lex.at(m.start) - 1
    while k > i and lex.keys[k] in _BESIDE and not lex.gap[k + 1]:
        k -= 1
    return (lex.keys[k] in links or (k == i and not links)) and k >= i and not lex.gap[k + 1]


def _leads_to(lex: Lexemes, i: int, m: Meant, links: Collection[str], direct: bool) -> bool:
    """Do the words after a word of contact lead to somebody: a link, or for a verb hardly anything?"""
    title = m.name.title if m.name else None
    begins = lex.at(min(m.start, title.start) if title else m.start)
    between = lex.keys[i + 1 : begins]
    comma = next((k for k in range(i + 1, begins) if lex.gap[k] == ","), begins)
    link = next((n for n, k in enumerate(lex.keys[i + 1 : comma]) if k in LINKS), None)
    if link is not None and between[link] in links and _is_title(lex, i + link + 2, begins):
        return not any(k in VERBS or k in OTHER["away"] for k in between[:link]) and link < _NEAR
    if len(between) > _NEAR or any(k in VERBS or k in OTHER["away"] for k in between):
        return False
    after = between if link is None else between[link + 1 :]
    if link is None and (not direct or not LINKS.isdisjoint(after)):
        return False
    return (link is None or between[link] in links) and len(after) < _TITLED and OTHER["apart"].isdisjoint(after)


def _is_title(lex: Lexemes, i: int, j: int) -> bool:
    """Can the lexemes `[i, j)` all be of the role before a name: "Minister for Trade of | the Peruvian Republic"?"""
    if any(lex.gap[k] not in ("", "s", "-") for k in range(i, j)):
        return False
    return all(lex.keys[k] in _IN_TITLES or (lex.caps[k] and lex.keys[k] not in _NOT_IN_TITLES) for k in range(i, j))


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
    if is_body(m):
        plain = m.end == m.name.end and j < lex.size and not lex.gap[j]
        return plain and (lex.caps[j] or lex.keys[j] not in _AFTER_BODIES)
    after = lex.gap[j] if j < lex.size else "."
    followed = after == ":" or (after == "" and lex.keys[j] in OTHER["followers"])
    return followed or (m.name.article and len(m.name.keys) == 1)


# Who is visited --------------------------------------------------------------------------------------------------


def hosts(lex: Lexemes, i: int, span: range, cast: Cast, to: bool) -> list[Member]:
    """The countries that somebody goes to: those named after "to", or whose capitals are; with `to` only after it."""
    found: list[Member] = []
    k = i + 1
    while k < min(i + _WAY, span.stop):
        known = authority.look(lex, k) if lex.caps[k] else None
        placed = known and known.entry.kind == "country" and known.sense in ("name", "seat")
        if known and placed and _reached(lex, i, k, to, found):
            if known.j < lex.size and lex.gap[known.j] == "s":
                return found  # "to Peru's coast"
            country = cast.member(known.entry.id, "country")
            country.name = country.name or known.entry.name
            if country not in found:
                found.append(country)
            k = i = known.j
        elif found and lex.keys[k] not in ("and", "the"):
            break
        else:
            k += 1
    return found


def _reached(lex: Lexemes, i: int, k: int, to: bool, found: Sequence[Member]) -> bool:
    """Does the way lead on to the place at `k`: "to", hardly anything, or a place that belongs to the one before?"""
    if found:
        return all(key in ("and", "the") for key in lex.keys[i:k])
    links = [n for n in range(i + 1, k) if lex.keys[n] in ("to", "in")]
    if not to or not links:
        return not to and not links
    return all(not lex.caps[n] or authority.look(lex, n) for n in range(links[-1] + 1, k))
