"""Word for word: what the index says is held against the files as they are now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from index.model import Problem, Quotation
from index.reading import Found, Unreadable, discover, read
from index.store import Told

_AGAIN = "Read it again: tui index"
_SHOWN = 60  # characters of a quotation that are told


def verify(folder: Path, articles: Iterable[Told], unread: Iterable[Problem]) -> Iterator[Problem]:
    """What of the index does not stand in the files any more, and the files that it does not know; `unread` are those
    that could not be read.

    The words of every quotation are cut from its file by their offsets and compared; files are compared by sha256.
    """
    files = {found.file: found for found in discover(folder)}
    for told in articles:
        found = files.pop(told.article.file, None)
        if found is None:
            yield Problem(file=told.article.file, reason="the file is gone", hint=_AGAIN)
        else:
            yield from _compared(found, told)
    for file in sorted(files.keys() - {problem.file for problem in unread}):
        yield Problem(file=file, reason="the file is new", hint=_AGAIN)


def _compared(found: Found, told: Told) -> Iterator[Problem]:
    try:
        now = read(found)
    except Unreadable as error:
        yield Problem(file=found.file, reason=error.reason, hint=error.hint)
        return
    if now.sha256 != told.article.sha256:
        yield Problem(file=found.file, reason="the file has changed since it was read", hint=_AGAIN)
    for quotation in told.article.quotations:
        if now.text[quotation.start : quotation.end] != quotation.text:
            yield Problem(file=found.file, reason=f"{_words(quotation)} does not stand there any more", hint=_AGAIN)


def _words(quotation: Quotation) -> str:
    words = " ".join(quotation.text.split())
    shown = words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"
    return f"“{shown}” ({quotation.id}, characters {quotation.start} to {quotation.end})"
