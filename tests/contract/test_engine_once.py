"""Articles that say the same are given once, as whoever goes through the whole answer would do it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.engines import Answer, Engine
from index.query import parse

NAMES = [f"a{n}" for n in range(12)]
ALIKE = st.dictionaries(st.sampled_from([*NAMES, "nowhere"]), st.integers(1, 4), max_size=13)
QUERIES = st.sampled_from(["cod", "herring", "cod OR herring", "cod -herring", "quota", "zebra", ""])


def once(every: Answer, alike: Mapping[str, int], limit: int) -> Answer:
    """The answer that gives all, gone through from the top."""
    first: dict[int, str] = {}
    copies: dict[str, tuple[str, ...]] = {}
    best = []
    for article, score in every.best:
        group = alike.get(article)
        if group in first:
            copies[first[group]] = (*copies.get(first[group], ()), article)
            continue
        if group is not None:
            first[group] = article
        best.append((article, score))
    shown = {article for article, _ in best[:limit]}
    return Answer(
        tuple(best[:limit]), every.total, copies={a: others for a, others in copies.items() if a in shown},
        repeated=len(every.best) - len(best),
    )  # fmt: skip


def agrees(engine: Engine, query: str, alike: Mapping[str, int], limit: int) -> None:
    asked = engine.search(parse(query), limit, alike=alike)
    assert asked == once(engine.search(parse(query), 100), alike, limit)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(alike=ALIKE, query=QUERIES, limit=st.integers(1, 13))
def test_the_best_stands_for_all(bench: Any, make: Any, alike: dict[str, int], query: str, limit: int) -> None:
    if not bench.folder.exists():
        texts = [" ".join(["cod"] * (n % 5) + ["herring"] * (n % 3) + ["quota"]) for n in range(len(NAMES))]
        with bench.opened(*(make(name, "Title", text) for name, text in zip(NAMES, texts, strict=True))):
            pass
    with bench.opened() as engine:
        agrees(engine, query, alike, limit)


def test_an_article_that_was_put_in_the_place_of_another_is_found_by_its_id(bench: Any, make: Any) -> None:
    with bench.opened(make("a", "Title", "cod"), make("b", "Title", "cod")):
        pass
    with bench.opened(make("a", "Title", "cod and herring"), make("c", "Title", "cod")) as engine:
        alike = {"a": 1, "c": 1}
        agrees(engine, "cod", alike, 10)
        assert engine.search(parse("cod"), alike=alike).repeated == 1
