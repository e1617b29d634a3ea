"""What a character takes on the screen, and what may be sent to it."""

from __future__ import annotations

import unicodedata
from functools import cache

from rich.cells import cell_len, split_graphemes

ELLIPSIS = "…"


@cache
def _substitutes() -> dict[int, str]:
    """One visible stand-in for each character that a terminal would obey instead of show.

    Each is a single character, so that offsets stay what they are.
    """
    table = {code: chr(0x2400 + code) for code in range(0x20)}
    table.update(dict.fromkeys(map(ord, "\t\n\r\v\f\x85\u2028\u2029"), " "))
    table.update(dict.fromkeys(range(0x80, 0x85), "�"))
    table.update(dict.fromkeys(range(0x86, 0xA0), "�"))
    table[0x7F] = "␡"
    # Marks that turn the direction of writing, hide what follows or take no cell where another terminal gives one.
    table.update(dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "·"))
    table.update(dict.fromkeys([0x00AD, 0x200B, 0x2060, 0xFEFF, *range(0xE0000, 0xE0080)], "·"))
    return table


_LONE_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "�")


def harmless(text: str) -> str:
    """`text` as it may be sent to a terminal: as long as before, with nothing in it that a terminal obeys."""
    if text.isascii() and text.isprintable():
        return text
    shown = text.translate(_substitutes())
    if any(unicodedata.category(c) == "Cs" for c in shown):
        shown = shown.translate(_LONE_SURROGATES)
    return shown


def width_of(text: str) -> int:
    """The cells that `text` takes."""
    return cell_len(text)


def graphemes(text: str) -> list[tuple[int, int, int]]:
    """What a reader sees as characters: start, end and cells of each."""
    return split_graphemes(text)[0]


def clip(text: str, width: int) -> str:
    """`text` in at most `width` cells; where it was cut it ends in an ellipsis."""
    if width_of(text) <= width:
        return text
    if width < 1:
        return ""
    end = room = 0
    for _, end_here, cells in graphemes(text):
        if room + cells > width - 1:
            break
        end, room = end_here, room + cells
    return text[:end].rstrip() + ELLIPSIS
