"""A corpus to decide about."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.index.decisions.fish import TALKS, TARIFFS


@pytest.fixture
def corpus(own_home: Path) -> Path:
    folder = own_home / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(TALKS, encoding="utf-8")
    (folder / "b.txt").write_text(TARIFFS, encoding="utf-8")
    return folder
