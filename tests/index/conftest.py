"""What tests of the library share."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.build import build


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the test's own, in which also stands what Readout derives and what is decided."""
    monkeypatch.setenv("READOUT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("READOUT_DATA", str(tmp_path / "data"))
    # Indexes are built in this process: a new one would take most of the time.
    monkeypatch.setattr("index.opening.build_apart", build)
    return tmp_path
