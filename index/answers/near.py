"""What may have been meant by words that stand nowhere."""

from __future__ import annotations

from collections.abc import Iterable

from index.answers.opened import Opened
from index.words import words

_OFFERED = 3


def near(opened: Opened, missing: Iterable[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """For each missing word, as typed, the nearest words of this corpus; those that are like none are left out."""
    found = ((typed, _like(opened, typed)) for typed in missing if not typed.endswith("*"))
    return tuple((typed, like) for typed, like in found if like)


def _like(opened: Opened, typed: str) -> tuple[str, ...]:
    alone = words(typed.rsplit("~", 1)[0])
    return tuple(opened.engine.near(alone[0], _OFFERED)) if len(alone) == 1 else ()
