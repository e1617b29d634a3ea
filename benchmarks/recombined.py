"""As many articles as one likes, made of paragraphs of the real ones: new texts in the old words.

Each has the title of one article and as many paragraphs as another, two or three in a row from each of several others,
so that speakers, pronouns and names mostly stand with what they belong to. Names recur more than they would in as many
real articles, and few articles are copies of each other.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import SHARED

REAL = SHARED / "corpora" / "news-10k.jsonl.gz"


def articles(count: int, seed: int = 0) -> Iterator[tuple[str, str]]:
    """So many articles, each as the name of a file and its text; the same ones for the same seed."""
    chance = random.Random(seed)
    titles, bodies = _real()
    for n in range(1, count + 1):
        wanted = len(chance.choice(bodies))
        paragraphs: list[str] = []
        while len(paragraphs) < wanted:
            body = chance.choice(bodies)
            at = chance.randrange(len(body))
            paragraphs += body[at : at + chance.randint(2, 3)]
        yield f"{n:07}.txt", "\n\n".join([chance.choice(titles), *paragraphs[:wanted]]) + "\n"


def write(folder: Path, count: int, seed: int = 0) -> None:
    """Write them as files, a thousand to a folder."""
    for name, text in articles(count, seed):
        below = folder / name[:4]
        below.mkdir(parents=True, exist_ok=True)
        (below / name).write_text(text, encoding="utf-8", newline="")


def _real() -> tuple[list[str], list[list[str]]]:
    """The titles of the real articles, and the paragraphs of each."""
    with gzip.open(REAL, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    bodies = ([part for part in row["body"].split("\n\n") if part.strip()] for row in rows)
    return [row["title"] for row in rows], [body for body in bodies if body]
