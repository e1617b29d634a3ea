"""The app: settings, themes, the gateway and the main screen, wired together."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from textual import constants, events
from textual.app import App
from textual.driver import Driver

from tui import commands, paths, settings
from tui.gateway import Gateway
from tui.screens.main import MainScreen
from tui.terminal import part_escapes, speaking
from tui.themes import DARK, THEMES, fitting
from tui.widgets.box import Box

_ESCAPE_DELAY = 0.03
"""Seconds after an escape in which what comes is a part of it, as in the sequence that an arrow sends."""


class ReadoutApp(App[None]):
    """The reading room over one folder of articles."""

    CSS_PATH = Path(__file__).with_name("app.tcss")
    TITLE = "Readout"
    ENABLE_COMMAND_PALETTE = False
    ESCAPE_TO_MINIMIZE = False

    def __init__(
        self,
        folder: Path,
        chosen: settings.Settings | None = None,
        gateway: Gateway | None = None,
        *,
        sample: bool = False,
        theme: str = "",
        fresh: bool = False,
    ) -> None:
        # Textual would make shades of grey of our colours for `NO_COLOR`; the terminal's own it leaves out.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.settings = chosen or settings.load(paths.config_file())
        self.animation_level = "none"
        for ours in THEMES.values():
            self.register_theme(ours)
        few = self.console.color_system == "standard"
        self.theme = fitting(theme or self.settings.theme, few_colours=few, no_color=self.no_color)
        commands.choose_keys(self.settings.keys)
        if self.settings.keys:
            self.set_keymap({command: ",".join(keys) for command, keys in self.settings.keys.items()})
        self.gateway = gateway or Gateway(folder)
        self.main: MainScreen | None = None
        self._early: list[events.Key | events.Paste] | None = []
        name = folder.resolve().name or str(folder)
        self._restores = self.settings.restore and not fresh
        self._called = "the sample" if sample else name

    def get_default_screen(self) -> MainScreen:
        """The main screen; the gateway's messages go there, whatever stands above it."""
        screen = MainScreen(self.gateway, self._called, self.settings.complaint)
        screen.reader.set_as(self.settings)
        if self._restores and (last := self.gateway.recall()) is not None:
            screen.resume(last)
        self.gateway.post = screen.post_message
        self.main = screen
        return screen

    def get_driver_class(self) -> type[Driver]:
        """The driver of the platform, made to say everything in fewer bytes."""
        return speaking(super().get_driver_class())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours, for a theme that does not name them."""
        return DARK.variables

    def refresh_css(self, animate: bool = True) -> None:
        """Apply the styles of the theme. Before there is a screen its colours are only kept: all styles are read for
        the screen, and to read them twice would be one part in seventy of the time to the first frame, measured."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def on_mount(self) -> None:
        """Paint all again when the shell gives the terminal back. Leave in order when told to: a signal that broke in
        anywhere could leave the terminal half restored."""
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        if not self.is_headless and sys.platform != "win32":
            for number in (signal.SIGTERM, signal.SIGHUP):
                if signal.getsignal(number) is not signal.SIG_IGN:
                    asyncio.get_running_loop().add_signal_handler(number, partial(self.exit, None, 128 + number))

    async def on_event(self, event: events.Event) -> None:
        """Be done with each key before the next one is looked at.

        Textual posts a key to what has the focus as it arrives, and looks for its command when it has come back up from
        there. Of keys that arrive in one go (a slow line, a paste) those after a command would reach what had the focus
        before it.
        """
        if isinstance(event, events.Resize):
            self._forget()
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            if self._early is not None:
                self._early.append(event)
                return
            if isinstance(event, events.Key) and (both := parted(event)) and not self._is_bound(event.key):
                for key in both:
                    await self.on_event(key)
                return
            if await self._done(event):
                return
        await super().on_event(event)

    def _is_bound(self, key: str) -> bool:
        return key in self.screen.active_bindings

    def _forget(self) -> None:
        """Let all that is drawn from now on be sent whole: the terminal may have lost what it showed."""
        if forget := getattr(self._driver, "forget", None):
            forget()

    def action_draw_anew(self) -> None:
        """Draw all again, whatever another program has written over it."""
        self._forget()
        self.refresh(layout=True)

    async def _done(self, event: events.Key | events.Paste) -> bool:
        """Type it into the box that has the focus, or do its command; whether it was for either."""
        if isinstance(self.focused, Box) and self.focused.take(event):
            return True
        if isinstance(event, events.Key) and self.main is not None and self.screen is self.main:
            self.main.press(event.character or "")
        bound = self.screen.active_bindings.get(event.key) if isinstance(event, events.Key) else None
        return bound is not None and await self.run_action(bound.binding.action, bound.node)

    async def on_ready(self) -> None:
        """Do what was typed before there was anything to type into."""
        early, self._early = self._early or [], None
        for event in early:
            await self._done(event)
        # What is here now stays: the collector need not look at it again.
        gc.freeze()
        gc.enable()

    def on_unmount(self) -> None:
        """Let go of the library."""
        self.gateway.close()


def parted(event: events.Key) -> Sequence[events.Key]:
    """Escape and the key after it, where they came in one go and so look like that key with alt."""
    if not event.key.startswith("alt+") or not event.character:
        return ()
    return events.Key("escape", "\x1b"), events.Key(event.character, event.character)


def run(folder: Path, *, sample: bool = False, theme: str = "", fresh: bool = False) -> int:
    """Open the app on `folder` and stay until the person leaves; the exit code.

    `sample` says that it is the sample. `theme` goes before the one in the settings; `fresh` is not to begin where the
    last visit ended.
    """
    # Until the first frame nothing that is made can be thrown away; looking for it made a quarter of that frame.
    gc.disable()
    # A thread that computes gives way to keys twenty times sooner so: 20 ms to paint one, measured, become 9. And the
    # thread that writes has the first frame out before the next one is made.
    sys.setswitchinterval(0.0005)
    # An escape that nothing follows is known for one in a third of the time; what belongs to it comes in one go.
    if "ESCDELAY" not in os.environ:
        constants.ESCAPE_DELAY = _ESCAPE_DELAY  # type: ignore[misc]
    part_escapes()
    app = ReadoutApp(folder, sample=sample, theme=theme, fresh=fresh)
    try:
        app.run(mouse=app.settings.mouse)
    finally:
        # After a crash or a signal, too: what was being read shall not be lost with it.
        if app.main is not None and app.settings.restore:
            app.gateway.remember(app.main.left())
    return app.return_code or 0
