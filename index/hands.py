"""Many hands: read and annotate files, prepare articles for the engine, and whatever else there is, on all cores.

The hands are processes. They start when there is much to do, and stay until the build is done: to start one takes as
long as to read a hundred articles.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import closing
from functools import lru_cache, partial
from itertools import chain, islice
from pathlib import Path
from typing import Self, TypeVar

from index.annotation.whole import annotated
from index.engines import Prepared, prepared
from index.model import Article, Problem
from index.reading import Found, articles_in
from index.store import Store
from index.store.rows import Packed, packed

_WORTH_IT = 64  # files: with fewer, starting the hands takes longer than the work
_BATCH = 8
_PREPARED = 100  # articles that the engine is given at once
_LARGE = 1 << 20  # bytes: a larger file may hold so many articles that all hands are needed for it
_T = TypeVar("_T")
_R = TypeVar("_R")
_AHEAD = 3  # batches that wait for each hand: enough that none is idle, few enough that memory stays small


class Hands:
    """The processes that help with one build. A context manager: they go at its end."""

    def __init__(self) -> None:
        self._count = processors()
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def read(self, found: Sequence[Found]) -> Iterator[Packed | Problem]:
        """For each file its articles with what was found in them, as rows for the store; or why not."""
        many = len(found) >= _WORTH_IT or any(f.size > _LARGE for f in found)
        if many:
            self._come()
        return self._each(_read_batch, _pieces(found) if many else found)

    def prepare(self, store: Path, articles: Sequence[str]) -> Iterator[Prepared]:
        """The articles of these ids in a store, as the engine takes them in, some at a time."""
        if len(articles) < _WORTH_IT:
            return iter([_prepare_few(store, articles)])
        self._come()
        return self.spread(partial(_prepare_batch, store), _batches(articles, _PREPARED))

    def spread(self, work: Callable[[_T], _R], shares: Iterable[_T]) -> Iterator[_R]:
        """What `work` makes of each share, in their order: on all cores, if the hands are there already."""
        if not self._pool:
            yield from map(work, shares)
            return
        waiting: deque[Future[_R]] = deque()
        for share in shares:
            waiting.append(self._pool.submit(_without_garbage, work, share))
            if len(waiting) > self._count * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _each(self, work: Callable[[list[_T]], list[_R]], pieces: Iterable[_T]) -> Iterator[_R]:
        return chain.from_iterable(self.spread(work, _batches(pieces, _BATCH)))

    def _come(self) -> None:
        if self._count > 1 and not self._pool:
            # "spawn", because a forked child would share the parent's locks and files; it is the same on every system.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._count, context, initializer=_make_ready)


def processors() -> int:
    """How many processors this process may use: a container, or taskset, may leave it fewer than there are."""
    if sys.version_info >= (3, 13):
        return os.process_cpu_count() or 1
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def _pieces(found: Sequence[Found]) -> Iterator[Found | Article | Problem]:
    """Files; but of large ones the articles, one by one, so that no hand has to bring a whole archive at once."""
    for file in found:
        if file.size > _LARGE:
            yield from articles_in(file)
        else:
            yield file


def _read(piece: Found | Article | Problem) -> Iterator[Packed | Problem]:
    match piece:
        case Found():
            for inner in articles_in(piece):
                yield from _read(inner)
        case Article():
            yield packed(annotated(piece))
        case Problem():
            yield piece


def _read_batch(batch: Sequence[Found | Article | Problem]) -> list[Packed | Problem]:
    return [item for piece in batch for item in _read(piece)]


def _batches(items: Iterable[_T], size: int) -> Iterator[list[_T]]:
    left = iter(items)
    return iter(lambda: list(islice(left, size)), [])


def _prepare_few(path: Path, articles: Sequence[str]) -> Prepared:
    with closing(Store(path)) as store:
        return prepared(store.searchables(articles, store.all_names(store.actors_in(articles))))


def _prepare_batch(path: Path, articles: Sequence[str]) -> Prepared:
    with closing(Store(path)) as store:
        return prepared(store.searchables(articles, _names(path)))


@lru_cache(1)
def _names(path: Path) -> dict[str, list[str]]:
    """All names, read once by each hand."""
    with closing(Store(path)) as store:
        return store.all_names()


def _without_garbage(work: Callable[[_T], _R], share: _T) -> _R:
    """One batch. Garbage is looked for after it: while articles are read there is next to none, and looking for it
    again and again takes an eighth of the time (measured)."""
    gc.disable()
    made = work(share)
    gc.collect(1)
    return made


def _make_ready() -> None:
    """Make a hand ready: what it has loaded stays, and is no garbage."""
    _leave_with_parent()
    gc.freeze()


def _leave_with_parent() -> None:
    """A hand whose parent was killed would wait for work for ever: it goes when the parent goes."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def wait() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
