"""`readout.toml` in the folder of a corpus: what a person says of the files in it.

    ignore = ["drafts/*"]

    [[files]]
    path = "sabah/*"                    # which files; "*" stands for anything, also for "/"
    outlet = "Daily Sabah"
    name = '(?P<date>\\d{8})_'           # what their names tell: date, outlet, author
    date-format = "%d%m%Y"
    encoding = "windows-1254"
    fields = { text = "story" }         # what JSON and tables call a field

Of two entries that say something of the same file, the later one counts. A mistake is told with its line, and the
entry it stands in counts for nothing; the others do.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from index.model import Problem
from index.reading.encoding import decode, text_codec
from index.reading.formats.fields import NAMES
from index.reading.rules import NONE, Rules

NAME = "readout.toml"
_TOLD_BY_NAME = ("date", "outlet", "author")
_SAID = ("outlet", "author", "encoding", "date-format")
_WORDS = ("path", "name", *_SAID)
_HINT = "docs/formats.md tells what may stand there."
_AT_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is said of the files whose path `pattern` matches."""

    pattern: str
    said: Mapping[str, str]
    fields: Mapping[str, str]
    name: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Sidecar:
    """All that is said of the files of a corpus, and what of it is not understood."""

    ignore: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()

    def ignores(self, file: str) -> bool:
        """Whether a file, by its path below the corpus, is to be passed over."""
        return any(fnmatchcase(file, pattern) for pattern in self.ignore)

    def rules(self, file: str) -> Rules:
        """How a file is to be read."""
        matching = [entry for entry in self.entries if fnmatchcase(file, entry.pattern)]
        if not matching:
            return NONE
        said = {key: value for entry in matching for key, value in entry.said.items()}
        fields = {key: value for entry in matching for key, value in entry.fields.items()}
        found = [m for entry in matching if entry.name and (m := entry.name.search(file.rpartition("/")[2]))]
        named = {key: value for m in found for key, value in m.groupdict().items() if value}
        return Rules(**said, fields=tuple(fields.items()), named=tuple(named.items()))


def sidecar(corpus: Path) -> Sidecar:
    """What is said of the files of a corpus; nothing where there is no `readout.toml`. Never raises."""
    try:
        text = decode((corpus / NAME).read_bytes()).text
    except FileNotFoundError:
        return Sidecar()
    except OSError as error:
        return Sidecar(problems=(_problem(f"it cannot be read: {error.strerror or error}"),))
    try:
        held = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _AT_LINE.search(str(error))
        line = int(at[1]) if at and at[1] else text.count("\n") + 1
        return Sidecar(problems=(_problem(f"line {line}: {_AT_LINE.sub('', str(error))}"),))
    return _understood(held, text)


def _understood(held: Mapping[str, Any], text: str) -> Sidecar:
    problems = [_problem(f"line {_line(text, key)}: {key!r} is not known") for key in held.keys() - {"ignore", "files"}]
    ignore, files = held.get("ignore", []), held.get("files", [])
    if not _are_words(ignore):
        problems.append(_problem(f"line {_line(text, 'ignore')}: ignore is a list of patterns"))
        ignore = []
    if not isinstance(files, list) or not all(isinstance(entry, dict) for entry in files):
        problems.append(_problem(f"line {_line(text, 'files')}: each entry begins with [[files]]"))
        files = []
    entries = []
    for number, entry in enumerate(files):
        mistakes = list(_mistakes(entry))
        problems += [_problem(f"line {_line(text, key, number)}: {wrong}") for key, wrong in mistakes]
        if not mistakes:
            entries.append(_entry(entry))
    return Sidecar(tuple(ignore), tuple(entries), tuple(problems))


def _mistakes(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The keys of an entry that are wrong, and what is wrong with each."""
    for key, value in entry.items():
        if key == "fields":
            if not isinstance(value, dict) or not _are_words(list(value.values())) or value.keys() - NAMES.keys():
                yield key, f"fields are among {', '.join(NAMES)}, each with the name of a field"
        elif key not in _WORDS:
            yield key, f"{key!r} is not known"
        elif not isinstance(value, str):
            yield key, f"{key} is not in quotation marks"
        elif key == "encoding" and text_codec(value) is None:
            yield key, f"there is no encoding {value!r}"
        elif key == "name":
            try:
                groups = re.compile(value).groupindex
            except re.error as error:
                yield key, f"name is no pattern: {error}"
            else:
                if not groups or groups.keys() - set(_TOLD_BY_NAME):
                    yield key, f"name needs groups called {', '.join(_TOLD_BY_NAME)}, as in (?P<date>...)"


def _entry(entry: Mapping[str, Any]) -> Entry:
    said = {key.replace("-", "_"): entry[key] for key in _SAID if key in entry}
    name = re.compile(entry["name"]) if "name" in entry else None
    return Entry(entry.get("path", "*"), said, entry.get("fields", {}), name)


def _are_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _line(text: str, key: str, entry: int | None = None) -> int:
    """The line in which a key stands, counted from 1: in the n-th `[[files]]`, or before them."""
    lines = text.split("\n")
    starts = [n for n, line in enumerate(lines) if re.match(r"\s*\[\[\s*files\s*\]\]", line)]
    first = starts[entry] if entry is not None and entry < len(starts) else 0
    own = re.compile(rf"""\s*\[*\s*["']?(?:files\.)?{re.escape(key)}\b""")
    return next((n + 1 for n in range(first, len(lines)) if own.match(lines[n])), first + 1)


def _problem(reason: str) -> Problem:
    return Problem(file=NAME, reason=reason, hint=_HINT)
