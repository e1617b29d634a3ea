"""Quotation marks that hold a name, not speech: shows, books, songs, nicknames.

A name reads like any other name of its sentence: "On “Face the Day,” Berg said …".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.annotation.data import words
from index.annotation.quotations.marks import Marked

_WORKS = words("works")
_KINDS = "|".join(sorted(_WORKS["kinds"]))
_MAKERS = "|".join(sorted(_WORKS["makers"]))
_SMALL = _WORKS["small"]
_LONGEST_TITLE = 8  # words
_NEAR = 24  # characters before a title within which its kind is named

_FIRST_NAME = re.compile(r"(?:\b[^\W\d_a-z][\w-]+|\b(?:[^\W\d_a-z]\.)+) $")  # or initials, but no end of a sentence
_NAMING = "on|of|in|titled|entitled|headlined|nicknamed?|dubbed"
_BEFORE_EVENT = re.compile(
    r"\b(?:on|of|in|at|during|told|with)(?:\s(?:the|an?|his|her|its|their|this))?(?:\s(?:new|latest|\d{4}))?\s*$"
)
_BEFORE_WORK = re.compile(rf"(?:['’]s?|\b(?:{_NAMING})|\b(?:{_KINDS}),?)\s*$", re.IGNORECASE)
_AFTER_WORK = re.compile(rf"['’]s?\s|\s(?:{_MAKERS})\b")
_FELLOW = re.compile(r",?\s(?:and\s|or\s)?")
_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\].]*")


def names(text: str, regions: Sequence[Marked]) -> frozenset[int]:
    """Which of the stretches in marks, by where they start, hold a name or an aside like "(Applause)"."""
    found: set[int] = set()
    before: Marked | None = None
    for region in regions:
        if _is_nickname(text, region) or _is_work(text, region, before):
            found.add(region.start)
            before = region
        elif _ASIDE.fullmatch(text, region.inner_start, region.inner_end):
            found.add(region.start)
    return frozenset(found)


def _is_nickname(text: str, region: Marked) -> bool:
    """Does the quotation stand between two parts of a name: Robert C. "Bobby" Scott?"""
    before, after = text[max(0, region.start - 20) : region.start], text[region.end : region.end + 2]
    if after[:1] != " " or not after[1:].isupper() or _FIRST_NAME.search(before) is None:
        return False
    inside = text[region.inner_start : region.inner_end].split()
    return len(inside) <= 2 and inside[0][:1].isupper() and inside[-1][-1:].isalnum()


def _is_work(text: str, region: Marked, before: Marked | None) -> bool:
    """Is it the name of a show, a book or the like, by what stands around it or as one of a list of such?"""
    longer = _title_words(text[region.inner_start : region.inner_end])
    if not longer:
        return False
    if len(longer) > 1 and _BEFORE_EVENT.search(text, max(0, region.start - _NEAR), region.start):
        return True
    if _BEFORE_WORK.search(text, max(0, region.start - _NEAR), region.start) or _AFTER_WORK.match(text, region.end):
        return True
    return before is not None and _FELLOW.fullmatch(text, before.end, region.start) is not None


def _title_words(inner: str) -> list[str]:
    """Its longer words, if it is written as titles are, a capital on every word but the small ones."""
    if inner.rstrip().endswith(("!", "?")):
        return []
    longer = []
    for word in inner.strip().rstrip(",.").split():
        if word.lower() not in _SMALL:
            if word[0].islower():
                return []
            longer.append(word)
    return longer if len(longer) <= _LONGEST_TITLE else []
