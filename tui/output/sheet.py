"""Tables for other programs: rows as CSV or with tabs, and lines as they are. In UTF-8, whatever the locale says."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence

from tui.output.lines import in_utf8
from tui.output.words import harmless, one_line


def print_csv(rows: Iterable[Sequence[str]]) -> None:
    """A row a line; a field may hold line ends. Only a terminal is kept from obeying what stands in them."""
    in_utf8()
    writer = csv.writer(sys.stdout, lineterminator="\n")
    for fields in rows:
        writer.writerow([harmless(field) for field in fields] if sys.stdout.isatty() else fields)


def print_tsv(rows: Iterable[Sequence[str]]) -> None:
    """A row a line, with tabs between the fields; in a field, white space is a blank."""
    print_lines("\t".join(map(one_line, fields)) for fields in rows)


def print_lines(lines: Iterable[str]) -> None:
    """Lines as they are."""
    in_utf8()
    for line in lines:
        print(line)
