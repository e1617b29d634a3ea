"""The nouns of the house.

Every `start` and `end` is a half-open pair of offsets, in characters (code points), into the canonical text of one
article. What is unknown is `None`, never a guess; what was inferred says `how`. All nouns are immutable; their JSON
form (`to_json`) is the contract of `docs/json.md`, schema 1.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA = 1

BlockKind = Literal["title", "standfirst", "caption", "paragraph", "crosshead", "furniture"]
QuotationKind = Literal["direct", "partial", "indirect", "heading", "scare", "statement"]
MentionForm = Literal["name", "title", "pronoun", "nominal"]
ActorKind = Literal["person", "organisation", "country", "group", "document"]
ContactKind = Literal["call", "meeting", "visit", "letter", "talks", "message", "conversation"]
QuotationStatus = Literal["unattributed", "doubtful", "corrected"]
ContactStatus = Literal["happened", "planned"]
Stage = Literal["reading", "joining", "indexing"]
Precision = Literal["day", "week", "month", "year"]


class Noun(BaseModel):
    """What all nouns share: immutable, no unknown fields, one JSON form."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)

    def to_json(self) -> dict[str, Any]:
        """The noun as plain data, as the JSON contract has it."""
        return self.model_dump(mode="json", by_alias=True)


class Span(Noun):
    """A half-open place in the canonical text of an article."""

    start: int
    end: int


class Words(Span):
    """A place and the words that stand there."""

    text: str


class Block(Span):
    """A stretch of text with one function; blocks are in order and do not overlap."""

    kind: BlockKind


class Known(Noun):
    """A value and how it is known; both `None` where it is not."""

    value: str | None = None
    how: str | None = None


class When(Noun):
    """A date as an interval of days (ISO, both ends included), with the words that ground it where there are any.

    Words that cannot be resolved ("last Tuesday" in an article without a date) stand alone: the interval is `None`.
    """

    from_: str | None = Field(default=None, alias="from")
    to: str | None = None
    precision: Precision | None = None
    text: str | None = None
    start: int | None = None
    end: int | None = None
    how: str | None = None


class Reading(Noun):
    """What had to be done to turn the bytes into text."""

    encoding: str
    format: str
    notes: tuple[str, ...] = ()


class Article(Noun):
    """One article: its canonical text, its blocks, and what is known of where it comes from.

    `file` is the path below the corpus, with `/`; `id` names the article on the command line and is stable.
    `sha256` is that of the file's bytes.
    """

    id: str
    file: str
    sha256: str
    read: Reading
    title: str
    outlet: Known = Known()
    author: Known = Known()
    url: Known = Known()
    published: When | None = None
    language: str = "en"
    text: str
    blocks: tuple[Block, ...]


class Speaker(Noun):
    """Who speaks or is spoken to: the actors (none for an anonymous source) and the words that name them, if any do."""

    actors: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    text: str | None = None


class Quotation(Words):
    """What somebody said. `start` and `end` lie inside the quotation marks.

    A quotation over several paragraphs has one entry for each, with the same `group`. `about` are the actors that are
    named in it and do not speak it. `rule` names what decided on the speaker; `confidence` is between 0 and 1.
    """

    id: str
    kind: QuotationKind
    speaker: Speaker | None = None
    cue: Words | None = None
    addressee: Speaker | None = None
    about: tuple[str, ...] = ()
    rule: str
    confidence: float
    corrected: bool = False
    group: str | None = None


class Mention(Words):
    """A place where an actor is named or meant; `actor` is `None` where it is open whom the words mean."""

    actor: str | None
    form: MentionForm


class Alias(Noun):
    """A name as written, and how often."""

    text: str
    count: int


class Role(Span):
    """What an actor is called to be, by the words at a place: "Foreign Minister" `of` the actor "turkey"."""

    role: str
    of: str | None = None
    article: str | None = None


