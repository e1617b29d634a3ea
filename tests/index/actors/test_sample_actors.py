"""Who is who in the sample: one actor under every spelling, in all three articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.actors import Resolved, cast_of, resolve
from index.annotation import Annotation, annotate, published
from index.reading.text import blocks as blocks_of

SEEDS = sorted((Path(__file__).resolve().parents[3] / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def annotated() -> dict[str, Annotation]:
    texts = {p.name[:3]: p.read_bytes().decode() for p in SEEDS}
    return {n: annotate(t, blocks_of(t), published(t, blocks_of(t))) for n, t in texts.items()}


@pytest.fixture(scope="module")
def resolved(annotated: dict[str, Annotation]) -> Resolved:
    return resolve([cast_of(name, found.actors) for name, found in annotated.items()])


@pytest.mark.parametrize(
    ("actor", "name", "spellings"),
    [
        ("mevlut-cavusoglu", "Mevlüt Çavuşoğlu", ["Mevlüt Çavuşoğlu", "Çavuşoğlu", "Mevlut Cavusoglu"]),
        ("antony-blinken", "Antony Blinken", ["Antony Blinken", "Anthony Blinken", "Antony J. Blinken", "Blinken"]),
        ("joe-biden", "Joe Biden", ["Joe Biden", "Biden"]),
        ("united-states", "United States", ["U.S.", "US", "United States", "Washington"]),
        ("turkey", "Turkey", ["Turkey", "Turkish", "Ankara"]),
        ("ypg", "YPG", ["YPG"]),
        ("pkk", "PKK", ["PKK"]),
    ],
)
def test_one_actor_under_every_spelling(
    annotated: dict[str, Annotation], resolved: Resolved, actor: str, name: str, spellings: list[str]
) -> None:
    written = {
        alias.text
        for article, found in annotated.items()
        for a in found.actors
        if resolved.of[article][a.id] == actor
        for alias in a.aliases
    }
    assert set(spellings) <= written
    assert {a.name for a in resolved.actors if a.id == actor} == {name}


@pytest.mark.parametrize(
    ("article", "kind", "people", "words"),
    [
        ("000", "call", {"ibrahim-kalin", "jake-sullivan"}, "Tuesday"),
        ("001", "meeting", {"mevlut-cavusoglu", "antony-blinken"}, "last month"),
        ("001", "letter", {"antony-blinken", "ashraf-ghani"}, "Earlier this month"),
        ("004", "call", {"hulusi-akar", "lloyd-james-austin"}, "Thursday, April 1"),
        ("004", "meeting", {"hulusi-akar", "oleksandr-syrskyi", "umit-dundar"}, "March 23"),
    ],
)
def test_contacts(annotated: dict[str, Annotation], article: str, kind: str, people: set[str], words: str) -> None:
    found = annotated[article].contacts
    assert [c.date.text for c in found if c.kind == kind and set(c.participants) == people and c.date] == [words]
