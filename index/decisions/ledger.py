"""The file in which a person's decisions are kept: TOML, the oldest first, to be read and edited by anybody.

    <data>/corpora/<name>-<key>/decisions.toml

Readout only adds at its end and takes away from its end; all else in it, comments too, stays as it was written.
"""

from __future__ import annotations

import hashlib
import os
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from index import cache
from index.decisions import toml
from index.decisions.decision import Decision, OfActor, OfArticle, OfQuotation, OfTags
from index.errors import DecisionError
from index.lock import locked

_TABLES: dict[str, type[Decision]] = {"quotation": OfQuotation, "actor": OfActor, "article": OfArticle, "tag": OfTags}
_HEADER = re.compile(rf"^[ \t]*\[\[[ \t]*({'|'.join(_TABLES)})[ \t]*\]\]", re.MULTILINE)
_LINE = re.compile(r"line (\d+)")
_ABOUT = """\
# What you decided about {corpus}, the oldest decision first.
#
# Readout finds a quotation again by its article, its words and their place, and an actor by its names, and puts your
# decisions into the index whenever that is built. It writes at the end of this file only; `tui undo` takes the last
# decision away. You may edit this file, and Readout will follow. docs/decisions.md tells what may stand here.
"""
_READABLE_AGAIN = "Mend that line, or take the decision out; nothing in the file was changed"


UNREAD = "unread"
"""The digest of no file: what follows it has to look again."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a ledger holds, and the digest of the file: "" where there is none."""

    decisions: tuple[Decision, ...] = ()
    digest: str = ""


