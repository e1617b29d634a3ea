"""The line at the foot of the article in which one types what to find there."""

from __future__ import annotations

from tui import bindings
from tui.widgets.box import Box


class Finder(Box):
    """The box for it. The lower edge of the pane says where one is among what was found."""

    DEFAULT_CSS = "Finder, Finder:focus { background: $panel; }"
    BINDINGS = bindings.of_pane("finder")

    def __init__(self) -> None:
        super().__init__(placeholder="find in this article", id="find", idle="/")
