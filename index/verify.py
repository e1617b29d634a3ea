"""Word for word: what the index says is held against the files as they are now."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from itertools import groupby
from pathlib import Path

from index.model import Article, Problem, Quotation
from index.reading import Found, articles_in, discover
from index.store import Told
from index.words import beginning

_AGAIN = "Read it again: tui index"
_SHOWN = 60  # characters of a quotation that are told


def verify(folder: Path, articles: Iterable[Told], unread: Iterable[Problem]) -> Iterator[Problem]:
    """What of the index does not stand in the files any more, and the files that it does not know; `unread` are those
    that could not be read.

    The words of every quotation are cut from its file by their offsets and compared; files are compared by sha256. What
    is taken out of a page, a PDF or an archive is taken out of it again. `articles` come by id.
    """
    files = {found.file: found for found in discover(folder)}
    unread = set(unread)
    known = {problem.file for problem in unread}
    for file, told in groupby(articles, key=lambda told: told.article.file):
        known.add(file)
        found = files.get(file)
        if found is None:
            yield Problem(file=file, reason="the file is gone", hint=_AGAIN)
        else:
            yield from _compared(found, {one.article.id: one for one in told}, unread)
    for file in sorted(files.keys() - known):
        yield Problem(file=file, reason="the file is new", hint=_AGAIN)


def _compared(found: Found, told: dict[str, Told], unread: Container[Problem]) -> Iterator[Problem]:
    """Hold the articles that came out of a file against those that come out of it now."""
    changed = False
    for now in articles_in(found):
        if isinstance(now, Problem):
            if now not in unread:
                changed = True
                yield now
        elif before := told.pop(now.id, None):
            if now.sha256 != before.article.sha256 and not changed:
                changed = True
                yield Problem(file=found.file, reason="the file has changed since it was read", hint=_AGAIN)
            yield from _moved(now, before)
    if told and not changed:
        yield Problem(file=found.file, reason=f"{len(told)} articles are not in it any more", hint=_AGAIN)


def _moved(now: Article, before: Told) -> Iterator[Problem]:
    for quotation in before.article.quotations:
        if now.text[quotation.start : quotation.end] != quotation.text:
            yield Problem(file=now.id, reason=f"{_words(quotation)} does not stand there any more", hint=_AGAIN)


def _words(quotation: Quotation) -> str:
    return f"“{beginning(quotation.text, _SHOWN)}” ({quotation.id}, characters {quotation.start} to {quotation.end})"
