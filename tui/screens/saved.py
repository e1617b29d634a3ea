"""The searches that are kept: run one, keep the present one, forget one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType

from tui.messages import Counted
from tui.screens.chooser import Chooser, Option, Take, matching
from tui.text.lines import Line, Piece, line
from tui.widgets.virtual_list import Item, Plain

if TYPE_CHECKING:
    from tui.screens.recalling import Recalling
    from tui.searches import Saved

_NAME = 24


def option(saved: Saved, total: int = 0) -> Option:
    """A kept search as a line: name, what has come to its `total` since one looked, what is typed for it."""
    new = total - saved.seen
    since = f"+{new:,} new" if new > 0 else ""
    lead: Line = [Piece(f" {saved.name:<{_NAME}} "), Piece(f"{since:<10}", "mark")]
    return Option(lead, Piece(saved.query, "dim"), f"{saved.name} {saved.query}".lower(), ("saved", saved.name))


class SavedSearches(Chooser):
    """What is typed filters, or is the name under which to keep the present search."""

    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+r", "forget", "Forget")]
    all_there = True
    nothing = "No search is kept yet. Type one, then come back here and give it a name."

    def __init__(self, recalling: Recalling, query: str, take: Take) -> None:
        super().__init__("Searches", "filter, or a name to keep it under", take)
        self._recalling = recalling
        self._query = query.strip()
        self._totals: Mapping[str, int] = {}

    @on(Counted)
    def show_counted(self, counted: Counted) -> None:
        """Show how many articles have come."""
        counted.stop()
        self._totals = counted.totals
        self.show_options(self.list.cursor)

    def options(self, text: str) -> Sequence[Item]:
        """The kept searches that fit, and keeping the present one."""
        saved = self._recalling.searches.saved
        items: list[Item] = [*matching([option(each, self._totals.get(each.name, 0)) for each in saved], text)]
        name = text.strip() or self._query
        if self._query and (text.strip() or self._query not in {each.query for each in saved}):
            keep = Option(line(f" {'keep as':<8} "), Piece(f"“{name}”  {self._query}", "dim"), "", ("keep", name))
            items += [*([Plain()] if items else []), keep]
        return items

    @property
    def keys(self) -> str:
        """What the keys do with a search that is kept, or with the present one."""
        match self.option:
            case Option(choice=("saved", _)):
                return "enter runs it · ctrl+r forgets it · esc closes"
            case Option(choice=("keep", _)):
                return "enter keeps it · esc closes"
        return self.hint

    def action_forget(self) -> None:
        """Forget the search under the cursor."""
        match self.option:
            case Option(choice=("saved", name)):
                self._recalling.forget(name)
                self.show_options(self.list.cursor)
