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
from index.engines.evaluate import ARTICLE, BODY
from index.engines.whoosh.batch import Batch
from index.engines.whoosh.codec import Codec
from index.engines.whoosh.kept import actor_document, document, schema
from index.engines.whoosh.pool import Pool
from index.engines.whoosh.trouble import telling
from index.query.searchable import Searchable

_AT_ONCE = 1000  # actors
_PATIENCE = 5.0  # seconds to wait for somebody else who writes


class WhooshWriter:
    """An EngineWriter."""

    def __init__(self, folder: Path, patience: float = _PATIENCE, spread: Spread = map) -> None:
        self._folder = folder
        self._added: set[str] = set()
        self._called = Batch()
        with self._writing():
            folder.mkdir(parents=True, exist_ok=True)
            exists = files.exists_in(str(folder))
            opened = files.open_dir(str(folder)) if exists else files.create_in(str(folder), schema())
            self._writer = _Writer(opened, folder, patience)
            self._writer.fieldwriter.spread = spread
            self._before = self._reader()

    def add(self, article: Searchable) -> None:
        """Takes an article in. Raises ValueError for an id that was added before to this writer."""
        self.take(prepared([article]))

    def take(self, some: Prepared) -> None:
        """Takes in articles that are prepared."""
        for id_ in some.ids:
            self._comes(id_)
        with self._writing():
            self._writer.take(some.documents)

    def remove(self, article: str) -> None:
        """Takes out what the index held under this id before."""
        with self._writing():
            if ("id", article.encode()) in self._before:
                self._writer.delete_by_term("id", article)

    def call(self, actor: str, names: Sequence[str]) -> None:
        """Makes an actor known by these names alone. Raises ValueError for one that this writer called before."""
        document = actor_document(actor, names)
        self._comes(document["id"])
        if names:
            self._called.add(document)
        if len(self._called) == _AT_ONCE:
            self._take_called()

    def _comes(self, id_: str) -> None:
        """What the index held before under an id of what comes now goes."""
        if id_ in self._added:
            raise ValueError(f"{id_} was added twice")
        self.remove(id_)
        self._added.add(id_)

    def _take_called(self) -> None:
        called, self._called = self._called, Batch()
        with self._writing():
            self._writer.take(called.packed())

    def commit(self) -> None:
        """Makes everything seen. If it fails, the index before stands, and the lock is free."""
        try:
            self._take_called()
        except BaseException:
            self.cancel()
            raise
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

    def take(self, documents: bytes) -> None:
        """Takes in all terms of some documents at once, where Whoosh's `add_document` does so one by one."""
        lengths, pieces = marshal.loads(documents)
        self.pool.take(self.docnum, pieces)
        for length in lengths:
            self.perdocwriter.start_doc(self.docnum)
            self.perdocwriter.add_field(BODY, self.schema[BODY], None, length)
            self.perdocwriter.finish_doc()
            self.docnum += 1
        self._added = self._added or bool(lengths)

    def add_postings_to_pool(self, reader: Any, startdoc: int, docmap: Mapping[int, int] | None) -> None:
        """Takes in all terms of a segment that is merged into this one; `docmap` has the new numbers of documents where
        some were deleted."""
        batch = Batch()
        for field, term in reader.all_terms():
            kept = reader._terms.kept(field, term)
            places, more = list[int](), list[int]()
            for (article, positions), weight in zip(kept.positions(), kept.weights, strict=True):
                if docmap is None or article in docmap:
                    number = startdoc + article if docmap is None else docmap[article]
                    places += map((number * ARTICLE).__add__, positions)
                    more += [number] * (int(2 * weight) - 2 * len(positions))
            if places:
                batch.add_postings(field, term.decode(), places, more)
        self.pool.take(0, batch.pieces())


def prepared(articles: Iterable[Searchable]) -> Prepared:
    """Articles as this engine takes them in: as bytes, which go from process to process in half of the time."""
    ids, batch = list[str](), Batch()
    for article in articles:
        ids.append(article.id)
        batch.add(document(article))
    return Prepared(tuple(ids), batch.packed())
