"""What every engine has to keep, and how it fails."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from index.engines import open_engine
from index.errors import CacheError
from index.query import parse


def test_an_article_is_replaced(bench: Any, make: Any) -> None:
    first = [make("a", "Title", "Of sanctions"), make("b", "Title", "Of sanctions")]
    assert bench.found("sanctions", *first) == ["a", "b"]
    assert bench.found("sanctions", make("a", "Title", "Of talks")) == ["b"]
    assert bench.found("talks OR sanctions") == ["a", "b"]
    with bench.opened() as engine:
        assert engine.search(parse("-talks")).best == (("b", 0.0),)
        assert engine.search(None).total == 2
        assert engine.search(parse("quote:of")).total == 0


def test_an_article_is_removed(bench: Any, make: Any) -> None:
    assert bench.found("of", make("a", "Title", "Of x"), make("b", "Title", "Of y")) == ["a", "b"]
    with bench.writer() as writer:
        writer.remove("a")
        writer.remove("never there")
    assert bench.found("of") == ["b"]


def test_an_article_is_added_once(bench: Any, make: Any) -> None:
    writer = bench.writer()
    writer.add(make("a", "Title"))
    with pytest.raises(ValueError, match="twice"):
        writer.add(make("a", "Title"))
    writer.cancel()


def test_an_open_index_is_of_one_moment(bench: Any, make: Any) -> None:
    with bench.opened(make("a", "Title", "Of sanctions")) as engine:
        with bench.writer() as writer:
            writer.add(make("b", "Title", "Of sanctions"))
        assert engine.search(parse("sanctions")).total == 1
        with bench.opened() as later:
            assert later.search(parse("sanctions")).total == 2


def test_an_exception_leaves_the_index_before(bench: Any, make: Any) -> None:
    bench.found("x", make("a", "Title", "Of sanctions"))
    with pytest.raises(RuntimeError), bench.writer() as writer:
        writer.add(make("b", "Title", "Of sanctions"))
        raise RuntimeError
    assert bench.found("sanctions") == ["a"]
    assert bench.found("sanctions", make("c", "Title", "Of sanctions")) == ["a", "c"]


def test_an_empty_index_answers(bench: Any) -> None:
    with bench.writer():
        pass
    with bench.opened() as engine:
        assert engine.search(None).total == 0
        assert engine.search(parse('a bcd* OR -c "d e" title:x quote:y -actor:z')).total == 0
        assert engine.missing(parse("word")) == ("word",)
        assert engine.words("") == []


def test_no_index_is_a_sentence(bench: Any) -> None:
    with pytest.raises(CacheError, match="cannot be read"):
        open_engine(bench.folder, bench.name)


@pytest.mark.usefixtures("collected")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_broken_index_is_a_sentence(bench: Any, make: Any) -> None:
    bench.found("x", make("a", "Title", "Of sanctions"))
    for file in bench.folder.iterdir():
        file.write_bytes(b"This is no index.")
    with pytest.raises(CacheError, match="cannot be read"):
        open_engine(bench.folder, bench.name).search(parse("sanctions"))


def test_threads_get_the_same_answer(bench: Any, make: Any) -> None:
    articles = [make(f"a{n}", "Title", f"word{n} talks " + "filler " * n) for n in range(30)]
    with bench.opened(*articles) as engine:
        queries = [parse(f'word{n} OR "talks filler"') for n in range(30)]
        expected = [engine.search(query) for query in queries]
        answers: dict[int, list[Any]] = {}

        def ask(thread: int) -> None:
            answers[thread] = [engine.search(query) for query in queries]

        threads = [threading.Thread(target=ask, args=(n,)) for n in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert all(answers[n] == expected for n in range(4))


def test_a_renewed_engine_sees_what_was_written_since(bench: Any, make: Any) -> None:
    with bench.opened(make("a", "Talks", "old words"), make("b", "Talks", "other words")) as engine:
        with bench.writer() as writer:
            writer.add(make("a", "Talks", "new words"))
            writer.remove("b")
        assert engine.search(parse("old")).total == 1
        engine.renew()
        assert engine.search(parse("old")).total == 0
        assert [name for name, _ in engine.search(parse("new OR other")).best] == ["a"]
