"""What makes words findable. Each engine is one module, loaded when it is first used."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from index.engines.base import Answer, Engine, EngineWriter, Prepared, Spread
from index.query.searchable import Searchable

ENGINES = {"whoosh": "index.engines.whoosh"}
"""The engines there are: a name, and the module with its `open_engine`, `write_engine` and `prepared`."""

__all__ = [
    "ENGINES", "Answer", "Engine", "EngineWriter", "Prepared", "Spread", "open_engine", "prepared", "write_engine",
]  # fmt: skip


def open_engine(folder: Path, engine: str = "whoosh") -> Engine:
    """Opens the index in `folder`. Raises CacheError if there is none, or none that can be read."""
    opened: Engine = import_module(ENGINES[engine]).open_engine(folder)
    return opened


def write_engine(folder: Path, engine: str = "whoosh", spread: Spread = map) -> EngineWriter:
    """Writes to the index in `folder`, a new one if there is none. What can be done on several cores, `spread` does.

    Raises CacheError if it cannot be written or somebody else is writing it.
    """
    writer: EngineWriter = import_module(ENGINES[engine]).write_engine(folder, spread=spread)
    return writer


def prepared(articles: Iterable[Searchable], engine: str = "whoosh") -> Prepared:
    """Articles as the engine takes them in."""
    made: Prepared = import_module(ENGINES[engine]).prepared(articles)
    return made
