"""Writes TOML, as much of it as a ledger needs: tables of strings, numbers, truths, times, and lists of tables in one
line. Python reads TOML and does not write it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

_FEW = 3
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def table(name: str, values: Mapping[str, object]) -> str:
    """One more table of the list `name`, a value a line."""
    return "\n".join((f"[[{name}]]", *(f"{key} = {value(held)}" for key, held in values.items()))) + "\n"


def value(held: object) -> str:
    """A value, in one line; of a long list of tables, each in one of its own."""
    match held:
        case bool():
            return "true" if held else "false"
        case str():
            return string(held)
        case datetime():
            return held.isoformat().replace("+00:00", "Z")
        case Mapping():
            return "{ " + ", ".join(f"{key} = {value(inner)}" for key, inner in held.items()) + " }"
        case Sequence() if len(held) > _FEW and isinstance(held[0], Mapping):
            return "\n".join(["[", *(f"    {value(inner)}," for inner in held), "]"])
        case Sequence():
            return f"[{', '.join(map(value, held))}]"
    return str(held)


def string(text: str) -> str:
    """A string in one line. What TOML cannot hold at all, half a surrogate pair, becomes �."""
    return f'"{"".join(map(_letter, text))}"'


def _letter(letter: str) -> str:
    if letter in _SHORT:
        return _SHORT[letter]
    code = ord(letter)
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    # Odd line ends and marks of direction are legal, but would mislead whoever reads the file.
    if code < 0x20 or 0x7F <= code <= 0x9F or code in _MISLEADING:
        return f"\\u{code:04x}"
    return letter


_MISLEADING = frozenset([0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF])
