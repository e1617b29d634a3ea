"""Who is called how, kept at hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from index.actors.lookup import Lookup
from index.store.reader import Store

_MANY = 5000  # actors: then reading the names of all is quicker


class Names:
    """The names in a store, read when they are first asked for; of one moment."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._asked: set[str] = set()
        self._known: dict[str, list[str]] = {}

    def of(self, articles: Iterable[str]) -> Mapping[str, Sequence[str]]:
        """All the names of every actor in some articles, by id; and of those who were asked for before."""
        if len(self._asked) > _MANY:
            return self.all
        if new := self._store.actors_in(articles) - self._asked:
            self._known.update(self._store.all_names(new))
            self._asked |= new
        return self._known

    @cached_property
    def all(self) -> dict[str, list[str]]:
        """All the names of every actor, by id."""
        return self._store.all_names()

    @cached_property
    def lookup(self) -> Lookup:
        """The actors, ready to be looked up."""
        actors = self._store.prominent()
        return Lookup(actors, self._store.lines, lambda: self._store.names_of(actors))
