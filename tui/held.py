"""The library that is open: lent to the threads that ask it, and exchanged for a later one while they do."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.library import Library


class ClosingError(Exception):
    """Nothing is lent any more: the app is being left."""


class Held:
    """A library is closed once nobody asks it: its files may not be closed under a thread that reads them."""

    def __init__(self) -> None:
        self.now: Library | None = None
        self.later: Library | None = None
        self.closed = False
        self.ready = threading.Event()
        """Set once there is a library to ask."""
        self._lent: list[Library] = []
        self._returned = threading.Condition()

    def hold(self, library: Library) -> None:
        """Lend this one."""
        with self._returned:
            if not self.closed:
                self.now = library
                self.ready.set()
                return
        library.close()

    @contextmanager
    def lent(self) -> Iterator[Library]:
        """The library, for as long as one asks it. Raises `ClosingError`."""
        with self._returned:
            if self.closed:
                raise ClosingError
            assert self.now is not None, "who asks has waited for `ready`"
            library = self.now
            self._lent.append(library)
        try:
            yield library
        finally:
            with self._returned:
                self._lent.remove(library)
                self._returned.notify_all()

    def offer(self, later: Library) -> bool:
        """Have a later one ready to be taken in; whether there still is somebody for whom."""
        with self._returned:
            if not self.closed:
                self.later = later
                return True
        later.close()
        return False

    def take_in(self) -> Library | None:
        """Lend the later one from now on; the one before, to be given to `let_go`."""
        with self._returned:
            if self.closed or self.later is None:
                return None
            before, self.now, self.later = self.now, self.later, None
            return before

    def let_go(self, before: Library) -> None:
        """Close one that is lent no more, once nobody asks it."""
        with self._returned:
            self._returned.wait_for(lambda: before not in self._lent)
            before.close()

    def close(self, patience: float) -> None:
        """Lend nothing more, and close all, if nobody asks within some seconds any more."""
        with self._returned:
            self.closed = True
            if self._returned.wait_for(lambda: not self._lent, patience):
                for library in (self.now, self.later):
                    if library is not None:
                        library.close()
