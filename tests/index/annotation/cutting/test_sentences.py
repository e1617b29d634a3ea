from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.annotation.cutting.sentences import sentences
from index.model import Block


def cut(text: str) -> list[str]:
    blocks = [Block(kind="paragraph", start=0, end=len(text))]
    return [text[start:end] for start, end in sentences(text, blocks)]


@pytest.mark.parametrize(
    "text",
    [
        "Ankara repeated that the U.S.' refusal was to blame.",
        "The U.S. Senate met Lt. Gen. Omar Bradley of St. Louis.",
        "George W. Bush and J. D. Vance spoke on Jan. 5 at 3 p.m. Monday.",
        "Growth fell to 3.5 percent, e.g. in Izmir, vs. 4.1 before.",
        "It was … not clear, she said.",
        "“Are you ready?” he asked.",
        "1. First item of a list",
    ],
)
def test_one_sentence(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He left. She stayed.", 2),
        ("“We go.” The minister left.", 2),
        ('"We go." The minister left.', 2),
        ("They came from the U.S. The talks went on.", 2),
        ("Will they come? No! They stay…  We wait.", 4),
        ("He left in Ankara.The talks went on.", 2),
        ("He said no. Everybody left at 5 p.m. They were tired.", 3),
        ("He left.\n\tShe stayed.", 2),
    ],
)
def test_several_sentences(text: str, count: int) -> None:
    assert len(cut(text)) == count


def test_blocks_part_sentences_and_furniture_has_none() -> None:
    text = "A title\nThe first line\nRead more here."
    blocks = [
        Block(kind="title", start=0, end=7),
        Block(kind="paragraph", start=8, end=22),
        Block(kind="furniture", start=23, end=38),
    ]
    assert [text[a:b] for a, b in sentences(text, blocks)] == ["A title", "The first line"]


@given(st.text(alphabet=st.sampled_from(list("aB.!?…\"”’) \n\tU5")), max_size=60))
def test_sentences_are_in_order_and_keep_every_letter(text: str) -> None:
    spans = sentences(text, [Block(kind="paragraph", start=0, end=len(text))])
    assert all(start < end for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


@pytest.mark.parametrize("word", ["Ann Berg met Bo Olsen ", "1,200\n", "“so” \n\t"])
def test_a_list_without_stops_is_cut_between_words(word: str) -> None:
    text = word * 3000
    spans = sentences(text, [Block(kind="paragraph", start=0, end=len(text))])
    assert all(end - start <= 4000 for start, end in spans)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert {text[a:b].split()[0] for a, b in spans} <= set(word.split())


def test_what_has_no_gap_stays_whole() -> None:
    assert cut("x" * 9000) == ["x" * 9000]
