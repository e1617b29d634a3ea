"""Engines agree with the matcher, whatever the articles and whatever is asked."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.engines import ENGINES, open_engine, write_engine
from index.query import Named, Node, Quoted, Searchable, matches, parse
from index.query.shape import found_out
from index.query.tree import Tagged

# Few words, so that they meet often: forms of one stem, stop words, designators, the pronoun and the country.
WORDS = st.sampled_from(
    "sanction sanctions sanctioned govern government governed the of and S-400 s400s 400 US U.S. us Çavuşoğlu "
    "cavusoglu YPG/PKK pkk Turkey's turkey".split()
)
WRITTEN = st.one_of(WORDS, WORDS, st.sampled_from("sanctions. governed.The US.” U.S.-of “of! …".split()))
NAMES = st.sampled_from(["Hulusi Akar", "Akar", "Antony Blinken", "Antony J. Blinken", "the ministers", "US sources"])
EMPTY: st.SearchStrategy[list[Any]] = st.just([])
CALLED = {"akar": ("Hulusi Akar", "Akar"), "blinken": ("Antony Blinken",), "nobody": ()}
WHO = st.lists(st.sampled_from([*CALLED]), max_size=2).map(tuple)
ONE_NAMED = st.builds(Named, st.lists(NAMES, max_size=2).map(tuple), st.just(()), WHO)
NAMED = st.lists(ONE_NAMED, max_size=2)
THINGS = st.lists(st.builds(Named, st.lists(NAMES, max_size=2).map(tuple)), max_size=2)
DAYS = st.sampled_from(["2020-12-31", "2021-03-01", "2021-03-31", "2021-04-15"])


@st.composite
def articles(draw: st.DrawFn) -> Searchable:
    blocks = draw(st.lists(st.lists(WRITTEN, min_size=1, max_size=6), min_size=1, max_size=3))
    text, places = "", []
    for block in blocks:
        start = len(text)
        text += " ".join(block) + "\n"
        places.append((start, len(text) - 1))
    gaps = [0, *(at for at, letter in enumerate(text) if letter in " \n")]
    edges = st.lists(st.sampled_from(gaps), min_size=2, max_size=2, unique=True).map(sorted)
    states = st.lists(st.sampled_from(["direct", "indirect", "unattributed", "doubtful"]), max_size=2).map(tuple)
    known = (ONE_NAMED, ONE_NAMED, ONE_NAMED, states)
    quoted = draw(st.lists(st.builds(lambda e, *told: Quoted(*e, *told), edges, *known), max_size=3))
    actors = draw(st.lists(ONE_NAMED, max_size=3))
    title = places[0] if draw(st.booleans()) else None
    return Searchable(
        "", text, tuple(places), title, tuple(quoted), tuple(actors),
        captions=tuple(draw(st.just(places[1:2]) | EMPTY)),
        contacts=tuple(draw(NAMED)), countries=tuple(draw(NAMED)),
        topics=tuple(draw(THINGS)), places=tuple(draw(THINGS)),
        outlet=draw(st.none() | NAMES), author=draw(st.none() | NAMES), file=draw(st.none() | NAMES),
        published=draw(st.none() | st.tuples(DAYS, DAYS).map(lambda days: (min(days), max(days)))),
        called=CALLED,
    )  # fmt: skip


def combined(units: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    both = st.tuples(units, units).map(lambda pair: f"({pair[0]} {pair[1]})")
    either = st.tuples(units, units).map(lambda pair: f"({pair[0]} OR {pair[1]})")
    return st.one_of(both, either, units.map(lambda unit: f"-{unit}"))


PHRASES = st.lists(WORDS, min_size=2, max_size=3).map(lambda words: f'"{" ".join(words)}"')
EXACT = st.one_of(WORDS.map(lambda word: f'="{word}"'), PHRASES.map(lambda phrase: f"={phrase}"))
FUZZY = st.sampled_from(["sanctoin~", "governed~2", "cavusoglu~1", "turkye~", '"the sanctionz~"'])
PREFIXES = st.sampled_from(["sanct*", "sanctions*", "gov*", "governm*", "cavus*", "s4*", "tur*", '"the sanct*"'])
ONE = st.one_of(WORDS, PHRASES, EXACT, FUZZY, PREFIXES)
NEAR = st.tuples(ONE, st.sampled_from(["w/1", "w/3", "pre/2", "/s", "/p"]), ONE).map(" ".join).map("({})".format)
COUNTED = st.tuples(st.sampled_from(["first/1", "first/4", "atleast/2", "atleast/3"]), ONE | NEAR).map(" ".join)
IN_TEXT = st.recursive(st.one_of(WORDS, WORDS, ONE, NEAR, COUNTED), combined, max_leaves=3)
ASKED = st.sampled_from(["akar", "blinken", "antony", '"antony blinken"', "min*", "US", "=Akar", "blinkne~"])
IN_NAMES = st.recursive(ASKED, combined, max_leaves=3)
FIELDS = st.one_of(
    IN_TEXT.map(lambda q: f"title:{q}"), IN_TEXT.map(lambda q: f"quote:{q}"),
    IN_NAMES.map(lambda q: f"speaker:{q}"), IN_NAMES.map(lambda q: f"actor:{q}"),
    IN_NAMES.map(lambda q: f"to:{q}"), IN_NAMES.map(lambda q: f"about:{q}"),
    IN_TEXT.map(lambda q: f"caption:{q}"),
    st.tuples(st.sampled_from("contact country topic place outlet author file".split()), IN_NAMES).map(":".join),
    st.sampled_from(["date:2021-03", "before:march 2021", "after:2021-03-01", "date:2020..2021-03-31", "-date:2021"]),
    st.sampled_from(["is:direct", "kind:(direct OR indirect)", "is:doubtful", "-is:unattributed"]),
    st.sampled_from(["is:starred", "tag:brief", "-tag:brief", "tag:(brief -urgent)", "tag:(brief OR urgent)"]),
)  # fmt: skip
QUERIES = st.recursive(st.one_of(IN_TEXT, FIELDS), combined, max_leaves=5)


@pytest.mark.parametrize("engine", sorted(ENGINES))
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(articles(), min_size=1, max_size=5), st.lists(QUERIES, min_size=10, max_size=20), st.data())
def test_an_engine_finds_what_matches(
    engine: str, corpus: list[Searchable], queries: list[str], data: st.DataObject
) -> None:
    corpus = [replace(one, id=f"a{n}") for n, one in enumerate(corpus)]
    with tempfile.TemporaryDirectory() as folder:
        first = data.draw(st.integers(0, len(corpus)), label="written before")
        old = [Searchable(one.id, "old", ((0, 3),)) for one in corpus[:first]]
        write(engine, Path(folder), old, {"akar": ("Blinken",), "nobody": ("Antony",)})
        write(engine, Path(folder), corpus, CALLED)
        opened = open_engine(Path(folder), engine)
        by_id = {one.id: one for one in corpus}

        def proves(tree: Node, name: str) -> bool:
            return matches(tree, by_id[name])

        try:
            for query in queries:
                tree = found_out(parse(query), put_by)
                answer = opened.search(tree, limit=100, proves=proves)
                assert {name for name, _ in answer.best} == {a.id for a in corpus if matches(tree, a)}, query
                assert answer.total == len(answer.best)
                assert opened.every(tree, proves=proves) == {name for name, _ in answer.best}
                assert opened.every(tree) >= {name for name, _ in answer.best} or "-" in query
        finally:
            opened.close()


def put_by(node: Tagged) -> set[str]:
    """Which articles have a star, or a tag; some of them are not there."""
    return {None: {"a0", "a3"}, "brief": {"a1", "a2", "a9"}}.get(node.tag, {"a2"})


def write(engine: str, folder: Path, corpus: list[Searchable], called: Mapping[str, tuple[str, ...]]) -> None:
    with write_engine(folder, engine) as writer:
        for actor, names in called.items():
            writer.call(actor, names)
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
