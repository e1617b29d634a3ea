"""The app over the real library and the sample corpus: the way a person goes on the first day."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tui.app import ReadoutApp
from tui.settings import Settings

SEEDS = Path(__file__).resolve().parents[2] / "seeds"

Sample = Callable[..., Any]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where these tests keep what they derive: the sample is read once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def sample(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, until: Any) -> Sample:
    """Runs the app over the sample."""
    monkeypatch.setenv("READOUT_CACHE", str(cache))
    monkeypatch.setenv("READOUT_DATA", str(tmp_path))

    @asynccontextmanager
    async def run(size: tuple[int, int] = (120, 40)) -> AsyncIterator[tuple[ReadoutApp, Pilot[None]]]:
        app = ReadoutApp(SEEDS, Settings(), sample=True)
        async with app.run_test(size=size) as pilot:
            await until(pilot, lambda: app.main.session.article is not None)
            yield app, pilot

    return run


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_who_said_a_done_deal(sample: Sample, until: Any, screen_text: Any, size: tuple[int, int]) -> None:
    async with sample(size) as (app, pilot):
        assert "3 articles" in screen_text(app)
        await pilot.press(*'"done deal"', "down")
        await until(pilot, lambda: app.main.session.query == '"done deal"')
        await pilot.press("enter")
        await until(pilot, lambda: app.main.session.pane == "article" and app.main.session.current)
        session = app.main.session
        assert session.article.text[session.current.start : session.current.end] == "done deal"
        await pilot.press("enter")
        await until(pilot, lambda: app.main.session.card)
        assert app.main.session.card.actor.name == "Mevlüt Çavuşoğlu"
        await pilot.press("backspace")
        assert app.main.session.pane == "article"


async def test_cavus_finds_cavusoglu_and_each_line_leads_to_its_words(
    sample: Sample, until: Any, screen_text: Any
) -> None:
    async with sample() as (app, pilot):
        await pilot.press("escape", "a", *"cavus")
        await until(pilot, lambda: app.main.session.card)
        card = app.main.session.card
        assert "Mevlut Cavusoglu" in {spelling.text for spelling in card.spellings}
        await pilot.press("enter", "w")
        for spelling in card.spellings:
            await pilot.press("enter")
            await until(pilot, lambda: app.main.session.pane == "article")
            at, article = app.main.session.current, app.main.session.article
            assert article.text[at.start : at.end] == spelling.text
            await pilot.press("backspace")
            await until(pilot, lambda: app.main.session.pane == "actors")
            await pilot.press("down")


async def test_all_is_shown_word_for_word(sample: Sample, until: Any) -> None:
    async with sample() as (app, pilot):
        for hit in app.main.session.page.hits:
            app.main.travel.open_article(hit.id)
            await until(pilot, lambda hit=hit: app.main.session.article.id == hit.id)
            text = app.main.session.article.text
            assert text == (SEEDS / app.main.session.article.file).read_text("utf-8")
            shown = app.main.reader.text.sheet.rows
            words = " ".join(text[row.start : row.end] for row in shown if row.is_text)
            assert words.split() == text.split()
