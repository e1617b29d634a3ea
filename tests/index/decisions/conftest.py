"""A corpus to decide about, with an index and a ledger of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.build import build
from tests.index.decisions.fish import TALKS, TARIFFS


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("READOUT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("READOUT_DATA", str(tmp_path / "data"))
    # In this process: a new one would take most of the time.
    monkeypatch.setattr("index.opening.build_apart", build)
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(TALKS, encoding="utf-8")
    (folder / "b.txt").write_text(TARIFFS, encoding="utf-8")
    return folder
