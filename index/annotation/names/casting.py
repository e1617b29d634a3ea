"""Who and what an article speaks of: the names that mean the same, put together.

A full name explains its short forms, an expansion its acronym, a ministry's country the plain "Defense Ministry".
Names that stay open, with nothing in the article to say what they name, are left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from index.annotation.cutting.lexemes import Lexemes, initials
from index.annotation.names import authority, people, persons
from index.annotation.names.cast import Cast, Member, best, slug
from index.annotation.names.chunks import Name
from index.annotation.names.lists import COMMON, MATTERS, NEVER, OPENERS, THINGS
from index.annotation.names.reading import Names

_TELLING = 4
_KNOWN_AS = 5  # words from a name to "known as …"
_NEAR = 12  # lexemes
_MINISTRY = frozenset(("ministry", "department", "ministries"))
_STYLES, _OF_STYLES = frozenset(("republic", "kingdom", "federation")), frozenset(("islamic", "democratic", "arab"))
_DOMAIN = {
    "defence": "defense", "labour": "labor", "external": "foreign", "internal": "interior",
    "affairs": "", "national": "", "of": "", "the": "", "and": "", "ministry": "",
}  # fmt: skip


def gather(text: str, lex: Lexemes, found: Names) -> Cast:
    """The cast of an article from the names found in it."""
    cast = Cast(text)
    _surnames(found.names)
    _known(cast, found.names)
    _bodies(cast, found)
    initialled = _initialled(lex, found.names) | _known_as(cast, lex, found.names)
    surnames = {n.keys[-1:] for n in found.names if n.guess == "person" and len(n.keys) > 1}  # "ERDOGAN said"
    _acronyms(cast, lex, [n for n in found.names if n not in initialled and n.keys not in surnames])
    people.join(cast, [n for n in found.names if n not in initialled] if initialled else found.names)
    for name, full in initialled.items():
        if full in cast.of:
            cast.add(cast.of[full], name)
    _single_bodies(cast, found.names)
    for title in found.titles:
        holder = cast.of.get(title.holder) if title.holder else None
        if holder:
            holder.titles.append(title)
            if title.of and not holder.of and title.of in cast.of:
                holder.of = cast.of[title.of].id
            holder.male = title.male if holder.male is None else holder.male
    for member in cast.members.values():
        member.names.sort(key=lambda n: n.start)
        if member.kind == "person" and not member.of:
            member.of = next((cast.of[n.of].id for n in member.names if n.of in cast.of), None)
        member.name = member.name or best(text, member)
    return cast


def _initialled(lex: Lexemes, names: Sequence[Name]) -> dict[Name, Name]:
    """Acronyms that are the initials of persons, and of no body: "MBS", by the name in full."""
    long = [n for n in names if n.guess in ("person", "open") and len(n.keys) > 2]
    full = {"".join(k[0] for k in n.keys[:3]): n for n in long if n.keys[1] in persons.SON_OF}  # "MBZ", of his family
    full |= {"".join(k[0] for k in n.keys): n for n in long}
    bodies = [[lex.words[k] for k in range(n.i, n.j)] for n in names if n.guess == "body"]
    return {
        n: full[n.keys[0]]
        for n in names
        if n.guess == "acronym" and n.keys[0] in full and not any(_spells(n.keys[0], body) for body in bodies)
    }


def _known_as(cast: Cast, lex: Lexemes, names: Sequence[Name]) -> dict[Name, Name]:
    """Names by which persons go, by the name in full: "Bo Lang, widely known as Lomax, left. Lomax slept."."""
    if "known as" not in cast.text:
        return {}
    full = {
        b.keys: a
        for a, b in pairwise(names)
        if b.guess == "open" and lex.keys[b.i - 1] == "as" and lex.keys[b.i - 2] == "known"
        and a.guess in ("person", "open") and b.i - a.j < _KNOWN_AS and len(b.keys) == 1
    }  # fmt: skip
    return {n: full[n.keys] for n in names if n.keys in full and n.guess == "open"}


def _surnames(names: Sequence[Name]) -> None:
    """Read the name of a country as a surname where it is one: "Jim Jordan", "Jordan asked"."""
    surnames = {n.keys[-1] for n in names if n.guess == "person" and len(n.keys) > 1}
    by_country: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        if name.entry and name.entry.kind == "country":
            by_country[name.entry.id].append(name)
    for own in by_country.values():
        one = {n.keys[0] for n in own if n.sense == "name" and len(n.keys) == 1 and not n.placed}
        if len(one & surnames) == 1 and all(n.keys[0] in one for n in own) and any(n.acts for n in own):
            for name in own:
                name.guess, name.entry = "open", None


# Countries and known bodies -----------------------------------------------------------------------------------------


def _countries(names: Sequence[Name]) -> Counter[str]:
    """How often an article names each country, or a body of it that no other country has."""
    counts: Counter[str] = Counter()
    for name in names:
        if name.entry and name.keys not in name.entry.shared:
            counts[name.entry.id if name.entry.kind == "country" else name.entry.of or ""] += 1
    return counts


def _another_owner(entry: authority.Entry, countries: Counter[str]) -> str | None:
    """Whose "Senate" is meant where an article speaks of one country and hardly of the one that is known for it."""
    known = authority.entries()
    named = [c for c in countries if c in known and known[c].kind == "country" and c != entry.of]
    owner = max(named, key=lambda c: (countries[c], c), default="")
    usual = countries[entry.of or ""]
    return owner if usual < _TELLING and countries[owner] > _TELLING * max(1, usual) else None


def _namesakes(names: Sequence[Name]) -> set[str]:
    """Countries that an article does not mean by their name: the Georgia that is named neither beside a neighbour nor
    with what is Georgian is the American state."""
    asked: set[str] = set()
    told: set[str] = set()
    for name in names:
        if name.entry and name.entry.beside:
            near = (n.entry.id in name.entry.beside for n in names if n.entry and abs(n.i - name.i) <= _NEAR)
            asked.add(name.entry.id)
            if name.sense != "name" or any(near):
                told.add(name.entry.id)
    return asked - told


def _known(cast: Cast, names: Sequence[Name]) -> None:
    countries = _countries(names)
    elsewhere = _namesakes(names)
    for name in names:
        entry = name.entry
        if name.guess != "known" or entry is None or (name.sense == "seat" and name.placed) or entry.id in elsewhere:
            continue
        if name.keys in entry.shared and (owner := _another_owner(entry, countries)):
            member = cast.member(slug(f"{owner} {' '.join(name.keys)}"), entry.kind)
            member.of = owner
            cast.add(member, name)
            continue
        member = cast.member(entry.id, entry.kind)
        member.name, member.of, member.called = entry.name, entry.of, entry.called
        cast.add(member, name)


# Other bodies -------------------------------------------------------------------------------------------------------


def _bodies(cast: Cast, found: Names) -> None:
    bodies = [n for n in found.names if n.guess == "body" and len(n.keys) > 1]
    endings: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name in sorted(bodies, key=lambda n: -len(n.keys)):
        wanted, country = _body_id(cast, name, found)
        owned = name.of is not None and name.start < name.of.end
        longer = set() if owned else endings[name.keys]
        if len(longer) == 1 and wanted not in cast.members:
            wanted = next(iter(longer))  # "Coordination Council", where one longer name ends so
        member = cast.member(wanted, "organisation")
        member.of = member.of or country
        cast.add(member, name)
        for k in range(0 if owned else 1, len(name.keys)):
            endings[name.keys[k:]].add(wanted)


def _body_id(cast: Cast, name: Name, found: Names) -> tuple[str, str | None]:
    """The id of a body, and the country it belongs to. Ministries of one country and matter are one."""
    country = _country(cast, name)
    if _MINISTRY.isdisjoint(name.keys):
        inside = name.of is not None and name.i == name.of.i  # "Turkish police", read as one chunk
        own = name.keys[name.of.j - name.of.i :] if name.of and inside else name.keys
        if name.of and name.of.parts:
            return slug(" ".join(own)), None
        owner = country if name.of and name.of.entry and name.of.entry.kind != "organisation" else ""
        return slug(f"{owner} {' '.join(own)}"), country
    matter = [_DOMAIN.get(k, k) for k in name.keys if authority.single(k) is None]
    if not _STYLES.isdisjoint(matter):  # "… of the Republic of Peru"
        matter = [m for m in matter if m not in _STYLES and m not in _OF_STYLES]
    words = " ".join(dict.fromkeys(w for w in matter if w))
    if "department" not in name.keys:
        words += " ministry"
    country = country or _implied(cast, matter, found)
    return slug(f"{country or ''} {words}"), country


def _country(cast: Cast, name: Name) -> str | None:
    """The country or body that stands before, or at the end of, a body's name."""
    if name.of is not None and name.of.entry is not None:
        return name.of.entry.id
    if len(name.keys) > 2 and name.keys[-2] in ("of", "the"):
        hit = authority.single(cast.text[name.start : name.end].rsplit(None, 1)[-1])
        if hit:
            return hit[0].id
    if name.keys[-1] in _STYLES:  # "… of the Russian Federation"
        hit = authority.single(name.keys[-2].title())
        return hit[0].id if hit else None
    return None


