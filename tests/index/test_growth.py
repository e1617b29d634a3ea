"""An index that goes on from the one before is the index that a build from nothing would have made."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from index import cache
from index.build import build
from index.growth import growth
from index.library import Library
from index.model import Progress
from index.reading import Found

BERG = 'Cod talks\n\n"The cod is ours," Foreign Minister Ada Berg said in Oslo on 3 May 2021.\n'
OLSEN = "Trade talks\n\nBo Olsen, the trade minister, told Ada Berg that tariffs would rise.\n"
LIND = 'Eel talks\n\n"We will not sell eel," Carl Lind said. Lind met Bo Olsen on Monday.\n'
QUERIES = ["", "cod", "eel", "talks", '"cod is ours"', "speaker:berg", "actor:olsen", "speaker:lind quote:eel", "tar*"]


@pytest.fixture
def corpus(own_home: Path) -> Path:
    folder = own_home / "news"
    folder.mkdir()
    for name, text in (("a.txt", BERG), ("b.txt", OLSEN), ("c.txt", BERG.replace("cod", "sprat"))):
        (folder / name).write_text(text)
    return folder


def answers(corpus: Path) -> dict[str, object]:
    """All that an index says that does not depend on when it was built."""
    with Library.open(corpus) as library:
        found: dict[str, object] = {
            query: sorted((hit.id, hit.title, hit.passages) for hit in library.search(query).hits) for query in QUERIES
        }
        found["articles"] = {a.id: a for a in library.export()}
        found["actors"] = sorted((a.id, a.name, a.articles, a.mentions) for a in library.actors())
        found["overview"] = library.overview()
        return found


def refresh(corpus: Path) -> int:
    """Bring the index up to date; how many files were read for it."""
    heard: list[Progress] = []
    build(corpus, cache.home(corpus), heard.append)
    return max(p.total for p in heard if p.stage == "reading")


def add(corpus: Path) -> int:
    (corpus / "d.txt").write_text(LIND)
    return 1


def change(corpus: Path) -> int:
    (corpus / "c.txt").write_text(LIND.replace("Carl Lind", "Carl Magnus Lind"))
    return 1


def take_away(corpus: Path) -> int:
    (corpus / "a.txt").unlink()
    return 0


def rename(corpus: Path) -> int:
    (corpus / "b.txt").rename(corpus / "e.txt")
    return 1


def spoil(corpus: Path) -> int:
    (corpus / "b.txt").write_bytes(b"\x00\x01\x02" * 100)
    return 1


@pytest.mark.parametrize("happens", [add, change, take_away, rename, spoil])
def test_what_grew_is_as_if_built_anew(corpus: Path, happens: Callable[[Path], int]) -> None:
    Library.open(corpus).close()
    expected = happens(corpus)
    assert refresh(corpus) == expected
    grown = answers(corpus)
    build(corpus, cache.home(corpus), anew=True)
    assert answers(corpus) == grown


def test_what_was_open_stays_as_it_was(corpus: Path) -> None:
    with Library.open(corpus) as before:
        hits = before.search("cod").hits
        add(corpus)
        change(corpus)
        refresh(corpus)
        assert before.search("cod").hits == hits
        assert before.search("eel").total == 0
    with Library.open(corpus) as after:
        assert after.search("eel").total == 2


def test_a_decision_about_a_file_that_changed_is_kept(corpus: Path) -> None:
    with Library.open(corpus) as library:
        library.correct("a.txt", "q1", speaker="Dora Dahl")
        library.correct("c.txt", "q1", speaker="Dora Dahl")
    (corpus / "a.txt").write_text(BERG.replace("Cod talks", "Long cod talks"))
    with Library.open(corpus) as library:
        assert [said.article for said in library.quotations(speaker="dahl")] == ["a.txt", "c.txt"]
        assert library.verify() == []


def test_an_index_that_is_broken_is_built_anew(corpus: Path) -> None:
    Library.open(corpus).close()
    home = cache.home(corpus)
    known = cache.manifest(home)
    assert known is not None
    cache.store(home / known.generation).write_bytes(b"no store at all")
    add(corpus)
    assert refresh(corpus) == 4
    with Library.open(corpus) as library:
        assert library.search("eel").total == 1


def test_much_that_is_new_is_read_with_the_rest(corpus: Path) -> None:
    Library.open(corpus).close()
    for n in range(7):
        (corpus / f"n{n}.txt").write_text(LIND)
    assert refresh(corpus) == 10


def test_files_are_told_apart_by_size_and_time() -> None:
    def found(file: str, size: int, mtime: int) -> Found:
        return Found(file, file, size, mtime)

    known = {"same": (1, 1), "longer": (1, 1), "touched": (1, 1), "gone": (1, 1)}
    same, longer, touched, new = found("same", 1, 1), found("longer", 2, 1), found("touched", 1, 2), found("new", 1, 1)
    changes = growth([same, longer, touched, new], known)
    assert changes.to_read == [longer, touched, new]
    assert changes.gone == ["gone", "longer", "touched"]


def test_a_generation_that_goes_on_shares_the_engines_files(corpus: Path) -> None:
    Library.open(corpus).close()
    home = cache.home(corpus)
    known = cache.manifest(home)
    assert known is not None
    fresh = cache.new_generation(home, home / known.generation)
    shared = [path for path in cache.engine(fresh).iterdir() if path.stat().st_nlink > 1]
    assert shared or not hasattr(os, "link")
    assert not cache.store(fresh).samefile(cache.store(home / known.generation))
