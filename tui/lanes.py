"""Threads that do what is asked of them: the newest alone, or all of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue

Work = Callable[[int], None]


class Lane:
    """One thread that does the newest work it was given and forgets what it did not get to.

    Work is called with its generation; whoever gets the result compares that with `generation` and drops what is
    older. Nothing starts before `gate` is set. `delay` is how long, in seconds, nothing newer must come first: a fast
    typist then asks once. The thread starts with the first work and dies with the program.
    """

    def __init__(self, name: str, gate: threading.Event, *, delay: float = 0.0) -> None:
        self.generation = 0
        self._gate = gate
        self._delay = delay
        self._changed = threading.Condition()
        self._wanted: Work | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._run, name=f"readout-{name}", daemon=True)

    def ask(self, work: Work) -> int:
        """Do `work` next, in place of what still waits; its generation."""
        with self._changed:
            self.generation += 1
            self._wanted = work
            if self._thread.ident is None:
                self._thread.start()
            self._changed.notify()
            return self.generation

    def rests(self, seconds: float, generation: int) -> bool:
        """Wait so long; whether nothing newer was asked meanwhile."""
        with self._changed:
            return not self._changed.wait_for(lambda: self.generation != generation or self._closed, seconds)

    def close(self) -> None:
        """Start nothing more. What runs is not waited for."""
        with self._changed:
            self._closed = True
            self._changed.notify()

    def _run(self) -> None:
        self._gate.wait()
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._wanted is not None or self._closed)
                while self._delay and not self._closed and self._changed.wait(self._delay):
                    pass
                if self._closed or self._wanted is None:
                    return
                work, generation = self._wanted, self.generation
                self._wanted = None
            work(generation)


class Errands:
    """One thread that does everything asked of it, in order: what is to be written may not be forgotten."""

    def __init__(self, name: str, gate: threading.Event) -> None:
        self.generation = 0
        self._gate = gate
        self._asked: SimpleQueue[tuple[Work, int]] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=f"readout-{name}", daemon=True)

    def ask(self, work: Work) -> int:
        """Do `work` after what was asked before; its generation."""
        self.generation += 1
        self._asked.put((work, self.generation))
        if self._thread.ident is None:
            self._thread.start()
        return self.generation

    def _run(self) -> None:
        self._gate.wait()
        while True:
            work, generation = self._asked.get()
            work(generation)
