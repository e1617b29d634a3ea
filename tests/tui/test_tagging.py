"""Stars and tags: a key gives them, and they stand where the article does, without moving anything else."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model import Counted, Labels, Undone
from tests.tui.conftest import SIZES
from tui import tags

# in the results and in the article ------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_a_star_is_given_and_taken_and_moves_nothing(
    opened: Any, library: Any, until: Any, screen_text: Any, size: tuple[int, int]
) -> None:
    async with opened(size) as (app, pilot):
        await pilot.press("escape", "1", "g")
        await until(pilot, lambda: "Ministers settle" in screen_text(app))
        *before, _ = screen_text(app).splitlines()
        await pilot.press("s")
        await until(pilot, lambda: "★" in screen_text(app) and "Starred · u takes back this" in screen_text(app))
        *after, _ = screen_text(app).splitlines()
        cells = [pair for lines in zip(before, after, strict=True) for pair in zip(*lines, strict=True)]
        assert {pair for pair in cells if pair[0] != pair[1]} <= {(" ", "★"), ("─", "★"), ("─", " ")}
        assert library.decided == [("tag", (("ferry.txt",), True, (), ()))]
        await pilot.press("s")
        await until(pilot, lambda: "Starred no longer" in screen_text(app))
        assert "★" not in screen_text(app)


async def test_the_article_that_is_read_has_its_star_at_its_head(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened((80, 24)) as (app, pilot):
        await pilot.press("escape", "2", "s")
        await until(pilot, lambda: "Article  ★ ──" in screen_text(app))
        await pilot.press("1", "j", "enter")
        await until(pilot, lambda: app.main.session.article.id == "bridge.txt")
        assert "Article ─" in screen_text(app)


async def test_a_key_pressed_twice_at_once_gives_and_takes(opened: Any, library: Any, until: Any) -> None:
    async with opened() as (_, pilot):
        await pilot.press("escape", "1", "g", "s", "s")
        await until(pilot, lambda: len(library.decided) == 2)
        assert [starred for _, (_, starred, _, _) in library.decided] == [True, False]


async def test_all_that_are_marked_are_starred(opened: Any, library: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "1", "g", "m", "m", "s")
        await until(pilot, lambda: "2 articles starred" in screen_text(app))
        assert [own.starred for own in library.labels(["ferry.txt", "bridge.txt", "odd.txt"])] == [True, True, False]
        assert not app.main.session.chosen
        assert "✓" not in screen_text(app)


async def test_what_is_taken_back_is_shown_at_once_and_one_stays_where_one_was(
    opened: Any, library: Any, until: Any, screen_text: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    labels = (Labels(article="ferry.txt"),)
    monkeypatch.setattr(library, "undo", lambda: Undone(told="starred", about="Ferries", labels=labels))
    async with opened() as (app, pilot):
        await pilot.press("escape", "2", "s", "]")
        await until(pilot, lambda: "Article  ★" in screen_text(app) and "quotation 1 of 3" in screen_text(app))
        await pilot.press("u")
        await until(pilot, lambda: "Taken back: Ferries – starred · u takes back the one before" in screen_text(app))
        assert "★" not in screen_text(app)
        assert "quotation 1 of 3" in screen_text(app)


# tags -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_tags_are_typed_completed_and_written(
    opened: Any, library: Any, until: Any, screen_text: Any, size: tuple[int, int]
) -> None:
    library.tag(["odd.txt"], tags=["follow up"])
    library.tag(["ferry.txt"], tags=["old"])
    library.decided.clear()
    async with opened(size) as (app, pilot):
        await pilot.press("escape", "1", "g", "#")
        await until(pilot, lambda: "follow up  1 article" in screen_text(app))
        assert app.screen.box.value == "old, "
        assert "nothing is changed" in screen_text(app)
        await pilot.press(*"fol", "tab", *"brief")
        await until(pilot, lambda: "writes  + follow up  + brief" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: "Tagged follow up, brief" in screen_text(app))
        assert library.decided == [("tag", (("ferry.txt",), None, ("follow up", "brief"), ()))]
        await until(pilot, lambda: "brief, f" in screen_text(app))


async def test_what_is_taken_out_of_the_box_is_taken(opened: Any, library: Any, until: Any, screen_text: Any) -> None:
    library.tag(["ferry.txt", "bridge.txt"], tags=["brief", "old"])
    library.tag(["bridge.txt"], tags=["urgent"])
    library.decided.clear()
    async with opened() as (app, pilot):
        await pilot.press("escape", "1", "g", "m", "m", "#")
        await until(pilot, lambda: "Tags · 2 articles" in screen_text(app))
        assert app.screen.box.value == "brief, old, "
        app.screen.box.value = "brief"
        await until(pilot, lambda: "writes  − old" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: "2 articles no longer old" in screen_text(app))
        assert library.decided == [("tag", (("ferry.txt", "bridge.txt"), None, (), ("old",)))]
        assert library.articles["bridge.txt"].tags == ("brief", "urgent")


async def test_a_click_takes_a_tag_and_writes_nothing(opened: Any, library: Any, until: Any, screen_text: Any) -> None:
    library.tag(["odd.txt"], tags=["follow up"])
    library.decided.clear()
    async with opened() as (app, pilot):
        await pilot.press("escape", "1", "g", "#")
        await until(pilot, lambda: "follow up  1 article" in screen_text(app))
        await pilot.click(app.screen.list, offset=(4, 0), times=2)
        await until(pilot, lambda: app.screen.box.value == "follow up, ")
        assert library.decided == []


async def test_leaving_and_changing_nothing_write_nothing(
    opened: Any, library: Any, until: Any, screen_text: Any
) -> None:
    async with opened() as (app, pilot):
        for keys in (["#", *"brief", "escape"], ["#", "enter"]):
            await pilot.press("escape", "1", "g", *keys)
            await until(pilot, lambda: "Tags ·" not in screen_text(app))
        assert library.decided == []


async def test_a_title_and_tags_with_brackets_are_no_markup(
    opened: Any, library: Any, until: Any, screen_text: Any
) -> None:
    article = library.articles["ferry.txt"]
    library.articles["ferry.txt"] = article.model_copy(update={"title": "A [bold]ferry[/bold]"})
    async with opened() as (app, pilot):
        await pilot.press("escape", "1", "g", "#")
        await until(pilot, lambda: "Tags · A [bold]ferry[/bold]" in screen_text(app))
        await pilot.press(*"[red]", "enter")
        await until(pilot, lambda: "Article  [red] ─" in screen_text(app))


# what is typed --------------------------------------------------------------------------------------------------------

NAMES = st.text(st.characters(codec="utf-8", exclude_characters=",;", exclude_categories=["Cc"]), min_size=1).map(
    lambda text: " ".join(text.split())
)
NAMED = st.lists(NAMES.filter(bool), unique_by=str.casefold, max_size=5)


@given(NAMED)
def test_what_stands_in_the_box_changes_nothing(names: list[str]) -> None:
    assert tags.names(tags.shown(names)) == names
    assert tags.changed(tags.shown(names), names) == ((), ())


@given(NAMED, NAMED)
def test_what_is_typed_is_what_they_have_then(before: list[str], after: list[str]) -> None:
    new, gone = tags.changed(", ".join(after), before)
    kept = {tag.casefold() for tag in before} - {tag.casefold() for tag in gone}
    assert kept | {tag.casefold() for tag in new} == {tag.casefold() for tag in after}


def test_what_is_offered() -> None:
    used = [Counted(name="Brief", count=1), Counted(name="follow up", count=2), Counted(name="urgent", count=3)]
    for typed, names in (
        ("", ["urgent", "follow up", "Brief"]), ("BR", ["Brief"]), ("brief, U", ["urgent", "follow up"]),
        ("brief, ", ["urgent", "follow up"]), ("zebra", []),
    ):  # fmt: skip
        assert [tag.name for tag in tags.offered(typed, used)] == names
    assert tags.completed("brief ; fol", "follow up") == "brief, follow up, "
    assert tags.common([["a", "b"], ["b", "c", "a"]]) == ["a", "b"]
