"""Where letters stand in a text, however they are written there. Pure; what counts as written alike is the caller's."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

Folding = Callable[[str], tuple[str, Sequence[int]]]
"""A text folded, and for each folded character, and for the end, the offset in the text that it comes from."""


def occurrences(text: str, words: str, folding: Folding) -> tuple[tuple[int, int], ...]:
    """Where `words` stand in `text`, as half-open spans that do not overlap.

    Parts of words count; white space of any kind and length is alike. Blank `words` stand nowhere.
    """
    sought = [re.escape(word) for word in folding(words)[0].split()]
    if not sought:
        return ()
    folded, offsets = folding(text)
    found = (match.span() for match in re.finditer(r"\s+".join(sought), folded))
    # A letter may fold to two ("ß"): what ends inside it ends after it. Marks that fold to nothing stay with theirs.
    return tuple((offsets[a], max(offsets[b], offsets[b - 1] + 1)) for a, b in found)
