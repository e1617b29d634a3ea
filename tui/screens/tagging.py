"""The small dialog in which articles are given tags, and others are taken from them.

It decides nothing: what is to be written goes to `write`, before the next key is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui import phrases, tags
from tui.messages import TagsInUse
from tui.screens.dialog import Choice
from tui.text.cells import harmless
from tui.text.lines import Piece, line
from tui.widgets.bar import Bar
from tui.widgets.box import Box
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from index.model import AnnotatedArticle, Counted, Hit

_HELP = "tab takes a tag · enter writes · esc leaves"
_ROWS = 6

Write = Callable[[tuple[str, ...], tuple[str, ...]], None]
"""Takes the tags to give, and those to take."""


class Tagging(ModalScreen[None]):
    """A box with the tags that all of the articles have, the tags in use that may be meant, what will be written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss", "Leave"),
        ("enter", "write", "Write"),
        ("tab", "take", "Take the tag under the cursor"),
        ("down", "move(1)", "Down"),
        ("up", "move(-1)", "Up"),
    ]
    AUTO_FOCUS = "#tags"

    def __init__(self, articles: Sequence[Hit | AnnotatedArticle], write: Write) -> None:
        super().__init__()
        self._articles = articles
        self._before = tags.common([article.tags for article in articles])
        self._write = write
        self._used: Sequence[Counted] = ()
        self._offered: Sequence[Counted] = ()
        self.box = Box(placeholder="tags, apart by commas", id="tags")
        self.list = VirtualList(id="choices")
        self.list.can_focus = False
        self.preview = Bar(id="preview")

    def compose(self) -> ComposeResult:
        """The box, the tags to choose from, what will be written."""
        with Vertical(classes="correcting") as frame:
            frame.border_title = f"Tags · {self._title}".replace("[", r"\[")
            frame.border_subtitle = phrases.hints(_HELP, self.app.size.width - 6)
            yield self.box
            yield self.list
            yield self.preview

    @property
    def _title(self) -> str:
        if len(self._articles) > 1:
            return phrases.count(len(self._articles), "article")
        return harmless(self._articles[0].title or self._articles[0].file)

    def on_mount(self) -> None:
        """Show the tags of now."""
        self.box.value = tags.shown(self._before)
        self.box.cursor_position = len(self.box.value)
        self._show()

    @on(TagsInUse)
    def _show_used(self, answer: TagsInUse) -> None:
        """Show the tags that there are."""
        answer.stop()
        self._used = answer.tags
        self._show()

    @on(Box.Changed)
    def _show(self) -> None:
        """Show which tags may be meant, and what enter would write."""
        self._offered = tags.offered(self.box.value, self._used)
        self.list.styles.height = max(1, min(_ROWS, self.app.size.height - 6, len(self._used)))
        self.list.display = bool(self._used)
        self.list.show([Choice("", tag.name, phrases.count(tag.count, "article")) for tag in self._offered])
        new, gone = tags.changed(self.box.value, self._before)
        told = [f"+ {tag}" for tag in new] + [f"− {tag}" for tag in gone]
        if told:
            self.preview.show([Piece(" writes  ", "dim"), Piece("  ".join(told), "mark")])
        else:
            self.preview.show(line(" nothing is changed", "dim"))

    @on(VirtualList.Chosen, "#choices")
    def action_take(self) -> None:
        """Type the tag under the cursor."""
        if self._offered:
            self.box.value = tags.completed(self.box.value, self._offered[self.list.cursor].name)
            self.box.cursor_position = len(self.box.value)

    def action_move(self, step: int) -> None:
        """Go to another tag in use."""
        self.list.move(step)

    def action_write(self) -> None:
        """Write what has changed."""
        new, gone = tags.changed(self.box.value, self._before)
        self.dismiss()
        if new or gone:
            self._write(new, gone)
