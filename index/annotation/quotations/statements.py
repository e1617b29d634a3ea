"""Speech that stands without marks: transcripts, statements after a colon, block quotations, a readout pasted in.

All are told by their frame, never by their words alone: labels that take turns ("BERG: …", "Q: …"), a sentence that
announces ("The ministry said in a statement:"), a passage set off from the text (`set_off`), a post with
its signature and day, a paragraph that speaks of "today" beside one that goes on with "The readout also said …". Where
the frame is not complete, nothing is found.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from index.annotation.data import table
from index.annotation.quotations.sentence import DOCUMENTS, Place, Told, Utterance
from index.annotation.quotations.set_off import SetOff, set_off

if TYPE_CHECKING:
    from index.model import Block

_NAME = r"[^\W\d_a-z][\w.’'-]*(?:[ \t\xa0][^\W\d_a-z][\w.’'-]*){0,3}(?:[ \t\xa0]\([^()\n]{1,40}\))?"
_LABEL = re.compile(rf"\s*(?:(?P<asked>Q)(?=[ \xa0][A-Z“\"])|(?P<turn>[QA])[.:]|(?P<name>{_NAME}):)[ \t\xa0]+(?=\S)")
_ASKED = frozenset(("Q", "Question"))
_ANSWERED = frozenset(("A", "Answer"))
_FEWEST_TURNS = 3
_LONGEST_TURN = 6  # paragraphs
_POST = re.compile(  # "… pic.example.org/x — Anna Berg (@aberg) May 3, 2020"
    r"(?:\s(?:https?://|pic\.)\S+)*\s*(?:―|—|–|--?)[ \t\xa0]*(?P<name>[^\n()@—–―]{2,50}?)[ \t\xa0]\(@\w{1,15}\)"
    r"[ \t\xa0]+[^\n]{5,16}\d{4}\s*"
)
_FIRST_PERSON = re.compile(r"\b(?:we|our|ours|us|I|my)\b", re.IGNORECASE)
_TODAY = re.compile(r"\b(?:today|tonight)\b", re.IGNORECASE)
_ALSO = frozenset("also further added adds".split())
_CONFIDENCE: dict[str, float] = table("confidence")["statement"]


def statements(text: str, blocks: Sequence[Block], told: Sequence[Told]) -> list[Utterance]:
    """The stretches of speech without marks of an article, one a paragraph, in order."""
    by_block = _by_block(told)
    passages = [p for p in set_off(text, blocks) if p.marked or _is_announced(p, by_block)]
    shaped = {number for passage in passages for number in passage.blocks}
    return _disjoint(
        [
            *(said for passage in passages for said in _set_off(passage, by_block)),
            *_turns(text, blocks),
            *_posts(text, blocks, by_block),
            *_pasted(text, blocks, by_block),
            *_announced(text, blocks, told, by_block, shaped),
        ]
    )


def _disjoint(found: Sequence[Utterance]) -> list[Utterance]:
    """The statements by their place; of those that overlap, the one that comes first in `found`."""
    kept: list[Utterance] = []
    for said in found:
        at = bisect_left(kept, said.start, key=lambda other: other.start)
        if (not at or kept[at - 1].end <= said.start) and (at == len(kept) or said.end <= kept[at].start):
            kept.insert(at, said)
    return kept


def _by_block(told: Sequence[Told]) -> dict[int, list[Told]]:
    found: dict[int, list[Told]] = {}
    for sentence in told:
        found.setdefault(sentence.block, []).append(sentence)
    return found


def _statement(start: int, end: int, speaker: Place | None, rule: str, group: int) -> Utterance:
    return Utterance(start, end, "statement", speaker, None, None, rule, _CONFIDENCE[rule], f"s{group}")


# Transcripts --------------------------------------------------------------------------------------------------------


def _turns(text: str, blocks: Sequence[Block]) -> Iterator[Utterance]:
    """The turns of a transcript: paragraphs that begin with a label, and those that go on after one."""
    labels = {
        number: found
        for number, block in enumerate(blocks)
        if block.kind == "paragraph" and (found := _LABEL.match(text, block.start, block.end))
    }
    for run in _runs(labels, blocks):
        for (first, after) in pairwise([*run, run[-1] + 1]):
            for number in range(first, after):
                start = labels[first].end() if number == first else blocks[number].start
                yield _statement(start, blocks[number].end, _name(labels[first]), "turn", first)


def _name(label: re.Match[str]) -> Place:
    return label.span(label.lastgroup or 0)


def _runs(labels: dict[int, re.Match[str]], blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The numbers of labelled paragraphs that follow each other closely and take turns."""
    run: list[int] = []
    for number in [*labels, None]:
        near = run and number is not None and number - run[-1] <= _LONGEST_TURN
        if near and all(blocks[i].kind == "paragraph" for i in range(run[-1], number or 0)):
            run.append(number or 0)
            continue
        if _take_turns([labels[i][labels[i].lastgroup or 0] for i in run]):
            yield run
        run = [number] if number is not None else []


