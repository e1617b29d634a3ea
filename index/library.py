"""The only door of the house: a folder of articles, opened, and every question one may ask of it."""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from index import cache
from index.answers import complete, concordance, facets, quotations, search
from index.answers.card import card
from index.answers.contacts import contacts
from index.answers.opened import Opened, article_called
from index.answers.places import places
from index.answers.topics import topic, topics
from index.apart import build_apart
from index.decisions import Decision, Ledger, OfActor, OfArticle, Office, Part, Voice
from index.decisions.decide import decide, told
from index.decisions.keeper import Keeper
from index.decisions.undone import undone
from index.decisions.whom import actor as whom
from index.decisions.whom import voice, voices
from index.engines import Engine, open_engine
from index.errors import CacheError, DecisionError, UnknownError
from index.model import (
    ActorLine,
    AnnotatedArticle,
    Card,
    Completion,
    ContactKind,
    Counted,
    Facet,
    Line,
    Matter,
    Meeting,
    Overview,
    Page,
    Passage,
    Place,
    Problem,
    Progress,
    Quotation,
    QuotationKind,
    QuotationStatus,
    Said,
    Span,
    Undone,
)
from index.opening import check, current, generation
from index.query import parse
from index.query.shape import conjoined, having
from index.store import Store
from index.store.columns import Columns
from index.store.names import Names
from index.verify import verify

_ALL = 1 << 31


