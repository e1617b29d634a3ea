"""What results have in common, to narrow them by it or to widen them again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from textual import on

from tui.messages import Faceted
from tui.narrowing import parts, without
from tui.screens.chooser import Choice, Chooser, Option, matching
from tui.text.lines import Piece, line
from tui.widgets.virtual_list import Item, Plain

if TYPE_CHECKING:
    from index.model import FacetValue

class Narrowing(Chooser):
    """First the parts of the query that narrow it already, each to be taken off; then what narrows it further."""

    nothing = "Counting …"

    def __init__(self, query: str, take: Callable[[Choice], Awaitable[None]]) -> None:
        super().__init__("Narrow by", "filter; enter narrows, or takes off", take)
        self._query = query
        self._faceted: Faceted | None = None

    @on(Faceted)
    def show_faceted(self, faceted: Faceted) -> None:
        """Show what was counted."""
        faceted.stop()
        self._faceted = faceted
        self.nothing = "The results have nothing in common that could be counted."
        self.show_options()

    def options(self, text: str) -> Sequence[Item]:
        """What narrows the query, what could, each under its heading."""
        on = parts(self._query)
        groups = {"on now": [self._off(part) for part in on]}
        for facet in self._faceted.facets if self._faceted else ():
            groups[facet.name] = [self._on(value) for value in facet.values if value.typed not in on]
        items: list[Item] = []
        for title, options in groups.items():
            if found := matching(options, text) if text.strip() else options:
                items += [Plain([line(f" {title}", "heading")]), *found, Plain()]
        return items

    def _off(self, part: str) -> Option:
        return Option([Piece(" ✕ ", "mark")], Piece(part), part.lower(), ("search", without(self._query, part)))

    def _on(self, value: FacetValue) -> Option:
        query = f"{self._query.strip()} {value.typed}".strip()
        words = f"{value.label} {value.typed}".lower()
        return Option([Piece(f"{value.count:>7,}  ", "dim")], Piece(value.label), words, ("search", query))
