"""The app on many articles: its first frame, beside a bare app; from a key to its results, beside grep; keys while it
searches, beside a bare app; memory; and what the terminal is sent for a key.

The articles are those of `benchmarks.search`. A word is typed at once into an empty box, and time is taken until the
articles that hold it are counted, listed and marked. Against it stands the time in which grep (or ripgrep, where it is
installed) counts its lines in the same files.
"""

from __future__ import annotations

import gzip
import itertools
import json
import re
import shutil
import subprocess
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from benchmarks import first_frame
from benchmarks.figures import BARE, ROOT, TUI, Figure, absent, ask, median, p95, ratio, workplace
from benchmarks.key_echo import shown
from benchmarks.search import ARTICLES, CORPUS, row, write
from benchmarks.terminal import Terminal

WORDS = ("barrister", "submarine", "earthquake", "election", "merger", "plagiarism", "sanctions", "ballet")
LONG = "the w/99 (to OR of) -"
"""A query that takes seconds. What is typed after it is excluded, which is looked at last."""
STEPS = 20
SENT = {"j": ("a step in the results", 2048), "]": ("the next quotation, the article under it", 3072)}
"""Keys, what they do, and the most bytes that the terminal may be sent for it: over a slow line each one counts."""
LETTERS = "chancell"  # as many as the box has room for
MOST = 160  # megabytes


def measure() -> list[Figure]:
    """Index the articles, then work on them."""
    if not CORPUS.is_file():
        return [absent("the app on many articles", CORPUS)]
    with workplace() as (folder, env):
        corpus = folder / "corpus"
        with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
            write(corpus, [row(json.loads(line)) for line in itertools.islice(lines, ARTICLES)])
        ask(env, "index", "--corpus", str(corpus))
        return [first_frame.on(corpus, "many articles", 1.4, env), *at_work(corpus, env)]


def at_work(corpus: Path, env: Mapping[str, str]) -> list[Figure]:
    """The figures of an indexed corpus."""
    with Terminal([*TUI, str(corpus)], env=env, cwd=ROOT) as readout, Terminal(BARE, env=env, cwd=ROOT) as bare:
        readout.until(lambda: bool(_count(readout)), "all articles")
        bare.wait("bare app")
        results = to_results(readout, corpus)
        sent = list(to_terminal(readout))
        memory = weight(readout.pid)
        ours, others = echo(readout), echo(bare)
    return [
        results,
        *sent,
        Figure("memory of the app after searching", f"{memory} MB", f"≤ {MOST} MB", memory <= MOST),
        ratio("key echo while a long search runs, against a bare app", ours, others, 3, of="p95"),
    ]


def to_results(readout: Terminal, corpus: Path) -> Figure:
    """From the last letter of a word to what it finds, against counting it in the files."""
    ours, counted = [], []
    tool = [rg, "-c"] if (rg := shutil.which("rg")) else ["grep", "-rc"]
    for word in WORDS:
        readout.settle(0.3)
        before = _count(readout)
        readout.press(word)
        ours.append(readout.until(lambda: _count(readout) not in ("", before), "other articles"))  # noqa: B023
        assert shown(readout, word)
        readout.settle(0.3)
        readout.press(*["<backspace>"] * len(word))
        readout.until(lambda: _count(readout) == before, "all articles")  # noqa: B023
        began = time.perf_counter()
        subprocess.run([*tool, word, str(corpus)], stdout=subprocess.DEVNULL, check=False)
        counted.append(time.perf_counter() - began)
    return ratio(f"a word typed to its results on screen, against {Path(tool[0]).name} {tool[1]}", ours, counted, 1)


def to_terminal(readout: Terminal) -> Iterator[Figure]:
    """How many bytes the terminal is sent for a step, in a list and in an article that scroll with it."""
    before = _count(readout)
    readout.press("election")
    readout.until(lambda: _count(readout) not in ("", before), "other articles")
    readout.settle(0.3)
    readout.press("<enter>")
    readout.settle(0.3)
    for key, (what, most) in SENT.items():
        sent = [_sent(readout, key) for _ in range(STEPS)]
        value = f"{median(sent):,.0f} bytes (p95: {p95(sent):,.0f})"
        yield Figure(f"sent for {what}", value, f"median ≤ {most:,}", median(sent) <= most)
        readout.settle(0.3)
        readout.press("<enter>")
        readout.settle(0.3)
    readout.press("<ctrl+l>", "<ctrl+u>")
    readout.until(lambda: _count(readout) == before, "all articles")


def _sent(readout: Terminal, key: str) -> int:
    """How many bytes the terminal is sent for a key. In the results, the article only follows a cursor at rest."""
    before = len(readout.raw)
    readout.press(key)
    readout.until(lambda: len(readout.raw) > before, "another frame")
    while readout.pump(0.02):
        pass
    return len(readout.raw) - before


def _count(readout: Terminal) -> str:
    """How many articles there are of what was searched last, as it is told."""
    found = re.search(r"│ ([\d,]+\+?) articles? [·+]", readout.text())
    return found[1] if found else ""


def echo(terminal: Terminal) -> list[float]:
    """Seconds until each letter stands in the box that is typed after a query that takes long."""
    terminal.press(LONG)
    terminal.until(partial(shown, terminal, LONG), "the query")
    took = []
    for end in range(1, len(LETTERS) + 1):
        terminal.press(LETTERS[end - 1])
        took.append(terminal.until(partial(shown, terminal, LONG + LETTERS[:end]), "the letter"))
    return took


def weight(pid: int) -> int:
    """The resident memory of a process and all it has started, in megabytes: what a person sees who looks.

    Some 17 of these are pages of files, of the interpreter and its libraries, that all processes share. Of the index
    there are none: its files are read, not mapped.
    """
    told = subprocess.run(["ps", "-axo", "pid=,ppid=,rss="], capture_output=True, text=True, check=True).stdout
    rows = [[*map(int, line.split())] for line in told.splitlines()]
    children, size = defaultdict(list), {}
    for process, parent, kilobytes in rows:
        children[parent].append(process)
        size[process] = kilobytes
    return sum(size[process] for process in _descent(pid, children)) // 1024


def _descent(pid: int, children: Mapping[int, list[int]]) -> Iterator[int]:
    yield pid
    for child in children[pid]:
        yield from _descent(child, children)
