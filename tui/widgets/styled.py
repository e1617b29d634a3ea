"""Turning pieces of text into what the terminal is sent."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.text.lines import Piece

HUES = 8
"""How many hues a theme has to tell people apart."""

LOOKS: dict[str, str] = {
    "strong": "bold",
    "title": "bold",
    "heading": "bold $accent",
    "slanted": "italic",
    "name": "underline",
    "dim": "$dim",
    "rule": "$line",
    "key": "bold $accent",
    "mark": "$accent",
    "bar": "$accent",
    "bad": "bold $error",
    "hit": "bold $hit-text on $hit-back",
    "current": "bold on $current-back",
    "selected": "on $selected-back",
    "cursor": "on $cursor-back",
    "rail": "on $rail-back",
    "view": "on $view-back",
    **{f"hue-{number}": f"$hue-{number}" for number in range(HUES)},
}
"""The looks that pieces may name, as rich writes styles, with the colours of the theme by name.

They are no component classes of Textual: it matches all of those against its style sheets for each widget, at each
change of focus, which made half of our first frame.
"""


class Styled(Widget):
    """A widget that draws its lines from pieces. A piece's style names looks, apart by spaces."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._looks: dict[str, Style] = {}

    def notify_style_update(self) -> None:
        """The theme or a state such as focus has changed."""
        self._looks = {}
        super().notify_style_update()

    def look(self, names: str) -> Style:
        """The style of the looks `names`, each laid over the one before."""
        style = self._looks.get(names)
        if style is None:
            style = self.rich_style
            colours = self.app.theme_variables
            for name in names.split():
                parts = LOOKS[name].split()
                style += Style.parse(" ".join(colours[part[1:]] if part[0] == "$" else part for part in parts))
            self._looks[names] = style
        return style

    def strip(self, pieces: Iterable[Piece], width: int, under: str = "") -> Strip:
        """`pieces` drawn in exactly `width` cells, over the look `under`."""
        drawn = [Segment(text, self.look(f"{under} {style}")) for text, style in pieces]
        return Strip(drawn).adjust_cell_length(width, self.look(under))