class Actor(Noun):
    """Somebody or something that speaks and acts. In an annotated article, counts and roles are of that article."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[Alias, ...] = ()
    roles: tuple[Role, ...] = ()


class Contact(Noun):
    """Who met, called or wrote to whom, as the article tells it."""

    kind: ContactKind
    participants: tuple[str, ...]
    status: ContactStatus = "happened"
    date: When | None = None
    place: Words | None = None
    evidence: tuple[Span, ...] = ()


class Topic(Noun):
    """A recurrent matter and where it is mentioned."""

    name: str
    mentions: tuple[Span, ...]


class AnnotatedArticle(Article):
    """An article and all that was found in it."""

    quotations: tuple[Quotation, ...] = ()
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    contacts: tuple[Contact, ...] = ()
    topics: tuple[Topic, ...] = ()


# What the Library answers with --------------------------------------------------------------------------------------


class Passage(Words):
    """A stretch of an article shown under a hit; `marks` are offsets into the article, not into `text`."""

    marks: tuple[tuple[int, int], ...] = ()


class Hit(Noun):
    """An article that answers a query. `rank` counts from 1."""

    rank: int
    id: str
    file: str
    title: str
    outlet: str | None
    published: When | None
    score: float
    quotations: int
    passages: tuple[Passage, ...]


class Page(Noun):
    """The answer to a query: the best hits, and how many there are in all (`None` where that was not counted)."""

    query: str
    hits: tuple[Hit, ...]
    total: int | None
    seconds: float
    missing: tuple[str, ...] = ()
    """Words of the query that stand nowhere in this corpus."""
    near: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """For such words, words of this corpus that are like them."""
    partial: bool = False
    """Whether the search was stopped before it was done."""


class FacetValue(Noun):
    """A value that articles have in common: what to type after a query to narrow it to just these, and how many."""

    typed: str
    label: str
    count: int


class Facet(Noun):
    """What articles have in common under one name (outlet, year, actor, …), the commonest first."""

    name: str
    values: tuple[FacetValue, ...]


class Completion(Noun):
    """What may be meant: `text` goes in the place of what is typed from `start` to `end`; `what` says what it is."""

    text: str
    start: int
    end: int
    label: str
    what: str


class Line(Noun):
    """A place that answers a query, with what stands beside it in the article, cut from its text."""

    article: str
    file: str
    outlet: str | None
    published: When | None
    start: int
    end: int
    left: str
    word: str
    right: str


class Place(Words):
    """Words in an article: where a line of a card leads to."""

    article: str


class Said(Noun):
    """A quotation with the article it stands in: one row of the ledger.

    `sha256` is that of the article's file. `paragraph` counts the article's paragraphs from 1; `None` in a title, a
    caption and the like.
    """

    article: str
    file: str
    title: str
    outlet: str | None
    published: When | None
    sha256: str = ""
    paragraph: int | None = None
    quotation: Quotation


class Undone(Noun):
    """A decision that was taken back: what had been decided (`told`), and about what: the words of a quotation, the
    name of an actor, an article. `place` is where the words of a quotation stood; `actor` is an id, where one is known.
    """

    told: str
    about: str
    article: str | None = None
    place: Place | None = None
    actor: str | None = None


class Met(Noun):
    """A contact with the article that tells of it."""

    article: str
    file: str
    title: str
    published: When | None
    contact: Contact


class Meeting(Noun):
    """An event that brought actors together, as all who tell of it have it (`told`, the newest article first).

    `kind` and `date` are the sharpest that are told. `differ` names what the witnesses disagree on: "date", "kind",
    "status", "participants".
    """

    kind: ContactKind
    status: ContactStatus
    participants: tuple[str, ...]
    date: When | None = None
    places: tuple[str, ...] = ()
    told: tuple[Met, ...]
    differ: tuple[str, ...] = ()


class Tie(Noun):
    """How often two actors met, called or wrote to each other, and the last day of it that is known."""

    actors: tuple[str, str]
    count: int
    last: str | None = None


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


class Counted(Noun):
    """Something and how often: a topic and its articles, a month and the mentions in it."""

    name: str
    count: int


class Alike(Noun):
    """An actor who may be the same as another, and why."""

    actor: str
    name: str
    why: str


class Matter(Noun):
    """A recurrent matter: in how many articles it is, and who said what that names it, the oldest first."""

    name: str
    articles: int
    said: tuple[Said, ...]


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
    names: dict[str, str] = {}
    """The names of other actors that the card speaks of, by id."""


class Problem(Noun):
    """A file that could not be read (or only in part), why, and what to do."""

    file: str
    reason: str
    hint: str = ""


class Overview(Noun):
    """What a corpus holds."""

    folder: str
    articles: int
    quotations: int
    actors: int
    contacts: int
    words: int
    first: str | None = None
    last: str | None = None
    problems: tuple[Problem, ...] = ()


class Progress(Noun):
    """How far building the index has come; `stage` is a word for the person: reading, joining, indexing."""

    stage: Stage
    done: int
    total: int
