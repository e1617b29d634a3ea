"""The queries of the sample, by the matcher and by every engine. Blocks are cut by hand: only search is looked at."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from index.engines import ENGINES, Engine, open_engine, write_engine
from index.query import Searchable, hits, matches, parse

ROOT = Path(__file__).resolve().parents[3]
QUERIES = json.loads((ROOT / "tests" / "data" / "seed_queries.json").read_text("utf-8"))["queries"]
FURNITURE = re.compile(r"READ MORE|Reporter's code|News Code|Your Comment|You are replying")


def article(file: Path) -> Searchable:
    text = file.read_text("utf-8")
    lines = [m.span() for m in re.finditer(r"[^\n]+", text) if not FURNITURE.match(m.group())]
    return Searchable(file.name[:3], text, tuple(lines), lines[0])


ARTICLES = [article(file) for file in sorted((ROOT / "seeds").glob("*.txt"))]


@pytest.fixture(scope="module", params=sorted(ENGINES))
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("engine")
    with write_engine(folder, request.param) as writer:
        for one in ARTICLES:
            writer.add(one)
    opened = open_engine(folder, request.param)
    yield opened
    opened.close()


def test_there_are_queries() -> None:
    assert len(QUERIES) == 53
    assert len(ARTICLES) == 3


@pytest.mark.parametrize("case", QUERIES, ids=lambda case: case["query"])
def test_a_query_of_the_sample(engine: Engine, case: dict[str, Any]) -> None:
    tree = parse(case["query"])
    matching = [one for one in ARTICLES if matches(tree, one)]
    assert sorted(one.id for one in matching) == sorted(case["expect"])
    assert all(hits(tree, one) for one in matching)
    assert sorted(name for name, _ in engine.search(tree).best) == sorted(case["expect"])


def test_what_is_about_peace_comes_first(engine: Engine) -> None:
    assert engine.search(parse("afghanistan peace")).best[0][0] == "001"
