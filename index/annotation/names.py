"""Where a text names somebody or something, and with which role.

One pass over the lexemes cuts the text into chunks: what the authority knows, roles, and runs of capitals. A second
looks at neighbours: "Turkish | Foreign Minister | Hakan Fidan" is a country, a role of it and the person who has it.
Whether a run of capitals is a person, a body or nothing is said here as far as its own words tell; the cast decides.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Literal

from index.annotation import authority, roles
from index.annotation.lexemes import Lexemes
from index.annotation.lists import (
    ACTS,
    BEFORE_PLACES,
    BODIES,
    COMMON,
    FEMALE_TITLES,
    GIVEN,
    HEADS,
    HONORIFICS,
    INNER_POSSESSIVES,
    JOINERS,
    KINDS_OF_BODIES,
    MALE_TITLES,
    MODIFIERS,
    NATIONAL,
    NEVER,
    OPENERS,
    PARTICLES,
    REGIONS,
    ROOMS,
    SUFFIXES,
    THINGS,
)

Guess = Literal["known", "body", "person", "acronym", "open", "thing"]
_LONGEST = 12  # no name has more words; keeps a list in capitals from becoming one
MAY_BEGIN = HEADS | MODIFIERS | HONORIFICS | frozenset(("al", "the"))
_ON = frozenset("council committee commission center centre".split())
_VISITS = frozenset("visit trip remarks speech comments wife son daughter lawyer lawyers aides presidency".split())
_CONTRACTED = re.compile(r"'(?:t|ve|re|ll|d|m)$")
_GLUED = re.compile(r"[a-z][A-Z]{2}|^(?!Ma?c|De|Di|La|Le|Du|Fitz|Van)[A-Z][a-z]+[A-Z]")  # "TrumpGOP": a lost space
_EXTENDING = frozenset("movement administration party militia government".split())
_DEFINITE = frozenset(("the", "a", "an", "our", "its", "their", "his", "her", "former", "then"))


@dataclass(slots=True, eq=False)
class Title:
    """A role in the text: `[start, end)` with the country or body it belongs to, `role` its own words."""

    i: int
    j: int
    start: int
    end: int
    role: str
    meaning: frozenset[str]
    of: Name | None = None
    holder: Name | None = None
    bare: bool = False
    male: bool | None = None


@dataclass(slots=True, eq=False)
class Name:
    """A name at `[start, end)`, lexemes `[i, j)`. `keys` are its folded words; `guess` says what it may name.

    `of` is what it belongs to ("Turkish" of "Defense Ministry"), `title` the role given with it, `acts` whether it is
    the subject of a verb of speech, `placed` whether it stands where places stand.
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
    parts: tuple[str, ...] = field(default=())


@dataclass(slots=True)
class Names:
    """All names and roles of a text, each in text order."""

    names: list[Name]
    titles: list[Title]


Chunk = Name | Title


def read(text: str, lex: Lexemes, skip: Collection[int] = ()) -> Names:
    """The names and roles of `text`; lexemes in `skip` (headings in capitals) only name what the authority knows."""
    chunks = list(_chunks(text, lex, skip))
    _join(text, lex, chunks)
    for chunk in chunks:
        if isinstance(chunk, Name):
            _context(lex, chunk)
    return Names([c for c in chunks if isinstance(c, Name)], [c for c in chunks if isinstance(c, Title)])


# Cutting ------------------------------------------------------------------------------------------------------------


def _chunks(text: str, lex: Lexemes, skip: Collection[int]) -> Iterator[Chunk]:
    i = 0
    while i < lex.size:
        if not lex.caps[i] and lex.keys[i] not in MAY_BEGIN and "-" not in lex.words[i]:
            i += 1
            continue
        found = _known(lex, i)
        if found:
            yield _name(lex, i, found.j, "known", found.entry, found.sense)
            i = found.j
            continue
        phrase = roles.phrase(lex, i)
        if phrase and not (lex.caps[i] and _is_surname(lex, i)):
            yield _title(text, lex, phrase)
            i = phrase.j
            continue
        if "-" in lex.words[i] or "–" in lex.words[i]:
            parts = list(_compound(lex, i))
            if parts:
                yield from parts
                i += 1
                continue
        end = _run(lex, i) if lex.caps[i] and i not in skip else None
        if end is None:
            i += 1
            continue
        yield _name(lex, i, end, _guess(lex, i, end))
        i = end


def _known(lex: Lexemes, i: int) -> authority.Found | None:
    """What the authority knows at `i`, unless it is the first word of another name ("Jordan Peele")."""
    found = authority.look(lex, i)
    if found is None or found.j != i + 1:
        return found
    following = i + 1
    if following >= lex.size or lex.gap[following] or not lex.caps[following]:
        return found
    key = lex.keys[following]
    plain = key not in HEADS and key not in BODIES and key not in MODIFIERS and key not in COMMON
    return None if lex.keys[i] in GIVEN and plain and not authority.look(lex, following) else found


