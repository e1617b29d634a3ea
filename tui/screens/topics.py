"""The matters that articles come back to."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on

from tui.messages import Topics
from tui.screens.chooser import Chooser, Option, Take, matching
from tui.text.lines import Piece
from tui.widgets.virtual_list import Item


class TopicList(Chooser):
    """Each with the number of its articles; enter lists who said what on it."""

    hint = "enter lists who said what · esc closes"
    nothing = "Looking …"

    def __init__(self, take: Take) -> None:
        super().__init__("Topics", "filter", take)
        self._options: Sequence[Option] = ()

    @on(Topics)
    def show_topics(self, answer: Topics) -> None:
        """Show what was found."""
        answer.stop()
        self.nothing = "No matter of that name."
        self._options = [
            Option([Piece(f"{topic.count:>7,}  ", "dim")], Piece(topic.name), topic.name.lower(), ("topic", topic.name))
            for topic in answer.topics
        ]
        self.show_options()

    def options(self, text: str) -> Sequence[Item]:
        """Those that fit."""
        return matching(self._options, text)