class Ledger:
    """The decisions about one corpus. The file is the truth: what is remembered is only what a text says."""

    def __init__(self, path: Path, corpus: str = "this corpus") -> None:
        self.path = path
        self._corpus = corpus
        self._known: tuple[str, tuple[Decision, ...]] = ("", ())

    @classmethod
    def of(cls, corpus: Path) -> Ledger:
        """The ledger of a corpus, keyed by its path as its derived data is."""
        return cls(cache.decisions(corpus), str(corpus.resolve()))

    def stamp(self) -> tuple[int, int, int] | None:
        """What differs when the file has changed, found without reading it; `None` where there is no file."""
        try:
            state = self.path.stat()
        except OSError:
            return None
        return state.st_mtime_ns, state.st_size, state.st_ino

    def digest(self) -> str:
        """The digest of the file as it is now. Raises `DecisionError`."""
        return _digest(self._bytes())

    def read(self) -> Held:
        """All decisions, the oldest first. Raises `DecisionError`, with the line, for a file that cannot be read."""
        data = self._bytes()
        return Held(self._parsed(_text(data, self.path)), _digest(data))

    def append(self, decision: Decision) -> None:
        """Keep one more decision; it is on the disk afterwards. Raises `DecisionError`: then nothing was written."""
        with self._writing():
            before = _text(self._bytes(), self.path)
            decisions = self._parsed(before)  # a broken file is for its owner to mend, and not written to
            start = before if before.strip() else _ABOUT.format(corpus=toml.string(self._corpus))
            table = _table(decision)
            text = f"{start.rstrip()}\n\n{table}"
            self._write(text)
            self._known = text, (*decisions, *self._read(table))  # a thousand of them take long to read again

    def undo(self) -> Decision | None:
        """Take the last decision away, and say what it was; `None` if there is none. Raises `DecisionError`."""
        with self._writing():
            before = _text(self._bytes(), self.path)
            decisions = self._parsed(before)
            if not decisions:
                return None
            self._write(self._without_last(before, decisions))
            return decisions[-1]

    def _without_last(self, text: str, decisions: Sequence[Decision]) -> str:
        """The file without its last decision, and otherwise as it is; written anew if it is not written as ours."""
        cut = [match.start() for match in _HEADER.finditer(text)][-1:]
        rest = f"{text[: cut[0]].rstrip()}\n" if cut else ""
        with suppress(DecisionError):
            if self._parsed(rest) == tuple(decisions[:-1]):
                return rest
        tables = map(_table, decisions[:-1])
        return "\n".join((_ABOUT.format(corpus=toml.string(self._corpus)), *tables))

    def _bytes(self) -> bytes:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise DecisionError(
                f"The decisions in {self.path} cannot be read", error.strerror or str(error), "Check its permissions"
            ) from error

    def _parsed(self, text: str) -> tuple[Decision, ...]:
        """The decisions in a text; those in the last one are remembered."""
        if self._known[0] != text:
            self._known = text, self._read(text)
        return self._known[1]

    def _read(self, text: str) -> tuple[Decision, ...]:
        try:
            tables = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            line = _LINE.search(str(error))
            raise self._broken(int(line[1]) if line else _lines(text), str(error)) from error
        if unknown := [name for name in tables if name not in _TABLES]:
            raise self._broken(_line_of(text, unknown[0]), f"there is nothing called {unknown[0]!r} here")
        held = [(name, n) for name in tables for n in range(len(self._entries(text, name, tables[name])))]
        headers = {(name, n): line for name, n, line in _numbered(text)}
        plain = sorted(headers) == sorted(held)
        order = list(headers) if plain else held
        found = [self._decision(name, tables[name][n], headers.get((name, n), 1)) for name, n in order]
        if not plain and len(tables) > 1:  # written in another way, so that only the times tell the order
            found.sort(key=lambda decision: decision.decided.timestamp())
        return tuple(found)

    def _entries(self, text: str, name: str, entries: object) -> list[object]:
        if not isinstance(entries, list):
            raise self._broken(_line_of(text, name), f"a decision begins with [[{name}]]")
        return entries

    def _decision(self, name: str, entry: object, line: int) -> Decision:
        try:
            return _TABLES[name].model_validate(entry)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"]))
            message = first["msg"].removeprefix("Value error, ")
            raise self._broken(line, f"{where}: {message}" if where else message) from error

    def _broken(self, line: int, why: str) -> DecisionError:
        return DecisionError(f"The decisions in {self.path} cannot be read, from line {line} on", why, _READABLE_AGAIN)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One window at a time reads, changes and writes the file."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with locked(self.path.with_suffix(".lock")):
                yield
        except OSError as error:
            raise DecisionError(
                f"The decision cannot be written to {self.path}", error.strerror or str(error),
                "Make room there, or set READOUT_DATA to another folder",
            ) from error  # fmt: skip

    def _write(self, text: str) -> None:
        """Replace the file in one step, and see it onto the disk. A link stays a link."""
        path = self.path.resolve()
        cache.write_whole(path, text)
        _sync(path.parent)


def _table(decision: Decision) -> str:
    """A decision as it is written: without what was not decided."""
    name = next(name for name, kind in _TABLES.items() if isinstance(decision, kind))
    return toml.table(name, decision.model_dump(exclude_defaults=True))


def _numbered(text: str) -> Iterator[tuple[str, int, int]]:
    """The headers of tables as (name, number among those of its name, line), in order."""
    seen: Counter[str] = Counter()
    line, at = 1, 0
    for match in _HEADER.finditer(text):
        line, at = line + text.count("\n", at, match.start()), match.start()
        yield match[1], seen[match[1]], line
        seen[match[1]] += 1


def _text(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        title = f"The decisions in {path} cannot be read, from line {line} on"
        raise DecisionError(title, "it is not UTF-8", _READABLE_AGAIN) from error


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest() if data else ""


def _lines(text: str) -> int:
    return text.count("\n") + 1


def _line_of(text: str, name: str) -> int:
    found = re.search(rf"^[ \t]*\[*[ \t]*{re.escape(name)}\b", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _sync(folder: Path) -> None:
    """See a replaced name onto the disk, where the system can."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
