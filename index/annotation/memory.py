"""What a reader keeps in mind of whom a text means: who was named last, of whom a sentence is, who was named together.

It is told in text order. What stands in quotations is not kept: somebody else speaks there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.annotation import pronouns
from index.annotation.cutting.lexemes import Lexemes
from index.annotation.names.cast import Member
from index.annotation.names.chunks import Name

Place = tuple[int, int]

_LASTING = 2  # sentences for which "they" are those last named together
_MET_LASTING = 4  # the same for those of whom one met or spoke "with" the other
_OTHERS_FOLLOW = frozenset("for to of with by who whose whom which a an and".split())
"""Words after which a speaker's own words name somebody else: "a spokesman for Berg", "Novak, who met Berg,"."""


@dataclass(slots=True)
class Sentence:
    """Whom a sentence has meant so far."""

    subject: Member | None = None
    subject_at: int = -1
    acts: bool = False
    """The subject does what the sentence tells, as far as one sees."""
    persons: list[Member] = field(default_factory=list)
    tied: list[Member] = field(default_factory=list)
    """Those of them that "and" or a comma joins, the last such row."""
    pair: list[Member] = field(default_factory=list)
    """Two of them, if "with" stands between: they met."""
    countries: list[Member] = field(default_factory=list)


class Memory:
    """What is kept in mind on the way through a text.

    `quoted` are stretches that somebody else speaks, `speaking` the places of the words that name speakers.
    """

    def __init__(
        self, lex: Lexemes, sentences: Sequence[Place], quoted: Sequence[Place], speaking: Sequence[Place]
    ) -> None:
        self.here = Sentence()
        self.before: Member | None = None
        """The subject of the sentence before."""
        self.recent: list[Member] = []
        """Everybody and everything, the last named last."""
        self.together: list[Member] = []
        """Persons of the last sentence that names several."""
        self.last: Member | None = None
        """The person named last, at the offset `last_at`."""
        self.last_at = 0
        self.several_at = 0
        """Where words meant several, last."""
        self._lex = lex
        self._starts = [s for s, _ in sentences]
        self._quoted = sorted(quoted)
        self._quote_starts = [s for s, _ in self._quoted]
        self._speaking = sorted(speaking)
        self._number = -1  # of the sentence
        self._when_together = 0
        self._lasting = _LASTING
        self._country: Member | None = None  # the one named last, and the lexeme after its name
        self._country_ends = 0
        self._country_at = 0  # where one was meant last
        self._allied: list[Member] = []  # two countries that "and" joins
        self._when_allied = 0

    def is_quoted(self, offset: int) -> bool:
        """Does somebody else speak there?"""
        at = bisect_right(self._quote_starts, offset) - 1
        return at >= 0 and offset < self._quoted[at][1]

    def begin(self) -> int:
        """The lexeme that the sentence begins with."""
        return self._lex.at(self._starts[self._number]) if self._number >= 0 else 0

    def go_to(self, offset: int) -> None:
        """Go on to an offset, which may lie in another sentence."""
        number = bisect_right(self._starts, offset) - 1
        if number == self._number:
            return
        self._number = number
        here, self.here = self.here, Sentence()
        self.before = here.subject or self.before
        tied = here.tied if len(here.tied) > 1 else []
        if len(here.persons) > 1 and (here.pair or tied or not self._in_contact()):
            self.together = tied or here.pair or here.persons[:2]
            self._when_together = number
            self._lasting = _MET_LASTING if here.pair else _LASTING

    def _in_contact(self) -> bool:
        """Is it still of a contact that the text tells? Who is merely named then takes no part in it."""
        return self._lasting == _MET_LASTING and self._number - self._when_together <= _MET_LASTING

    def named_together(self) -> list[Member]:
        """The persons named together last, if that was not long ago."""
        return self.together if self._number - self._when_together <= self._lasting else []

    def recent_of(self, kind: str) -> list[Member]:
        """All of a kind, the last named last."""
        return [m for m in self.recent if m.kind == kind]

    def countries(self, number: int) -> list[Member]:
        """So many countries: those named last, or with "and" before, or those of the persons meant together since."""
        named = self.recent_of("country")
        of = [m.of for m in self.together]
        if number == len(of) == len(set(of)) and self.several_at > self._country_at:
            theirs = [m for m in named if m.id in of]
            if len(theirs) == number:
                return theirs
        tied = number == len(self._allied) and self._number - self._when_allied <= _LASTING
        others = {*self.here.countries}.difference(self._allied)
        return self._allied if tied and len(others) < number else named[-number:]

    def note(self, member: Member, offset: int, name: Name | None = None) -> None:
        """Keep in mind who is meant at `offset`, by this name or otherwise."""
        if self.is_quoted(offset):
            return
        if member in self.recent:
            self.recent.remove(member)
        self.recent.append(member)
        if member.kind == "country":
            self._note_country(member, offset, name)
        elif member.kind == "person":
            self._note_subject(member, offset, name)
            self._note_person(member, offset)

    def _note_country(self, member: Member, offset: int, name: Name | None) -> None:
        self._country_at = offset
        self.here.countries.append(member)
        if name is None:
            return
        near = 0 < name.i - self._country_ends < 3
        between = self._lex.keys[self._country_ends : name.i] if near else []
        if self._country and between in (["and"], ["and", "the"]):  # "Peru and the United States"
            self._allied, self._when_allied = [self._country, member], self._number
        self._country, self._country_ends = member, name.j

    def _note_subject(self, member: Member, offset: int, name: Name | None) -> None:
        """The first who acts is whom a sentence is about; or, behind that, who speaks in it."""
        here = self.here
        if not here.acts:
            acts = name is None or pronouns.may_act(self._lex, name)
            if here.subject is None or acts or self._speaks(offset):
                here.subject, here.subject_at, here.acts = member, offset, acts
        elif self._speaks(offset):
            here.subject, here.subject_at = member, offset

    def _speaks(self, offset: int) -> bool:
        """Do the words that name a speaker mean whoever is named at `offset`, and nobody before?"""
        at = bisect_right(self._speaking, (offset, self._lex.ends[-1])) - 1
        if at < 0 or offset >= self._speaking[at][1] or self.here.subject_at >= self._speaking[at][0]:
            return False
        before = self._lex.between(self._speaking[at][0], offset)
        return _OTHERS_FOLLOW.isdisjoint(self._lex.keys[i] for i in before)

    def _note_person(self, member: Member, offset: int) -> None:
        here = self.here
        if not here.persons:
            here.persons, here.tied = [member], [member]
        elif member not in here.persons:
            between = self._lex.between(self.last_at, offset)
            tied = self._ties(between)
            if tied or len(here.tied) < 2:
                here.tied = [*(here.tied if tied else []), member]
            if self.last and not here.pair and "with" in self._lex.keys[between.start : between.stop]:
                here.pair = [self.last, member]
            here.persons.append(member)
        self.last, self.last_at = member, offset

    def _ties(self, between: range) -> bool:
        """Do the lexemes `between` two persons join them by "and" or a comma?"""
        lex, first, last = self._lex, max(between.start + 1, between.stop - 8), between.stop
        near = len(between) < 14 and ("and" in lex.keys[first:last] or "," in lex.gap[first:last])
        return near or (0 < len(between) < 5 and lex.gap[last] == ",")
