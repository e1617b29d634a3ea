"""A box of one line to type into."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input

_NOT_OURS = {"enter", "ctrl+c,super+c"}


class Box(Input, inherit_bindings=False):
    """Textual's input in one row, with a cursor that does not blink. What enter does is for its owner to say.

    A character among `idle` is not taken as the first one: it would mean nothing there.
    """

    DEFAULT_CSS = """
    Box, Box:focus { height: 1; border: none; padding: 0 1; background-tint: transparent 0%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        binding for binding in Input.BINDINGS if isinstance(binding, Binding) and binding.key not in _NOT_OURS
    ]

    def __init__(self, *, placeholder: str, id: str | None = None, idle: str = "") -> None:  # noqa: A002
        super().__init__(placeholder=placeholder, id=id, select_on_focus=False)
        self.cursor_blink = False
        self._idle = idle

    def take(self, event: events.Key | events.Paste) -> bool:
        """Type what the event brings, at once; whether it brings something to type."""
        words = event.text.partition("\n")[0] if isinstance(event, events.Paste) else event.character or ""
        if not words.isprintable() or not words:
            return False
        if self.value or words not in self._idle:
            self.replace(words, *sorted(self.selection))
        return True
