"""The only door from the app to the library: questions go in, messages come out.

The library, and all it needs, is imported and opened in a thread, after the first frame. Questions may be asked from
the first moment; each channel answers its newest as soon as the library is there. Errors that a person can be told
become messages; a mistake in the program is posted too, and raised in the app.
"""

from __future__ import annotations

import gc
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from index import cache
from index.errors import QueryError, ReadoutError
from tui import last, messages
from tui.begun import with_star
from tui.held import ClosingError, Held
from tui.kept import searches_of, total
from tui.lanes import Errands, Lane
from tui.messages import Channel, FromGateway
from tui.questions import Questions
from tui.searches import Saved, Searches
from tui.session import EVERYTHING

if TYPE_CHECKING:
    from index.library import Library
    from index.model import AnnotatedArticle, Meeting, Page, Passage, Progress, Span
    from tui.last import Last
    from tui.session import Asked, Order, Visit

    Connect = Callable[[Path, Callable[[Progress], None]], Library]

_IN_SIGHT = 10
"""Hits whose passages are found before the page is shown: no screen shows many more."""

_TYPING_PAUSE = 0.01
"""Seconds without another letter before it is asked what is typed: of letters that come in one go, the last counts."""
_HESITATION = 0.25
"""Seconds before it is asked what could be meant: results go first, as both are computed and drawn one by one, and so
does the next letter, which comes sooner from whoever knows what to type."""
_DRAWN = 0.1
"""Seconds in which results are on the screen: what computes meanwhile doubles the time that they take (measured)."""
_PROGRESS_EVERY = 0.2
_KEPT = 32
"""Articles kept at hand: moving up and down in the results reads none twice."""
_PARTING = 2.0
"""Seconds that the last questions are given when the app is left; what takes longer ends with the program."""
_LOOK_EVERY = 60.0
"""Seconds between two looks at the names and times of the files: 4 ms for 573 of them, measured."""


def _connect(folder: Path, progress: Callable[[Progress], None]) -> Library:
    """The library as it is known, at once, even if files have changed since."""
    from index.library import Library

    return Library.open(folder, progress=progress, stale=True)


def _renew(folder: Path, progress: Callable[[Progress], None]) -> Library:
    """The library with the files as they are."""
    from index.library import Library

    return Library.open(folder, progress=progress)


