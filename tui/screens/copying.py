"""Choosing the form in which words, or their article, are copied."""

from __future__ import annotations

from collections.abc import Sequence

from tui.citing import FORMS
from tui.screens.chooser import Chooser, Option, Take, matching
from tui.text.lines import Piece, line
from tui.widgets.virtual_list import Item


class CopyAs(Chooser):
    """The forms by name."""

    hint = "enter copies · esc closes"
    all_there = True

    def __init__(self, take: Take) -> None:
        super().__init__("Copy as", "filter", take)

    def options(self, text: str) -> Sequence[Item]:
        """The forms that fit."""
        return matching([_option(name, what) for name, (_, what) in FORMS.items()], text)


def _option(name: str, what: str) -> Option:
    return Option(line(f" {name:<10}"), Piece(what, "dim"), f"{name} {what}".lower(), ("copy", name))
