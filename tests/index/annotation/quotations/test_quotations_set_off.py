"""Block quotations: passages set off by ">" or by their indentation."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.annotation import annotate
from index.reading.text import blocks

Said = tuple[str, str | None, str]
BEFORE = "Talks in Oslo go on\n\nThe two sides met for hours at the harbour.\n\n"
AFTER = "\n\nIn the end Novak left the hall."


def statements(passage: str, before: str = BEFORE, after: str = AFTER) -> list[Said]:
    """The words, speaker and rule of each statement."""
    text = before + passage + after
    found = [q for q in annotate(text, blocks(text)).quotations if q.kind == "statement"]
    assert all(text[q.start : q.end] == q.text for q in found)
    return [(q.text, q.speaker.text if q.speaker else None, q.rule) for q in found]


def test_lines_with_a_mark_after_a_cue() -> None:
    found = statements("The minister wrote in a letter:\n\n> Talks are on.\n>\n>> They will end.\n> We wait.")
    assert found == [
        ("Talks are on.", "The minister", "announced"),
        ("They will end.", "The minister", "announced"),
        ("We wait.", "The minister", "announced"),
    ]


def test_a_reply_in_a_mail() -> None:
    assert statements("On Monday, Anna Berg wrote:\n>Talks are on.\n>They will end.") == [
        ("Talks are on.", "Anna Berg", "announced"),
        ("They will end.", "Anna Berg", "announced"),
    ]


def test_the_signature_speaks() -> None:
    assert statements("> Talks are on.\n> — Anna Berg, minister") == [("Talks are on.", "Anna Berg", "signature")]


def test_marks_alone_name_nobody() -> None:
    assert statements("Nobody doubts it.\n\n> Talks are on.") == [("Talks are on.", None, "nobody named")]


def test_a_paragraph_broken_at_a_fixed_width_is_cut_by_its_lines() -> None:
    lines = [
        "Talks are under way in the old town hall of Oslo and they",
        "will go on until the two of them know how many of the fish",
        "belong to whom and who has to pay for the boats that were",
        "lost in the storm.",
    ]
    quoted = "\n".join(f"> {line}" for line in lines)
    assert [words for words, _, _ in statements(f"The ministry said in a statement:\n\n{quoted}")] == lines


def test_marks_of_quotation_within() -> None:
    text = BEFORE + "The minister wrote:\n\n> “Talks are on.”\n> They will “surely” end." + AFTER
    found = [(q.kind, q.text, q.speaker.text if q.speaker else None) for q in annotate(text, blocks(text)).quotations]
    assert ("direct", "Talks are on.", "The minister") in found
    assert ("statement", "They will “surely” end.", "The minister") in found


def test_an_indented_passage_after_a_cue() -> None:
    found = statements("The ministry said in a statement:\n\n    Talks are on.\n\n\tNobody “expects” much.")
    assert found == [
        ("Talks are on.", "The ministry", "announced"),
        ("Nobody “expects” much.", "The ministry", "announced"),
    ]


@pytest.mark.parametrize(
    "passage",
    [
        "Nobody announced it.\n\n    Talks are on.\n    They will end.",
        "The minister gave two reasons:\n\n    Talks take long.\n    Nobody pays.",
        "> Read more about Oslo\n\n>> Click here",
        "The result was 3 > 2.\n\n>50 percent went.",
        "He showed how to print it.\n\n>>> print(1).",
    ],
)
def test_what_is_no_block_quotation(passage: str) -> None:
    assert statements(passage) == []


def test_a_list_is_no_passage() -> None:
    found = statements("The ministry said in a statement:\n\n    - Talks are on.\n    - They will end.")
    assert [words for words, _, _ in found] == ["- Talks are on."]  # as without indentation


def test_indentation_of_all_paragraphs_says_nothing() -> None:
    lines = ["The two sides met.", "The ministry said in a statement:", "Talks are on.", "Novak left.", "It rained."]
    found = statements("\n".join(f"   {line}" for line in lines), before="Talks\n\n", after="")
    assert [words for words, _, _ in found] == ["Talks are on."]  # as without indentation


PIECES = [
    ">", ">>>\n", " ", "\n", "\t", "    ", "Berg wrote:", "We go.", "“We go.”", "— Berg", "- ", "BERG: ", "Q: ", "A: ",
    "today ", "\n> we go.\n", " — Anna Berg (@aberg) May 3, 2020\n", "The readout also said they agreed.",
    "The ministry said in a statement:",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_text_is_cut_by_its_offsets(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = annotate(text, blocks(text)).quotations
    assert all(text[q.start : q.end] == q.text == q.text.strip() and q.text for q in found if q.kind == "statement")
    places = [(q.start, q.end) for q in found if q.kind == "statement"]
    assert all(a[1] <= b[0] for a, b in pairwise(places))
