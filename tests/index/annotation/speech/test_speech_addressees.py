"""To whom something is said apart from the verb, replies that come, views, reputed words; headlines."""

from __future__ import annotations

import pytest

from index.annotation import annotate
from index.model import Block, BlockKind, Quotation


def quotations(text: str, kind: BlockKind = "paragraph") -> list[Quotation]:
    return list(annotate(text, [Block(kind=kind, start=0, end=len(text))]).quotations)


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Speaking to dockers, Berg said the port was safe.", "dockers"),
        ("Berg, speaking to dockers in Lima, said the port was safe.", "dockers"),
        ("“The port is safe,” Berg said, speaking to dockers in Lima.", "dockers"),
        ("In a letter to Ambassador Novak, Berg wrote that the port was safe.", "Ambassador Novak"),
        ("Berg said in a letter to the council that the port was safe.", "the council"),
        ("Talking to Novak and Dahl in Lima, Berg said it was safe.", "Novak and Dahl"),
        ("Berg promised Novak that the port would open.", "Novak"),
        ("“It is late,” Berg complained to lawmakers on Tuesday.", "lawmakers"),
    ],
)
def test_who_is_spoken_to_may_stand_apart_from_the_verb(text: str, addressee: str) -> None:
    assert {q.addressee.text if q.addressee else None for q in quotations(text)} == {addressee}


@pytest.mark.parametrize(
    "text",
    [
        "Berg said he was speaking to Novak.",
        "Berg said the letter to Novak was lost.",
        "Berg, who had been speaking to Novak, said it was late.",
        "Berg promised reforms that would last.",
    ],
)
def test_whom_the_words_are_about_is_not_spoken_to(text: str) -> None:
    assert all(q.addressee is None for q in quotations(text))


def test_a_reply_comes_from_somebody_or_nobody() -> None:
    said = [quotations(text)[0] for text in ("“No,” came the curt reply.", "“Not yet,” came the answer from the port.")]
    assert [(q.text, q.kind, q.speaker.text if q.speaker else None) for q in said] == [
        ("No,", "direct", None),
        ("Not yet,", "direct", "the port"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("Berg’s view is that the port is safe.", "Berg", "that the port is safe"),
        ("The council’s answer was that the port was safe.", "The council", "that the port was safe"),
        ("Berg is understood to have told Novak that he would resign.", "Berg", "that he would resign"),
        ("Berg took to Telegram to say the port was safe.", "Berg", "the port was safe"),
    ],
)
def test_views_and_reputed_words_are_reported(text: str, speaker: str, said: str) -> None:
    found = [(q.speaker.text if q.speaker else None, q.text) for q in quotations(text)]
    assert found == [(speaker, said)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Nobody told us,” a docker who gave but one name, Jan, said.", "a docker who gave but one name, Jan"),
        ("“Is that all?” wondered Berg aloud.", "Berg"),
    ],
)
def test_long_and_short_subjects_after_a_quotation(text: str, speaker: str) -> None:
    assert [q.speaker.text for q in quotations(text) if q.speaker] == [speaker]


def test_whoever_is_quoted_is_not_what_is_said() -> None:
    found = quotations("Quoting an unnamed docker, the paper said the port was shut.")
    assert [q.text for q in found] == ["the port was shut"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Port deal ‘is close’ – minister", "minister"),
        ("Port 'will shut' - MPs", "MPs"),
        ("‘Port is safe’, says mayor", "mayor"),
        ("Mayor: ‘Port is safe’", "Mayor"),
        ("Port deal ‘is close’ – live updates", None),
    ],
)
def test_who_speaks_in_a_headline(text: str, speaker: str | None) -> None:
    assert {q.speaker.text if q.speaker else None for q in quotations(text, "title")} == {speaker}
