"""Turning pieces of text into what the terminal is sent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.text.lines import Piece

HUES = 8
"""How many hues a theme has to tell people apart."""


class Styled(Widget):
    """A widget that draws its lines from pieces. A piece's style names component classes, apart by spaces."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("strong", "dim", "title", "heading", "slanted", "name", "hit", "current", "selected"),
        *("key", "mark", "rule", "bad", "bar", "cursor", "rail", "view"),
        *(f"hue-{number}" for number in range(HUES)),
    }

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._looks: dict[str, Style] = {}

    def notify_style_update(self) -> None:
        """The theme or a state such as focus has changed."""
        self._looks = {}
        super().notify_style_update()

    def look(self, names: str) -> Style:
        """The style of the component classes `names`, each laid over the one before."""
        style = self._looks.get(names)
        if style is None:
            style = self.rich_style
            for name in names.split():
                style += self.get_component_rich_style(name, partial=True)
            self._looks[names] = style
        return style

    def strip(self, pieces: Iterable[Piece], width: int, under: str = "") -> Strip:
        """`pieces` drawn in exactly `width` cells, over the style `under`."""
        drawn = [Segment(text, self.look(f"{under} {style}")) for text, style in pieces]
        return Strip(drawn).adjust_cell_length(width, self.look(under))