def _implied(cast: Cast, matter: list[str], found: Names) -> str | None:
    """The one country whose ministry or minister of that matter the article names."""
    countries = set()
    domain = {m for m in matter if m}
    for other in found.names:
        ministry = other.guess == "body" and not _MINISTRY.isdisjoint(other.keys)
        if ministry and other.of and other.of.entry and domain <= _matter(other.keys):
            countries.add(other.of.entry.id)
    for title in found.titles:
        if title.of and title.of.entry and domain and domain <= title.meaning:
            countries.add(title.of.entry.id)
    return countries.pop() if len(countries) == 1 else None


def _matter(keys: Iterable[str]) -> set[str]:
    return {m for m in (_DOMAIN.get(k, k) for k in keys) if m}


# Acronyms -----------------------------------------------------------------------------------------------------------


def _acronyms(cast: Cast, lex: Lexemes, names: list[Name]) -> None:
    meanings: dict[str, Member | None] = {}
    for before, name in zip([None, *names], names, strict=False):
        if name.guess == "acronym" and name.keys[0] not in meanings:
            meanings[name.keys[0]] = _meaning(cast, lex, before, name)
    for name in names:
        if name.guess == "acronym" and name not in cast.of:
            member = meanings[name.keys[0]]
            if member:
                cast.add(member, name)


