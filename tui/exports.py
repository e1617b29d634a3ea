"""Contacts written to a file, in the shapes of the command line."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.concordance import fresh
from tui.output import contacts as shapes
from tui.output.lines import line

if TYPE_CHECKING:
    from index.model import ActorLine, Meeting, Tie

ENDS = {"csv": ".csv", "json": ".jsonl", "graphml": ".graphml", "ftm": ".ftm.json"}


def contacts(
    form: str,
    meetings: Sequence[Meeting],
    names: Mapping[str, str],
    ties: Callable[[Sequence[Meeting]], Sequence[Tie]],
    actors: Iterable[ActorLine],
) -> str:
    """Contacts as text in one of the formats of `ENDS`."""
    if form == "csv":
        table = io.StringIO()
        csv.writer(table, lineterminator="\n").writerows([shapes.COLUMNS, *(shapes.row(m, names) for m in meetings)])
        return table.getvalue()
    if form == "json":
        lines: Iterable[str] = (line(meeting.to_json()) for meeting in meetings)
    elif form == "graphml":
        lines = shapes.graphml(ties(meetings), names)
    else:
        lines = (line(entity, schema=False) for entity in shapes.follow_the_money(meetings, actors))
    return "".join(f"{each}\n" for each in lines)


def written(folder: Path, form: str, text: str) -> Path:
    """Write contacts to a new file; its path. Raises `OSError`."""
    return fresh(folder, "contacts", ENDS[form], text)
