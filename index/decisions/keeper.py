"""Keeps the index of a corpus at what its ledger says.

A decision goes into the ledger first, and is safe then. What it changes in the index is derived: store, engine and
manifest follow, in this order, and the store says of which decisions all of them know. Whatever is cut off half-way, or
edited by hand, or decided in another window, is made good the same way: the articles concerned are derived anew.
"""

from __future__ import annotations

from pathlib import Path

from index import cache
from index.decisions.apply import apply, digest, grouped
from index.decisions.decision import Decision
from index.decisions.ledger import Held, Ledger
from index.decisions.recast import recast
from index.decisions.tags import retag
from index.engines import write_engine
from index.errors import CacheError, DecisionError, ReadoutError
from index.lock import locked
from index.model import Problem
from index.store import Store, StoreEditor
from index.store.actor_changes import OF_ACTORS
from index.store.tags import OF_TAGS


class Keeper:
    """One ledger, and one generation of an index that follows it. Called by one thread at a time."""

    def __init__(self, ledger: Ledger, generation: Path, store: Store) -> None:
        self.ledger = ledger
        self.problem: Problem | None = None
        """Why the index does not follow, if it does not."""
        self._generation = generation
        self._store = store
        self._followed: dict[str, str] = {}
        self._seen: object = ...  # nothing yet; `None` would be a ledger that is not there

    def follow(self) -> bool:
        """Look whether the ledger has changed, and make the index follow it; whether more has changed since than stars
        and tags, here or by another window.

        Never raises for what a person can be told: that becomes `problem`, and the index stays as it was.
        """
        stamp = self.ledger.stamp()
        if stamp == self._seen:
            return False
        try:
            self._follow()
            self._seen, self.problem = stamp, None
        except DecisionError as error:  # to be asked again when the file has changed
            self._seen, self.problem = stamp, _problem(self.ledger.path, error)
            return False
        except CacheError as error:  # to be asked again
            self.problem = _problem(self.ledger.path, error)
            return False
        before, self._followed = self._followed, self._store.followed()
        return self._followed != before

    def _follow(self) -> None:
        manifest = cache.manifest(self._generation.parent)
        ours = manifest is not None and manifest.generation == self._generation.name
        if ours and manifest and self.ledger.digest() == manifest.decisions:
            return
        try:
            with locked(self._generation / "following.lock"):
                held = self.ledger.read()
                self._derive(held)
            self._tell(held)
        except OSError as error:
            raise CacheError(
                f"The index at {self._generation} cannot be changed", error.strerror or str(error),
                "What you decided is kept, and put into the index when it can be written",
            ) from error  # fmt: skip

    def _derive(self, held: Held) -> None:
        """Derive anew the articles about which more, less or something else is decided than stands in the index, who is
        who where anything is decided about that, and stars and tags, of which the engine knows nothing."""
        path = cache.store(self._generation)
        with StoreEditor(path) as editor:
            wanted = grouped(editor, held.decisions)
            known = editor.decided()
            changed = [a for a in sorted({*wanted, *known}) if digest(wanted.get(a, ())) != known.get(a, "")]
            if OF_TAGS in changed:
                changed.remove(OF_TAGS)
                of_tags = wanted.get(OF_TAGS, [])
                editor.set_decided(OF_TAGS, digest(of_tags), retag(editor, of_tags))
            if not changed:
                return
            unfit, touched = self._put(editor, wanted, changed, OF_ACTORS in {*wanted, *known})
        self._make_findable(*touched)
        with StoreEditor(path) as editor:
            for about in unfit:
                editor.set_decided(about, digest(wanted.get(about, ())), unfit[about])

    def _put(
        self, editor: StoreEditor, wanted: dict[str, list[Decision]], changed: list[str], of_actors: bool
    ) -> tuple[dict[str, list[str]], tuple[set[str], set[str]]]:
        """Put decisions into effect: what fits nothing, by what it is about; and the articles and actors that are
        others now.

        Decisions about quotations are put upon actors as they were found, those about actors upon both.
        """
        if of_actors:
            editor.remember()
            editor.as_found()
        articles = [article for article in changed if article != OF_ACTORS]
        unfit = {article: self._again(editor, article, wanted.get(article, [])) for article in articles}
        if not of_actors:
            editor.settle_actors()
            return unfit, (set(articles), set())
        unfit[OF_ACTORS] = recast(editor, wanted.get(OF_ACTORS, []))
        moved, actors = editor.changed()
        return unfit, (moved.union(articles), actors)

    def _again(self, editor: StoreEditor, article: str, decisions: list[Decision]) -> list[str]:
        """An article as it was found, and then as it was decided."""
        from index.annotation.whole import annotated  # here alone: most openings derive nothing

        if found := editor.article(article):
            editor.as_read(found[0])
            editor.derive(found[0], annotated(editor.plain(found[0])))
        return apply(editor, article, decisions)

    def _make_findable(self, articles: set[str], actors: set[str]) -> None:
        """Let the engine know articles, and by which names these actors, and those in the articles, are known."""
        concerned = sorted(actors.union(self._store.actors_in(articles)))
        names = self._store.all_names(concerned)
        with write_engine(cache.engine(self._generation)) as engine:
            for actor in concerned:
                engine.call(actor, names.get(actor, ()))
            for article in self._store.searchables(sorted(articles), names):
                engine.add(article)

    def _tell(self, held: Held) -> None:
        """Let the manifest say what the index follows now, and how many quotations there are."""
        overview = self._store.overview("")
        glance = cache.Glance(overview.articles, overview.quotations, overview.actors, overview.contacts)
        # If another window has built anew meanwhile, that index follows when it is asked.
        cache.tell(self._generation.parent, self._generation.name, held.digest, glance)


def _problem(path: Path, error: ReadoutError) -> Problem:
    return Problem(file=str(path), reason=error.what(), hint=error.hint)