def _meaning(cast: Cast, lex: Lexemes, before: Name | None, name: Name) -> Member | None:
    """Whom an acronym means: the expansion it stands in brackets after, one that has its letters, or itself."""
    word = name.keys[0]
    if word in NEVER or word in MATTERS or word in COMMON or word in OPENERS:
        return None
    if lex.gap[name.i] == "(":
        if before and before.j == name.i:
            explained = [lex.words[k] for k in range(before.i, before.j)]
            if before in cast.of and (before.guess == "body" or _spells(word, explained)):
                return cast.of[before]
            if before.guess in ("body", "thing") and _spells(word, [lex.words[k] for k in range(before.i, before.j)]):
                return None
        last = _expansion(lex, name.i, word)
        if last is not None and (last in THINGS or not lex.caps[name.i - 1]):
            return None
    for member in cast.members.values():
        for other in member.names:
            if other.guess == "body" and _spells(word, [lex.words[k] for k in range(other.i, other.j)]):
                return member
    return cast.member(slug(word), "organisation")


def _expansion(lex: Lexemes, i: int, acronym: str) -> str | None:
    """The last of the words before `i` that have the letters of an acronym, if they do."""
    for k in range(i - 2, max(-1, i - len(acronym) - 5), -1):
        if _spells(acronym, [w.title() for w in lex.words[k:i]]):
            return lex.keys[i - 1]
    return None


def _spells(acronym: str, words: list[str]) -> bool:
    """Do the first letters of the words contain those of the acronym, in order and from the first on?"""
    first = initials(words)
    letters = iter(first)
    return len(acronym) > 1 and len(words) > 1 and first[:1] == acronym[0] and all(c in letters for c in acronym)


def _single_bodies(cast: Cast, names: list[Name]) -> None:
    """One-word bodies ("Zaman"): where the text once says what they are, everywhere."""
    told = {n.keys[0] for n in names if n.guess == "body" and len(n.keys) == 1 and n.keys[0] not in COMMON}
    for name in names:
        if name not in cast.of and len(name.keys) == 1 and name.keys[0] in told:
            cast.add(cast.member(slug(name.keys[0]), "organisation"), name)
