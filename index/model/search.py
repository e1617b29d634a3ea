"""What a search answers with."""

from __future__ import annotations

from typing import Literal

from index.model.noun import Noun, When, Words

Unit = Literal["day", "week", "month", "year"]


class Passage(Words):
    """A stretch of an article shown under a hit; `marks` are offsets into the article, not into `text`."""

    marks: tuple[tuple[int, int], ...] = ()


class Copy(Noun):
    """An article that stands in the corpus more than once."""

    article: str
    file: str
    title: str
    outlet: str | None
    published: When | None


class Again(Copy):
    """The same words in another article that says the same, and where they stand there."""

    start: int
    end: int


class Hit(Noun):
    """An article that answers a query. `rank` counts from 1; `copies` answer it as well, and say the same. `starred`
    and `tags` are how a person put it by."""

    rank: int
    id: str
    file: str
    title: str
    outlet: str | None
    published: When | None
    score: float
    quotations: int
    passages: tuple[Passage, ...]
    copies: tuple[Copy, ...] = ()
    starred: bool = False
    tags: tuple[str, ...] = ()


class Clause(Noun):
    """A part of a query that narrows it by what a field holds, as `typed`; the query `without` it; and the query with
    it `turned`: excluding what it asks for, or asking for what it excludes."""

    typed: str
    without: str
    turned: str


class Page(Noun):
    """The answer to a query: the best hits, how many articles answer it in all (`None` where that was not counted), and
    how many of these are copies of a hit."""

    query: str
    hits: tuple[Hit, ...]
    total: int | None
    copies: int = 0
    seconds: float
    missing: tuple[str, ...] = ()
    """Words of the query that stand nowhere in this corpus."""
    near: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """For such words, words of this corpus that are like them."""
    partial: bool = False
    """Whether the search was stopped before it was done."""
    clauses: tuple[Clause, ...] = ()
    """What narrows the query."""


class FacetValue(Noun):
    """A value that articles have in common: what to type after a query to narrow it to just these, and how many."""

    typed: str
    label: str
    count: int


class Facet(Noun):
    """What articles have in common under one name (outlet, year, actor, …), the commonest first."""

    name: str
    values: tuple[FacetValue, ...]


class Period(Noun):
    """A stretch of time, and how much of something is in it. `typed` is what narrows a query to it."""

    name: str
    """A day ("2021-04-01"), a week of ISO 8601 ("2021-W13"), a month or a year."""
    typed: str
    articles: int
    quotations: int
    contacts: int


class Timeline(Noun):
    """Articles over time: all periods of one unit from the first that has some to the last, the empty ones too.

    `undated` are the articles in none: their date is not known, or not as sharply as that.
    """

    unit: Unit
    periods: tuple[Period, ...]
    undated: int


class Tally(Noun):
    """How often a name occurs: in how many articles, in how many quotations it speaks, how many of others name it.

    `actor` is the id of the one actor who is called so; `None` where nobody is, or several are.
    """

    name: str
    actor: str | None
    articles: int
    said: int
    about: int


class Copies(Noun):
    """Articles that say the same, word for word or nearly so; the newest first."""

    articles: tuple[Copy, ...]


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
    copies: tuple[Again, ...] = ()
    """The same line in other articles that say the same."""
