"""A word that is still being typed finds what begins so, where it finds nothing as it stands."""

from __future__ import annotations

from typing import Any

import pytest

from index.model import Page
from tests.tui.small_library import FakeLibrary
from tui.begun import begun, with_star


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("sanct", "sanct*"),
        ("s-400 sanct", "s-400 sanct*"),
        ("speaker:berg o'bri", "speaker:berg o'bri*"),
        ("sanct ", None),
        ("sa", None),
        ("-sanct", None),
        ("=Sanct", None),
        ("speaker:ber", None),
        ("sanct*", None),
        ('"two sid', None),
        ('"two sides" agr', '"two sides" agr*'),
        ("w/5", None),
        ("", None),
    ],
)
def test_which_words_may_be_begun_only(typed: str, asked: str | None) -> None:
    assert with_star(typed) == asked


def test_what_was_looked_for_instead_of_the_word_typed() -> None:
    assert begun("s-400 sanct", "s-400 sanct*") == "sanct"
    assert begun("s-400 sanct", "s-400 sanct") == ""
    assert begun("sanct*", "sanct*") == ""


class Whole(FakeLibrary):
    """One that finds whole words alone, and by a star what begins so."""

    def search(self, query: str, **how: Any) -> Page:
        found = super().search(query.removesuffix("*"), **how)
        words = {word for article in self.articles.values() for word in article.text.split()}
        whole = not query or query.endswith("*") or query in words
        return found.model_copy(update={"query": query, "hits": found.hits if whole else ()})


@pytest.fixture
def library() -> Whole:
    return Whole()


async def test_results_do_not_go_while_a_word_is_typed(opened: Any, until: Any, screen_text: Any) -> None:
    async with opened((120, 40)) as (app, pilot):
        await pilot.press(*"ferry")
        await until(pilot, lambda: app.main.session.query == "ferry")
        found = [hit.id for hit in app.main.session.page.hits]
        await pilot.press("backspace")
        await until(pilot, lambda: app.main.session.query == "ferr*")
        assert app.main.search.box.value == "ferr"
        assert "· ferr…" in screen_text(app)
        assert [hit.id for hit in app.main.session.page.hits] == found
        await pilot.press("z")
        await until(pilot, lambda: app.main.session.query == "ferrz")
        assert app.main.session.page.hits == ()
