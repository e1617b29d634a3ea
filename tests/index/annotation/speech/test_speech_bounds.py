"""Where reported speech begins and ends, and whose it is, when a sentence holds more than one clause."""

from __future__ import annotations

import time

import pytest

from index.annotation import annotate
from index.annotation.cutting.lexemes import Lexemes
from index.annotation.cutting.sentences import sentences
from index.annotation.quotations.finding import find
from index.model import Block


def told(text: str) -> list[tuple[str, str | None]]:
    """The words of each utterance and those that name its speaker."""
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block(kind="paragraph", start=at, end=at + len(line)))
        at += len(line) + 1
    found = find(text, blocks, sentences(text, blocks), Lexemes(text))
    return [(text[u.start : u.end], text[slice(*u.speaker)] if u.speaker else None) for u in found]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # an aside of the narrator is no part of what was said
        ("The ministry said the bridge would open in May, which few believed.", "the bridge would open in May"),
        ("Berg said the bridge was safe – a bold claim in a wet spring.", "the bridge was safe"),
        ("Berg said the bridge was safe, but he left no proof.", "the bridge was safe"),
        ("Berg said the bridge was safe, compared with the old one.", "the bridge was safe"),
        ("Calling it “a farce,” Berg said the bridge was safe.", "the bridge was safe"),
        # what is listed, or in marks, is
        ("Berg said the bridge was safe, cheap and dry.", "the bridge was safe, cheap and dry"),
        (
            "Berg said the bridge was safe, which makes it “a rare thing” here.",
            "the bridge was safe, which makes it “a rare thing” here",
        ),
        # a parenthesis: what stands before it is said too
        ("If the river rises, Berg said, the bridge will close.", "If the river rises"),
        ("Without a new bridge, Berg said, the town will shrink.", "Without a new bridge"),
        # the source of a whole sentence
        ("Berg called for a new bridge, according to the Harbour Post.", "Berg called for a new bridge"),
        ("But according to Berg, the bridge is safe.", "the bridge is safe"),
        (
            "They meet in May, when “hard talks” lie ahead on Oslo's demand for help, said Berg.",
            "They meet in May, when “hard talks” lie ahead on Oslo's demand for help",
        ),
        ("Nobody was surprised: According to Berg, the bridge is safe.", "the bridge is safe"),
        ("Officials said more than ten bridges would close.", "more than ten bridges would close"),
    ],
)
def test_speech_ends_where_another_voice_begins(text: str, said: str) -> None:
    assert said in [words for words, _ in told(text)]


@pytest.mark.parametrize("text", ["In a statement on Monday, Berg said, the bridge was safe."])
def test_when_and_where_it_was_said_is_not_said(text: str) -> None:
    assert [words for words, _ in told(text)] == ["the bridge was safe"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Engineers who worked with Anna Berg say they trust the bridge.", "Engineers who worked with Anna Berg"),
        ("Others, like Novak and Berg, say the bridge is safe.", "Others"),
        ("The Berg campaign said it would look at the bridge.", "The Berg campaign"),
        ("“It is safe.”\nHours later, she left, saying the bridge had moved.", "she"),
        ("Novak – the mayor – said the council had agreed.", "Novak"),
        ("“It is safe,” Novak was quoted as saying.", "Novak"),
        ("Danish prime minister Anna Berg speaking to a club called it “a mistake”.", "Danish prime minister"),
        ("“It is safe,” Novak was quoted by the Harbour Post as saying.", "Novak"),
    ],
)
def test_the_whole_subject_speaks(text: str, speaker: str) -> None:
    named = [who for _, who in told(text) if who]
    assert named
    assert any(who.startswith(speaker) for who in named), named


def test_who_is_introduced_by_a_relative_clause_speaks_too() -> None:
    said = told("Berg, who says the bridge is safe, wrote that it will open in May.")
    assert ("the bridge is safe", "who") in said
    assert any(words == "that it will open in May" and (who or "").startswith("Berg") for words, who in said)


def test_a_pronoun_after_the_verb_is_no_speaker_of_it() -> None:
    said = told("Berg, who was to travel to the north on Monday, said they touched on a hard matter.")
    assert ("they touched on a hard matter", "they") not in said
    assert all(who != "they touched on a hard matter" for _, who in said)


def test_a_colon_hands_over_to_the_subject_before_it() -> None:
    said = told("“We are ready,” said Novak. Berg resisted: “The bridge is not ready at all.”")
    assert ("The bridge is not ready at all.", "Berg") in said


@pytest.mark.parametrize("dash", ["- ", "— ", "– "])
def test_a_name_on_the_line_below_signs(dash: str) -> None:
    assert told(f"“The bridge will open in May.”\n{dash}Anna Berg") == [("The bridge will open in May.", "Anna Berg")]


def test_a_sentence_of_a_hundred_thousand_clauses_is_read_in_its_length() -> None:
    """Twice the clauses may cost no more than some three times the time."""

    def cost(clauses: int) -> float:
        text = "Berg said the bridge was safe" + ", which he liked" * clauses + "."
        start = time.process_time()
        told(text)
        return time.process_time() - start

    cost(100)
    assert cost(20_000) < 8 * max(cost(5_000), 0.02)


def test_a_quotation_that_opens_once_runs_on_to_the_mark_that_closes_it() -> None:
    said = told("Berg wrote:\n“The bridge is old.\nIt moves in the wind.\nWe will close it.”\nShe left.")
    assert said == [("The bridge is old.", "Berg"), ("It moves in the wind.", "Berg"), ("We will close it.", "Berg")]


def test_a_forgotten_closing_mark_ends_with_its_paragraph() -> None:
    assert told("“The bridge is old, said Berg.\nIt moves.\nNobody came.")[0][0].startswith("The bridge is old")
    assert len(told("“The bridge is quite old.\nIt moves.\nNobody came.")) == 1


def test_escaped_marks_are_marks() -> None:
    assert told(r"He said: \"The bridge is old.\"") == [("The bridge is old.", "He")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The minister says at least 31 boats have left.", "at least 31 boats have left"),
        ("The minister at first said close to 50 boats had left.", "close to 50 boats had left"),
        ("We condemn in the strongest terms the raid.", "the raid"),
        ("They praised the plan, underscored the need for it, and left.", "the plan"),
    ],
)
def test_what_begins_with_a_number_or_a_circumstance(text: str, said: str) -> None:
    found = told(text)
    assert any(words.startswith(said) for words, _ in found), found
    assert all(who != "the need for it" for _, who in found)


def test_a_kicker_says_nothing() -> None:
    text = "The Latest: “Bridge closes”"
    heading = annotate(text, [Block(kind="title", start=0, end=len(text))])
    assert heading.quotations
    assert all(q.speaker is None for q in heading.quotations)
