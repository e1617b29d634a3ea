"""A small corpus of several outlets, months and voices."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

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


@pytest.fixture(scope="package")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("corpus")
    for name, (outlet, day, title, body) in ARTICLES.items():
        head = f"---\noutlet: {outlet}\ndate: {day}\n---\n" if outlet else ""
        (folder / f"{name}.txt").write_text(f"{head}{title}\n\n{body}\n", encoding="utf-8")
    before = os.environ.get("READOUT_CACHE")
    os.environ["READOUT_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    with Library.open(Path(folder)) as opened:
        yield opened
    if before is None:
        del os.environ["READOUT_CACHE"]
    else:
        os.environ["READOUT_CACHE"] = before
