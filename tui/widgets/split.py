"""Panes side by side; the mouse drags the border between two of them."""

from __future__ import annotations

from itertools import pairwise

from textual import events
from textual.containers import Horizontal
from textual.widget import Widget

from tui.widgets.posted import Posted


class Split(Horizontal):
    """The panes, in their order. It changes no width: it tells what is wanted."""

    class Dragged(Posted):
        """The pane of the id `left` is wanted `width` cells wide, at the cost of the one of the id `right`."""

        left: str
        right: str
        width: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._held: tuple[Widget, Widget] | None = None
        self._beside = 0  # how far the mouse is from where the right pane begins

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the two edges that meet where the mouse is."""
        shown = [pane for pane in self.children if pane.display]
        for left, right in pairwise(shown):
            if right.region.x - 1 <= event.screen_x <= right.region.x and event.button == 1:
                self._held, self._beside = (left, right), right.region.x - int(event.screen_x)
                left.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell where the edges are wanted."""
        if self._held:
            left, right = self._held
            width = int(event.screen_x) + self._beside - left.region.x
            self.post_message(self.Dragged(left.id or "", right.id or "", width))

    def on_mouse_up(self) -> None:
        """Let go."""
        if self._held:
            self._held[0].release_mouse()
            self._held = None
