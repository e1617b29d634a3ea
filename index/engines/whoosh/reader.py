"""Reading an index that Whoosh wrote.

Whoosh finds the postings of a term; what they amount to is for `evaluate`, which is several times as quick as Whoosh's
matchers. A reader shows one moment: Whoosh's `refresh` would bring deleted articles back, and is not used.
"""

from __future__ import annotations

import time
from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from datetime import date
from functools import lru_cache
from pathlib import Path
from threading import RLock
from typing import Any

from whoosh import index as files
from whoosh.codec.whoosh3 import LENGTHS_COLUMN
from whoosh.reading import IndexReader, TermNotFound
from whoosh.util.numeric import byte_to_length

from index import words
from index.engines.base import Alike, Answer, Proves, Stop
from index.engines.evaluate import (
    ARTICLE,
    BODY,
    CALLED,
    K1,
    SLOT,
    SLOTS,
    Asking,
    B,
    StoppedError,
    best,
    first_proven,
    found,
    held,
    scored,
    take_out_copies,
    word_field,
)
from index.engines.lexicon import Lettered, Lexicon
from index.engines.loose import asks_the_text, loosened
from index.engines.whoosh.kept import HERE, SENTENCE, is_word
from index.engines.whoosh.postings import Kept
from index.engines.whoosh.trouble import telling
from index.query.tree import Exact, Fuzzy, Node, One, Prefix, wanted

_ATTEMPTS = 5
_CACHED = 200_000  # postings: some 20 MB
_REMEMBERED = 64  # filters
_SHORT, _LONG = 3, 5  # letters of a word that may be meant by another; of one with two letters amiss


