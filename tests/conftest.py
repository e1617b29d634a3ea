"""What all tests share."""

from __future__ import annotations

import os

import pytest


@pytest.fixture(autouse=True, scope="session")
def own_data(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test reads or writes what the person who runs it has decided."""
    os.environ["READOUT_DATA"] = str(tmp_path_factory.mktemp("data"))
