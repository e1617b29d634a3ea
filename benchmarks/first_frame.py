"""From the start of the program to its first frame, the index built: ours and the bare app's, in turns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.figures import BARE, ROOT, SEEDS, TUI, Figure, ask, ratio, workplace
from benchmarks.terminal import Terminal

ROUNDS = 15


def measure(rounds: int = ROUNDS) -> list[Figure]:
    """On the sample; `at_work` measures it on many articles."""
    with workplace() as (_, env):
        ask(env, "index", "--corpus", str(SEEDS))
        return [on(SEEDS, "the sample", 1.25, env, rounds)]


def on(corpus: Path, called: str, bar: float, env: Mapping[str, str], rounds: int = ROUNDS) -> Figure:
    """The ratio of the medians, on a corpus that is indexed. Bytecode is kept, as it is for a person."""
    env = {**env, "PYTHONDONTWRITEBYTECODE": ""}
    ours: list[float] = []
    bare: list[float] = []
    # The cursor stands on the first letter of the bare app's placeholder and parts it from the rest.
    for turn in range(rounds + 1):
        seen = start([*TUI, str(corpus)], rb"\d articles", env), start(BARE, rb"are app", env)
        if turn:  # the first fills the caches of files and bytecode
            ours.append(seen[0])
            bare.append(seen[1])
    return ratio(f"first frame on {called}, against a bare app", ours, bare, bar)


def start(argv: Sequence[str], mark: bytes, env: Mapping[str, str]) -> float:
    """Seconds until the program has written `mark`, which stands in its first frame."""
    with Terminal(argv, env=env, cwd=ROOT, draw=False) as terminal:
        return terminal.wait_bytes(mark)
