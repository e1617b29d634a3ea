"""Reading with many hands is reading with one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from index import hands
from index.engines import write_engine
from index.engines.whoosh import pool
from index.hands import Hands
from index.model import AnnotatedArticle, Problem
from index.reading import discover


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for n in range(20):
        (tmp_path / f"{n:02}.txt").write_text(f'Talks {n}\n\n"We met," Minister Ada Berg said on day {n}.\n')
    (tmp_path / "07.txt").write_text("")
    return tmp_path


def test_many_hands_bring_the_same_in_the_same_order(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "processors", lambda: 2)
    found = discover(corpus)
    alone = list(Hands().read(found))
    monkeypatch.setattr(hands, "_WORTH_IT", 1)
    monkeypatch.setattr(hands, "_BATCH", 3)
    with Hands() as many:
        together = list(many.read(found))
    assert together == alone
    assert [f.file for f in found] == [x.file for x in together]
    assert [x.file for x in together if isinstance(x, Problem)] == ["07.txt"]
    assert all(x.quotations for x in together if isinstance(x, AnnotatedArticle))


def test_whoever_stops_listening_stops_the_hands(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "processors", lambda: 2)
    monkeypatch.setattr(hands, "_WORTH_IT", 1)
    monkeypatch.setattr(hands, "_BATCH", 1)
    with Hands() as many:
        assert next(many.read(discover(corpus))).file == "00.txt"


def test_a_large_file_is_shared_by_all_hands(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(f'{{"title": "Talks {n}", "body": "\\"We met,\\" Minister Ada Berg said."}}\n' for n in range(30))
    (corpus / "many.jsonl").write_text(rows)
    monkeypatch.setattr(hands, "processors", lambda: 2)
    found = discover(corpus)
    alone = list(Hands().read(found))
    monkeypatch.setattr(hands, "_LARGE", 1000)
    with Hands() as many:
        assert list(many.read(found)) == alone
    assert len(alone) == 50


def test_an_index_that_many_hands_pack_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def written(folder: Path, hands: Hands) -> list[bytes]:
        with write_engine(folder, spread=hands.spread) as engine:
            for n in range(50):
                engine.call(f"berg-{n}", [f"Ada Berg {n}", "Minister Berg"])
        return [path.read_bytes() for end in ("trm", "pst") for path in folder.glob(f"*.{end}")]

    alone = written(tmp_path / "alone", Hands())
    monkeypatch.setattr(hands, "processors", lambda: 2)
    monkeypatch.setattr(hands, "_WORTH_IT", 0)
    monkeypatch.setattr(pool, "_SHARE", 10)
    with Hands() as many:
        assert list(many.read([])) == []
        assert written(tmp_path / "together", many) == alone
    assert len(alone) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="a process is bound to processors so on Linux")
def test_no_more_hands_come_than_there_are_processors_for_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 64)
    monkeypatch.setattr(os, "process_cpu_count", lambda: 3, raising=False)
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: {0, 3, 5})
    assert hands.processors() == 3
