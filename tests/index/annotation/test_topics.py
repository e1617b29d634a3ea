from __future__ import annotations

from index.annotation import annotate
from index.model import Block


def topics(text: str) -> dict[str, list[str]]:
    found = annotate(text, [Block(kind="paragraph", start=0, end=len(text))]).topics
    return {t.name: [text[m.start : m.end] for m in t.mentions] for t in found}


def test_designators_whatever_their_ending() -> None:
    assert topics("The S-400 came. More S-400s will come. An F-35 left.") == {
        "S-400": ["S-400", "S-400s"],
        "F-35": ["F-35"],
    }


def test_an_act_by_its_acronym() -> None:
    assert "FRFA" in topics("Under the Fair Rivers and Forests Act (FRFA) it is banned.")


def test_a_region_counts_where_it_recurs() -> None:
    text = "In the Eastern Mediterranean it rained. The Eastern Mediterranean is warm."
    assert "Eastern Mediterranean" in topics(text)
    assert topics("In the Eastern Mediterranean it rained.") == {}
