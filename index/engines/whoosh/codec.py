"""How terms and their postings lie in Whoosh's files: a codec of our own in the place Whoosh has for one.

Whoosh's codec calls several methods for every posting, and pickles them in blocks; reading what articles hold a word
means unpickling also where in each it stands. Here a term is written in one go, as arrays that are read in one go
(articles, weights, and, apart from these, positions). All else (segments, merging, commits) is Whoosh's.

Beside the words stand lists, each under a term of its own: for every stem its words; for every length the words that
are so long, with the letters of each as bits, to be asked which are like another; and the ids of all documents.
"""

# Whoosh does not say the types of what is called here.
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

import marshal
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import groupby
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3TermInfo
from whoosh.fields import Schema
from whoosh.matching.mcore import ListMatcher
from whoosh.reading import TermNotFound

from index.engines.base import Spread
from index.engines.evaluate import BODY
from index.engines.lexicon import Lettered, letters
from index.engines.whoosh.kept import is_word
from index.engines.whoosh.numbers import as_raw, from_raw
from index.engines.whoosh.pool import gathered
from index.engines.whoosh.postings import Items, Kept, listed, packed, unpacked
from index.engines.whoosh.terms import Entry, Terms, TermsOut
from index.words import stem

_STEMS = "~"  # where a field stands in the table; after all fields
_LENGTHS = "~l"
_IDS = "~~"
_AFTER_FIELD = b"\1"  # before all letters, so that fields stay in order


def _packed_share(share: bytes) -> bytes:
    """What is written of some terms of a field: the terms in the table; of how many articles each is, and how long
    both parts of its postings are; and the postings. Beside these, which articles they are, if they are ids; or the
    words among them, with their stems where it is the field that has nearly all."""
    field, pieces = marshal.loads(share)
    keys, rows, postings = list[bytes](), list[tuple[int, int, int]](), list[bytes]()
    ids, words = list[tuple[int, bytes]](), list[str]()
    for word, places, more in gathered(pieces):
        term = word.encode()
        articles, first, second = packed(places, more)
        keys.append(_key(field, term))
        rows.append((len(articles), len(first), len(second)))
        postings += first, second
        if field == "id":
            ids += ((article, term) for article in articles)
        elif is_word(term):
            words.append(word)
    stems = [*map(stem, words)] if field == BODY else []
    return marshal.dumps((keys, rows, b"".join(postings), ids, words, stems))


def _length(letters: int) -> bytes:
    """Under which term the words of so many letters stand, in order."""
    return b"%03d" % letters


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
        self.spread: Spread = map
        self.is_closed = False

    def add_postings(self, schema: Schema, lengths: object, shares: Iterable[bytes]) -> None:
        """Writes the postings of a segment; they come sorted by field and term, as `pool` has them."""
        ids: dict[int, bytes] = {}
        stems: dict[str, str] = {}
        others = set[str]()
        for keys, rows, postings, of_ids, words, stems_ in map(marshal.loads, self.spread(_packed_share, shares)):
            self._postings.write(postings)
            self._terms.add(keys, rows)
            ids.update(of_ids)
            stems.update(zip(words, stems_, strict=False))
            others.update(words)
        stems.update((word, stem(word)) for word in others - stems.keys())
        self._add_stems(stems)
        self._add_lengths(stems)
        if ids:
            self._list(_IDS, b"", [ids.get(number, b"") for number in range(max(ids) + 1)])

    def _add_stems(self, stems: Mapping[str, str]) -> None:
        forms: dict[str, list[str]] = defaultdict(list)
        for word, stem_ in sorted(stems.items()):
            forms[stem_].append(word)
        for stem_, words in sorted(forms.items()):
            if words != [stem_]:
                self._list(_STEMS, stem_.encode(), [*map(str.encode, words)])

    def _add_lengths(self, words: Iterable[str]) -> None:
        for length, same in groupby(sorted(words, key=_by_length), key=len):
            together = [*same]
            self._list(_LENGTHS, _length(length), [" ".join(together).encode(), as_raw(map(letters, together))])

    def close(self) -> None:
        """Finishes the files."""
        self._terms.close()
        self._postings.close()
        self.is_closed = True

    def _list(self, name: str, term: bytes, items: Sequence[bytes]) -> None:
        written = listed(items)
        self._postings.write(written)
        self._terms.add([_key(name, term)], [(len(items), 0, len(written))])


def _by_length(word: str) -> tuple[int, str]:
    return len(word), word


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

    def ids(self) -> Items:
        """The ids of all documents, by their numbers."""
        return self._listed(_IDS, b"")

    def of_stem(self, stem: str) -> list[bytes]:
        """The words that have this stem, in whatever field; itself, if nothing else is known."""
        term = stem.encode()
        with suppress(TermNotFound):
            return [*self._listed(_STEMS, term)]
        return [term]

    def of_length(self, length: int) -> Lettered:
        """The words of so many letters, in whatever field."""
        try:
            words, bits = self._listed(_LENGTHS, _length(length))
        except TermNotFound:
            return (), ()
        return words.decode().split(" "), from_raw(bits)

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
            list(kept.articles), list(kept.weights), [as_raw(positions) for _, positions in kept.positions()], format_,
            scorer=scorer, term=term, terminfo=info,
        )  # fmt: skip

    def close(self) -> None:
        """Closes the files."""
        self._file.close()
        self._postings.close()

    def _listed(self, name: str, term: bytes) -> Items:
        entry = self._entry(name, term)
        return Items(entry.articles, self._postings.get(entry.start, entry.second))

    def _entry(self, field: str, term: bytes) -> Entry:
        try:
            return self._terms[_key(field, term)]
        except KeyError:
            raise TermNotFound(f"{field}: {term!r}") from None


def _term(key: bytes) -> tuple[str, bytes]:
    field, _, term = key.partition(_AFTER_FIELD)
    return field.decode(), term
