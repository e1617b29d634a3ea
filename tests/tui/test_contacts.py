"""Who met whom: what is typed, lines, the table, and the screen over the small library."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from index.model import Span, When
from tests.tui.conftest import SIZES
from tests.tui.small_library import FakeLibrary
from tui import exports
from tui.contacts import Filter, Row, chosen, dated, matrix, read
from tui.screens.contacting import first_words
from tui.text.lines import cells

MEETINGS = FakeLibrary().contacts()
NAMES = FakeLibrary().names()


def who(name: str) -> set[str]:
    return {actor for actor in NAMES if name in actor}


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("akar austin", Filter(("akar", "austin"))),
        ('contact:(akar austin) kind:call after:2021-03', Filter(("akar", "austin"), kind="call", after="2021-03")),
        ('"hulusi akar" country:turkey is:planned', Filter(("hulusi akar",), ("turkey",), status="planned")),
        ("date:2021-03..2021-04 place:ankara", Filter(place="ankara", since="2021-03", until="2021-04")),
        ("date:2021", Filter(since="2021", until="2021")),
        ('about:s-400 about:"black sea"', Filter(about="black sea")),
    ],
)  # fmt: skip
def test_what_is_typed_is_read_as_in_a_search(typed: str, asked: Filter) -> None:
    assert read(typed) == asked


@pytest.mark.parametrize(
    ("typed", "trouble"), [("colour:red", "no field"), ("after:april", "no date"), ("kind:duel", "no kind")]
)
def test_what_cannot_be_read_is_named(typed: str, trouble: str) -> None:
    assert trouble in read(typed).trouble


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("", ["meeting", "call"]), ("lind", ["meeting"]), ("novak harbour", ["call"]), ("lind harbour", []),
        ("kind:call", ["call"]), ("is:planned", ["call"]), ("after:2021-02", ["meeting"]), ("after:2021-03", []),
        ("before:2021-04", ["meeting"]), ("date:2021-03-29", ["meeting"]), ("date:..2020", []),
        ("place:qua", ["meeting"]),
    ],
)  # fmt: skip
def test_contacts_are_chosen(typed: str, kinds: list[str]) -> None:
    assert [meeting.kind for meeting in chosen(MEETINGS, read(typed), who)] == kinds


@pytest.mark.parametrize(
    ("first", "last", "precision", "shown"),
    [
        ("2021-03-22", "2021-03-28", "week", "22–28 Mar 2021"),
        ("2021-03-29", "2021-04-04", "week", "29 Mar – 4 Apr 2021"),
        ("2021-03-01", "2021-03-31", "month", "Mar 2021"), ("2021-04-01", "2021-04-01", "day", "1 Apr 2021"),
        ("2020-12-28", "2021-01-03", "week", "28 Dec 2020 – 3 Jan 2021"),
    ],
)  # fmt: skip
def test_a_date_is_as_short_as_its_precision_allows(first: str, last: str, precision: Any, shown: str) -> None:
    assert dated(When(from_=first, to=last, precision=precision)) == shown


@pytest.mark.parametrize("width", [36, 76, 116])
def test_lines_fit_and_columns_depend_on_the_width_alone(width: int) -> None:
    drawn = [Row(meeting, NAMES).lines(width) for meeting in MEETINGS]
    assert all(cells(line) <= width for lines in drawn for line in lines[:1]) or width < 60
    assert {len(lines) for lines in drawn} == {2 if width < 60 else 1}


def test_where_there_is_room_a_line_says_what_it_was_about() -> None:
    meeting = MEETINGS[0]
    drawn = {width: "\n".join("".join(p.text for p in each) for each in Row(meeting, NAMES).lines(width))
             for width in (50, 90, 116)}  # fmt: skip
    assert {width: "S-7 ferries" in text for width, text in drawn.items()} == {50: True, 90: False, 116: True}


def test_names_go_on_where_nothing_stands_beside_them() -> None:
    names = {actor: f"{name} of the Joint Commission" for actor, name in NAMES.items()}
    bare = MEETINGS[0].model_copy(update={"places": (), "topics": (), "told": MEETINGS[0].told[:1]})
    for width in (76, 104, 116):
        drawn = Row(bare, names).lines(width)[0]
        assert cells(drawn) == width
        assert "".join(piece.text for piece in drawn).count("of the Joint Commission") == 2 or width < 104


def test_where_only_the_words_for_a_date_are_known_they_are_told() -> None:
    assert dated(When(text="on Monday")) == "“on Monday”"
    assert dated(When()) == dated(None) == "date ?"


def test_the_table_counts_who_was_with_whom() -> None:
    order, counts = matrix(MEETINGS, 9)
    assert order == ["jana-novak", "harbour-office", "per-lind"]
    assert counts == [[0, 1, 1], [1, 0, 0], [1, 0, 0]]
    assert matrix(MEETINGS, 1) == (["jana-novak"], [[0]])


@pytest.mark.parametrize(
    ("form", "begins"), [("csv", "date,kind"), ("graphml", "<?xml"), ("ftm", '{"id"'), ("json", '{"schema": 1')]
)
def test_contacts_are_written_as_the_command_line_has_them(form: str, begins: str, tmp_path: Path) -> None:
    from index.answers.meetings import ties

    text = exports.contacts_as(form, MEETINGS, NAMES, ties, FakeLibrary().actors())
    assert text.startswith(begins)
    if form in ("ftm", "json"):
        assert all(json.loads(line) for line in text.splitlines())
    paths = [exports.write_contacts(tmp_path, form, text) for _ in range(2)]
    assert len({path.name for path in paths}) == 2
    assert paths[0].read_text("utf-8") == text


async def contacts(app: Any, pilot: Any, until: Any, *keys: str) -> Any:
    await pilot.press("escape", *keys)
    await until(pilot, lambda: app.screen is not app.main and isinstance(app.screen.list.items[0], Row))
    return app.screen


@pytest.mark.parametrize("size", SIZES)
async def test_several_accounts_are_shown_then_the_words_and_back_keeps_the_place(
    opened: Any, until: Any, screen_text: Any, size: tuple[int, int]
) -> None:
    async with opened(size) as (app, pilot):
        screen = await contacts(app, pilot, until, "W")
        assert "2 contacts" in screen_text(app)
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is not screen)
        assert "they differ in: date" in screen_text(app)
        await until(pilot, lambda: app.screen.list.items[1].words == "Per Lind")
        await pilot.press("j", "enter")
        await until(pilot, lambda: app.main.session.article.id == "bridge.txt" and app.screen is app.main)
        current = app.main.session.current
        assert app.main.session.article.text[current.start : current.end] == "Per Lind"
        await pilot.press("backspace")
        await until(pilot, lambda: app.screen is not app.main and isinstance(app.screen.list.items[0], Row))


async def test_one_account_leads_to_its_words(opened: Any, until: Any) -> None:
    async with opened() as (app, pilot):
        await contacts(app, pilot, until, "W")
        await pilot.press("down", "enter")
        await until(pilot, lambda: app.screen is app.main and app.main.session.article.id == "bridge.txt")
        await pilot.press("backspace")
        await until(pilot, lambda: app.screen is not app.main and app.screen.list.cursor == 1)


async def test_the_card_opens_its_own_and_the_box_filters(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "a", *"lind")
        await until(pilot, lambda: app.main.session.card)
        await pilot.press("enter")
        screen = await contacts(app, pilot, until, "c")
        await until(pilot, lambda: len(screen.list.items) == 1)
        assert screen.box.value == '"Per Lind"'  # by the name, which a person reads, and not by the id
        await pilot.press("slash", *"kind:call")
        await until(pilot, lambda: "2 contacts" not in screen_text(app) and "0 contacts" not in screen_text(app))
        await pilot.press("slash", *" colour:red")
        await until(pilot, lambda: "no field" in screen_text(app))


async def test_who_with_whom_narrows(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        screen = await contacts(app, pilot, until, "W")
        await pilot.press("m")
        assert "2 contacts" in screen_text(app)
        await pilot.press("l", "l")
        assert "Jana Nováková – Per Lind · 1 contact" in screen_text(app)  # a column has only a number
        assert "esc back" in screen_text(app)
        await pilot.press("enter")
        assert screen.box.value == '"Jana Nováková" "Per Lind"'
        assert "the newest first" in screen_text(app)


async def test_they_are_written_to_a_new_file(
    opened: Any, until: Any, screen_text: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened() as (app, pilot):
        await contacts(app, pilot, until, "W")
        await pilot.press("x", *"csv", "enter")
        await until(pilot, lambda: "2 contacts written to" in screen_text(app).splitlines()[-1])
        assert len((tmp_path / "contacts.csv").read_text("utf-8").splitlines()) == 3


async def test_topics_lead_to_who_said_what(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "T")
        await until(pilot, lambda: "Ferries" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: app.main.session.rows)
        assert "1 quotation · on Ferries" in screen_text(app)


def test_one_goes_to_the_first_words_and_not_to_all_between_the_first_and_the_last() -> None:
    assert first_words([Span(start=5, end=9)]) == (5, 9)
    assert first_words([Span(start=5, end=9), Span(start=11, end=20), Span(start=90, end=99)]) == (5, 20)


async def test_where_no_contact_answers_no_key_is_told_that_would_do_nothing(
    opened: Any, until: Any, screen_text: Any
) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "W")
        await until(pilot, lambda: "x export" in screen_text(app).splitlines()[-1])
        await pilot.press("/", *"kind:visit")
        await until(pilot, lambda: "No contact answers" in screen_text(app))
        assert screen_text(app).splitlines()[-1].endswith("─ / filter · ? keys · esc closes ─╯")
