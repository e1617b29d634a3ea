"""How well articles are ranked: mean average precision on TIME (world news of 1963) and CACM, with default settings.

The questions are whole sentences, so that any of their words may answer; the judgements say which articles do.
"""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.figures import SHARED, Figure, absent
from index.engines.whoosh import open_engine, write_engine
from index.query import Searchable
from index.query.tree import Node, Word, alternative
from index.words import tokens

BARS = {"time": 0.57, "cacm": 0.315}
BEST = 1000


def measure() -> list[Figure]:
    """One figure for each collection."""
    folders = {name: SHARED / "ir" / name for name in BARS}
    return [
        figure(name, mean_average_precision(folder)) if folder.is_dir() else absent(f"ranking, {name}", folder)
        for name, folder in folders.items()
    ]


def figure(name: str, found: float) -> Figure:
    return Figure(f"ranking, {name}: MAP", f"{found:.4f}", f"≥ {BARS[name]}", found >= BARS[name])


def mean_average_precision(folder: Path) -> float:
    """Over the questions that have a judgement."""
    relevant: dict[str, set[str]] = {}
    for line in (folder / "qrels.txt").read_text().splitlines():
        question, _, article, _ = line.split()
        relevant.setdefault(question, set()).add(article)
    asked = {row["id"]: row["text"] for row in rows(folder / "queries.jsonl") if row["id"] in relevant}
    with TemporaryDirectory(prefix="readout-") as name:
        with write_engine(Path(name)) as writer:
            for row in rows(folder / "docs.jsonl"):
                writer.add(Searchable(row["id"], row["text"], ((0, len(row["text"])),)))
        engine = open_engine(Path(name))
        try:
            best = {question: engine.search(any_of(text), BEST).best for question, text in asked.items()}
        finally:
            engine.close()
    precisions = [average_precision([a for a, _ in ranked], relevant[question]) for question, ranked in best.items()]
    return sum(precisions) / len(precisions)


def rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def any_of(text: str) -> Node:
    """Any word of a text."""
    return alternative([Word(word, text[start:end], start, end) for start, end, word in tokens(text)])


def average_precision(ranked: list[str], relevant: set[str]) -> float:
    """The mean, over all relevant articles, of the precision where each is found."""
    found, total = 0, 0.0
    for rank, article in enumerate(ranked, 1):
        if article in relevant:
            found += 1
            total += found / rank
    return total / len(relevant)
