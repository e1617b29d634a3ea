"""How the postings of a term lie in Whoosh's files: a codec of our own in the place Whoosh has for one.

Whoosh's codec calls several methods for every posting, and pickles them in blocks; reading what articles hold a word
means unpickling also where in each it stands. Here a term is written in one go, as three arrays that are read in one go
(articles, weights, and, apart from these, positions). All else (terms, segments, merging, commits) is Whoosh's.

Beside the words stand their stems, once for each segment: a stem is a term whose only value are its words.
"""

# Whoosh does not say the types of what is called here.
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from operator import itemgetter
from struct import Struct
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3TermInfo, W3TermsReader
from whoosh.fields import Schema
from whoosh.matching.mcore import ListMatcher
from whoosh.reading import TermNotFound

from index.engines.whoosh.kept import STEM, is_word
from index.words import stem

Posting = tuple[str, bytes, int, float, bytes]
"""Field, term, article, weight, value: as Whoosh hands them on, sorted."""

_HEAD = Struct("<III")  # how many articles, then the bytes of the first part and of the second, packed
_FIELD = Struct(">H")
_SHORT = 64  # what is shorter does not get smaller


@dataclass(frozen=True, slots=True)
class Kept:
    """The postings of one term in one segment."""

    articles: Sequence[int]
    weights: Sequence[float]
    _values: bytes

    def values(self) -> list[bytes]:
        """What was kept with each article: where the term stands in it."""
        parts = _unpacked(self._values)
        sizes, at = _numbers(parts, 0, len(self.articles))
        return [parts[start:end] for start, end in pairwise(accumulate(sizes, initial=at))]


def packed(postings: Sequence[Posting]) -> bytes:
    """All postings of one term, as bytes."""
    _, _, articles, weights, values = zip(*postings, strict=True)
    first = _pack(_bytes(articles) + _weighed(weights))
    second = _pack(_bytes([*map(len, values)]) + b"".join(values))
    return _HEAD.pack(len(articles), len(first), len(second)) + first + second


def unpacked(read: Callable[[int, int], bytes], start: int) -> Kept:
    """The postings again; `read` gives so many bytes from an offset on."""
    count, first, second = _HEAD.unpack(read(start, _HEAD.size))
    start += _HEAD.size
    numbers = _unpacked(read(start, first))
    articles, at = _numbers(numbers, 0, count)
    return Kept(articles, _weights(numbers, at, count), read(start + first, second))


def _pack(raw: bytes) -> bytes:
    return b"\1" + zlib.compress(raw, 1) if len(raw) > _SHORT else b"\0" + raw


def _unpacked(part: bytes) -> bytes:
    return zlib.decompress(part[1:]) if part[0] else part[1:]


def _bytes(numbers: Sequence[int]) -> bytes:
    """Numbers in as few bytes each as the highest needs, and before them how many these are."""
    highest = max(numbers)
    code = "B" if highest < 1 << 8 else "H" if highest < 1 << 16 else "I"
    return code.encode() + _swapped(array(code, numbers)).tobytes()


def _numbers(raw: bytes, at: int, count: int) -> tuple[array[int], int]:
    """So many numbers again, and where what follows them begins."""
    numbers: array[int] = array(chr(raw[at]))
    end = at + 1 + count * numbers.itemsize
    numbers.frombytes(raw[at + 1 : end])
    return _swapped(numbers), end


def _weighed(weights: Sequence[float]) -> bytes:
    """Weights as numbers of halves, which they mostly are; else as they are."""
    halves = [int(2 * weight) for weight in weights]
    if all(half == 2 * weight for half, weight in zip(halves, weights, strict=True)):
        return _bytes(halves)
    return b"f" + _swapped(array("f", weights)).tobytes()


def _weights(raw: bytes, at: int, count: int) -> Sequence[float]:
    if raw[at : at + 1] == b"f":
        return _swapped(array("f", raw[at + 1 :]))
    return [half / 2 for half in _numbers(raw, at, count)[0]]


