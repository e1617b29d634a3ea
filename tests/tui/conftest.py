"""The app over the small library, so that it can be tested without an index."""

from __future__ import annotations

import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.small_library import FakeLibrary
from tui.app import ReadoutApp
from tui.gateway import Gateway
from tui.settings import Settings

SIZES = [(120, 40), (80, 24), (40, 12)]
"""Of terminals: three panes, two, one."""


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary()


@pytest.fixture
def slow_gate() -> Iterator[threading.Event]:
    """Holds the opening of the library back until it is set."""
    gate = threading.Event()
    yield gate
    gate.set()


Open = Callable[..., Any]


@pytest.fixture
def opened(library: FakeLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Runs the app over the small library, for somebody who has opened others: `async with opened(size=…) as (app,
    pilot)`."""
    monkeypatch.setenv("READOUT_CACHE", str(tmp_path / "cache"))
    (tmp_path / "cache" / "corpora").mkdir(parents=True)

    @asynccontextmanager
    async def run(
        size: tuple[int, int] = (120, 40), connect: Callable[..., Any] | None = None, wait: bool = True
    ) -> AsyncIterator[tuple[ReadoutApp, Pilot[None]]]:
        gateway = Gateway(tmp_path, connect or (lambda folder, progress: library))
        app = ReadoutApp(tmp_path, Settings("dark"), gateway)
        async with app.run_test(size=size) as pilot:
            if wait:
                await until(pilot, lambda: app.main.session.article is not None and app.main.session.found)
            yield app, pilot

    return run


async def until(pilot: Pilot[Any], holds: Callable[[], Any], seconds: float = 30) -> None:
    """Let the app go on until `holds()`; fail if it never does, even on a busy machine."""
    give_up = time.monotonic() + seconds
    while time.monotonic() < give_up:
        if holds():
            await pilot.pause()
            return
        await pilot.pause(0.01)
    raise AssertionError("it never came to hold")


@pytest.fixture(name="until")
def _until() -> Callable[..., Any]:
    return until


def current(app: ReadoutApp) -> str | None:
    """The words of the passage one is at."""
    session = app.main.session
    if session.current is None or session.article is None:
        return None
    return session.article.text[session.current.start : session.current.end]


@pytest.fixture
def screen_text() -> Callable[[ReadoutApp], str]:
    """What stands on the screen, as plain text."""

    def read(app: ReadoutApp) -> str:
        return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())

    return read
