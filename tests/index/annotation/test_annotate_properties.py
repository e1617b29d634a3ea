from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.annotation import Annotation, annotate, published
from index.annotation.names.persons import compatible, core, near
from index.model import Block, When
from index.reading.text import blocks as blocks_of

SEEDS = sorted((Path(__file__).resolve().parents[3] / "seeds").glob("*.txt"))
PIECES = st.sampled_from(
    (
        "The minister|Ayşe Demir|U.S.|Turkish|Foreign Minister|President|of|and|,|.|\n|“|”|'|’s|met|with|told|he|they|"
        "both ministers|the statement|on Tuesday|March 3|2021|Jan. 28-29|(|)|NATO|İ|ß|-|—|visit to|Ankara|\u0000|al-|;"
    ).split("|")
)
MANY = st.lists(PIECES, max_size=40)
TEXTS = st.one_of(st.text(max_size=200), MANY.map(" ".join), MANY.map("".join))


def check(text: str, found: Annotation) -> None:
    known = {a.id for a in found.actors}
    for mention in found.mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.actor is None or mention.actor in known
    for quotation in found.quotations:
        assert text[quotation.start : quotation.end] == quotation.text
        for voice in (quotation.speaker, quotation.addressee):
            assert voice is None or set(voice.actors) <= known
    for actor in found.actors:
        assert actor.name
        assert all(0 <= r.start < r.end <= len(text) and (r.of is None or r.of in known) for r in actor.roles)
    for contact in found.contacts:
        assert len(contact.participants) > 1 and set(contact.participants) <= known
        assert all(0 <= e.start < e.end <= len(text) for e in contact.evidence)
    for topic in found.topics:
        assert all(0 <= m.start < m.end <= len(text) for m in topic.mentions)


@settings(max_examples=300)
@given(TEXTS)
def test_any_text_is_annotated_with_places_within_it(text: str) -> None:
    blocks = blocks_of(text)
    check(text, annotate(text, blocks, published(text, blocks, "")))


@settings(max_examples=100)
@given(st.dates(), TEXTS)
def test_any_date_of_the_article_will_do(day: object, text: str) -> None:
    when = When(from_=str(day), to=str(day), precision="day")
    check(text, annotate(text, [Block(kind="paragraph", start=0, end=len(text))], when))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda p: p.name[:3])
def test_the_sample_holds_together(seed: Path) -> None:
    text = seed.read_bytes().decode()
    check(text, annotate(text, blocks_of(text)))


WORDS = st.sampled_from("antony anthony j. lloyd recep tayyip blinken austin erdogan bin al-assad jr".split())
NAMES = st.lists(WORDS, min_size=1, max_size=4)


@given(NAMES, NAMES)
def test_whether_names_agree_does_not_depend_on_their_order(a: list[str], b: list[str]) -> None:
    assert compatible(core(tuple(a)), core(tuple(b))) == compatible(core(tuple(b)), core(tuple(a)))


@given(st.text("abcd", min_size=1, max_size=9), st.text("abcd", min_size=1, max_size=9))
def test_nearness_is_symmetric(a: str, b: str) -> None:
    assert near(a, b) == near(b, a)
