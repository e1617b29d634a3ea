"""A frame that says something at its lower edge."""

from __future__ import annotations

from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region


class Framed(Vertical):
    """A column of widgets with a border around it. What stands in the border is never parsed as markup."""

    def entitle(self, words: str) -> None:
        """Say something at the upper edge, and draw that edge alone."""
        title = Content(words)
        if title != self._border_title:
            self._border_title = title
            self.refresh(Region(-1, -1, self.size.width + 2, 1))

    def tell(self, words: str) -> None:
        """Say something at the lower edge, and draw that edge alone.

        Setting `border_subtitle` does as much, but draws all that stands inside the frame again: some ten kilobytes.
        """
        told = Content(words) if words else None
        if told != self._border_subtitle:
            self._border_subtitle = told
            self.refresh(Region(-1, self.size.height, self.size.width + 2, 1))
