"""Many hands: read and annotate the files of a corpus on all cores, in the order of the files."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor

from index.annotation.whole import annotated
from index.model import Problem
from index.reading import Found, Unreadable, read
from index.store.rows import Packed, packed

_WORTH_IT = 64  # files: with fewer, starting the hands takes longer than the work
_BATCH = 8
_AHEAD = 3  # batches that wait for each hand: enough that none is idle, few enough that memory stays small


def read_all(found: Sequence[Found]) -> Iterator[Packed | Problem]:
    """For each file its article with what was found in it, as rows for the store; or why not."""
    hands = os.cpu_count() or 1
    if hands == 1 or len(found) < _WORTH_IT:
        yield from map(_read, found)
        return
    # "spawn", because a forked child would share the parent's locks and files; it is the same on every system.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(hands, context, initializer=_leave_with_parent) as pool:
        waiting: deque[Future[list[Packed | Problem]]] = deque()
        for start in range(0, len(found), _BATCH):
            waiting.append(pool.submit(_read_batch, found[start : start + _BATCH]))
            if len(waiting) > hands * _AHEAD:
                yield from waiting.popleft().result()
        for batch in waiting:
            yield from batch.result()


def _read(found: Found) -> Packed | Problem:
    try:
        return packed(annotated(read(found)))
    except Unreadable as error:
        return Problem(file=found.file, reason=error.reason, hint=error.hint)


def _read_batch(batch: Sequence[Found]) -> list[Packed | Problem]:
    return [_read(found) for found in batch]


def _leave_with_parent() -> None:
    """A hand whose parent was killed would wait for work for ever: it goes when the parent goes."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def wait() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