def _swapped(numbers: array[Any]) -> array[Any]:
    """Little-endian on every machine."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


class Codec(W3Codec):
    """Whoosh's codec, but for the postings."""

    length_stats = False  # what the shortest article with a term is, only Whoosh's own scoring wants to know

    def field_writer(self, storage: Any, segment: Any) -> FieldWriter:
        """Writes terms and postings of a new segment."""
        return FieldWriter(self, storage, segment)

    def terms_reader(self, storage: Any, segment: Any) -> TermsReader:
        """Reads those of a segment."""
        name = segment.make_filename(self.TERMS_EXT)
        terms = storage.open_file(name)
        postings = segment.open_file(storage, self.POSTS_EXT)
        return TermsReader(self, terms, storage.file_length(name), postings)


class _Stems:
    """The words of one field, by their stems."""

    def __init__(self, field: str) -> None:
        self._field = field
        self._words: dict[str, list[bytes]] = {}

    def take(self, term: bytes) -> None:
        """Takes a word in, unless it is no word."""
        if is_word(term):
            self._words.setdefault(stem(term.decode()), []).append(term)

    def given(self) -> Iterator[Posting]:
        """The stems that are not just themselves, in order; each is given once."""
        stems, self._words = self._words, {}
        for stem_, terms in sorted(stems.items()):
            if terms != [stem_.encode()]:
                yield self._field, STEM + stem_.encode(), 0, 1.0, b" ".join(terms)


class FieldWriter(W3FieldWriter):
    """Writes all postings of a term in one go."""

    def add_postings(self, schema: Schema, lengths: object, items: Iterator[Posting]) -> None:
        """Writes the postings of a segment; they come sorted by field and term."""
        for field, of_field in groupby(items, key=itemgetter(0)):
            self.start_field(field, schema[field])
            stems = _Stems(field)
            for term, postings in groupby(of_field, key=itemgetter(1)):
                if term.startswith(STEM):
                    continue  # of a segment that is merged into this one: made anew
                if term > STEM:
                    self._add_stems(stems)
                stems.take(term)
                self._add_term(term, list(postings))
            self._add_stems(stems)
            self.finish_field()

    def _add_stems(self, stems: _Stems) -> None:
        """Writes the stems of the words so far: words that have one come before all others in order."""
        for posting in stems.given():
            self._add_term(posting[1], [posting])

    def _add_term(self, term: bytes, postings: Sequence[Posting]) -> None:
        weights = [posting[3] for posting in postings]
        info = W3TermInfo(weight=sum(weights), df=len(postings), maxweight=max(weights))
        info._minid, info._maxid = postings[0][2], postings[-1][2]
        record = packed(postings)
        info.set_extent(self._postfile.tell(), len(record))
        self._postfile.write(record)
        self._tindex.add(_FIELD.pack(self._fieldid) + term, info.to_bytes())


class TermsReader(W3TermsReader):
    """Reads all postings of a term in one go."""

    def kept(self, field: str, term: bytes) -> Kept:
        """The postings of a term. Raises TermNotFound."""
        start, _ = self.term_info(field, term).extent()
        return unpacked(self._postfile.get, start)

    def of_stem(self, field: str, stem: str) -> list[bytes]:
        """The words of a field that have this stem; itself, if nothing else is known."""
        term = stem.encode()
        with suppress(TermNotFound):
            return self.kept(field, STEM + term).values()[0].split(b" ")
        return [term]

    def matcher(self, fieldname: str, tbytes: bytes, format_: object, scorer: object = None) -> ListMatcher:
        """The postings, as Whoosh wants them for merging and deleting."""
        kept, info = self.kept(fieldname, tbytes), self.term_info(fieldname, tbytes)
        term = (fieldname, tbytes)
        return ListMatcher(
            list(kept.articles), list(kept.weights), kept.values(), format_, scorer=scorer, term=term, terminfo=info
        )
