"""Names where a capital says little: only what the article names elsewhere counts there.

Such places are headings written in capitals, and links pasted into a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import ascii_lowercase, ascii_uppercase, digits

from index.annotation.cutting.lexemes import Lexemes
from index.annotation.names import persons
from index.annotation.names.cast import Cast, Member
from index.annotation.names.chunks import Name
from index.annotation.names.lists import COMMON
from index.model import Block

_SHARE = 0.6  # of the longer words have a capital: then the line is a heading in capitals
_LONGER = 4
_SHOUTED = 0.7
_HEADING = 30  # words
_FIRST = 6
_TAIL = 20  # characters in which a block ends, and white space behind it
_SHAPES = "".join(
    "a" if c in ascii_lowercase else "A" if c in ascii_uppercase + digits else " " for c in map(chr, range(256))
).encode()
"""Of each byte whether it is a small letter ("a") or a capital or digit ("A")."""
_FULL_NAME = 8  # words within which a name is told again in full
_LINKS = 90  # words of a row of links, at most


def capitals(text: str, lex: Lexemes, blocks: Sequence[Block]) -> frozenset[int]:
    """The lexemes of all headings in capitals."""
    found: set[int] = set()
    for block in blocks:
        span = lex.between(block.start, block.end)
        whole = text[max(block.start, block.end - _TAIL) : block.end].rstrip().endswith((".", ".”", '."'))
        first = span[:_FIRST]
        if (whole or len(span) >= _HEADING) and not any(map(str.isupper, lex.words[first.start : first.stop])):
            continue  # a paragraph, and no shouted one
        longer = [i for i in span[:_HEADING] if len(lex.words[i]) >= _LONGER]
        if len(longer) < 3:
            continue
        capital = not whole and len(span) < _HEADING and sum(lex.caps[i] for i in longer) >= _SHARE * len(longer)
        shouted = sum(lex.words[i].isupper() for i in longer) >= _SHOUTED * len(longer)
        if capital or shouted:
            found.update(span)
    return frozenset(found)


def pasted(text: str, lex: Lexemes) -> frozenset[int]:
    """The lexemes of links pasted into sentences.

    They begin by telling the name before them again, and lost the space behind it: "Senator Ann Dahl Ann Maria
    DahlFarmers ask for rain MORE said". A "MORE" in capitals ends them; where there is none, only the name is taken.
    """
    found: set[int] = set()
    for middle in _stuck(text):
        i = lex.at(middle) - 1
        if i < 0 or i in found or lex.ends[i] <= middle:
            continue
        name = text[lex.starts[i] : middle]
        again = next((k for k in range(i - 1, max(i - _FULL_NAME, 0) - 1, -1) if lex.words[k] == name), None)
        if again is None:
            continue
        more = next((k for k in range(i, min(i + _LINKS, lex.size)) if lex.words[k].endswith("MORE")), i)
        found.update(range(again + 1, more + 1))
    return frozenset(found)


def _stuck(text: str) -> Iterator[int]:
    """Where a capital or digit stands right behind a small letter. (A third of the time that a pattern takes.)"""
    shapes = text.encode("latin-1", "replace").translate(_SHAPES)
    at = shapes.find(b"aA")
    while at >= 0:
        yield at + 1
        at = shapes.find(b"aA", at + 1)


def look_up(lex: Lexemes, skipped: frozenset[int], cast: Cast) -> None:
    """Add to the cast the places in headings where its persons and bodies are named."""
    if not skipped:
        return
    by_name = _spellings(cast)
    taken = {i for n in cast.of for i in range(n.i, n.j)}
    for i in sorted(skipped):
        if i in taken or not lex.caps[i]:
            continue
        for j in range(min(i + 4, lex.size), i, -1):
            keys = tuple(lex.keys[i:j])
            member = by_name.get(keys) if j == i + 1 or not any(lex.gap[i + 1 : j]) else None
            if member:
                cast.add(member, Name(i, j, lex.starts[i], lex.ends[j - 1], keys, "open"))
                taken.update(range(i, j))
                break


def _spellings(cast: Cast) -> dict[tuple[str, ...], Member]:
    """Names as the article writes them, and surnames alone, by their folded words."""
    known: dict[tuple[str, ...], Member] = {}
    for member in cast.members.values():
        for name in member.names:
            known.setdefault(name.keys, member)
            core = persons.core(name.keys)
            if member.kind == "person" and core and core[-1] not in COMMON:
                known.setdefault(core[-1:], member)
    return known
