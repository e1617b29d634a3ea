"""A small corpus of several outlets, months and voices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest

from index.build import build
from index.library import Library

ARTICLES = {
    "001": ("Harbour Post", "2021-03-02", "Cod talks in Oslo", "“The cod is ours,” Minister Ada Berg said in Oslo.\n\n"
            "Berg met British Prime Minister Tom Reed on Tuesday. Norway sells cod to Britain."),
    "002": ("Harbour Post", "2021-03-15", "Reed answers", "Tom Reed told reporters that tariffs on cod would fall.\n\n"
            "“Nothing is decided,” Ada Berg said. Norway waits."),
    "003": ("The Inland Times", "2021-04-20", "Grain prices rise", "Grain prices rose, Farm Minister Kim Lund said.\n\n"
            "“We have a good harvest,” Lund said. Lund spoke in Norway."),
    "004": ("The Inland Times", "2020-12-31", "A year of cod",
            "Cod was the fish of the year.\n\nCod, cod and cod again."),
    "005": (None, None, "Undated", "Cod stands here without a date, and a cöd with marks. A Cod Fair was held."),
}  # fmt: skip


@contextmanager
def opened_on(texts: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A corpus of these texts, by the names of their files, with a home of its own."""
    folder = tmp_path_factory.mktemp("news")
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("READOUT_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("READOUT_DATA", str(tmp_path_factory.mktemp("data")))
        with pytest.MonkeyPatch.context() as here:  # and nowhere else: a library may stay open while others are tested
            here.setattr("index.opening.build_apart", build)
            opened = Library.open(folder)
        with opened:
            yield opened


@pytest.fixture(scope="package")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    texts = {}
    for name, (outlet, day, title, body) in ARTICLES.items():
        head = f"---\noutlet: {outlet}\ndate: {day}\n---\n" if outlet else ""
        texts[name] = f"{head}{title}\n\n{body}\n"
    with opened_on(texts, tmp_path_factory) as opened:
        yield opened
