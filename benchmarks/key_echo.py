"""From a key to its letter in the box: in our search box, which answers meanwhile, and in the bare app's, in turns."""

from __future__ import annotations

from functools import partial

from benchmarks.figures import BARE, ROOT, SEEDS, TUI, Figure, ask, ratio, workplace
from benchmarks.terminal import Terminal

TYPED = ("s-400 sanctions", "turkey blinken", '"done deal" cavus', "caatsa OR f-35 -syria")


def measure() -> list[Figure]:
    """The ratio of the 95th percentiles."""
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
    return [ratio("key echo in the search box, against a bare app", ours, bare, 2, of="p95")]


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
