"""The contacts: who met, called or wrote to whom, by date; and the table of who with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType

from tui import phrases
from tui.contacts import Pairs, Row, matrix, naming
from tui.messages import Contacted
from tui.screens.chooser import Choice
from tui.screens.exporting import Exporting
from tui.screens.listing import Listing
from tui.text.lines import line
from tui.widgets.bar import Bar
from tui.widgets.box import Box
from tui.widgets.prose import Prose
from tui.widgets.virtual_list import Item, Plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual.widget import Widget

    from index.model import Meeting
    from tui.screens.contacting import Contacting

_NARROW = 62
_CELL = 4
_KEYS = "enter evidence · ? keys · / filter · m who with whom · x export · esc closes"
_KEYS_IN_SQUARE = "enter narrows · ←→ column · ? keys · x export · esc back"
_KEYS_OF_NONE = "/ filter · ? keys · esc closes"
_FORMS = {
    "csv": "a table for spreadsheets", "json": "one object a line", "graphml": "a graph of who with whom",
    "ftm": "FollowTheMoney entities",
}  # fmt: skip


class Contacts(Listing):
    """A box that filters, and the lines."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("slash", "filter", "Type names, kinds, places or dates to filter by."),
        ("m", "square", "Who with whom, as a table; or the contacts again."),
        ("right,l", "across(1)", "In the table, the next column."),
        ("left,h", "across(-1)", "In the table, the column before."),
        ("x,X", "export", "Write the contacts to a file."),
        ("W", "dismiss", "Close the contacts."),
        ("escape", "leave", "From the box to the lines, from the table to the contacts, from there back."),
    ]

    def __init__(self, owner: Contacting) -> None:
        super().__init__("Contacts", _KEYS)
        self._owner = owner
        self._meetings: Sequence[Meeting] | None = None
        self._names: Mapping[str, str] = {}
        self._order: list[str] = []
        self._counts: list[list[int]] = []
        self._column = 0
        self.box = Box(placeholder="names, kind:call, country:turkey, about:s-400, after:2021-03, is:planned", idle="/")
        self.rule = Bar()

    def parts(self) -> Iterable[Widget]:
        """The box above the lines."""
        return self.box, self.status, self.rule, self.list

    def on_mount(self) -> None:
        """Ask for what was asked before."""
        self.rule.show((), fill="─")
        self.box.value = self._owner.typed
        self._show_status("looking …")
        self._owner.gateway.contacts(self._owner.typed)

    # What is shown ---------------------------------------------------------------------------------------------------

    @on(Contacted)
    def show_contacts(self, answer: Contacted) -> None:
        """Show what was found, at the line that was left."""
        answer.stop()
        if answer.trouble:
            self._show_status(answer.trouble, "bad")
            return
        self._meetings, self._names = answer.meetings, answer.names
        ids = answer.typed.split()
        if ids and self.focused is not self.box and all(each in self._names for each in ids):
            self._owner.typed = self.box.value = typed_for(ids, self._names)  # a card asks by ids; a person reads names
        self._show()

    def _show(self) -> None:
        if (meetings := self._meetings) is None:
            return
        keys = _KEYS_IN_SQUARE if self._owner.squared else _KEYS
        self.tell_keys(keys if meetings else _KEYS_OF_NONE)
        self._show_status(phrases.count(len(meetings), "contact"))
        if not meetings:
            self.list.show(_nothing(bool(self._owner.typed.strip())))
        elif self._owner.squared:
            room = (self.list.size.width - 2 - naming(self.list.size.width - 2)) // _CELL
            self._order, self._counts = matrix(meetings, max(1, room))
            self._show_square(0)
        else:
            rows = 2 if self.app.size.width < _NARROW + 2 else 1
            self.list.show([Row(each, self._names) for each in meetings], self._owner.cursor, rows=rows)

    def _show_square(self, cursor: int) -> None:
        head = " " * naming(self.list.size.width - 2) + "".join(f"{n + 1:>{_CELL}}" for n in range(len(self._order)))
        rows: list[Item] = [
            Pairs(n, self._names.get(actor, actor), self._counts[n], self._column, here=n == cursor)
            for n, actor in enumerate(self._order)
        ]
        self.list.show([Plain([line(head, "dim")]), *rows], cursor + 1)
        self._show_status(self._pair_told(cursor))

    def _pair_told(self, row: int) -> str:
        """Who stands at the current cell, as a column has a number alone; how often these two were in contact."""
        one, other = (self._names.get(self._order[at], self._order[at]) for at in (row, self._column))
        if row == self._column:
            return phrases.count(len(self._meetings or ()), "contact")
        return f"{one} – {other} · {phrases.count(self._counts[row][self._column], 'contact')}"

    def _show_status(self, told: str, style: str = "dim") -> None:
        what = "who with whom" if self._owner.squared else "the newest first"
        self.status.show(line(told, style), line(what, "dim") if style == "dim" else ())

    # What the person does ---------------------------------------------------------------------------------------------

    @on(Box.Changed)
    def _typed(self) -> None:
        if self.box.value != self._owner.typed:
            self._owner.typed, self._owner.cursor = self.box.value, 0
            self._owner.gateway.contacts(self.box.value)

    def action_filter(self) -> None:
        """Go to the box."""
        self.set_focus(self.box)
        self.box.select_all()

    def action_leave(self) -> None:
        """From the box to the lines, from the table of who with whom to the lines, from there out."""
        if self.focused is self.box:
            self.set_focus(self.list)
        elif self._owner.squared:
            self.action_square()
        else:
            self.dismiss()

    @property
    def _under(self) -> Item | None:
        return self.list.items[self.list.cursor] if self.list.cursor < len(self.list.items) else None

    async def action_go(self) -> None:
        """Show the evidence of a contact, or the contacts of two; from the box, go to the lines."""
        under = self._under
        if self.focused is self.box:
            self.set_focus(self.list)
        elif isinstance(under, Row):
            self._owner.cursor = self.list.cursor
            await self._evidence(under.meeting)
        elif isinstance(under, Pairs) and under.counts[self._column]:
            pair = (self._order[under.number], self._order[self._column])
            self._owner.squared, self._owner.cursor = False, 0
            self.box.value = typed_for(pair, self._names)
            self._show()

    async def _evidence(self, meeting: Meeting) -> None:
        """Go to the words that tell of it; where several articles do, show them all first."""
        if len(meeting.told) == 1:
            self.dismiss()
            self._owner.go_to(meeting.told[0])
            return
        from tui.screens.witnesses import Witnesses

        await self.app.push_screen(Witnesses(self._owner, meeting, self._names, self.dismiss))

    def action_square(self) -> None:
        """Show who is in contact with whom, or the contacts again."""
        self._owner.squared = not self._owner.squared
        self._column = 0
        self._show()

    async def action_export(self) -> None:
        """Choose a format, and write what is shown."""
        if self._meetings:
            await self.app.push_screen(Exporting("contacts", _FORMS, self._export))

    async def _export(self, choice: Choice) -> None:
        self.dismiss()
        self._owner.gateway.export(choice[1], self._meetings or (), self._names)

    def action_move(self, step: int) -> None:
        """Move the cursor; from the box, to the lines."""
        if self.focused is self.box:
            self.set_focus(self.list)
        else:
            super().action_move(step)

    def moved(self) -> None:
        """Keep where one is, or mark the cell that one is at."""
        if self._owner.squared and isinstance(self._under, Pairs):
            self._show_square(self._under.number)
        elif not self._owner.squared:
            self._owner.cursor = self.list.cursor

    def action_across(self, step: int) -> None:
        """Go to another column."""
        if self._owner.squared and isinstance(self._under, Pairs):
            self._column = max(0, min(len(self._order) - 1, self._column + step))
            self._show_square(self._under.number)


def typed_for(actors: Sequence[str], names: Mapping[str, str]) -> str:
    """What to type for the contacts of some actors: their names, where these mean them alone, or their ids."""
    called = list(names.values())
    return " ".join(
        f'"{names[actor]}"' if names.get(actor) and called.count(names[actor]) == 1 else actor for actor in actors
    )


def _nothing(asked: bool) -> list[Item]:
    if asked:
        return [Plain(), Prose("No contact answers all of this.", "strong"),
                Prose("Take a name or a date away; kinds are call, meeting, visit, letter, talks, message.", "dim")]
    return [Plain(), Prose("No article here tells of a call, a meeting or a letter.", "strong")]
