"""Passages set off from the text: every line begun with ">", or all of it indented more than what stands around.

A ">" needs no more, as in Markdown and in mails. Indentation alone says little (verse, lists, the first lines of
paragraphs), so there a sentence before must announce that something will be said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.model import Block

Place = tuple[int, int]

_QUOTED = re.compile(r"[ \t]*>(?!>>)(?:[ \t]?>)*(?=[ \t]|[^\W\d_]|[“\"‘'«]|$)[ \t]*", re.MULTILINE)
_LINE = re.compile(r"[^\n]+")
_ITEM = re.compile(r"(?:[-*•–·]|\(?\w{1,2}[.)])\s")
_SIGNED = re.compile(r"(?:―|—|–|--)[ \t\xa0]*(?P<name>[^\W\d_a-z][^\n,]{2,60}?)[.,]?(?:,[^\n]*)?[ \t]*(?=\n|\Z)")
_STOP = re.compile(r"[.!?…][”\"’')]*\s*$")
_DEEPER = 2  # columns
_WIDEST = 40  # characters of white space before a paragraph, at most
_OTHERS = 2  # paragraphs that must stand further left, so that the indentation is not that of all


@dataclass(frozen=True, slots=True)
class SetOff:
    """A passage: the numbers of its blocks, the places of its words, one a line or paragraph, and who signed it.

    A ">" within a paragraph is none of the words: there each line is a place of its own, so that what is cut out by
    the offsets holds the words alone.
    """

    blocks: range
    places: tuple[Place, ...]
    marked: bool
    signature: Place | None = None


def set_off(text: str, blocks: Sequence[Block]) -> list[SetOff]:
    """The passages of an article that are set off, in order."""
    marked = list(_by_marks(text, blocks)) if ">" in text else []
    taken = {number for passage in marked for number in passage.blocks}
    runs = _indented(text, blocks) if "\n " in text or "\n\t" in text else ()
    indented = [SetOff(run, _whole(blocks, run), False) for run in runs if taken.isdisjoint(run)]
    return sorted([*marked, *indented], key=lambda passage: passage.blocks.start)


def _runs(flags: Sequence[bool]) -> Iterator[range]:
    """The stretches of numbers whose flags are set."""
    start = None
    for number, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = number
        elif not flag and start is not None:
            yield range(start, number)
            start = None


# With ">" -----------------------------------------------------------------------------------------------------------


def _by_marks(text: str, blocks: Sequence[Block]) -> Iterator[SetOff]:
    for run in _runs([_is_marked(text, block) for block in blocks]):
        if (passage := _marked(text, blocks, run)).places:
            yield passage


def _is_marked(text: str, block: Block) -> bool:
    marked = text.startswith(">", block.start) and _QUOTED.match(text, block.start, block.end) is not None
    return marked and block.kind not in ("title", "furniture")


def _marked(text: str, blocks: Sequence[Block], run: range) -> SetOff:
    """The passage of a run of blocks that begin with ">"; without places where it is no sentence (a link)."""
    places = [place for number in run for place in _lines(text, blocks[number])]
    signed = _SIGNED.match(text, *places[-1]) if len(places) > 1 else None
    if signed:
        places.pop()
    if not any(_STOP.search(text, *place) for place in places):
        places = []
    return SetOff(run, tuple(places), True, signed.span("name") if signed else None)


def _lines(text: str, block: Block) -> Iterator[Place]:
    """The lines of a block without the ">" before each and without white space; empty ones fall away."""
    for line in _LINE.finditer(text, block.start, block.end):
        mark = _QUOTED.match(text, *line.span())
        start = mark.end() if mark else line.start()
        words = text[start : line.end()]
        start += len(words) - len(words.lstrip())
        if words := words.strip():
            yield start, start + len(words)


# By indentation -----------------------------------------------------------------------------------------------------


def _indented(text: str, blocks: Sequence[Block]) -> Iterator[range]:
    """The runs of paragraphs that are indented more than what stands around them."""
    depths = [_depth(text, block) for block in blocks]
    usual = sorted(depth for depth, block in zip(depths, blocks, strict=True) if block.kind == "paragraph")
    if len(usual) <= _OTHERS:
        return
    deeper = usual[_OTHERS - 1] + _DEEPER
    for run in _runs([block.kind == "paragraph" and d >= deeper for block, d in zip(blocks, depths, strict=True)]):
        if not any(_ITEM.match(text, blocks[number].start) for number in run):
            yield run


def _depth(text: str, block: Block) -> int:
    """The column at which the line of a block begins that is indented least."""
    before = text[max(0, block.start - _WIDEST) : block.start]
    first = before[len(before.rstrip(" \t")) :]
    others = text[block.start : block.end].split("\n")[1:]
    return min(_columns(white) for white in (first, *(line[: len(line) - len(line.lstrip(" \t"))] for line in others)))


def _columns(white: str) -> int:
    return len(white.expandtabs(4))


def _whole(blocks: Sequence[Block], run: range) -> tuple[Place, ...]:
    return tuple((blocks[number].start, blocks[number].end) for number in run)
