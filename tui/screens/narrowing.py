"""What results have in common, to narrow them by it or to widen them again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on

from tui import chips
from tui.chips import Chip
from tui.messages import Faceted
from tui.screens.chooser import Chooser, Option, Take, matching
from tui.text.lines import Piece, line
from tui.widgets.virtual_list import Item, Plain

if TYPE_CHECKING:
    from index.model import FacetValue, Page

_NOT = "-"


class Narrowing(Chooser):
    """First what narrows the query already, each part to be taken off; then what narrows it further. Where a minus is
    typed first, all is turned about: what is chosen is excluded."""

    nothing = "Counting …"
    hint = "enter narrows, or takes off · - before it excludes · esc closes"

    def __init__(self, page: Page, faceted: Faceted | None, take: Take) -> None:
        super().__init__("Narrow by", "filter", take)
        self._page = page
        self._faceted = faceted

    @on(Faceted)
    def show_faceted(self, faceted: Faceted) -> None:
        """Show what was counted."""
        faceted.stop()
        self._faceted = faceted
        self.show_options()

    def options(self, text: str) -> Sequence[Item]:
        """What narrows the query, what could, each under its heading."""
        if self._faceted is not None:
            self.nothing = "The results have nothing in common that could be counted."
        turned = text.lstrip().startswith(_NOT)
        text = text.lstrip().removeprefix(_NOT)
        if self._faceted is not None and text.strip():
            self.nothing = "Nothing of that name: of each kind the most frequent alone are here."
        groups = {"on now": [_off(chip, turned) for chip in chips.put_on(self._page)]}
        for facet in self._faceted.facets if self._faceted else ():
            groups[facet.name] = [_on(self._page.query, value, turned) for value in facet.values]
        items: list[Item] = []
        for title, options in groups.items():
            if found := matching(options, text) if text.strip() else options:
                items += [Plain([line(f" {title}", "heading")]), *found, Plain()]
        return items


def _off(chip: Chip, turned: bool) -> Option:
    sign, query = (" ± ", chip.turned) if turned else (" ✕ ", chip.query)
    return Option([Piece(sign, "mark")], Piece(chip.label), chip.label.lower(), ("search", query))


def _on(query: str, value: FacetValue, turned: bool) -> Option:
    chip = chips.chip(query, value)
    lead = [Piece(f"{value.count:>7,}  ", "dim"), *([Piece("not ", "mark")] if turned else [])]
    words = f"{value.label} {value.typed}".lower()
    return Option(lead, Piece(value.label), words, ("search", chip.turned if turned else chip.query))
