"""How terms and their postings lie in Whoosh's files: a codec of our own in the place Whoosh has for one.

Whoosh's codec calls several methods for every posting, and pickles them in blocks; reading what articles hold a word
means unpickling also where in each it stands. Here a term is written in one go, as three arrays that are read in one go
(articles, weights, and, apart from these, positions). All else (segments, merging, commits) is Whoosh's.

Beside the words stand their stems, once for each segment: a stem is a term whose only value are its words. Then all
words by their length, each with its letters as bits, to be asked which are like another. And the ids of all documents,
to be read in one go: a term whose values they are.
"""

# Whoosh does not say the types of what is called here.
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

import marshal
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, chain, pairwise
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3TermInfo
from whoosh.fields import Schema
from whoosh.matching.mcore import ListMatcher
from whoosh.reading import TermNotFound

from index.engines.base import Spread
from index.engines.lexicon import Lettered, letters
from index.engines.whoosh.kept import is_word
from index.engines.whoosh.numbers import as_bytes, numbers_in, swapped
from index.engines.whoosh.pool import Gathered
from index.engines.whoosh.terms import Entry, Terms, TermsOut
from index.pressing import pressed
from index.words import stem

_SHORT = 64  # what is shorter does not get smaller
_SHARE = 20_000  # postings that are packed at once
_FEW = 8  # times as many articles: then they are looked up one by one
_STEMS = "~"  # where a field stands in the table; after all fields
_LENGTHS = "~l"
_IDS = "~~"
_AFTER_FIELD = b"\1"  # before all letters, so that fields stay in order


@dataclass(frozen=True)
class Kept:
    """The postings of one term in one segment."""

    articles: Sequence[int]
    _weights: bytes
    _values: bytes

    @cached_property
    def weights(self) -> Sequence[float]:
        """With how much weight the term stands in each article."""
        return _weights(self._weights, len(self.articles))

    def values(self) -> list[bytes]:
        """What was kept with each article: where the term stands in it."""
        parts, ends = self._parts()
        return [parts[start:end] for start, end in pairwise(ends)]

    def values_of(self, articles: set[int]) -> Iterator[tuple[int, bytes]]:
        """The same of some articles alone, each with its number."""
        parts, ends = self._parts()
        if len(articles) * _FEW > len(self.articles):
            for n, article in enumerate(self.articles):
                if article in articles:
                    yield article, parts[ends[n] : ends[n + 1]]
            return
        for article in sorted(articles):
            n = bisect_left(self.articles, article)
            if n < len(self.articles) and self.articles[n] == article:
                yield article, parts[ends[n] : ends[n + 1]]

    def _parts(self) -> tuple[bytes, list[int]]:
        """What was kept with all articles, and where the part of each begins, and the last one ends."""
        parts = _unpacked(self._values)
        sizes, at = numbers_in(parts, 0, len(self.articles))
        return parts, [*accumulate(sizes, initial=at)]


def packed(articles: Sequence[int], weights: Sequence[float], values: Sequence[bytes]) -> tuple[bytes, bytes]:
    """All postings of one term as bytes, in two parts."""
    if len(articles) == 1:  # as are most terms
        first = b"\0" + _number(articles[0]) + _weight(weights[0])
        return first, _pack(_number(len(values[0])) + values[0])
    first = _pack(as_bytes(articles) + _weighed(weights))
    return first, _pack(as_bytes([*map(len, values)]) + b"".join(values))


def unpacked(count: int, first: bytes, second: bytes) -> Kept:
    """The postings of so many articles again."""
    numbers = _unpacked(first)
    articles, at = numbers_in(numbers, 0, count)
    return Kept(articles, numbers[at:], second)


def _shares(items: Iterable[Gathered]) -> Iterator[bytes]:
    """Terms with their postings, some at a time."""
    share: list[tuple[Any, ...]] = []
    size = 0
    for item in items:
        share.append(tuple(item))
        size += len(item.flat)
        if size >= 3 * _SHARE:
            yield marshal.dumps(share)
            share, size = [], 0
    yield marshal.dumps(share)


