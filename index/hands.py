"""Many hands: read and annotate the files of a corpus on all cores, in the order of the files."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice

from index.annotation.whole import annotated
from index.model import Article, Problem
from index.reading import Found, articles_in
from index.store.rows import Packed, packed

_WORTH_IT = 64  # files: with fewer, starting the hands takes longer than the work
_BATCH = 8
_LARGE = 1 << 20  # bytes: a larger file may hold so many articles that all hands are needed for it
_AHEAD = 3  # batches that wait for each hand: enough that none is idle, few enough that memory stays small


def read_all(found: Sequence[Found]) -> Iterator[Packed | Problem]:
    """For each file its articles with what was found in them, as rows for the store; or why not."""
    hands = os.cpu_count() or 1
    if hands == 1 or (len(found) < _WORTH_IT and not any(f.size > _LARGE for f in found)):
        for file in found:
            yield from _read(file)
        return
    # "spawn", because a forked child would share the parent's locks and files; it is the same on every system.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(hands, context, initializer=_prepare) as pool:
        waiting: deque[Future[list[Packed | Problem]]] = deque()
        pieces = _pieces(found)
        while share := list(islice(pieces, _BATCH)):
            waiting.append(pool.submit(_read_batch, share))
            if len(waiting) > hands * _AHEAD:
                yield from waiting.popleft().result()
        for batch in waiting:
            yield from batch.result()


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
    """What is in some files. Garbage is looked for after a batch: while articles are read there is next to none, and
    looking for it again and again takes a quarter of the time (measured)."""
    gc.disable()
    read = [item for piece in batch for item in _read(piece)]
    gc.collect(1)
    return read


def _prepare() -> None:
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
