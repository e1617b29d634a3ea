"""As many articles as one likes, made of sentences of the real ones: new texts in the old words.

Each has the title of one article and as many sentences as another. A paragraph is two to four sentences in a row, so
that speakers, pronouns and names mostly stand with what they belong to. Names recur more often than in as many real
articles.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import SHARED

REAL = SHARED / "corpora" / "news-10k.jsonl.gz"

_BETWEEN = re.compile(r"(?<=[.!?\"”])\s+(?=[A-Z\"“])|\s*\n\s*")


def articles(count: int, seed: int = 0) -> Iterator[tuple[str, str]]:
    """So many articles, each as the name of a file and its text; the same ones for the same seed."""
    chance = random.Random(seed)
    titles, bodies = _real()
    for n in range(1, count + 1):
        left = len(chance.choice(bodies))
        paragraphs = [chance.choice(titles)]
        while left > 0:
            body = chance.choice(bodies)
            at = chance.randrange(len(body))
            run = body[at : at + min(left, chance.randint(2, 4))]
            paragraphs.append(" ".join(run))
            left -= len(run)
        yield f"{n:07}.txt", "\n\n".join(paragraphs) + "\n"


def write(folder: Path, count: int, seed: int = 0) -> None:
    """Write them as files, a thousand to a folder."""
    for name, text in articles(count, seed):
        below = folder / name[:4]
        below.mkdir(parents=True, exist_ok=True)
        (below / name).write_text(text, encoding="utf-8", newline="")


def _real() -> tuple[list[str], list[list[str]]]:
    """The titles of the real articles, and the sentences of each."""
    with gzip.open(REAL, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    bodies = ([part for part in _BETWEEN.split(row["body"]) if part] for row in rows)
    return [row["title"] for row in rows], [body for body in bodies if body]
