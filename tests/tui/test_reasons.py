"""Why a quotation is given to its speaker, in words."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tui.reasons import RULES

MEASURED = tomllib.loads(
    (Path(__file__).resolve().parents[2] / "index/annotation/data/confidence.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("kind", ["direct", "partial", "heading", "statement"])
def test_every_rule_of_the_annotation_has_words(kind: str) -> None:
    assert MEASURED[kind].keys() <= RULES.keys()
