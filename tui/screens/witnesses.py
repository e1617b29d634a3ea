"""What several articles tell of one contact, under each other; what they disagree on stands out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui import phrases
from tui.contacts import Witness
from tui.messages import Evidenced
from tui.screens.listing import Listing
from tui.text.lines import line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from index.model import Meeting
    from tui.screens.contacting import Contacting


class Witnesses(Listing):
    """All who tell of a contact; enter goes to the words."""

    def __init__(
        self, owner: Contacting, meeting: Meeting, names: Mapping[str, str], leave: Callable[[], object]
    ) -> None:
        super().__init__("Who tells of it", "enter goes there · ? keys · esc back")
        self._owner, self._meeting, self._names, self._leave = owner, meeting, names, leave

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

    async def action_go(self) -> None:
        """Go to the words in the article."""
        met = self._meeting.told[self.list.cursor]
        self.dismiss()
        self._leave()
        self._owner.go_to(met)
