"""The same answers for a person at a terminal, for a pipe, and for a program: one printer each, behind one face."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal, Protocol

if TYPE_CHECKING:
    from index.model import ActorLine, AnnotatedArticle, Card, Hit, Overview, Page, Said

Style = Literal["json", "plain", "rich"]
Names = Callable[[], dict[str, str]]
"""Fetches the names of actors by their ids: not every printer wants them."""


class Printer(Protocol):
    """Prints nouns on stdout. Nothing here decides what is printed, only how it looks."""

    def page(self, page: Page) -> None:
        """The hits of a search, best first."""

    def article(self, article: AnnotatedArticle) -> None:
        """One article and what was found in it."""

    def quotations(self, rows: Sequence[Said], names: Names) -> None:
        """Quotations of many articles."""

    def actors(self, lines: Sequence[ActorLine], card: Callable[[str], Card]) -> None:
        """Actors, by prominence; `card` fetches what a line leaves out."""

    def overview(self, overview: Overview, latest: Sequence[Hit]) -> None:
        """What a corpus holds, and its latest articles, if any are given."""

    def facts(self, title: str, rows: Iterable[tuple[str, ...]], names: tuple[str, ...]) -> None:
        """A small table about Readout itself; `names` are those of its columns."""

    def listed(
        self, title: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], shapes: Iterable[dict[str, Any]]
    ) -> None:
        """Things a line each: as `rows` for a person, as `shapes` for a program."""


def style(json: bool, plain: bool) -> Style:
    """How to print: as asked for, or else as stdout is a terminal or not."""
    if json:
        return "json"
    return "rich" if sys.stdout.isatty() and not plain else "plain"


def printer(style: Style) -> Printer:
    """The printer of a style. Each is imported only when wanted: a pipe has no use for `rich`."""
    if style == "json":
        from tui.output.lines import JsonPrinter

        return JsonPrinter()
    if style == "plain":
        from tui.output.plain import PlainPrinter

        return PlainPrinter()
    from tui.output.tables import RichPrinter

    return RichPrinter()
