"""Make the pictures of the README and the tour, of the real app on the sample corpus: `python docs/screenshot.py`."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from textual.pilot import Pilot

from index.library import Library
from tui.app import ReadoutApp
from tui.gateway import Gateway
from tui.sample import sample_corpus
from tui.settings import Settings

HERE = Path(__file__).parent


class Keys(NamedTuple):
    """What is pressed, and the words that then stand on the screen."""

    press: Sequence[str]
    until: str


class Picture(NamedTuple):
    """A file, and the way to what it shows."""

    file: str
    walk: Sequence[Keys]
    dated: bool = False
    """Whether all articles have been given a date."""
    size: tuple[int, int] = (110, 30)


_LOW = (110, 18)
_SEARCHED = (Keys([*"s-400"], "3 articles"), Keys(["enter"], "S order"))
_CARD = (Keys(["escape", "a", *"cavus"], "also written"), Keys(["enter"], "s said"))

PICTURES = (
    Picture("screenshot.svg", size=(120, 36), walk=[
        Keys([*"done deal"], "1 article"), Keys(["enter", "enter"], "enter actor"),
        Keys(["n", "]", "["], "→ Antony Blinken"), Keys(["a", *"cavus"], "also written"),
        *_CARD[1:], Keys(["2"], "enter actor"),
    ]),
    Picture("tour/search.svg", [Keys([*"s-400 country:russia"], "by rank"), Keys(["enter"], "Blinken 2"),
                                Keys(["right"], "[")]),
    Picture("tour/reading.svg", [Keys([*"done deal"], "1 article"), Keys(["enter", "enter"], "enter actor"),
                                 Keys(["n", "]", "["], "→ Antony Blinken"), Keys(["i"], "told"), Keys(["z"], "told")]),
    Picture("tour/card.svg", [*_CARD, Keys(["z"], "said")]),
    Picture("tour/quotations.svg", [Keys(["escape", "Q"], "everywhere"), Keys(["/", *"s-400"], "S-400"),
                                    Keys(["enter"], "x to check")]),
    Picture("tour/putting-right.svg", [Keys(["escape", "2", "]", "]", "]"], "quotation 3"), Keys(["f"], "who speaks"),
                                       Keys(["1", *"akar"], "Hulusi")]),
    Picture("tour/contacts.svg", [Keys(["escape", "W"], "the newest first"), Keys(["m"], "who with whom")], size=_LOW),
    Picture("tour/concordance.svg", [*_SEARCHED, Keys(["K"], "12 lines"), Keys(["r"], "words after")], size=_LOW),
    Picture("tour/timeline.svg", [Keys(["escape", "O"], "enter narrows"), Keys(["m"], "Apr 2021")], True, _LOW),
)  # fmt: skip


async def take(picture: Picture) -> None:
    """Walk there, and write what is seen."""
    app = ReadoutApp(sample_corpus(), Settings("dark"), Gateway(sample_corpus()), sample=True, fresh=True)
    async with app.run_test(size=picture.size) as pilot:
        await _seen(pilot, app, "by date")
        for step in picture.walk:
            await pilot.press(*step.press)
            await _seen(pilot, app, step.until)
        await pilot.pause(0.5)  # for what follows the cursor
        svg = app.export_screenshot(title="Readout")
    # The picture must not fetch a font from anywhere: the reader's own monospace serves.
    svg = re.sub(r"@font-face\s*\{[^}]*\}\s*", "", svg).replace("Fira Code,", "")
    path = HERE / picture.file
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(line.rstrip() for line in svg.splitlines()) + "\n", encoding="utf-8")


async def _seen(pilot: Pilot[None], app: ReadoutApp, words: str) -> None:
    """Wait until words stand on the screen."""
    shown = ""
    for _ in range(1000):
        shown = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        if words in shown:
            return
        await pilot.pause(0.02)
    raise TimeoutError(f"{words!r} was never seen:\n{shown}")


def main() -> None:
    """Take them all, with nothing of this person's own in them."""
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"READOUT_CACHE": f"{home}/cache", "READOUT_DATA": f"{home}/data"}
        for picture in sorted(PICTURES, key=lambda picture: picture.dated):
            if picture.dated:
                with Library.open(sample_corpus()) as library:
                    for article, day in (("000", "2021-02-02"), ("001", "2021-03-24")):
                        library.set_source(library.find(article), published=day)
            asyncio.run(take(picture))


if __name__ == "__main__":
    main()
