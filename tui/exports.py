"""What a person has written to files: contacts, quotations, topics and timelines in the shapes of the command line, the
lines of a concordance."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from tui.output import contacts as shapes
from tui.output import ledger
from tui.output.lines import line

if TYPE_CHECKING:
    from index.model import ActorLine, Counted, Line, Meeting, Said, Tie, Timeline

QUOTATIONS = {"csv": "a table for spreadsheets", "md": "a Markdown list, with sources"}
"""The forms in which quotations are written."""
ENDS = {"csv": ".csv", "json": ".jsonl", "graphml": ".graphml", "ftm": ".ftm.json"}
_OF_LINE = ("file", "outlet", "date", "start", "end", "left", "word", "right", "copies")


def contacts_as(
    form: str,
    meetings: Sequence[Meeting],
    names: Mapping[str, str],
    ties: Callable[[Sequence[Meeting]], Sequence[Tie]],
    actors: Iterable[ActorLine],
) -> str:
    """Contacts as text in one of the formats of `ENDS`."""
    if form == "csv":
        return _csv([shapes.COLUMNS, *(shapes.row(m, names) for m in meetings)])
    if form == "json":
        lines: Iterable[str] = (line(meeting.to_json()) for meeting in meetings)
    elif form == "graphml":
        lines = shapes.graphml(ties(meetings), names)
    else:
        lines = (line(entity, schema=False) for entity in shapes.follow_the_money(meetings, actors))
    return "".join(f"{each}\n" for each in lines)


def quotations_as(form: str, rows: Sequence[Said], names: Mapping[str, str]) -> str:
    """Quotations as text in one of the forms of `QUOTATIONS`."""
    if form == "csv":
        return _csv(ledger.table(rows, names))
    return "".join(f"{item}\n" for item in ledger.items(rows, names))


def timeline_as_csv(timeline: Timeline) -> str:
    """A timeline as a table: a row a period, with what is typed for what is in it."""
    rows = ((p.name, str(p.articles), str(p.quotations), str(p.contacts), p.typed) for p in timeline.periods)
    return _csv([(timeline.unit, "articles", "quotations", "contacts", "typed"), *rows])


def topics_as_csv(topics: Iterable[Counted]) -> str:
    """Topics as a table, with the number of articles of each."""
    return _csv([("name", "articles"), *((topic.name, str(topic.count)) for topic in topics)])


def _csv(rows: Iterable[Sequence[str]]) -> str:
    table = io.StringIO()
    csv.writer(table, lineterminator="\n").writerows(rows)
    return table.getvalue()


def write_contacts(folder: Path, form: str, text: str) -> Path:
    """Write contacts to a new file; its path. Raises `OSError`."""
    return _fresh(folder, "contacts", ENDS[form], text)


def write_quotations(folder: Path, form: str, text: str) -> Path:
    """Write quotations to a new file; its path. Raises `OSError`."""
    return _fresh(folder, "quotations", f".{form}", text)


def write_table(folder: Path, name: str, text: str) -> Path:
    """Write a table (CSV) to a new file of some name; its path. Raises `OSError`."""
    return _fresh(folder, name, ".csv", text)


def lines_as_tsv(lines: Iterable[Line]) -> str:
    """The lines as a table with a head, its columns apart by tabs."""
    rows = [_OF_LINE, *map(_row, lines)]
    return "".join("\t".join(re.sub(r"\s+", " ", cell) for cell in row) + "\n" for row in rows)


def _row(line: Line) -> tuple[str, ...]:
    day = line.published.from_ if line.published else None
    return (
        line.file, line.outlet or "", day or "", str(line.start), str(line.end), line.left, line.word, line.right,
        str(len(line.copies)),
    )  # fmt: skip


def write_lines(folder: Path, query: str, text: str) -> Path:
    """Write a file named after a query, one that is not there yet; its path. Raises `OSError`."""
    name = re.sub(r"\W+", "-", query).strip("-")[:40] or "lines"
    return _fresh(folder, f"concordance-{name}", ".tsv", text)


def _fresh(folder: Path, name: str, end: str, text: str) -> Path:
    """Write a file that is not there yet, with a number in its name where there is one; its path. Raises `OSError`."""
    for number in count(1):
        path = folder / f"{name}{f'-{number}' if number > 1 else ''}{end}"
        try:
            # Half a surrogate pair cannot be UTF-8: it is spelt out, as on stdout.
            with path.open("x", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            continue
        return path
    raise AssertionError("numbers do not end")
