"""The door of the house, on the sample corpus and on folders with something wrong."""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from index import cache
from index.build import build
from index.errors import BuildError, CorpusError, QueryError, UnknownError
from index.library import Library
from index.model import Progress

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    place = tmp_path_factory.mktemp("cache")
    before = os.environ.get("READOUT_CACHE")
    os.environ["READOUT_CACHE"] = str(place)
    yield place
    if before is None:
        del os.environ["READOUT_CACHE"]
    else:
        os.environ["READOUT_CACHE"] = before


@pytest.fixture(scope="module")
def library(kept: Path) -> Iterator[Library]:
    with Library.open(SEEDS) as opened:
        yield opened


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "cache"
    monkeypatch.setenv("READOUT_CACHE", str(place))
    return place


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text('Cod talks\n\n"The cod is ours," Minister Ada Berg said in Oslo on 3 May 2021.\n')
    (folder / "b.txt").write_text("Trade talks\n\nBo Olsen, the trade minister, said that tariffs would rise.\n")
    return folder


def test_every_quotation_stands_word_for_word_at_its_offsets(library: Library) -> None:
    for article in library.export():
        data = (SEEDS / article.file).read_bytes().decode()
        assert article.text == data
        assert article.quotations
        for q in article.quotations:
            assert q.text == data[q.start : q.end]


def test_who_said_a_done_deal(library: Library) -> None:
    (row,) = [row for row in library.quotations('"done deal"') if row.quotation.kind == "partial"]
    assert row.quotation.text == "a done deal"
    assert row.quotation.speaker is not None
    assert row.quotation.speaker.actors == ("mevlut-cavusoglu",)
    assert row.quotation.addressee is not None
    assert row.quotation.addressee.actors == ("antony-blinken",)


def test_quotations_are_filtered_by_speaker_and_kind(library: Library) -> None:
    direct = library.quotations(speaker="Blinken", kind="direct")
    assert [row.quotation.text for row in direct] == ["Turkey is a long-standing and valued ally,"]


def test_a_query_that_excludes_is_about_the_quotation(library: Library) -> None:
    with_system = library.quotations("s-400 system")
    without = library.quotations("s-400 -system")
    every = library.quotations("s-400")
    assert with_system
    assert len(with_system) + len(without) == len(every)


@pytest.mark.parametrize("typed", ["cavus", "Çavuşoğlu", "CAVUSOGLU", "mevlut c", "cavusolgu", "mc"])
def test_an_actor_is_found_by_any_spelling(library: Library, typed: str) -> None:
    assert library.actors(typed)[0].name == "Mevlüt Çavuşoğlu"


def test_each_line_of_a_card_leads_to_the_words_it_tells(library: Library) -> None:
    card = library.actor("mevlut-cavusoglu")
    texts = {article.id: article.text for article in library.export()}
    assert {s.text for s in card.spellings} >= {"Mevlut Cavusoglu", "Çavuşoğlu"}
    for spelling in card.spellings:
        place = spelling.place
        assert " ".join(texts[place.article][place.start : place.end].split()) == spelling.text
    for row in (*card.said, *card.about, *card.addressed):
        q = row.quotation
        assert texts[row.article][q.start : q.end] == q.text
    assert card.totals.said == len(card.said) > 0
    for role in card.roles:
        assert role.article is not None
        assert role.role in texts[role.article][role.start : role.end]


def test_hits_are_what_passages_mark(library: Library) -> None:
    for hit in library.search("s-400 sanctions").hits:
        spans = {(span.start, span.end) for span in library.hits("s-400 sanctions", hit.id)}
        for passage in hit.passages:
            assert set(passage.marks) <= spans
            assert library.article(hit.id).text[passage.start : passage.end] == passage.text


def test_passages_may_come_later(library: Library) -> None:
    whole = library.search("s-400").hits
    first = library.search("s-400", shown=1).hits
    assert [len(hit.passages) for hit in first] == [1, 0, 0]
    later = library.passages("s-400", [hit.id for hit in first[1:]])
    assert {hit.id: hit.passages for hit in whole[1:]} == {article: (told,) for article, told in later.items()}


def test_the_empty_query_has_every_article(library: Library) -> None:
    assert library.search("").total == 3
    assert len(library.search("", limit=2).hits) == 2


def test_words_that_stand_nowhere_are_named(library: Library) -> None:
    page = library.search("blinken zyzzyva")
    assert (page.hits, page.total, page.missing) == ((), 0, ("zyzzyva",))


def test_a_mistake_in_a_query_knows_its_place(library: Library) -> None:
    with pytest.raises(QueryError) as caught:
        library.search('blinken "done')
    assert caught.value.start == 8


def test_an_article_is_found_by_part_of_its_name(library: Library) -> None:
    assert library.find("004") == "004_e9e0b457ed136a7a.txt"
    with pytest.raises(UnknownError, match="3 articles"):
        library.find("00")
    with pytest.raises(UnknownError):
        library.find("")


@pytest.mark.parametrize("ask", [Library.article, Library.actor])
def test_what_is_not_there_is_said_so(library: Library, ask: object) -> None:
    with pytest.raises(UnknownError, match="nobody"):
        ask(library, "nobody")  # type: ignore[operator]


