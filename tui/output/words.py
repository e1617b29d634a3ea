"""Words for people, and text made harmless for a terminal. Pure."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.model import Quotation, Speaker, When

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


def count(number: int, noun: str) -> str:
    """A number and its noun: "1 article", "1,204 articles"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def iso(when: When | None) -> str:
    """A date for machines and sorting: its first day, month or year, or nothing."""
    if when is None or when.from_ is None:
        return ""
    return when.from_[: {"month": 7, "year": 4}.get(when.precision or "day", 10)]


def day(when: When | None) -> str:
    """A date for people, as precise as it is known: "1 Apr 2021", "Apr 2021", "2021"; or the words alone."""
    if when is None:
        return ""
    if when.from_ is None:
        return f"“{one_line(when.text)}”" if when.text else ""
    first = date.fromisoformat(when.from_)
    if when.precision == "year":
        return f"{first.year}"
    if when.precision == "month":
        return f"{first:%b} {first.year}"
    words = f"{first.day} {first:%b} {first.year}"
    return f"week of {words}" if when.precision == "week" else words


def who(speaker: Speaker | None, name: Callable[[str], str]) -> str:
    """Who speaks or is spoken to: the actors' names, or else the words as written, or nothing."""
    if speaker is None:
        return ""
    return one_line(" and ".join(map(name, speaker.actors)) or speaker.text or "")


def said_by(quotation: Quotation, name: Callable[[str], str]) -> str:
    """Speaker and addressee: "Mevlüt Çavuşoğlu → Antony Blinken"."""
    speaker, addressee = who(quotation.speaker, name), who(quotation.addressee, name)
    return f"{speaker or '?'} → {addressee}" if addressee else speaker
