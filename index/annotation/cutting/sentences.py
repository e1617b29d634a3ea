"""Where sentences end.

A stop ends a sentence unless what stands before it is an abbreviation or what follows goes on in lower case. No
sentence crosses a block, and what stands in furniture is no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from index.annotation.data import words

if TYPE_CHECKING:
    from index.model import Block

# A stop with the closing marks that belong to it, and the first character after the gap. Where the gap was forgotten
# ("in Ankara.The talks"), a small letter before and a capitalised word after show that it is one. It is written with a
# plain first character, not as a run, because then the search is three times as fast.
_STOP = re.compile(
    r"(?P<stop>[.!?…][.!?…]*)[”\"’'»)\]]*(?:(?=\s+(?P<next>\S))|(?<=[a-z][a-z][.!?])(?=(?:[A-Z][a-z]+|[AI])[\s'’,]))"
)
_LAST_WORD = re.compile(r"(?:.*[\s(\[“\"‘'«„—–/-])?(.*)", re.DOTALL)
_FIRST_WORD = re.compile(r"[\s(\[“\"‘'«„]*(\w+)")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")

_WORDS = words("sentences")
_LONGEST = 24  # no abbreviation is longer; keeps a hostile text without gaps from costing more than its length
_TOO_LONG = 4000  # characters: a list or a table, which is cut so that it costs no more than its length


def sentences(text: str, blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """The sentences of `text`, in order: half-open offsets without the white space around."""
    return [
        span
        for block in blocks
        if block.kind != "furniture"
        for span in sentences_between(text, block.start, min(block.end, len(text)))
    ]


def sentences_between(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The block from `start` to `end` without the white space around, cut after each stop that ends a sentence.

    What has no such stop for thousands of characters is cut between two words.
    """
    block = text[start:end]
    begin = start + len(block) - len(block.lstrip())
    end = start + len(block.rstrip())
    found = []
    for match in _STOP.finditer(text, begin, end):
        if _ends(text, begin, match):
            found.append((begin, match.end()))
            begin = match.end() if match["next"] is None else match.start("next")
    if begin < end:
        found.append((begin, end))
    return found if len(block) <= _TOO_LONG else [piece for place in found for piece in _pieces(text, *place)]


def _pieces(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces, each of whole words, of what is too long for a sentence."""
    while end - begin > _TOO_LONG:
        gap = max(text.rfind(blank, begin, begin + _TOO_LONG) for blank in " \n")
        if gap < 0:
            break
        yield begin, begin + len(text[begin:gap].rstrip())
        begin = gap
        while text[begin].isspace():
            begin += 1
    yield begin, end


def _ends(text: str, begin: int, match: re.Match[str]) -> bool:
    """Does the sentence that begins at `begin` end with this stop?"""
    following = match["next"]
    if following is None:
        return True
    if following.islower() or following in ".,;:)]…":
        return False
    if match["stop"] != ".":
        return True
    last = _LAST_WORD.match(text, max(begin, match.start() - _LONGEST), match.start())
    word = last[1] if last else ""
    if word.isdigit() and not text[begin : match.start() - len(word)].strip():
        return False  # "1. First", an item of a list
    lowered = word.lower()
    if lowered in _WORDS["before_a_name"]:
        return False
    if word == "X" and text.endswith(" on ", begin, match.start() - 1):
        return True  # where "Berg wrote on X", there is no initial
    if lowered in _WORDS["often_last"] or _ACRONYM.match(word):
        return _starter(text, match.end())
    return True


def _starter(text: str, at: int) -> bool:
    """Is the word after `at` one that often begins a sentence and seldom goes on after an abbreviation?"""
    first = _FIRST_WORD.match(text, at)
    return first is not None and first[1].lower() in _WORDS["starters"]
