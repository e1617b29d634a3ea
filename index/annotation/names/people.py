"""The persons of an article: full names that agree, and the short forms that they explain."""

from __future__ import annotations

from collections.abc import Iterable

from index.annotation.names import persons
from index.annotation.names.cast import Cast, Member, slug
from index.annotation.names.chunks import Name
from index.annotation.names.lists import FAMILIES, GIVEN

_OFTEN = 3
_UNNAMED = 1 << 10  # who is called by the surname alone, as if everybody knew, is whom it means
_MAY_BE_SHORT = ("open", "person", "thing", "acronym", "body")


def join(cast: Cast, names: list[Name]) -> None:
    """Give every name that can be a person's to the person it means."""
    known = _named_in_full(cast, [n for n in names if _is_person(n) and len(persons.core(n.keys)) > 1])
    for name in names:  # also where a place could stand: "a letter to Bo Berg"
        if name.keys in known and name.guess == "open" and name not in cast.of:
            cast.add(known[name.keys], name)
    short = [n for n in names if n not in cast.of and n.guess in _MAY_BE_SHORT and len(persons.core(n.keys)) == 1]
    _never_in_full(cast, short)
    last: dict[str, Member] = {}
    often = {m.id: len(m.names) or _UNNAMED for m in cast.persons}
    waiting = set(short)
    for name in names:
        if name in waiting and (member := _short_form(cast, name, last, often)) is not None:
            cast.add(member, name)
        if name in cast.of and cast.of[name].kind == "person":
            last[name.keys[-1]] = cast.of[name]
    _paired(cast, names)


def _named_in_full(cast: Cast, full: list[Name]) -> dict[tuple[str, ...], Member]:
    """Make the persons that are named in full, each once; whom each of the folded names means."""
    alike = _Alike(cast.persons)
    known: dict[tuple[str, ...], Member] = {}
    for name in full:
        member = known.get(name.keys)
        if member is None:
            core, generation = persons.core(name.keys), persons.generation(name.keys)
            member = next((m for m in alike.to(core) if _names(m, core, generation)), None)
            if member is None:
                member = _new_person(cast, slug(" ".join(name.keys)), core, generation)
                alike.add(member)
            elif len(core) > len(member.core):
                member.core = core
                alike.add(member)
            member.generation = member.generation or generation
            known[name.keys] = member
        cast.add(member, name)
    return known


class _Alike:
    """Persons by what spellings of one name have in common. (In a list of thousands, to compare each with each would
    take minutes.)"""

    def __init__(self, people: Iterable[Member]) -> None:
        self._numbers: dict[Member, int] = {}
        self._by_part: dict[str, set[Member]] = {}
        for member in people:
            self.add(member)

    def add(self, member: Member) -> None:
        """Take somebody in; or again, with another core."""
        self._numbers.setdefault(member, len(self._numbers))
        for part in _parts(member.core):
            self._by_part.setdefault(part, set()).add(member)

    def to(self, core: tuple[str, ...]) -> list[Member]:
        """Those who may be called so, in the order in which they were taken in."""
        found = {member for part in _parts(core) for member in self._by_part.get(part, ())}
        return sorted(found, key=self._numbers.__getitem__) if len(found) > 1 else list(found)


def _parts(core: tuple[str, ...]) -> tuple[str, ...]:
    """What two cores have one of in common if they are `compatible`: the surname, initials, all but hyphens."""
    return (core[-1], core[0][0] + core[-1][0], "".join(core).replace("-", "")) if core else ()


def _never_in_full(cast: Cast, short: list[Name]) -> None:
    """Make the persons of whom the article knows but one word."""
    judged: set[tuple[tuple[str, ...], frozenset[str] | None, bool]] = set()
    for name in short:
        asked = name.keys, name.title.meaning if name.title else None, _speaks(name)
        if asked in judged:
            continue
        judged.add(asked)
        generation = persons.generation(name.keys)
        found = _by_surname(cast, name)
        if (not found and (generation or _speaks(name))) or (found and _somebody_else(cast, found, name, short)):
            wanted = slug(" ".join(name.keys if generation else name.keys[-1:]))
            _new_person(cast, wanted, persons.core(name.keys), generation)


