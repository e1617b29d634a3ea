"""Quotations as rows: how the store keeps them when an article comes in, and when a person has decided on them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from index.model import Quotation, Speaker

VERBATIM = frozenset({"direct", "partial"})
"""The kinds of quotations that are somebody's words, word for word."""

Rows = list[tuple[object, ...]]


def number_of(quotation: Quotation) -> int:
    """The number of a quotation in its article: 4 for "q4"."""
    return int(quotation.id.removeprefix("q"))


def quotations(article: int, found: Sequence[Quotation]) -> Rows:
    """Rows for the table of that name."""
    rows: Rows = []
    for q in found:
        cue = (q.cue.start, q.cue.end) if q.cue else (None, None)
        rows.append((article, number_of(q), q.start, q.end, q.kind, q.rule, q.confidence, q.corrected, q.group, *cue,
                     *_voice(q.speaker), *_voice(q.addressee)))  # fmt: skip
    return rows


def voices(article: int, found: Sequence[Quotation], member: Mapping[str, int]) -> Rows:
    """Rows for those who speak and those who are spoken to; `member` has their numbers in the article."""
    return [
        (article, number_of(q), part, member[a])
        for q in found
        for part, voice in (("speaker", q.speaker), ("addressee", q.addressee))
        for a in dict.fromkeys(voice.actors if voice else ())
    ]


def subjects(
    article: int, spoken: Iterable[tuple[int, int, int, AbstractSet[int]]], named: Iterable[tuple[int, int, int]]
) -> Rows:
    """Rows for those whom each quotation is about: the members that are named in it and do not speak it.

    `spoken` are quotations as (number, start, end, who speaks), `named` mentions as (start, end, member).
    """
    named = sorted(named)
    rows: Rows = []
    for n, start, end, speaking in spoken:
        inside = named[bisect_left(named, (start,)) : bisect_left(named, (end,))]
        about = {who for _, to, who in inside if to <= end} - speaking
        rows += [(article, n, "subject", who) for who in sorted(about)]
    return rows


def _voice(speaker: Speaker | None) -> tuple[bool, int | None, int | None]:
    return (True, speaker.start, speaker.end) if speaker else (False, None, None)
