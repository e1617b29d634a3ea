"""What a measurement yields, and what all measurements share."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"
SHARED = ROOT.parent / "shared"
"""Corpora and gold that may not go into the repository; what needs them says so where they are absent."""

_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
TUI = [sys.executable, "-m", "tui"]
BARE = [sys.executable, "-m", "benchmarks.bare"]


@dataclass(frozen=True)
class Figure:
    """One line of the table: what was measured, what came out, the bar, and whether it was reached (None: no bar)."""

    what: str
    value: str
    bar: str = ""
    reached: bool | None = None
    details: Mapping[str, Any] = field(default_factory=dict)


def absent(what: str, path: Path) -> Figure:
    """The line for a measurement that could not be made."""
    return Figure(what, f"not measured: no {path.relative_to(ROOT.parent)} beside the repository")


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    """The value that one in twenty exceeds."""
    return sorted(values)[max(0, round(len(values) * 0.95) - 1)]


def ratio(what: str, ours: Sequence[float], bare: Sequence[float], bar: float, of: str = "median") -> Figure:
    """Our seconds against the bare app's, both from one run."""
    middle = {"median": median, "p95": p95}[of]
    found = middle(ours) / middle(bare)
    spread = {
        name: {"median_ms": round(median(values) * 1000, 1), "p95_ms": round(p95(values) * 1000, 1), "n": len(values)}
        for name, values in (("ours", ours), ("bare", bare))
    }
    told = ", ".join(f"{name} {s['median_ms']} / {s['p95_ms']} ms" for name, s in spread.items())
    value = f"{found:.2f} × (median / p95: {told})"
    return Figure(what, value, f"{of} ≤ {bar} ×", found <= bar, {"ratio": round(found, 3), **spread})


@contextmanager
def workplace() -> Iterator[tuple[Path, dict[str, str]]]:
    """A folder to work in, and an environment in which nothing is kept anywhere else, but bytecode is, as where a
    program is installed."""
    with TemporaryDirectory(prefix="readout-") as name:
        folder = Path(name)
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("READOUT_", _NO_BYTECODE))}
        own = {f"READOUT_{what.upper()}": str(folder / what) for what in ("cache", "config", "data")}
        yield folder, {**kept, **own, "PYTHONPATH": str(ROOT)}


def ask(env: Mapping[str, str], *argv: str) -> tuple[int, list[dict[str, Any]], str]:
    """Run `tui` with these words; its exit code, its lines of JSON, and what it said on stderr."""
    done = subprocess.run(
        [*TUI, "--json", *argv], env=env, cwd=ROOT, capture_output=True, text=True, timeout=900, check=False
    )
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr
