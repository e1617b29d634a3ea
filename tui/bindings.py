"""Bindings of keys, derived from the table of commands: the usual ones. The app lays over them what a person chose."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.commands import COMMANDS, Owner


def everywhere() -> list[BindingType]:
    """For the main screen: the commands that work from all panes."""
    return [
        Binding(key, f"screen.do('{command.id}')", command.name, show=False, id=command.id)
        for command in COMMANDS
        if command.everywhere
        for key in command.usual
    ]


def of_pane(owner: Owner) -> list[BindingType]:
    """For a pane: the commands that work in it alone."""
    return [
        Binding(key, f"screen.do('{command.id}')", command.name, show=False, id=command.id)
        for command in COMMANDS
        if command.owner == owner and not command.everywhere
        for key in command.usual
    ]
