"""The commands that search: articles, what they have in common, places side by side, names, copies."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import UnknownError
from index.query import parse, wanted
from tui import phrases
from tui.cli.common import FOUND, NOTHING, Answer, limit, say_that_there_is_more
from tui.output import narration
from tui.output.sheet import print_csv, print_tsv
from tui.output.words import iso
from tui.paths import why_unread
from tui.session import EVERYTHING

if TYPE_CHECKING:
    from index.library import Library
    from index.model import Hit, Line, Page
    from tui.cli.request import Request
    from tui.output import Printer

_HITS, _VALUES, _LINES = 50, 8, 1000
_OF_HIT = ("rank", "id", "title", "outlet", "published", "quotations", "file", "passage", "copies", "starred",
           "tags")  # fmt: skip
_OF_NAME = ("name", "actor", "articles", "said", "about")
_OF_VALUE = ("facet", "value", "articles", "typed")
_OF_PERIOD = ("articles", "quotations", "contacts", "typed")
_OF_COPY = ("group", "article", "published", "outlet", "title")
_OF_LINE = ("article", "published", "outlet", "start", "end", "left", "word", "right",
            "copies")


def search(library: Library, request: Request, out: Printer) -> int:
    """Articles, best first; with --batch, a list of names."""
    if request.batch is not None:
        return _batch(library, request, out)
    page = library.search(request.words, limit=limit(request, _HITS), order=request.order, once=not request.copies)
    if request.csv:
        print_csv([_OF_HIT, *map(_hit, page.hits)])
    else:
        out.page(page)
    if small := phrases.said_small(page.query):
        narration.say(small)
    if not page.hits:
        return _say_why_nothing(library, page)
    if page.copies:
        copies = phrases.count(page.copies, "copy", "copies")
        narration.say(f"{phrases.found(page)} and {copies}; --copies prints each by itself.")
    if page.total is None or page.total - page.copies > len(page.hits):
        say_that_there_is_more(len(page.hits), None if page.total is None else page.total - page.copies)
    return FOUND


def _hit(hit: Hit) -> tuple[str, ...]:
    passage = hit.passages[0].text if hit.passages else ""
    return (str(hit.rank), hit.id, hit.title, hit.outlet or "", iso(hit.published), str(hit.quotations), hit.file,
            passage, str(len(hit.copies)), "*" * hit.starred, ", ".join(hit.tags))  # fmt: skip


def _say_why_nothing(library: Library, page: Page) -> int:
    """Tell which word found nothing, and what may find something."""
    narration.say(_nothing(page))
    for advice in _advice(library, page):
        narration.say(advice)
    return NOTHING


def _none_of_these(library: Library, request: Request, otherwise: str) -> int:
    """The same, where articles were asked for something else; `otherwise` if there are articles."""
    page = library.search(request.words, limit=1, shown=0)
    if not page.hits:
        return _say_why_nothing(library, page)
    narration.say(otherwise)
    return NOTHING


def _nothing(page: Page) -> str:
    if page.missing:
        return f"Nothing found. No article has {', '.join(phrases.missing(page))}."
    if any(field == "" for field, _ in wanted(parse(page.query))):
        return "Nothing found. Each word stands in some article, but no article fits the whole query."
    return "Nothing found."


def _advice(library: Library, page: Page) -> Iterator[str]:
    """What may find something: words of this corpus that are like those that stand nowhere, and who is called so."""
    if like := [word for _, words in page.near for word in words]:
        yield f"Did you mean: {', '.join(like)}"
    if who := library.actors(page.query, limit=1) if page.missing else ():
        yield f"{who[0].name} is called so: tui actors {shlex.quote(page.query)}"
    if any(re.match(r"(?:date|before|after):", clause.typed, re.IGNORECASE) for clause in page.clauses):
        held = library.overview()
        if held.first and held.last:
            yield f"Articles here are dated from {phrases.day(held.first)} to {phrases.day(held.last)}."


def _batch(library: Library, request: Request, out: Printer) -> int:
    tallies = [library.tally(name, once=not request.copies) for name in _names(request.batch or "-")]
    rows = [(t.name, t.actor or "", str(t.articles), str(t.said), str(t.about)) for t in tallies]
    if request.csv:
        print_csv([_OF_NAME, *rows])
    else:
        out.listed("", _OF_NAME, rows, (t.to_json() for t in tallies))
    return FOUND if any(t.articles or t.said or t.about for t in tallies) else NOTHING


def _names(file: str) -> Iterator[str]:
    """The names in a file ("-": what is piped in), a line each; blank lines and comments are none. Raises
    `UnknownError` for a file that cannot be read."""
    try:
        text = sys.stdin.read() if file == "-" else Path(file).expanduser().read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        hint = "Name a text file with a name a line, or -"
        raise UnknownError(f"{file} cannot be read: {why_unread(error)}", hint=hint) from error
    return (line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def facets(library: Library, request: Request, out: Printer) -> int:
    """What the articles that answer a query have in common."""
    found = library.facets(request.words, limit=limit(request, _VALUES), once=not request.copies)
    rows = [(facet.name, value.label, str(value.count), value.typed) for facet in found for value in facet.values]
    if request.csv:
        print_csv([_OF_VALUE, *rows])
    else:
        out.listed("", _OF_VALUE, rows, (facet.to_json() for facet in found))
    if not found:
        return _none_of_these(library, request, "Nothing found that articles have in common.")
    return FOUND


def timeline(library: Library, request: Request, out: Printer) -> int:
    """How many articles, quotations and contacts there are in each stretch of time."""
    actor = library.called(request.actor) if request.actor else None
    found = library.timeline(request.words, actor=actor, unit=request.unit, once=not request.copies)
    rows = [(p.name, str(p.articles), str(p.quotations), str(p.contacts), p.typed) for p in found.periods]
    columns = (found.unit, *_OF_PERIOD)
    if request.csv:
        print_csv([columns, *rows])
    else:
        out.listed("", columns, rows, (p.to_json() for p in found.periods))
    if found.undated:
        narration.say(f"{phrases.count(found.undated, 'article')} without a date, or without one as sharp as that.")
    elif not found.periods:
        return _none_of_these(library, request, "Nothing found that has a date.")
    return FOUND if found.periods else NOTHING


def concordance(library: Library, request: Request, out: Printer) -> int:
    """Every place that answers a query, with its neighbours."""
    most = limit(request, _LINES)
    few = min(most + 1, EVERYTHING)
    lines = library.concordance(request.words, order=request.by, limit=few, once=not request.copies)
    rows = [_line(line) for line in lines[:most]]
    if request.tsv:
        print_tsv([_OF_LINE, *rows])
    else:
        out.listed("", _OF_LINE, rows, (line.to_json() for line in lines[:most]))
    if not lines:
        return _none_of_these(library, request, "Articles answer that, but at no place in them: ask for a word, too.")
    if len(lines) > most:
        say_that_there_is_more(most)
    return FOUND


def _line(line: Line) -> tuple[str, ...]:
    return (line.article, iso(line.published), line.outlet or "", str(line.start), str(line.end), line.left, line.word,
            line.right, str(len(line.copies)))  # fmt: skip


def copies(library: Library, request: Request, out: Printer) -> int:
    """Articles that are there more than once."""
    found = library.copies()
    rows = [
        (str(number), copy.article, iso(copy.published), copy.outlet or "", copy.title)
        for number, group in enumerate(found, 1)
        for copy in group.articles
    ]
    if request.csv:
        print_csv([_OF_COPY, *rows])
    else:
        out.listed("", _OF_COPY, rows, (group.to_json() for group in found))
    if not found:
        narration.say("No article is there twice.")
    return FOUND if found else NOTHING


COMMANDS: dict[str, Answer] = {
    "search": search, "facets": facets, "timeline": timeline, "concordance": concordance, "copies": copies,
}  # fmt: skip
