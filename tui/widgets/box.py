"""A box of one line to type into."""

from __future__ import annotations

from textual.widgets import Input


class Box(Input):
    """Textual's input in one row, with a cursor that does not blink."""

    DEFAULT_CSS = """
    Box, Box:focus { height: 1; border: none; padding: 0 1; background-tint: transparent 0%; }
    """

    def __init__(self, *, placeholder: str, id: str | None = None) -> None:  # noqa: A002
        super().__init__(placeholder=placeholder, id=id, select_on_focus=False)
        self.cursor_blink = False
