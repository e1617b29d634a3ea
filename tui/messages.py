"""What the gateway says. Workers never touch a widget: they post one of these.

Each answer carries the channel it was asked on and the generation of the question; a stale one is dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from tui.widgets.posted import Posted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index import model
    from index.model import (
        ActorLine,
        AnnotatedArticle,
        Card,
        Completion,
        Facet,
        Line,
        Meeting,
        Overview,
        Page,
        Place,
        Span,
    )
    from tui.decisions import Decision
    from tui.searches import Searches
    from tui.session import Asked, LineOrder, Order, Row, Visit

Channel = Literal[
    "search", "article", "actors", "card", "palette", "ledger", "names", "find", "saved", "facets", "lines", "complete",
    "topics", "places", "contacts", "evidence", "export", "everything", "time",
    "tags", "change",
]  # fmt: skip


class FromGateway(Posted):
    """Anything the gateway says."""


class Progressed(FromGateway):
    """The index is being built: `done` of `total` at a stage named by a word for the person."""

    stage: str
    done: int
    total: int


class Opened(FromGateway):
    """The corpus is open."""

    overview: Overview


class Grown(FromGateway):
    """A later index is there, with so many more articles (or less), and can be taken in."""

    more: int


class Renewed(FromGateway):
    """The later index has been taken in."""

    overview: Overview


class Failed(FromGateway):
    """The corpus cannot be opened: what is wrong, more of it, what to do."""

    title: str
    detail: str
    hint: str


class Crashed(FromGateway):
    """A mistake in the program, to be raised where the app sees it."""

    error: BaseException


class Answer(FromGateway):
    """An answer to a question of some generation."""

    channel: ClassVar[Channel]
    generation: int


class Searched(Answer):
    """The hits for a query, in an order."""

    channel: ClassVar[Channel] = "search"
    page: Page
    order: Order


class Refused(Answer):
    """What was typed is no query: where (half-open, in its characters), why, and what would work."""

    channel: ClassVar[Channel] = "search"
    query: str
    title: str
    hint: str
    start: int
    end: int
    proposal: str | None


class Unlisted(Refused):
    """What was typed in the ledger is no query."""

    channel: ClassVar[Channel] = "ledger"


class ArticleRead(Answer):
    """An article, with the places where `query` matches in it. `landing` is where in it the reader wants to be."""

    channel: ClassVar[Channel] = "article"
    article: AnnotatedArticle
    query: str
    hits: tuple[Span, ...]
    landing: Visit | None


class Found(Answer):
    """Where words stand in an article, as half-open spans."""

    channel: ClassVar[Channel] = "find"
    article: str
    words: str
    places: tuple[tuple[int, int], ...]


class ActorsFound(Answer):
    """The actors whose name is spelt like what was typed."""

    channel: ClassVar[Channel] = "actors"
    name: str
    actors: tuple[ActorLine, ...]


class CardRead(Answer):
    """All that is known of an actor. `line` is where the cursor was on the card, when one comes back to it."""

    channel: ClassVar[Channel] = "card"
    card: Card
    line: int


class Looked(Answer):
    """Actors and articles for the palette."""

    channel: ClassVar[Channel] = "palette"
    text: str
    actors: tuple[ActorLine, ...]
    page: Page | None


class Named(Answer):
    """Actors of a name, for a box that completes it."""

    channel: ClassVar[Channel] = "names"
    name: str
    actors: tuple[ActorLine, ...]


class Faceted(Answer):
    """What the articles that answer a query have in common."""

    channel: ClassVar[Channel] = "facets"
    query: str
    facets: tuple[Facet, ...]


class Timed(Answer):
    """Articles, quotations and contacts over time."""

    channel: ClassVar[Channel] = "time"
    timeline: model.Timeline


class Concorded(Answer):
    """The places that answer a query, as lines in an order."""

    channel: ClassVar[Channel] = "lines"
    query: str
    order: LineOrder
    lines: Sequence[Line]


class Completed(Answer):
    """What may be meant by what is being typed."""

    channel: ClassVar[Channel] = "complete"
    query: str
    completions: tuple[Completion, ...]


class Gathered(Answer):
    """All articles that answer a query, each by itself."""

    channel: ClassVar[Channel] = "everything"
    query: str
    hits: Sequence[model.Hit]


class Topics(Answer):
    """The matters that articles come back to, most first."""

    channel: ClassVar[Channel] = "topics"
    topics: Sequence[model.Counted]


class Previewed(Answer):
    """The places that a decision would change."""

    channel: ClassVar[Channel] = "places"
    decision: Decision
    places: Sequence[Place]


class Contacted(Answer):
    """The contacts that answer what was `typed`, the newest first, and who takes part; or why that says nothing."""

    channel: ClassVar[Channel] = "contacts"
    typed: str
    meetings: Sequence[Meeting]
    names: Mapping[str, str]
    trouble: str = ""


class Evidenced(Answer):
    """The words by which articles tell of a contact, in their order."""

    channel: ClassVar[Channel] = "evidence"
    words: Sequence[str]


class Told(Answer):
    """Something was done that is worth a sentence."""

    channel: ClassVar[Channel] = "export"
    sentence: str


class Counted(Answer):
    """How many articles each of the kept searches has now, by name."""

    channel: ClassVar[Channel] = "saved"
    totals: Mapping[str, int]


class Kept(Answer):
    """What is kept of searches has changed."""

    channel: ClassVar[Channel] = "change"
    searches: Searches


class Listed(Answer):
    """Quotations for the ledger, and who the actors in it are. `row` is where the cursor shall stand."""

    channel: ClassVar[Channel] = "ledger"
    asked: Asked
    rows: tuple[Row, ...]
    who: Mapping[str, ActorLine]
    row: int


class Changed(Answer):
    """A decision was written, or taken back (`undone`): `told` says which, `kept` in which file.

    `article` is the one it is about, if it is about one alone; `span` is the quotation's place now, `None` where it is
    none any more; `actor` whom it is about, "" for none any more, `None` where it is about no actor.
    """

    channel: ClassVar[Channel] = "change"
    told: str
    kept: str
    article: str
    span: tuple[int, int] | None
    actor: str | None
    overview: Overview
    undone: bool = False


class Labelled(Answer):
    """Articles were given stars or tags, or these were taken, which may be what was taken back (`undone`): `told` says
    which, `labels` how those stand now that have changed."""

    channel: ClassVar[Channel] = "change"
    told: str
    labels: Sequence[model.Labels]
    undone: bool = False


class TagsInUse(Answer):
    """The tags that there are, with the number of articles that have each."""

    channel: ClassVar[Channel] = "tags"
    tags: Sequence[model.Counted]


class Unanswered(FromGateway):
    """A question that has no answer: an article or actor that is no longer there, a file that is gone."""

    channel: Channel
    generation: int
    title: str
    detail: str
    hint: str
