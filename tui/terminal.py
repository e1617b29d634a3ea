"""What the terminal is sent: the same as Textual would send, in fewer bytes, and past GNU screen. And what of its keys
Textual would take for others."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Any, NamedTuple, cast

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.driver import Driver
from textual.keys import Keys, _character_to_key

from tui.text.terse import Terse

_COPY = re.compile(r"\x1b\]52;[^\x07]*\x07")
_PART = 240
"""Characters that are passed on at once: screen drops what is longer than its buffer, of 256 or 768 by its version."""


def speaking(usual: type[Driver]) -> type[Driver]:
    """A driver made so. Its `forget` is to be told when the terminal may show something else than it was sent."""

    class Speaking(usual):  # type: ignore[valid-type,misc]
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self._terse = Terse()
            self.forget = self._terse.forget

        def write(self, data: str) -> None:
            if said := self._terse.say(data):
                super().write(through(said, os.environ))

    return Speaking


class _Sign(NamedTuple):
    """A key by its name, as Textual's own keys have theirs."""

    value: str


def part_escapes() -> None:
    """Let an escape and a digit or a sign that come in one go be two keys. Textual takes them for the letter that alt
    and a digit type on some keyboards, and of an escape before a sign it keeps the sign alone.

    Signs that begin a sequence of a terminal cannot be told from one: `[`, `]`, `_`, `^` and `\\`.
    """
    known = cast("dict[str, tuple[Any, ...]]", ANSI_SEQUENCES_KEYS)
    for digit in "0123456789":
        known.pop(f"\x1b{digit}", None)  # it is alt and a digit then, and `parted` in the app parts them
    for sign in "/?#|+-<>{}=":
        known[f"\x1b{sign}"] = (Keys.Escape, _Sign(_character_to_key(sign)))


def through(data: str, env: Mapping[str, str]) -> str:
    """`data` with what is for the clipboard (OSC 52) wrapped where GNU screen stands between, which obeys no such thing
    itself but passes a device control string on, in parts."""
    if not env.get("STY") or env.get("TMUX") or "\x1b]52;" not in data:
        return data
    return _COPY.sub(lambda found: _wrapped(found[0]), data)


def _wrapped(whole: str) -> str:
    return "".join(f"\x1bP{whole[at : at + _PART]}\x1b\\" for at in range(0, len(whole), _PART))
