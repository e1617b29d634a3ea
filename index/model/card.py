"""What is known of an actor across articles."""

from __future__ import annotations

from pydantic import Field

from index.model.article import Actor, ActorKind, Role
from index.model.ledger import Counted, Met, Said
from index.model.noun import Noun, Place


class ActorLine(Noun):
    """An actor in a list: the name, one role to tell it by, and how often it occurs."""

    id: str
    name: str
    kind: ActorKind
    role: str | None
    articles: int
    mentions: int


class Spelling(Noun):
    """A name as written, how often, and where it stands first."""

    text: str
    count: int
    place: Place


class Totals(Noun):
    """How many lines of each sort there are for an actor in the whole corpus."""

    said: int
    about: int
    addressed: int
    contacts: int


class Tie(Noun):
    """How often two actors met, called or wrote to each other, the last day of it that is known, and what about: the
    topics of most of these contacts first."""

    actors: tuple[str, str]
    count: int
    last: str | None = None
    topics: tuple[str, ...] = ()


class Tenure(Noun):
    """A role over time: how often it is given, from which day to which articles give it, and where first.

    `decided` says that a person gave it; then `first` and `last` are the person's, and may be months or years.
    """

    role: str
    of: str | None = None
    count: int
    first: str | None = None
    last: str | None = None
    place: Place | None = None
    decided: bool = False


class Alike(Noun):
    """An actor who may be the same as another, and why."""

    actor: str
    name: str
    why: str


class Card(Noun):
    """All that is known of one actor. `about` are quotations by others that name the actor.

    Of a sort with very many lines the newest are given; `totals` counts them all.
    """

    actor: Actor
    articles: int
    totals: Totals
    spellings: tuple[Spelling, ...]
    roles: tuple[Role, ...]
    said: tuple[Said, ...]
    about: tuple[Said, ...]
    addressed: tuple[Said, ...]
    contacts: tuple[Met, ...]
    tenures: tuple[Tenure, ...] = ()
    """The roles in time, the earliest first."""
    affiliation: str | None = None
    """The country or body of most of its roles."""
    ties: tuple[Tie, ...] = ()
    """With whom it was in contact, most often first; the actor itself stands first in each."""
    topics: tuple[Counted, ...] = ()
    months: tuple[Counted, ...] = ()
    """The months in which it is named, in order ("2021-04")."""
    alike: tuple[Alike, ...] = ()
    names: dict[str, str] = Field(default_factory=dict)
    """The names of other actors that the card speaks of, by id."""
