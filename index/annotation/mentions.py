"""Who is meant where no name stands: "the minister", "he", "both officials", "the ministry", "the Turkish readout".

Goes through the text once, in order, and remembers who was named last, who was the subject, and who was named together.
In a heading, which comes before the names, whoever fits first in the article is meant.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from index.annotation import plurals, pronouns
from index.annotation.cutting.lexemes import Lexemes
from index.annotation.data import words
from index.annotation.holders import holder, serves
from index.annotation.names.cast import Cast, Member
from index.annotation.names.chunks import Name, Title
from index.annotation.names.lists import BODIES
from index.model import MentionForm

Place = tuple[int, int]

_NOMINALS = words("nominals")
_MEN = _NOMINALS["men"]
_WOMEN = _NOMINALS["women"]
_THEY = _NOMINALS["they"]
_PEOPLE = _NOMINALS["people"]
_COUNTRIES = _NOMINALS["countries"]
_DOCUMENTS = _NOMINALS["documents"]
_DEFINITE = _NOMINALS["definite"]
_OTHERS_FOLLOW = frozenset("for to of with by who whose whom which a an and".split())
"""Words after which a speaker's own words name somebody else: "a spokesman for Berg", "Novak, who met Berg,"."""

_SOME = frozenset("a an one another some any no other".split())  # "an EU leader" may be any
_OF_RANK = frozenset("leaders presidents ministers premiers chancellors counterparts".split())
_LASTING = 2  # sentences for which "they" are those last named together
_MET_LASTING = 4  # the same for those of whom one met or spoke "with" the other
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
    reader = _Reader(lex, cast, sentences, quoted, speaking)
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
    """What is remembered on the way through the text."""

    def __init__(
        self,
        lex: Lexemes,
        cast: Cast,
        sentences: Sequence[Place],
        quoted: Sequence[Place],
        speaking: Sequence[Place],
    ) -> None:
        self.lex = lex
        self.cast = cast
        self.found: list[Meant] = []
        self._starts = [s for s, _ in sentences]
        self._quoted = sorted(quoted)
        self._quote_starts = [s for s, _ in self._quoted]
        self._speaking = sorted(speaking)
        self._sentence = -1
        self._subject: Member | None = None  # of this sentence, as far as it was read
        self._subject_at = -1
        self._acting = False  # whether it does what the sentence tells, as far as one sees
        self._before: Member | None = None  # the subject of the sentence before
        self._recent: list[Member] = []  # everybody and everything, the last named last
        self._together: list[Member] = []  # persons of the last sentence that names several
        self._when_together = 0
        self._lasting = _LASTING
        self._met = False  # whether "with" stands between persons of this sentence
        self._pair: list[Member] = []  # the two of them
        self._here: list[Member] = []  # persons of this sentence
        self._tied: list[Member] = []  # those of them that "and" or a comma joins, the last such row
        self._last_at = 0
        self._last: Member | None = None  # the person named there
        self._grouped_at = 0  # where several were meant last
        self._states_at = 0  # where a country was named last
        self._states_here: list[Member] = []  # countries of this sentence
        self._state: Member | None = None  # the country named last, and the lexeme after it
        self._state_ends = 0
        self._allied: list[Member] = []  # two countries that "and" joins
        self._when_allied = 0
        self._covered = 0

    # What is met ---------------------------------------------------------------------------------------------------

    def name(self, name: Name) -> None:
        """A name of the cast."""
        member = self.cast.of[name]
        self._move(name.start)
        if not name.parts:
            self._covered = max(self._covered, name.end)
        self.found.append(Meant(name.start, name.end, (member,), "name", name=name))
        self._note(member, name.start, name)

    def title(self, title: Title) -> None:
        """A role without a name: "the minister", "Turkey's defense minister"."""
        self._move(title.start)
        if title.end <= self._covered or self._in_quotation(title.start):
            return
        first = title.of.i if title.of and title.of.i < title.i else title.i
        before = self.lex.keys[first - 1] if first > 0 and self.lex.gap[first] == "" else ""
        owned = title.of is not None and title.of.i < title.i
        if before in _SOME or (before not in _DEFINITE and not owned):
            return
        subject = [self._before] if self._before and not self._here and title.of is None else []
        member = holder(title, self.cast, [*self._recent, *subject], self._subject)
        if member:
            self.found.append(Meant(title.start, title.end, (member,), "title", title=title))
            self._note(member, title.start)

    def word(self, i: int) -> None:
        """A pronoun or common noun."""
        lex, key = self.lex, self.lex.keys[i]
        self._move(lex.starts[i])
        if lex.starts[i] < self._covered:
            return
        if key in _MEN or key in _WOMEN:
            if not self._in_quotation(lex.starts[i]):
                self._pronoun(i, key in _MEN)
        elif key in _THEY:
            if not self._in_quotation(lex.starts[i]):
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
        first = lex.at(self._starts[self._sentence]) if self._sentence >= 0 else i
        usual = [self._subject, self._before, *reversed(self._recent)]
        fitting = (male,) if pronouns.tells_of_kin(lex, first, i, male) else (male, None)
        for member in usual if own else self._dealt_with(i, first, usual):
            if member is not None and member.kind == "person" and member.male in fitting:
                member.male = male
                self._add(i, i + 1, (member,), "pronoun", own=own)
                return

    def _dealt_with(self, i: int, first: int, usual: list[Member | None]) -> list[Member | None]:
        """Whom the pronoun at `i` may mean, who is more likely first: others than the `usual` ones where it is whom
        somebody deals with, or tells at the end of a sentence, which begins at `first`, who says so."""
        if pronouns.is_object(self.lex, i):
            return [*(m for m in reversed(self._here) if m is not self._subject), *usual]
        if self._here and pronouns.is_dealt_with(self.lex, self._last_at, i):
            return [m for m in usual if m is not self._last]
        if self._last and pronouns.tells_of_last(self.lex, self._last_at, i):
            return [self._last, *usual]
        if self._here and pronouns.says_so(self.lex, first, i):
            return [self._before, *(m for m in reversed(self._recent) if m not in self._here), *usual]
        return usual

    def _they(self, i: int, own: bool) -> None:
        """Those who met or were named together, unless others are told of since."""
        pair = len(self._here) == 2 and (own or self._met or len(self._tied) > 1)
        near = self._sentence - self._when_together <= self._lasting
        meant = self._here if pair else self._together if near else []
        if len(meant) > 1 and not plurals.others_named(self.lex, self.lex.at(max(self._last_at, self._grouped_at)), i):
            self._add(i, i + 1, tuple(meant), "pronoun", own)

    def _group(self, i: int, persons: bool) -> None:
        """ "The two ministers", "both countries": those last named together."""
        first, number = plurals.determined(self.lex, i)
        if first is None or plurals.goes_on(self.lex, i):
            return
        if persons:
            fitting = self._together if len(self._together) > 1 else self._first_persons(number)
            if self.lex.keys[i] in _OF_RANK and any(map(serves, fitting)):
                fitting = [m for m in self._recent if m.kind == "person" and not serves(m)][-(number or 2) :]
        else:
            fitting = self._states(number or 2, i)
        if number:
            fitting = fitting[-number:]
        if len(fitting) > 1 and (not number or len(fitting) == number):
            self._add(first, i + 1, tuple(fitting), "nominal")

    def _states(self, number: int, i: int) -> list[Member]:
        """The countries named last, or with "and" before, or those of the two who were meant together since."""
        named = [m for m in self._recent if m.kind == "country"]
        of = [m.of for m in self._together]
        if number == len(of) == len(set(of)) and self._grouped_at > self._states_at:
            theirs = [m for m in named if m.id in of]
            if len(theirs) == number:
                return theirs
        tied = number == len(self._allied) and self._sentence - self._when_allied <= _LASTING
        return self._allied if tied and len({*self._states_here}.difference(self._allied)) < number else named[-number:]

    def _first_persons(self, number: int | None) -> list[Member]:
        """In a heading: the first persons of the article."""
        return self.cast.persons[: number or 2] if not self._recent_persons() else []

    def _recent_persons(self) -> list[Member]:
        return [m for m in self._recent if m.kind == "person"]

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
        return next((m for m in reversed(self._recent) if m.kind == "organisation" and m.of == country.id), None)

    def _body(self, i: int) -> None:
        """ "The ministry", "the alliance": the body named last whose name has that word, or that is called so."""
        key = self.lex.keys[i]
        after = i + 1
        if key in _SELDOM_BODIES and not self.lex.caps[i]:
            return
        if after < self.lex.size and not self.lex.gap[after] and (self.lex.caps[after] or self.lex.keys[after] == "of"):
            return
        for member in reversed(self._recent):
            if member.kind == "organisation" and (key in member.called or any(_tells(n, key) for n in member.names)):
                self._add(i - 1, i + 1, (member,), "nominal")
                return

    # Memory --------------------------------------------------------------------------------------------------------

    def _add(self, i: int, j: int, members: tuple[Member, ...], form: MentionForm, own: bool = False) -> None:
        start = self.lex.starts[i]
        self.found.append(Meant(start, self.lex.ends[j - 1], members, form, own, noun=self.lex.keys[j - 1]))
        if len(members) == 1:
            self._note(members[0], start)
        else:
            self._grouped_at = self.lex.starts[j - 1]

    def _move(self, offset: int) -> None:
        sentence = bisect_right(self._starts, offset) - 1
        if sentence == self._sentence:
            return
        self._sentence = sentence
        self._before = self._subject or self._before
        self._subject, self._acting = None, False
        if len(self._here) > 1 and (self._met or len(self._tied) > 1 or not self._in_contact(sentence)):
            pair = self._pair if self._met else self._here[:2]
            self._together = self._tied if len(self._tied) > 1 else pair
            self._when_together = sentence
            self._lasting = _MET_LASTING if self._met else _LASTING
        self._here, self._tied, self._met = [], [], False
        self._states_here.clear()

    def _in_contact(self, sentence: int) -> bool:
        """Is it still of a contact that the text tells? Who is merely named then takes no part in it."""
        return self._lasting == _MET_LASTING and sentence - self._when_together <= _MET_LASTING

    def _note(self, member: Member, offset: int, name: Name | None = None) -> None:
        """Remember who is meant at `offset`, by this name or otherwise."""
        if self._in_quotation(offset):
            return
        if member in self._recent:
            self._recent.remove(member)
        self._recent.append(member)
        if member.kind == "country":
            self._states_at = offset
            self._states_here.append(member)
            if name is not None:
                if name.i - self._state_ends in (1, 2) and self.lex.keys[name.i - 1] in ("and", "the"):
                    self._ally(member, name)
                self._state, self._state_ends = member, name.j
        elif member.kind == "person":
            if not self._acting:
                acts = name is None or pronouns.may_act(self.lex, name)
                if self._subject is None or acts or self._speaks(offset):
                    self._subject, self._subject_at, self._acting = member, offset, acts
            elif self._speaks(offset):
                self._subject, self._subject_at = member, offset
            if member not in self._here:
                tied = self._is_tied(offset)
                if tied or len(self._tied) < 2:
                    self._tied = [*(self._tied if tied else []), member]
                if not self._met and self._here and self._is_met(offset):
                    self._met, self._pair = True, [m for m in (self._last, member) if m]
                self._here.append(member)
            self._last_at, self._last = offset, member

    def _ally(self, member: Member, name: Name) -> None:
        """Remember a country with the one before it, if "and" alone stands between: "Peru and the United States"."""
        if self._state and self.lex.keys[self._state_ends] == "and":
            self._allied, self._when_allied = [self._state, member], self._sentence

    def _is_tied(self, offset: int) -> bool:
        """Does "and" or a comma join the person at `offset` to the one before?"""
        lex, between = self.lex, self.lex.between(self._last_at, offset)
        first, last = max(between.start + 1, between.stop - 8), between.stop
        near = len(between) < 14 and ("and" in lex.keys[first:last] or "," in lex.gap[first:last])
        return near or (0 < len(between) < 5 and lex.gap[last] == ",")

    def _is_met(self, offset: int) -> bool:
        """Does "with" stand between the person at `offset` and the one before?"""
        between = self.lex.between(self._last_at, offset)
        return "with" in self.lex.keys[between.start : between.stop]

    def _speaks(self, offset: int) -> bool:
        """Do the words that name a speaker mean whoever is named at `offset`, and nobody before?"""
        at = bisect_right(self._speaking, (offset, self.lex.ends[-1])) - 1
        if at < 0 or offset >= self._speaking[at][1] or self._subject_at >= self._speaking[at][0]:
            return False
        before = self.lex.between(self._speaking[at][0], offset)
        return _OTHERS_FOLLOW.isdisjoint(self.lex.keys[i] for i in before)

    def _in_quotation(self, offset: int) -> bool:
        at = bisect_right(self._quote_starts, offset) - 1
        return at >= 0 and offset < self._quoted[at][1]


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
