"""Engines agree with the matcher, whatever the articles and whatever is asked."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.engines import ENGINES, open_engine, write_engine
from index.query import Named, Quoted, Searchable, matches, parse

# Few words, so that they meet often: forms of one stem, stop words, designators, the pronoun and the country.
WORDS = st.sampled_from(
    "sanction sanctions sanctioned govern government governed the of and S-400 s400s 400 US U.S. us Çavuşoğlu "
    "cavusoglu YPG/PKK pkk Turkey's turkey".split()
)
NAMES = st.sampled_from(["Hulusi Akar", "Akar", "Antony Blinken", "Antony J. Blinken", "the ministers", "US sources"])


@st.composite
def articles(draw: st.DrawFn) -> Searchable:
    blocks = draw(st.lists(st.lists(WORDS, min_size=1, max_size=6), min_size=1, max_size=3))
    text, places = "", []
    for block in blocks:
        start = len(text)
        text += " ".join(block) + "\n"
        places.append((start, len(text) - 1))
    gaps = [0, *(at for at, letter in enumerate(text) if letter in " \n")]
    edges = st.lists(st.sampled_from(gaps), min_size=2, max_size=2, unique=True).map(sorted)
    names = st.lists(NAMES, max_size=2).map(tuple)
    states = st.lists(st.sampled_from(["direct", "indirect", "unattributed", "doubtful"]), max_size=2).map(tuple)
    quoted = draw(
        st.lists(st.builds(lambda e, *known: Quoted(*e, *known), edges, names, names, names, states), max_size=3)
    )
    actors = draw(st.lists(st.builds(Named, names), max_size=3))
    title = places[0] if draw(st.booleans()) else None
    return Searchable("", text, tuple(places), title, tuple(quoted), tuple(actors))


def combined(units: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    both = st.tuples(units, units).map(lambda pair: f"({pair[0]} {pair[1]})")
    either = st.tuples(units, units).map(lambda pair: f"({pair[0]} OR {pair[1]})")
    return st.one_of(both, either, units.map(lambda unit: f"-{unit}"))


PHRASES = st.lists(WORDS, min_size=2, max_size=3).map(lambda words: f'"{" ".join(words)}"')
PREFIXES = st.sampled_from(["sanct*", "sanctions*", "gov*", "governm*", "cavus*", "s4*", "tur*", '"the sanct*"'])
IN_TEXT = st.recursive(st.one_of(WORDS, WORDS, PHRASES, PREFIXES), combined, max_leaves=3)
ASKED = st.sampled_from(["akar", "blinken", "antony", '"antony blinken"', "min*", "US"])
IN_NAMES = st.recursive(ASKED, combined, max_leaves=3)
FIELDS = st.one_of(
    IN_TEXT.map(lambda q: f"title:{q}"), IN_TEXT.map(lambda q: f"quote:{q}"),
    IN_NAMES.map(lambda q: f"speaker:{q}"), IN_NAMES.map(lambda q: f"actor:{q}"),
    IN_NAMES.map(lambda q: f"to:{q}"), IN_NAMES.map(lambda q: f"about:{q}"),
    st.sampled_from(["is:direct", "kind:(direct OR indirect)", "is:doubtful", "-is:unattributed"]),
)  # fmt: skip
QUERIES = st.recursive(st.one_of(IN_TEXT, FIELDS), combined, max_leaves=5)


@pytest.mark.parametrize("engine", sorted(ENGINES))
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(articles(), min_size=1, max_size=5), st.lists(QUERIES, min_size=10, max_size=20), st.data())
def test_an_engine_finds_what_matches(
    engine: str, corpus: list[Searchable], queries: list[str], data: st.DataObject
) -> None:
    corpus = [replace(one, id=f"a{n}") for n, one in enumerate(corpus)]
    with tempfile.TemporaryDirectory() as folder:
        first = data.draw(st.integers(0, len(corpus)), label="written before")
        write(engine, Path(folder), [Searchable(one.id, "old", ((0, 3),)) for one in corpus[:first]])
        write(engine, Path(folder), corpus)
        opened = open_engine(Path(folder), engine)
        try:
            for query in queries:
                tree = parse(query)
                answer = opened.search(tree, limit=100)
                assert {name for name, _ in answer.best} == {a.id for a in corpus if matches(tree, a)}, query
                assert answer.total == len(answer.best)
        finally:
            opened.close()


def write(engine: str, folder: Path, corpus: list[Searchable]) -> None:
    with write_engine(folder, engine) as writer:
        for one in corpus:
            writer.add(one)


def test_the_articles_differ() -> None:
    """What is true of all articles, or of none, would prove nothing."""
    seen: set[bool] = set()

    @settings(max_examples=100, database=None, derandomize=True)
    @given(articles(), QUERIES)
    def look(one: Any, query: str) -> None:
        seen.add(matches(parse(query), one))

    look()
    assert seen == {True, False}
