"""One word that tells of several contacts, each with a day or a place of its own."""

from __future__ import annotations

import pytest

from index.annotation import annotate
from index.model import Block, When

WEDNESDAY = When(from_="2021-04-07", to="2021-04-07", precision="day")


def told(text: str) -> list[tuple[set[str], str | None, str | None]]:
    """Who else took part in each contact of Ada Dahl, the day and the place."""
    found = annotate(text, [Block(kind="paragraph", start=0, end=len(text))], WEDNESDAY).contacts
    assert all("ada-dahl" in c.participants for c in found)
    return [
        (set(c.participants) - {"ada-dahl"}, c.date and c.date.from_, c.place.text if c.place else None) for c in found
    ]


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        (
            "Ada Dahl met Bo Lang on Monday and Tom Berg on Tuesday.",
            [({"bo-lang"}, "2021-04-05", None), ({"tom-berg"}, "2021-04-06", None)],
        ),
        (
            "Ada Dahl spoke with Bo Lang on Monday and with Tom Berg and Ida Hall on Tuesday.",
            [({"bo-lang"}, "2021-04-05", None), ({"tom-berg", "ida-hall"}, "2021-04-06", None)],
        ),
        (
            "Ada Dahl held talks with Bo Lang in Lima and Peru's Tom Berg in Oslo.",
            [({"bo-lang"}, None, "Lima"), ({"tom-berg"}, None, "Oslo")],
        ),
        ("Ada Dahl met Bo Lang and Tom Berg on Tuesday.", [({"bo-lang", "tom-berg"}, "2021-04-06", None)]),
        ("On Monday Ada Dahl met Bo Lang in Oslo and left.", [({"bo-lang"}, "2021-04-05", "Oslo")]),
    ],
)
def test_each_has_its_own_day_or_place(text: str, contacts: list[tuple[set[str], str | None, str | None]]) -> None:
    assert told(text) == contacts
