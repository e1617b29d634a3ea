"""A hit within a quotation stands for it: who speaks is told, and it can be copied and put right."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tui.conftest import current
from tui.session import Current, Session


async def test_who_says_the_words_found_is_told_and_they_are_copied(
    opened: Any, until: Any, screen_text: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr("tui.clipboard.by_program", lambda words: copied.append(words) or "a program")
    async with opened() as (app, pilot):
        await pilot.press(*"bargain")
        await until(pilot, lambda: app.main.session.query == "bargain")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: current(app) == "bargain")
        assert "└ Jana Nováková → Per Lind · told · partial" in screen_text(app)
        assert "y copy" in screen_text(app)
        await pilot.press("y")
        await until(pilot, lambda: copied)
        assert copied[0].startswith("“a fair bargain”\n— Jana Nováková to Per Lind")


async def test_it_is_put_right_there(opened: Any, library: Any, until: Any) -> None:
    async with opened() as (app, pilot):
        await pilot.press(*"bargain")
        await until(pilot, lambda: app.main.session.query == "bargain")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: current(app) == "bargain")
        await pilot.press("v")
        await until(pilot, lambda: library.written)
        assert library.written[0][:2] == ("ferry.txt", "q1")


def test_a_name_within_a_quotation_stands_for_itself(library: Any) -> None:
    session = Session()
    article = library.article("ferry.txt")
    session.show_article(article, ())
    start, end = article.quotations[0].start, article.quotations[0].end
    assert session.quotation_at(Current("hit", start + 2, end)) is article.quotations[0]
    assert session.quotation_at(Current("name", start + 2, end)) is None
    assert session.quotation_at(Current("hit", end + 1, end + 3)) is None


def test_of_quotations_within_each_other_the_inner_one_is_meant(library: Any) -> None:
    session = Session()
    article = library.article("ferry.txt")
    inner = article.quotations[0]
    outer = inner.model_copy(update={"start": inner.start - 30, "end": inner.end + 20, "kind": "indirect"})
    session.show_article(article.model_copy(update={"quotations": (outer, inner)}), ())
    assert session.quotation_at(Current("hit", inner.start, inner.start + 1)) is inner
    assert session.quotation_at(Current("hit", inner.start - 3, inner.start - 1)) is outer


async def test_at_80_columns_the_footer_still_tells_how_to_copy(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened((80, 24)) as (app, pilot):
        await pilot.press(*"bargain")
        await until(pilot, lambda: app.main.session.query == "bargain")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: current(app) == "bargain")
        assert "] next quotation   y copy" in screen_text(app).splitlines()[-1]
