"""The app on a real terminal; what it keeps, it keeps among the tests."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import pytest

from benchmarks.terminal import Terminal

ROOT = Path(__file__).resolve().parents[2]
TUI = [sys.executable, "-m", "tui"]


class Start(Protocol):
    """Starts the app with these words, or another program, on a terminal of a size."""

    def __call__(
        self, *words: str, size: tuple[int, int] = (120, 40), program: Sequence[str] = TUI, **env: str
    ) -> Terminal: ...


def environment(cache: Path, data: Path) -> dict[str, str]:
    """What a program needs to know so that it keeps what it keeps among the tests, and opens the sample."""
    return {
        "PYTHONPATH": str(ROOT), "READOUT_CACHE": str(cache), "READOUT_DATA": str(data),
        "READOUT_CONFIG": str(cache / "config"), "READOUT_CORPUS": str(ROOT / "seeds"),
        "SSH_CONNECTION": "so that the terminal alone is asked to copy",
    }  # fmt: skip


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where all of these tests keep what they derive: the sample is read once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Where a test keeps what it decides."""
    return tmp_path / "data"


@pytest.fixture
def start(cache: Path, data: Path, tmp_path: Path) -> Start:
    def start(
        *words: str, size: tuple[int, int] = (120, 40), program: Sequence[str] = TUI, **env: str
    ) -> Terminal:
        columns, rows = size
        env = environment(cache, data) | env
        return Terminal([*program, *words], columns=columns, rows=rows, env=env, cwd=tmp_path)

    return start
