"""The articles that say the same as one: who else printed it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui import phrases
from tui.screens.chooser import Chooser, Option, Take, matching
from tui.text.lines import Piece
from tui.widgets.virtual_list import Item

if TYPE_CHECKING:
    from index.model import Copy

_DAY = 13


class Copied(Chooser):
    """Each with its date, outlet and file; enter reads it."""

    hint = "enter reads · esc closes"
    nothing = "None of that name."

    def __init__(self, title: str, copies: Sequence[Copy], take: Take) -> None:
        super().__init__(f"The same as “{title}”", "filter", take)
        self._options = [_option(copy) for copy in copies]

    def options(self, text: str) -> Sequence[Item]:
        """Those that fit."""
        return matching(self._options, text)


def _option(copy: Copy) -> Option:
    outlet = copy.outlet or "outlet ?"
    more = " · ".join(dict.fromkeys(filter(None, (copy.title, copy.file))))
    lead = [Piece(f" {phrases.when(copy.published) or 'date ?':<{_DAY}}"), Piece(f"{outlet}  ", "strong")]
    return Option(lead, Piece(more, "dim"), f"{outlet} {more}".lower(), ("article", copy.article))
