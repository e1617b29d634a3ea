"""What the terminal is sent: the same as Textual would send, in fewer bytes, and past GNU screen."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Any

from textual.driver import Driver

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


def through(data: str, env: Mapping[str, str]) -> str:
    """`data` with what is for the clipboard (OSC 52) wrapped where GNU screen stands between, which obeys no such thing
    itself but passes a device control string on, in parts."""
    if not env.get("STY") or env.get("TMUX") or "\x1b]52;" not in data:
        return data
    return _COPY.sub(lambda found: _wrapped(found[0]), data)


def _wrapped(whole: str) -> str:
    return "".join(f"\x1bP{whole[at : at + _PART]}\x1b\\" for at in range(0, len(whole), _PART))