def _packed_share(share: bytes) -> bytes:
    """What is written of each of some terms: of how many articles it is, and its postings as bytes, in two parts; its
    stem, if it is a word; and which articles, if it is an id."""
    made = []
    for field, term, flat in marshal.loads(share):
        articles = flat[0::3]
        made.append((
            field, term, len(articles), *packed(articles, flat[1::3], flat[2::3]),
            stem(term.decode()) if is_word(term) else None, articles if field == "id" else (),
        ))  # fmt: skip
    return marshal.dumps(made)


def _pack(raw: bytes) -> bytes:
    return b"\1" + pressed(raw, 1) if len(raw) > _SHORT else b"\0" + raw


def _unpacked(part: bytes) -> bytes:
    return zlib.decompress(part[1:]) if part[0] else part[1:]


@lru_cache(1 << 16)
def _number(number: int) -> bytes:
    return as_bytes((number,))


@lru_cache(1 << 12)
def _weight(weight: float) -> bytes:
    return _weighed((weight,))


def _weighed(weights: Sequence[float]) -> bytes:
    """Weights as numbers of halves, which they mostly are; else as they are."""
    doubled = [2 * weight for weight in weights]
    halves = [*map(int, doubled)]
    return as_bytes(halves) if halves == doubled else b"f" + swapped(array("f", weights)).tobytes()


def _weights(raw: bytes, count: int) -> Sequence[float]:
    if raw[:1] == b"f":
        return swapped(array("f", raw[1:]))
    return [half / 2 for half in numbers_in(raw, 0, count)[0]]


def _key(field: str, term: bytes) -> bytes:
    """A term in the table."""
    return field.encode() + _AFTER_FIELD + term


class Codec(W3Codec):
    """Whoosh's codec, but for terms and postings."""

    length_stats = False  # what the shortest article with a term is, only Whoosh's own scoring wants to know

    def field_writer(self, storage: Any, segment: Any) -> FieldWriter:
        """Writes terms and postings of a new segment."""
        return FieldWriter(*(segment.create_file(storage, ext) for ext in (self.TERMS_EXT, self.POSTS_EXT)))

    def terms_reader(self, storage: Any, segment: Any) -> TermsReader:
        """Reads those of a segment."""
        name = segment.make_filename(self.TERMS_EXT)
        terms = storage.open_file(name)
        return TermsReader(terms, storage.file_length(name), segment.open_file(storage, self.POSTS_EXT))


class FieldWriter:
    """Writes all postings of a term in one go."""

    def __init__(self, terms: Any, postings: Any) -> None:
        self._terms = TermsOut(terms)
        self._postings = postings
        self._stems: dict[str, set[bytes]] = {}
        self._lengths: dict[int, set[str]] = {}
        self.spread: Spread = map
        self.is_closed = False

    def add_postings(self, schema: Schema, lengths: object, items: Iterable[Gathered]) -> None:
        """Writes the postings of a segment; they come sorted by field and term."""
        ids: list[tuple[int, bytes]] = []
        shares = self.spread(_packed_share, _shares(items))
        for field, term, count, first, second, stem_, articles in chain.from_iterable(map(marshal.loads, shares)):
            ids += ((number, term) for number in articles)
            self._add(field, term, first, second, count)
            if stem_ is not None:
                word = term.decode()
                self._stems.setdefault(stem_, set()).add(term)
                self._lengths.setdefault(len(word), set()).add(word)
        for stem_, forms in sorted(self._stems.items()):
            if forms != {stem_.encode()}:
                self._add(_STEMS, stem_.encode(), *packed([0], [1.0], [b" ".join(sorted(forms))]), 1)
        for length, same in sorted(self._lengths.items()):
            words = sorted(same)
            both = [" ".join(words).encode(), swapped(array("I", map(letters, words))).tobytes()]
            self._add(_LENGTHS, b"%03d" % length, *packed([0, 1], [1.0, 1.0], both), 2)
        if ids:
            numbers, terms = zip(*sorted(ids), strict=True)
            self._add(_IDS, b"", *packed(numbers, [1.0] * len(ids), terms), len(ids))

    def close(self) -> None:
        """Finishes the files."""
        self._terms.close()
        self._postings.close()
        self.is_closed = True

    def _add(self, field: str, term: bytes, first: bytes, second: bytes, count: int) -> None:
        self._postings.write(first + second)
        self._terms.add(_key(field, term), count, len(first), len(second))