def _is_surname(lex: Lexemes, i: int) -> bool:
    """Is the word that could be a role a surname here ("Stephen King")?"""
    before = i > 0 and lex.gap[i] == "" and lex.caps[i - 1] and lex.keys[i - 1] in GIVEN
    after = i + 1 < lex.size and lex.gap[i + 1] == "" and lex.caps[i + 1]
    return before and not after


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


def _run(lex: Lexemes, i: int) -> int | None:
    """Where the run of capitals that begins at `i` ends; none where the capital says nothing."""
    key = lex.keys[i]
    if _nameless(lex, i):
        return None
    if lex.fresh[i] and (key in OPENERS or (key in COMMON and not _capital(lex, i + 1))):
        return None
    j = i + 1
    while j < lex.size and j - i < _LONGEST:
        if lex.gap[j] in ("s", "'", "’") and lex.keys[j - 1] in INNER_POSSESSIVES and _capital(lex, j, any_gap=True):
            j += 1
        elif lex.gap[j]:
            break
        elif lex.caps[j]:
            if _nameless(lex, j) or _breaks(lex, i, j) or _another(lex, i, j):
                break
            j += 1
        else:
            further = _over_small_words(lex, i, j)
            if further is None:
                break
            j = further
    return j


def _nameless(lex: Lexemes, i: int) -> bool:
    """Is the word at `i` a day, a designator ("F-35") or a compound ("English-language"), no part of a name?"""
    key = lex.keys[i]
    if key in NEVER or not key[0].isalpha():
        return True
    if key.isalpha():
        return len(key) == 1 or (not lex.words[i].isupper() and _GLUED.search(lex.words[i]) is not None)
    tail = lex.words[i].rpartition("-")[2]
    compound = tail[:1].islower() and len(tail) > 3
    return compound or any(c.isdigit() for c in key) or _CONTRACTED.search(key) is not None


def _capital(lex: Lexemes, j: int, any_gap: bool = False) -> bool:
    return j < lex.size and lex.caps[j] and (any_gap or not lex.gap[j])


def _breaks(lex: Lexemes, i: int, j: int) -> bool:
    """Does something else begin at `j`: what the authority knows, or a role?"""
    given = j == i + 1 and lex.keys[i] in GIVEN
    if authority.look(lex, j):
        return not given
    key = lex.keys[j]
    if key in HEADS or key in MODIFIERS or key in HONORIFICS:
        phrase = roles.phrase(lex, j)
        return phrase is not None and not (given and not _capital(lex, j + 1))
    return False


def _another(lex: Lexemes, i: int, j: int) -> bool:
    """Does a list run on at `j` without a comma: a word said again, a given name after a surname, an acronym?"""
    key = lex.keys[j]
    acronym = lex.words[j].isupper() and len(key) > 1 and not lex.words[i].isupper()
    if acronym and key not in BODIES and key not in SUFFIXES:
        return "." not in key
    again = key in lex.keys[i:j]
    return again or (j == i + 2 and key in GIVEN and lex.keys[i] in GIVEN and lex.keys[i + 1] not in GIVEN)


def _over_small_words(lex: Lexemes, i: int, j: int) -> int | None:
    """The place after the capital that follows small words at `j`, where they belong inside a name."""
    key = lex.keys[j]
    if key in PARTICLES and _capital(lex, j + 1) and key not in JOINERS:
        return j + 2
    if key.startswith(("al-", "el-")) and lex.words[j][3:4].isupper():
        return j + 1
    if key not in JOINERS or not any(k in BODIES for k in lex.keys[i:j]):
        return None
    if key in ("in", "to", "on", "against") and lex.keys[j - 1] not in _ON:
        return None
    k = j + 1
    if k < lex.size and not lex.gap[k] and lex.keys[k] == "the":
        k += 1
    if not _capital(lex, k) or lex.keys[k] in NEVER:
        return None
    if key == "and" and (lex.keys[j - 1] in BODIES or lex.keys[k] in HEADS or authority.look(lex, k)):
        return None  # two bodies, not one
    if key != "of" and authority.look(lex, k):
        return None
    found = authority.look(lex, k)
    return found.j if found else k + 1


