"""An index that is open, and follows what is decided about its corpus, here or in another window."""

from __future__ import annotations

import threading
from pathlib import Path

from index import cache
from index.answers.opened import Opened
from index.decisions import Decision, Ledger, Voice
from index.decisions.keeper import Keeper
from index.decisions.whom import actor
from index.engines import open_engine
from index.errors import CacheError
from index.model import Problem
from index.store import Store
from index.store.columns import Columns
from index.store.names import Names


class Following:
    """One generation of an index and the ledger of its corpus. Any number of threads may ask at once; one at a time
    decides. Raises `CacheError` for an index that is broken."""

    def __init__(self, folder: Path, generation: Path) -> None:
        self._store = Store(cache.store(generation))
        self._keeper = Keeper(Ledger.of(folder), generation, self._store)
        self._deciding = threading.Lock()
        try:
            self._keeper.follow()
            names, columns = Names(self._store), Columns(self._store)
            self._opened = Opened(self._store, open_engine(cache.engine(generation)), names, columns)
        except BaseException:
            self._store.close()
            raise

    @property
    def problem(self) -> Problem | None:
        """Why the index does not follow the ledger, if it does not."""
        return self._keeper.problem

    def now(self) -> Opened:
        """What is open, at what was decided up to this moment. While another thread decides, as it was before."""
        if self._deciding.acquire(blocking=False):
            try:
                self._see()
            finally:
                self._deciding.release()
        return self._opened

    def whom(self, name: str) -> Voice:
        """The one actor that is called so, by id or any spelling. Raises `UnknownError` for none or several."""
        now = self.now()
        return actor(name, now.store.names, now.names.lookup)

    def called(self, name: str) -> str:
        """The id of that actor. Raises `UnknownError` as well."""
        return self.whom(name).actor or ""

    def decide(self, decision: Decision) -> None:
        """Keep a decision, and let the index follow. Raises `DecisionError` if it could not be kept, `CacheError` if it
        is kept, but the index cannot follow yet."""
        with self._deciding:
            self._keeper.ledger.append(decision)
            self._follow()

    def undo(self) -> Decision | None:
        """Take the last decision back; `None` if there is none. Raises as `decide` does."""
        with self._deciding:
            decision = self._keeper.ledger.undo()
            self._follow()
        return decision

    def close(self) -> None:
        """Let go of the index."""
        self._opened.engine.close()
        self._store.close()

    def _follow(self) -> None:
        self._see()
        if told := self.problem:
            raise CacheError(told.reason, hint=told.hint)

    def _see(self) -> None:
        if self._keeper.follow():
            engine = self._opened.engine
            engine.renew()
            self._opened = Opened(self._store, engine, Names(self._store), Columns(self._store))
