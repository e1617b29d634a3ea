"""Who is meant where no name stands: "the minister", "he", "both officials", "the ministry", "the Turkish readout".

Goes through the text once, in order, with whoever was named so far in mind. In a heading, which comes before the names,
whoever fits first in the article is meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from index.annotation import plurals, pronouns
from index.annotation.cutting.lexemes import Lexemes
from index.annotation.data import words
from index.annotation.holders import holder, serves
from index.annotation.memory import Memory, Place
from index.annotation.names.cast import Cast, Member
from index.annotation.names.chunks import Name, Title
from index.annotation.names.lists import BODIES
from index.model import MentionForm

_NOMINALS = words("nominals")
_MEN = _NOMINALS["men"]
_WOMEN = _NOMINALS["women"]
_THEY = _NOMINALS["they"]
_PEOPLE = _NOMINALS["people"]
_COUNTRIES = _NOMINALS["countries"]
_DOCUMENTS = _NOMINALS["documents"]
_DEFINITE = _NOMINALS["definite"]
_SOME = frozenset("a an one another some any no other".split())  # "an EU leader" may be any
_OF_RANK = frozenset("leaders presidents ministers premiers chancellors counterparts".split())
_OF = frozenset("of for on against".split())
_BODY_NOUNS = BODIES | {"alliance", "bloc", "group", "newspaper", "agency", "paper", "magazine"}
_SELDOM_BODIES = frozenset("news press post times base front works services watch".split())
"""Words that end names, and without a capital mean something else: "the press" is hardly the Associated Press."""


@dataclass(slots=True, eq=False)
class Meant:
    """Words `[start, end)` that mean some of the cast; none where it is open whom. `own` is "his" or "their"."""

    start: int
    end: int
    members: tuple[Member, ...]
    form: MentionForm
    own: bool = False
    name: Name | None = None
    title: Title | None = None
    noun: str = ""


def read(
    lex: Lexemes,
    cast: Cast,
    titles: Sequence[Title],
    sentences: Sequence[Place],
    quoted: Sequence[Place],
    speaking: Sequence[Place] = (),
) -> list[Meant]:
    """All mentions, by name and otherwise, in text order.

    `quoted` are stretches that somebody else speaks, `speaking` the places of the words that name speakers: who speaks
    is whom a sentence is about.
    """
    reader = _Reader(lex, cast, Memory(lex, sentences, quoted, speaking))
    things: list[tuple[int, int, Callable[[Any], None], Any]] = [(n.start, 1, reader.name, n) for n in cast.of]
    things += [(t.start, 0, reader.title, t) for t in titles if t.holder is None and not t.bare]
    triggers = lex.places(TRIGGERS)
    things += [(lex.starts[i], 2, reader.word, i) for i in triggers]
    pronouns.tell_sexes(lex, cast, triggers)
    for _, _, meet, thing in sorted(things, key=itemgetter(0, 1)):
        meet(thing)
    return sorted(reader.found, key=lambda m: (m.start, -m.end))


TRIGGERS = _MEN | _WOMEN | _THEY | _PEOPLE | _COUNTRIES | _DOCUMENTS | _BODY_NOUNS
"""What may mean somebody without being a name or role."""


class _Reader:
    """Goes from word to word, and tells whom each means."""

    def __init__(self, lex: Lexemes, cast: Cast, memory: Memory) -> None:
        self.lex = lex
        self.cast = cast
        self.memory = memory
        self.found: list[Meant] = []
        self._covered = 0  # names up to here

    # What is met ---------------------------------------------------------------------------------------------------

    def name(self, name: Name) -> None:
        """A name of the cast."""
        member = self.cast.of[name]
        self.memory.go_to(name.start)
        if not name.parts:
            self._covered = max(self._covered, name.end)
        self.found.append(Meant(name.start, name.end, (member,), "name", name=name))
        self.memory.note(member, name.start, name)

    def title(self, title: Title) -> None:
        """A role without a name: "the minister", "Turkey's defense minister"."""
        self.memory.go_to(title.start)
        if title.end <= self._covered or self.memory.is_quoted(title.start):
            return
        first = title.of.i if title.of and title.of.i < title.i else title.i
        before = self.lex.keys[first - 1] if first > 0 and self.lex.gap[first] == "" else ""
        owned = title.of is not None and title.of.i < title.i
        if before in _SOME or (before not in _DEFINITE and not owned):
            return
        memory, here = self.memory, self.memory.here
        subject = [memory.before] if memory.before and not here.persons and title.of is None else []
        member = holder(title, self.cast, [*memory.recent, *subject], here.subject)
        if member:
            self.found.append(Meant(title.start, title.end, (member,), "title", title=title))
            self.memory.note(member, title.start)

    def word(self, i: int) -> None:
        """A pronoun or common noun."""
        lex, key = self.lex, self.lex.keys[i]
        self.memory.go_to(lex.starts[i])
        if lex.starts[i] < self._covered:
            return
        if key in _MEN or key in _WOMEN:
            if not self.memory.is_quoted(lex.starts[i]):
                self._pronoun(i, key in _MEN)
        elif key in _THEY:
            if not self.memory.is_quoted(lex.starts[i]):
                self._they(i, own=key == "their")
        elif key in _PEOPLE:
            self._group(i, persons=True)
        elif key in _COUNTRIES:
            self._group(i, persons=False)
        elif key in _DOCUMENTS:
            self._document(i)
        elif i > 0 and lex.keys[i - 1] == "the" and lex.gap[i] == "":
            self._body(i)

    # Whom it means ---------------------------------------------------------------------------------------------------

    def _pronoun(self, i: int, male: bool) -> None:
        key, lex = self.lex.keys[i], self.lex
        own = key in ("his", "hers") or (key == "her" and pronouns.before_noun(lex, i))
        first = self.memory.begin()
        usual = [self.memory.here.subject, self.memory.before, *reversed(self.memory.recent)]
        fitting = (male,) if pronouns.tells_of_kin(lex, first, i, male) else (male, None)
        for member in usual if own else self._dealt_with(i, first, usual):
            if member is not None and member.kind == "person" and member.male in fitting:
                member.male = male
                self._add(i, i + 1, (member,), "pronoun", own=own)
                return

    def _dealt_with(self, i: int, first: int, usual: list[Member | None]) -> list[Member | None]:
        """Whom the pronoun at `i` may mean, who is more likely first: others than the `usual` ones where it is whom
        somebody deals with, or tells at the end of a sentence, which begins at `first`, who says so."""
        memory, here = self.memory, self.memory.here
        if pronouns.is_object(self.lex, i):
            return [*(m for m in reversed(here.persons) if m is not here.subject), *usual]
        if here.persons and pronouns.is_dealt_with(self.lex, memory.last_at, i):
            return [m for m in usual if m is not memory.last]
        if memory.last and pronouns.tells_of_last(self.lex, memory.last_at, i):
            return [memory.last, *usual]
        if here.persons and pronouns.says_so(self.lex, first, i):
            return [memory.before, *(m for m in reversed(memory.recent) if m not in here.persons), *usual]
        return usual

    def _they(self, i: int, own: bool) -> None:
        """Those who met or were named together, unless others are told of since."""
        memory, here = self.memory, self.memory.here
        pair = len(here.persons) == 2 and (own or here.pair or len(here.tied) > 1)
        meant = here.persons if pair else memory.named_together()
        last = self.lex.at(max(memory.last_at, memory.several_at))
        if len(meant) > 1 and not plurals.others_named(self.lex, last, i):
            self._add(i, i + 1, tuple(meant), "pronoun", own)

    def _group(self, i: int, persons: bool) -> None:
        """ "The two ministers", "both countries": those last named together."""
        first, number = plurals.determined(self.lex, i)
        if first is None or plurals.goes_on(self.lex, i):
            return
        if persons:
            together = self.memory.together
            fitting = together if len(together) > 1 else self._first_persons(number)
            if self.lex.keys[i] in _OF_RANK and any(map(serves, fitting)):
                fitting = [m for m in self.memory.recent_of("person") if not serves(m)][-(number or 2) :]
        else:
            fitting = self.memory.countries(number or 2)
        if number:
            fitting = fitting[-number:]
        if len(fitting) > 1 and (not number or len(fitting) == number):
            self._add(first, i + 1, tuple(fitting), "nominal")

    def _first_persons(self, number: int | None) -> list[Member]:
        """In a heading: the first persons of the article."""
        return self.cast.persons[: number or 2] if not self.memory.recent_of("person") else []

    def _document(self, i: int) -> None:
        """A statement or readout: it speaks for the body that issued it, where that is told."""
        lex = self.lex
        last = self.found[-1] if self.found else None
        issuer = None
        first = i
        adjacent = last is not None and last.name is not None and last.name.j == i and lex.gap[i] in ("", "s")
        if adjacent and last is not None:
            issuer = last.members[0]
            first = last.name.i if last.name else i
            if issuer.kind == "country":
                issuer = self._speaks_for(issuer) or issuer
        if first > 0 and lex.keys[first - 1] in ("the", "a", "an", "this"):
            first -= 1
        elif not adjacent and not (i > 0 and lex.keys[i - 1] in ("official", "joint", "press", "written")):
            return
        start = lex.starts[first]
        members = (issuer,) if issuer else ()
        self.found.append(Meant(start, lex.ends[i], members, "nominal", noun=lex.keys[i]))

    def _speaks_for(self, country: Member) -> Member | None:
        """The body of a country that was named last: the one whose readout is read."""
        return next((m for m in reversed(self.memory.recent) if m.kind == "organisation" and m.of == country.id), None)

    def _body(self, i: int) -> None:
        """ "The ministry", "the alliance": the body named last whose name has that word, or that is called so."""
        key = self.lex.keys[i]
        after = i + 1
        if key in _SELDOM_BODIES and not self.lex.caps[i]:
            return
        if after < self.lex.size and not self.lex.gap[after] and (self.lex.caps[after] or self.lex.keys[after] == "of"):
            return
        for member in reversed(self.memory.recent):
            if member.kind == "organisation" and (key in member.called or any(_tells(n, key) for n in member.names)):
                self._add(i - 1, i + 1, (member,), "nominal")
                return

    def _add(self, i: int, j: int, members: tuple[Member, ...], form: MentionForm, own: bool = False) -> None:
        start = self.lex.starts[i]
        self.found.append(Meant(start, self.lex.ends[j - 1], members, form, own, noun=self.lex.keys[j - 1]))
        if len(members) == 1:
            self.memory.note(members[0], start)
        else:
            self.memory.several_at = self.lex.starts[j - 1]


def _tells(body: Name, noun: str) -> bool:
    """Does the name of a body tell that it is one: "Lund School of Government" a school, but no government?

    "The House" is that of Representatives, and never the White House.
    """
    if noun not in body.keys:
        return False
    at = body.keys.index(noun)
    return _OF.isdisjoint(body.keys[:at]) and (noun != "house" or body.keys[at + 1 : at + 2] == ("of",))


def within(found: Sequence[Meant], start: int, end: int) -> list[Meant]:
    """The mentions that lie in a stretch of the text."""
    at = bisect_left(found, start, key=lambda m: m.start)
    inside = []
    while at < len(found) and found[at].start < end:
        if found[at].end <= end:
            inside.append(found[at])
        at += 1
    return inside
