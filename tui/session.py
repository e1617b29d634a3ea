"""What the reader is doing, as plain data: the query, the page, the article, the current place, the way back.

Nothing here knows Textual. Panes read it; the main screen changes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from index.model import ActorLine, AnnotatedArticle, Card, Hit, Labels, Page, Quotation, QuotationKind, Said, Span
    from tui.commands import Owner
    from tui.messages import Faceted

EVERYTHING = 1 << 31
"""As a limit: all that there are."""

PAGE = 50
"""How many hits are asked for at first, and how many more whenever the last one is reached."""

MOST_ROWS = 5000
"""Quotations that the ledger lists at most: more than anybody walks through, and they come in a second."""

MOST_ACTORS = 100
"""Actors that are listed at most: whoever is looked for further down had better be named."""

Kind = Literal["hit", "quotation", "name", "passage"]


class Current(NamedTuple):
    """The current place in the article: the `number`th of its kind, and the actors that it leads to.

    A "passage" is a place that a line of a card led to.
    """

    kind: Kind
    start: int
    end: int
    number: int = 0
    actors: tuple[str, ...] = ()


Order = Literal["rank", "recency", "date", "outlet"]
ORDERS: tuple[Order, ...] = ("rank", "recency", "date", "outlet")

LineOrder = Literal["left", "right", "outlet", "date", "rank"]

Scope = Literal["everywhere", "article", "actor", "topic"]


Above = Literal["", "concordance", "contacts"]

_MOST_STEPS = 99


class Asked(NamedTuple):
    """What the ledger of quotations is asked for: words of the query language, where, which.

    `of` is the id of the article or actor, or the name of the topic, that the scope names. `queue` has only those that
    nobody is named for or that are doubtful.
    """

    text: str = ""
    scope: Scope = "everywhere"
    of: str = ""
    kind: QuotationKind | None = None
    queue: bool = False


class Row(NamedTuple):
    """A line of the ledger; `marks` are where the words asked for stand in the article."""

    said: Said
    marks: tuple[tuple[int, int], ...] = ()


class Change(NamedTuple):
    """What a person decides about a quotation; one of these. `span` is half-open, in characters of the text.

    `speaker` is an actor's id or any name, "" for nobody; `called` is what to call them.
    """

    speaker: str | None = None
    called: str = ""
    kind: QuotationKind | None = None
    span: tuple[int, int] | None = None
    no_quotation: bool = False
    confirmed: bool = False


class Visit(NamedTuple):
    """Where the reader was: enough to come back to it. `place` is the offset of the first line in sight.

    `line` is the cursor's in the actors pane, `row` in the ledger. `name` stood in the box of the actors pane. `above`
    is what lay over the panes.
    """

    pane: Owner = "search"
    article: str | None = None
    place: int = -1
    current: Current | None = None
    actor: str | None = None
    line: int = 0
    asked: Asked | None = None
    row: int = 0
    above: Above = ""
    name: str = ""


class History:
    """Visits before and after the present one, as a browser keeps them."""

    def __init__(self, past: Iterable[Visit] = ()) -> None:
        self.past = list(past)
        self.future: list[Visit] = []

    def leave(self, here: Visit) -> None:
        """Go on to something new."""
        if not self.past or self.past[-1] != here:
            self.past.append(here)
        self.future.clear()

    def back(self, here: Visit) -> Visit | None:
        """The visit before, if there is one."""
        return _step(self.past, self.future, here)

    def forward(self, here: Visit) -> Visit | None:
        """The visit after, if there is one."""
        return _step(self.future, self.past, here)


def _step(source: list[Visit], target: list[Visit], here: Visit) -> Visit | None:
    if not source:
        return None
    target.append(here)
    return source.pop()


class Session:
    """The state of one reader. `facets` are what results had in common when it was last counted. `proposal` is the
    query that would mend the one in the box, `marked` the one whose hits are marked in the article. `sought` is what is
    to be found in the article (`None`: nothing is sought there) and `found_here` where it stands. `asked`, `rows` and
    `who` are of the ledger. `indirect` is whether indirect speech is shown, `why` whether the line under a quotation
    gives the reason for its speaker.

    It is no dataclass, whose methods would be compiled at every start: a two-hundredth of the time to the first frame.
    """

    query: str = ""
    limit: int = PAGE
    order: Order = "rank"
    page: Page | None = None
    facets: Faceted | None = None
    proposal: str | None = None
    article: AnnotatedArticle | None = None
    hits: tuple[Span, ...] = ()
    marked: str = ""
    sought: str | None = None
    found_here: tuple[tuple[int, int], ...] = ()
    found: tuple[ActorLine, ...] = ()
    name: str = ""
    """The name of which these actors were found."""
    card: Card | None = None
    asked: Asked | None = None
    rows: tuple[Row, ...] = ()
    indirect: bool = True
    why: bool = False
    selecting: bool = False
    typing: bool = False
    awaiting: bool = False
    """Whether one types a search whose answer is still to come."""
    columns: int = 1
    copied: bool = False
    """Whether other articles say the same as the one under the cursor."""
    chips: int = 0
    """How many chips there are to go to."""
    large: bool = False
    """Whether the corpus is so large that what results have in common is counted only when one asks for it."""
    on_chip: bool = False
    """Whether keys are for one of them."""
    failed: bool = False
    """Whether nothing could be opened."""
    count: int = 0
    """The number that is being typed before a step, as the 3 of `3]`."""
    steps: int = 1
    """How many steps the last key was to take."""

    def __init__(self, *, pane: Owner = "search", current: Current | None = None) -> None:
        self.pane = pane
        self.current = current
        self.who: Mapping[str, ActorLine] = {}
        self.chosen: dict[str, Hit] = {}
        """The results that are marked, by their ids."""
        self.history = History()

    def press(self, key: str) -> None:
        """Take a key into account for the number before a step. A number begins in the article: elsewhere digits lead
        from pane to pane, and what follows them is one step."""
        if len(key) == 1 and key in "0123456789" and (self.count or self.pane == "article"):
            self.count, self.steps = min(10 * self.count + int(key), _MOST_STEPS), 1
        else:
            self.count, self.steps = 0, max(1, self.count)

    def relabel(self, labels: Iterable[Labels]) -> None:
        """Articles are put by with other stars and tags, wherever they are shown."""
        now = {own.article: {"starred": own.starred, "tags": own.tags} for own in labels}
        if self.page is not None:
            hits = tuple(hit.model_copy(update=now.get(hit.id)) for hit in self.page.hits)
            self.page = self.page.model_copy(update={"hits": hits})
        if self.article is not None:
            self.article = self.article.model_copy(update=now.get(self.article.id))

    def show_article(self, article: AnnotatedArticle, hits: tuple[Span, ...], query: str = "") -> None:
        """Another article is shown, from its top, with the places where `query` matches in it."""
        self.article, self.current = article, None
        self.sought, self.found_here = None, ()
        self.show_hits(hits, query)

    def show_hits(self, hits: tuple[Span, ...], query: str) -> None:
        """The places where `query` matches in the article are these."""
        self.hits, self.marked = hits, query

    def shows(self, article: str) -> bool:
        """Whether that article is shown, with the hits of the present query."""
        return self.article is not None and self.article.id == article and self.marked == self.query

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations that one walks through: scare quotes are nobody's speech."""
        hidden = {"scare"} if self.indirect else {"scare", "indirect"}
        return tuple(q for q in self.article.quotations if q.kind not in hidden) if self.article else ()

    @property
    def names(self) -> tuple[Current, ...]:
        """The places where an actor is named."""
        if self.article is None:
            return ()
        named = [m for m in self.article.mentions if m.actor and m.form in ("name", "title")]
        return tuple(Current("name", m.start, m.end, i, (m.actor or "",)) for i, m in enumerate(named))

    @property
    def marks(self) -> tuple[tuple[int, int], ...]:
        """The words that are marked: those to be found in the article, or else those searched for."""
        return tuple((hit.start, hit.end) for hit in self.hits) if self.sought is None else self.found_here

    def places(self, kind: Kind) -> tuple[Current, ...]:
        """All places of one kind in the article, in order."""
        if kind == "name":
            return self.names
        if kind == "hit":
            return tuple(Current("hit", *span, i) for i, span in enumerate(self.marks))
        return tuple(
            Current("quotation", q.start, q.end, i, q.speaker.actors if q.speaker else ())
            for i, q in enumerate(self.quotations)
        )

    def quotation_at(self, current: Current | None) -> Quotation | None:
        """The quotation that is the current place, or in which the words found or led to stand. A name is looked at for
        itself."""
        if current is None or current.kind == "name":
            return None
        around = [q for q in self.quotations if q.start <= current.start and current.end <= q.end]
        return min(around, key=lambda q: q.end - q.start, default=None)

    def actors_at(self, current: Current | None) -> tuple[str, ...]:
        """Whom the current place leads to: who speaks there, who is named there, who speaks around a hit."""
        if current is None or current.actors:
            return current.actors if current else ()
        for place in (*self.places("name"), *self.places("quotation")):
            if place.start <= current.start and current.end <= place.end:
                return place.actors
        return ()

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was asked or looked at yet, beside what stands there at the start."""
        return not self.query.strip() and self.pane == "search" and not (self.history.past or self.current or self.card)

    def facts(self) -> frozenset[str]:
        """What is there to work with now; commands name what they need of it."""
        there = {
            "open": not self.failed,
            "article": self.article is not None,
            "results": bool(self.page and (self.page.hits or self.page.near)) or bool(self.proposal) or self.awaiting,
            "found": bool(self.page and self.page.hits),
            "to narrow": bool(self.page and self.page.hits) or self.chips > 0,
            "copies": self.copied,
            "query": bool(self.query.strip()),
            "chips": self.chips > 0,
            "chip": self.on_chip,
            "list": self.typing or bool(self.page and (self.page.hits or self.page.near)),
            "hits": bool(self.marks),
            "quotations": bool(self.quotations),
            "names": bool(self.names),
            "current actor": bool(self.actors_at(self.current)),
            "quotation": self.selecting or self.quotation_at(self.current) is not None,
            "said": self.quotation_at(self.current) is not None,
            "to correct": self.card is not None
            if self.pane == "actors"
            else self.quotation_at(self.current) is not None,
            "ledger": self.pane == "ledger",
            "rows": self.pane == "ledger" and bool(self.rows),
            "card": self.card is not None,
            "back": bool(self.history.past),
            "forward": bool(self.history.future),
            "actors": bool(self.found) or self.card is not None,
            "wide": self.columns > 1,
        }
        return frozenset(fact for fact, holds in there.items() if holds)

    def visit(self, *, place: int, line: int, row: int = 0, name: str = "") -> Visit:
        """Where the reader is. `place` is the first offset in sight, `line` and `row` are where the cursors are, `name`
        is what stands in the box of the actors pane."""
        return Visit(
            pane=self.pane,
            article=self.article.id if self.article else None,
            place=place,
            current=self.current,
            actor=self.card.actor.id if self.card else None,
            line=line,
            asked=self.asked,
            row=row,
            name=name,
        )
