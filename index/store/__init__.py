"""SQLite, the truth of the index: `StoreWriter` fills a store, `Store` reads it, `StoreEditor` changes what a person
corrected, `schema.sql` says what is kept."""

from index.store.editor import StoreEditor
from index.store.reader import Store, Told
from index.store.writer import StoreWriter

__all__ = ["Store", "StoreEditor", "StoreWriter", "Told"]
