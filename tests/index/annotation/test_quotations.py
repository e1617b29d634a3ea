"""Who said what: constructed examples, the sample's quotations, and what holds for any text."""

from __future__ import annotations

import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.annotation.quotations import Utterance, find
from index.annotation.sentences import sentences
from index.model import Block, BlockKind

ROOT = Path(__file__).resolve().parents[3]


def blocks(text: str, kinds: dict[int, BlockKind] | None = None) -> list[Block]:
    found, at = [], 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            found.append(Block(kind=(kinds or {}).get(number, "paragraph"), start=at, end=at + len(line)))
        at += len(line) + 1
    return found


def utterances(text: str, kinds: dict[int, BlockKind] | None = None) -> list[Utterance]:
    parts = blocks(text, kinds)
    return find(text, parts, sentences(text, parts))


def told(text: str, kinds: dict[int, BlockKind] | None = None) -> list[tuple[str, str, str | None]]:
    """Kind, words and speaker of each utterance."""
    return [
        (u.kind, text[u.start : u.end], text[u.speaker[0] : u.speaker[1]] if u.speaker else None)
        for u in utterances(text, kinds)
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We will go on,” the minister said.", "the minister"),
        ('"We will go on," said Prime Minister Jan Novak on Monday.', "Prime Minister Jan Novak"),
        ("“We will go on,” Anna Berg, a minister of the interior, said.", "Anna Berg, a minister of the interior,"),
        ("“We will go on,” said Anna Berg, a minister of the interior.", "Anna Berg, a minister of the interior"),
        ("“Shall we go on?” he asked.", "he"),
        ("The two ministers told reporters: “We will go on.”", "The two ministers"),
        ("Novak and Berg said in a joint statement, “We will go on.”", "Novak and Berg"),
        ("“We will go on,” the president shot back.", "the president"),
        ("According to the foreign ministry, “the talks will go on.”", "the foreign ministry"),
        ("Novak left the hall, saying “the talks will go on.”", "Novak"),
        ("The talks, a move Norway called “a grave mistake,” went on.", "Norway"),
        ("“We will go on.” — Anna Berg", "Anna Berg"),
        ("Novak met Berg in Oslo and said the talks were “a good start.”", "Novak"),
        ("Berg, in June during an interview with the radio said “the talks will go on.”", "Berg"),
    ],
)
def test_the_speaker_of_a_quotation(text: str, speaker: str) -> None:
    quoted = [u for u in utterances(text) if u.kind in ("direct", "partial")]
    assert [text[u.speaker[0] : u.speaker[1]] if u.speaker else None for u in quoted] == [speaker]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("Berg said that the talks had failed.", "that the talks had failed", "Berg"),
        ("The talks had failed, officials said on Tuesday.", "The talks had failed", "officials"),
        ("Ankara has repeatedly stressed the deal was done.", "the deal was done", "Ankara"),
        ("According to the statement, the talks had failed.", "the talks had failed", "the statement"),
        ("Both sides agreed to meet again.", "to meet again", "Both sides"),
        ("Berg called for an end to the talks.", "an end to the talks", "Berg"),
        ("While Berg said the talks had failed, he stayed.", "the talks had failed", "Berg"),
    ],
)
def test_indirect_speech(text: str, content: str, speaker: str) -> None:
    assert told(text) == [("indirect", content, speaker)]


def test_one_sentence_may_tell_of_several_acts_of_speech() -> None:
    text = "Berg said the talks had failed, adding that they would meet again."
    assert told(text) == [
        ("indirect", "the talks had failed", "Berg"),
        ("indirect", "that they would meet again", "Berg"),
    ]


def test_a_partial_quotation_is_given_beside_the_indirect_speech_around_it() -> None:
    text = "Berg told Novak that the long talks of the past weeks were “a done deal”."
    assert told(text) == [
        ("indirect", "that the long talks of the past weeks were “a done deal”", "Berg"),
        ("partial", "a done deal", "Berg"),
    ]


