"""The line at the foot of the article in which one types what to find there."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from tui.text.lines import line
from tui.widgets.bar import Bar
from tui.widgets.box import Box


class Finder(Horizontal):
    """A box, and beside it how many places there are and which of them one is at."""

    DEFAULT_CSS = "Finder { height: 1; background: $panel; } Finder Bar { width: 14; padding: 0 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter", "screen.take_found", "Read here"),
        ("down", "screen.step_found(1)", "Next"),
        ("up", "screen.step_found(-1)", "Previous"),
    ]

    def __init__(self) -> None:
        super().__init__(id="finder")
        self.box = Box(placeholder="find in this article", id="find", idle="/")
        self.count = Bar()

    def compose(self) -> ComposeResult:
        """The box, and the count at its right."""
        yield self.box
        yield self.count

    def show_count(self, number: int | None, total: int) -> None:
        """Say which of how many places is the current one; `number` counts from 0."""
        if not self.box.value.strip():
            self.count.show(())
        elif not total:
            self.count.show((), line("nowhere", "bad"))
        else:
            self.count.show((), line(f"{total:,}" if number is None else f"{number + 1:,} of {total:,}", "dim"))
