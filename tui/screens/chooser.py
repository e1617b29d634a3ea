"""A box with a list under it, above the main screen: what is typed filters, what is chosen is given back."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.phrases import hints
from tui.text.cells import width_of
from tui.text.lines import Line, Piece, cells, line
from tui.text.wrap import wrap
from tui.widgets.box import Box
from tui.widgets.prose import Prose
from tui.widgets.virtual_list import Item, Plain, VirtualList

Choice = tuple[str, str]
"""What was chosen: of which kind ("command", "actor", "search", …: `MainScreen.take` knows them), and its id, its name,
or what is to be typed."""

Take = Callable[[Choice], Awaitable[None]]
"""Does what was chosen."""

_WIDTH = 84
"""Cells that it takes where there are as many; so it stands in the style sheet, too."""
_FEWEST = 6
"""Rows of the list, however little there is to choose from."""
_READABLE = 18
"""The narrowest column in which words are read."""


class Option(NamedTuple):
    """What can be chosen: what it is, and more about it. `words` is what the filter looks at, in lower case."""

    lead: Line
    more: Piece
    words: str
    choice: Choice
    selectable: bool = True

    def lines(self, width: int) -> Sequence[Line]:
        """What it is, and the rest beside it; alone where the rest would be a column of stubs."""
        indent = cells(self.lead)
        more = self.more.text if min(width_of(self.more.text), _READABLE) <= width - indent else ""
        rest = [more[a:b].rstrip() for a, b in wrap(more, max(1, width - indent))] or [""]
        leads = [self.lead, *[line(" " * indent)] * (len(rest) - 1)]
        return [[*lead, Piece(text, self.more.style)] for lead, text in zip(leads, rest, strict=True)]


class Chooser(ModalScreen[None]):
    """The box, the list, and how one moves. Subclasses say what there is to choose from.

    What is chosen is done by `take` before the next key is looked at.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss", "Close"),
        ("enter", "choose", "Choose"),
        ("down", "move(1)", "Down"),
        ("up", "move(-1)", "Up"),
        ("pagedown", "page(1)", "Page down"),
        ("pageup", "page(-1)", "Page up"),
    ]
    AUTO_FOCUS = "Box"
    nothing = "Nothing of that name."
    hint = "esc closes"
    all_there = False
    """Whether all that there is to choose from is there at first: then the frame is only as high as that."""

    def __init__(self, title: str, placeholder: str, take: Take) -> None:
        super().__init__()
        self._take = take
        self._shown_for: str | None = None
        self._title = title
        self._frame = Vertical(classes="chooser")
        self.box = Box(placeholder=placeholder)
        self.list = VirtualList()
        self.list.can_focus = False

    def compose(self) -> ComposeResult:
        """A frame in the middle."""
        with self._frame:
            self._frame.border_title = Content(self._title)
            yield self.box
            yield self.list

    @abstractmethod
    def options(self, text: str) -> Sequence[Item]:
        """What there is to choose from when `text` stands in the box."""

    def on_mount(self) -> None:
        """Show everything."""
        self.show_options()
        if self.all_there:
            width = min(_WIDTH, self.app.size.width) - 4
            rows = sum(len(item.lines(width)) for item in self.list.items)
            self._frame.styles.height = max(_FEWEST, rows) + 3
            self._frame.styles.min_height = 0

    @on(Input.Changed)
    def _changed(self) -> None:
        self.show_options()

    def show_options(self, cursor: int = 0) -> None:
        """Show what fits the words in the box."""
        self._shown_for = self.box.value
        items = self.options(self.box.value)
        self.list.show(items or [Plain(), Prose(f" {self.nothing}", "dim")], cursor)
        self._tell_keys()

    def on_resize(self) -> None:
        """Tell as many keys as there is room for now."""
        self._tell_keys()

    @on(VirtualList.Moved)
    def _tell_keys(self) -> None:
        """Say at the lower edge what the keys do now."""
        self._frame.border_subtitle = hints(self.keys, min(_WIDTH, self.app.size.width) - 6)

    @property
    def keys(self) -> str:
        """What the keys do on the line under the cursor."""
        return self.hint

    @on(VirtualList.Chosen)
    async def action_choose(self) -> None:
        """Do what the cursor stands on, of what fits the words in the box."""
        if self._shown_for != self.box.value:
            self.show_options()
        if (option := self.option) is not None:
            self.dismiss()
            await self._take(option.choice)

    @property
    def option(self) -> Option | None:
        """What the cursor stands on."""
        item = self.list.items[self.list.cursor] if self.list.cursor < len(self.list.items) else None
        return item if isinstance(item, Option) else None

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self.list.move(step)

    def action_page(self, direction: int) -> None:
        """Move the cursor by a page."""
        self.list.move(direction * self.list.page())


def matching(options: Sequence[Option], text: str) -> list[Option]:
    """The options that hold every word of `text`, the nearest first."""
    ranked = [(rank, option) for option in options if (rank := nearness(option, text)) is not None]
    return [option for _, option in sorted(ranked, key=lambda pair: pair[0])]


def nearness(option: Option, text: str) -> int | None:
    """How near an option is to what is typed: 0 where it begins so, 1 where its words do, 2 where they only hold it;
    `None` where they do not."""
    typed = text.lower().split()
    if not all(word in option.words for word in typed):
        return None
    if option.words.startswith(" ".join(typed)):
        return 0
    return 1 if all(re.search(rf"(?<!\w){re.escape(word)}", option.words) for word in typed) else 2
