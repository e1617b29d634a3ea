"""Breaking text into lines of so many cells, with every line's place in the text.

Lines are broken at white space, between wide characters, and, where a word is longer than a line, between graphemes.
Nothing is hyphenated. White space at the end of a line stays with it and may hang over the edge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.text.cells import graphemes, harmless, width_of

# White space at which a line may break: all but the no-break spaces.
_SPACE = r" \t\n\r\v\f\x1c-\x1f\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000"
_WORD = re.compile(rf"([^{_SPACE}]*)([{_SPACE}]*)")


def wrap(text: str, width: int, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The lines of `text[start:end]` as half-open offsets; together they are that stretch, without gap or overlap.

    A grapheme wider than `width` gets a line of its own.
    """
    end = len(text) if end is None else end
    width = max(width, 1)
    line, used = start, 0
    for atom_start, atom_end, word, space in _atoms(text, start, end):
        if used and used + word > width:
            yield line, atom_start
            line, used = atom_start, 0
        for cut in _cuts(text, atom_start, atom_end, width) if word > width else ():
            yield line, cut
            line, word = cut, width_of(harmless(text[cut:atom_end].rstrip()))
        used += word + space
    if line < end:
        yield line, end


def _atoms(text: str, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """What may not be broken: start, end, cells of the word, cells of the white space after it."""
    for found in _WORD.finditer(text, start, end):
        if found.start() == found.end():
            continue
        word = harmless(found[1])
        cells = width_of(word)
        space = width_of(harmless(found[2]))
        if cells > len(word) and (parts := graphemes(word)) and any(part[2] > 1 for part in parts):
            last = len(parts) - 1
            for i, (a, b, each) in enumerate(parts):
                until = found.end() if i == last else found.start() + b
                yield found.start() + a, until, each, space if i == last else 0
        else:
            yield found.start(), found.end(), cells, space


def _cuts(text: str, start: int, end: int, width: int) -> Iterator[int]:
    """Where an overlong word is cut, between graphemes."""
    used = 0
    for at, _, cells in graphemes(harmless(text[start:end].rstrip())):
        if used and used + cells > width:
            yield start + at
            used = 0
        used += cells
