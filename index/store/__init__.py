"""SQLite, the truth of the index: `StoreWriter` fills a store, `Store` reads it, `schema.sql` says what is kept."""

from index.store.reader import Store
from index.store.writer import StoreWriter

__all__ = ["Store", "StoreWriter"]
