"""Lines made of pieces: some text, and the name of the style that it is shown in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.text.cells import clip, harmless, width_of


class Piece(NamedTuple):
    """Text in one style. The style is a name that the widget knows; "" is the widget's own."""

    text: str
    style: str = ""


Line = Sequence[Piece]


def line(text: str, style: str = "") -> Line:
    """A line in one style."""
    return (Piece(text, style),)


def cells(pieces: Line) -> int:
    """The cells that a line takes."""
    return sum(width_of(piece.text) for piece in pieces)


def fit(pieces: Line, width: int) -> Line:
    """The line made harmless and cut to `width` cells."""
    fitted: list[Piece] = []
    room = width
    for piece in pieces:
        text = clip(harmless(piece.text), room)
        if text:
            fitted.append(Piece(text, piece.style))
        room -= width_of(text)
        if text != piece.text and width_of(harmless(piece.text)) > width_of(text):
            break
    return fitted


def padded(pieces: Line, width: int) -> Line:
    """The line in exactly `width` cells: cut, or with blanks after it."""
    fitted = fit(pieces, width)
    return [*fitted, Piece(" " * (width - cells(fitted)))]


def whole(pieces: Line, width: int) -> Line:
    """As many pieces, from the first on, as stand whole in `width` cells; the first is cut if need be."""
    shown = list(pieces[:1])
    for piece in pieces[1:]:
        if cells([*shown, piece]) > width:
            break
        shown.append(piece)
    return fit(shown, width)


def spread(left: Line, right: Line, width: int, fill: str = " ") -> Line:
    """Two lines in one: the left one is cut so that the right one stands whole at the right edge.

    `fill`, of one cell, fills the room between them.
    """
    right = fit(right, width)
    room = width - cells(right)
    left = fit(left, room - 1 if right else room)
    return [*left, Piece(fill * (room - cells(left)), "rule" if fill != " " else ""), *right]
