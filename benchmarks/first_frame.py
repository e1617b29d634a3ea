"""From the start of the program to its first frame, the index built: ours and the bare app's, in turns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from benchmarks.figures import BARE, ROOT, SEEDS, TUI, Figure, ask, ratio, workplace
from benchmarks.terminal import Terminal

ROUNDS = 15


def measure(rounds: int = ROUNDS) -> list[Figure]:
    """The ratio of the medians."""
    ours: list[float] = []
    bare: list[float] = []
    with workplace() as (_, env):
        ask(env, "index", "--corpus", str(SEEDS))
        # The cursor stands on the first letter of the bare app's placeholder and parts it from the rest.
        for turn in range(rounds + 1):
            seen = start([*TUI, str(SEEDS)], rb"3 articles", env), start(BARE, rb"are app", env)
            if turn:  # the first fills the caches of files and bytecode
                ours.append(seen[0])
                bare.append(seen[1])
    return [ratio("first frame on the sample, against a bare app", ours, bare, 1.5)]


def start(argv: Sequence[str], mark: bytes, env: Mapping[str, str]) -> float:
    """Seconds until the program has written `mark`, which stands in its first frame."""
    with Terminal(argv, env=env, cwd=ROOT, draw=False) as terminal:
        return terminal.wait_bytes(mark)