def _somebody_else(cast: Cast, found: list[Member], name: Name, short: list[Name]) -> bool:
    """Does a surname mean one whom the article never names in full, and not those it does?

    Who is called by the surname, and with a role, before women of that surname are named in full, is none of them
    ("President Obama" before "Michelle Obama"); men are those whom everybody knew ("President Obama" before "Barack
    Obama"), save the sons of kings and those whose surname everybody bears. Nor does a role mean somebody
    of whom only the kinship is told ("President Biden", "his son Hunter Biden").
    """
    key = persons.core(name.keys)[-1]
    if any(not m.names or m.core[-1] != key for m in found):
        return False
    title = name.title
    told = frozenset() if title is None or title.bare else title.meaning
    if told and all(map(_is_relative, found)):
        return True
    if key not in FAMILIES and not told & persons.CROWNED:
        if told and "president" not in told:  # "Secretary Clinton" before "Hillary Clinton"
            return False
        if any(m.male is not False and not m.generation for m in found):
            return False
    first = min(m.names[0].start for m in found)
    if title is not None and not title.bare:
        roles = [n.title.meaning for m in found for n in m.names if n.title]
        called = [n.title.meaning if n.title else None for n in short if n.keys[-1] == key]
        alike = called.count(title.meaning)  # always so, or often: "Ivanka Trump came; President Trump did not"
        apart = not roles and (alike == len(called) or alike >= _OFTEN or _comes_after(cast, found))
        return not any(r & title.meaning for r in roles) and (name.start < first or apart)
    if name.start > first:
        return False
    return sum(n.keys[-1] == key and n.start < first for n in short) >= _OFTEN


def _comes_after(cast: Cast, found: list[Member]) -> bool:
    """Are people named only after others: no article about a president begins so?"""
    first = min(m.names[0].start for m in found)
    return any(m.names and m.names[0].start < first for m in cast.persons)


def _is_relative(member: Member) -> bool:
    """Is a person told of as somebody's relative, and with no role?"""
    return any(n.kin for n in member.names) and not any(n.title and not n.title.bare for n in member.names)


def _speaks(name: Name) -> bool:
    """Is one word a person by what stands around it: a role, a verb of speech?"""
    if name.guess == "person":
        return name.title is not None
    return name.guess == "open" and name.acts and not name.placed


def _paired(cast: Cast, names: list[Name]) -> None:
    """The persons of a pair with a hyphen: "the Biden-Harris administration"."""
    surnames = {m.core[-1]: m for m in cast.persons}
    for name in names:
        if name.parts or name.keys[0].count("-") != 1:
            continue
        parts = name.keys[0].split("-")
        if not all(p in surnames for p in parts):
            continue
        start = name.start
        for part in parts:
            half = Name(name.i, name.i + 1, start, start + len(part), (part,), "person", parts=(part,))
            cast.add(surnames[part], half)
            start += len(part) + 1


def _is_person(name: Name) -> bool:
    return name.guess == "person" or (name.guess == "open" and not name.placed and len(name.keys) <= 4)


def _names(member: Member, core: tuple[str, ...], generation: str) -> bool:
    """Can a full name be another spelling of this person's?"""
    return persons.compatible(member.core, core) and not persons.apart(
        core, generation, member.core, member.generation
    )


def _new_person(cast: Cast, wanted: str, core: tuple[str, ...], generation: str = "") -> Member:
    number = 2
    free = wanted
    while free in cast.members:
        free = f"{wanted}-{number}"
        number += 1
    member = cast.member(free, "person")
    cast.meant.clear()
    member.core, member.generation = core, generation
    member.male = persons.male(core[0]) if len(core) > 1 else None
    return member


