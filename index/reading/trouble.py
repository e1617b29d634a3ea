"""Why something cannot be read."""

from __future__ import annotations

import importlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_CHATTY = ("htmldate", "courlan", "justext")


class Unreadable(Exception):  # noqa: N818  (it names a state of the file, not a failure of the program)
    """A file that is no article, with the reason and what to do, as a person would be told."""

    def __init__(self, reason: str, hint: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


def need(module: str, extra: str, what: str) -> Any:
    """A library that comes with an extra. Raises `Unreadable` with the command that adds it."""
    try:
        found = importlib.import_module(module)
    except ImportError as error:
        raise Unreadable(f"{what} needs readout-tui[{extra}]", f"pip install 'readout-tui[{extra}]'") from error
    # What libraries complain of is told as the reason, and not on stderr besides.
    for name in (module.partition(".")[0], *_CHATTY):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return found


@contextmanager
def parsing(what: str) -> Iterator[None]:
    """While a parser is at work that may raise anything over a damaged file: all of it means `Unreadable`."""
    try:
        yield
    except Unreadable:
        raise
    except Exception as error:
        told = " ".join(str(error).split())[:120]
        reason = f"{what} is damaged ({told or type(error).__name__})"
        raise Unreadable(reason, "Open it in another program, and save it again.") from error
