"""The commands by which articles are put by: stars and tags."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.errors import UnknownError
from tui.cli.common import FOUND, HOW_TO_UNDO, NOTHING, Answer
from tui.output import narration
from tui.phrases import count
from tui.session import EVERYTHING

if TYPE_CHECKING:
    from index.library import Library
    from index.model import Labels
    from tui.cli.request import Request
    from tui.output import Printer


def star(library: Library, request: Request, out: Printer) -> int:
    """Give articles a star."""
    return _starred(library, request, out, True)


def unstar(library: Library, request: Request, out: Printer) -> int:
    """Take it."""
    return _starred(library, request, out, False)


def _starred(library: Library, request: Request, out: Printer, starred: bool) -> int:
    articles = _articles(library, request, request.each)
    return _decided(library.tag(articles, starred=starred), out) if articles else NOTHING


def tag(library: Library, request: Request, out: Printer) -> int:
    """Give an article tags, or all that answer a query."""
    articles, tags = _tagged(library, request)
    return _decided(library.tag(articles, tags=tags), out) if articles else NOTHING


def untag(library: Library, request: Request, out: Printer) -> int:
    """Take them."""
    articles, tags = _tagged(library, request)
    return _decided(library.tag(articles, untagged=tags), out) if articles else NOTHING


def _tagged(library: Library, request: Request) -> tuple[list[str], Sequence[str]]:
    """The articles, and the tags: all words, or all but the first."""
    named = 0 if request.matching is not None else 1
    if len(request.each) <= named:
        raise UnknownError("Name a tag", hint=f"tui {request.command} ID NAME")
    return _articles(library, request, request.each[:named]), request.each[named:]


def _articles(library: Library, request: Request, named: Sequence[str]) -> list[str]:
    """The articles that are named, or all that answer a query; none if none do."""
    if request.matching is None:
        return [library.find(words) for words in named]
    hits = library.search(request.matching, limit=EVERYTHING, shown=0, once=False).hits
    if not hits:
        narration.say("No article answers that.")
    return [hit.id for hit in hits]


def _decided(changed: Sequence[Labels], out: Printer) -> int:
    rows = ((one.article, "*" * one.starred, ", ".join(one.tags)) for one in changed)
    out.listed("", ("article", "starred", "tags"), rows, (one.to_json() for one in changed))
    narration.say(f"{count(len(changed), 'article')} changed. {HOW_TO_UNDO}" if changed else "That is so already.")
    return FOUND


def tags(library: Library, request: Request, out: Printer) -> int:
    """The tags in use."""
    found = library.tags()
    out.listed("", ("tag", "articles"), ((tag.name, str(tag.count)) for tag in found),
               ({"tag": tag.name, "articles": tag.count} for tag in found))  # fmt: skip
    if not found:
        narration.say("No article has a tag: tui tag ID NAME gives one.")
    return FOUND if found else NOTHING


COMMANDS: dict[str, Answer] = {"star": star, "unstar": unstar, "tag": tag, "untag": untag, "tags": tags}
