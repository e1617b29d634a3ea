"""Choosing the form in which a list is written to a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.screens.chooser import Chooser, Option, Take, matching
from tui.text.lines import Piece
from tui.widgets.virtual_list import Item


class Exporting(Chooser):
    """The forms by name, with what each is."""

    hint = "enter writes · esc closes"
    all_there = True

    def __init__(self, what: str, forms: Mapping[str, str], take: Take) -> None:
        super().__init__(f"Write the {what}", "filter", take)
        self._forms = forms

    def options(self, text: str) -> Sequence[Item]:
        """The forms that fit."""
        return matching([_option(form, words) for form, words in self._forms.items()], text)


def _option(form: str, words: str) -> Option:
    return Option([Piece(f" {form:<9}")], Piece(words, "dim"), f"{form} {words}".lower(), ("form", form))
