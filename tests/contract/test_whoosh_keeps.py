"""How the Whoosh engine stands up to what goes wrong while it writes."""

from __future__ import annotations

import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import pytest

from index.engines.whoosh import open_engine, prepared, write_engine
from index.errors import CacheError
from index.query import parse


@pytest.fixture
def folder(tmp_path: Path, make: Any) -> Path:
    """An index with one article in it."""
    with write_engine(tmp_path) as writer:
        writer.add(make("a", "Title", "Of sanctions"))
    return tmp_path


def found(folder: Path, query: str) -> int:
    engine = open_engine(folder)
    try:
        return engine.search(parse(query)).total
    finally:
        engine.close()


def test_a_commit_that_fails_leaves_the_index_before_and_the_lock_free(
    folder: Path, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    writer = write_engine(folder)
    writer.add(make("b", "Title", "Of sanctions"))
    with monkeypatch.context() as patch:
        patch.setattr("whoosh.index.TOC.write", full)
        with pytest.raises(CacheError, match="No space left"):
            writer.commit()
    writer.cancel()
    assert found(folder, "sanctions") == 1
    with write_engine(folder, patience=0.0) as again:
        again.add(make("c", "Title", "Of sanctions"))
    assert found(folder, "sanctions") == 2


def test_a_second_writer_is_told(folder: Path, make: Any) -> None:
    with write_engine(folder) as writer:
        with pytest.raises(CacheError, match="Somebody else"):
            write_engine(folder, patience=0.0)
        writer.add(make("b", "Title", "Of sanctions"))
    assert found(folder, "sanctions") == 2


def test_a_writer_that_is_killed_leaves_the_index_before_and_the_lock_free(folder: Path, make: Any) -> None:
    program = (
        "import os, sys; from pathlib import Path; from index.engines.whoosh import write_engine;"
        "from index.query import Searchable;"
        "writer = write_engine(Path(sys.argv[1]));"
        "writer.add(Searchable('b', 'Of sanctions', ((0, 12),)));"
        "os.kill(os.getpid(), 9)"
    )
    root = Path(__file__).resolve().parents[2]
    killed = subprocess.run([sys.executable, "-c", program, str(folder)], cwd=root, check=False)
    assert killed.returncode == -9
    assert found(folder, "sanctions") == 1
    with write_engine(folder, patience=0.0) as writer:
        writer.add(make("c", "Title", "Of sanctions"))
    assert found(folder, "sanctions") == 2


def test_no_file_stays_open(folder: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert found(folder, "-nothing") == 1


def test_opening_waits_for_a_commit_that_takes_files_away(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from whoosh.index import FileIndex

    real, failures = FileIndex.reader, [FileNotFoundError("gone"), FileNotFoundError("gone")]

    def reader(self: Any, *args: Any) -> Any:
        if failures:
            raise failures.pop()
        return real(self, *args)

    monkeypatch.setattr(FileIndex, "reader", reader)
    assert found(folder, "sanctions") == 1
    assert not failures


def test_no_compound_file_is_written(folder: Path) -> None:
    assert not list(folder.glob("*.seg"))


def test_articles_are_kept_alike_whether_they_come_together_or_one_by_one(tmp_path: Path, make: Any) -> None:
    articles = [
        make(f"a{n}", f"Title {n}", f"Of word{n % 3} and “sanctions”. No more.", quotations=(("sanctions", ("Berg",)),))
        for n in range(7)
    ]

    def written(folder: Path, size: int) -> dict[str, bytes]:
        with write_engine(folder) as writer:
            for n in range(0, len(articles), size):
                writer.take(prepared(articles[n : n + size]))
        return {path.name.partition(".")[2]: path.read_bytes() for path in folder.glob("MAIN_*.*")}

    together = written(tmp_path / "together", 7)
    assert {"trm", "pst", "_body_len.col"} <= together.keys()
    assert written(tmp_path / "some", 3) == written(tmp_path / "alone", 1) == together


def test_what_does_not_fit_into_memory_waits_on_disk(
    tmp_path: Path, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.engines.whoosh.pool._WAITING", 10)
    with write_engine(tmp_path) as writer:
        for n in range(40):
            writer.add(make(f"a{n}", "Title", f"Of word{n} and sanctions, sanctioned"))
    assert found(tmp_path, "sanction") == 40
    assert found(tmp_path, '"word7 and sanctions"') == 1
    assert not list(tmp_path.rglob("*tmp*"))


def test_small_segments_are_merged_without_what_was_taken_out(tmp_path: Path, make: Any) -> None:
    for n in range(8):
        with write_engine(tmp_path) as writer:
            writer.add(make(f"a{n}", f"Title {n}", "Of fish, fish and “sanctions”.", quotations=(("sanctions", ()),)))
            if n:
                writer.remove(f"a{n - 1}" if n % 2 else "none")
    assert len([*tmp_path.glob("MAIN_*.trm")]) < 8
    engine = open_engine(tmp_path)
    try:
        for query in ("sanctions", '"fish and sanctions"', "fish w/2 sanctions", "quote:sanctions"):
            answer = engine.search(parse(query))
            assert {id_ for id_, _ in answer.best} == {"a1", "a3", "a5", "a7"}
            assert len({score for _, score in answer.best}) == 1, query
    finally:
        engine.close()
