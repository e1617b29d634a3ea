"""What Whoosh keeps of an article, and in which shape.

Every word is a term as it is written (folded), so that beginnings can be looked up; a word that is not its own stem is
also counted under its stem, marked with `~`. No text is kept: that is in the store.
"""

from __future__ import annotations

from array import array
from collections.abc import Generator, Iterator, Sequence
from typing import Any

from whoosh import fields, formats

from index import words
from index.engines.evaluate import BODY, SLOT
from index.query.searchable import Searchable

TITLE_WEIGHT = 3.0
"""What a word in the title counts for, where one in the text counts for 1."""

HERE = "*"
"""A term that stands first in every slot, also in one without words."""

_STEM = "~"


def terms(word: str) -> Iterator[str]:
    """The terms that a word of a query may have been kept under."""
    for meaning in words.meanings(word):
        stem = words.stem(meaning)
        if words.stem(stem) == stem:
            yield stem
        yield _STEM + stem


def is_word(term: str) -> bool:
    """Whether a term is a word as written."""
    return term[0] not in (HERE, _STEM)


class Packed(formats.Format):
    """How positions are kept: as numbers of two bytes, or of four where there are higher ones."""

    @staticmethod
    def encode(positions: Sequence[int]) -> bytes:
        """Positions, in order, as bytes."""
        code = "H" if positions[-1] < SLOT else "I"
        return code.encode() + array(code, positions).tobytes()

    @staticmethod
    def decode(packed: bytes) -> Sequence[int]:
        """The positions again."""
        return array(chr(packed[0]), packed[1:])


class Words(fields.FieldType):
    """A field of words. Its value is a list of slots, each a list of texts; no phrase runs from one text to the next.

    `first` is the weight of words in the first text of all.
    """

    def __init__(self, first: float = 1.0) -> None:
        self.format = Packed()
        self.scorable = True
        self.first = first

    def index(self, value: list[list[str]], **_: Any) -> Generator[tuple[bytes, int, float, bytes], Any, None]:
        """The terms of `value`, each with its count, its weight and its positions."""
        at, heavy = _positions(value)
        more = self.first - 1
        for kept in (at, _stems(at)):
            for term, positions in kept.items():
                weight = float(len(positions))
                if more and positions[0] < heavy:
                    weight += more * sum(position < heavy for position in positions)
                yield term.encode(), len(positions), weight, Packed.encode(positions)


def _positions(value: Sequence[Sequence[str]]) -> tuple[dict[str, list[int]], int]:
    """Where every word stands, and the position after the first text."""
    at: dict[str, list[int]] = {HERE: []}
    heavy = 0
    for slot, texts in enumerate(value[: SLOT - 1]):  # more cannot be counted, and no article has more
        position = slot * SLOT
        at[HERE].append(position)
        for text in texts:
            position += 1  # a gap
            for word in words.words(text):
                position += 1
                if word in at:
                    at[word].append(position)
                else:
                    at[word] = [position]
            heavy = heavy or position + 1
    return at, heavy


def _stems(at: dict[str, list[int]]) -> dict[str, list[int]]:
    """Where words stand that are not their own stem, by stem."""
    stems: dict[str, list[int]] = {}
    for word, positions in at.items():
        if (stem := words.stem(word)) != word:
            stems.setdefault(_STEM + stem, []).extend(positions)
    for positions in stems.values():
        positions.sort()
    return stems


def schema() -> fields.Schema:
    """The fields of the index."""
    names = ("title", "quote", "speaker", "to", "about", "is", "actor")
    own = {name: Words() for name in names}
    return fields.Schema(id=fields.ID(stored=True, unique=True), **{BODY: Words(first=TITLE_WEIGHT)}, **own)


def document(article: Searchable) -> dict[str, Any]:
    """An article as Whoosh takes it in; a field that has no slots is left out."""
    title = [article.text[slice(*article.title)]] if article.title else []
    texts = [article.text[start:end] for start, end in article.blocks if (start, end) != article.title]
    slots = {
        BODY: [(title or [""]) + texts],
        "title": [title] if title else [],
        "quote": [[article.text[q.start : q.end]] for q in article.quotations],
        **{name: _said_of(article, name) for name in ("speaker", "to", "about", "is")},
        "actor": [list(actor.names) for actor in article.actors],
    }
    return {"id": article.id, **{field: value for field, value in slots.items() if value}}


def _said_of(article: Searchable, field: str) -> list[list[str]]:
    """What is known of each quotation, in its slot; nothing at all where nothing is known of any."""
    slots = [list(quotation.said_of(field)) for quotation in article.quotations]
    return slots if any(slots) else []
