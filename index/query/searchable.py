"""What of an article can be searched. The matcher looks in it, and engines make their documents of it: one view for
both, so that what is found and what is marked cannot differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from index.annotation.cutting.sentences import sentences_between
from index.query.letters import Letters
from index.words import Token, tokens

Place = tuple[int, int]
"""A half-open pair of offsets into the text of the article."""

_DOUBTFUL = 0.6  # below this confidence somebody had better look


@dataclass(frozen=True, slots=True)
class Named:
    """Who or what is named: in these words, or by any name of these actors (ids); and the places that mean it."""

    names: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[str, ...] = ()


_NOBODY = Named()


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation: who speaks, who is spoken to, whom it names; and what it is (`STATES`)."""

    start: int
    end: int
    speaker: Named = _NOBODY
    to: Named = _NOBODY
    about: Named = _NOBODY
    states: tuple[str, ...] = ()

    def said_of(self, field: str) -> Named:
        """What is known of it under a field of `IN_QUOTATION`."""
        match field:
            case "speaker":
                return self.speaker
            case "to":
                return self.to
            case "about":
                return self.about
        return Named(self.states)


@dataclass(frozen=True)
class Stretch:
    """A stretch of a text, as words."""

    text: str
    start: int
    end: int

    @cached_property
    def tokens(self) -> list[Token]:
        """The words, in order."""
        return [*tokens(self.text, self.start, self.end)]

    @cached_property
    def starts(self) -> list[int]:
        """Where the words begin."""
        return [token.start for token in self.tokens]

    @cached_property
    def sentences(self) -> list[int]:
        """Where sentences begin."""
        return [start for start, _ in sentences_between(self.text, self.start, self.end)]


class Reading:
    """Some places of a text, in order and without overlap, each read by itself: no phrase runs from one to the next."""

    def __init__(self, letters: Letters, places: Sequence[Place]) -> None:
        self.letters = letters
        self.places = places
        self.found: dict[object, dict[int, list[Place]]] = {}
        """Where some words stand, by the number of the place; whoever has looked for them puts it down here."""

    @cached_property
    def stretches(self) -> list[Stretch]:
        """The places as words."""
        return [Stretch(self.letters.text, start, end) for start, end in self.places]

    @cached_property
    def edges(self) -> tuple[Sequence[int], Sequence[int]]:
        """Where the places begin, and where they end."""
        return [start for start, _ in self.places], [end for _, end in self.places]

    @cached_property
    def torn(self) -> list[int]:
        """Where places begin within a word."""
        text = self.letters.text
        return [start for start, _ in self.places if start and text[start - 1].isalnum()]


@dataclass(frozen=True)
class Searchable:
    """One article as far as it can be searched. `blocks` are its text without furniture, the title among them;
    `published` are the first and the last day of its date (ISO); `called` has the names of actors, by id."""

    id: str
    text: str
    blocks: tuple[Place, ...]
    title: Place | None = None
    quotations: tuple[Quoted, ...] = ()
    actors: tuple[Named, ...] = ()
    standfirst: Place | None = None
    captions: tuple[Place, ...] = ()
    contacts: tuple[Named, ...] = ()
    countries: tuple[Named, ...] = ()
    topics: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    outlet: str | None = None
    author: str | None = None
    file: str | None = None
    published: tuple[str, str] | None = None
    called: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def names_of(self, named: Named) -> tuple[str, ...]:
        """All the names by which somebody can be sought."""
        return (*named.names, *(name for actor in named.actors for name in self.called.get(actor, ())))

    def stretches_of(self, field: str) -> tuple[Place, ...]:
        """The places of a field of `IN_TEXT`."""
        return self.captions if field == "caption" else (self.title,) if self.title else ()

    def named_in(self, field: str) -> tuple[Named, ...]:
        """Who or what stands in a field of `NAMED`, each by itself."""
        match field:
            case "actor":
                return self.actors
            case "contact":
                return self.contacts
            case "country":
                return self.countries
            case "topic":
                return self.topics
            case "place":
                return self.places
        value = {"outlet": self.outlet, "author": self.author, "file": self.file}[field]
        return (Named((value,)),) if value else ()

    def quoting(self, quotation: Quoted) -> Searchable:
        """The article as if it held nothing but one of its quotations."""
        alone = replace(self, blocks=((quotation.start, quotation.end),), quotations=(quotation,))
        vars(alone)["_letters"] = self._letters  # the text is folded once for all of them
        return alone

    def read(self, places: Sequence[Place]) -> Reading:
        """The words at some places."""
        return Reading(self._letters, places)

    def read_alone(self, place: Place) -> Reading:
        """The words at one place; what stands after it is not looked at."""
        return Reading(Letters(self.text[: place[1]]), [place])

    @cached_property
    def body(self) -> Reading:
        """The words of every block."""
        return self.read(self.blocks)

    @cached_property
    def _letters(self) -> Letters:
        return Letters(self.text)


def states(kind: str, *, spoken: bool, confidence: float, corrected: bool) -> tuple[str, ...]:
    """What a quotation is. What is nobody's words anyway, or a person has looked at, is not in doubt."""
    if corrected:
        return kind, "corrected"
    if kind == "scare":
        return (kind,)
    unattributed = () if spoken else ("unattributed",)
    doubtful = ("doubtful",) if confidence < _DOUBTFUL else ()
    return kind, *unattributed, *doubtful
