"""The bare app: what Textual itself costs, with a box to type into and a footer. Others are measured against it."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Footer, Input


class Bare(App[None]):
    """An Input and a Footer."""

    def compose(self) -> ComposeResult:
        yield Input(placeholder="bare app")
        yield Footer()


if __name__ == "__main__":
    Bare().run()
