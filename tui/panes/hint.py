"""What whoever is here for the first time need know, in four lines under the results."""

from __future__ import annotations

from textual.strip import Strip

from tui.commands import key_of, with_keys
from tui.text.lines import Piece, line, spread
from tui.widgets.styled import Styled

_KEYS = 7


class Hint(Styled):
    """It stands there until an article is read, and never takes the keys."""

    DEFAULT_CSS = "Hint { width: 1fr; height: 5; }"

    def __init__(self) -> None:
        super().__init__(id="hint")
        self._lines = (
            ("type", "answers come at once"),
            (key_of("search.open"), "to them, and to read"),
            (key_of("article.next_quotation"), "to the next quotation"),
            (key_of("app.leave"), with_keys("then {app.help} keys, {app.quit} leaves")),
        )

    def render_line(self, y: int) -> Strip:
        """A rule, or a key and what it leads to."""
        width = self.size.width
        if not 0 < y <= len(self._lines):
            return self.strip(spread((), (), width, "─"), width)
        key, leads = self._lines[y - 1]
        return self.strip([Piece(f" {key:<{_KEYS}}", "key"), *line(leads, "dim")], width)