class Gateway(Questions):
    """Asks the library in threads. `post` takes the messages, from any thread; the app sets it."""

    def __init__(self, folder: Path, connect: Connect = _connect, renew: Connect = _renew) -> None:
        self.folder = folder
        self.post: Callable[[FromGateway], Any] = lambda message: None
        self._connect, self._renew = connect, renew
        self._held = Held()
        self._look_now = threading.Event()
        self._articles: OrderedDict[tuple[Library, str], AnnotatedArticle] = OrderedDict()
        self._told = 0.0
        self._changes = Errands("change", self._held.ready)
        self.searches = searches_of(folder)
        typed: Sequence[Channel] = ("search", "actors", "palette", "ledger", "names", "places", "contacts")
        pauses = {**dict.fromkeys(typed, _TYPING_PAUSE), "complete": _HESITATION}
        self.last = cache.home(folder) / "last"
        self._lanes: dict[Channel, Lane] = {
            channel: Lane(channel, self._held.ready, delay=pauses.get(channel, 0.0))
            for channel in get_args(Channel)
            if channel != "change"
        }

    def glance(self) -> cache.Glance | None:
        """What the corpus held when it was last open, at once."""
        return cache.glance(self.folder)

    @property
    def is_first_of_all(self) -> bool:
        """Whether no corpus was ever opened here."""
        return not cache.home(self.folder).parent.exists()

    def recall(self) -> Last | None:
        """Where the reader was when the corpus was last left, at once."""
        return last.read(self.last)

    def remember(self, here: Last) -> None:
        """Keep where the reader is."""
        last.keep(self.last, here, cache.write_whole)

    def start(self) -> None:
        """Open the library, in a thread."""
        threading.Thread(target=self._open, name="readout-open", daemon=True).start()

    def close(self) -> None:
        """Let go of the library, once nobody asks it."""
        for lane in self._lanes.values():
            lane.close()
        self._held.close(_PARTING)
        self._look_now.set()

    @property
    def is_open(self) -> bool:
        """Whether the library is there to answer."""
        return self._held.ready.is_set()

    def is_stale(self, answer: messages.Answer | messages.Unanswered) -> bool:
        """Whether something newer was asked on the same channel."""
        told = answer.channel == "change" or answer.generation == 0  # what nobody asked for is never stale
        return not told and answer.generation != self._lanes[answer.channel].generation

    # Questions --------------------------------------------------------------------------------------------------------

    def search(self, query: str, limit: int, order: Order = "rank") -> None:
        """Ask for the hits of a query: `Searched` or `Refused`.

        The first hits have their passages at once. Those further down get theirs in a second `Searched`, unless
        something newer is asked meanwhile. Where nothing is found, the last word may be begun only.
        """

        def ask(library: Library, generation: int) -> FromGateway:
            def stop() -> bool:
                return not self._is_newest("search", generation)

            page = library.search(query, limit=limit, shown=_IN_SIGHT, order=order, stop=stop)
            if not page.hits and not page.partial and (longer := with_star(query)):
                more = library.search(longer, limit=limit, shown=_IN_SIGHT, order=order, stop=stop)
                page = more if more.hits else page
            if len(page.hits) > _IN_SIGHT and self._is_newest("search", generation):
                self._tell(messages.Searched(generation, page, order))
                if self._lanes["search"].rests(_DRAWN, generation):
                    page = self._with_passages(library, page, generation)
            return messages.Searched(generation, page, order)

        self._ask("search", ask)

    def read(self, article: str, query: str, landing: Visit | None = None) -> None:
        """Ask for an article and for the places where the query matches in it: `ArticleRead`."""

        def ask(library: Library, generation: int) -> FromGateway:
            hits = library.hits(query, article) if query.strip() else ()
            return messages.ArticleRead(generation, self._article(library, article), query, hits, landing)

        self._ask("article", ask)

    def find(self, article: str, text: str, words: str) -> None:
        """Ask where words stand in the text of an article, as typed: `Found`."""

        def ask(library: Library, generation: int) -> FromGateway:
            from index.words import fold_map
            from tui.occurrences import occurrences

            return messages.Found(generation, article, words, occurrences(text, words, fold_map))

        self._ask("find", ask)

    def quotations(self, asked: Asked, row: int = 0) -> None:
        """Ask for the quotations of the ledger: `Listed` or `Unlisted`.

        The lines come at once, and again with the words asked for marked, unless something newer is asked meanwhile.
        """

        def ask(library: Library, generation: int) -> FromGateway:
            from tui import ledger

            library.check(asked.text)  # a mistake is told with its place in what was typed, to which the queue adds

            def hits(article: str) -> tuple[Span, ...]:
                return library.hits(asked.text, article) if self._is_newest("ledger", generation) else ()

            rows = ledger.rows(library, asked)
            who = {line.id: line for line in library.listed(ledger.named(rows, asked))}
            for articles in ledger.parts(rows) if rows and asked.text.strip() else ():
                self._tell(messages.Listed(generation, asked, rows, who, row))
                rows = ledger.marked(rows, articles, hits)
            return messages.Listed(generation, asked, rows, who, row)

        self._ask("ledger", ask)

    def look(self, text: str, limit: int = 8) -> None:
        """Ask for a few actors and articles of that name, of which the last word may be begun only: `Looked`."""

        def ask(library: Library, generation: int) -> FromGateway:
            actors = tuple(library.actors(text, limit=limit))
            try:
                page = library.search(with_star(text) or text, limit=limit)
            except QueryError:
                page = None
            return messages.Looked(generation, text, actors, page)

        self._ask("palette", ask)

    def export(self, form: str, meetings: Sequence[Meeting], names: Mapping[str, str]) -> None:
        """Write contacts to a new file in the working directory: `Told`."""

        def ask(library: Library, generation: int) -> FromGateway:
            from index.answers.meetings import ties
            from tui import exports

            text = exports.contacts_as(form, meetings, names, ties, library.actors(limit=EVERYTHING))
            try:
                path = exports.write_contacts(Path.cwd(), form, text)
            except OSError as error:
                return messages.Told(generation, f"The contacts could not be written: {error}.")
            return messages.Told(generation, f"{len(meetings):,} contacts written to {path}")

        self._ask("export", ask)

    def count(self, saved: Sequence[Saved]) -> None:
        """Ask how many articles each of some kept searches has now: `Counted`."""

        def ask(library: Library, generation: int) -> FromGateway:
            return messages.Counted(generation, {each.name: total(library, each.query) for each in saved})

        self._ask("saved", ask)

    def save_search(self, name: str, query: str) -> None:
        """Keep a search under a name, looked at now: `Kept`."""

        def ask(library: Library, generation: int) -> FromGateway:
            seen = total(library, query)
            return self._keep(lambda searches: searches.keep(name, query, seen), generation)

        self._write(ask)

    def keep(self, change: Callable[[Searches], Searches]) -> None:
        """Change what is kept of searches: `Kept`."""
        self._write(lambda library, generation: self._keep(change, generation))

    def drop(self, channel: Channel) -> None:
        """Want no answer any more from a channel."""
        self._lanes[channel].ask(lambda generation: None)

    # In the threads ---------------------------------------------------------------------------------------------------

    def _keep(self, change: Callable[[Searches], Searches], generation: int) -> FromGateway:
        try:
            return messages.Kept(generation, self.searches.change(change))
        except ValueError as error:
            return messages.Unanswered("change", generation, str(error).rstrip("."), "", "")

    def _ask(self, channel: Channel, ask: Callable[[Library, int], FromGateway]) -> None:
        lane = self._lanes[channel]

        def work(generation: int) -> None:
            answer = self._answer(channel, ask, generation)
            if generation == lane.generation:
                self._tell(answer)

        lane.ask(work)

    def _write(self, ask: Callable[[Library, int], FromGateway]) -> None:
        self._changes.ask(lambda generation: self._tell(self._answer("change", ask, generation)))

    def _answer(self, channel: Channel, ask: Callable[[Library, int], FromGateway], generation: int) -> FromGateway:
        try:
            with self._held.lent() as library:
                return ask(library, generation)
        except ClosingError:
            return messages.Unanswered(channel, generation, "Readout is closing", "", "")
        except QueryError as error:
            if channel not in ("search", "ledger"):  # the box itself says what is wrong
                return messages.Unanswered(channel, generation, error.title, "", error.hint)
            refused = messages.Unlisted if channel == "ledger" else messages.Refused
            return refused(generation, error.query, error.title, error.hint, error.start, error.end, error.proposal)
        except ReadoutError as error:
            return messages.Unanswered(channel, generation, error.title, error.detail, error.hint)
        except Exception as error:  # noqa: BLE001  it is raised in the app, where it ends the program in order
            return messages.Crashed(error)

    def _with_passages(self, library: Library, page: Page, generation: int) -> Page:
        """The page with the passages of all hits, as far as they are found before something newer is asked."""
        found: dict[str, Passage] = {}
        for hit in page.hits[_IN_SIGHT:]:
            if not self._is_newest("search", generation):
                return page
            found |= library.passages(page.query, [hit.id])
        hits = (
            hit.model_copy(update={"passages": (found[hit.id],)}) if hit.id in found else hit for hit in page.hits
        )
        return page.model_copy(update={"hits": tuple(hits)})

    def _is_newest(self, channel: Channel, generation: int) -> bool:
        return self._lanes[channel].generation == generation

    def _tell(self, message: FromGateway) -> None:
        if not self._held.closed:
            self.post(message)

    def _changed(
        self, library: Library, generation: int, sentence: str, article: str = "",
        span: tuple[int, int] | None = None, actor: str | None = None, *, undone: bool = False,
    ) -> FromGateway:  # fmt: skip
        """What is at hand is no longer so: a name stands in many articles."""
        self._forget()
        kept = str(cache.decisions(self.folder))
        return messages.Changed(generation, sentence, kept, article, span, actor, library.overview(), undone)

    def _forget(self) -> None:
        """Keep nothing of what was at hand. A thread that is reading keeps what it has read with the old."""
        self._articles = OrderedDict()

    def _open(self) -> None:
        try:
            library = self._connect(self.folder, self._progress)
            opened = messages.Opened(library.overview())
        except ReadoutError as error:
            self._tell(messages.Failed(error.title, error.detail, error.hint))
        except Exception as error:  # noqa: BLE001  as above
            self._tell(messages.Crashed(error))
        else:
            self._held.hold(library)
            gc.freeze()  # what was loaded for it stays: to look through it for garbage made a key wait 30 ms, measured
            self._tell(opened)
            self._keep_up()

    # Growth -----------------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Take in the later index if there is one: `Renewed`; else look whether files have changed: `Grown`, `Told`."""
        if self._held.later is None:
            self._look_now.set()
        else:
            threading.Thread(target=self._take_in, name="readout-take-in", daemon=True).start()

    def _keep_up(self) -> None:
        """Look whether files have changed: at once, now and then, and when asked."""
        asked = False
        while not self._held.closed:
            # One that waits is taken in first: only the generation before the latest is kept.
            if self._held.later is None:
                self._look(asked)
            asked = self._look_now.wait(_LOOK_EVERY)
            self._look_now.clear()

    def _look(self, asked: bool) -> None:
        library = self._held.now
        assert library is not None, "it is open"
        try:
            if library.is_current():
                if asked:
                    self._tell(messages.Told(0, "No file has come, changed or gone."))
                return
            later = self._renew(self.folder, self._progress)
            more = later.overview().articles - library.overview().articles
        except ReadoutError as error:
            if asked:
                self._tell(messages.Told(0, f"{error.title}. {error.hint}."))
        except Exception as error:  # noqa: BLE001  it is raised in the app
            self._tell(messages.Crashed(error))
        else:
            if self._held.offer(later):
                self._tell(messages.Grown(more))

    def _take_in(self) -> None:
        """Answer from the later index, and let go of the one before once nobody asks it."""
        before, later = self._held.take_in(), self._held.now
        if before is None or later is None:
            return
        self._forget()
        self._tell(messages.Renewed(later.overview()))
        self._held.let_go(before)

    def _progress(self, progress: Progress) -> None:
        """Pass progress on, but not more often than an eye can follow."""
        now = time.monotonic()
        if progress.done >= progress.total or now - self._told >= _PROGRESS_EVERY:
            self._told = now
            self._tell(messages.Progressed(progress.stage, progress.done, progress.total))

    def _article(self, library: Library, article: str) -> AnnotatedArticle:
        """An article, from those at hand if it is among them. Only the article lane calls this."""
        held, key = self._articles, (library, article)
        found = held.pop(key) if key in held else library.article(article)
        held[key] = found
        if len(held) > _KEPT:
            held.popitem(last=False)
        return found
