"""The file in which searches are kept."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.cache import write_whole
from tui.searches import Saved, Searches, SearchesFile, written


@pytest.fixture
def file(tmp_path: Path) -> SearchesFile:
    return SearchesFile(tmp_path / "corpora" / "news" / "searches.toml", "/news", write_whole)


def test_the_newest_is_first_and_none_stands_twice() -> None:
    searches = Searches()
    for query in ("ferry", "bridge", "  ", "ferry "):
        searches = searches.remember(query)
    assert searches.before == ("ferry", "bridge")


def test_a_name_is_kept_once_and_forgotten() -> None:
    searches = Searches().keep("a", "one", 1).keep("b", "two", 2).keep("a", "three", 3)
    assert searches.saved == (Saved("a", "three", 3), Saved("b", "two", 2))
    assert searches.forget("a").saved == (Saved("b", "two", 2),)


def test_it_is_read_as_it_was_written(file: SearchesFile) -> None:
    assert file.read() == Searches()
    file.change(lambda searches: searches.remember('say "so"').keep("Čas", "a\\b", 4))
    assert file.read() == Searches(('say "so"',), (Saved("Čas", "a\\b", 4),))
    assert 'name = "Čas"' in file.path.read_text(encoding="utf-8")


@given(st.text(), st.text(), st.text())
def test_any_words_can_be_kept(query: str, name: str, corpus: str) -> None:
    data = tomllib.loads(written(Searches((query,), (Saved(name, query, 1),)), corpus))
    kept = data["saved"][0]
    if not any("\ud800" <= letter <= "\udfff" for letter in query + name):
        assert (data["before"], kept["name"], kept["query"]) == ([query], name, query)


@pytest.mark.parametrize("broken", ["before = 3", "saved = 3", "[[saved]]\nname = 3", "= what", "before = [1]"])
def test_what_cannot_be_read_is_told_and_not_written_over(file: SearchesFile, broken: str) -> None:
    file.path.parent.mkdir(parents=True)
    file.path.write_text(broken, encoding="utf-8")
    with pytest.raises(ValueError, match=r"cannot be read.*searches\.toml"):
        file.change(lambda searches: searches.remember("ferry"))
    assert file.path.read_text(encoding="utf-8") == broken


def test_a_file_that_is_no_text_is_told_in_words(file: SearchesFile) -> None:
    file.path.parent.mkdir(parents=True)
    file.path.write_bytes(b"\xff")
    with pytest.raises(ValueError, match="it is not in UTF-8"):
        file.read()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    file = SearchesFile(tmp_path / "file" / "searches.toml", "/news", write_whole)
    with pytest.raises(ValueError, match=r"searches\.toml: .* READOUT_DATA"):
        file.change(lambda searches: searches.remember("ferry"))
