"""The dialog in which articles are given tags, and others are taken from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget

from tui import phrases, tags
from tui.messages import TagsInUse
from tui.screens.dialog import ROWS, Choice, Dialog
from tui.text.cells import harmless
from tui.widgets.box import Box
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from index.model import AnnotatedArticle, Counted, Hit

    Write = Callable[[tuple[str, ...], tuple[str, ...]], None]


class Tagging(Dialog):
    """A box with the tags that all of the articles have, and the tags in use that may be meant. The tags to give and
    those to take go to `write`."""

    BINDINGS: ClassVar[list[BindingType]] = [("tab", "take", "Take the tag under the cursor")]

    def __init__(self, articles: Sequence[Hit | AnnotatedArticle], write: Write) -> None:
        super().__init__(f"Tags · {_called(articles)}")
        self._before = tags.common([article.tags for article in articles])
        self._write = write
        self._used: Sequence[Counted] = ()
        self._offered: Sequence[Counted] = ()
        self.box = Box(placeholder="tags, apart by commas")
        self.list.can_focus = self.list.display = False

    def parts(self) -> Iterable[Widget]:
        """The box, the tags to choose from."""
        return self.box, self.list

    def on_mount(self) -> None:
        """Show the tags of now."""
        self.tell_keys("tab takes a tag · enter writes · esc leaves")
        self.set_focus(self.box)
        self.box.value = tags.shown(self._before)
        self.box.cursor_position = len(self.box.value)
        self._show()

    @on(TagsInUse)
    def _show_used(self, answer: TagsInUse) -> None:
        """Show the tags that there are."""
        answer.stop()
        self._used = answer.tags
        others = len(tags.offered(tags.shown(self._before), self._used))
        self.list.styles.height = min(ROWS, self.app.size.height - 6, others)
        self.list.display = bool(others)
        self._show()

    @on(Box.Changed)
    def _show(self) -> None:
        """Show which tags may be meant, and what enter would write."""
        self._offered = tags.offered(self.box.value, self._used)
        self.list.show([Choice("", tag.name, phrases.count(tag.count, "article")) for tag in self._offered])
        new, gone = tags.changed(self.box.value, self._before)
        self.tell("  ".join([*(f"+ {tag}" for tag in new), *(f"− {tag}" for tag in gone)]), "nothing is changed")

    @on(VirtualList.Chosen, "#choices")
    def _clicked(self, event: VirtualList.Chosen) -> None:
        event.prevent_default()  # it is not written yet
        self.action_take()

    def action_take(self) -> None:
        """Type the tag under the cursor."""
        if self._offered:
            self.box.value = tags.completed(self.box.value, self._offered[self.list.cursor].name)
            self.box.cursor_position = len(self.box.value)

    def action_write(self) -> None:
        """Write what has changed."""
        new, gone = tags.changed(self.box.value, self._before)
        self.dismiss()
        if new or gone:
            self._write(new, gone)


def _called(articles: Sequence[Hit | AnnotatedArticle]) -> str:
    if len(articles) > 1:
        return phrases.count(len(articles), "article")
    return harmless(articles[0].title or articles[0].file)
