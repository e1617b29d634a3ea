"""Terms and their postings, as bytes and back."""

from __future__ import annotations

import marshal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.engines.whoosh.batch import Batch
from index.engines.whoosh.numbers import as_places, as_raw, as_rising, from_places, from_raw, rising_in
from index.engines.whoosh.pool import Pool, gathered
from index.engines.whoosh.postings import Items, listed, packed, unpacked
from index.engines.whoosh.terms import Terms, TermsOut

POSITIONS = st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=20)
POSTING = st.tuples(st.integers(0, 300), POSITIONS)


def as_placed(postings: dict[int, tuple[int, list[int]]]) -> tuple[bytes, bytes]:
    """Postings of a term as `packed` has them; by article: the halves that it weighs more, and where it is."""
    places = ((article << 32) + position for article in sorted(postings) for position in postings[article][1])
    return as_places(places), as_raw(article for article in sorted(postings) for _ in range(postings[article][0]))


@given(
    st.dictionaries(st.integers(0, 2**32 - 1), POSTING, min_size=1, max_size=200),
    st.sets(st.integers(0, 2**32)),
)
def test_postings_are_kept(postings: dict[int, tuple[int, list[int]]], some: set[int]) -> None:
    articles = sorted(postings)
    more, positions = zip(*map(postings.__getitem__, articles), strict=True)
    told, first, second = packed(*as_placed(postings))
    kept = unpacked(len(articles), first, second)
    assert list(told) == list(kept.articles) == articles
    assert list(kept.weights) == [len(at) + halves / 2 for at, halves in zip(positions, more, strict=True)]
    assert [(article, list(at)) for article, at in kept.positions()] == [*zip(articles, positions, strict=True)]
    for asked in (some, {*some, articles[0]}, set(articles)):
        found = {article: list(at) for article, at in kept.positions_in(asked)}
        assert found == {article: postings[article][1] for article in asked & postings.keys()}


def test_many_positions_are_kept() -> None:
    positions = {article: [*range(article, 70_000, 2 * article)] for article in (1, 2, 3, 500)}
    _, first, second = packed(*as_placed({article: (0, at) for article, at in positions.items()}))
    kept = unpacked(len(positions), first, second)
    assert {article: list(at) for article, at in kept.positions()} == positions
    assert {article: list(at) for article, at in kept.positions_in({500, 7})} == {500: positions[500]}
    assert set(kept.places({500}, 5, 1 << 20)) == {5 + (500 << 20) + at for at in positions[500]}
    every = {5 + (article << 20) + at for article, at_ in positions.items() for at in at_}
    assert set(kept.places(set(positions), 5, 1 << 20)) == every


@given(st.lists(st.binary(max_size=40), min_size=1))
def test_lists_are_kept(items: list[bytes]) -> None:
    kept = Items(len(items), listed(items))
    assert [*kept] == items
    assert [kept[number] for number in range(len(items))] == items


Row = tuple[int, int, int]
ROW = st.tuples(st.integers(1, 2**32 - 1), st.integers(2, 2**20), st.integers(2, 2**32 - 1))


@given(st.dictionaries(st.binary(max_size=9).filter(lambda term: b"\0" not in term), ROW), st.binary(max_size=3))
def test_a_table_tells_where_the_postings_of_each_term_lie(rows: dict[bytes, Row], other: bytes) -> None:
    file = Written()
    out = TermsOut(file)
    out.add(sorted(rows), [rows[term] for term in sorted(rows)])
    out.close()
    table = Terms(lambda start, length: bytes(file.data[start : start + length]), len(file.data))
    start = 0
    for term in sorted(rows):
        count, first, second = rows[term]
        assert table[term] == (count, start, first, second)
        start += first + second
    assert list(table.since(other)) == [term for term in sorted(rows) if term >= other]
    assert other in rows or _absent(table, other)


def test_a_table_of_many_blocks_is_in_order() -> None:
    file = Written()
    out = TermsOut(file)
    terms = [b"%05d" % n for n in range(1000)]
    for some in (terms[:100], terms[100:]):
        out.add(some, [(1, 6, 5)] * len(some))
    out.close()
    table = Terms(lambda start, length: bytes(file.data[start : start + length]), len(file.data))
    assert [table[term].start for term in terms] == [11 * n for n in range(1000)]
    assert list(table.since(b"00600")) == terms[600:]
    assert _absent(table, b"00600a")


def test_a_term_that_cannot_be_told_apart_is_refused() -> None:
    with pytest.raises(ValueError, match="NUL"):
        TermsOut(Written()).add([b"a", b"a\0b"], [(1, 2, 2), (1, 2, 2)])


@pytest.mark.parametrize(("waiting", "share"), [(10**9, 10**9), (10**9, 300), (2000, 10**9), (2000, 800)])
def test_what_waits_comes_back_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waiting: int, share: int
) -> None:
    monkeypatch.setattr("index.engines.whoosh.pool._WAITING", waiting)
    monkeypatch.setattr("index.engines.whoosh.pool._SHARE", share)
    pool = Pool(tmp_path)
    expected: dict[tuple[str, str], tuple[list[int], list[int]]] = {}
    for first in range(0, 60, 3):
        batch = Batch()
        for field in ("title", "body") if first else ("title",):
            for term in ("cod", f"word{first}", f"word{first % 7}"):
                places = [(n << 32) + first for n in range(3)]
                batch.add_postings(field, term, places, [0, 2])
                told, more = expected.setdefault((field, term), ([], []))
                told += [(first << 32) + place for place in places]
                more += [first, first + 2] if field == "body" else []
        pool.take(first, batch.pieces())
    shares = [*map(marshal.loads, pool.iter_postings())]
    pool.cleanup()
    assert (len(shares) > 2) == (share < 10**9)
    found = [((field, term), places, more) for field, pieces in shares for term, places, more in gathered(pieces)]
    assert [key for key, _, _ in found] == sorted(expected)
    assert {key: ([*from_places(places)], [*from_raw(more)]) for key, places, more in found} == expected


class Written:
    """A file in memory that can be read after it is closed."""

    def __init__(self) -> None:
        self.data = bytearray()

    def write(self, data: bytes, /) -> None:
        self.data += data

    def close(self) -> None:
        pass


def _absent(table: Terms, term: bytes) -> bool:
    with pytest.raises(KeyError):
        table[term]
    return True


@given(st.lists(st.integers(0, 2**32 - 1), min_size=1, unique=True).map(sorted))
def test_positions_are_kept(positions: list[int]) -> None:
    assert list(from_raw(as_raw(positions))) == positions


@given(st.lists(st.integers(0, 2**32 - 1), min_size=1, unique=True).map(sorted), st.binary(max_size=3))
def test_rising_numbers_are_kept(numbers: list[int], after: bytes) -> None:
    raw = as_rising(numbers)
    assert rising_in(raw + after, len(numbers)) == (numbers, len(raw))