def _short_form(cast: Cast, name: Name, last: dict[str, Member], often: dict[str, int]) -> Member | None:
    """The person that one word means.

    Of those with that surname, the one most often named in full (not his wife, named once), else the last named; else
    one with it among the given names.
    """
    found = _by_surname(cast, name)
    if not found:
        return None
    fitting = [m for m in found if _has_role(m, name)] or [m for m in found if _fits(m, name)]
    if not fitting and name.title is not None and name.title.meaning & persons.CROWNED:
        return _new_person(cast, slug(f"{name.title.role} {' '.join(name.keys)}"), persons.core(name.keys))
    fitting = fitting or found
    most = max(often.get(m.id, _UNNAMED) for m in fitting)
    fitting = [m for m in fitting if often.get(m.id, _UNNAMED) == most]
    if len(fitting) > 1:  # not his brother, of whom no role is told
        fitting = [m for m in fitting if any(n.title and not n.title.bare for n in m.names)] or fitting
    recent = last.get(persons.core(name.keys)[-1])
    return recent if recent in fitting else fitting[0]


def _by_surname(cast: Cast, name: Name) -> list[Member]:
    """The persons of whom one word can be the name: by surname, by a given name, by a surname misspelt."""
    key = persons.core(name.keys)[-1]
    asked = key, name.guess == "thing", name.title is not None
    if asked not in cast.meant:
        cast.meant[asked] = _persons_named(cast.persons, *asked)
    found, generation = cast.meant[asked], persons.generation(name.keys)
    alike = _of_generation(found, generation)
    if not alike and generation and name.title and not name.title.bare:  # "President Dahl Jr." is President Bo Dahl
        alike = [m for m in found if _has_role(m, name)]
    return alike


def _of_generation(people: list[Member], generation: str) -> list[Member]:
    """Those whom "Castell Jr" can mean; of those whom "Castell" can mean, the father before the son."""
    if generation:
        return [m for m in people if m.generation == generation]
    return [m for m in people if not m.generation] or people


def _persons_named(people: list[Member], key: str, common: bool, titled: bool) -> list[Member]:
    found = [m for m in people if m.core[-1] == key]
    if not found and key in FAMILIES:  # "Park" is Park Jin-woo, common word or not
        found = [m for m in people if m.core[0] == key]
    if not found and not common:
        alone = titled or key not in GIVEN or key in FAMILIES  # "Wang" may be Wang Yi, but "Peter" not Peter Berg
        found = [m for m in people if key in m.core and (alone or m.core[0] != key)]
    if not found and titled:  # "Prince Mohammed" is Mohammad bin Salman
        found = [m for m in people if _after_father(m) and persons.same_given(m.core[0], key)]
    if not found and not common:  # "Lindsay" alone, where one Lindsay is named in full
        first = [m for m in people if m.core[0] == key]
        found = first if len(first) == 1 else []
    if not found and len(key) > 5 and not common:
        found = [m for m in people if m.core[-1][0] == key[0] and persons.near(m.core[-1], key)]
    return found


def _fits(member: Member, name: Name) -> bool:
    """Does the role given with a short form agree with the person's?"""
    if name.keys[0] in persons.SON_OF:
        return _after_father(member)
    if name.title is None:
        return True
    if name.title.meaning & persons.CROWNED:
        key = persons.core(name.keys)[-1]
        borne = key in member.core or (_after_father(member) and persons.same_given(member.core[0], key))
        if not borne or (key == member.core[-1] and _after_father(member)):
            return False  # "King Tahir" is neither Hamid bin Tahir nor Ali Taher
    if name.title.bare:
        return member.male is None or name.title.male is None or member.male == name.title.male
    own = [n.title.meaning for n in member.names if n.title and not n.title.bare]
    return not own or any(name.title.meaning & meaning for meaning in own)


def _has_role(member: Member, name: Name) -> bool:
    title = name.title
    return title is not None and any(n.title and n.title.meaning & title.meaning for n in member.names)


def _after_father(member: Member) -> bool:
    """Is the last word of a person's name the father's ("bin Salman"), and no surname?"""
    return any(len(n.keys) > 2 and n.keys[-2] in persons.SON_OF for n in member.names)
