"""The sample: the queries whose answers are known, and the gold that was made by hand."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.figures import ROOT, SEEDS, SHARED, TUI, Figure, absent, ask, workplace

QUERIES = ROOT / "tests" / "data" / "seed_queries.json"
SCORE = SHARED / "gold" / "score.py"


def measure() -> list[Figure]:
    """Queries answered rightly, then the lines of the score."""
    with workplace() as (folder, env):
        return [queries(env), *scores(folder, env)]


def queries(env: Mapping[str, str]) -> Figure:
    """Each query by the command line; right if it finds the files it must and no other."""
    cases = json.loads(QUERIES.read_text("utf-8"))
    wrong = [case["query"] for case in cases["queries"] if found(case["query"], env) != sorted(case["expect"])]
    asked = len(cases["queries"])
    value = f"{asked - len(wrong)} of {asked} right"
    return Figure("sample queries by the command line", value, str(asked), not wrong, {"wrong": wrong})


def found(query: str, env: Mapping[str, str]) -> list[str]:
    """The files a query finds, by their numbers."""
    code, hits, said = ask(env, "search", "--corpus", str(SEEDS), "--", query)
    return sorted(hit["file"][:3] for hit in hits) if code < 2 else [said]


def scores(folder: Path, env: Mapping[str, str]) -> list[Figure]:
    """What the scorer says of `tui export`, line by line."""
    if not SCORE.is_file():
        return [absent("scores against gold", SCORE)]
    command = folder / "tui"
    command.write_text(f'#!/bin/sh\nexec {shlex.join(TUI)} "$@"\n')
    command.chmod(0o755)
    done = subprocess.run(
        [sys.executable, str(SCORE), "--tui", str(command)],
        env=env, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    if done.returncode:
        return [Figure("scores against gold", done.stderr.strip()[-300:], "", False)]
    lines = [line.strip() for line in done.stdout.splitlines() if line.strip()]
    return [Figure("score on the sample" if not place else "", line) for place, line in enumerate(lines)]
