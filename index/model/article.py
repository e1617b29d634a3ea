"""An article, and what is found in it."""

from __future__ import annotations

from typing import Literal

from index.model.noun import Known, Noun, Span, When, Words

BlockKind = Literal["title", "standfirst", "caption", "paragraph", "crosshead", "furniture"]
QuotationKind = Literal["direct", "partial", "indirect", "heading", "scare", "statement"]
QuotationStatus = Literal["unattributed", "doubtful", "corrected"]
MentionForm = Literal["name", "title", "pronoun", "nominal"]
ActorKind = Literal["person", "organisation", "country", "group", "document"]
ContactKind = Literal["call", "meeting", "visit", "letter", "talks", "message", "conversation"]
ContactStatus = Literal["happened", "planned"]


class Block(Span):
    """A stretch of text with one function; blocks are in order and do not overlap."""

    kind: BlockKind


class Reading(Noun):
    """What had to be done to turn the bytes into text."""

    encoding: str
    format: str
    notes: tuple[str, ...] = ()


class Article(Noun):
    """One article: its canonical text, its blocks, and what is known of where it comes from.

    `file` is the path below the corpus, with `/`; `id` names the article on the command line and is stable.
    `sha256` is that of the file's bytes; `language` is the one by whose rules the article is read.
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


class Topic(Noun):
    """A matter and where it is mentioned."""

    name: str
    mentions: tuple[Span, ...]


class Contact(Noun):
    """Who met, called or wrote to whom, as the article tells it; `topics` are named matters that it was about."""

    kind: ContactKind
    participants: tuple[str, ...]
    status: ContactStatus = "happened"
    date: When | None = None
    place: Words | None = None
    evidence: tuple[Span, ...] = ()
    topics: tuple[Topic, ...] = ()


class Labels(Noun):
    """How a person put an article by: with a star, with tags."""

    article: str
    starred: bool = False
    tags: tuple[str, ...] = ()


class AnnotatedArticle(Article):
    """An article and all that was found in it; and how a person put it by: with a star, with tags."""

    quotations: tuple[Quotation, ...] = ()
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    contacts: tuple[Contact, ...] = ()
    topics: tuple[Topic, ...] = ()
    starred: bool = False
    tags: tuple[str, ...] = ()
