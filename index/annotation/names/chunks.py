"""The first cut of a text into names and roles: what the authority knows, roles, and runs of capitals.

Whether a run of capitals is a person, a body or nothing is said here as far as its own words tell; the cast decides.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import compress

from index.annotation.cutting.lexemes import Lexemes
from index.annotation.names import authority, capitals, roles
from index.annotation.names.capitals import Guess
from index.annotation.names.lists import (
    ADJECTIVES,
    BODIES,
    COMMON,
    FEMALE_TITLES,
    GIVEN,
    HEADS,
    HONORIFICS,
    MALE_TITLES,
    MODIFIERS,
    OPENERS,
)

_ARTICLES = frozenset(("al", "the"))  # begin a name only before a capital: "the Hague"
MAY_BEGIN = frozenset(w for w in HEADS | MODIFIERS | HONORIFICS | _ARTICLES if "-" not in w)
"""Words in small letters that a name or role may begin with; so may any compound."""

_POLITE = frozenset(("mr", "mrs", "ms", "miss"))
_SURNAMES = frozenset("king prince bishop pope judge major marshal dean baron duke knight page".split())  # and roles


@dataclass(slots=True, eq=False)
class Title:
    """A role in the text: `[start, end)` with the country or body it belongs to, `role` its own words.

    `bare` ones are only a form of address; `past` ones are told of as held once.
    """

    i: int
    j: int
    start: int
    end: int
    role: str
    meaning: frozenset[str]
    of: Name | None = None
    holder: Name | None = None
    bare: bool = False
    past: bool = False
    male: bool | None = None


@dataclass(slots=True, eq=False)
class Name:
    """A name at `[start, end)`, lexemes `[i, j)`. `keys` are its folded words; `guess` says what it may name.

    `of` is what it belongs to ("Turkish" of "Defense Ministry"), `title` the role given with it, `acts` whether it is
    the subject of a verb of speech, `placed` whether it stands where places stand, `article` whether after "the",
    `kin` whether it is told to be that of somebody's relative.
    """

    i: int
    j: int
    start: int
    end: int
    keys: tuple[str, ...]
    guess: Guess
    entry: authority.Entry | None = None
    sense: authority.Sense = "name"
    of: Name | None = None
    title: Title | None = None
    acts: bool = False
    placed: bool = False
    article: bool = False
    kin: bool = False
    parts: tuple[str, ...] = field(default=())


Chunk = Name | Title


def cut(text: str, lex: Lexemes, skip: Collection[int], headings: Collection[int] = ()) -> Iterator[Chunk]:
    """The chunks of `text`, in order; lexemes in `skip` begin no run of capitals, but in `headings` after a role."""
    read = 0
    first_words = authority.first_words()
    for i in _beginnings(lex):
        key = lex.keys[i]
        if i < read or (key in _ARTICLES and not lex.caps[i] and not capitals.begins_at(lex, i + 1)):
            continue
        if key in capitals.MAY_BE_PLACES and (place := capitals.place(lex, i)):
            read = place
            continue
        compound = "-" in key
        found = _known(lex, i) if compound or key in first_words else None
        if found:
            yield _name(lex, i, found.j, "known", found.entry, found.sense)
            read = found.j
            continue
        phrase = roles.phrase(lex, i) if key in roles.BEGIN else None
        if phrase and not (lex.caps[i] and _is_surname(lex, i)) and not _into_name(lex, phrase):
            if _is_office(lex, phrase):
                read = phrase.j + 1
                yield _name(lex, i, read, "body")
                continue
            title = _title(text, lex, phrase)
            yield title
            read = phrase.j
            if read in headings and not title.bare and (end := capitals.after_role(lex, title.i, read)):
                yield _name(lex, read, end, "open")
                read = end
            continue
        if compound and (parts := list(_compound(lex, i))):
            yield from parts
        elif lex.caps[i] and i not in skip and (end := capitals.run(lex, i, skip)) is not None:
            guess = capitals.guess(lex, i, end)
            if guess == "body" and i > read and lex.keys[i - 1] in ADJECTIVES and lex.caps[i - 1] and not lex.gap[i]:
                i -= 1  # "Asian | Development Bank"
            yield _name(lex, capitals.with_particles(lex, i, read) if guess in ("open", "person") else i, end, guess)
            read = end


def _beginnings(lex: Lexemes) -> list[int]:
    """The few lexemes at which a name or role may begin: capitals, words of roles, compounds."""
    may = lex.caps.copy()
    for i in (*lex.places(MAY_BEGIN), *lex.compounds):
        may[i] = True
    return list(compress(range(lex.size), may))


def _known(lex: Lexemes, i: int) -> authority.Found | None:
    """What the authority knows at `i`, unless it is the first word of another name ("Jordan Peele")."""
    found = authority.look(lex, i)
    if found is None or found.j != i + 1:
        return found
    if lex.keys[i] in OPENERS and _shouted(lex, i):
        return None
    following = i + 1
    if following >= lex.size or lex.gap[following] or not lex.caps[following]:
        return found
    key = lex.keys[following]
    plain = key not in HEADS and key not in BODIES and key not in MODIFIERS and key not in COMMON
    return None if lex.keys[i] in GIVEN and plain and not authority.look(lex, following) else found


def _shouted(lex: Lexemes, i: int) -> bool:
    """Does a word stand among words all in capitals, where "US" may be "us"?"""
    beside = [lex.words[k] for k in (i - 1, i + 1) if 0 <= k < lex.size]
    return bool(beside) and all(w.isupper() and len(w) > 1 for w in beside)


def _is_surname(lex: Lexemes, i: int) -> bool:
    """Is the word that could be a role a surname here ("Stephen King", "Mr. King")?"""
    if i == 0 or lex.gap[i] or not lex.caps[i - 1]:
        return False
    before = lex.keys[i - 1] in GIVEN or (lex.keys[i - 1] in _POLITE and lex.keys[i] in _SURNAMES)
    after = i + 1 < lex.size and lex.gap[i + 1] == "" and lex.caps[i + 1]
    return before and not after


def _is_office(lex: Lexemes, phrase: roles.Phrase) -> bool:
    """Is a role only what an office is named after: "Prime Minister's | Office"?"""
    j = phrase.j
    if j >= lex.size or lex.keys[j] != "office" or lex.gap[j] not in ("s", "'", "’"):
        return False
    return all(lex.caps[phrase.i : j + 1])


def _into_name(lex: Lexemes, phrase: roles.Phrase) -> bool:
    """Does a role run into a name that is known: "ruling | Justice and Development Party"?"""
    found = (authority.look(lex, k) for k in range(phrase.i + 1, phrase.j) if lex.caps[k])
    return any(f is not None and f.j > phrase.j for f in found)


def _compound(lex: Lexemes, i: int) -> Iterator[Name]:
    """The known parts of "Turkish-Libyan"; all of the word where only one part is known ("Russian-made")."""
    word = lex.words[i]
    offset = lex.starts[i]
    known = []
    for part in word.replace("–", "-").replace("‑", "-").split("-"):
        hit = authority.single(part) if part[:1].isupper() else None
        if hit:
            known.append((offset, offset + len(part), part, hit))
        offset += len(part) + 1
    whole = len(known) == 1 and not any(p[:1].isupper() for p in word.split("-")[1:] if p != known[0][2])
    for start, end, part, (entry, sense) in known:
        name = _name(lex, i, i + 1, "known", entry, "adjective" if sense == "name" else sense)
        if not whole:
            name.start, name.end, name.parts = start, end, (part,)
        yield name


def _name(
    lex: Lexemes, i: int, j: int, guess: Guess, entry: authority.Entry | None = None, sense: authority.Sense = "name"
) -> Name:
    return Name(i, j, lex.starts[i], lex.ends[j - 1], tuple(lex.keys[i:j]), guess, entry, sense)


def _title(text: str, lex: Lexemes, phrase: roles.Phrase) -> Title:
    i, j = phrase.i, phrase.j
    start, end = lex.starts[i], lex.ends[j - 1]
    keys = tuple(lex.keys[i:j])
    male = None if MALE_TITLES.isdisjoint(keys) else True
    male = male if FEMALE_TITLES.isdisjoint(keys) else False
    return Title(i, j, start, end, text[start:end], roles.meaning(keys), bare=phrase.bare, male=male)
