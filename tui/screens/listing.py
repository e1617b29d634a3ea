"""A list over the whole screen, with a line above it that says what it holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget

from tui import phrases
from tui.commands import shown
from tui.widgets.bar import Bar
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from tui.screens.chooser import Choice

_WRITTEN = {"question_mark": "?", "slash": "/", "plus": "+"}
"""What keys type that Textual calls by a name."""


class Listing(ModalScreen[None]):
    """The frame, and how one moves. Subclasses say what is listed and where enter leads."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter", "go", "Go where the line leads."),
        ("escape,backspace,q", "dismiss", "Back to where you were."),
        ("down,j", "move(1)", "The next line."),
        ("up,k", "move(-1)", "The line before."),
        ("pagedown,space", "page(1)", "A page further down."),
        ("pageup", "page(-1)", "A page further up."),
        ("home,g", "edge(False)", "The first line."),
        ("end,G", "edge(True)", "The last line."),
        ("question_mark", "keys", "All keys of this list."),
    ]
    AUTO_FOCUS = "VirtualList"

    def __init__(self, title: str, keys: str) -> None:
        super().__init__()
        self.frame = Vertical(classes="listing")
        self.frame.border_title = title
        self._keys = keys
        self.status = Bar(id="listing-status")
        self.list = VirtualList()

    def compose(self) -> ComposeResult:
        """The frame around all of it."""
        with self.frame:
            yield from self.parts()

    def on_resize(self) -> None:
        """Tell as many keys as there is room for now."""
        self.tell_keys(self._keys)

    def tell_keys(self, keys: str) -> None:
        """Say at the lower edge what the keys do."""
        self._keys = keys
        self.frame.border_subtitle = phrases.hints(keys, self.app.size.width - 6)

    async def action_keys(self) -> None:
        """List all keys; enter does what one is for."""
        from tui.screens.help import KeysOfList

        async def take(choice: Choice) -> None:
            await self.run_action(choice[1])

        await self.app.push_screen(KeysOfList(str(self.frame.border_title), keys_of(type(self)), take))

    def parts(self) -> Iterable[Widget]:
        """What stands in the frame."""
        return self.status, self.list

    async def action_go(self) -> None:
        """Go where the line under the cursor leads."""

    def moved(self) -> None:
        """The cursor stands on another line."""

    @on(VirtualList.Chosen)
    async def _chosen(self) -> None:
        await self.action_go()

    @on(VirtualList.Moved)
    def _moved(self) -> None:
        self.moved()

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self.list.move(step)
        self.moved()

    def action_page(self, direction: int) -> None:
        """Move the cursor by a page."""
        self.action_move(direction * self.list.page())

    def action_edge(self, last: bool) -> None:
        """Move the cursor to the first or the last line."""
        self.list.move_to(self.list.last() if last else self.list.first())
        self.moved()


def keys_of(screen: type[Listing], *, alone: bool = False) -> Sequence[tuple[str, str, str]]:
    """Keys, what they do, and by which action: those of the screen itself first, then (but `alone`) those of all lists.
    """
    found: list[tuple[str, str, str]] = []
    taken: set[str] = set()
    for base in (screen,) if alone else (screen, Listing):
        for binding in vars(base).get("BINDINGS", ()):
            keys, action, doc = binding
            free = [key for key in keys.split(",") if key not in taken]
            taken.update(free)
            if free:
                found.append((" ".join(shown(_WRITTEN.get(key, key)) for key in free), doc, action))
    return found
