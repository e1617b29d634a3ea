"""Text made fit for a line and harmless for a terminal. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.phrases import voice

if TYPE_CHECKING:
    from index.model import Quotation, When

# Controls (but tab and line end), marks that turn the direction of writing, odd line ends, halves of surrogate pairs.
_HARMFUL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def harmless(text: str) -> str:
    """`text` with everything that could command a terminal made visible instead, character for character: offsets
    stay. Escape becomes ␛, other controls their pictures, marks of direction and broken characters �."""
    return _HARMFUL.sub(_picture, text)


def one_line(text: str) -> str:
    """`text` made harmless, and all white space in it single blanks: fit for a field of a line."""
    return harmless(" ".join(text.split()))


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "�"


def iso(when: When | None) -> str:
    """A date for machines and sorting: its first day, month or year, or nothing."""
    if when is None or when.from_ is None:
        return ""
    return when.from_[: {"month": 7, "year": 4}.get(when.precision or "day", 10)]


def said_by(quotation: Quotation, names: dict[str, str]) -> str:
    """Speaker and addressee: "Mevlüt Çavuşoğlu → Antony Blinken"; nothing where nobody is given."""
    speaker, addressee = voice(quotation.speaker, names), voice(quotation.addressee, names)
    return f"{speaker or '?'} → {addressee}" if addressee else speaker
