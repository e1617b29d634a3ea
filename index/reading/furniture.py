"""Lines that stand around an article and are not of it: links, codes, forms, credits. They are dimmed and not
searched by default, never deleted. What they look like stands in `data/furniture.toml`."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

_LONGEST_FURNITURE = 240
_LONGEST_CAPTION = 600

_DATA = tomllib.loads(files("index.reading").joinpath("data/furniture.toml").read_text(encoding="utf-8"))
_FURNITURE = re.compile(
    "|".join([*(f"(?:{p}).*" for p in _DATA["begins"]), *(f"(?:{p})" for p in _DATA["whole"])]), re.IGNORECASE
)
# Each alone, and in lower case: then Python leaps to where the beginning of one stands (a quarter of the time).
_CAPTION = [re.compile(p) for p in _DATA["caption"]]
# A byline is told by its capitals.
_BYLINE = re.compile(r"(?:By|BY)\s+(?P<author>(?:[A-ZÀ-Þ][\w.’'-]*(?:\s+and|,|\s+&)?\s*){1,6})")


def is_furniture(line: str) -> bool:
    """Whether a whole line, stripped, is furniture."""
    if len(line) > _LONGEST_FURNITURE:
        return False
    return bool(_FURNITURE.fullmatch(line) or author(line))


def is_caption(line: str) -> bool:
    """Whether a line describes a picture: a credit at its end, or "(L)" in it."""
    if len(line) > _LONGEST_CAPTION:
        return False
    line = line.lower()
    return any(pattern.search(line) for pattern in _CAPTION)


def author(line: str) -> str | None:
    """The name in a line that is a byline."""
    found = _BYLINE.fullmatch(line)
    return found["author"].strip() if found and not line.endswith(".") else None
