"""JSON, one object a line: the contract of `docs/json.md`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from index.model import ActorLine, AnnotatedArticle, Card, Hit, Overview, Page, Said
    from tui.output import Names

SCHEMA = 1

# Legal inside a JSON string, but many readers of lines end one here.
_LINE_ENDS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def line(shape: dict[str, Any], *, schema: bool = True) -> str:
    """A shape as one line of JSON: the schema first, if it is one of ours, and no character in it that ends a line."""
    text = json.dumps({"schema": SCHEMA, **shape} if schema else shape, ensure_ascii=False)
    for end, escaped in _LINE_ENDS.items():
        text = text.replace(end, escaped)
    return text


def hit(hit: Hit) -> dict[str, Any]:
    """The shape of a hit."""
    whole = hit.to_json()
    names = ("rank", "id", "file", "title", "outlet", "published", "score", "passages", "copies", "starred", "tags")
    return {name: whole[name] for name in names}


def quotation(said: Said) -> dict[str, Any]:
    """The shape of a quotation with its article: `id` is the article's, `quotation` its own."""
    whole = said.to_json()
    own = whole["quotation"]
    return {
        "id": said.article,
        "file": said.file,
        "quotation": own.pop("id"),
        **own,
        "title": said.title,
        "outlet": said.outlet,
        "published": whole["published"],
        "paragraph": said.paragraph,
        "sha256": said.sha256,
        "copies": whole["copies"],
    }


def actor(line: ActorLine, card: Card) -> dict[str, Any]:
    """The shape of an actor across the corpus: spellings and roles from everywhere, and how often it occurs."""
    return {**card.actor.to_json(), "articles": line.articles, "mentions": line.mentions}


def in_utf8() -> None:
    """Let stdout be UTF-8, whatever the locale says."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        # Half a surrogate pair cannot be UTF-8; "backslashreplace" spells it as JSON does.
        reconfigure(encoding="utf-8", errors="backslashreplace")


class JsonPrinter:
    """Writes lines of JSON to stdout, in UTF-8 whatever the locale says."""

    def __init__(self) -> None:
        in_utf8()

    def page(self, page: Page) -> None:
        """One hit a line."""
        self._print(map(hit, page.hits))

    def article(self, article: AnnotatedArticle) -> None:
        """The whole article on one line."""
        self._print([article.to_json()])

    def quotations(self, rows: Sequence[Said], names: Names) -> None:
        """One quotation a line."""
        self._print(map(quotation, rows))

    def actors(self, lines: Sequence[ActorLine], card: Callable[[str], Card]) -> None:
        """One actor a line."""
        self._print(actor(line, card(line.id)) for line in lines)

    def overview(self, overview: Overview, latest: Sequence[Hit]) -> None:
        """The overview on one line."""
        self._print([overview.to_json()])

    def facts(self, title: str, rows: Iterable[tuple[str, ...]], names: tuple[str, ...]) -> None:
        """One row a line."""
        self._print(dict(zip(names, row, strict=True)) for row in rows)

    def listed(
        self, title: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], shapes: Iterable[dict[str, Any]]
    ) -> None:
        """One shape a line."""
        self._print(shapes)

    def _print(self, shapes: Iterable[dict[str, Any]]) -> None:
        for shape in shapes:
            print(line(shape))
