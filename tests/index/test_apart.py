"""Building in a process of its own: what it prints is its steps, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import cache
from index.apart import build_apart
from index.errors import CacheError
from index.model import Progress

LOUD = """
from index.model import Block
from index.reading.choose import Format
from index.reading.draft import Draft

def read(source):
    print("I am reading", source.name)
    yield Draft("They met.", (Block(kind="paragraph", start=0, end=9),), "loud")

FORMAT = Format("loud", (".loud",), read)
"""


@pytest.fixture
def loud(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader of others is installed, and prints."""
    place = tmp_path / "installed"
    (place / "loud-1.dist-info").mkdir(parents=True)
    (place / "loud.py").write_text(LOUD)
    (place / "loud-1.dist-info" / "METADATA").write_text("Name: loud\nVersion: 1\n")
    (place / "loud-1.dist-info" / "entry_points.txt").write_text("[readout.readers]\nloud = loud:FORMAT\n")
    monkeypatch.setenv("PYTHONPATH", str(place))


@pytest.mark.usefixtures("loud")
def test_what_the_libraries_of_others_print_is_no_step(tmp_path: Path) -> None:
    corpus, home = tmp_path / "corpus", tmp_path / "home"
    corpus.mkdir()
    (corpus / "a.loud").write_text("?")
    steps: list[Progress] = []
    build_apart(corpus, home, steps.append)
    assert {step.stage for step in steps} == {"reading", "joining", "indexing"}
    found = cache.manifest(home)
    assert found is not None
    assert found.glance.articles == 1


def test_what_stops_it_is_raised_here(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They met.\n")
    (tmp_path / "home").write_text("a file where a folder is to be")
    with pytest.raises(CacheError, match="cannot be written") as raised:
        build_apart(tmp_path, tmp_path / "home")
    assert "READOUT_CACHE" in raised.value.hint
