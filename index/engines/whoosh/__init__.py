"""The engine that keeps its words with Whoosh. All that the project knows of Whoosh is in this package."""

from __future__ import annotations

from index.engines.whoosh.reader import WhooshEngine
from index.engines.whoosh.writer import WhooshWriter, prepared

open_engine = WhooshEngine
write_engine = WhooshWriter

__all__ = ["open_engine", "prepared", "write_engine"]
