"""For a person at a terminal: rich tables and text. Article text is never parsed as markup: highlights are spans."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console, RenderableType
from rich.constrain import Constrain
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tui.output.plain import figures, head
from tui.output.words import harmless, iso, one_line, said_by
from tui.phrases import copies, count, labels, names_of, when
from tui.text.cells import clip, width_of

if TYPE_CHECKING:
    from index.model import ActorLine, AnnotatedArticle, Card, Hit, Overview, Page, Passage, Quotation, Said
    from tui.output import Names

COLUMN = 80
"""How wide running text is set, at most: lines that are longer are hard to read."""

_BLOCKS = {"title": "bold", "standfirst": "italic", "caption": "dim italic", "crosshead": "bold", "furniture": "dim"}
_MARK = "bold underline"
_SPEECH = "cyan"
_NO_END = 10_000
_COLUMNS = 5
"""Columns that are readable even where their words are broken."""
_PARTS = 5
"""The part of a line that tells the article is one of so many."""


class RichPrinter:
    """Writes to a terminal, in colours if it has them (`NO_COLOR` is honoured)."""

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or Console(highlight=False, markup=False, emoji=False)

    def page(self, page: Page) -> None:
        """Each hit: title, then where from, then its best passage with the words that matched marked."""
        for hit in page.hits:
            facts = (when(hit.published), hit.outlet, _quotations(hit), hit.id, copies(hit), labels(hit))
            about = " · ".join(fact for fact in facts if fact)
            self._print(Text(one_line(hit.title), "bold"), Text(one_line(about), "dim"))
            for passage in hit.passages[:1]:
                self._print(Padding(Constrain(_passage(passage), COLUMN), (0, 0, 0, 2)))
            self._print("")

    def article(self, article: AnnotatedArticle) -> None:
        """The text with its quotations marked, then who said them, then who is named."""
        self._print(*(Text(f"{name}: {value}", "dim") for name, value in head(article)), "")
        self._print(Constrain(_reading(article), COLUMN), "")
        self._print(_ledger(article.quotations, names_of(article)), "")
        table = _table(count(len(article.actors), "actor"), "name", "kind", "also written")
        for actor in article.actors:
            others = ", ".join(alias.text for alias in actor.aliases if alias.text != actor.name)
            table.add_row(*_cells(actor.name, actor.kind, others))
        self._print(table)

    def quotations(self, rows: Sequence[Said], names: Names) -> None:
        """Each quotation: who to whom, then where, then the words."""
        known = names()
        for row in rows:
            own = row.quotation
            facts = (when(row.published), own.kind, f"{row.article} {own.id}", copies(row))
            self._print(Text(one_line(said_by(own, known)) or "nobody named", "bold"))
            self._print(Text(one_line(" · ".join(filter(None, facts))), "dim"))
            self._print(Padding(Constrain(Text(one_line(own.text), _SPEECH), COLUMN), (0, 0, 0, 2)), "")

    def actors(self, lines: Sequence[ActorLine], card: Callable[[str], Card]) -> None:
        """A table of actors."""
        table = _table(count(len(lines), "actor"), "name", "role", "kind", "articles", "mentions",
                       figures=("articles", "mentions"))  # fmt: skip
        for line in lines:
            table.add_row(*_cells(line.name, line.role or "", line.kind, str(line.articles), str(line.mentions)))
        self._print(table)

    def overview(self, overview: Overview, latest: Sequence[Hit]) -> None:
        """The figures of a corpus, then its latest articles."""
        self.facts("", figures(overview), ("", ""))
        if latest:
            rows = ((iso(hit.published), hit.id, hit.title) for hit in latest)
            self.facts("latest", rows, ("date", "article", "title"))

    def facts(self, title: str, rows: Iterable[tuple[str, ...]], names: tuple[str, ...]) -> None:
        """A small table; where it has many columns and no room for them, a field a line. Nothing for no rows."""
        held = list(rows)
        columns = {name: [row[n] for row in held if n < len(row)] for n, name in enumerate(names)}
        table = _table(title, *names, figures=[name for name, cells in columns.items() if _are_figures(cells)])
        table.show_header = any(names)
        for row in held:
            table.add_row(*_cells(*row))
        if len(names) > _COLUMNS and self._width_of(table) > self._console.width:
            self._print(*(part for row in held for part in (_fields(names, row), "")))
        elif held:
            self._print(table)

    def listed(
        self, title: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], shapes: Iterable[dict[str, Any]]
    ) -> None:
        """A small table; words with their neighbours are set under each other."""
        if {"left", "word", "right"} <= set(columns):
            self._print(*(_among(dict(zip(columns, row, strict=True)), self._console.width) for row in rows))
        else:
            self.facts(title, rows, columns)

    def _width_of(self, table: Table) -> int:
        """The cells that it would take if there were no end of them."""
        return self._console.measure(table, options=self._console.options.update(width=_NO_END)).maximum

    def _print(self, *parts: RenderableType) -> None:
        for part in parts:
            self._console.print(part)


def _table(title: str, *columns: str, figures: Collection[str] = ()) -> Table:
    """An empty table; `figures` are the columns of numbers, which stand under each other."""
    table = Table(title=title or None, title_justify="left", title_style="bold", box=None, padding=(0, 2, 0, 0))
    table.pad_edge = False
    for column in columns:
        table.add_column(column, header_style="dim", justify="right" if column in figures else "left")
    return table


def _are_figures(cells: Sequence[str]) -> bool:
    return any(cells) and all(cell.isdecimal() or not cell for cell in cells)


def _cells(*fields: str) -> Iterable[Text]:
    return (Text(one_line(field)) for field in fields)


def _ledger(quotations: Sequence[Quotation], names: dict[str, str]) -> Table:
    """Who said what, to whom, and by which id one speaks of it."""
    table = _table(count(len(quotations), "quotation"), "id", "who → to whom", "words", "kind")
    for own in quotations:
        number, who, kind = _cells(own.id, said_by(own, names), own.kind)
        table.add_row(number, who, Text(one_line(own.text), _SPEECH), kind)
    return table


def _fields(names: Sequence[str], row: Sequence[str]) -> Table:
    """A row as a field a line, without those that are empty."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.pad_edge = False
    for name, field in zip(names, _cells(*row), strict=False):
        if field:
            table.add_row(Text(name, "dim"), field)
    return table


