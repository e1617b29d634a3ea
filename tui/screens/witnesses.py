"""What several articles tell of one contact, under each other; what they disagree on stands out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui import phrases
from tui.contacts import Witness
from tui.messages import Evidenced
from tui.text.lines import line
from tui.widgets.bar import Bar
from tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from index.model import Meeting
    from tui.screens.contacting import Contacting


class Witnesses(ModalScreen[None]):
    """All who tell of a contact; enter goes to the words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,backspace,q", "dismiss", "Back"),
        ("enter", "go", "Go there"),
        ("down,j", "move(1)", "Down"),
        ("up,k", "move(-1)", "Up"),
        ("pagedown,space", "page(1)", "Page down"),
        ("pageup", "page(-1)", "Page up"),
    ]

    def __init__(
        self, owner: Contacting, meeting: Meeting, names: Mapping[str, str], leave: Callable[[], object]
    ) -> None:
        super().__init__()
        self._owner, self._meeting, self._names, self._leave = owner, meeting, names, leave
        self.status = Bar(id="witnesses-status")
        self.list = VirtualList(id="witnesses")

    def compose(self) -> ComposeResult:
        """A frame with a line that says what they disagree on."""
        with Vertical(classes="concordance") as frame:
            frame.border_title = "Who tells of it"
            frame.border_subtitle = "enter goes there · esc back"
            yield self.status
            yield self.list

    def on_mount(self) -> None:
        """Show what is known, and ask for the words."""
        told = phrases.count(len(self._meeting.told), "account")
        differ = ", ".join(self._meeting.differ)
        self.status.show(line(f"{told} · they differ in: {differ}" if differ else f"{told} · they agree", "dim"))
        self._show(("",) * len(self._meeting.told))
        self._owner.gateway.evidence(self._meeting.told)

    @on(Evidenced)
    def show_words(self, answer: Evidenced) -> None:
        """Show the words of each."""
        answer.stop()
        self._show(answer.words)

    def _show(self, words: Sequence[str]) -> None:
        told = zip(self._meeting.told, words, strict=True)
        rows = [Witness(met, each, self._names, self._meeting.differ) for met, each in told]
        self.list.show(rows, self.list.cursor)

    @on(VirtualList.Chosen, "#witnesses")
    def action_go(self) -> None:
        """Go to the words in the article."""
        met = self._meeting.told[self.list.cursor]
        self.dismiss()
        self._leave()
        self._owner.go_to(met)

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self.list.move(step)

    def action_page(self, direction: int) -> None:
        """Move the cursor by a page."""
        self.list.move(direction * self.list.page())
