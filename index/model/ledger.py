"""Quotations, contacts and recurrent matters, as rows over many articles."""

from __future__ import annotations

from index.model.article import Contact, ContactKind, ContactStatus, Labels, Quotation
from index.model.noun import Noun, Place, When
from index.model.search import Again


class Said(Noun):
    """A quotation with the article it stands in: one row of the ledger.

    `sha256` is that of the article's file. `paragraph` counts the article's paragraphs from 1; `None` in a title, a
    caption and the like. `copies` are the same quotation in other articles that say the same.
    """

    article: str
    file: str
    title: str
    outlet: str | None
    published: When | None
    sha256: str = ""
    paragraph: int | None = None
    quotation: Quotation
    copies: tuple[Again, ...] = ()


class Undone(Noun):
    """A decision that was taken back: what had been decided (`told`), and about what: the words of a quotation, the
    name of an actor, the title of an article. `place` is where the words of a quotation stood; `actor` is an id, where
    one is known; `labels` are how articles are put by now whose stars or tags these were."""

    told: str
    about: str
    article: str | None = None
    place: Place | None = None
    actor: str | None = None
    labels: tuple[Labels, ...] = ()


class Met(Noun):
    """A contact with the article that tells of it; `copies` tell the same in articles that say the same."""

    article: str
    file: str
    title: str
    published: When | None
    contact: Contact
    copies: tuple[Again, ...] = ()


class Meeting(Noun):
    """An event that brought actors together, as all who tell of it have it (`told`, the newest article first).

    `kind` and `date` are the sharpest that are told, `topics` all that it is told to have been about. `differ` names
    what the witnesses disagree on: "date", "kind", "status", "participants".
    """

    kind: ContactKind
    status: ContactStatus
    participants: tuple[str, ...]
    date: When | None = None
    places: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    told: tuple[Met, ...]
    differ: tuple[str, ...] = ()


class Matter(Noun):
    """A recurrent matter: in how many articles it is, and who said what that names it, the oldest first."""

    name: str
    articles: int
    said: tuple[Said, ...]


class Counted(Noun):
    """Something and how often: a topic and its articles, a month and the mentions in it."""

    name: str
    count: int
