"""What a step costs: in the results, to the next quotation, a page down, opening an article; and what rest costs.

The corpus is the longer articles of a real one. Time is taken from the key to the first bytes of the frame that shows
its effect; opening is over when the article's pane shows other words. A bare app's key echo, in the same run, tells
how fast the machine is.
"""

from __future__ import annotations

import gzip
import itertools
import json
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.figures import BARE, ROOT, TUI, Figure, absent, ask, p95, workplace
from benchmarks.key_echo import type_slowly
from benchmarks.search import CORPUS, row, write
from benchmarks.terminal import Terminal

WORDS = range(750, 1200)
ARTICLES = 120
STEPS = 20
AT_REST = 10  # seconds
MOST_AT_REST = 0.3  # percent of a core
STEP_KEYS = {"a step in the results": ("j", 20), "a page down": ("<pagedown>", 30), "the next quotation": ("]", 30)}
"""What a key does: the key, and its milliseconds. Four times a bare key echo will do as well."""
OPEN = 50  # milliseconds, or eight times a bare key echo


def measure() -> list[Figure]:
    """The figures, all of one run."""
    if not CORPUS.is_file():
        return [absent("steps", CORPUS)]
    with workplace() as (folder, env):
        corpus = folder / "corpus"
        with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
            long = (found for found in map(json.loads, lines) if len(found["body"].split()) in WORDS)
            write(corpus, [row(found) for found in itertools.islice(long, ARTICLES)])
        ask(env, "index", "--corpus", str(corpus))
        with Terminal([*TUI, str(corpus)], env=env, cwd=ROOT) as readout, Terminal(BARE, env=env, cwd=ROOT) as bare:
            readout.wait(rf"{ARTICLES} articles · \d+ ms")
            bare.wait("bare app")
            echo = 1000 * p95(type_slowly(bare, "turkey blinken sanctions"))
            readout.press("<down>")
            opening = _opening(readout)
            figures = []
            for what, (key, most) in STEP_KEYS.items():
                figures.append(_figure(what, _steps(readout, key), most, 4, echo))
                if key == "j":
                    readout.settle(0.3)
                    readout.press("<enter>")
                    readout.settle(0.3)
            return [*figures, _figure("opening an article", opening, OPEN, 8, echo), _at_rest(readout)]


def _steps(readout: Terminal, key: str) -> list[float]:
    took = []
    for _ in range(STEPS):
        readout.settle(0.2)
        before = len(readout.raw)
        readout.press(key)
        took.append(readout.until(lambda: len(readout.raw) > before, "another frame"))  # noqa: B023
        if key == "<pagedown>":  # an article has few pages
            readout.press("<pageup>")
    return took


def _opening(readout: Terminal) -> list[float]:
    """Go to the next result and open it at once, before it is shown by itself."""
    took = []
    for _ in range(STEPS):
        readout.settle(0.3)
        shown = _article(readout)
        readout.press("j")
        readout.press("<enter>")
        took.append(readout.until(_other(readout, shown), "another article"))
        readout.settle(0.3)
        readout.press("<esc>")
    return took


def _other(readout: Terminal, shown: str) -> Callable[[], bool]:
    return lambda: _article(readout) != shown


def _article(readout: Terminal) -> str:
    """The first rows of the middle pane."""
    return "\n".join(line[36:88] for line in readout.text().splitlines()[2:8])


def _figure(what: str, took: list[float], most: int, times: int, echo: float) -> Figure:
    value = 1000 * p95(took)
    told = f"p95 {value:.1f} ms ({value / echo:.1f} × a bare key echo)"
    return Figure(f"from the key: {what}", told, f"≤ {most} ms or {times} ×", value <= max(most, times * echo))


def _at_rest(readout: Terminal) -> Figure:
    """The processor's time of the app while nobody does anything."""
    readout.settle(1)
    before, began = _used(readout.pid), time.perf_counter()
    while time.perf_counter() - began < AT_REST:
        readout.pump(1)
    share = 100 * (_used(readout.pid) - before) / AT_REST
    return Figure("ten seconds at rest", f"{share:.2f} % of a core", f"≤ {MOST_AT_REST} %", share <= MOST_AT_REST)


def _used(pid: int) -> float:
    """Seconds of processor time that a process has used (Linux)."""
    ticks = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(ticks[11]) + int(ticks[12])) / 100