def test_threads_may_ask_at_once(library: Library) -> None:
    answers: list[int] = []
    threads = [threading.Thread(target=lambda: answers.append(len(library.search("s-400").hits))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [3] * 8


def test_building_tells_how_far_it_has_come(corpus: Path, own_cache: Path) -> None:
    told: list[Progress] = []
    with Library.open(corpus, progress=told.append):
        stages = [p.stage for p in told]
    assert stages == sorted(stages, key=["reading", "joining", "indexing"].index)
    assert (told[-1].done, told[-1].total) == (2, 2)
    told.clear()
    with Library.open(corpus, progress=told.append):
        assert told == []


def test_while_reading_files_are_counted_and_not_the_articles_in_them(
    corpus: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.build._REPORT_EVERY", 0)
    (corpus / "many.jsonl").write_text("".join(f'{{"title": "No. {n}", "body": "They met."}}\n' for n in range(9)))
    told: list[Progress] = []
    build(corpus, cache.home(corpus), told.append)
    assert [(p.done, p.total) for p in told if p.stage == "reading"] == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert [(p.done, p.total) for p in told if p.stage == "indexing"] == [(0, 11), (11, 11)]  # a hundred at a time


def test_a_changed_folder_is_built_again(corpus: Path, own_cache: Path) -> None:
    with Library.open(corpus) as library:
        assert library.overview().articles == 2
    (corpus / "c.txt").write_text("More talks\n\nThe talks went on in Bergen.\n")
    with Library.open(corpus) as library:
        assert library.search("bergen").total == 1
    (corpus / "c.txt").unlink()
    with Library.open(corpus) as library:
        assert library.search("bergen").total == 0


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_read(corpus: Path, own_cache: Path) -> None:
    (corpus / "empty.txt").write_text("")
    (corpus / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    with Library.open(corpus) as library:
        overview = library.overview()
    assert overview.articles == 2
    assert [(p.file, p.reason) for p in overview.problems] == [
        ("empty.txt", "the file is empty"), ("picture.txt", "the file is not text")
    ]  # fmt: skip


def test_a_folder_with_nothing_that_can_be_read_opens_and_says_why(tmp_path: Path, own_cache: Path) -> None:
    folder = tmp_path / "only-broken"
    folder.mkdir()
    (folder / "empty.txt").write_text("")
    with Library.open(folder) as library:
        assert library.overview().articles == 0
        assert len(library.overview().problems) == 1
        assert library.search("anything").total == 0
        assert library.actors("x") == []


@pytest.mark.parametrize(
    ("what", "says"),
    [("missing", "does not exist"), ("file", "is not a folder"), ("empty", "nothing to read")],
)
def test_a_folder_that_is_none_is_named(tmp_path: Path, own_cache: Path, what: str, says: str) -> None:
    path = tmp_path / "x"
    if what == "file":
        path.write_text("")
    elif what == "empty":
        path.mkdir()
    with pytest.raises(CorpusError, match=says) as caught:
        Library.open(path)
    assert str(path) in str(caught.value)
    assert caught.value.hint


def home_of(corpus: Path) -> Path:
    return cache.home(corpus)


def break_manifest(home: Path) -> None:
    (home / "manifest").write_text("{")


def break_store(home: Path) -> None:
    (path,) = home.glob("gen-*/store.sqlite")
    path.write_bytes(path.read_bytes()[:5000])


def break_engine(home: Path) -> None:
    for path in home.glob("gen-*/engine/*"):
        path.write_bytes(b"nonsense" * 10)


def lose_generation(home: Path) -> None:
    for path in home.glob("gen-*"):
        shutil.rmtree(path)


def make_foreign(home: Path) -> None:
    path = home / "manifest"
    path.write_text(json.dumps({**json.loads(path.read_text()), "maker": "another"}))


@pytest.mark.usefixtures("collected")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("harm", [break_manifest, break_store, break_engine, lose_generation, make_foreign])
def test_a_broken_or_foreign_index_is_built_again(corpus: Path, own_cache: Path, harm: object) -> None:
    Library.open(corpus).close()
    harm(home_of(corpus))  # type: ignore[operator]
    with Library.open(corpus) as library:
        assert library.search("cod").total == 1
        assert library.overview().problems == ()


def test_a_cache_that_cannot_be_written_is_named_and_the_app_works(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    monkeypatch.setenv("READOUT_CACHE", str(blocked))
    with Library.open(corpus) as library:
        (problem,) = library.overview().problems
        assert str(blocked) in problem.reason
        assert "READOUT_CACHE" in problem.hint
        assert library.search("cod").total == 1


def test_a_build_that_fails_leaves_the_index_before(
    corpus: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Library.open(corpus).close()
    before = cache.manifest(home_of(corpus))
    (corpus / "c.txt").write_text("More talks\n\nThe talks went on.\n")
    monkeypatch.setattr("sys.executable", "/bin/false")
    with pytest.raises(BuildError, match="could not be built"):
        Library.open(corpus)
    assert cache.manifest(home_of(corpus)) == before


def test_the_folder_is_only_read(corpus: Path, own_cache: Path) -> None:
    def look() -> list[tuple[str, int, bytes]]:
        return sorted((p.name, p.stat().st_mtime_ns, p.read_bytes()) for p in corpus.iterdir())

    before = look()
    with Library.open(corpus) as library:
        library.search("cod")
    assert look() == before
