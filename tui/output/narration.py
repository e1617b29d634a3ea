"""What is told beside the data, on stderr: how far building has come, what could not be read, what went wrong."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.output.words import harmless, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from index.errors import QueryError
    from index.model import Problem, Progress


def say(text: str) -> None:
    """A line for the person."""
    print(f"tui: {harmless(text)}", file=sys.stderr)


def bad_query(error: QueryError) -> None:
    """A query that is none: the place of the mistake under it, and what would work."""
    say(error.title.rstrip(".") + ".")
    for line in error.caret().splitlines():
        print(f"  {harmless(line)}", file=sys.stderr)
    if error.hint:
        print(one_line(error.hint), file=sys.stderr)
    if error.proposal:
        print(f"Try: {one_line(error.proposal)}", file=sys.stderr)


def problems(found: Iterable[Problem]) -> None:
    """The files that could not be read, or only in part."""
    for problem in found:
        parts = (problem.told(), problem.hint)
        say(" ".join(one_line(part).rstrip(".") + "." for part in parts if part))


class ProgressBar:
    """Told how building goes; on a terminal it draws a bar, once there is something to tell, or says it in lines where
    `plain` is asked for. `built` says whether anything was built at all.
    """

    def __init__(self, *, plain: bool = False) -> None:
        self.built = False
        self._plain = plain
        self._said = ("", 0)
        self._drawn: tuple[Bar, TaskID] | None = None

    def __enter__(self) -> ProgressBar:
        return self

    def __exit__(self, *_: object) -> None:
        if self._drawn is not None:
            self._drawn[0].stop()

    def __call__(self, progress: Progress) -> None:
        """Called with each step, from any thread."""
        self.built = True
        if not sys.stderr.isatty():
            return
        if self._plain:
            self._say(progress)
            return
        if self._drawn is None:
            self._drawn = _draw()
        bar, task = self._drawn
        bar.update(task, description=progress.stage, completed=progress.done, total=progress.total)

    def _say(self, progress: Progress) -> None:
        """A line for each stage, and for each quarter of it: what is spoken is not to be drawn over."""
        quarter = progress.done * 4 // progress.total if progress.total else 0
        if self._said != (progress.stage, quarter):
            self._said = (progress.stage, quarter)
            say(f"{progress.stage}, {progress.done:,} of {progress.total:,}" if progress.total else progress.stage)


def _draw() -> tuple[Bar, TaskID]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.start()
    return bar, bar.add_task("reading", total=None)
