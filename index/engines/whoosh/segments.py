"""What an index that Whoosh wrote holds, as `evaluate` asks for it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any

from whoosh.codec.whoosh3 import LENGTHS_COLUMN
from whoosh.reading import IndexReader, TermNotFound
from whoosh.util.numeric import byte_to_length

from index import words
from index.engines.base import Alike
from index.engines.evaluate import ARTICLE, BODY, CALLED, K1, SLOT, SLOTS, B
from index.engines.lexicon import Lettered, Lexicon
from index.engines.whoosh.kept import HERE, SENTENCE, is_word
from index.engines.whoosh.postings import Items, Kept
from index.query.tree import Exact, Fuzzy, One, Prefix

_CACHED = 200_000  # postings: some 20 MB
_REMEMBERED = 64  # filters
_NO_DAY = 1 << 32


class Segments:
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
        self._bases = [base for _, base in self._leaves]
        self._ids: dict[int, Items] = {}
        self._alike: tuple[Alike, Mapping[int, int]] = ({}, {})
        self._lexicon = Lexicon(self._of_length)
        self._cache: OrderedDict[tuple[str, str, str, int], Mapping[int, float]] = OrderedDict()
        self._cached = 0

    def id(self, number: int) -> str:
        """The id of an article."""
        leaf = bisect_right(self._bases, number) - 1
        if leaf not in self._ids:
            self._ids[leaf] = self._leaves[leaf][0]._terms.ids()
        return self._ids[leaf][number - self._bases[leaf]].decode()

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

    def places(self, field: str, part: One, articles: set[int], before: int = 0) -> Iterable[int]:
        """Where `part` stands in some of the articles that hold it."""
        of_each = self._kept(field, part)
        return chain.from_iterable(
            kept.places(_less(articles, base), base * ARTICLE - before, ARTICLE) for base, kept in of_each
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

    def dated(self, first: str | None, last: str | None) -> set[int]:
        """The articles whose dates lie between two days."""
        earliest, latest = _day(first) if first else 0, _day(last) if last else _NO_DAY
        return {article for article, begin, end in zip(*self._days, strict=True) if earliest <= begin and end <= latest}

    @cached_property
    def _days(self) -> tuple[Sequence[int], Sequence[int], Sequence[int]]:
        """The articles that have a date, and the first and the last day of each as ordinals."""
        articles, days = list[int](), list[int]()
        for base, kept in self._here("date"):
            articles += (base + number for number in kept.articles)
            days += kept.every_position()
        return articles, days[::2], days[1::2]

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
            if not sums:
                sums.update(zip(articles, kept.weights, strict=True))
                continue
            for article, weight in zip(articles, kept.weights, strict=True):
                sums[article] = sums.get(article, 0.0) + weight
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


def _day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()
