"""Make the README's picture of the real app on the sample corpus: `python docs/screenshot.py`."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from pathlib import Path

from textual.pilot import Pilot

from tui.app import ReadoutApp
from tui.sample import sample_corpus
from tui.settings import Settings

TO = Path(__file__).with_name("screenshot.svg")


async def shown(pilot: Pilot[None], there: Callable[[], bool]) -> None:
    """Wait until something is there."""
    async with asyncio.timeout(30):
        while not there():
            await pilot.pause(0.02)


async def main() -> None:
    """Search for S-400, open the first hit, go to a quotation, look Çavuşoğlu up."""
    app = ReadoutApp(sample_corpus(), Settings(), sample=True)
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot, lambda: "by rank" in picture(app) or "by date" in picture(app))
        await pilot.press(*"done deal")
        await shown(pilot, lambda: "1 article" in picture(app))
        await pilot.press("enter", "enter")
        await shown(pilot, lambda: "Turkish defense minister holds" in picture(app))
        await pilot.press("n", "]", "[")
        await pilot.press("a", *"cavus")
        await shown(pilot, lambda: "Mevlüt" in picture(app))
        await pilot.press("enter")
        await shown(pilot, lambda: "also written" in picture(app))
        await pilot.press("2")
        await pilot.pause(0.3)
        svg = app.export_screenshot(title="Readout")
    # The picture must not fetch a font from anywhere: the reader's own monospace serves.
    svg = re.sub(r"@font-face\s*\{[^}]*\}\s*", "", svg).replace("Fira Code,", "")
    TO.write_text("\n".join(line.rstrip() for line in svg.splitlines()) + "\n", encoding="utf-8")


def picture(app: ReadoutApp) -> str:
    """The words on the screen, roughly."""
    svg = app.export_screenshot()
    return re.sub(r"<[^>]+>", "", svg).replace("&#160;", " ")


if __name__ == "__main__":
    asyncio.run(main())
