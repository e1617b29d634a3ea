"""For a person at a terminal: rich tables and text. Article text is never parsed as markup: highlights are spans."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console, RenderableType
from rich.constrain import Constrain
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tui.output.plain import figures, head
from tui.output.words import harmless, iso, one_line, said_by
from tui.phrases import copies, count, labels, names_of, when

if TYPE_CHECKING:
    from index.model import ActorLine, AnnotatedArticle, Card, Hit, Overview, Page, Passage, Quotation, Said
    from tui.output import Names

COLUMN = 80
"""How wide running text is set, at most: lines that are longer are hard to read."""

_BLOCKS = {"title": "bold", "standfirst": "italic", "caption": "dim italic", "crosshead": "bold", "furniture": "dim"}
_MARK = "bold underline"
_SPEECH = "cyan"


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
        self._print(_ledger([(quotation, "") for quotation in article.quotations], names_of(article)), "")
        table = _table(count(len(article.actors), "actor"), "name", "kind", "also written")
        for actor in article.actors:
            others = ", ".join(alias.text for alias in actor.aliases if alias.text != actor.name)
            table.add_row(*_cells(actor.name, actor.kind, others))
        self._print(table)

    def quotations(self, rows: Sequence[Said], names: Names) -> None:
        """A table of quotations, each with its article."""
        self._print(_ledger([(row.quotation, _where(row)) for row in rows], names()))

    def actors(self, lines: Sequence[ActorLine], card: Callable[[str], Card]) -> None:
        """A table of actors."""
        table = _table(count(len(lines), "actor"), "name", "role", "kind", "articles", "mentions")
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
        """A small table."""
        table = _table(title, *names)
        table.show_header = any(names)
        for row in rows:
            table.add_row(*_cells(*row))
        self._print(table)

    def listed(
        self, title: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], shapes: Iterable[dict[str, Any]]
    ) -> None:
        """A small table."""
        self.facts(title, rows, columns)

    def _print(self, *parts: RenderableType) -> None:
        for part in parts:
            self._console.print(part)


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title or None, title_justify="left", title_style="bold", box=None, padding=(0, 2, 0, 0))
    table.pad_edge = False
    for column in columns:
        table.add_column(column, header_style="dim", justify="right" if column in ("articles", "mentions") else "left")
    return table


def _cells(*fields: str) -> Iterable[Text]:
    return (Text(one_line(field)) for field in fields)


def _ledger(rows: Sequence[tuple[Quotation, str]], names: dict[str, str]) -> Table:
    """Who said what, to whom, and in which article, if that is not plain already."""
    elsewhere = any(article for _, article in rows)
    table = _table(count(len(rows), "quotation"), "who → to whom", "words", "kind", *["article"] * elsewhere)
    for quotation, article in rows:
        said = Text(one_line(quotation.text), _SPEECH)
        fields = list(_cells(said_by(quotation, names), quotation.kind, *[article] * elsewhere))
        table.add_row(fields[0], said, *fields[1:])
    return table


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


def _where(row: Said) -> str:
    return " ".join(filter(None, (iso(row.published), row.article, copies(row))))


def _quotations(hit: Hit) -> str:
    return count(hit.quotations, "quotation") if hit.quotations else ""