class Library:
    """A corpus, opened for reading. Any number of threads may ask at once.

    Use `Library.open`; close it when done, or use it as a context manager.
    """

    def __init__(self, folder: Path, generation: Path, problems: tuple[Problem, ...] = ()) -> None:
        self.folder = folder
        self._problems = problems
        self._store = Store(cache.store(generation))
        self._keeper = Keeper(Ledger.of(folder), generation, self._store)
        self._deciding = threading.Lock()
        try:
            self._keeper.follow()
            self._names, self._columns = Names(self._store), Columns(self._store)
            self._engine: Engine = open_engine(cache.engine(generation))
        except BaseException:
            self._store.close()
            raise

    @classmethod
    def open(
        cls,
        folder: Path | str,
        *,
        progress: Callable[[Progress], None] | None = None,
        rebuild: bool = False,
        stale: bool = False,
    ) -> Library:
        """Open the corpus in `folder`, and first build its index where there is none or files have changed.

        The index is kept in the user's cache directory; where that cannot be written, it is kept in a temporary folder
        until the library is closed, and `overview().problems` says so. With `stale` an index is opened as it is, even
        if files have changed since, so that `verify` can tell which. The folder itself is only read. Raises
        `CorpusError` if there is no such folder or nothing to read in it, `CacheError` or `BuildError` if no index
        could be had.
        """
        folder = Path(folder).expanduser()
        check(folder)
        home = cache.home(folder)
        try:
            return cls(folder, generation(folder, home, progress, rebuild, stale))
        except CacheError as error:
            if not rebuild and cache.manifest(home):
                # An index that is there but broken is built anew; it is derived, so that nothing is lost.
                return cls.open(folder, progress=progress, rebuild=True)
            return _Temporary(folder, error, progress)

    def close(self) -> None:
        """Let go of the index."""
        self._engine.close()
        self._store.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # the corpus

    def overview(self) -> Overview:
        """What the corpus holds, and what of it could not be read."""
        self._follow()
        held = self._store.overview(str(self.folder))
        undecided = (self._keeper.problem,) if self._keeper.problem else ()
        return held.model_copy(update={"problems": self._problems + undecided + held.problems})

    def verify(self) -> list[Problem]:
        """What does not stand any more: quotations whose words are not in their files at their offsets, files that have
        changed, gone or come, decisions that fit no quotation. Empty if all stands, word for word."""
        self._follow()
        undecided = [self._keeper.problem] if self._keeper.problem else []
        articles = self._store.told(sorted(self._store.ids()))
        return [*verify(self.folder, articles, self._store.unread()), *self._store.unfit(), *undecided]

    def export(self) -> Iterator[AnnotatedArticle]:
        """Every article with all that was found in it, by id."""
        return self._now().store.articles()

    # articles

    def article(self, article: str) -> AnnotatedArticle:
        """An article with all that was found in it. Raises `UnknownError`."""
        return self._now().article(article)

    def find(self, words: str) -> str:
        """The id of the one article whose id is or holds `words`. Raises `UnknownError` for none or several."""
        return article_called(self._store.ids(), words)

    # search

    def search(
        self,
        query: str,
        *,
        limit: int = 50,
        shown: int | None = None,
        order: search.Order = "rank",
        stop: Callable[[], bool] | None = None,
    ) -> Page:
        """The best `limit` articles for a query (or the newest, or by outlet), each with the passage that answers it
        best.

        Passages take most of the time: where only the first `shown` hits are looked at, the others come without, and
        `passages` brings theirs. The empty query has all articles, the newest first. `stop` is asked now and then; once
        it is true, the page comes empty, as `partial`. Raises `QueryError` with the place of a mistake.
        """
        return search.search(self._now(), query, limit, shown, order, stop)

    def hits(self, query: str, article: str) -> tuple[Span, ...]:
        """Where a query matches in an article, in order. Raises `QueryError` and `UnknownError`."""
        return search.places(self._now(), query, article)

    def passages(self, query: str, articles: Iterable[str]) -> dict[str, Passage]:
        """The passage that answers a query best, for each of some articles that has one. Raises `QueryError`."""
        return search.passages(self._now(), query, articles)

    def facets(self, query: str, *, limit: int = 8) -> tuple[Facet, ...]:
        """What the articles that answer a query have in common, with counts: outlet, year, month, actor, country, kind
        of quotation, topic. Raises `QueryError`."""
        return facets.facets(self._now(), query, limit)

    def complete(self, query: str, at: int, *, limit: int = 8) -> tuple[Completion, ...]:
        """What may be meant by what is being typed at an offset of a query."""
        return complete.complete(self._now(), query, at, limit)

    def concordance(
        self, query: str, *, order: concordance.LineOrder = "left", limit: int = 1000
    ) -> list[Line]:
        """The places that answer a query, as lines, by their neighbours or as their articles stand in an order. Raises
        `QueryError`."""
        return concordance.concordance(self._now(), query, order, limit)

    # quotations and contacts

    def quotations(
        self,
        query: str = "",
        *,
        speaker: str | None = None,
        to: str | None = None,
        about: str | None = None,
        kind: QuotationKind | None = None,
        status: QuotationStatus | None = None,
    ) -> list[Said]:
        """The quotations that answer a query, newest article first.

        A quotation answers as an article would that holds nothing but it: plain words are sought in its words.
        `speaker`, `to` and `about` are any spellings of names. Scare quotes are nobody's words, and given only to whom
        asks for them. Raises `QueryError`.
        """
        named = (having(name, value) for name, value in (("speaker", speaker), ("to", to), ("about", about)))
        tree = conjoined(parse(query), *named, having("is", kind), having("is", status))
        return quotations.quotations(self._now(), tree)

    def said(self, article: str) -> list[Said]:
        """All quotations of an article, as rows of the ledger. Raises `UnknownError`."""
        return quotations.of_article(self._now(), article)

    def contacts(
        self,
        *,
        between: Sequence[str] = (),
        of: str | None = None,
        kind: ContactKind | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> list[Meeting]:
        """Who met, called or wrote to whom, the newest first; what several articles tell of one event is one.

        `between` are actors who all take part, `of` is one who does: by id or any spelling; a country or body takes
        part by whoever has a role of it. `since` and `until` are ISO days, months or years; what has no days is left
        out then. Raises `UnknownError` for a name that nobody bears or several do, and for what is no date.
        """
        now = self._now()
        parties = [self._whom(name).actor or "" for name in (*between, *([of] if of else ()))]
        return contacts(now.store, parties, kind, since, until)

    # what a person decides

    def correct(
        self,
        article: str,
        quotation: str,
        *,
        speaker: str | None = None,
        kind: QuotationKind | None = None,
        start: int | None = None,
        end: int | None = None,
        no_quotation: bool = False,
        confirmed: bool = False,
    ) -> Quotation | None:
        """Put a quotation right; it as it stands then, or `None` if it is none.

        `speaker` is an actor's id or any spelling of a name (whom nobody knows becomes a new actor), several apart by
        ";", none for nobody; `start` and `end` are its place, in characters of the text. `confirmed` says that it is
        right. The decision is kept in the person's ledger, and outlives the index. Raises `UnknownError` for a
        quotation that is not there, `DecisionError` for what cannot be decided or kept, and `CacheError` if it is kept,
        but the index cannot follow yet.
        """
        found = self.article(article)
        stands = _quotation(found, quotation)
        if stands is None:
            raise UnknownError(f"There is no quotation {quotation!r} in {article}", hint="tui show ID lists them")
        here = {actor.id for actor in found.actors}
        speakers = None if speaker is None else voices(speaker, here, self._store.names, self._names.lookup)
        decision = decide(
            found, stands, _now(), speakers=speakers, kind=kind, start=start, end=end,
            no_quotation=no_quotation, confirmed=confirmed,
        )  # fmt: skip
        self._decide(decision)
        return _quotation(self.article(article), quotation)

    def places(self, actor: str, *, spellings: Sequence[str] = (), articles: Sequence[str] = ()) -> list[Place]:
        """Where an actor is named or meant, newest article first: what changes if it is joined, parted, renamed, none.

        With `spellings` or `articles` (ids) only where those are meant that `split` would part. Raises `UnknownError`.
        """
        return places(self._now().store, self._whom(actor).actor or "", spellings, articles)

    def merge(self, actor: str, same: str) -> str:
        """Decide that two actors are one, the first; its id. Actors are called by id or any spelling.

        This and what follows is kept as `correct` keeps it, and raises as it does; `UnknownError` also for a name that
        nobody bears or several do.
        """
        one, other = self._whom(actor), self._whom(same)
        if one == other:
            raise DecisionError(f"{one.name} is the same already", hint="Name two actors, or call one by its id")
        return self._decide_of(OfActor(who=one, decided=_now(), same_as=other), one)

    def split(
        self, actor: str, *, name: str, spellings: Sequence[str] = (), articles: Sequence[str] = ()
    ) -> str:
        """Decide that an actor, where it bears one of some spellings or in some articles (ids), is somebody else; the
        id of that one. An article in which it bears such a spelling goes over whole. Nobody need be called `name` yet.
        """
        who, somebody = self._whom(actor), voice(name, self._store.names, self._names.lookup)
        if not (spellings or articles):
            raise DecisionError("Nothing is parted", hint="Name spellings or articles")
        if somebody == who:  # under a name that it bears itself until now
            somebody = Voice(name=name.strip())
        if not places(self._now().store, who.actor or "", spellings, articles):
            raise DecisionError(f"Nothing of {who.name} is parted so", hint="tui actor NAME tells how it is written")
        part = Part(name=somebody.name, actor=somebody.actor, spellings=tuple(spellings), articles=tuple(articles))
        return self._decide_of(OfActor(who=who, decided=_now(), part=part), somebody)

    def rename(self, actor: str, name: str) -> str:
        """Decide by which name an actor is shown; its id."""
        if not name.strip():
            raise DecisionError("The name is empty", hint="Write the name as it is to be shown")
        who = self._whom(actor)
        return self._decide_of(OfActor(who=who, decided=_now(), name=name.strip()), who)

    def no_actor(self, actor: str) -> None:
        """Decide that what was taken for an actor is none."""
        self._decide(OfActor(who=self._whom(actor), decided=_now(), no_actor=True))

    def set_role(
        self, actor: str, role: str, *, of: str | None = None, since: str | None = None, until: str | None = None
    ) -> str:
        """Give an actor a role, of a country or body, in a time (days, months or years, "2021-04"); its id."""
        who, body = self._whom(actor), self._whom(of) if of else None
        office = told(Office, role=role, of=body, since=since, until=until)
        return self._decide_of(OfActor(who=who, decided=_now(), role=office), who)

    def set_source(
        self, article: str, *, published: str | None = None, outlet: str | None = None, author: str | None = None,
        url: str | None = None,
    ) -> AnnotatedArticle:  # fmt: skip
        """Decide when an article was published (a day, month or year), where, by whom; the article as it stands then.

        An empty outlet, author or address is unknown.
        """
        found = self.article(article)
        self._decide(told(OfArticle, article=found.id, sha256=found.sha256, decided=_now(), published=published,
                          outlet=outlet, author=author, url=url))  # fmt: skip
        return self.article(article)

    def undo(self) -> Undone | None:
        """Take back the last decision about this corpus, and say what it was; `None` if there is none.

        Raises as `correct` does.
        """
        with self._deciding:
            decision = self._keeper.ledger.undo()
            self._follow_now()
        return undone(decision, self._store.names()) if decision else None

    def _whom(self, actor: str) -> Voice:
        self._follow()
        return whom(actor, self._store.names, self._names.lookup)

    def _decide_of(self, decision: OfActor, somebody: Voice) -> str:
        """Decide about an actor; the id that `somebody` has then."""
        self._decide(decision)
        stands = self._store.names([somebody.actor or ""])
        return somebody.actor if somebody.actor in stands else self._whom(somebody.name).actor or ""

    def _decide(self, decision: Decision) -> None:
        with self._deciding:
            self._keeper.ledger.append(decision)
            self._follow_now()

    def _now(self) -> Opened:
        """What is open, at what was decided up to this moment."""
        self._follow()
        return Opened(self._store, self._engine, self._names, self._columns)

    def _follow(self) -> None:
        """See what was decided meanwhile, in another window or in the file itself. While another thread is at it, the
        index is asked as it was."""
        if self._deciding.acquire(blocking=False):
            try:
                self._see()
            finally:
                self._deciding.release()

    def _follow_now(self) -> None:
        self._see()
        if told := self._keeper.problem:
            raise CacheError(told.reason, hint=told.hint)

    def _see(self) -> None:
        if self._keeper.follow():
            self._engine.renew()
            self._names, self._columns = Names(self._store), Columns(self._store)

    # actors

    def actors(self, name: str = "", *, limit: int = 100) -> list[ActorLine]:
        """The actors that a name may mean, in any spelling, best first; the most prominent for the empty name."""
        return self._now().names.lookup.find(name, limit)

    def called(self, name: str) -> str:
        """The id of the one actor that is called so, by id or any spelling. Raises `UnknownError` for none or several.
        """
        return self._whom(name).actor or ""

    def actor(self, actor: str) -> Card:
        """All that is known of an actor, by id. Raises `UnknownError`."""
        now = self._now()
        found = card(now.store, actor, now.names.lookup.find("", _ALL))
        if found is None:
            raise UnknownError(f"There is no actor {actor!r}", hint="tui actors lists actors")
        return found

    def topics(self, *, limit: int = 100) -> list[Counted]:
        """The matters that several articles come back to, with the number of these, most first."""
        return topics(self._now().store, limit)

    def topic(self, name: str) -> Matter:
        """A recurrent matter, and who said what that names it, the oldest first. Raises `UnknownError`."""
        return topic(self._now().store, name)

    def names(self) -> dict[str, str]:
        """The name to show of every actor, by id."""
        return self._now().store.names()


class _Temporary(Library):
    """A library whose index is kept nowhere, because the cache cannot be written."""

    def __init__(self, folder: Path, error: CacheError, progress: Callable[[Progress], None] | None) -> None:
        self._home = Path(tempfile.mkdtemp(prefix="readout-"))
        told = Problem(file=str(cache.home(folder)), reason=f"{error.title}; the index is kept until you leave",
                       hint=error.hint)  # fmt: skip
        try:
            build_apart(folder, self._home, progress)
            super().__init__(folder, current(self._home), (told,))
        except BaseException:
            shutil.rmtree(self._home, ignore_errors=True)
            raise

    def close(self) -> None:
        super().close()
        shutil.rmtree(self._home, ignore_errors=True)


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def _quotation(article: AnnotatedArticle, quotation: str) -> Quotation | None:
    return next((q for q in article.quotations if q.id == quotation), None)
