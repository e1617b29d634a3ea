"""Word for word: the index is held against the files as they are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index import cache
from index.library import Library
from index.store import StoreEditor
from index.store.rows import pressed

TEXT = 'Fish talks\n\n"The cod is ours," Minister Ada Berg said. "And it stays ours," she added.\n'


@pytest.fixture
def corpus(own_home: Path) -> Path:
    folder = own_home / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.txt").write_text(TEXT.replace("cod", "herring"), encoding="utf-8")
    (folder / "empty.txt").write_text("")
    Library.open(folder).close()
    return folder


def verified(corpus: Path) -> list[tuple[str, str]]:
    with Library.open(corpus, stale=True) as library:
        return [(problem.file, problem.reason) for problem in library.verify()]


def test_all_stands(corpus: Path) -> None:
    assert verified(corpus) == []


def test_words_that_changed_are_named_each(corpus: Path) -> None:
    (corpus / "a.txt").write_text(TEXT.replace("The cod", "The cod fish"), encoding="utf-8")
    changed, first, second = verified(corpus)
    assert changed == ("a.txt", "the file has changed since it was read")
    assert "“The cod is ours,”" in first[1]
    assert "“And it stays ours,”" in second[1]
    assert "does not stand there any more" in first[1]


def test_a_change_that_leaves_no_trace_but_the_words_is_seen(corpus: Path) -> None:
    path = corpus / "a.txt"
    state = path.stat()
    path.write_text(TEXT.replace("cod", "eel"), encoding="utf-8")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    with Library.open(corpus) as library:
        assert [problem.reason for problem in library.verify()][:1] == ["the file has changed since it was read"]


def test_each_file_is_missed_where_none_is_left(corpus: Path) -> None:
    for file in corpus.iterdir():
        file.unlink()
    assert verified(corpus) == [("a.txt", "the file is gone"), ("b.txt", "the file is gone")]


def test_what_came_and_went_is_named(corpus: Path) -> None:
    (corpus / "b.txt").unlink()
    (corpus / "c.txt").write_text(TEXT, encoding="utf-8")
    (corpus / "a.txt").write_bytes(b"\x89PNG\r\n" * 50)
    assert verified(corpus) == [
        ("a.txt", "the file is not text"), ("b.txt", "the file is gone"), ("c.txt", "the file is new")
    ]  # fmt: skip


def test_offsets_that_are_wrong_in_the_index_are_seen(corpus: Path) -> None:
    """The words are cut from the file itself: an index that is wrong cannot vouch for itself."""
    manifest = cache.manifest(cache.home(corpus))
    assert manifest is not None
    with StoreEditor(cache.store(cache.home(corpus) / manifest.generation)) as store:
        wrong = pressed(TEXT.replace("cod", "eel"))
        store._db.execute("UPDATE articles SET text = ? WHERE id = 'a.txt'", (wrong,))
    ((file, reason),) = verified(corpus)
    assert file == "a.txt"
    assert "“The eel is ours,”" in reason


def test_another_opening_reads_the_files_anew(corpus: Path) -> None:
    (corpus / "a.txt").write_text(TEXT.replace("The cod", "The cod fish"), encoding="utf-8")
    Library.open(corpus).close()
    assert verified(corpus) == []


def test_articles_of_one_file_are_each_held_against_it(corpus: Path) -> None:
    (corpus / "many.jsonl").write_text(
        '{"title": "Eel talks", "body": "\\"The eel is ours,\\" Minister Ada Berg said."}\nbroken\n'
        '{"title": "Cod talks", "body": "\\"The cod is ours,\\" Minister Ada Berg said."}\n'
    )
    Library.open(corpus).close()
    assert verified(corpus) == []
    path = corpus / "many.jsonl"
    path.write_text(path.read_text().replace("The cod", "The old cod"))
    changed, first = verified(corpus)
    assert changed == ("many.jsonl", "the file has changed since it was read")
    assert first[0] == "many.jsonl#3"
    assert "“The cod is ours,”" in first[1]
