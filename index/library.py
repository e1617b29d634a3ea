"""The only door of the house: a folder of articles, opened, and every question one may ask of it."""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from index import cache
from index.answers import quotations, search
from index.answers.card import card
from index.answers.opened import Opened, article_called
from index.apart import build_apart
from index.decisions import Decision, Ledger
from index.decisions.decide import decide
from index.decisions.keeper import Keeper
from index.decisions.whom import voices
from index.engines import Engine, open_engine
from index.errors import CacheError, UnknownError
from index.model import (
    ActorLine,
    AnnotatedArticle,
    Card,
    Met,
    Overview,
    Page,
    Passage,
    Problem,
    Progress,
    Quotation,
    QuotationKind,
    QuotationStatus,
    Said,
    Span,
)
from index.opening import check, current, generation
from index.query import parse
from index.query.shape import conjoined, having
from index.store import Store
from index.store.names import Names
from index.verify import verify


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
            self._names = Names(self._store)
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

    def search(self, query: str, *, limit: int = 50, shown: int | None = None) -> Page:
        """The best `limit` articles for a query, each with the passage that answers it best.

        Passages take most of the time: where only the first `shown` hits are looked at, the others come without, and
        `passages` brings theirs. The empty query has all articles, the newest first. Raises `QueryError` with the place
        of a mistake.
        """
        return search.search(self._now(), query, limit, shown)

    def hits(self, query: str, article: str) -> tuple[Span, ...]:
        """Where a query matches in an article, in order. Raises `QueryError` and `UnknownError`."""
        return search.places(self._now(), query, article)

    def passages(self, query: str, articles: Iterable[str]) -> dict[str, Passage]:
        """The passage that answers a query best, for each of some articles that has one. Raises `QueryError`."""
        return search.passages(self._now(), query, articles)

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

    def contacts(self) -> list[Met]:
        """Who met, called or wrote to whom, newest article first."""
        store = self._now().store
        return store.met(store.contacts_of())

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
            found, stands, datetime.now(UTC).replace(microsecond=0), speakers=speakers, kind=kind, start=start, end=end,
            no_quotation=no_quotation, confirmed=confirmed,
        )  # fmt: skip
        with self._deciding:
            self._keeper.ledger.append(decision)
            self._follow_now()
        return _quotation(self.article(article), quotation)

    def undo(self) -> Decision | None:
        """Take back the last decision about this corpus, and say what it was; `None` if there is none.

        Raises as `correct` does.
        """
        with self._deciding:
            undone = self._keeper.ledger.undo()
            self._follow_now()
        return undone

    def _now(self) -> Opened:
        """What is open, at what was decided up to this moment."""
        self._follow()
        return Opened(self._store, self._engine, self._names)

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
            self._names = Names(self._store)

    # actors

    def actors(self, name: str = "", *, limit: int = 100) -> list[ActorLine]:
        """The actors that a name may mean, in any spelling, best first; the most prominent for the empty name."""
        return self._now().names.lookup.find(name, limit)

    def actor(self, actor: str) -> Card:
        """All that is known of an actor, by id. Raises `UnknownError`."""
        found = card(self._now().store, actor)
        if found is None:
            raise UnknownError(f"There is no actor {actor!r}", hint="tui actors lists actors")
        return found

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


def _quotation(article: AnnotatedArticle, quotation: str) -> Quotation | None:
    return next((q for q in article.quotations if q.id == quotation), None)
