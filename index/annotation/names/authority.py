"""Countries and bodies that are known without being explained: our own small table, under `data/`.

An entry has a readable id, which is the same in every corpus. Lookup is by the words as written: folded, but where a
name is all capitals ("US", "WHO") the text must have capitals too.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from index.annotation.cutting.lexemes import Lexemes
from index.annotation.data import table
from index.model import ActorKind
from index.words import fold

Sense = Literal["name", "adjective", "people", "seat"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A country or body: `name` is the one that is shown, `of` the country or body it belongs to.

    `shared` are those of its names, as folded words, that bodies of other countries bear too ("Senate"). Where
    `beside` names other entries, one of them must stand near a name that is not only this one's ("Georgia").
    """

    id: str
    name: str
    kind: ActorKind
    of: str | None = None
    called: tuple[str, ...] = ()
    written: frozenset[str] = frozenset()
    shared: frozenset[tuple[str, ...]] = frozenset()
    beside: frozenset[str] = frozenset()


class Found(NamedTuple):
    """An entry at lexemes `[i, j)` of a text, and in which sense the words name it."""

    entry: Entry
    sense: Sense
    i: int
    j: int


@dataclass(frozen=True, slots=True)
class _Key:
    words: list[str]
    exact: str | None
    entry: Entry
    sense: Sense


@cache
def entries() -> dict[str, Entry]:
    """Every entry, by its id."""
    countries = {
        key: Entry(
            key, row["names"][0], "country",
            written=frozenset(fold(n) for n in row["names"]), beside=frozenset(row.get("beside", ())),
        )
        for key, row in table("countries").items()
    }
    bodies = {
        key: Entry(
            key,
            row["names"][0],
            row.get("kind", "organisation"),
            row.get("of"),
            tuple(row.get("called", ())),
            frozenset(fold(n) for n in row["names"]),
            frozenset(tuple(Lexemes(n).keys) for n in row.get("shared", ())),
        )
        for key, row in table("bodies").items()
    }
    return countries | bodies


@cache
def _keys() -> dict[str, dict[str, list[_Key]]]:
    """What to look for, by the first folded word and the second ("" where there is none), longest first."""
    known = entries()
    found: dict[str, dict[str, list[_Key]]] = {}
    for key, row in (table("countries") | table("bodies")).items():
        senses: tuple[tuple[Sense, str], ...] = (
            ("name", "names"), ("adjective", "adjectives"), ("people", "people"), ("seat", "seats"),
        )  # fmt: skip
        for sense, field in senses:
            for written in row.get(field, ()):
                lexed = Lexemes(written)
                if not lexed.size:
                    continue
                plain = written.replace(".", "")
                exact = written if plain.isupper() and lexed.size == 1 else None
                second = lexed.keys[1] if lexed.size > 1 else ""
                by_second = found.setdefault(lexed.keys[0], {})
                by_second.setdefault(second, []).append(_Key(lexed.keys, exact, known[key], sense))
    for by_second in found.values():
        for keys in by_second.values():
            keys.sort(key=lambda k: -len(k.words))
    return found


def first_words() -> Collection[str]:
    """The folded words that names of the table begin with."""
    return _keys().keys()


def _stem(lex: Lexemes, i: int) -> str:
    """The folded word without a participle tied to it: "Russian" of "Russian-made"."""
    if "-" not in lex.words[i]:
        return lex.keys[i]
    head, _, tail = lex.words[i].partition("-")
    return fold(head) if tail[:1].islower() else lex.keys[i]


def _participle(lex: Lexemes, i: int, j: int, words: list[str]) -> bool:
    """Are the lexemes `[i, j)` these words, with a participle tied to the last: "United Nations-led"?"""
    return "-" in lex.words[j - 1] and lex.keys[i : j - 1] == words[:-1] and _stem(lex, j - 1) == words[-1]


def look(lex: Lexemes, i: int) -> Found | None:
    """The longest name of the table that begins at lexeme `i`, if any."""
    known = _keys()
    begun = known.get(lex.keys[i])
    if begun is None and "-" in lex.words[i]:
        begun = known.get(_stem(lex, i))
    if begun is None:
        return None
    longer = begun.get(_stem(lex, i + 1), ()) if i + 1 < lex.size else ()
    for key in (*longer, *begun.get("", ())):
        j = i + len(key.words)
        if j > lex.size or (lex.keys[i:j] != key.words and not _participle(lex, i, j, key.words)):
            continue
        if any(lex.gap[k] not in ("", "s", "'", "’") for k in range(i + 1, j)):
            continue
        if key.exact is not None and lex.words[i] != key.exact and not lex.words[i].isupper():
            continue
        if lex.caps[i] or any(lex.caps[i + 1 : j]):
            return Found(key.entry, key.sense, i, j)
    return None


def single(word: str) -> tuple[Entry, Sense] | None:
    """The entry that one word names by itself: a part of a compound like "Turkish-Libyan"."""
    for key in _keys().get(fold(word), {}).get("", ()):
        if key.exact is None or word.isupper():
            return key.entry, key.sense
    return None
