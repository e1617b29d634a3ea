"""The timeline: how much there is in each stretch of time; enter narrows the search to one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.binding import BindingType

from tui import phrases, timeline
from tui.commands import with_keys
from tui.exports import timeline_as_csv
from tui.messages import Timed
from tui.screens.chooser import Take
from tui.screens.listing import Listing
from tui.text.lines import Piece, line
from tui.widgets.bar import Bar
from tui.widgets.prose import Prose
from tui.widgets.virtual_list import Plain

if TYPE_CHECKING:
    from textual.widget import Widget

    from index.model import Timeline, Unit
    from tui.gateway import Gateway

Write = Callable[[str, str, str], None]
"""Writes a table to a file of a name, and tells so: the name, what to call it, its text."""
_KEYS: dict[str, Unit] = {unit[0]: unit for unit in timeline.UNITS}
_ROOMY = 72
"""The width from which on the keys of all units are shown."""


class Over(NamedTuple):
    """What is shown over time: the articles of a query, those that name an actor. `called` is what a person reads."""

    query: str
    actor: str | None
    called: str


class Timing(Listing):
    """A line a period, over the whole screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *[(key, f"unit('{unit}')", f"Count by {unit}.") for key, unit in _KEYS.items()],
        ("x,X", "export", "Write the timeline to a file, as a table."),
        ("O", "dismiss", "Close the timeline."),
    ]

    def __init__(self, gateway: Gateway, over: Over, take: Take, write: Write) -> None:
        super().__init__("Timeline", "enter narrows the search · ? keys · x exports · esc closes")
        self._gateway, self._over, self._take, self._write = gateway, over, take, write
        self._timeline: Timeline | None = None
        self.heads = Bar(id="listing-heads")

    def parts(self) -> Iterable[Widget]:
        """The heads of the columns above the lines."""
        return self.status, self.heads, self.list

    def on_mount(self) -> None:
        """Ask for it, by the unit that fits."""
        self._show_status()
        self._gateway.timeline(self._over.query, self._over.actor)

    @on(Timed)
    def show_timeline(self, answer: Timed) -> None:
        """Show what was counted, the latest period under the cursor."""
        answer.stop()
        self._timeline = answer.timeline
        items = timeline.rows(answer.timeline)
        if items:
            self.list.show(items, len(items) - 1, rows=1)
        else:
            advice = with_keys("{app.source} on an article says when it was published.")
            self.list.show([Plain(), Prose("No article here has a date.", "strong"), Prose(advice, "dim")])
        self._show_status()
        self._show_heads()

    def on_resize(self) -> None:
        """Set the heads over their columns anew."""
        super().on_resize()
        self._show_heads()

    def _show_heads(self) -> None:
        if self._timeline is not None and self._timeline.periods:
            heads = timeline.heads(self.app.size.width - 4, self._timeline.unit)
            self.heads.show([Piece(" "), *heads])

    def _show_status(self) -> None:
        shown = self._timeline
        told = [self._over.called or "everything", "counting …"]
        keys: list[Piece] = []
        if shown is not None:
            dated = sum(period.articles for period in shown.periods)
            told[1:] = [phrases.count(dated, "article")] if dated or not shown.undated else []
            unit = shown.unit if shown.periods else "date"
            told += [f"{shown.undated:,} without a {unit}"] if shown.undated else []
            for key, unit in _KEYS.items():
                keys += [Piece(f"  {key} ", "key"), Piece(unit, "strong mark" if unit == shown.unit else "dim")]
            if self.app.size.width < _ROOMY:
                keys = [Piece(" ".join(_KEYS), "key"), Piece(f" by {shown.unit}", "dim")]
        self.status.show(line(" · ".join(told), "dim"), keys)

    def action_unit(self, unit: Unit) -> None:
        """Count by another unit."""
        self._gateway.timeline(self._over.query, self._over.actor, unit)

    def action_export(self) -> None:
        """Write it to a file."""
        shown = self._timeline
        if shown is not None and shown.periods:
            self.dismiss()
            told = f"The timeline by {shown.unit}, {phrases.count(len(shown.periods), shown.unit)},"
            self._write("timeline", told, timeline_as_csv(shown))

    async def action_go(self) -> None:
        """Search within the period."""
        under = self.list.items[self.list.cursor] if self.list.cursor < len(self.list.items) else None
        if isinstance(under, timeline.Stretch):
            query = self._over.query
            if self._over.actor is not None:
                query = f'actor:"{self._over.called}"'
            self.dismiss()
            await self._take(("search", timeline.narrowed(query, under.period.typed)))
