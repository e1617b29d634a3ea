"""Who said what in one article: marks, sentences with their reports, and what was said before and after."""

from __future__ import annotations
