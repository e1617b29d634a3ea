"""The linear mode, for screen readers: `tui --plain` at a terminal asks for one line after the other, and answers each
in lines of plain text, without a colour, a box or a cursor that moves.

A line that begins with a command is what one would type after `tui` in a shell. Any other is a search.
"""

from __future__ import annotations

import contextlib
import shlex
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tui.cli.common import FOUND, TROUBLE
from tui.cli.offered import COMMANDS
from tui.output import narration

_PROMPT = "readout> "
_WELCOME = """\
Type words to search for, or a command as after `tui`: quotes, actor NAME, show ID.
help lists all commands; quit leaves."""
_LEAVING = ("quit", "exit", "q")
_FIRST = {name.partition(" ")[0] for name in COMMANDS}

Do = Callable[[Sequence[str], Path], int]
"""Does what stands on a command line, about a folder; the exit code."""


def converse(folder: Path, do: Do) -> int:
    """Answer one line after the other, until it is enough; the exit code."""
    _edit_lines()
    if (code := do(["index"], folder)) == TROUBLE:
        return code
    print(_WELCOME)
    while (line := _asked()) is not None and line not in _LEAVING:
        if words := words_of(line):
            try:
                do(words, folder)
            except SystemExit as ended:
                if ended.code not in (FOUND, TROUBLE):  # no help or mistake that was told, but a signal
                    raise
    return FOUND


def words_of(line: str) -> list[str]:
    """What a line would be after `tui`: none for a blank one, or one that is told to be no command. A search keeps its
    quotation marks, which make phrases."""
    line = line.removeprefix("tui ").strip()
    first = line.partition(" ")[0]
    if first in ("help", "--help", "--version"):
        return ["--help" if first == "help" else first]
    if first not in _FIRST:
        return ["search", "--", line] if line else []
    try:
        return shlex.split(line)
    except ValueError:
        narration.say("A quotation mark is not closed.")
        return []


def _asked() -> str | None:
    """The next line; `None` at the end of them (ctrl+d). ctrl+c throws away what is typed."""
    while True:
        try:
            return input(_PROMPT).strip()
        except EOFError:
            print()
            return None
        except KeyboardInterrupt:
            print()


def _edit_lines() -> None:
    """Let the arrows edit a line and bring older ones back, where the system can do that."""
    with contextlib.suppress(ImportError):
        import readline

        if sys.stdin.isatty():
            readline.parse_and_bind("set enable-bracketed-paste off")  # it would be said by escape sequences
