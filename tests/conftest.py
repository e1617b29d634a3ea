"""What all tests share."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

# How long an example takes says how busy the machine is, and nothing about the example.
settings.register_profile("readout", deadline=None)
settings.load_profile("readout")


@pytest.fixture(autouse=True, scope="session")
def own_places(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test reads or writes what the person who runs it has decided, set or derived."""
    for variable in ("READOUT_DATA", "READOUT_CONFIG", "READOUT_CACHE"):
        os.environ[variable] = str(tmp_path_factory.mktemp(variable.lower()))


@pytest.fixture
def collected() -> Iterator[None]:
    """Whoosh leaves the file of a broken index open, until it is collected: before another test is blamed for it."""
    yield
    gc.collect()
