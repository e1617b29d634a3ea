"""Reading an index that Whoosh wrote.

Whoosh finds the postings of a term; what they amount to is for `evaluate`, which is several times as quick as Whoosh's
matchers. A reader shows one moment: Whoosh's `refresh` would bring deleted articles back, and is not used.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from threading import RLock
from typing import Any

from whoosh import index as files
from whoosh.reading import IndexReader, TermNotFound

from index import words
from index.engines.base import Answer
from index.engines.evaluate import BODY, K1, SLOT, B, found, ranked
from index.engines.whoosh.codec import Kept
from index.engines.whoosh.kept import HERE, Packed, is_word, terms
from index.engines.whoosh.trouble import telling
from index.query.tree import Node, Prefix, Word, wanted

_ATTEMPTS = 5
_CACHED = 200_000  # postings: some 20 MB


class WhooshEngine:
    """An Engine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = RLock()
        with self._reading():
            self._index = Postings(_opened(folder))

    def search(self, query: Node | None, limit: int = 50) -> Answer:
        """The articles of which `query` is true, the best first."""
        with self._lock, self._reading():
            articles = found(query, self._index)
            best = ranked(query, self._index, articles, limit)
            return Answer(tuple((self._index.id(number), score) for number, score in best), len(articles))

    def missing(self, query: Node | None) -> tuple[str, ...]:
        """The words of `query` that stand in no article."""
        with self._lock, self._reading():
            asked = dict.fromkeys(wanted(query))
            words = [(field or BODY, part) for field, part in asked if field != "is"]  # what something is, is no word
            return tuple(str(part) for field, part in words if not self._index.weights(field, part))

    def words(self, beginning: str, limit: int = 10) -> list[tuple[str, int]]:
        """Words that begin so, the commonest first."""
        with self._lock, self._reading():
            counted = self._index.counted(words.fold(beginning))
            return sorted(counted, key=lambda item: (-item[1], item[0]))[:limit]

    def renew(self) -> None:
        """Sees what was written since."""
        with self._lock, self._reading():
            before, self._index = self._index, Postings(_opened(self._folder))
            before.close()

    def close(self) -> None:
        """Lets go of the files."""
        with self._lock:
            self._index.close()

    def _reading(self) -> AbstractContextManager[None]:
        return telling("The index cannot be read", self._folder, "Build it again: tui index --rebuild.")


def _opened(folder: Path) -> IndexReader:
    """A reader. While another process commits, a file that was just listed may be gone: then the list is read again."""
    for attempt in range(_ATTEMPTS):
        try:
            reader: IndexReader = files.open_dir(str(folder), readonly=True).reader()  # type: ignore[no-untyped-call]
            return reader
        except FileNotFoundError:
            if attempt == _ATTEMPTS - 1:
                raise
            time.sleep(0.02 * (attempt + 1))
    raise AssertionError


class Postings:
    """The files of an index as an `evaluate.Inverted`. Segments are put one after the other."""

    def __init__(self, reader: IndexReader) -> None:
        self._reader = reader
        self._leaves: list[tuple[Any, int]] = [leaf for leaf in reader.leaf_readers() if leaf[0].doc_count_all()]
        self._deleted = {
            base + n
            for leaf, base in self._leaves
            if leaf.has_deletions()
            for n in range(leaf.doc_count_all())
            if leaf.is_deleted(n)
        }
        self.articles = set(range(reader.doc_count_all())) - self._deleted
        self._norms: list[float] = []
        self._cache: OrderedDict[tuple[str, type, str], Mapping[int, float]] = OrderedDict()
        self._cached = 0

    def id(self, number: int) -> str:
        """The id of an article."""
        return str(self._reader.stored_fields(number)["id"])

    def weights(self, field: str, part: Word | Prefix) -> Mapping[int, float]:
        """The articles that hold `part`; remembered, because the next letter typed leaves the other words the same."""
        key = (field, type(part), part.word if isinstance(part, Word) else part.beginning)
        if key in self._cache:
            self._cache.move_to_end(key)
            return self._cache[key]
        weights = self._sums(field, part)
        for article in self._deleted & weights.keys():
            del weights[article]
        self._cache[key] = weights
        self._cached += len(weights)
        while self._cached > _CACHED and len(self._cache) > 1:
            self._cached -= len(self._cache.popitem(last=False)[1])
        return weights

    def positions(self, field: str, part: Word | Prefix, articles: set[int]) -> Mapping[int, Sequence[int]]:
        """Where `part` stands in some of the articles that hold it."""
        at: dict[int, Sequence[int]] = {}
        for base, kept in self._kept(field, part):
            for number, value in zip(kept.articles, kept.values(), strict=True):
                if (article := base + number) in articles:
                    positions = Packed.decode(value)
                    at[article] = [*at[article], *positions] if article in at else positions
        return at

    def slots(self, field: str) -> set[int]:
        """All slots of a field."""
        at = self.positions(field, Word(HERE, HERE, 0, 0), self.articles)
        return {article * SLOT + position // SLOT for article, positions in at.items() for position in positions}

    def norms(self) -> Sequence[float]:
        """What the length of every article does to the weight of its words; read once, as it is asked for always."""
        if not self._norms:
            lengths = [
                leaf.doc_field_length(number, BODY, 1) or 1
                for leaf, _ in self._leaves
                for number in range(leaf.doc_count_all())
            ]
            average = sum(lengths) / max(len(lengths), 1)
            self._norms = [K1 * (1 - B + B * length / average) for length in lengths]
        return self._norms

    def counted(self, beginning: str) -> Iterator[tuple[str, int]]:
        """The words that begin so, and in how many articles they stand."""
        for term in self._reader.expand_prefix(BODY, beginning):
            if is_word(word := term.decode()):
                yield word, self._reader.doc_frequency(BODY, term)

    def close(self) -> None:
        """Closes the files."""
        self._reader.close()

    def _sums(self, field: str, part: Word | Prefix) -> dict[int, float]:
        sums: dict[int, float] = {}
        get = sums.get
        for base, kept in self._kept(field, part):
            for number, weight in zip(kept.articles, kept.weights, strict=True):
                sums[base + number] = get(base + number, 0.0) + weight
        return sums

    def _kept(self, field: str, part: Word | Prefix) -> Iterator[tuple[int, Kept]]:
        """The postings for `part`, of every segment and term, with the number of the first article of the segment."""
        for leaf, base in self._leaves:
            for term in _terms(leaf, field, part):
                with suppress(TermNotFound):
                    yield base, leaf._terms.kept(field, term)


def _terms(leaf: IndexReader, field: str, part: Word | Prefix) -> Iterator[bytes]:
    """The terms of one segment that stand for `part`."""
    if isinstance(part, Prefix):
        yield from leaf.expand_prefix(field, part.beginning)
    else:
        yield from map(str.encode, terms(part.word))
