from __future__ import annotations

import re
from itertools import pairwise

import pytest

from index.errors import QueryError
from index.library import Library
from index.model import Line


def test_lines_are_cut_from_the_text(library: Library) -> None:
    lines = library.concordance("cod")
    assert len(lines) > 8
    for line in lines:
        text = library.article(line.article).text
        assert text[line.start : line.end] == line.word
        assert text[line.start - len(line.left) : line.end + len(line.right)] == line.left + line.word + line.right
        assert "\n" not in line.left + line.right
        assert line.file.startswith(line.article)


def left(line: Line) -> list[str]:
    return re.findall(r"\w+", line.left.lower())[::-1]


def right(line: Line) -> list[str]:
    return re.findall(r"\w+", line.right.lower())


def test_by_neighbours(library: Library) -> None:
    assert all(left(a)[:1] <= left(b)[:1] for a, b in pairwise(library.concordance("cod", order="left")))
    assert all(right(a)[:1] <= right(b)[:1] for a, b in pairwise(library.concordance("cod", order="right")))


def test_by_articles(library: Library) -> None:
    dates = [line.published.to if line.published else None for line in library.concordance("cod", order="date")]
    assert list(dict.fromkeys(dates)) == ["2021-03-15", "2021-03-02", "2020-12-31", None]
    outlets = [line.outlet for line in library.concordance("cod", order="outlet")]
    assert list(dict.fromkeys(outlets)) == ["Harbour Post", "The Inland Times", None]
    ranked = [line.article for line in library.concordance("cod", order="rank")]
    assert list(dict.fromkeys(ranked)) == [hit.id for hit in library.search("cod").hits]


def test_no_more_than_asked_for(library: Library) -> None:
    assert len(library.concordance("cod", limit=3)) == 3
    assert library.concordance("") == []
    assert library.concordance("zebra") == []
    with pytest.raises(QueryError):
        library.concordance("(")