def test_cue_and_addressee() -> None:
    text = "Berg had told reporters in Oslo that the talks had failed."
    (said,) = utterances(text)
    assert said.cue is not None
    assert said.addressee is not None
    assert text[slice(*said.cue)] == "had told"
    assert text[slice(*said.addressee)] == "reporters in Oslo"


def test_a_quotation_without_a_cue_belongs_to_who_spoke_in_the_paragraph() -> None:
    text = "“We tried,” Berg said. “It did not work. We go home.”"
    assert told(text) == [("direct", "We tried,", "Berg"), ("direct", "It did not work. We go home.", "Berg")]


def test_a_quotation_over_paragraphs_keeps_its_speaker_and_group() -> None:
    first, second = utterances("“We tried hard this year,” Berg said. “It did not work.\n“We go home now.”")[1:]
    assert first.group == second.group
    assert first.speaker == second.speaker is not None


def test_a_heading_in_single_marks_is_spoken_by_who_speaks_below() -> None:
    text = "Talks end\nThe talks ended in Oslo.\n'No deal in sight'\nBerg told Novak that they had failed."
    assert told(text, {0: "title", 2: "crosshead"})[0] == ("heading", "No deal in sight", "Berg")


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “green line” runs through the town.",
        "He appeared on the show “Face the Day” in Oslo.",
        "Robert “Bobby” Smith ran the office.",
    ],
)
def test_scare_quotes_titles_and_nicknames_are_no_speech(text: str) -> None:
    assert [(u.kind, u.speaker) for u in utterances(text) if u.kind != "indirect"] == [("scare", None)]


def test_nothing_is_found_in_furniture() -> None:
    assert utterances("“We go,” Berg said.", {0: "furniture"}) == []


@pytest.mark.parametrize("name", ["000_13f9b9818d09b800", "001_61d3110637268bbc", "004_e9e0b457ed136a7a"])
def test_every_quotation_in_marks_of_the_sample(name: str) -> None:
    gold_file = ROOT.parent / "shared" / "gold" / "seeds" / f"{name}.txt.json"
    if not gold_file.exists():
        pytest.skip("the gold of the sample is not here (../shared/gold/seeds)")
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    text = (ROOT / "seeds" / f"{name}.txt").read_bytes().decode("utf-8")
    lines = text.split("\n")
    kinds: dict[int, BlockKind] = {i: "crosshead" for i, line in enumerate(lines) if line[:1] == line[-1:] == "'"}
    kinds[0] = "title"
    found = {(u.start, u.end): u for u in utterances(text, kinds)}
    wanted = [q for q in gold["quotations"] if q.get("marks")]
    for quotation in wanted:
        said = found[quotation["outer"]["start"] + 1, quotation["outer"]["end"] - 1]
        assert said.kind == quotation["type"]
        if quotation["speaker_mention"]:
            assert said.speaker == (quotation["speaker_mention"]["start"], quotation["speaker_mention"]["end"])


_PIECES = st.sampled_from(
    "“ ” \" ' ’ « » , . ; : - ( ) \n said saying that told to by who and according claim his Berg Novak the minister "
    "officials he a in on Monday 's was is not “We go,” \x01".split(" ")
)


@pytest.mark.parametrize("piece", ["“", '"', "'a ", "he said, ", "said ", "“a ", "N ", "a, "])
def test_a_hostile_text_does_not_hang(piece: str) -> None:
    text = piece * 8000
    before = time.process_time()
    utterances(text)
    assert time.process_time() - before < 4  # takes less than one; quadratic steps would take many


@settings(max_examples=300)
@given(st.lists(_PIECES, max_size=40).map(" ".join) | st.text(max_size=80))
def test_what_holds_for_any_text(text: str) -> None:
    found = utterances(text)
    for said in found:
        assert 0 <= said.start < said.end <= len(text)
        assert 0 <= said.confidence <= 1
        assert said.rule
        for place in (said.speaker, said.cue, said.addressee):
            assert place is None or 0 <= place[0] < place[1] <= len(text)
    quoted = [said for said in found if said.kind != "indirect"]
    assert all(before.end <= after.start for before, after in pairwise(quoted))
    assert [(u.start, -u.end) for u in found] == sorted((u.start, -u.end) for u in found)
