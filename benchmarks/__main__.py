"""`python -m benchmarks [--json] [MEASURE …]`: what is measured, against whom, in one run."""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict

from rich.console import Console
from rich.table import Table
from rich.text import Text

from benchmarks.figures import Figure

MEASURES = (
    "first_frame", "key_echo", "steps", "sample", "reading", "building", "search", "at_work", "parser", "ranking",
    "faults",
)  # fmt: skip


def main() -> int:
    """Measure, print, and end with 1 if a bar was missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure what Readout promises.")
    parser.add_argument("measures", nargs="*", metavar="MEASURE", help=f"which (default: all): {', '.join(MEASURES)}")
    parser.add_argument("--json", action="store_true", help="print JSON, one figure a line")
    asked = parser.parse_args()
    if unknown := set(asked.measures) - set(MEASURES):
        parser.error(f"no such measure: {', '.join(sorted(unknown))}")
    figures: list[Figure] = []
    for name in asked.measures or MEASURES:
        print(f"measuring {name} …", file=sys.stderr)
        figures += importlib.import_module(f"benchmarks.{name}").measure()
    if asked.json:
        for figure in figures:
            print(json.dumps(asdict(figure), ensure_ascii=False))
    else:
        Console(width=None if sys.stdout.isatty() else 160).print(table(figures))
    return int(any(figure.reached is False for figure in figures))


def table(figures: Sequence[Figure]) -> Table:
    """The figures as a table."""
    made = Table("what", "figure", "bar", "", box=None, padding=(0, 2, 0, 0))
    for figure in figures:
        verdict = {True: Text("✓", "green"), False: Text("✗", "bold red"), None: Text("")}[figure.reached]
        made.add_row(Text(figure.what), Text(figure.value), Text(figure.bar), verdict)
    return made


if __name__ == "__main__":
    sys.exit(main())
