"""A sentence to the person, as an item of a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.text.lines import Line, line
from tui.text.wrap import wrap


class Prose(NamedTuple):
    """A sentence, wrapped, with a gap after it. The cursor passes over it."""

    text: str
    style: str = ""
    selectable: bool = False

    def lines(self, width: int) -> Sequence[Line]:
        """The sentence and the gap."""
        return [line(self.text[a:b].rstrip(), self.style) for a, b in wrap(self.text, width)] + [()]
