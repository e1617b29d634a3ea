"""Nothing of the app is without a counterpart in plain lines. That these can be typed is tested on a terminal."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from itertools import chain

from textual.screen import Screen

from tui import screens
from tui.cli.counterparts import COUNTERPARTS, IN_THE_HAND
from tui.commands import COMMANDS, OWNERS
from tui.screens.forms import Form

PARTS = set(chain.from_iterable(each.parts for each in COUNTERPARTS))
LED_TO = set(chain.from_iterable(each.commands for each in COUNTERPARTS))


def shown(base: type) -> Iterator[type]:
    """The classes of the app that are made from `base` and that nothing else is made from."""
    for found in base.__subclasses__():
        if found.__module__.startswith("tui."):
            yield from shown(found) if found.__subclasses__() else (found,)
        else:
            yield from shown(found)


def test_every_screen_dialog_and_pane_has_one() -> None:
    for module in pkgutil.iter_modules(screens.__path__, "tui.screens."):
        importlib.import_module(module.name)
    there = {found.__name__ for base in (Screen, Form) for found in shown(base)} | OWNERS.keys() - {"app"}
    assert len(there) > 20
    assert there == PARTS


def test_every_command_leads_to_one_or_shows_nothing() -> None:
    assert {command.id for command in COMMANDS} == LED_TO | IN_THE_HAND
    assert not LED_TO & IN_THE_HAND
