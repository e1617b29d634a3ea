"""Who may take part in a contact: persons, and the countries and bodies for which somebody acts.

A country or body takes part by its own name ("talks between Peru and Chile"), or through whoever speaks for it
("Peruvian and Chilean officials met"); not where its name tells a place, or only what a noun is ("a US citizen").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.annotation.contacts.lexicon import BESIDE, NOUNS, OTHER, VERBS
from index.annotation.cutting.lexemes import Lexemes
from index.annotation.mentions import Meant
from index.annotation.names import authority
from index.annotation.names.cast import Cast
from index.annotation.names.lists import HEADS, MODIFIERS

_SPEAKING_FOR = 5  # words from a country to who speaks for it
_RECENT = 400  # characters within which a name explains "the president" where there are several
_AFTER_BODIES = (
    frozenset("and or with to as that while when over said says began".split())
    | OTHER["placing"] | OTHER["helping"] | OTHER["light"] | OTHER["topical"] | OTHER["elsewhere"]
    | OTHER["breaks"] | OTHER["ahead"] | (VERBS.keys() - NOUNS.keys())
)  # fmt: skip
_BEFORE_PLACES = frozenset("the both northern southern eastern western central neighboring neighbouring".split())
_ALIKE = frozenset(("counterpart", "counterparts"))
_ACTING = OTHER["representatives"] | {"members"}
_IN_TITLES = frozenset("of for the and de a an his her their our its".split())
_NOT_IN_TITLES = (OTHER["apart"] - {"of", "for"}) | {"who", "said", "that", "with", "to", "told"}


def parties(lex: Lexemes, meant: Sequence[Meant], cast: Cast, talk: bool) -> list[Meant]:
    """Those of the mentions that may take part in a contact, each only with the members that may.

    In a `talk` that was taken down, "the president" is not the one who was named last.
    """
    covered = [with_title(m) for m in meant if any(x.kind == "person" for x in m.members)]
    found = []
    for m in meant:
        persons = tuple(x for x in m.members if x.kind == "person")
        if m.form == "title" and persons and _holder_is_open(m, cast, 0 if talk else _RECENT):
            country = cast.of.get(m.title.of) if m.title and m.title.of else None
            if country is not None:
                found.append(replace(m, members=(country,)))
        elif persons and not _is_another_group(lex, m):
            found.append(m if len(persons) == len(m.members) else replace(m, members=persons))
        elif m.name is not None and not any(a <= m.start < b for a, b in covered):
            party = _body(lex, m)
            if party is not None:
                found.append(party)
    return [m for n, m in enumerate(found) if not _in_role(lex, m, found[n + 1 : n + 3])]


def is_body(m: Meant) -> bool:
    """Is it a country or body that takes part, and no person?"""
    return m.members[0].kind != "person"


def owned(lex: Lexemes, i: int) -> bool:
    """Does the lexeme at `i` belong to whoever is named before it: "Castell's | talks", "Montes' | talks"?"""
    return lex.gap[i] == "s" or (lex.gap[i] in ("'", "’") and lex.keys[i - 1].endswith("s"))


def with_title(m: Meant) -> tuple[int, int]:
    """Where the words for somebody begin and end, with the role told beside the name."""
    title = m.name.title if m.name else None
    return (min(m.start, title.start), max(m.end, title.end)) if title else (m.start, m.end)


def begins_at(lex: Lexemes, m: Meant) -> int:
    """The lexeme at which the words for somebody begin: a role, and the country named for both ("Peru's Ada Dahl")."""
    first = lex.at(with_title(m)[0])
    of = m.name.of if m.name else None
    return of.i if of and of.i < first else first


def is_title(lex: Lexemes, i: int, j: int) -> bool:
    """Can the lexemes `[i, j)` all be of the role before a name: "Minister for Trade of | the Peruvian Republic"?"""
    if any(lex.gap[k] not in ("", "s", "-") for k in range(i, j)):
        return False
    return all(
        lex.keys[k] in _IN_TITLES
        or (lex.caps[k] and lex.keys[k] not in _NOT_IN_TITLES)
        or (lex.keys[k] == "to" and lex.keys[k - 1] in HEADS)
        for k in range(i, j)
    )


def attributive(lex: Lexemes, m: Meant) -> bool:
    """Does a name only tell what something is, or who speaks here ("Castell: Yes")?"""
    if m.name is None:
        return False
    j = m.name.j
    if is_body(m):
        plain = m.end == m.name.end and j < lex.size and not lex.gap[j]
        return plain and (lex.caps[j] or not follows_bodies(lex.keys[j]))
    after = lex.gap[j] if j < lex.size else "."
    follower = after == "" and not OTHER["followers"].isdisjoint((lex.keys[j], f"{lex.keys[j]}s"))
    followed = after == ":" or follower
    return followed or (m.name.article and len(m.name.keys) == 1)


def _holder_is_open(m: Meant, cast: Cast, near: int) -> bool:
    """May "the president" be another than the one it was taken for: of another country, or one of several?"""
    title, member = m.title, m.members[0]
    if title is None:
        return False
    holders = [p for p in cast.persons if any(title.meaning <= own.meaning for own in p.titles)]
    if title.of is not None:
        entry = title.of.entry
        stranger = entry is not None and entry.kind == "country" and member.of != entry.id
        return stranger and (member.of is not None or len(holders) > 1)
    return len(holders) > 1 and not any(m.start - near < n.start < m.start for n in member.names)


def follows_bodies(key: str) -> bool:
    """May a word follow a country or body that acts? A noun would say that its name only tells what the noun is."""
    return key in _AFTER_BODIES or key.endswith("ed")


def _is_another_group(lex: Lexemes, m: Meant) -> bool:
    """Are they told apart from those named before: "all of the officials", "the Labour leaders"?"""
    if m.form != "nominal":
        return False
    words = lex.between(m.start, m.end)
    if m.noun == "officials" and [lex.keys[k] for k in words] == ["the", "officials"]:
        return True  # those who speak on condition of anonymity
    return lex.keys[words.start - 1] == "of" or any(lex.caps[k] and not lex.fresh[k] for k in words)


def _in_role(lex: Lexemes, m: Meant, following: Sequence[Meant]) -> bool:
    """Is a body, or a role, named only as that of the person after it: "US Ambassador to Peru | Dr. Ada Dahl"?"""
    if not is_body(m):
        begins = lex.at(with_title(following[0])[0]) if m.form == "title" and following else -1
        return begins == lex.at(m.end) and lex.gap[begins] == "" and following[0].form == "name"
    for other in following:
        if not is_body(other):
            begins, last = lex.at(with_title(other)[0]), lex.at(m.end)
            if begins == last + 1 and lex.gap[last] == "(" and lex.gap[begins] == ")":
                return True  # "World Bank (WB) | President Ada Dahl"
            named = begins == last and lex.gap[begins] == "," and m.name is not None and m.end > m.name.end
            if named and (lex.keys[last - 1] in _ALIKE or _is_closed(lex, other)):
                return True  # "his Chilean and Peruvian counterparts, Ada Dahl and Bo Castell"
            return lex.keys[last:begins] != ["and"] and is_title(lex, last, begins) and lex.gap[begins] == ""
    return False


def _is_closed(lex: Lexemes, m: Meant) -> bool:
    """Does an insertion end with somebody: "the minister, Ada Dahl, …"; but not "…, Ada Dahl said"?"""
    after = lex.at(with_title(m)[1])
    return after >= lex.size or bool(lex.gap[after]) or lex.keys[after] == "and"


def _body(lex: Lexemes, m: Meant) -> Meant | None:
    """A country or body as it may take part: by its name, or with the words for those who speak for it."""
    name = m.name
    if name is None or m.members[0].kind not in ("country", "organisation"):
        return None
    if m.members[0].kind == "organisation" and not OTHER["press"].isdisjoint(name.keys):
        return None
    if lex.gap[name.i] == "s":
        return None  # "Peru's US ambassador"
    end = _speaking_for(lex, name.j)
    if end is not None:
        return replace(m, end=lex.ends[end])
    if _placed(lex, name.i):
        return None
    if lex.gap[name.j : name.j + 1] == ["s"]:
        return m if any(k in NOUNS for k in lex.keys[name.j : name.j + 3]) else None  # "Peru's talks with B"
    return None if name.sense == "adjective" or name.parts or attributive(lex, m) else m


def _placed(lex: Lexemes, i: int) -> bool:
    """Does a name at lexeme `i` stand where places do: "in (the) Peru"? Not in "a meeting of Peru and Chile"."""
    k = i - 1 - (i > 1 and lex.keys[i - 1] in _BEFORE_PLACES)
    if i < 1 or lex.gap[i] or lex.keys[k] not in OTHER["placing"]:
        return False
    return lex.keys[k] not in ("of", "from") or not (lex.keys[k - 1] in _ACTING or lex.keys[k - 1] in NOUNS)


def _speaking_for(lex: Lexemes, j: int) -> int | None:
    """The last word for those who speak for the body named before lexeme `j`: "(Turkish) and US officials"."""
    for k in range(j, min(j + _SPEAKING_FOR, lex.size)):
        key = lex.keys[k]
        if lex.gap[k] and (lex.gap[k] != "s" or k > j) and not (lex.gap[k] == "," and _is_known(lex, k)):
            return None
        if key in OTHER["representatives"]:
            following = k + 1 < lex.size and not lex.gap[k + 1] and lex.keys[k + 1]
            if following in OTHER["representatives"] or following in HEADS:
                continue
            return k
        if key != "and" and key not in MODIFIERS and key not in HEADS and key not in BESIDE and not _is_known(lex, k):
            return None
    return None


def _is_known(lex: Lexemes, k: int) -> bool:
    """Does the authority know what is named at `k`: "British, | French and German diplomats"?"""
    return lex.caps[k] and authority.look(lex, k) is not None
