"""Turning pieces of text into what the terminal is sent."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.text.lines import Line

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

PLAIN: dict[str, str] = {
    **LOOKS,
    "dim": "dim",
    "rule": "dim",
    "hit": "bold reverse",
    "current": "bold",
    "selected": "reverse",
    "cursor": "bold",
    "rail": "",
    "view": "reverse",
}
"""The looks in the terminal's own colours, or in none: what they say is said without a colour behind the words."""


class Styled(Widget):
    """A widget that draws its lines from pieces. A piece's style names looks, apart by spaces."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._looks: dict[str, Style] = {}
        self._blanks: dict[tuple[int, str], Strip] = {}

    def notify_style_update(self) -> None:
        """The theme or a state such as focus has changed."""
        self._looks, self._blanks = {}, {}
        super().notify_style_update()

    def look(self, names: str) -> Style:
        """The style of the looks `names`, each laid over the one before."""
        style = self._looks.get(names)
        if style is None:
            style = self.rich_style
            looks, colours = PLAIN if self.app.native_ansi_color else LOOKS, self.app.theme_variables
            for name in names.split():
                parts = [colours[part[1:]] if part[0] == "$" else part for part in looks[name].split()]
                style += Style.parse(" ".join(part.removeprefix("ansi_") for part in parts))
            self._looks[names] = style
        return style

    def strip(self, pieces: Line, width: int, under: str = "") -> Strip:
        """`pieces` drawn in exactly `width` cells, over the look `under`."""
        if not pieces:
            return self._blank(width, under)
        drawn = [Segment(text, self.look(f"{under} {style}")) for text, style in pieces]
        missing = width - sum(segment.cell_length for segment in drawn)
        if missing < 0:
            return Strip(merged(Strip(drawn).adjust_cell_length(width)), width)
        # Each strip comes with seven caches: one is made, where padding and joining would make three.
        return Strip(merged([*drawn, Segment(" " * missing, self.look(under))]), width)

    def _blank(self, width: int, under: str) -> Strip:
        """A line of nothing, made once: of a first frame half the lines are empty."""
        blank = self._blanks.get((width, under))
        if blank is None:
            blank = self._blanks[width, under] = Strip([Segment(" " * width, self.look(under))], width)
        return blank


def merged(segments: Iterable[Segment]) -> list[Segment]:
    """The segments with those joined that look alike: a terminal is sent some fifty bytes for each change of style.

    White space looks like whatever stands on the same background beside it.
    """
    whole: list[Segment] = []
    for segment in segments:
        if not segment.text:
            continue
        style = _common(whole[-1], segment) if whole else None
        if style is None:
            whole.append(segment)
        else:
            whole[-1] = Segment(whole[-1].text + segment.text, style)
    return whole


def _common(one: Segment, other: Segment) -> Style | None:
    """A style in which both can be drawn, if there is one. A segment with meta data stands for a place: it stays."""
    if one.style is None or other.style is None or one.style.meta or other.style.meta:
        return None
    if one.style == other.style:
        return one.style
    if one.style.bgcolor != other.style.bgcolor:
        return None
    if other.text.isspace() and not _is_lined(one.style) and not _is_lined(other.style):
        return one.style
    if one.text.isspace() and not _is_lined(one.style) and not _is_lined(other.style):
        return other.style
    return None


def _is_lined(style: Style) -> bool:
    """Whether white space in this style can be seen."""
    return bool(style.underline or style.strike or style.reverse or style.overline)
