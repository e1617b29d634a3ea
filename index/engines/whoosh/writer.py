"""Writing an index with Whoosh, set up as was measured to be quick and safe."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from whoosh import index as files
from whoosh.writing import PostingPool, SegmentWriter

from index.engines.whoosh.codec import Codec
from index.engines.whoosh.kept import actor_document, document, schema
from index.engines.whoosh.trouble import telling
from index.query.searchable import Searchable

_WAITING = 1_500_000  # postings: some 250 MB
_PATIENCE = 5.0  # seconds to wait for somebody else who writes


class WhooshWriter:
    """An EngineWriter."""

    def __init__(self, folder: Path, patience: float = _PATIENCE) -> None:
        self._folder = folder
        self._added: set[str] = set()
        with self._writing():
            folder.mkdir(parents=True, exist_ok=True)
            exists = files.exists_in(str(folder))
            opened = files.open_dir(str(folder)) if exists else files.create_in(str(folder), schema())
            self._writer = _writer(opened, patience)
            self._known = self._ids()

    def add(self, article: Searchable) -> None:
        """Takes an article in. Raises ValueError for an id that was added before to this writer."""
        if article.id in self._added:
            raise ValueError(f"{article.id} was added twice")
        self.remove(article.id)
        self._added.add(article.id)
        with self._writing():
            self._writer.add_document(**document(article))

    def remove(self, article: str) -> None:
        """Takes out what the index held under this id before."""
        if article in self._known:
            with self._writing():
                self._writer.delete_by_term("id", article)

    def call(self, actor: str, names: Sequence[str]) -> None:
        """Makes an actor known by these names alone. Raises ValueError for one that this writer called before."""
        document = actor_document(actor, names)
        if document["id"] in self._added:
            raise ValueError(f"{actor} was called twice")
        self.remove(document["id"])
        self._added.add(document["id"])
        if names:
            with self._writing():
                self._writer.add_document(**document)

    def commit(self) -> None:
        """Makes everything seen. If it fails, the index before stands, and the lock is free."""
        with self._writing():
            self._writer.commit()

    def cancel(self) -> None:
        """Forgets everything; does nothing after a commit."""
        if not self._writer.is_closed:
            self._writer.cancel()

    def __enter__(self) -> WhooshWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if kind is None:
            self.commit()
        else:
            self.cancel()

    def _ids(self) -> set[str]:
        """The articles that the index holds; a broken one is let go of, and stays free."""
        try:
            with self._writer.reader() as reader:
                return {term.decode() for term in reader.lexicon("id")}
        except BaseException:
            self._writer.cancel()
            raise

    def _writing(self) -> AbstractContextManager[None]:
        return telling("The index cannot be written", self._folder, "See that there is room, and that you may write.")


def _writer(opened: files.FileIndex, patience: float) -> Any:
    """Whoosh's writer, without compound files: those would be read into memory as a whole."""
    codec = Codec()  # type: ignore[no-untyped-call]
    writer = SegmentWriter(  # type: ignore[no-untyped-call]
        opened, codec=codec, compound=False, timeout=patience, delay=0.05
    )
    writer.pool = _Pool(writer.temp_storage(), writer.newsegment)  # type: ignore[no-untyped-call]
    return writer


class _Pool(PostingPool):
    """Postings that wait to be sorted: counted, where Whoosh estimates the size of each, at a tenth of the cost of
    writing it."""

    def add(self, item: tuple[object, ...]) -> None:
        """Takes a posting in."""
        self.current.append(item)
        if len(self.current) >= _WAITING:
            self.save()  # type: ignore[no-untyped-call]
