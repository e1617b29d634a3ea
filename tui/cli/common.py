"""What all commands share: exit codes, and how much to print."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.output import Printer, narration
from tui.session import EVERYTHING

if TYPE_CHECKING:
    from index.library import Library
    from tui.cli.request import Request

FOUND, NOTHING, TROUBLE = 0, 1, 2

HOW_TO_UNDO = "To take that back: tui undo"

Answer = Callable[["Library", "Request", Printer], int]
"""A command that asks about a corpus: it prints, and gives the exit code."""


def limit(request: Request, default: int) -> int:
    """How many to print: 0 asks for all."""
    return default if request.limit is None else request.limit or EVERYTHING


def say_that_there_is_more(shown: int, total: int | None = None) -> None:
    """Tell that only the first so many were printed."""
    of = f" of {total:,}" if total is not None else ""
    narration.say(f"These are the first {shown:,}{of}; --limit 0 prints all.")
