"""The matters that articles come back to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from tui.exports import topics_as_csv
from tui.messages import Topics
from tui.phrases import count
from tui.screens.chooser import Chooser, Option, Take, matching
from tui.text.lines import Piece
from tui.widgets.virtual_list import Item

if TYPE_CHECKING:
    from index.model import Counted
    from tui.screens.timing import Write


class TopicList(Chooser):
    """Each with the number of its articles; enter lists who said what on it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+x", "export", "Export", priority=True)]
    hint = "enter lists who said what · ctrl+x exports · esc closes"
    nothing = "Looking …"

    def __init__(self, take: Take, write: Write) -> None:
        super().__init__("Topics, in how many articles", "filter", take)
        self._write = write
        self._options: Sequence[Option] = ()
        self._topics: Sequence[Counted] = ()

    @on(Topics)
    def show_topics(self, answer: Topics) -> None:
        """Show what was found."""
        answer.stop()
        self._topics = answer.topics
        self.nothing = "No matter of that name."
        self._options = [
            Option([Piece(f"{topic.count:>7,}  ", "dim")], Piece(topic.name), topic.name.lower(), ("topic", topic.name))
            for topic in answer.topics
        ]
        self.show_options()

    def action_export(self) -> None:
        """Write them all to a file."""
        if self._topics:
            self.dismiss()
            self._write("topics", count(len(self._topics), "topic"), topics_as_csv(self._topics))

    def options(self, text: str) -> Sequence[Item]:
        """Those that fit."""
        return matching(self._options, text)
