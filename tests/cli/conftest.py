"""The command line, run inside the tests' own process: quick, and still the whole of it."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tui.cli.main import main

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@dataclass(frozen=True)
class Done:
    """What a command did."""

    code: int
    out: str
    err: str


Tui = Callable[..., Done]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where all of these tests keep what they derive: the sample is built once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus of one good article."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "good.txt").write_text("Ada speaks\n\n“It works,” Ada Lovelace said on Monday.\n", encoding="utf-8")
    return folder


@pytest.fixture
def tui(cache: Path, monkeypatch: pytest.MonkeyPatch) -> Tui:
    """Run `tui` with these words, on the sample unless another corpus is named, not at a terminal."""
    for name in [name for name in os.environ if name.startswith("READOUT_")]:
        monkeypatch.delenv(name)
    for place in ("CACHE", "DATA", "CONFIG"):
        monkeypatch.setenv(f"READOUT_{place}", str(cache))
    monkeypatch.setenv("READOUT_CORPUS", str(SEEDS))
    return run


def run(*argv: str | Path) -> Done:
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main([str(word) for word in argv])
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 1
    return Done(code, *(_text(stream) for stream in (out, err)))


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode()
