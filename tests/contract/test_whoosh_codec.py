"""The postings of a term, as bytes and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.engines.whoosh.codec import packed, unpacked
from index.engines.whoosh.kept import Packed

POSTING = st.tuples(st.floats(0, 1000, width=32), st.binary(max_size=40))


@given(st.dictionaries(st.integers(0, 2**32 - 1), POSTING, min_size=1, max_size=200), st.binary(max_size=9))
def test_postings_are_kept(postings: dict[int, tuple[float, bytes]], before: bytes) -> None:
    rows = [("body", b"term", article, weight, value) for article, (weight, value) in sorted(postings.items())]
    data = before + packed(rows) + b"after"
    kept = unpacked(lambda start, length: data[start : start + length], len(before))
    assert list(kept.articles) == [row[2] for row in rows]
    assert list(kept.weights) == [row[3] for row in rows]
    assert kept.values() == [row[4] for row in rows]


@given(st.lists(st.integers(0, 2**32 - 1), min_size=1, unique=True).map(sorted))
def test_positions_are_kept(positions: list[int]) -> None:
    assert list(Packed.decode(Packed.encode(positions))) == positions