def _take_turns(names: Sequence[str]) -> bool:
    """Do labels belong to a conversation: several, one of them again, or a question and its answer?"""
    known = Counter(names)
    if not _ASKED.isdisjoint(known) and not _ANSWERED.isdisjoint(known):
        return True
    return len(names) >= _FEWEST_TURNS and len(known) > 1 and max(known.values()) > 1


# Statements ---------------------------------------------------------------------------------------------------------


def _announced(
    text: str, blocks: Sequence[Block], told: Sequence[Told], by_block: dict[int, list[Told]], shaped: Collection[int]
) -> Iterator[Utterance]:
    """What follows "The ministry said in a statement:": the next paragraph, and those that go on as "we"."""
    for sentence in told:
        first = number = sentence.block + 1
        if sentence.introduced is None or not sentence.announces:
            continue
        while number < len(blocks) and blocks[number].kind == "paragraph" and not _speaks(by_block.get(number, [])):
            start, end = blocks[number].start, blocks[number].end
            if number in shaped or (number > first and not _FIRST_PERSON.search(text, start, end)):
                break
            yield _statement(start, end, sentence.introduced, "announced", first)
            number += 1


def _set_off(passage: SetOff, by_block: dict[int, list[Told]]) -> Iterator[Utterance]:
    """What a passage that is set off says: whoever signed it speaks, else whoever the sentence before it introduces.

    A sentence in marks at the start of a line is a quotation of its own.
    """
    before = _before(passage, by_block)
    speaker, rule = passage.signature, "signature"
    if speaker is None:
        speaker, rule = before and before.introduced, "announced"
    inside = [sentence for number in passage.blocks for sentence in by_block.get(number, ())]
    in_marks = {quoted.region.start for sentence in inside for quoted in sentence.quoted if quoted.whole}
    for start, end in passage.places:
        if start not in in_marks:
            yield _statement(start, end, speaker, rule if speaker else "nobody named", passage.blocks.start)


def _before(passage: SetOff, by_block: dict[int, list[Told]]) -> Told | None:
    """The sentence before a passage."""
    sentences = by_block.get(passage.blocks.start - 1)
    return sentences[-1] if sentences else None


def _is_announced(passage: SetOff, by_block: dict[int, list[Told]]) -> bool:
    before = _before(passage, by_block)
    return before is not None and before.announces and before.introduced is not None


def _pasted(text: str, blocks: Sequence[Block], by_block: dict[int, list[Told]]) -> Iterator[Utterance]:
    """A readout pasted in: a paragraph of "today" before one that goes on with "The readout also said …"."""
    for number, block in enumerate(blocks[:-1]):
        issuer = _goes_on_with(text, by_block.get(number + 1, []))
        if issuer is None or block.kind != "paragraph" or _speaks(by_block.get(number, [])):
            continue
        if _TODAY.search(text, block.start, block.end):
            yield _statement(block.start, block.end, issuer, "pasted in", number)


def _goes_on_with(text: str, sentences: Sequence[Told]) -> Place | None:
    """Who speaks in the first of the sentences, if it is a document that "also" says something."""
    if not sentences or sentences[0].speaker is None:
        return None
    start, end = sentences[0].speaker
    documents = DOCUMENTS.intersection(text[start:end].lower().split())
    return (start, end) if documents and not _ALSO.isdisjoint(text[end : end + 40].lower().split()) else None


def _posts(text: str, blocks: Sequence[Block], by_block: dict[int, list[Told]]) -> Iterator[Utterance]:
    """Posts copied in: what stands before a signature like "— Anna Berg (@aberg) May 3, 2020"."""
    if "(@" not in text:
        return
    for number, block in enumerate(blocks):
        if block.kind != "paragraph" or text.find("(@", block.start, block.end) < 0:
            continue
        signed = _POST.search(text, block.start, block.end)
        if signed is None or signed.end() < block.end:
            continue
        alone = signed.start() == block.start
        post, end = (number - 1, blocks[number - 1].end) if alone and number else (number, signed.start())
        in_marks = any(said.whole and said.leads for sentence in by_block.get(post, ()) for said in sentence.quoted)
        if blocks[post].kind == "paragraph" and blocks[post].start < end and not in_marks:
            yield _statement(blocks[post].start, end, signed.span("name"), "signature", number)


def _speaks(sentences: Sequence[Told]) -> bool:
    """Does anybody speak in the sentences already?"""
    return any(sentence.quoted or sentence.speaker is not None for sentence in sentences)