def _guess(lex: Lexemes, i: int, j: int) -> Guess:
    """What a run of capitals may name, by its words."""
    keys = lex.keys[i:j]
    if len(keys) == 1:
        word = lex.words[i]
        if word.isupper() and keys[0] not in COMMON and 2 <= len(word) <= 7 and word.isalpha():
            return "acronym"
        plain = keys[0] in COMMON or keys[0] in THINGS or keys[0] in REGIONS or "." in keys[0]
        return "thing" if plain else "open"
    if "-".join(keys) in ROOMS:
        return "thing"
    if any(k in INNER_POSSESSIVES and lex.gap[i + n + 1] in ("s", "'", "’") for n, k in enumerate(keys[:-1])):
        return "body"
    head = next((keys[k - 1] for k in range(1, len(keys)) if keys[k] in JOINERS), keys[-1])
    if sum(k in COMMON for k in keys[1:]) > 1 and head not in BODIES:
        return "thing"
    if _given(keys[0]) and keys[0] not in COMMON and len(keys) <= 4 and head not in BODIES:
        return "person"
    if head in BODIES or keys[-1] in BODIES:
        return "body"
    if keys[-1] in THINGS or keys[0] in ("operation", "mount", "lake", "fort", "port", "cape", "hurricane", "project"):
        return "thing"
    if _given(keys[0]) and len(keys) <= 4:
        return "person"
    if keys[0] in REGIONS or keys[-1] in REGIONS:
        return "thing"
    if any(k in COMMON or k in JOINERS or k in BODIES or k in THINGS for k in keys):
        return "thing"
    return "open"


def _given(key: str) -> bool:
    return key in GIVEN or key.partition("-")[0] in GIVEN


def _name(
    lex: Lexemes, i: int, j: int, guess: Guess, entry: authority.Entry | None = None, sense: authority.Sense = "name"
) -> Name:
    return Name(i, j, lex.starts[i], lex.ends[j - 1], tuple(lex.keys[i:j]), guess, entry, sense)


def _title(text: str, lex: Lexemes, phrase: roles.Phrase) -> Title:
    i, j = phrase.i, phrase.j
    start, end = lex.starts[i], lex.ends[j - 1]
    keys = tuple(lex.keys[i:j])
    male = False if any(k in FEMALE_TITLES for k in keys) else True if any(k in MALE_TITLES for k in keys) else None
    return Title(i, j, start, end, text[start:end], roles.meaning(keys), bare=phrase.bare, male=male)


# Joining neighbours -------------------------------------------------------------------------------------------------


def _join(text: str, lex: Lexemes, chunks: list[Chunk]) -> None:
    """Tie each chunk to what stands beside it; merges a country with the body that follows it."""
    for n, chunk in enumerate(chunks):
        left = chunks[n - 1] if n else None
        if isinstance(chunk, Title):
            _belongs(lex, chunk, left, chunks[n + 1] if n + 1 < len(chunks) else None)
        elif chunk.guess in ("body", "thing", "open", "known"):
            _foreign_namesake(lex, chunk, left)
            _of_country(lex, chunk, left)
            if isinstance(left, Title) and not left.holder:
                _hold(text, lex, left, chunk)
        elif isinstance(left, Title) and not left.holder:
            _hold(text, lex, left, chunk)
    for n, chunk in enumerate(chunks):
        if isinstance(chunk, Name):
            if chunk.guess in ("person", "open") and chunk.title is None:
                _apposition(lex, chunks, n)
            elif chunk.guess == "known":
                _national(text, lex, chunks, n)
    chunks[:] = [c for c in chunks if not (isinstance(c, Name) and c.i < 0)]


def _adjacent(lex: Lexemes, left: Chunk, right: Chunk, gaps: Collection[str] = ("", "s")) -> bool:
    return left.j == right.i and lex.gap[right.i] in gaps


def _belongs(lex: Lexemes, title: Title, left: Chunk | None, right: Chunk | None) -> None:
    """Whose role it is: "Turkish …", "Turkey's …", "State Department …", "… of Guyana"."""
    if isinstance(left, Name) and _adjacent(lex, left, title) and left.guess != "thing":
        if left.guess == "open" and lex.gap[title.i] == "" and lex.caps[title.i]:
            return
        title.of, title.start = left, left.start
    elif isinstance(left, Name) and left.guess == "thing" and _adjacent(lex, left, title, ("",)) and lex.caps[title.i]:
        title.i, title.start = left.i, left.start  # "Enlargement Commissioner": an unlisted modifier
        left.i = -1
    if title.of is None and isinstance(right, Name) and _after_of(lex, title.j, right.i):
        title.of = right


def _after_of(lex: Lexemes, j: int, i: int) -> bool:
    """Do only "of" or "for", and perhaps "the", stand between lexemes `j` and `i`?"""
    between = lex.keys[j:i]
    if between[:1] not in (["of"], ["for"], ["at"]) or between[1:] not in ([], ["the"]):
        return False
    return not any(lex.gap[j : i + 1])