class TermsReader:
    """Reads all postings of a term in one go."""

    def __init__(self, terms: Any, length: int, postings: Any) -> None:
        self._file = terms
        self._terms = Terms(terms.get, length)
        self._postings = postings

    def kept(self, field: str, term: bytes) -> Kept:
        """The postings of a term. Raises TermNotFound."""
        entry = self._entry(field, term)
        both = self._postings.get(entry.start, entry.first + entry.second)
        return unpacked(entry.articles, both[: entry.first], both[entry.first :])

    def ids(self) -> Iterator[tuple[int, str]]:
        """The numbers and ids of all documents."""
        kept = self.kept(_IDS, b"")
        return zip(kept.articles, map(bytes.decode, kept.values()), strict=True)

    def of_stem(self, stem: str) -> list[bytes]:
        """The words that have this stem, in whatever field; itself, if nothing else is known."""
        term = stem.encode()
        with suppress(TermNotFound):
            return self.kept(_STEMS, term).values()[0].split(b" ")
        return [term]

    def of_length(self, length: int) -> Iterable[Lettered]:
        """The words of so many letters, in whatever field."""
        try:
            words, bits = self.kept(_LENGTHS, b"%03d" % length).values()
        except TermNotFound:
            return ()
        return zip(words.decode().split(" "), swapped(array("I", bits)), strict=True)

    def of_field(self, field: str, beginning: bytes = b"") -> Iterator[bytes]:
        """The terms of a field that begin so, in order."""
        start = _key(field, beginning)
        before = len(_key(field, b""))
        for term in self._terms.since(start):
            if not term.startswith(start):
                return
            yield term[before:]

    # what Whoosh asks when it merges segments and deletes articles

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        with suppress(TermNotFound):
            return bool(self._entry(*term))
        return False

    def indexed_field_names(self) -> list[str]:
        """The fields that have terms."""
        return list(dict.fromkeys(field for field, _ in self.terms()))

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """All terms, each with its field."""
        return map(_term, self._terms.since(b""))

    def terms_from(self, field: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """The terms from one on."""
        return map(_term, self._terms.since(_key(field, prefix)))

    def term_info(self, field: str, term: bytes) -> W3TermInfo:
        """What Whoosh wants to know of a term. Raises TermNotFound."""
        kept = self.kept(field, term)
        info = W3TermInfo(weight=sum(kept.weights), df=len(kept.articles), maxweight=max(kept.weights))
        info._minid, info._maxid = kept.articles[0], kept.articles[-1]
        return info

    def doc_frequency(self, field: str, term: bytes) -> int:
        """In how many articles a term stands. Raises KeyError."""
        return self._terms[_key(field, term)].articles

    def matcher(self, fieldname: str, tbytes: bytes, format_: object, scorer: object = None) -> ListMatcher:
        """The postings."""
        kept, info = self.kept(fieldname, tbytes), self.term_info(fieldname, tbytes)
        term = (fieldname, tbytes)
        return ListMatcher(
            list(kept.articles), list(kept.weights), kept.values(), format_, scorer=scorer, term=term, terminfo=info
        )

    def close(self) -> None:
        """Closes the files."""
        self._file.close()
        self._postings.close()

    def _entry(self, field: str, term: bytes) -> Entry:
        try:
            return self._terms[_key(field, term)]
        except KeyError:
            raise TermNotFound(f"{field}: {term!r}") from None


def _term(key: bytes) -> tuple[str, bytes]:
    field, _, term = key.partition(_AFTER_FIELD)
    return field.decode(), term
