"""Who met, called, wrote to or visited whom: the clauses that tell of it, made one where they tell it twice."""

from __future__ import annotations