def _of_country(lex: Lexemes, name: Name, left: Chunk | None) -> None:
    if name.guess != "body" or not isinstance(left, Name):
        return
    if left.guess in ("known", "body") and _adjacent(lex, left, name):
        name.of = left
        if lex.gap[name.i] == "" and left.guess == "known" and not left.parts:
            name.start = left.start


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


def _hold(text: str, lex: Lexemes, title: Title, name: Name) -> None:
    """Give the role to the name that follows it."""
    if name.guess in ("known", "body", "thing") and not (title.bare and name.guess == "thing"):
        return
    if _adjacent(lex, title, name, ("",)):
        _bind(title, name)
        _small_surname(text, lex, name)
    elif (
        _adjacent(lex, title, name, (",",))
        and len(name.keys) > 1
        and not lex.caps[title.i]
        and _before(lex, title) in _DEFINITE
    ):
        _bind(title, name)


def _before(lex: Lexemes, title: Title) -> str:
    i = title.of.i if title.of and title.of.i < title.i and title.of.j <= title.i else title.i
    return lex.keys[i - 1] if i > 0 else ""


def _bind(title: Title, name: Name) -> None:
    title.holder, title.end = name, max(title.end, name.end)
    if name.title is None or name.title.bare:
        name.title = title
    name.guess = "person"


def _small_surname(text: str, lex: Lexemes, name: Name) -> None:
    """Take in a surname that lost its capital: "spokesman Umut dalgic was"."""
    j = name.j
    if len(name.keys) != 1 or j >= lex.size or lex.gap[j] or lex.caps[j]:
        return
    word = lex.words[j]
    if name.keys[0] in GIVEN and len(word) > 3 and word.isalpha() and lex.keys[j] not in COMMON | ACTS | OPENERS:
        name.j, name.end, name.keys = j + 1, lex.ends[j], (*name.keys, lex.keys[j])


def _apposition(lex: Lexemes, chunks: list[Chunk], n: int) -> None:
    """The role told after a name: "Kemal Aydin, head of …", "Ayse Demir, the Turkish envoy"."""
    name = chunks[n]
    if not isinstance(name, Name) or name.j >= lex.size or lex.gap[name.j] != ",":
        return
    at = name.j + (lex.keys[name.j] in _DEFINITE)
    for chunk in chunks[n + 1 : n + 4]:
        if isinstance(chunk, Title):
            begins = chunk.of.i if chunk.of and 0 <= chunk.of.i < chunk.i else chunk.i
            if begins == at and chunk.holder is None and not chunk.bare:
                chunk.holder, name.title, name.guess = name, chunk, "person"
                if chunk.of is not None:
                    chunk.end = max(chunk.end, chunk.of.end)
            return
        if chunk.j > at + 4:
            return


def _national(text: str, lex: Lexemes, chunks: list[Chunk], n: int) -> None:
    """A body named by a country and a common noun: "Turkish police", "the Syrian state media"."""
    name = chunks[n]
    if not isinstance(name, Name) or name.entry is None or name.entry.kind == "organisation" or name.parts:
        return
    if n + 1 < len(chunks) and chunks[n + 1].i == name.j and not (isinstance(chunks[n + 1], Title)):
        return
    for j in (name.j, name.j + 1):
        if j >= lex.size or lex.gap[j]:
            return
        if lex.keys[j] in NATIONAL:
            body = Name(name.i, j + 1, name.start, lex.ends[j], tuple(lex.keys[name.i : j + 1]), "body", of=name)
            chunks.append(body)
            return
        if lex.keys[j] not in MODIFIERS and lex.keys[j] != "armed":
            return


# What stands around -------------------------------------------------------------------------------------------------


def _context(lex: Lexemes, name: Name) -> None:
    """Note the verb after a name, the preposition before it, and the noun that says what it is."""
    i, j = name.i, name.j
    following = lex.keys[j] if j < lex.size and lex.gap[j] == "" else ""
    helped = following in ("has", "had", "also", "later") and j + 1 < lex.size
    name.acts = following in ACTS or (helped and lex.keys[j + 1] in ACTS)
    before = lex.keys[i - 1] if i > 0 and lex.gap[i] == "" else ""
    owns = j < lex.size and lex.gap[j] == "s"
    name.acts = name.acts or (owns and lex.keys[j] in _VISITS)
    name.placed = name.placed or ((before in BEFORE_PLACES or before == "to") and not (owns or name.acts))
    if following in _EXTENDING and name.guess in ("open", "acronym") and not name.entry:
        name.guess, name.j, name.end, name.keys = "body", j + 1, lex.ends[j], (*name.keys, following)
    elif name.guess == "open" and (following in KINDS_OF_BODIES or before in KINDS_OF_BODIES):
        name.guess = "body"
    elif name.guess == "open" and len(name.keys) > 1 and name.keys[-1] in SUFFIXES:
        name.guess = "person"
