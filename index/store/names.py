"""Who is called how, kept at hand."""

from __future__ import annotations

from functools import cached_property

from index.actors.lookup import Lookup
from index.store.reader import Store


class Names:
    """The names in a store, read when they are first asked for; of one moment."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def all(self) -> dict[str, list[str]]:
        """All the names of every actor, by id."""
        return self._store.all_names()

    @cached_property
    def lookup(self) -> Lookup:
        """The actors, ready to be looked up."""
        return Lookup(self._store.actor_lines(), ((actor, text) for actor, text, _ in self._store.spellings()))
