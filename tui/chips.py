"""What narrows a search, and what could, as chips that a person puts on and takes off. Pure.

A chip stands for a part of the query: whatever is done with it gives another query, and that alone is searched for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui import phrases
from tui.text.cells import clip, harmless
from tui.text.lines import Piece, cells

if TYPE_CHECKING:
    from index.model import Facet, FacetValue, Page

_MOST_HAVE = 0.9
"""What more than this part of the results have narrows them to hardly less."""
_EACH = 2
"""Values of one facet that are proposed at most: those of others tell more."""


class Chip(NamedTuple):
    """A part of a query (`on`), or what could become one: the query that the chip's key leads to, and that in which it
    excludes what it asks for now, or asks for what it excludes."""

    label: str
    on: bool
    query: str
    turned: str

    def piece(self, room: int, *, current: bool) -> Piece:
        """The chip in at most so many cells; in brackets if keys are for it."""
        tail = " ✕" if self.on else ""
        words = clip(harmless(self.label), room - 2 - len(tail)) + tail
        return Piece(f"[{words}]" if current else f" {words} ", _look(self.on, current))


def _look(on: bool, current: bool) -> str:
    if current:
        return "current"
    return "selected" if on else "dim"


def put_on(page: Page) -> list[Chip]:
    """What narrows the search, in the order of the query."""
    return [Chip(clause.typed.replace('"', ""), True, clause.without, clause.turned) for clause in page.clauses]


def proposed(page: Page, facets: Sequence[Facet]) -> list[Chip]:
    """What could narrow the search, what most results have first: of each facet its commonest values, but for those
    that nearly all results have, or one alone. What quotations there are comes last: most articles have all kinds."""
    articles = page.total - page.copies if page.total is not None else 0
    found = [(facet.name == "kind", -value.count, value) for facet in facets for value in _telling(facet, articles)]
    return [chip(page.query, value) for _, _, value in sorted(found, key=lambda each: each[:2])]


def _telling(facet: Facet, articles: int) -> list[FacetValue]:
    most = articles * _MOST_HAVE or float("inf")
    return [value for value in facet.values if 1 < value.count <= most][:_EACH]


def chip(query: str, value: FacetValue) -> Chip:
    """What narrows a query to the articles with a value, or to those without it."""
    is_month = value.typed == f"date:{value.label}" and len(value.label) > len("2021")
    label = phrases.month(value.label) if is_month else value.label
    return Chip(
        f"{label} {value.count:,}", False, f"{query.strip()} {value.typed}".strip(),
        f"{query.strip()} -{value.typed}".strip(),
    )  # fmt: skip


def rows(chips: Sequence[Chip], width: int, number: int) -> list[list[Chip]]:
    """The chips that stand in so many rows: as many as fit in each, and no more than that."""
    placed: list[list[Chip]] = []
    for chip in chips:
        if placed and _wide(each.piece(width, current=False) for each in (*placed[-1], chip)) <= width:
            placed[-1].append(chip)
        elif len(placed) < number:
            placed.append([chip])
    return placed


def row(chips: Sequence[Chip], current: Chip | None, width: int) -> list[tuple[Chip, Piece]]:
    """The chips of one row, a cell apart; where there is no room for all, those up to the current one, or the last."""
    drawn = [(chip, chip.piece(width, current=chip == current)) for chip in chips]
    last = chips.index(current) + 1 if current in chips else len(chips)
    first = last
    while first > 0 and _wide(piece for _, piece in drawn[first - 1 : last]) <= width:
        first -= 1
    while last < len(drawn) and _wide(piece for _, piece in drawn[first : last + 1]) <= width:
        last += 1
    return drawn[first:last]


def _wide(pieces: Iterable[Piece]) -> int:
    return sum(cells([piece]) + 1 for piece in pieces) - 1
