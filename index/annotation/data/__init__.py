"""Word lists: TOML files in which every value is a text of words parted by white space, or a table of such texts."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any


def table(name: str) -> dict[str, Any]:
    """The word list `name` as its file has it."""
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))


def words(name: str) -> dict[str, frozenset[str]]:
    """The word list `name`, a set of words for each of its keys."""
    return {key: frozenset(value.split()) for key, value in table(name).items()}
