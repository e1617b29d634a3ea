"""The app: settings, themes, the gateway and the main screen, wired together."""

from __future__ import annotations

import gc
from pathlib import Path

from textual.app import App

from tui import paths, settings
from tui.gateway import Gateway
from tui.screens.main import MainScreen
from tui.themes import DARK, THEMES


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
    ) -> None:
        super().__init__()
        self.settings = chosen or settings.load(paths.config_file())
        self.animation_level = "none"
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = self.settings.theme
        self.gateway = gateway or Gateway(folder)
        self.main: MainScreen | None = None
        name = folder.resolve().name or str(folder)
        self._called = f"{name} (sample)" if sample else name

    def get_default_screen(self) -> MainScreen:
        """The main screen; the gateway's messages go there, whatever stands above it."""
        screen = MainScreen(self.gateway, self._called, self.settings.complaint)
        self.gateway.post = screen.post_message
        self.main = screen
        return screen

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours, for a theme that does not name them."""
        return DARK.variables

    def on_ready(self) -> None:
        """What is here now stays: the collector need not look at it again."""
        gc.freeze()
        gc.enable()

    def on_unmount(self) -> None:
        """Let go of the library."""
        self.gateway.close()


def run(folder: Path, *, sample: bool = False) -> int:
    """Open the app on `folder` and stay until the person leaves; the exit code. `sample` says that it is the sample."""
    # Until the first frame nothing that is made can be thrown away; looking for it made a quarter of that frame.
    gc.disable()
    app = ReadoutApp(folder, sample=sample)
    app.run()
    return app.return_code or 0
