"""Saying the same to a terminal in fewer bytes: over a slow line each one counts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_STYLE = re.compile(r"\x1b\[([\d;]*)m")
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29"}
"""What ends a part of a style; bold and faint have the same end."""
_MOVE = re.compile(r"(?:\x1b\[\d+;\d+H)*")
_NEEDLESS = re.compile(r"\n(?=\x1b\[\d+;\d+H)")
"""A new line from which the cursor is at once put elsewhere. Nothing is drawn below the last row, so none scrolls."""


class _Look(NamedTuple):
    """What an escape sequence for style sets: colours of ink and paper (39 and 49: the terminal's own), the rest."""

    ink: str
    paper: str
    rest: frozenset[str]


def terse(drawn: str) -> str:
    """`drawn` without what it says twice: each of its words sets a whole style and ends it, even where the next has
    the same one but for a colour. It must begin and end without a style, and so does what comes of it."""
    said: list[str] = []
    now = ""
    parts = _STYLE.split(_NEEDLESS.sub("", drawn))
    last = len(parts) - 1
    for at in range(1, last, 2):
        text, style = parts[at - 1], parts[at]
        said.append(text)
        if style not in ("", "0"):
            said.append(_change(now, style))
            now = style
        elif at + 2 > last or not _MOVE.fullmatch(parts[at + 1]) or parts[at + 2] in ("", "0"):
            said.append("\x1b[0m" if now else "")
            now = ""
    said.append(parts[last])
    return "".join(said)


@lru_cache(2048)
def _change(before: str, after: str) -> str:
    """What takes the terminal from one style to another."""
    one, other = _look(before), _look(after)
    gone = one.rest - other.rest
    if not gone <= _OFF.keys():
        return f"\x1b[0;{after}m"
    off = {_OFF[each] for each in gone}
    left = {each for each in one.rest - gone if _OFF.get(each) not in off}
    colours = ((one.ink, other.ink), (one.paper, other.paper))
    news = [*sorted(off), *sorted(other.rest - left), *(new for old, new in colours if new != old)]
    return min(f"\x1b[{';'.join(news)}m" if news else "", f"\x1b[0;{after}m", key=len)


def _look(style: str) -> _Look:
    ink, paper = "39", "49"
    rest: set[str] = set()
    numbers = iter(style.split(";") if style else ())
    for number in numbers:
        colour = number
        if number in ("38", "48"):
            kind = next(numbers)
            colour = ";".join([number, kind, *(next(numbers) for _ in range(3 if kind == "2" else 1))])
        if number[0] in "39" and len(number) == 2:
            ink = colour
        elif number[0] in "41" and len(number) > 1:
            paper = colour
        else:
            rest.add(number)
    return _Look(ink, paper, frozenset(rest))
