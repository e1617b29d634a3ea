"""The card of an actor as items."""

from __future__ import annotations

from typing import Any

import pytest

from index.model import Actor, Alike, Card, Counted, Place, Spelling, Tenure, Tie, Totals
from tui.panes.card import Months, Together, goal, set_card
from tui.panes.wishes import Contacts, List, Meet, Time
from tui.text.bars import bars
from tui.text.lines import cells
from tui.widgets.virtual_list import Item

PLACE = Place(article="a.txt", start=3, end=7, text="Lind")


def a_card(**more: Any) -> Card:
    held: dict[str, Any] = {
        "actor": Actor(id="per-lind", name="Per Lind", kind="person"), "articles": 2,
        "totals": Totals(said=0, about=0, addressed=0, contacts=0), "roles": (), "said": (), "about": (),
        "addressed": (), "contacts": (), "spellings": (Spelling(text="Lind", count=1200, place=PLACE),),
        "names": {"ana": "Ana Óskarsdóttir", "norway": "Norway"},
    }  # fmt: skip
    return Card(**{**held, **more})


def text(items: list[Item], width: int = 40) -> list[str]:
    return ["".join(piece.text for piece in line) for item in items for line in item.lines(width)]


def test_roles_stand_in_time_and_what_was_decided_says_so() -> None:
    tenures = (
        Tenure(role="Minister", of="norway", count=3, first="2019-05-02", last="2020-01-09", place=PLACE),
        Tenure(role="Envoy", count=0, first="2021-04", decided=True),
    )
    shown = text(set_card(a_card(tenures=tenures))[0])
    at = shown.index("roles in time")
    assert shown[at + 1].split() == ["Minister,", "Norway", "3"]
    assert shown[at + 2] == " 2 May 2019 – 9 Jan 2020"
    assert shown[at + 4] == " Apr 2021 · put right by you"


@pytest.mark.parametrize(("width", "day"), [(26, "2021"), (40, "Apr 2021"), (60, "1 Apr 2021")])
def test_contacts_are_a_table_in_any_width(width: int, day: str) -> None:
    ties = (Tie(actors=("per-lind", "ana"), count=12, last="2021-04-01"), Tie(actors=("per-lind", "norway"), count=1))
    rows = [item for item in set_card(a_card(ties=ties))[0] if isinstance(item, Together)]
    lines = [row.lines(width)[0] for row in rows]
    assert [cells(line) for line in lines] == [width, width]
    assert lines[0][-1].text.split(maxsplit=1) == ["12", day]
    wish = goal(rows[0])
    assert isinstance(wish, Contacts)
    assert wish.actors == ("per-lind", "ana")


def test_of_many_contacts_some_are_shown_and_a_line_leads_to_all() -> None:
    ties = tuple(Tie(actors=("per-lind", f"x{n}"), count=1) for n in range(20))
    items, sections = set_card(a_card(ties=ties))
    rest = items[sections["contacts"] :]
    assert sum(isinstance(item, Together) for item in rest) == 8
    wish = goal(rest[8])
    assert isinstance(wish, Contacts)
    assert wish.actors == ("per-lind",)


def test_months_are_bars_and_figures() -> None:
    months = (Counted(name="2020-11", count=2), Counted(name="2021-02", count=8))
    shown = text(set_card(a_card(months=months))[0], 60)
    assert " ▂  █" in shown
    assert " Nov 2020 – Feb 2021 · most 8 in Feb 2021" in shown


def test_topics_lead_to_what_was_said_and_proposals_to_a_card() -> None:
    card = a_card(topics=(Counted(name="Ferries", count=3),), alike=(Alike(actor="lind-2", name="Lind", why="also"),))
    items, sections = set_card(card)
    topic, proposal = goal(items[sections["topics"]]), goal(items[sections["alike"]])
    assert isinstance(topic, List)
    assert (topic.asked.scope, topic.asked.of) == ("topic", "Ferries")
    assert isinstance(proposal, Meet)
    assert proposal.actor == "lind-2"


def test_bars_stand_together_where_there_is_no_room() -> None:
    assert bars([], 10) == ""
    assert bars([0, 1, 8], 10) == " ▁█"
    assert bars([1] * 10, 5) == "█████"


def test_the_months_lead_to_the_timeline() -> None:
    months = Months([Counted(name="2021-04", count=1)])
    assert isinstance(goal(months), Time)
    assert "named once in Apr 2021" in "".join(piece.text for line in months.lines(40) for piece in line)


async def test_a_section_of_the_card_stands_at_the_top(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened((40, 12)) as (app, pilot):
        await pilot.press("escape", "a", *"novak", "enter")
        await until(pilot, lambda: app.main.session.card)
        await pilot.press("s")
        pane = app.main.actors.list
        assert pane.items[pane.cursor].text == "“a fair bargain”"
        shown = [line.strip("│ ") for line in screen_text(app).splitlines()]
        assert shown[shown.index("said 2") - 1].startswith("───")  # its heading comes first, then what was said
