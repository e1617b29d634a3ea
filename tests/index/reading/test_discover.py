"""Which files of a folder are read, and which folders cannot be listed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from index.model import Problem
from index.reading import articles_in, discover


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus with a folder in it that nobody may list, whoever runs the tests."""
    scandir = os.scandir

    def guarded(path: str) -> Any:
        if path.endswith("locked"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    (tmp_path / "locked").mkdir()
    (tmp_path / "a.txt").write_text("Talks\n\nThey met.\n")
    return tmp_path


def test_a_folder_that_cannot_be_listed_is_named(locked: Path) -> None:
    found = discover(locked)
    assert [one.file for one in found] == ["a.txt", "locked/"]
    (problem,) = articles_in(found[1])
    assert isinstance(problem, Problem)
    assert (problem.file, problem.reason.startswith("the folder cannot be read: ")) == ("locked/", True)


def test_one_that_is_to_be_ignored_is_not(locked: Path) -> None:
    (locked / "readout.toml").write_text('ignore = ["locked/*"]\n')
    assert [one.file for one in discover(locked)] == ["a.txt"]


def test_links_that_lead_in_a_circle_or_nowhere_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Talks\n\nThey met.\n")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(tmp_path / "fifo.txt")
    assert [one.file for one in discover(tmp_path)] == ["in/a.txt"]
