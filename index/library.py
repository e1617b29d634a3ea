"""The only door of the house: a folder of articles, opened, and every question one may ask of it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType

from index import cache
from index.answers import complete, concordance, facets, quotations, search
from index.answers.card import card
from index.answers.contacts import contacts
from index.answers.copies import copies
from index.answers.opened import article_called
from index.answers.tally import tally
from index.answers.timeline import timeline
from index.answers.topics import topic, topics
from index.apart import build_apart
from index.deciding import Deciding
from index.errors import CacheError, UnknownError
from index.following import Following
from index.model import (
    ActorLine,
    AnnotatedArticle,
    Card,
    Completion,
    ContactKind,
    Copies,
    Counted,
    Facet,
    Line,
    Matter,
    Meeting,
    Overview,
    Page,
    Passage,
    Problem,
    Progress,
    QuotationKind,
    QuotationStatus,
    Said,
    Span,
    Tally,
    Timeline,
    Unit,
)
from index.opening import check, current, generation, is_current
from index.query.shape import conjoined, having
from index.verify import verify


class Library(Deciding):
    """A corpus, opened. What one may ask of it stands here, what one may decide about it in `Deciding`.

    Any number of threads may ask at once. Use `Library.open`; close it when done, or use it as a context manager.
    """

    def __init__(self, folder: Path, generation: Path, problems: tuple[Problem, ...] = ()) -> None:
        self.folder = folder
        self._problems = problems
        self._generation = generation
        super().__init__(Following(folder, generation))

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
        self._corpus.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # the corpus

    def overview(self) -> Overview:
        """What the corpus holds, and what of it could not be read."""
        held = self._corpus.now().store.overview(str(self.folder))
        return held.model_copy(update={"problems": (*self._problems, *self._undecided(), *held.problems)})

    def is_current(self) -> bool:
        """Whether this is the latest index, of the files as they are now. If not, `open` gives a later one; this one
        still answers as before."""
        return is_current(self.folder, cache.home(self.folder), self._generation)

    def verify(self) -> list[Problem]:
        """What does not stand any more: quotations whose words are not in their files at their offsets, files that have
        changed, gone or come, decisions that fit no quotation. Empty if all stands, word for word."""
        store = self._corpus.now().store
        articles = store.told(sorted(store.ids()))
        return [*verify(self.folder, articles, store.unread()), *store.unfit(), *self._undecided()]

    def _undecided(self) -> list[Problem]:
        return [self._corpus.problem] if self._corpus.problem else []

    def export(self) -> Iterator[AnnotatedArticle]:
        """Every article with all that was found in it, by id."""
        return self._corpus.now().store.articles()

    # articles

    def article(self, article: str) -> AnnotatedArticle:
        """An article with all that was found in it. Raises `UnknownError`."""
        return self._corpus.now().article(article)

    def find(self, words: str) -> str:
        """The id of the one article whose id is or holds `words`. Raises `UnknownError` for none or several."""
        return article_called(self._corpus.now().store.ids(), words)

    # search

    def search(
        self,
        query: str,
        *,
        limit: int = 50,
        shown: int | None = None,
        order: search.Order = "rank",
        stop: Callable[[], bool] | None = None,
        once: bool = True,
    ) -> Page:
        """The best `limit` articles for a query (or the best where newer ones count for more, the newest, or by
        outlet), each with the passage that answers it best. Of articles that say the same the first stands for all,
        with the others as its `copies`; or each for itself, if they are not to be shown `once`.

        Passages take most of the time: where only the first `shown` hits are looked at, the others come without, and
        `passages` brings theirs. The empty query has all articles, the newest first. `stop` is asked now and then; once
        it is true, the page comes empty, as `partial`. Raises `QueryError` with the place of a mistake.
        """
        return search.search(self._corpus.now(), query, limit, shown, order, stop, once=once)

    def check(self, query: str) -> None:
        """Raises `QueryError` for what is no query here: also for a tag that no article has."""
        self._corpus.now().asked(query)

    def hits(self, query: str, article: str) -> tuple[Span, ...]:
        """Where a query matches in an article, in order. Raises `QueryError` and `UnknownError`."""
        return search.places(self._corpus.now(), query, article)

    def passages(self, query: str, articles: Iterable[str]) -> dict[str, Passage]:
        """The passage that answers a query best, for each of some articles that has one. Raises `QueryError`."""
        return search.passages(self._corpus.now(), query, articles)

    def facets(
        self, query: str, *, limit: int = 8, once: bool = True, stop: Callable[[], bool] | None = None
    ) -> tuple[Facet, ...]:
        """What the articles that answer a query have in common, with counts: outlet, year, month, actor, country, kind
        of quotation, topic, tag. Articles that say the same count `once`, as in results. `stop` is asked now and then;
        once it is true, nothing is given. Raises `QueryError`."""
        return facets.facets(self._corpus.now(), query, limit, once=once, stop=stop)

    def timeline(
        self, query: str = "", *, actor: str | None = None, unit: Unit | None = None, once: bool = True
    ) -> Timeline:
        """The articles that answer a query over time, with their quotations and contacts; those that name an actor
        (id), with what it said and its own contacts. Articles that say the same count `once` in a stretch of time.
        Raises `QueryError`."""
        return timeline(self._corpus.now(), query, actor, unit, once=once)

    def complete(self, query: str, at: int, *, limit: int = 8) -> tuple[Completion, ...]:
        """What may be meant by what is being typed at an offset of a query."""
        return complete.complete(self._corpus.now(), query, at, limit)

    def concordance(
        self, query: str, *, order: concordance.LineOrder = "left", limit: int = 1000, once: bool = True
    ) -> list[Line]:
        """The places that answer a query, as lines, by their neighbours or as their articles stand in an order. A line
        that several articles have that say the same stands `once`, with the others as its `copies`. Raises
        `QueryError`."""
        return concordance.concordance(self._corpus.now(), query, order, limit, once=once)

    def tally(self, name: str, *, once: bool = True) -> Tally:
        """How often a name occurs, as words and as an actor who is called so; what says the same is counted `once`. Any
        text will do."""
        return tally(self._corpus.now(), name, once=once)

    def copies(self) -> list[Copies]:
        """The articles that say the same, word for word or nearly so, those with the most copies first."""
        return copies(self._corpus.now())

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
        actor: str | None = None,
        limit: int | None = None,
        once: bool = True,
    ) -> list[Said]:
        """The quotations that answer a query, newest article first; the first `limit` of them.

        A quotation answers as an article would that holds nothing but it: plain words are sought in its words.
        `speaker`, `to` and `about` are any spellings of names; `actor` is the id of one who speaks. Scare quotes are
        nobody's words, and given only to whom asks for them. What several articles quote that say the same stands
        `once`, with the others as its `copies`. Raises `QueryError`.
        """
        now = self._corpus.now()
        named = (having(name, value) for name, value in (("speaker", speaker), ("to", to), ("about", about)))
        tree = conjoined(now.asked(query), *named, having("is", kind), having("is", status))
        return quotations.quotations(now, tree, actor=actor, limit=limit, once=once)

    def said(self, article: str) -> list[Said]:
        """All quotations of an article, as rows of the ledger. Raises `UnknownError`."""
        return quotations.of_article(self._corpus.now(), article)

    def contacts(
        self,
        *,
        between: Sequence[str] = (),
        of: str | None = None,
        kind: ContactKind | None = None,
        since: str | None = None,
        until: str | None = None,
        about: str | None = None,
        once: bool = True,
    ) -> list[Meeting]:
        """Who met, called or wrote to whom, the newest first; what several articles tell of one event is one.

        `between` are actors who all take part, `of` is one who does: by id or any spelling; a country or body takes
        part by whoever has a role of it. `since` and `until` are ISO days, months or years; what has no days is left
        out then. `about` is a topic, by its beginning or by any spelling of its name. What articles that say the same
        tell is told `once`, with the others as its `copies`. Raises `UnknownError` for a name that nobody bears or
        several do, and for what is no date.
        """
        now = self._corpus.now()
        parties = [self._corpus.called(name) for name in (*between, *([of] if of else ()))]
        matters = self._matters(about) if about else ()
        return contacts(now.store, parties, kind, since, until, matters, once=once)

    def _matters(self, about: str) -> tuple[str, ...]:
        """What a topic may be called: as it is asked for, or as the actor is called who is meant."""
        try:
            return about, self.names().get(self.called(about), about)
        except UnknownError:
            return (about,)

    # actors

    def actors(self, name: str = "", *, limit: int = 100) -> list[ActorLine]:
        """The actors that a name may mean, in any spelling, best first; the most prominent for the empty name."""
        return self._corpus.now().names.lookup.find(name, limit)

    def listed(self, actors: Sequence[str]) -> list[ActorLine]:
        """Actors by their ids, as `actors` lists them, in this order; what is not there is left out."""
        return self._corpus.now().store.listed(actors)

    def called(self, name: str) -> str:
        """The id of the one actor that is called so, by id or any spelling. Raises `UnknownError` for none or several.
        """
        return self._corpus.called(name)

    def actor(self, actor: str) -> Card:
        """All that is known of an actor, by id. Raises `UnknownError`."""
        now = self._corpus.now()
        found = card(now.store, actor)
        if found is None:
            raise UnknownError(f"There is no actor {actor!r}", hint="tui actors lists actors")
        return found

    def topics(self, *, limit: int = 100, once: bool = True) -> list[Counted]:
        """The matters that several articles come back to, with the number of these, most first; articles that say the
        same count `once`."""
        return topics(self._corpus.now(), limit, once=once)

    def topic(self, name: str, *, once: bool = True) -> Matter:
        """A recurrent matter, and who said what that names it, the oldest first; of articles that say the same `once`.
        Raises `UnknownError`."""
        return topic(self._corpus.now(), name, once=once)

    def names(self) -> dict[str, str]:
        """The name to show of every actor, by id."""
        return self._corpus.now().store.names()


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

    def is_current(self) -> bool:
        """It is what there is: nothing can be kept."""
        return True

    def close(self) -> None:
        super().close()
        shutil.rmtree(self._home, ignore_errors=True)
