"""The ledger of quotations, as rows for a spreadsheet and as Markdown for a brief."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.output.lines import in_utf8
from tui.output.sheet import print_csv
from tui.output.words import harmless, iso, one_line
from tui.phrases import voice, when

if TYPE_CHECKING:
    from index.model import Said
    from tui.output import Names

COLUMNS = (
    "text", "speaker", "addressee", "cue", "kind", "title", "outlet", "date", "paragraph", "start", "end", "file",
    "quotation", "rule", "confidence", "corrected", "sha256", "copies",
)  # fmt: skip
"""The columns of a row."""

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")
_LIST = re.compile(r"^(\s*)([-+]|\d+(?=[.)]))", re.MULTILINE)


class CsvPrinter:
    """Writes CSV to stdout, in UTF-8, with a first line of names.

    The words stand as they do in the article, line ends and all; only a terminal is kept from obeying them.
    """

    def quotations(self, rows: Sequence[Said], names: Names) -> None:
        """A row a quotation."""
        print_csv(table(rows, names()))


class MarkdownPrinter:
    """Writes a Markdown list to stdout: who, the words as a block quote, and where they stand."""

    def quotations(self, rows: Sequence[Said], names: Names) -> None:
        """An item a quotation."""
        in_utf8()
        for item in items(rows, names()):
            print(item)


def table(rows: Iterable[Said], names: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The names of the columns, then a row a quotation."""
    return [COLUMNS, *(_fields(row, names) for row in rows)]


def items(rows: Iterable[Said], names: Mapping[str, str]) -> Iterator[str]:
    """An item of a Markdown list a quotation."""
    return ("\n".join(_item(row, names)) for row in rows)


def _fields(row: Said, names: Mapping[str, str]) -> tuple[str, ...]:
    own = row.quotation
    return (
        own.text, voice(own.speaker, names), voice(own.addressee, names), own.cue.text if own.cue else "", own.kind,
        row.title, row.outlet or "", iso(row.published), str(row.paragraph or ""), str(own.start), str(own.end),
        row.file, own.id, own.rule, str(own.confidence), "yes" if own.corrected else "no", row.sha256,
        str(len(row.copies)),
    )  # fmt: skip


def _item(row: Said, names: Mapping[str, str]) -> Iterator[str]:
    own = row.quotation
    speaker, addressee = voice(own.speaker, names), voice(own.addressee, names)
    who = f"**{_escaped(speaker)}**" if speaker else "Nobody named"
    to = f" to {_escaped(addressee)}" if addressee else ""
    cue = f", “{_escaped(own.cue.text)}”" if own.cue else ""
    yield f"- {who}{to}{cue} ({own.kind}):\n"
    for line in harmless(own.text).split("\n"):
        yield f"  > {_escaped(line)}".rstrip()
    where = [f"“{_escaped(row.title)}”", row.outlet and _escaped(row.outlet), when(row.published)]
    where += [f"paragraph {row.paragraph}" if row.paragraph else "", _escaped(row.file)]
    others = f"; and in {', '.join(_escaped(copy.file) for copy in row.copies)}" if row.copies else ""
    yield f"\n  — {', '.join(part for part in where if part)}, characters {own.start}–{own.end}{others}\n"


def _escaped(text: str) -> str:
    """Text that Markdown takes for nothing but text, in one line."""
    return _LIST.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", one_line(text)))
