"""From a key to its letter in the box: in our search box, which answers meanwhile, and in the bare app's, in turns; at
rest, and while an index is built beside both."""

from __future__ import annotations

import gzip
import itertools
import json
import re
from functools import partial

from benchmarks.figures import BARE, ROOT, SEEDS, TUI, Figure, absent, ask, ratio, workplace
from benchmarks.search import CORPUS, row, write
from benchmarks.terminal import Terminal

TYPED = ("s-400 sanctions", "turkey blinken", '"done deal" cavus', "caatsa OR f-35 -syria")

BUILT = 1000
"""Articles that are indexed meanwhile: enough to type all of it at least once."""


def measure() -> list[Figure]:
    """The ratios of the 95th percentiles."""
    return [at_rest(), while_indexing() if CORPUS.is_file() else absent("key echo while an index is built", CORPUS)]


def at_rest() -> Figure:
    """On the sample, which is indexed."""
    ours: list[float] = []
    bare: list[float] = []
    with workplace() as (_, env):
        ask(env, "index", "--corpus", str(SEEDS))
        with (
            Terminal([*TUI, str(SEEDS)], env=env, cwd=ROOT) as readout,
            Terminal(BARE, env=env, cwd=ROOT) as other,
        ):
            readout.wait("3 articles")
            other.wait("bare app")
            readout.wait(r"3 articles · \d+ ms")  # it has opened the library too: what is measured is typing alone
            for words in TYPED:
                ours += type_slowly(readout, words)
                bare += type_slowly(other, words)
    return ratio("key echo in the search box, against a bare app", ours, bare, 1.5, of="p95")


def while_indexing() -> Figure:
    """On the first visit to many articles, for as long as it tells how far it is."""
    ours: list[float] = []
    bare: list[float] = []
    with workplace() as (folder, env):
        corpus = folder / "corpus"
        with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
            write(corpus, [row(json.loads(line)) for line in itertools.islice(lines, BUILT)])
        with Terminal(BARE, env=env, cwd=ROOT) as other, Terminal([*TUI, str(corpus)], env=env, cwd=ROOT) as readout:
            other.wait("bare app")
            readout.wait(r"\d %")
            for words in itertools.cycle(TYPED):
                took = type_slowly(readout, words)
                if not re.search(r"\d %", readout.text()):
                    break
                ours += took
                bare += type_slowly(other, words)
    return ratio("key echo while an index is built, against a bare app", ours, bare, 3, of="p95")


def type_slowly(terminal: Terminal, words: str) -> list[float]:
    """Type letter by letter, each when all is quiet; seconds until each stands on the screen. Then clear the box."""
    took = []
    terminal.settle(0.08)
    for end in range(1, len(words) + 1):
        terminal.press(words[end - 1])
        if words[end - 1] != " ":  # a blank cannot be seen
            took.append(terminal.until(partial(shown, terminal, words[:end]), f"{words[:end]!r} in the box"))
        terminal.settle(0.08)
    terminal.press(*["<backspace>"] * len(words))
    terminal.until(lambda: not shown(terminal, words), "an empty box")
    return took


def shown(terminal: Terminal, words: str) -> bool:
    """Whether the words stand in one of the first rows, where both apps have their box, before anything else."""
    rows = terminal.text().splitlines()[:4]
    return any(row.lstrip(" │▊▌┃▎|>").startswith(words.rstrip()) for row in rows)
