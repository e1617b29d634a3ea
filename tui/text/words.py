"""Moving a place in a text by words."""

from __future__ import annotations

import re

_WORD = re.compile(r"(\w(?:\S*\w)?)([.,;:!?…]*)")
"""A word without the marks around it, and what of punctuation follows it at once."""


def moved(text: str, span: tuple[int, int], edge: str, step: int, within: tuple[int, int]) -> tuple[int, int]:
    """The half-open `span` of `text` with its "start" or "end" moved by a word, forward (`step` 1) or back (-1).

    Words end before their punctuation, and once more after it. The span stays inside `within` and keeps a word; where
    it cannot move it is given back as it was.
    """
    start, end = span
    words = list(_WORD.finditer(text, *within))
    if edge == "start":
        places = [word.start() for word in words if word.start() < end]
    else:
        places = sorted({place for word in words for place in (word.end(1), word.end(2)) if place > start})
    here = start if edge == "start" else end
    beyond = [place for place in places if (place > here if step > 0 else place < here)]
    if not beyond:
        return span
    place = beyond[0] if step > 0 else beyond[-1]
    return (place, end) if edge == "start" else (start, place)