class WhooshEngine:
    """An Engine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = RLock()
        with self._reading():
            self._index = Postings(_opened(folder))

    def search(
        self,
        query: Node | None,
        limit: int = 50,
        *,
        proves: Proves | None = None,
        stop: Stop | None = None,
        alike: Alike | None = None,
    ) -> Answer:
        """The best articles of which `query` is true, those that are alike once."""
        with self._lock, self._reading():
            try:
                return self._answer(
                    query, limit, self._asking(proves, stop), self._index.numbered(alike) if alike else {}
                )
            except StoppedError:
                return Answer((), 0, partial=True)

    def _answer(self, query: Node | None, limit: int, asking: Asking, alike: Mapping[int, int]) -> Answer:
        whole = True
        if query and asking.proves and asks_the_text(query):
            scores = scored(query, self._index, found(loosened(query, standing=True), asking))
            scores, whole = first_proven(query, scores, asking, limit, alike)
        else:
            scores = scored(query, self._index, found(query, asking))
        total = len(scores)
        copies = take_out_copies(scores, alike)
        id_, shown = self._index.id, best(scores, limit)
        return Answer(
            tuple((id_(number), score) for number, score in shown), total if whole else None,
            copies={id_(number): tuple(map(id_, copies[number])) for number, _ in shown if number in copies},
            repeated=total - len(scores),
        )  # fmt: skip

    def every(self, query: Node | None, *, proves: Proves | None = None, stop: Stop | None = None) -> set[str]:
        """All articles of which `query` is true; none if it was stopped."""
        with self._lock, self._reading():
            try:
                return {self._index.id(number) for number in found(query, self._asking(proves, stop))}
            except StoppedError:
                return set()

    def missing(self, query: Node | None) -> tuple[str, ...]:
        """The words of `query` that stand in no article."""
        with self._lock, self._reading():
            asked = dict.fromkeys(wanted(query))
            words = [(field or BODY, part) for field, part in asked if field != "is"]  # what something is, is no word
            return tuple(str(part) for field, part in words if not held(self._index, field, part))

    def alike(self, word: str, letters: int) -> list[str]:
        """The words that differ from `word` by so many letters at most."""
        with self._lock, self._reading():
            return self._index.alike(BODY, word, letters)

    def near(self, word: str, limit: int = 3, field: str = "") -> list[str]:
        """The words that are like `word`."""
        where, typed = word_field(field), words.fold(word)
        with self._lock, self._reading():
            seen, found = {typed}, list[str]()
            for letters in (1, 2) if len(typed) >= _LONG else (1,):
                more = {other for other in self._index.alike(where, typed, letters) if len(other) >= _SHORT} - seen
                found += sorted(more, key=lambda term: (-self._index.frequency(where, term), term))
                seen |= more
            return found[:limit]

    def words(self, beginning: str, limit: int = 10, field: str = "") -> list[tuple[str, int]]:
        """Words that begin so, the commonest first."""
        with self._lock, self._reading():
            counted = self._index.counted(word_field(field), words.fold(beginning))
            return sorted(counted, key=lambda item: (-item[1], item[0]))[:limit]

    def _asking(self, proves: Proves | None, stop: Stop | None) -> Asking:
        def proved(node: Node, number: int) -> bool:
            return proves is not None and proves(node, self._index.id(number))

        return Asking(self._index, proved if proves else None, stop or _never)

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
        self._actors = {base + n for base, kept in self._here(CALLED) for n in kept.articles} - self._deleted
        self.articles = set(range(reader.doc_count_all())) - self._deleted - self._actors
        self.remembered: dict[str, set[int]] = _Few()
        self._norms: list[float] = []
        self._ids: dict[int, str] = {}
        self._alike: tuple[Alike, Mapping[int, int]] = ({}, {})
        self._days: dict[int, tuple[str, str]] | None = None
        self._lexicon = Lexicon(self._of_length)
        self._cache: OrderedDict[tuple[str, str, str, int], Mapping[int, float]] = OrderedDict()
        self._cached = 0

    def id(self, number: int) -> str:
        """The id of an article."""
        if not self._ids:
            self._ids = {base + n: id_ for leaf, base in self._leaves for n, id_ in leaf._terms.ids()}
        return self._ids[number]

    def numbered(self, alike: Alike) -> Mapping[int, int]:
        """By the numbers of articles what is known by their ids; the same is asked again and again."""
        if self._alike[0] is not alike:
            self._alike = alike, {number: group for id_, group in alike.items() for number in self._numbers(id_)}
        return self._alike[1]

    def numbers(self, ids: Iterable[str]) -> set[int]:
        """The articles of these ids, as far as they are there."""
        return {number for id_ in ids for number in self._numbers(id_)}

    def _numbers(self, article: str) -> Iterator[int]:
        """The number of the article with an id, if there is one."""
        for base, kept in self._postings("id", article.encode()):
            yield from (base + number for number in kept.articles if base + number not in self._deleted)

    def weights(self, field: str, part: One) -> Mapping[int, float]:
        """The articles that hold `part`; remembered, because the next letter typed leaves the other words the same."""
        key = (field, *_form(part))
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

    def places(self, field: str, part: One, articles: set[int], before: int = 0) -> set[int]:
        """Where `part` stands in some of the articles that hold it."""
        of_each = self._kept(field, part)
        return set[int]().union(
            *(kept.places(_less(articles, base), base * ARTICLE - before, ARTICLE) for base, kept in of_each)
        )

    def paragraphs(self, articles: set[int]) -> Mapping[int, Sequence[int]]:
        """Where the paragraphs of some articles begin."""
        return self._begins(HERE, articles)

    def sentences(self, articles: set[int]) -> Mapping[int, Sequence[int]]:
        """Where the sentences of some articles begin."""
        return self._begins(SENTENCE, articles)

    def _begins(self, term: bytes, articles: set[int]) -> dict[int, Sequence[int]]:
        return {
            base + number: positions
            for base, kept in self._postings(BODY, term)
            for number, positions in kept.positions_in(_less(articles, base))
        }

    def slots(self, field: str) -> set[int]:
        """All slots of a field."""
        return self._slots(field, HERE)

    def referring(self, field: str, actors: set[int]) -> set[int]:
        """The slots of a field that refer to any of these actors."""
        of_each = (self._slots(field, self.id(actor).encode()) for actor in actors & self._actors)
        return set[int]().union(*of_each)

    def _slots(self, field: str, term: bytes) -> set[int]:
        return {
            (base + number) * SLOTS + position // SLOT
            for base, kept in self._postings(field, term)
            for number, positions in kept.positions()
            if base + number in self.articles
            for position in positions
        }

    def days(self) -> Mapping[int, tuple[str, str]]:
        """The days of every article that has a date; read once."""
        if self._days is None:
            self._days = {
                base + number: (_iso(first), _iso(last))
                for base, kept in self._here("date")
                for number, (first, last) in kept.positions()
            }
        return self._days

    def norms(self) -> Sequence[float]:
        """What the length of every article does to the weight of its words; read once, as it is asked for always."""
        if not self._norms:
            kept = b"".join(_lengths(leaf) for leaf, _ in self._leaves)
            average = sum(_LENGTH[kept[article]] for article in self.articles) / max(len(self.articles), 1)
            norm = [K1 * (1 - B + B * length / max(average, 1)) for length in _LENGTH]
            self._norms = [norm[byte] for byte in kept]
        return self._norms

    def counted(self, field: str, beginning: str) -> Iterator[tuple[str, int]]:
        """The words of a field that begin so, and in how many articles they stand."""
        counts: Counter[bytes] = Counter()
        for leaf, _ in self._leaves:
            for term in filter(is_word, leaf._terms.of_field(field, beginning.encode())):
                counts[term] += leaf._terms.doc_frequency(field, term)
        yield from ((term.decode(), count) for term, count in counts.items())

    def frequency(self, field: str, word: str) -> int:
        """In how many articles a word stands in a field, in this form."""
        return int(self._reader.doc_frequency(field, word.encode()))

    def alike(self, field: str, word: str, letters: int) -> list[str]:
        """The words of a field that differ from `word` by so many letters at most."""
        return [
            other
            for other in self._lexicon.alike(word, letters)
            if any((field, other.encode()) in leaf._terms for leaf, _ in self._leaves)
        ]

    def _of_length(self, length: int) -> list[Lettered]:
        """The words of so many letters, by segment."""
        return [leaf._terms.of_length(length) for leaf, _ in self._leaves]

    def close(self) -> None:
        """Closes the files."""
        self._reader.close()

    def _sums(self, field: str, part: One) -> dict[int, float]:
        sums: dict[int, float] = {}
        for base, kept in self._kept(field, part):
            articles = [base + number for number in kept.articles] if base else kept.articles
            both = sums.keys() & articles if sums else ()
            twice = {article: sums[article] for article in both}
            sums.update(zip(articles, kept.weights, strict=True))
            for article, weight in twice.items():
                sums[article] += weight
        return sums

    def _here(self, field: str) -> Iterator[tuple[int, Kept]]:
        return self._postings(field, HERE)

    def _postings(self, field: str, term: bytes) -> Iterator[tuple[int, Kept]]:
        for leaf, base in self._leaves:
            with suppress(TermNotFound):
                yield base, leaf._terms.kept(field, term)

    def _kept(self, field: str, part: One) -> Iterator[tuple[int, Kept]]:
        """The postings for `part`, of every segment and term, with the number of the first article of the segment."""
        for leaf, base in self._leaves:
            for term in self._terms(leaf, field, part):
                with suppress(TermNotFound):
                    yield base, leaf._terms.kept(field, term)

    def _terms(self, leaf: Any, field: str, part: One) -> Iterable[bytes]:
        """The terms of one segment that stand for `part`."""
        match part:
            case Prefix(beginning):
                return (term for term in leaf._terms.of_field(field, beginning.encode()) if is_word(term))
            case Exact(word) | Fuzzy(word, 0):
                return (word.encode(),)
            case Fuzzy(word, letters):
                return [term.encode() for term in self.alike(field, word, letters)]
        stems = dict.fromkeys(map(words.stem, words.meanings(part.word)))
        return (term for stem in stems for term in leaf._terms.of_stem(stem))


_LENGTH = [byte_to_length(byte) or 1 for byte in range(256)]


def _lengths(leaf: Any) -> bytes:
    """How long the texts of a segment are, as Whoosh keeps it: in a byte, one of 256 lengths."""
    count: int = leaf.doc_count_all()
    if not leaf._perdoc.has_column(f"_{BODY}_len"):
        return bytes(count)
    column = leaf._perdoc.column_reader(f"_{BODY}_len", LENGTHS_COLUMN)
    raw: bytes = column._dbfile.get(column._basepos, min(column._count, count))
    return raw.ljust(count, b"\0")


def _less(articles: set[int], base: int) -> set[int]:
    """Articles by their numbers in a segment that begins with this one."""
    return {article - base for article in articles} if base else articles


class _Few(dict[str, set[int]]):
    """What is remembered of so many questions; the oldest goes."""

    def __setitem__(self, name: str, articles: set[int]) -> None:
        if len(self) >= _REMEMBERED:
            del self[next(iter(self))]
        super().__setitem__(name, articles)


def _form(part: One) -> tuple[str, str, int]:
    """What tells one part from another, wherever they stand in a query."""
    match part:
        case Prefix(beginning):
            return "*", beginning, 0
        case Exact(word):
            return "~", word, 0
        case Fuzzy(word, letters):
            return "~", word, letters
    return "", part.word, 0


@lru_cache(maxsize=1 << 15)
def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _never() -> bool:
    return False
