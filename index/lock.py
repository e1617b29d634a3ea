"""One at a time, among all processes of one machine."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

PATIENCE = 5.0  # seconds to wait for another window: a correction takes a fraction of one
_EVERY = 0.02


@contextmanager
def locked(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock file at `path`, which is made if need be. The system lets go of it if the process dies.

    Raises `TimeoutError` if somebody else does not let go of it, and what `open` raises.
    """
    with path.open("ab") as file:
        until = time.monotonic() + patience
        while not _take(file):
            if time.monotonic() > until:
                raise TimeoutError(f"{path} is locked by another program")
            time.sleep(_EVERY)
        yield  # closing the file lets go of it


if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _take(file: IO[bytes]) -> bool:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
