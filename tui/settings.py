"""What a person may set, in `config.toml`. Plain data: the first frame waits for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from tui import commands
from tui.paths import why_unread

THEMES = ("dark", "light", "dark-colour-blind", "light-colour-blind", "contrast", "terminal")

Keymap = Mapping[str, tuple[str, ...]]
Refused = Iterator[tuple[str, str]]
"""Settings by name that cannot be taken, and why."""


class Settings(NamedTuple):
    """The settings, and a sentence for each thing in the file that could not be taken.

    `theme` is "" where none was chosen. `column` is in cells, `spacing` in rows.
    """

    theme: str = ""
    column: int = 80
    spacing: int = 1
    rail: bool = True
    dim: bool = True
    mouse: bool = True
    restore: bool = True
    keys: Keymap = MappingProxyType({})
    complaints: tuple[str, ...] = ()

    @property
    def complaint(self) -> str:
        """The first complaint, and how many more there are."""
        if not self.complaints:
            return ""
        first, *others = self.complaints
        return f"{first} And {len(others)} more." if others else first


class Option(NamedTuple):
    """A setting: its name, what it does, what it may be."""

    name: str
    doc: str
    allowed: tuple[str, ...] | range | None = None
    """Words, or a range of numbers; `None` for true and false."""

    @property
    def wanted(self) -> str:
        """What it may be, in words."""
        if self.allowed is None:
            return "true or false"
        if isinstance(self.allowed, range):
            return f"a whole number from {self.allowed[0]} to {self.allowed[-1]}"
        return f"one of {', '.join(self.allowed)}"

    def takes(self, value: object) -> bool:
        """Whether it may be `value`."""
        if self.allowed is None or isinstance(value, bool):
            return self.allowed is None and isinstance(value, bool)
        return value in self.allowed


OPTIONS = (
    Option("theme", "The colours. Where none is set: dark, or the terminal's own if it has no more than 16.", THEMES),
    Option("column", "The widest column an article is set in, in cells.", range(20, 241)),
    Option("spacing", "Empty rows between paragraphs. Who speaks is told in the first of them.", range(1, 4)),
    Option("rail", "Show at the right edge of an article where its quotations and hits are."),
    Option("dim", "Show captions and what is not the article itself fainter."),
    Option("mouse", "Take clicks, the wheel and drags. Without, the terminal selects text in its own way."),
    Option("restore", "Open with the search, the article and the place of last time."),
)


def load(path: Path) -> Settings:
    """The settings in the file at `path`. What is missing or wrong is as if not set; it never raises."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        return Settings(complaints=(f"{path} could not be read: {why_unread(error)}.",))
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Settings(complaints=(f"{path} is no TOML: {error}.",))
    chosen: dict[str, Any] = {}
    complaints = [f"{_place(path, text, name)}: {what}" for name, what in _taken(data, chosen)]
    return Settings(**chosen, complaints=tuple(complaints))


def _taken(data: Mapping[str, object], chosen: dict[str, Any]) -> Refused:
    """Put into `chosen` what can be taken of `data`; the name of each other setting, and what is wrong with it."""
    known = {option.name: option for option in OPTIONS}
    for name, value in data.items():
        if name == "keys" and isinstance(value, dict):
            wanted: dict[str, tuple[str, ...]] = {}
            yield from _keymap(value, wanted)
            chosen["keys"], clashes = commands.without_clashes(wanted)
            yield from clashes
        elif name not in known:
            yield name, f"there is no setting {name}{_near(name, known)}."
        elif known[name].takes(value):
            chosen[name] = value
        else:
            yield name, f"{name} is {known[name].wanted}, not {value!r}."


def _keymap(data: Mapping[str, object], wanted: dict[str, tuple[str, ...]], above: str = "") -> Refused:
    """The keys by command, as `article.find = "ctrl+f"` or a list of keys."""
    for part, value in data.items():
        name = above + part
        keys = [value] if isinstance(value, str) else value
        if isinstance(value, dict):
            yield from _keymap(value, wanted, f"{name}.")
        elif name not in commands.BY_ID:
            yield name, f"there is no command {name}{_near(name, commands.BY_ID)}."
        elif isinstance(keys, list) and keys and all(isinstance(key, str) and key for key in keys):
            wanted[name] = tuple(keys)
        else:
            yield name, f"{name} takes a key, or a list of keys, not {value!r}."


def _near(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, list(known), 1)
    return f"; did you mean {near[0]}" if near else ""


def _place(path: Path, text: str, name: str) -> str:
    """The file, and the line on which a setting stands."""
    last = re.escape(name.rpartition(".")[2])
    found = re.search(rf"""^[ \t\w."'\[-]*?\b{last}["'\]]*[ \t]*(?:=|$)""", text, re.MULTILINE)
    return f"{path}, line {text.count(chr(10), 0, found.start()) + 1}" if found else str(path)
