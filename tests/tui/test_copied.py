"""Articles that say the same, as a person meets them: once in the results, and all at a key."""

from __future__ import annotations

from typing import Any

import pytest

from index.model import Again, Copy, Hit, Line, Page, Said
from tests.tui.conftest import SIZES
from tests.tui.small_library import FakeLibrary
from tui.panes import wishes


class Printed(FakeLibrary):
    """One in which the article on the bridge was printed by two more outlets."""

    def search(self, query: str, **asked: Any) -> Page:
        page = super().search(query, **asked)
        hits = tuple(map(self._often, page.hits))
        return page.model_copy(update={"hits": hits, "total": 12, "copies": 2})

    def _often(self, hit: Hit) -> Hit:
        if hit.id != "bridge.txt":
            return hit
        copies = [
            Copy(article="ferry.txt", file="ferry.txt", title=hit.title, outlet=outlet, published=hit.published)
            for outlet in ("The Strait Post", "Inland News")
        ]
        return hit.model_copy(update={"copies": tuple(copies)})


@pytest.fixture
def library() -> FakeLibrary:
    return Printed()


@pytest.mark.parametrize("size", SIZES)
async def test_they_are_told_in_the_row_and_listed_at_a_key(
    opened: Any, until: Any, screen_text: Any, size: tuple[int, int]
) -> None:
    async with opened(size) as (app, pilot):
        await pilot.press(*"bridge", "enter")
        await until(pilot, lambda: "10 articles +2" in screen_text(app))
        assert "+2 copies" in screen_text(app)
        await pilot.press("plus")
        await until(pilot, lambda: "Inland News" in screen_text(app))
        await pilot.press(*"inland")
        await until(pilot, lambda: "Strait Post" not in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: app.main.session.article.id == "ferry.txt")


async def test_a_title_with_brackets_is_told_as_it_stands(opened: Any, until: Any, screen_text: Any) -> None:
    copy = Copy(article="ferry.txt", file="ferry.txt", title="", outlet="The Strait Post", published=None)
    async with opened() as (app, pilot):
        await app.main.grant(wishes.Copies("[Opinion] The quay[/quay]", [copy]))
        await until(pilot, lambda: "The same as “[Opinion] The quay[/quay]”" in screen_text(app))


async def test_where_there_are_none_the_key_says_so(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press(*"ferry", "enter")
        await until(pilot, lambda: app.main.session.page.query == "ferry")
        await pilot.press("plus")
        await until(pilot, lambda: "No other article" in screen_text(app))


class Repeated(FakeLibrary):
    """One in which the article on the ferry stands for two others that have the same words elsewhere."""

    def quotations(self, query: str = "", **asked: Any) -> list[Said]:
        return [self._again(said, said.quotation.text) for said in super().quotations(query, **asked)]

    def concordance(self, query: str, **asked: Any) -> list[Line]:
        return [self._again(line, line.word) for line in super().concordance(query, **asked)]

    def _again(self, row: Any, words: str) -> Any:
        if row.article != "ferry.txt":
            return row
        copies = tuple(
            Again(article=f"{name}.txt", file=f"{name}.txt", title=name.title(), outlet="Inland News", published=None,
                  start=4, end=4 + len(words))
            for name in ("bridge", "odd")
        )  # fmt: skip
        return row.model_copy(update={"copies": copies})


@pytest.mark.parametrize("size", SIZES)
async def test_a_quotation_stands_once_and_leads_to_its_copies(
    opened: Any, until: Any, screen_text: Any, size: tuple[int, int]
) -> None:
    async with opened(size, connect=lambda *_: Repeated()) as (app, pilot):
        await pilot.press("escape", "Q")
        await until(pilot, lambda: app.main.session.rows)
        assert screen_text(app).count(" +2") == 3
        await pilot.press("plus")
        await until(pilot, lambda: "Inland News" in screen_text(app))
        await pilot.press("down", "enter")
        await until(pilot, lambda: app.main.session.article.id == "odd.txt")
        assert (app.main.session.current.start, app.main.session.pane) == (4, "article")


@pytest.mark.parametrize("size", SIZES)
async def test_a_line_of_the_concordance_stands_once_and_leads_to_its_copies(
    opened: Any, until: Any, screen_text: Any, size: tuple[int, int]
) -> None:
    async with opened(size, connect=lambda *_: Repeated()) as (app, pilot):
        await pilot.press(*"quarrel", "enter", "K")
        await until(pilot, lambda: " +2" in screen_text(app))
        await pilot.press("plus")
        await until(pilot, lambda: "Inland News" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: app.main.session.article.id == "bridge.txt")
        assert app.screen is app.main
        assert app.main.session.current.start == 4