def _among(line: Mapping[str, str], width: int) -> Text:
    """The words found among their neighbours, which begin at the same column in every line; then their article."""
    article = clip(one_line(line["article"]), width // _PARTS)
    room = max(20, width - width // _PARTS - 2)
    before, left = room * 2 // 5, one_line(line["left"] + "|")[:-1]
    while width_of(left) > before:
        left = left[1:]
    word, right = one_line(line["word"]), one_line("|" + line["right"])[1:]
    right = clip(right, max(0, room - before - width_of(word)))
    gap = " " * max(0, room - before - width_of(word) - width_of(right))
    shown = Text(" " * (before - width_of(left)) + left, no_wrap=True, overflow="crop")
    return shown.append(word, _MARK).append(f"{right}{gap}  ").append(article, "dim")


def _reading(article: AnnotatedArticle) -> Text:
    """The canonical text, its blocks and quotations styled by their offsets."""
    text = Text(harmless(article.text))
    for block in article.blocks:
        if block.kind in _BLOCKS:
            text.stylize(_BLOCKS[block.kind], block.start, block.end)
    for quotation in article.quotations:
        text.stylize(_SPEECH, quotation.start, quotation.end)
    text.rstrip()
    return text


def _passage(passage: Passage) -> Text:
    text = Text(harmless(passage.text).replace("\n", " "))
    for start, end in passage.marks:
        text.stylize(_MARK, start - passage.start, end - passage.start)
    return text


def _quotations(hit: Hit) -> str:
    return count(hit.quotations, "quotation") if hit.quotations else ""
