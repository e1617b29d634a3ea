"""A copy of an index by hard links can be changed while the original stays as it was: no file is changed in place."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from index.engines import open_engine, write_engine
from index.query import Searchable, parse


def answers(folder: Path, engine: str) -> list[object]:
    opened = open_engine(folder, engine)
    try:
        asked = [opened.search(parse(q)).best for q in ("word", "word -word3", '"some word"', "word7", "title:new")]
        return [*asked, opened.every(None), opened.words("word")]
    finally:
        opened.close()


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_the_original_answers_as_before(bench: Any, make: Any, tmp_path: Path) -> None:
    articles: list[Searchable] = [make(f"a{n}", "Title", f"some word word{n}") for n in range(20)]
    for batch in (articles[:12], articles[12:]):
        with bench.writer() as writer:
            for one in batch:
                writer.add(one)
    copy = tmp_path / "copy"
    copy.mkdir()
    for file in bench.folder.iterdir():
        os.link(file, copy / file.name)
    before, held = answers(bench.folder, bench.name), contents(bench.folder)

    for round_ in range(3):
        with write_engine(copy, bench.name) as writer:
            writer.remove(f"a{round_}")
            writer.add(make(f"a{round_ + 5}", "New title", "other word"))
            writer.add(make(f"b{round_}", "New title", "some word"))

    assert answers(bench.folder, bench.name) == before
    assert contents(bench.folder) == held
    changed = open_engine(copy, bench.name)
    try:
        assert changed.every(None) == {f"a{n}" for n in range(3, 20)} | {"b0", "b1", "b2"}
        assert changed.every(parse("title:new")) == {"a5", "a6", "a7", "b0", "b1", "b2"}
    finally:
        changed.close()
