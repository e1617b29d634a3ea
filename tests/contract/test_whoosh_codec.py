"""Terms and their postings, as bytes and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.engines.whoosh.numbers import as_places, as_raw, from_raw
from index.engines.whoosh.pool import Pool
from index.engines.whoosh.postings import Items, listed, packed, unpacked
from index.engines.whoosh.terms import Terms, TermsOut

POSITIONS = st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=20)
POSTING = st.tuples(st.integers(0, 300), POSITIONS)


def pieces(postings: dict[int, tuple[int, list[int]]], size: int) -> list[Any]:
    """Postings of a term, of so many articles a piece: by article the halves that it weighs more, and where it is."""
    flat: list[Any] = []
    for some in batched(sorted(postings), size):
        first = some[0]
        places = [(n - first << 32) + position for n in some for position in postings[n][1]]
        flat += (first, as_places(places), as_raw(n - first for n in some for _ in range(postings[n][0])))
    return flat


def batched(articles: list[int], size: int) -> list[list[int]]:
    return [articles[n : n + size] for n in range(0, len(articles), size)]


@given(
    st.dictionaries(st.integers(0, 2**32 - 1), POSTING, min_size=1, max_size=200),
    st.sets(st.integers(0, 2**32)),
    st.sampled_from((1, 7, 1000)),
)
def test_postings_are_kept(postings: dict[int, tuple[int, list[int]]], some: set[int], size: int) -> None:
    articles = sorted(postings)
    more, positions = zip(*map(postings.__getitem__, articles), strict=True)
    told, first, second = packed(pieces(postings, size))
    kept = unpacked(len(articles), first, second)
    assert told == list(kept.articles) == articles
    assert list(kept.weights) == [len(at) + halves / 2 for at, halves in zip(positions, more, strict=True)]
    assert [(article, list(at)) for article, at in kept.positions()] == [*zip(articles, positions, strict=True)]
    for asked in (some, {*some, articles[0]}, set(articles)):
        found = {article: list(at) for article, at in kept.positions_in(asked)}
        assert found == {article: postings[article][1] for article in asked & postings.keys()}


def test_many_positions_are_kept() -> None:
    positions = {article: [*range(article, 70_000, 2 * article)] for article in (1, 2, 3, 500)}
    _, first, second = packed(pieces({article: (0, at) for article, at in positions.items()}, 2))
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
    for term in sorted(rows):
        out.add(term, *rows[term])
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
    for term in terms:
        out.add(term, 1, 6, 5)
    out.close()
    table = Terms(lambda start, length: bytes(file.data[start : start + length]), len(file.data))
    assert [table[term].start for term in terms] == [11 * n for n in range(1000)]
    assert list(table.since(b"00600")) == terms[600:]
    assert _absent(table, b"00600a")


def test_a_term_that_cannot_be_told_apart_is_refused() -> None:
    with pytest.raises(ValueError, match="NUL"):
        TermsOut(Written()).add(b"a\0b", 1, 2, 2)


def test_what_waits_in_files_comes_back_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.engines.whoosh.pool._WAITING", 300)
    pool = Pool(tmp_path)
    for article in range(4):
        pool.take("body", article, [(b"cod", b"x", b""), (b"%d" % article, b"y", b"z")])
    found = list(pool.iter_postings())
    pool.cleanup()
    assert [row.term for row in found] == [b"0", b"1", b"2", b"3", b"cod"]
    assert found[-1].flat == [0, b"x", b"", 1, b"x", b"", 2, b"x", b"", 3, b"x", b""]


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
