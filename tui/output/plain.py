"""Plain text for pipes, screen readers and dumb terminals: fields between tabs, one thing a line.

At a terminal a line before them says once what the fields are; a pipe gets them alone.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from tui.output.words import harmless, iso, one_line, said_by
from tui.phrases import copies, count, dated, labels, names_of

if TYPE_CHECKING:
    from index.model import ActorLine, AnnotatedArticle, Card, Hit, Overview, Page, Said
    from tui.output import Names


class PlainPrinter:
    """Writes plain text to stdout. Control characters are made visible: a pipe may well end in a terminal."""

    def page(self, page: Page) -> None:
        """Article, date, title, best passage; and how many copies, its star and its tags, if there are some."""
        _head("article", "published", "title", "passage", some=bool(page.hits))
        for hit in page.hits:
            passage = hit.passages[0].text if hit.passages else ""
            _fields(hit.id, iso(hit.published), hit.title, passage, *filter(None, [copies(hit), labels(hit, "*")]))

    def article(self, article: AnnotatedArticle) -> None:
        """Where it comes from, the text as it stands, then its quotations and actors."""
        for field, value in head(article):
            print(f"{field}: {value}")
        print(f"\n{harmless(article.text).strip()}\n")
        names = names_of(article)
        print(f"-- {count(len(article.quotations), 'quotation')}")
        for quotation in article.quotations:
            _fields(quotation.id, quotation.kind, said_by(quotation, names), quotation.text)
        print(f"\n-- {count(len(article.actors), 'actor')}")
        for actor in article.actors:
            spellings = ", ".join(alias.text for alias in actor.aliases if alias.text != actor.name)
            _fields(actor.name, actor.kind, spellings)

    def quotations(self, rows: Sequence[Said], names: Names) -> None:
        """Article, quotation, kind, who to whom, words; and how many copies, if there are some."""
        known = names()
        _head("article", "quotation", "kind", "who to whom", "words", some=bool(rows))
        for row in rows:
            own = row.quotation
            _fields(row.article, own.id, own.kind, said_by(own, known), own.text, *filter(None, [copies(row)]))

    def actors(self, lines: Sequence[ActorLine], card: Callable[[str], Card]) -> None:
        """Id, name, kind, a role, articles, mentions."""
        _head("id", "name", "kind", "role", "articles", "mentions", some=bool(lines))
        for line in lines:
            _fields(line.id, line.name, line.kind, line.role or "", str(line.articles), str(line.mentions))

    def overview(self, overview: Overview, latest: Sequence[Hit]) -> None:
        """A figure a line, then the latest articles."""
        for name, value in figures(overview):
            _fields(name, value)
        if latest:
            print("\nlatest")
        for hit in latest:
            _fields(iso(hit.published), hit.id, hit.title)

    def facts(self, title: str, rows: Iterable[tuple[str, ...]], names: tuple[str, ...]) -> None:
        """A row a line."""
        found = list(rows)
        _head(*names, some=bool(found))
        for row in found:
            _fields(*row)

    def listed(
        self, title: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], shapes: Iterable[dict[str, Any]]
    ) -> None:
        """A row a line."""
        self.facts(title, rows, columns)


def head(article: AnnotatedArticle) -> Iterable[tuple[str, str]]:
    """What is known of where an article comes from; a question mark where it is not."""
    yield "id", one_line(article.id)
    yield "title", one_line(article.title)
    yield "outlet", one_line(article.outlet.value or "?")
    yield "published", one_line(dated(article.published)) if article.published else "?"
    if article.author.value:
        yield "author", one_line(article.author.value)
    if article.url.value:
        yield "url", one_line(article.url.value)
    if article.starred:
        yield "starred", "yes"
    if article.tags:
        yield "tags", one_line(", ".join(article.tags))


def figures(overview: Overview) -> Iterable[tuple[str, str]]:
    """The figures of a corpus, by name."""
    yield "corpus", one_line(overview.folder)
    for name in ("articles", "quotations", "actors", "contacts", "words"):
        yield name, str(getattr(overview, name))
    yield "first", overview.first or ""
    yield "last", overview.last or ""
    yield "problems", str(len(overview.problems))


def _head(*names: str, some: bool) -> None:
    """What the fields are, where a person hears them and there are `some`."""
    if some and any(names) and sys.stdout.isatty():
        _fields(*names)


def _fields(*fields: str) -> None:
    print("\t".join(map(one_line, fields)))
