"""The list of keys: all commands, those of the focused pane first, to filter and to choose from; those of a list."""

from __future__ import annotations

from collections.abc import Sequence

from tui.commands import OWNERS, Command, Owner, explained, shown
from tui.screens.chooser import Chooser, Option, Take, matching
from tui.text.lines import Piece, line
from tui.widgets.virtual_list import Item, Plain

_KEYS = 13


def option(command: Command, facts: frozenset[str]) -> Option:
    """A command as a line: keys, what it does; dim where it would do nothing now."""
    keys = " ".join(map(shown, command.keys))
    works = command.works(facts)
    lead = [Piece(f" {keys:<{_KEYS}}", "key" if works else "dim")]
    words = f"{command.name} {command.doc} {keys}".lower()
    return Option(lead, Piece(command.doc, "" if works else "dim"), words, ("command", command.id))


class Help(Chooser):
    """What the keys do."""

    nothing = "No command of that name."
    hint = "enter does it · esc closes"

    def __init__(self, pane: Owner, facts: frozenset[str], take: Take) -> None:
        super().__init__("Keys", "filter", take)
        self._groups = [
            (owner, [option(command, facts) for command in commands]) for owner, commands in explained(pane)
        ]

    def options(self, text: str) -> Sequence[Item]:
        """The commands that fit, under their panes."""
        items: list[Item] = []
        for owner, options in self._groups:
            if found := matching(options, text):
                items += [Plain(), Plain([line(f" {OWNERS[owner]}", "heading")]), *found]
        return items


class KeysOfList(Chooser):
    """What the keys of a list over the whole screen do."""

    hint = "enter does it · esc closes"
    nothing = "No key for that."
    all_there = True

    def __init__(self, title: str, keys: Sequence[tuple[str, str, str]], take: Take) -> None:
        super().__init__(f"Keys · {title}", "filter", take)
        self._options = [
            Option([Piece(f" {key:<{_KEYS}}", "key")], Piece(doc), f"{doc} {key}".lower(), ("action", action))
            for key, doc, action in keys
        ]

    def options(self, text: str) -> Sequence[Item]:
        """Those that fit."""
        return matching(self._options, text)
