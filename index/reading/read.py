"""One file → its articles."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from index.model import Article, Block, Known, Problem, Reading
from index.reading.choose import read_source
from index.reading.dating import when
from index.reading.discover import Found
from index.reading.draft import Draft, Source
from index.reading.limits import LARGEST_FILE, MOST_ARTICLES, in_time
from index.reading.sidecar import NAME, sidecar
from index.reading.trouble import Unreadable
from index.words import beginning

_TITLE_LENGTH = 120
_TOLD = 20  # articles of one file that cannot be read and are named each


def articles_in(found: Found) -> Iterator[Article | Problem]:
    """The articles in a file, in order, and what of it could not be read. Memory does not grow with their number.

    The id of the only article of a file is the file's; of a file that holds many, `file#n`, from 1. A part that cannot
    be read keeps its number, so that those after it keep theirs. Never raises for what a file holds.
    """
    unread = 0
    for item in _items(found):
        if isinstance(item, Article):
            yield item
            continue
        unread += 1
        if unread <= _TOLD:
            yield item
    if unread > _TOLD:
        yield Problem(file=found.file, reason=f"{unread - _TOLD:,} more of its articles could not be read")


def _items(found: Found) -> Iterator[Article | Problem]:
    if found.file == NAME:
        yield from sidecar(Path(found.path).parent).problems
        return
    try:
        sha256, source = _opened(found)
        for count, item in enumerate(in_time(read_source(source)), 1):
            if count > MOST_ARTICLES:
                raise Unreadable(f"it holds more than {MOST_ARTICLES:,} articles", "Split it.")
            if isinstance(item, Draft):
                yield _article(found, sha256, item)
            else:
                yield Problem(file=found.file, reason=item.reason, hint=item.hint)
    except Unreadable as error:
        yield Problem(file=found.file, reason=error.reason, hint=error.hint)
    except OSError as error:
        kind = "folder" if found.file.endswith("/") else "file"
        reason = f"the {kind} cannot be read: {error.strerror or error}"
        yield Problem(file=found.file, reason=reason, hint="Check its permissions.")


def _opened(found: Found) -> tuple[str, Source]:
    """The digest of a file, and what to read it by. A file of usual size is looked at once, so that the digest is that
    of the very bytes that are read; a larger one is never held whole."""
    path = Path(found.path)
    if found.size > LARGEST_FILE:
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        return digest, Source(found.file, lambda: path.open("rb"), found.size, found.rules)
    data = path.read_bytes()

    def opened() -> BinaryIO:
        return io.BytesIO(data)

    return hashlib.sha256(data).hexdigest(), Source(found.file, opened, len(data), found.rules)


def _article(found: Found, sha256: str, draft: Draft) -> Article | Problem:
    if not any(block.kind != "furniture" for block in draft.blocks):
        hint = "Remove it, or save the article again."
        return Problem(file=found.file, reason="the file holds no article text", hint=hint)
    draft = _by_rules(found, draft)
    return Article(
        id=found.file if draft.number is None else f"{found.file}#{draft.number}",
        file=found.file,
        sha256=sha256,
        read=Reading(encoding=draft.encoding, format=draft.format, notes=draft.notes),
        title=draft.title or _title(draft.text, draft.blocks),
        outlet=draft.outlet,
        author=draft.author,
        url=draft.url,
        published=draft.published,
        text=draft.text,
        blocks=draft.blocks,
    )


def _by_rules(found: Found, draft: Draft) -> Draft:
    """What the file does not tell is told by its name, where a person says how, and then by what they say of it."""
    rules, named = found.rules, dict(found.rules.named)
    how = "file name, by readout.toml"
    draft = draft.unless_known(
        outlet=_value(named.get("outlet"), how), author=_value(named.get("author"), how),
        published=when(named.get("date"), how, rules.date_format),
    )  # fmt: skip
    return draft.unless_known(outlet=_value(rules.outlet, "readout.toml"), author=_value(rules.author, "readout.toml"))


def _value(value: str | None, how: str) -> Known | None:
    return Known(value=value, how=how) if value else None


def _title(text: str, blocks: tuple[Block, ...]) -> str:
    """The words of the title block; without one, how the article begins."""
    block = next((b for b in blocks if b.kind == "title"), None)
    if block:
        return " ".join(text[block.start : block.end].split())
    first = next(b for b in blocks if b.kind != "furniture")
    return beginning(text[first.start : first.start + 4 * _TITLE_LENGTH], _TITLE_LENGTH)
