"""What is typed where one gives tags: several of them, apart by commas. Pure, without Textual."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.model import Counted

_APART = re.compile(r"\s*[,;]\s*")


def names(typed: str) -> list[str]:
    """The tags in what is typed, each once, in order."""
    found = {_folded(name): " ".join(name.split()) for name in reversed(_APART.split(typed.strip())) if name}
    return [*reversed(found.values())]


def shown(tags: Sequence[str]) -> str:
    """Tags as they stand in the box, so that another one can be typed behind them."""
    return "".join(f"{tag}, " for tag in tags)


def offered(typed: str, used: Sequence[Counted]) -> list[Counted]:
    """Which of the tags in use may be meant by the last one typed: a word of it begins so; those of the most articles
    first. What is typed already is not offered."""
    *before, begun = _APART.split(typed.lstrip())
    taken, begins = {*map(_folded, before)}, f" {_folded(begun)}"
    found = [tag for tag in used if begins in f" {_folded(tag.name)}" and _folded(tag.name) not in taken]
    return sorted(found, key=lambda tag: (-tag.count, tag.name))


def completed(typed: str, tag: str) -> str:
    """What is typed, with a tag in the place of the last one."""
    return shown([*names(typed[: len(typed) - len(_APART.split(typed)[-1])]), tag])


def changed(typed: str, before: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Which tags are typed that did not stand there before, and which are not any more."""
    now = names(typed)
    here, there = {*map(_folded, now)}, {*map(_folded, before)}
    new = (tag for tag in now if _folded(tag) not in there)
    return tuple(new), tuple(tag for tag in before if _folded(tag) not in here)


def common(tags: Sequence[Sequence[str]]) -> list[str]:
    """The tags that all of some articles have, in order."""
    first, *others = tags
    return [tag for tag in first if all(tag in other for other in others)]


def _folded(tag: str) -> str:
    return " ".join(tag.split()).casefold()
