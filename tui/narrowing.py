"""What narrows a query, part by part. Pure."""

from __future__ import annotations

import re

_PART = re.compile(r'-?\w+:(?:"[^"]*"|“[^”]*”|\([^()]*\)|\S+)')
"""A part of a query that says what a field holds."""


def parts(query: str) -> list[str]:
    """The parts of a query that narrow it, each once."""
    return list(dict.fromkeys(_PART.findall(query))) if ":" in query else []


def without(query: str, part: str) -> str:
    """The query without one of its parts."""
    before, _, after = query.rpartition(part)
    return f"{before.rstrip()} {after.lstrip()}".strip()
