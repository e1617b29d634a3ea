"""What was asked for on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from index.answers.concordance import LineOrder
    from index.answers.search import Order
    from index.model import ContactKind, QuotationKind, Unit


class Request(NamedTuple):
    """What was asked for. `command` is None for the app; `corpus` is None where no folder was named."""

    command: str | None = None
    words: str = ""
    """All words, with blanks between them."""
    each: tuple[str, ...] = ()
    """The same, each by itself."""
    corpus: Path | None = None
    json: bool = False
    plain: bool = False
    csv: bool = False
    tsv: bool = False
    md: bool = False
    batch: str | None = None
    copies: bool = False
    by: LineOrder = "left"
    order: Order = "rank"
    unit: Unit | None = None
    limit: int | None = None
    actor: str | None = None
    speaker: str | None = None
    to: str | None = None
    about: str | None = None
    kind: QuotationKind | None = None
    start: int | None = None
    end: int | None = None
    not_a_quotation: bool = False
    confirm: bool = False
    form: str | None = None
    rebuild: bool = False
    watch: bool = False
    fix: bool = False
    between: tuple[str, ...] = ()
    of: str | None = None
    contact: ContactKind | None = None
    since: str | None = None
    until: str | None = None
    matrix: bool = False
    told: bool = False
    graphml: bool = False
    ftm: bool = False
    spelling: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    name: str | None = None
    preview: bool = False
    date: str | None = None
    matching: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    theme: str | None = None
    fresh: bool = False
    near: str | None = None
    """A command that the folder's name looks like, where there is no such folder."""


def plain(argv: Sequence[str]) -> Request | None:
    """The request where nothing is typed but a folder, or nothing at all: no parser is needed for that, and the app is
    there sooner. A word with a slash in it is no command."""
    match argv:
        case []:
            return Request()
        case [folder] if "/" in folder and not folder.startswith("-") and Path(folder).expanduser().is_dir():
            return Request(corpus=Path(folder))
    return None
