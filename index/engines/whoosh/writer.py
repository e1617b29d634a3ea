"""Writing an index with Whoosh, set up as was measured to be quick and safe."""

# Whoosh does not say the types of what is called here.
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

import marshal
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from whoosh import index as files
from whoosh.writing import SegmentWriter

from index.engines.base import Prepared, Spread
from index.engines.whoosh.codec import Codec
from index.engines.whoosh.kept import actor_document, document, schema
from index.engines.whoosh.pool import Pool, Row
from index.engines.whoosh.trouble import telling
from index.query.searchable import Searchable

_WITHOUT_REFERENCES = 2  # a version of marshal: looking for what recurs takes longer than writing it twice
_PATIENCE = 5.0  # seconds to wait for somebody else who writes


class WhooshWriter:
    """An EngineWriter."""

    def __init__(self, folder: Path, patience: float = _PATIENCE, spread: Spread = map) -> None:
        self._folder = folder
        self._added: set[str] = set()
        with self._writing():
            folder.mkdir(parents=True, exist_ok=True)
            exists = files.exists_in(str(folder))
            opened = files.open_dir(str(folder)) if exists else files.create_in(str(folder), schema())
            self._writer = _Writer(opened, folder, patience)
            self._writer.fieldwriter.spread = spread
            self._before = self._reader()

    def add(self, article: Searchable) -> None:
        """Takes an article in. Raises ValueError for an id that was added before to this writer."""
        self.take(prepared(article))

    def take(self, article: Prepared) -> None:
        """Takes in an article that is prepared."""
        if article.id in self._added:
            raise ValueError(f"{article.id} was added twice")
        self.remove(article.id)
        self._added.add(article.id)
        with self._writing():
            self._writer.take(marshal.loads(article.document))

    def remove(self, article: str) -> None:
        """Takes out what the index held under this id before."""
        with self._writing():
            if ("id", article.encode()) in self._before:
                self._writer.delete_by_term("id", article)

    def call(self, actor: str, names: Sequence[str]) -> None:
        """Makes an actor known by these names alone. Raises ValueError for one that this writer called before."""
        document = actor_document(actor, names)
        id_ = document["id"]
        if id_ in self._added:
            raise ValueError(f"{actor} was called twice")
        self.remove(id_)
        self._added.add(id_)
        if names:
            with self._writing():
                self._writer.take(_in_fields(document))

    def commit(self) -> None:
        """Makes everything seen. If it fails, the index before stands, and the lock is free."""
        with self._writing():
            self._before.close()
            self._writer.commit()

    def cancel(self) -> None:
        """Forgets everything; does nothing after a commit."""
        if not self._writer.is_closed:
            self._before.close()
            self._writer.cancel()

    def __enter__(self) -> WhooshWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if kind is None:
            self.commit()
        else:
            self.cancel()

    def _reader(self) -> Any:
        """What the index held before; a broken one is let go of, and stays free."""
        try:
            return self._writer.reader()
        except BaseException:
            self._writer.cancel()
            raise

    def _writing(self) -> AbstractContextManager[None]:
        return telling("The index cannot be written", self._folder, "See that there is room, and that you may write.")


class _Writer(SegmentWriter):
    """Whoosh's writer, with our codec and pool."""

    def __init__(self, opened: files.FileIndex, folder: Path, patience: float) -> None:
        # No compound files: those would be read into memory as a whole.
        super().__init__(opened, codec=Codec(), compound=False, timeout=patience, delay=0.05)
        self.pool: Any = Pool(folder)

    def take(self, document: Iterable[_InField]) -> None:
        """Takes in all terms of a field at once, where Whoosh's `add_document` does so one by one."""
        article = self.perdocwriter
        article.start_doc(self.docnum)
        for name, kept, length, rows in document:
            self.pool.take(name, self.docnum, rows)
            article.add_field(name, self.schema[name], kept, length)
        article.finish_doc()
        self._added = True
        self.docnum += 1


_InField = tuple[str, object, int, list[Row]]
"""What a document has in a field: the field, what is kept of it as it is, how many words, its terms."""

_SCHEMA = schema()


def prepared(article: Searchable) -> Prepared:
    """An article as this engine takes it in: as bytes, which go from process to process in half of the time."""
    return Prepared(article.id, marshal.dumps(_in_fields(document(article)), _WITHOUT_REFERENCES))


def _in_fields(values: Mapping[str, Any]) -> list[_InField]:
    made = []
    for name, value in sorted(values.items()):
        field = _SCHEMA[name]
        rows: list[Row] = list(field.index(value))
        length = sum(row[1] for row in rows) if field.scorable else 0
        made.append((name, value if field.stored else None, length, rows))
    return made
