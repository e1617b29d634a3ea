"""The palette: any command, actor or article by name."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from tui import phrases
from tui.commands import COMMANDS, Command, key_of
from tui.messages import Looked
from tui.screens.chooser import Chooser, Option, Take, matching, nearness
from tui.screens.saved import option
from tui.settings import THEMES
from tui.text.lines import Piece, line
from tui.themes import hue
from tui.widgets.virtual_list import Item, Plain

if TYPE_CHECKING:
    from index.model import ActorLine, Hit
    from tui.gateway import Gateway
    from tui.searches import Saved


_FAR = 2
"""The nearness of what holds the typed letters only somewhere within a word: "lind" in "colour-blind"."""
_PATIENCE = 0.5
"""Seconds that what was typed may take to be found, when enter comes at once."""


class Palette(Chooser):
    """Commands that work now at once; actors and articles as soon as the library answers."""

    def __init__(self, gateway: Gateway, facts: frozenset[str], saved: Sequence[Saved], take: Take) -> None:
        super().__init__("Go to", "command, search, actor, article", take)
        self._came = asyncio.Event()
        self._gateway = gateway
        self._commands = [_command(command) for command in COMMANDS if command.works(facts)]
        self._saved = [option(search) for search in saved]
        self._themes = [_theme(name) for name in THEMES]
        self._looked: Looked | None = None

    @on(Input.Changed)
    def ask(self) -> None:
        """Ask the library too."""
        if self.box.value.strip():
            self._gateway.look(self.box.value)

    @on(Looked)
    def show_looked(self, looked: Looked) -> None:
        """Show the actors and articles that the library knows by these words."""
        looked.stop()
        if looked.text == self.box.value:
            self._looked = looked
            self.show_options()
            self._came.set()

    async def action_choose(self) -> None:
        """Do what the cursor stands on; where no command fits well, wait a moment for actors and articles."""
        self._came.clear()
        self.show_options()
        text = self.box.value
        fits = self.option is not None and (nearness(self.option, text) or 0) < _FAR
        if text.strip() and not fits and (self._looked is None or self._looked.text != text):
            self.ask()
            with suppress(TimeoutError):
                async with asyncio.timeout(_PATIENCE):
                    await self._came.wait()
        await super().action_choose()

    def options(self, text: str) -> Sequence[Item]:
        """What fits: commands, actors, articles, each under its heading; the headings with what fits best first."""
        looked = self._looked if self._looked and text.strip() and self._looked.text == text else None
        self.nothing = "Nothing of that name." if looked or not text.strip() else "Looking …"
        groups: dict[str, Sequence[Option]] = {
            "Commands": matching(self._commands, text),
            "Searches": matching(self._saved, text),
            "Actors": [_actor(actor) for actor in looked.actors] if looked else (),
            "Articles": [_article(hit) for hit in looked.page.hits] if looked and looked.page else (),
            "Themes": matching(self._themes, text),
        }
        items: list[Item] = []
        found = [(title, options) for title, options in groups.items() if options]
        for title, options in sorted(found, key=lambda group: nearness(group[1][0], text) == _FAR):
            items += [Plain([line(f" {title}", "heading")]), *options, Plain()]
        return items


def _command(command: Command) -> Option:
    lead = [Piece(f" {command.name:<19}"), Piece(f"{key_of(command.id):<11}", "key")]
    words = f"{command.name} {command.doc}".lower()
    return Option(lead, Piece(command.doc, "dim"), words, ("command", command.id))


def _theme(name: str) -> Option:
    return Option([Piece(f" {name}")], Piece(""), f"theme {name}", ("theme", name))


def _actor(actor: ActorLine) -> Option:
    lead = [Piece(f" {phrases.letter(actor)} ", hue(actor.id)), Piece(f"{actor.name}  ")]
    return Option(lead, Piece(actor.role or "", "dim"), "", ("actor", actor.id))


def _article(hit: Hit) -> Option:
    lead = [Piece(f" {hit.title or hit.file}  ")]
    return Option(lead, Piece(phrases.when(hit.published), "dim"), "", ("article", hit.id))
