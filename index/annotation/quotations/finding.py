"""Who said what in one article.

    marks ──► sentences with their quotations blanked ──► tokens ──► reports ──► utterances ──► memory

A quotation in marks gets its speaker from the grammar of its own sentence where that names one, else from what was
said before and after (`memory`). Speech without marks is given too, as indirect, or as a statement where
whole paragraphs are speech (`statements`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.annotation.cutting.lexemes import Lexemes
from index.annotation.quotations.marks import Marked, scan
from index.annotation.quotations.memory import remembered
from index.annotation.quotations.names import names
from index.annotation.quotations.sentence import Place, Utterance, read_sentence
from index.annotation.quotations.statements import statements
from index.annotation.speech.taglines import tagline
from index.annotation.speech.tokens import BLANK, NAMED, read

if TYPE_CHECKING:
    from index.model import Block

__all__ = ["Place", "Utterance", "find"]

Unit = tuple[int, Place, list[Marked]]
_NEAR = 160  # characters after a quotation within which its cue is looked for
_SHORT = 7  # tokens of a sentence that says no more than who spoke


def find(text: str, blocks: Sequence[Block], sentences: Sequence[Place], lex: Lexemes) -> list[Utterance]:
    """All utterances of `text`, by their place; `sentences` as `sentences.sentences` gives them, `lex` the words.

    Places are half-open, in characters of `text`. A quotation in marks never overlaps another one; an indirect
    utterance or a statement may hold some.
    """
    regions = scan(text, blocks)
    named = names(text, regions)
    frame = _blanked(text, regions, named)
    told = [
        read_sentence(text, frame, unit, lex.written(*unit), blocks[block], block, inside)
        for block, unit, inside in _units(text, frame, blocks, sentences, regions)
    ]
    return sorted([*remembered(told), *statements(text, blocks, told)], key=lambda u: (u.start, -u.end))


def _blanked(text: str, regions: Sequence[Marked], named: frozenset[int]) -> str:
    """The text with every quotation, marks and all, replaced by blanks of the same length."""
    pieces, at = [], 0
    for region in regions:
        length = region.end - region.start
        blank = BLANK * length
        if region.start in named:  # a comma inside the marks parts the name from what follows
            blank = NAMED * (length - 1) + ("," if text[region.inner_end - 1] == "," else NAMED)
        pieces += [text[at : region.start], blank]
        at = region.end
    return "".join([*pieces, text[at:]])


def _units(
    text: str, frame: str, blocks: Sequence[Block], sentences: Sequence[Place], regions: Sequence[Marked]
) -> list[Unit]:
    """The sentences, those that a quotation bridges made one, each with its block and its quotations."""
    units: list[Unit] = []
    block = number = 0
    for start, end in sentences:
        while block + 1 < len(blocks) and blocks[block].end <= start:
            block += 1
        inside = []
        while number < len(regions) and regions[number].start < end:
            inside.append(regions[number])
            number += 1
        if units and units[-1][0] == block and _goes_on(text, frame, units[-1], start, end):
            _, (first, _), before = units.pop()
            units.append((block, (first, end), before + inside))
        else:
            units.append((block, (start, end), inside))
    return units


def _goes_on(text: str, frame: str, before: Unit, start: int, end: int) -> bool:
    """Does the stretch from `start` belong to the sentence before: inside a quotation, or "…?" he asked?"""
    _, (_, stop), inside = before
    if not inside or frame[stop - 1] != BLANK:
        return False
    if inside[-1].end > start:
        return True
    last = text[inside[-1].inner_end - 1]
    tokens = read(frame, start, min(end, start + _NEAR))
    said = tagline(tokens, 0)
    if said is None or tokens.tags[said[1][0]] not in "VB" or "X" in tokens.tags[: said[1][0]]:
        return False
    behind = tokens.tags[said[1][1] + 1 :]
    ends = behind[:1] in ("", ".") and said[1][1] < _SHORT
    introduces = re.match("[Aw]{0,2}[,:]?Q|:", behind)
    return ends if last not in "?!…—-," else not introduces
