"""A query whose last word is still being typed: it may be the beginning of many."""

from __future__ import annotations

import re

_LAST = re.compile(r"(?:^|\s)([^\W\d_][\w'’-]{2,})$")  # no field, no operator, and long enough to tell something


def with_star(query: str) -> str | None:
    """The query with a star behind its last word, as far as that may be begun only."""
    if not _LAST.search(query) or query.count('"') % 2:
        return None
    return f"{query}*"


def begun(typed: str, answered: str) -> str:
    """The beginning that was looked for in the place of the last word typed; empty if it was taken as it stands."""
    found = _LAST.search(typed)
    return found[1] if found and answered == with_star(typed) else ""
