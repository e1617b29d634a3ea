"""The quotations pane and putting right, as a person meets them, over the small library."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tui.conftest import SIZES, current
from tui import layout


def words(app: Any) -> list[str]:
    return [row.said.quotation.text for row in app.main.session.rows]


async def listed(app: Any, pilot: Any, until: Any, *keys: str) -> None:
    await pilot.press("escape", *keys)
    await until(pilot, lambda: app.main.ledger and app.main.session.rows)


@pytest.mark.parametrize("size", SIZES)
async def test_all_quotations_are_listed_and_enter_goes_to_the_place(
    opened: Any, until: Any, screen_text: Any, size: tuple[int, int]
) -> None:
    async with opened(size) as (app, pilot):
        await listed(app, pilot, until, "Q")
        assert words(app)[0] == "a fair bargain"
        assert len(words(app)) == 4
        assert "J" in screen_text(app)
        assert "4 quotations" in screen_text(app)
        await pilot.press("down", "enter")
        assert app.main.session.pane == "article"
        assert current(app) == "We have waited nine years for this,"
        await pilot.press("backspace")
        assert app.main.session.pane == "ledger"
        assert app.main.ledger.list.cursor == 1
        await pilot.press("escape")
        assert app.main.session.pane == "search"


async def test_the_article_follows_the_cursor(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await listed(app, pilot, until, "Q")
        assert app.main.shown == ("ledger", "article")
        await pilot.press("G")
        await until(pilot, lambda: current(app) == "premature")
        assert "A bridge nobody asked for" in screen_text(app)
        assert app.focused is app.main.ledger.list


@pytest.mark.parametrize("keys", [["escape"], ["enter", "escape"]])
async def test_escape_leads_from_the_quotations_of_an_article_back_to_all_panes(
    opened: Any, until: Any, keys: list[str]
) -> None:
    async with opened() as (app, pilot):
        await listed(app, pilot, until, "2", "Q")
        await pilot.press(*keys)
        await until(pilot, lambda: app.main.session.pane == "article" and app.main.shown == layout.PANES)


async def test_it_is_filtered_by_words_which_are_marked(opened: Any, until: Any) -> None:
    async with opened() as (app, pilot):
        await listed(app, pilot, until, "Q", "/", *"bargain")
        await until(pilot, lambda: words(app) == ["a fair bargain"])
        (row,) = app.main.session.rows
        text = app.main.session.article.text
        assert [text[a:b] for a, b in row.marks] == ["bargain"]
        assert app.focused is app.main.ledger.box  # what follows the cursor leaves the keys where they are
        await pilot.press("enter")
        assert app.focused is app.main.ledger.list


async def test_a_mistake_keeps_the_lines(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await listed(app, pilot, until, "Q", "/", *"fair (")
        await until(pilot, lambda: "^" in screen_text(app))
        assert words(app) == ["a fair bargain"]


async def test_kinds_and_places_to_look_are_on_keys(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await listed(app, pilot, until, "Q", "d")
        await until(pilot, lambda: words(app) == ["We have waited nine years for this,"])
        assert "everywhere · direct" in screen_text(app)
        await pilot.press("p")
        await until(pilot, lambda: words(app) == ["a fair bargain", "premature"])
        await pilot.press("w")
        await until(pilot, lambda: words(app) == ["a fair bargain"])
        assert "this article" in screen_text(app)
        await pilot.press("p")
        await until(pilot, lambda: len(words(app)) == 3)


async def test_from_the_card_all_that_an_actor_said(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "a", *"novak", "enter")
        await until(pilot, lambda: app.main.session.card)
        await listed(app, pilot, until, "S")
        assert words(app) == ["a fair bargain", "premature"]
        assert "2 quotations · Jana Nováková" in screen_text(app)


async def test_from_the_article_its_own(opened: Any, until: Any) -> None:
    async with opened() as (app, pilot):
        await listed(app, pilot, until, "2", "Q")
        assert words(app) == ["a fair bargain", "We have waited nine years for this,", "it would look into the matter"]


async def test_the_queue_goes_on_to_the_next_after_a_correction(
    opened: Any, library: Any, until: Any, screen_text: Any
) -> None:
    async with opened() as (app, pilot):
        await listed(app, pilot, until, "Q", "x")
        await until(pilot, lambda: words(app) == ["it would look into the matter", "premature"])
        await until(pilot, lambda: current(app) == "it would look into the matter")
        await pilot.press("v")
        await until(pilot, lambda: words(app) == ["premature"])
        await until(pilot, lambda: current(app) == "premature")
        assert library.written[-1][:2] == ("ferry.txt", "q4")
        await pilot.press("f", "3", "enter")
        await until(pilot, lambda: "Nothing is left to check." in screen_text(app))
        await pilot.press("u", "u")
        await until(pilot, lambda: len(words(app)) == 2)


async def test_a_speaker_is_put_right_by_any_spelling(
    opened: Any, library: Any, until: Any, screen_text: Any
) -> None:
    async with opened((240, 40)) as (app, pilot):
        await pilot.press("escape", "]", "f", "1", *"lind")
        await until(pilot, lambda: "writes  speaker: Per Lind" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: "└ ✓ Per Lind → Per Lind · told · partial" in screen_text(app))
        assert library.written == [("ferry.txt", "q1", {"speaker": "per-lind", "kind": None, "span": (None, None)})]
        status = screen_text(app).splitlines()[-1]
        assert "Written: “a fair bargain” – speaker: Per Lind · u takes back this · kept in" in status
        assert current(app) == "a fair bargain"
        await pilot.press("i")
        assert "└ “told” · put right by you" in screen_text(app)
        await pilot.press("i", "u")
        await until(pilot, lambda: "└ Jana Nováková → Per Lind · told · partial" in screen_text(app))


async def test_a_name_that_nobody_knows_is_written_as_typed(opened: Any, library: Any, until: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "]", "f", "1", *"Zoe")
        await until(pilot, lambda: app.screen.list.items[0].text == "Zoe")
        await pilot.press("enter")
        await until(pilot, lambda: library.written)
        assert library.written[0][2]["speaker"] == "Zoe"


async def test_what_cannot_be_written_is_told_in_a_sentence(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "]", "f", "1", *"Two People")
        await until(pilot, lambda: app.screen.list.items[0].text == "Two People")
        await pilot.press("enter")
        await until(pilot, lambda: "Type more of the name" in screen_text(app).splitlines()[-1])


async def test_the_kind_is_put_right(opened: Any, library: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "]", "f", "2", "enter")
        assert " now  " in screen_text(app)
        assert not library.written, "nothing is written that stands already"
        await pilot.press("up", "enter")
        await until(pilot, lambda: library.written)
        assert library.written[0][2]["kind"] == "direct"
        await until(pilot, lambda: app.main.session.quotation_at(app.main.session.current).kind == "direct")


async def test_the_words_are_moved_by_words_and_shown(
    opened: Any, library: Any, until: Any, screen_text: Any
) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "]", "f", "4", "L", "h", "l")
        assert "writes  words: “fair bargain” " in screen_text(app)
        await pilot.press("enter")
        await until(pilot, lambda: current(app) == "fair bargain")
        start, end = library.written[0][2]["span"]
        assert app.main.session.article.text[start:end] == "fair bargain"


@pytest.mark.parametrize("size", SIZES)
async def test_esc_leaves_without_writing(opened: Any, library: Any, until: Any, size: tuple[int, int]) -> None:
    async with opened(size) as (app, pilot):
        await pilot.press("escape", "]", "f", "2", "down", "escape", "4", "H", "escape", "escape")
        await until(pilot, lambda: app.screen is app.main)
        assert library.written == []


async def test_indirect_speech_is_hidden_and_shown(opened: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "I")
        assert [q.kind for q in app.main.session.quotations] == ["partial", "direct"]
        assert "Indirect speech is hidden." in screen_text(app)
        await pilot.press("I")
        assert len(app.main.session.quotations) == 3


async def test_why_tells_the_rule_the_cue_and_how_sure_it_is(opened: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "]", "i")
        assert "└ 90 % sure · “told” · by hand" in screen_text(app)


async def test_why_is_told_whole_where_its_line_is_too_narrow(
    opened: Any, library: Any, until: Any, screen_text: Any
) -> None:
    article = library.articles["ferry.txt"]
    first, *others = article.quotations
    first = first.model_copy(update={"rule": "own subject and participle"})
    library.articles["ferry.txt"] = article.model_copy(update={"quotations": (first, *others)})
    async with opened((40, 16)) as (app, pilot):
        await pilot.press("escape", "2", "]", "i")
        told = " ".join(" ".join(screen_text(app).splitlines()[-2:]).split())
        assert told.endswith("90 % sure, “told”, subject before the participle")
        await pilot.press("i")
        assert "sure" not in screen_text(app)


async def test_nothing_to_take_back_is_said(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "u")
        await until(pilot, lambda: "There is nothing to take back." in screen_text(app))


async def test_no_more_is_listed_than_one_can_walk_through(
    opened: Any, until: Any, screen_text: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.ledger.MOST_ROWS", 3)
    monkeypatch.setattr("tui.panes.ledger.MOST_ROWS", 3)
    async with opened() as (app, pilot):
        await pilot.press("escape", "Q")
        await until(pilot, lambda: app.main.session.rows)
        assert len(app.main.session.rows) == 3
        assert "3+ quotations · everywhere" in screen_text(app)
