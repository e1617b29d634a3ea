"""Other programs on the same terminal: the editor, the pager and the browser."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path

_TAKE_LINE = {"vi", "vim", "nvim", "nano", "emacs", "emacsclient", "micro", "joe", "kak", "ne", "mg", "less", "most"}


def editor(file: Path, line: int, env: Mapping[str, str]) -> list[str] | None:
    """The command that opens `file` at `line` (from 1) in the person's editor; `None` if none is set."""
    command = _split(env.get("VISUAL") or env.get("EDITOR") or "")
    if not command:
        return None
    name = Path(command[0]).name
    if name in _TAKE_LINE:
        return [*command, f"+{line}", str(file)]
    if name in ("code", "codium"):
        return [*command, "--wait", "--goto", f"{file}:{line}"]
    if name in ("hx", "helix", "subl", "zed"):
        return [*command, f"{file}:{line}"]
    return [*command, str(file)]


def pager(file: Path, line: int, env: Mapping[str, str]) -> list[str]:
    """The command that shows `file` from `line` (from 1) on in the person's pager; `less` where none is set."""
    command = _split(env.get("PAGER") or "") or ["less"]
    takes_line = Path(command[0]).name in ("less", "more", "most")
    return [*command, *([f"+{line}"] if takes_line else []), str(file)]


def browser(url: str, env: Mapping[str, str]) -> list[str] | None:
    """The command that opens `url` in `$BROWSER`; `None` if that is not set or the address is not one of the web."""
    command = _split(env.get("BROWSER", "").split(":")[0])
    if not command or not url.startswith(("http://", "https://")):
        return None
    if any("%s" in part for part in command):
        return [part.replace("%s", url) for part in command]
    return [*command, url]


def _split(command: str) -> list[str]:
    try:
        return shlex.split(command)
    except ValueError:  # a quotation mark left open
        return command.split()
