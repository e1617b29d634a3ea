"""What somebody was asked or told, answers of one word, and where reported speech ends beside when and where it was."""

from __future__ import annotations

import pytest

from index.annotation import annotate
from index.model import Block, Quotation


def quotations(text: str) -> list[Quotation]:
    return list(annotate(text, [Block(kind="paragraph", start=0, end=len(text))]).quotations)


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    """The words of each quotation, of its speaker and of its addressee."""
    return [
        (q.text, q.speaker.text if q.speaker else None, q.addressee.text if q.addressee else None)
        for q in quotations(text)
    ]


@pytest.mark.parametrize(
    ("text", "question", "asker", "asked"),
    [
        ("Asked whether the ferry would sail, Novak nodded.", "whether the ferry would sail", None, "Novak"),
        ("Asked by a docker if it would sail, she nodded.", "if it would sail", "a docker", "she"),
        ("When asked about the missing ferry, Novak left.", "the missing ferry", None, "Novak"),
        ("The mayor was asked why the ferry had sunk.", "why the ferry had sunk", None, "The mayor"),
        ("Novak, asked why the ferry had sunk, left.", "why the ferry had sunk", None, "Novak"),
        ("Berg was told that the ferry had sunk.", "that the ferry had sunk", None, "Berg"),
    ],
)
def test_whoever_asks_may_remain_unnamed(text: str, question: str, asker: str | None, asked: str) -> None:
    assert told(text) == [(question, asker, asked)]


def test_a_question_ends_where_its_answer_begins() -> None:
    assert told("Asked whether the ferry was “lost to us all,” Novak left.") == [
        ("whether the ferry was “lost to us all,”", None, "Novak"),
        ("lost to us all,", None, None),
    ]
    assert told("Asked whether it would sail, Novak said yes.") == [
        ("whether it would sail", None, "Novak"),
        ("yes", "Novak", None),
    ]


def test_who_asks_in_the_active_voice_is_who_speaks() -> None:
    assert told("Berg asked whether the ferry would sail.") == [("whether the ferry would sail", "Berg", None)]


@pytest.mark.parametrize(
    ("text", "said", "addressee"),
    [
        ("Berg told her that the ferry had sunk.", "that the ferry had sunk", "her"),
        ("Berg told her Lima counterpart that it had sunk.", "that it had sunk", "her Lima counterpart"),
        ("Berg told her the ferry had sunk.", "the ferry had sunk", "her"),
        ("Berg wrote to her that it had sunk.", "that it had sunk", "her"),
    ],
)
def test_she_who_is_told_is_no_part_of_what_is_said(text: str, said: str, addressee: str) -> None:
    assert told(text) == [(said, "Berg", addressee)]


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("Her aides continued to tell him that it was safe.", "Her aides", "that it was safe"),
        ("Dockers demanded to know whether it would sail.", "Dockers", "whether it would sail"),
        ("After the talks, Berg went on to say that it was safe.", "Berg", "that it was safe"),
        ("He’s said that the ferry is safe.", "He", "that the ferry is safe"),
        ("The board reported at least six ferries had sunk.", "The board", "at least six ferries had sunk"),
        ("New reports show the harbour is silting up.", "New reports", "the harbour is silting up"),
        ("The plan, she said, “is dead.”", "she", "The plan"),
        (
            "Berg met the envoy, who said that Mr. Novak, head of the port, would resign.",
            "who",
            "that Mr. Novak, head of the port, would resign",
        ),
    ],
)
def test_whose_words_are_reported(text: str, speaker: str, said: str) -> None:
    assert (said, speaker) in [(words, who) for words, who, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("She criticized the ferry law in a speech to dockers on Monday.", "the ferry law"),
        ("Berg praised the harbour plan on Tuesday.", "the harbour plan"),
        ("Berg called for a new harbour in a letter.", "a new harbour"),
        # where it stands within what was said, it stays
        ("Berg said the harbour would open on Tuesday.", "the harbour would open on Tuesday"),
        ("Berg denounced the attack in the harbour.", "the attack in the harbour"),
    ],
)
def test_when_and_where_a_thing_was_named_is_no_part_of_it(text: str, named: str) -> None:
    assert [words for words, _, _ in told(text)] == [named]


@pytest.mark.parametrize(
    "text",
    ["On Tuesday, Berg responded in kind.", "He’s said to be ill.", "In Lima, she said, “We are late.”"],
)
def test_when_and_where_it_was_said_alone_is_no_speech(text: str) -> None:
    assert all(q.kind == "direct" for q in quotations(text))
