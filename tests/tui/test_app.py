"""The app as a person meets it, over the small library."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tui.conftest import SIZES, current


@pytest.mark.parametrize("size", SIZES)
async def test_it_opens_with_the_box_and_all_articles(opened: Any, screen_text: Any, size: tuple[int, int]) -> None:
    async with opened(size) as (app, _):
        assert app.focused is app.main.search.box
        shown = screen_text(app)
        assert "Readout" in shown
        assert "3 articles" in shown
        assert "Ministers settle" in shown
        assert len(app.main.shown) == {120: 3, 80: 2, 40: 1}[size[0]]


async def test_typing_is_accepted_before_the_library_is_there(
    opened: Any, library: Any, slow_gate: Any, until: Any, screen_text: Any
) -> None:
    def connect(folder: Any, progress: Any) -> Any:
        slow_gate.wait(10)
        return library

    async with opened(connect=connect, wait=False) as (app, pilot):
        await pilot.press(*"bridge")
        assert app.main.search.box.value == "bridge"
        assert "opening" in screen_text(app)
        slow_gate.set()
        await until(pilot, lambda: app.main.session.page)
        assert app.main.session.page.query == "bridge"


async def test_progress_is_shown_while_the_index_is_built(
    opened: Any, library: Any, slow_gate: Any, until: Any, screen_text: Any
) -> None:
    from index.model import Progress

    def connect(folder: Any, progress: Any) -> Any:
        progress(Progress(stage="reading", done=2, total=5))
        slow_gate.wait(10)
        return library

    async with opened(connect=connect, wait=False) as (app, pilot):
        await until(pilot, lambda: "reading 40 %" in screen_text(app))
        assert "You can type already" in screen_text(app)
        slow_gate.set()
        await until(pilot, lambda: "3 articles · 5 quotations · 3 actors" in screen_text(app))


async def test_an_index_that_is_built_again_leaves_no_empty_boxes(
    opened: Any, library: Any, slow_gate: Any, until: Any, screen_text: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from index.cache import Glance
    from index.model import Progress

    def connect(folder: Any, progress: Any) -> Any:
        progress(Progress(stage="reading", done=2, total=5))
        slow_gate.wait(10)
        return library

    monkeypatch.setattr("tui.gateway.Gateway.glance", lambda self: Glance(3, 5, 3, 0))
    async with opened(connect=connect, wait=False) as (app, pilot):
        await until(pilot, lambda: "You can type already" in screen_text(app))
        assert "No article yet" in screen_text(app)
        assert "Nobody yet" in screen_text(app)
        slow_gate.set()
        await until(pilot, lambda: app.main.session.article)


async def test_a_corpus_that_cannot_be_opened_leaves_the_app_usable(opened: Any, until: Any, screen_text: Any) -> None:
    from index.errors import CorpusError

    def connect(folder: Any, progress: Any) -> Any:
        raise CorpusError("There is no such folder", "nowhere", "Name another one.")

    async with opened(connect=connect, wait=False) as (app, pilot):
        await until(pilot, lambda: "There is no such folder" in screen_text(app))
        assert "Name another one." in screen_text(app)
        await pilot.press("?")
        await until(pilot, lambda: app.screen is not app.main)


async def test_results_marked_words_and_preview(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press(*"premature")
        await until(pilot, lambda: app.main.session.query == "premature")
        await until(pilot, lambda: app.main.session.article.id == "bridge.txt")
        assert "1 article ·" in screen_text(app)
        assert "called the plan" in screen_text(app)


async def test_nothing_found_names_the_word_and_says_what_to_do(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press(*"zeppelin")
        await until(pilot, lambda: app.main.session.query == "zeppelin")
        assert "“zeppelin” stands in no article" in screen_text(app)
        assert "Try another spelling" in screen_text(app)
        assert app.main.session.article is not None


async def test_a_mistake_keeps_the_results_and_enter_takes_the_proposal(
    opened: Any, until: Any, screen_text: Any
) -> None:
    async with opened() as (app, pilot):
        await pilot.press(*"ferry ")
        await until(pilot, lambda: app.main.session.query == "ferry ")
        before = app.main.session.page
        await pilot.press("(")
        await until(pilot, lambda: app.main.session.proposal)
        lines = screen_text(app).splitlines()
        box = next(line for line in lines if "ferry (" in line)
        assert lines[lines.index(box) + 1].index("^") == box.index("(")
        assert "A bracket is not closed" in screen_text(app)
        assert app.main.session.page is before
        await pilot.press("enter")
        await until(pilot, lambda: app.main.session.query == "ferry" and not app.main.session.proposal)
        assert app.main.search.box.value == "ferry"


async def test_from_the_box_to_the_article_and_back_with_the_place_kept(opened: Any, until: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press(*"premature", "down")
        await until(pilot, lambda: app.main.session.query == "premature")
        assert app.focused is app.main.search.list
        await pilot.press("enter")
        await until(pilot, lambda: app.main.session.pane == "article" and current(app) == "premature")
        assert app.focused is app.main.reader.text
        await pilot.press("backspace")
        assert app.main.session.pane == "search"
        await pilot.press("L")
        await until(pilot, lambda: app.main.session.pane == "article" and current(app) == "premature")


async def test_walking_through_quotations_names_and_hits(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press(*"ferries")
        await until(pilot, lambda: app.main.session.query == "ferries" and app.main.session.hits)
        await pilot.press("escape", "]")
        assert current(app) == "a fair bargain"
        assert "└ Jana Nováková → Per Lind · told · partial" in screen_text(app)
        await pilot.press("]")
        assert current(app) == "We have waited nine years for this,"
        await pilot.press("]")
        assert current(app) == "it would look into the matter"
        await pilot.press("]")
        assert current(app) == "a fair bargain"
        await pilot.press("[")
        assert current(app) == "it would look into the matter"
        await pilot.press("n")
        assert app.main.session.current.kind == "hit"
        assert current(app) == "ferries"
        await pilot.press("2", "g", "}")
        assert current(app) == "Jana Nováková"
        assert "└ Jana Nováková · Foreign Minister" in screen_text(app)


async def test_moving_in_the_article_scrolls_by_lines_and_pages(opened: Any) -> None:
    async with opened((80, 24)) as (app, pilot):
        text = app.main.reader.text
        await pilot.press("escape", "2", "j", "down")
        assert text.scroll_offset.y == 2
        await pilot.press("space")
        assert text.scroll_offset.y == 2 + text.size.height - 2
        await pilot.press("pageup", "k")
        assert text.scroll_offset.y == 1
        await pilot.press("G")
        assert text.scroll_offset.y == text.max_scroll_y > 0
        await pilot.press("g")
        assert text.scroll_offset.y == 0


async def test_the_place_survives_a_change_of_width(opened: Any) -> None:
    async with opened((120, 40)) as (app, pilot):
        text = app.main.reader.text
        await pilot.press("escape", "2", "space")
        place = text.place
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        first, last = text.in_sight
        assert first <= place < last


async def test_an_actor_by_a_spelling_and_from_the_card_to_the_place(
    opened: Any, until: Any, screen_text: Any
) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "a", *"novak")
        await until(pilot, lambda: app.main.session.card)
        shown = screen_text(app)
        assert "Jana Nováková" in shown
        assert "Foreign Minister" in shown
        assert "said 2" in shown
        await pilot.press("enter", "s")
        await pilot.press("enter")
        await until(pilot, lambda: app.main.session.pane == "article")
        assert current(app) == "a fair bargain"
        await pilot.press("backspace")
        assert app.main.session.pane == "actors"
        assert app.main.actors.list.items[app.main.actors.list.cursor].text == "“a fair bargain”"


@pytest.mark.parametrize("size", SIZES)
async def test_from_a_quotation_to_its_speaker_and_back(opened: Any, until: Any, size: tuple[int, int]) -> None:
    async with opened(size) as (app, pilot):
        await pilot.press("escape", "]")
        assert current(app) == "a fair bargain"
        await pilot.press("2", "enter")
        await until(pilot, lambda: app.main.session.card)
        assert app.main.session.card.actor.id == "jana-novak"
        assert app.main.actors.display
        await pilot.press("backspace")
        assert app.main.session.pane == "article"
        assert app.main.reader.display
        assert current(app) == "a fair bargain"


async def test_an_unknown_name_is_answered_with_a_sentence(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "a", *"zz")
        await until(pilot, lambda: "No actor is called" in screen_text(app))


async def test_a_key_that_would_do_nothing_says_why(opened: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "n")
        assert "do not stand in this article" in screen_text(app).splitlines()[-1]
        await pilot.press("y")
        assert "Go to a quotation first" in screen_text(app).splitlines()[-1]
        await pilot.press("j")
        assert "Go to a quotation first" not in screen_text(app)


async def test_copying_a_quotation_with_its_source(
    opened: Any, until: Any, monkeypatch: pytest.MonkeyPatch, screen_text: Any
) -> None:
    monkeypatch.setattr("tui.clipboard.by_program", lambda words: None)
    async with opened() as (app, pilot):
        await pilot.press("escape", "]", "y")
        await until(pilot, lambda: "OSC 52" in screen_text(app).splitlines()[-1])
        assert app.clipboard.startswith("“a fair bargain”\n— Jana Nováková to Per Lind, in “Ministers")


async def test_a_selection_by_mouse_is_copied_without_soft_line_breaks(
    opened: Any, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.clipboard.by_program", lambda words: None)
    async with opened() as (app, pilot):
        text = app.main.reader.text
        row = text.sheet.row_of(app.main.session.article.text.index("Foreign Minister"))
        await pilot.mouse_down(text, offset=(4, row))
        await pilot.hover(text, offset=(12, row + 1))
        await pilot.mouse_up(text, offset=(12, row + 1))
        await pilot.pause()
        selected = app.main.session.article.text[slice(*text.selected)]
        assert selected.startswith("Foreign Minister Jana")
        assert "\n" not in selected
        await pilot.press("ctrl+c")
        await until(pilot, lambda: app.clipboard)
        assert app.clipboard == selected


async def test_clicking_makes_current_and_twice_opens_the_card(opened: Any, until: Any) -> None:
    async with opened() as (app, pilot):
        text = app.main.reader.text
        at = app.main.session.article.text.index("fair bargain")
        row = text.sheet.row_of(at)
        where = (4 + at - text.sheet.rows[row].start, row)
        await pilot.click(text, offset=where)
        await until(pilot, lambda: current(app) == "a fair bargain")
        await pilot.click(text, offset=where, times=2)
        await until(pilot, lambda: app.main.session.card)


async def test_ctrl_c_without_a_selection_says_how_to_quit(opened: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("ctrl+c")
        assert "esc, then q, leaves Readout" in screen_text(app).splitlines()[-1]
        await pilot.press("escape", "ctrl+c")
        assert "q leaves Readout" in screen_text(app).splitlines()[-1]
        assert app.is_running


async def test_panes_zoom_and_resize(opened: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "tab")
        assert app.main.session.pane == "article"
        width = app.main.reader.size.width
        await pilot.press(">")
        await pilot.pause()
        assert app.main.reader.size.width > width
        await pilot.press("z")
        await pilot.pause()
        assert app.main.shown == ("article",)
        await pilot.press("escape", "shift+tab")
        assert app.main.session.pane == "search"
        assert len(app.main.shown) == 3


async def test_two_panes_at_eighty_columns(opened: Any) -> None:
    async with opened((80, 24)) as (app, pilot):
        assert app.main.shown == ("search", "article")
        await pilot.press("escape", "3")
        assert app.main.shown == ("article", "actors")
        await pilot.press("2")
        assert app.main.shown == ("article", "actors")
        await pilot.press("1")
        assert app.main.shown == ("search", "article")


async def test_escape_and_slash_lead_to_the_search_box_from_anywhere(opened: Any) -> None:
    async with opened() as (app, pilot):
        for keys in (["1"], ["3"], ["a"], ["?"], ["ctrl+p"], ["z"]):
            await pilot.press("escape", *keys)
            await pilot.press("escape", "/")
            await pilot.pause()
            assert app.focused is app.main.search.box, keys
        await pilot.press("escape", "2", "ctrl+l", "escape")
        assert app.main.session.pane == "article"  # back to where one was


async def test_the_help_is_filtered_and_does_what_is_chosen(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("escape", "2", "?")
        await pilot.pause()
        shown = screen_text(app)
        assert shown.index("Article") < shown.index("Everywhere")
        await pilot.press(*"next quotation", "enter")
        await until(pilot, lambda: current(app) == "a fair bargain")


async def test_the_palette_finds_commands_actors_and_articles(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("ctrl+p", *"lind")
        await until(pilot, lambda: "Articles" in screen_text(app))
        assert "Actors" in screen_text(app)
        await pilot.press("enter")
        await until(pilot, lambda: app.main.session.card and app.main.session.card.actor.id == "per-lind")


async def test_themes_change_at_once(opened: Any) -> None:
    async with opened() as (app, pilot):
        dark = app.main.reader.text.look("dim")
        await pilot.press("escape", "t")
        await pilot.pause()
        assert app.theme == "light"
        assert app.main.reader.text.look("dim") != dark


async def test_hostile_text_is_shown_and_not_obeyed(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press(*"escape")
        await until(pilot, lambda: app.main.session.article.id == "odd.txt")
        shown = screen_text(app)
        assert "[bold]brackets[/bold]" in shown
        assert "␛[31mred␛[0m" in shown
        assert "\x1b" not in shown


async def test_a_mistake_in_the_program_ends_it_with_that_mistake(opened: Any, library: Any, until: Any) -> None:
    def broken(query: str, **_: Any) -> Any:
        raise ZeroDivisionError

    library.search = broken
    with pytest.raises(ZeroDivisionError):
        async with opened(wait=False) as (app, pilot):
            await until(pilot, lambda: not app.is_running)


async def test_q_leaves_and_types_in_a_box(opened: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("q")
        assert app.main.search.box.value == "q"
        await pilot.press("escape", "q")
        assert app.return_code == 0


async def test_a_slash_begins_no_query(opened: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press("/", *"a/b")
        assert app.main.search.box.value == "a/b"


async def test_the_article_is_copied_as_chosen(opened: Any, until: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    monkeypatch.setattr("tui.clipboard.by_program", lambda words: copied.append(words) or "a program")
    async with opened() as (_, pilot):
        await pilot.press("escape", "C", *"bib", "enter")
        await until(pilot, lambda: copied)
        assert copied[0].startswith("@article{")
