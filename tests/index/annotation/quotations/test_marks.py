from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.annotation.quotations.marks import scan
from index.model import Block


def regions(*paragraphs: str) -> list[str]:
    text = "\n".join(paragraphs)
    return [text[r.inner_start : r.inner_end] for r in scan(text, blocks(text))]


def blocks(text: str) -> list[Block]:
    found, at = [], 0
    for line in text.split("\n"):
        found.append(Block(kind="paragraph", start=at, end=at + len(line)))
        at += len(line) + 1
    return found


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('"We go," he said.', ["We go,"]),
        ("“We go,” he said.", ["We go,"]),
        ("«We go,» he said. »We go,« he said. „We go,“ he said.", ["We go,"] * 3),
        ("« We go », he said. «\xa0We stay\xa0», she said.", ["We go", "We stay"]),
        ("``We go,'' he said. ''We stay,'' she said.", ["We go,", "We stay,"]),
        ("It was ”wrong” and he said,\"So be it.\"", ["wrong", "So be it."]),
        ("“He told me ‘no’ twice,” she said.", ["He told me ‘no’ twice,"]),
        ('"I told him "no" then," he said.', ['I told him "no" then,']),
        ("“He called it “a mess” and left,” she said.", ["He called it “a mess” and left,"]),
        ("“We go, he said. “We stay.”", ["We go, he said.", "We stay."]),
        ("‘The ministers’ choice is final,’ he said.", ["The ministers’ choice is final,"]),
        ("'Talks will go on'", ["Talks will go on"]),
    ],
)
def test_marks_of_all_kinds(text: str, inside: list[str]) -> None:
    assert regions(text) == inside


@pytest.mark.parametrize(
    "text",
    [
        "the U.S.' refusal and the ministers’ choice of '98",
        "It's 6'2\" tall and 5\" wide.",
        "rock 'n' roll, ’tis said, for 'em all",
        "Turkey's and Greece's 'new",
        'a stray " mark and “ another',
        "“”",
    ],
)
def test_what_is_no_quotation(text: str) -> None:
    assert regions(text) == []


def test_a_quotation_over_paragraphs_is_one_group() -> None:
    text = "“We began early.\n“We stayed late,” he said. “We left.”"
    found = scan(text, blocks(text))
    assert [r.closed for r in found] == [False, True, True]
    assert found[0].group == found[1].group != found[2].group


def test_a_forgotten_closing_mark_ends_with_the_paragraph() -> None:
    assert regions("“We began early and left.", "Then he left.") == ["We began early and left."]


def test_furniture_is_not_scanned() -> None:
    text = "“Share this article”"
    assert scan(text, [Block(kind="furniture", start=0, end=len(text))]) == []


@given(st.text(alphabet=st.sampled_from(list("“”„«»\"'‘’`‹› \na.s,B(")), max_size=60))
def test_regions_are_in_order_and_hold_something(text: str) -> None:
    before = 0
    for region in scan(text, blocks(text)):
        assert before <= region.start < region.inner_start < region.inner_end <= region.end <= len(text)
        assert text[region.inner_start : region.inner_end].strip()
        before = region.end


def test_a_closing_mark_may_stand_alone_in_its_paragraph() -> None:
    first = "We will go on to the end of the road, whatever they do to us there."
    assert regions(f"“{first}", "They will see.", "”") == [first, "They will see."]
