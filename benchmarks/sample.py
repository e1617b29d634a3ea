"""The sample: the queries whose answers are known, and the gold that was made by hand."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.figures import ROOT, SEEDS, SHARED, TUI, Figure, absent, ask, workplace

QUERIES = ROOT / "tests" / "data" / "seed_queries.json"
SCORE = SHARED / "gold" / "score.py"
SCORES = (
    ("quotations that do not stand word for word", r"^word for word: .*?, (\d+) that do not", "≤ 0"),
    ("quotations in marks, with their speaker (F1)", r"^quotations \[Q\].* e2e [\d.]+/[\d.]+/([\d.]+)", "≥ 0.95"),
    ("all quotations, with their speaker (F1)", r"^quotations \[A\].* e2e [\d.]+/[\d.]+/([\d.]+)", ""),
    ("actors found, of 32", r"^actors .* found (\d+) of", "≥ 28"),
    ("spellings led to the right actor (B3 F1)", r"^actors .* F1 ([\d.]+)", "≥ 0.9"),
    ("quotations in marks led to the right actor", r"^speakers .*\(([\d.]+)\)", ""),
    ("contacts (F1)", r"^contacts .* F1 ([\d.]+)", ""),
)


def measure() -> list[Figure]:
    """Queries answered rightly, then the scores."""
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
    """What the scorer says of `tui export`."""
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
    return [scored(name, pattern, bar, done.stdout) for name, pattern, bar in SCORES]


def scored(name: str, pattern: str, bar: str, said: str) -> Figure:
    """One number out of what the scorer said, against its bar."""
    line = next((line for line in said.splitlines() if re.search(pattern, line)), "")
    match = re.search(pattern, line)
    if not match:
        return Figure(name, "not in what the scorer said", bar, False, {"said": said})
    bound = float(bar[1:] or 0)
    reached = None if not bar else float(match[1]) <= bound if bar[0] == "≤" else float(match[1]) >= bound
    return Figure(name, match[1], bar, reached, {"line": line.strip()})
