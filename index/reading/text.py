"""Plain text: which stretch of it is title, standfirst, caption, paragraph, crosshead or furniture."""

from __future__ import annotations

import re
from itertools import pairwise

from index.model import Block, BlockKind
from index.reading.furniture import is_caption, is_furniture
from index.words import fold

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w+")
_QUOTED = ">"  # begins a line of a block quotation
_SENTENCE_END = (".", "!", "?", "…", ".”", '."', "?”", '?"', "!”", '!"', ":", ";", ",")
_NARROWEST, _WIDEST = 50, 100  # characters: widths at which texts are broken
_SHORTEST = 40  # characters of a line that broke off for want of room
_CLOSING = "\"”'’»)]"
_LONGEST_TITLE = 300
_LONGEST_CROSSHEAD = 70
_LONGEST_HEADLINE = 140

Place = tuple[int, int]


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in order, without the white space between them.

    A paragraph is a line, or, where the text was broken at a fixed width, what stands between blank lines.
    """
    return label(text, paragraphs(text))


def paragraphs(text: str, start: int = 0) -> list[Place]:
    """The paragraphs from `start` on, stripped of white space around them."""
    lines = [place for m in _LINE.finditer(text, start) if (place := _strip(text, *m.span()))]
    width = _width(text, lines)
    return _join(text, lines, width) if width else lines


def label(text: str, places: list[Place], titled: bool = False) -> tuple[Block, ...]:
    """What each paragraph is. `titled`: the title is known from elsewhere, so that the first is none."""
    kinds: list[BlockKind] = [_kind(text, places, i, titled) for i in range(len(places))]
    body = 0 if titled else 1
    if len(places) > body and kinds[body] == "paragraph" and _is_standfirst(text, places, body):
        kinds[body] = "standfirst"
    return tuple(Block(kind=k, start=s, end=e) for k, (s, e) in zip(kinds, places, strict=True))


def is_headline(line: str) -> bool:
    """Whether a line that stands first reads like a title: not too long, and no sentence."""
    line = " ".join(line.split())
    return len(line) <= _LONGEST_HEADLINE and not line.endswith(_SENTENCE_END) and not is_furniture(line)


def _kind(text: str, places: list[Place], i: int, titled: bool) -> BlockKind:
    start, end = places[i]
    line = text[start:end]
    if i == 0 and not titled and len(line) <= _LONGEST_TITLE and len(places) > 1:
        return "title"
    if is_furniture(line):
        return "furniture"
    if is_caption(line):
        return "caption"
    if 0 < i < len(places) - 1 and _is_crosshead(line):
        after = text[slice(*places[i + 1])]
        if not _is_crosshead(after) and not is_furniture(after):
            return "crosshead"
    return "paragraph"


def _is_crosshead(line: str) -> bool:
    if line.startswith(_QUOTED):
        return False
    return len(line) <= _LONGEST_CROSSHEAD and len(line.split()) <= 9 and not line.endswith(_SENTENCE_END)


def _is_standfirst(text: str, places: list[Place], i: int) -> bool:
    """A summary under the title: it says what a paragraph soon after says again, or it clings to the title where
    paragraphs stand apart."""
    start, end = places[i]
    words = _words(text[start:end])
    if not words or end - start > 500:
        return False
    for s, e in places[i + 1 : i + 5]:
        if len(words & _words(text[s:e])) >= 0.75 * len(words):
            return True
    if i == 0 or len(places) < i + 3:
        return False
    apart = sum("\n\n" in text[a[1] : b[0]] for a, b in pairwise(places[i:]))
    return "\n\n" not in text[places[i - 1][1] : start] and apart >= 0.8 * (len(places) - i - 1)


def _words(line: str) -> set[str]:
    return set(_WORD.findall(fold(line)))


def _strip(text: str, start: int, end: int) -> Place | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if end > start else None


def _width(text: str, lines: list[Place]) -> int | None:
    """At which width the text was broken: lines often break off in mid-sentence, where the next word found no room."""
    follow = [(a, b) for a, b in pairwise(lines) if text.count("\n", a[1], b[0]) == 1]
    widths = [w for (start, end), _ in follow if (w := end - start) <= _WIDEST]
    broken = [(a, b) for a, b in follow if _SHORTEST <= a[1] - a[0] <= _WIDEST and not _ends_sentence(text, a)]
    if len(broken) < max(3, 0.4 * len(follow)) or len(widths) < 0.9 * len(follow):
        return None
    width = sorted(widths)[int(0.8 * len(widths))]  # a few lines may be longer
    full = sum(_is_full(text, a, b, width) for a, b in broken)
    return width if full >= 0.75 * len(broken) and width >= _NARROWEST else None


def _ends_sentence(text: str, line: Place) -> bool:
    return text[slice(*line)].rstrip(_CLOSING).endswith((".", "!", "?", "…", ":"))


def _is_full(text: str, line: Place, following: Place, width: int) -> bool:
    """Would the first word of the following line have made this one longer than `width`?"""
    first = text[slice(*following)].split(maxsplit=1)[0]
    return line[1] - line[0] + 1 + len(first) > width


def _join(text: str, lines: list[Place], width: int) -> list[Place]:
    """The lines made paragraphs; one ends at a blank line, or where a sentence ends before its line is full."""
    joined = [lines[0]]
    for before, line in pairwise(lines):
        apart = text.count("\n", before[1], line[0]) > 1
        if apart or (_ends_sentence(text, before) and not _is_full(text, before, line, width)):
            joined.append(line)
        else:
            joined[-1] = (joined[-1][0], line[1])
    return joined
