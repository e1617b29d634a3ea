"""stdin, stdout and stderr, whatever the shell has made of them."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def ready() -> None:
    """Let all three be there, and whatever is printed be printable.

    One that the shell has closed becomes one that holds nothing: else what is narrated would go to stdout, and the next
    file that is opened, as that of the index, would have its number. A letter that the encoding of stdout lacks is
    spelt out, as it is on stderr.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):  # in the order of their numbers
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  (as long as we run)
    if reconfigure := getattr(sys.stdout, "reconfigure", None):
        reconfigure(errors="backslashreplace")


def give_up() -> None:
    """Write no more: what is still to be flushed at exit goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
