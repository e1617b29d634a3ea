"""The index follows what is decided: through every rebuild, whatever is cut off half-way, from window to window."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

import pytest

from index import cache
from index.decisions import Ledger
from index.decisions.keeper import Keeper
from index.errors import CacheError, DecisionError
from index.library import Library
from tests.index.decisions.fish import COD, SEE, TALKS, TARIFFS, TIGER, TIGER_QUERY, find, got, speakers

# the index comes and goes --------------------------------------------------------------------------------------------


def corrected(corpus: Path) -> None:
    with Library.open(corpus) as library:
        library.correct("a.txt", got(library, COD).id, speaker="Kari Nilsen")
        library.correct("a.txt", got(library, TIGER).id, no_quotation=True)


def stands_corrected(library: Library, article: str = "a.txt") -> bool:
    cod, tiger = find(library, COD, article), find(library, TIGER, article)
    found = (library.search("speaker:nilsen quote:cod").total, library.search(TIGER_QUERY).total)
    named = cod is not None and cod.speaker is not None and cod.speaker.actors == ("kari-nilsen",)
    return named and tiger is None and found == (1, 0)


def test_decisions_outlive_a_rebuild(corpus: Path) -> None:
    corrected(corpus)
    with Library.open(corpus) as library:
        assert stands_corrected(library)
    with Library.open(corpus, rebuild=True) as library:
        assert stands_corrected(library)
        assert library.overview().problems == ()
        library.undo()
        library.undo()
        assert speakers(library, COD) == ("ada-berg",)


def test_decisions_outlive_the_whole_cache(corpus: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    corrected(corpus)
    monkeypatch.setenv("READOUT_CACHE", str(tmp_path / "another"))
    with Library.open(corpus) as library:
        assert stands_corrected(library)


def test_decisions_find_their_words_in_a_file_that_changed(corpus: Path) -> None:
    corrected(corpus)
    moved = TALKS.replace("OSLO, 3 May 2021", "Correction: the ministers met on Monday.\n\nOSLO, 3 May 2021")
    (corpus / "a.txt").write_text(moved, encoding="utf-8")
    with Library.open(corpus) as library:
        assert stands_corrected(library)
        assert library.overview().problems == ()


def test_a_decision_that_fits_no_more_is_told_and_kept(corpus: Path) -> None:
    corrected(corpus)
    (corpus / "a.txt").write_text(TALKS.replace("cod is ours and always was", "herring is theirs"), encoding="utf-8")
    with Library.open(corpus) as library:
        (problem,) = library.overview().problems
        assert problem.file == "a.txt"
        assert COD in problem.reason
        assert "Kari Nilsen" in problem.reason
        assert problem in library.verify()
        assert find(library, TIGER) is None
    (corpus / "a.txt").write_text(TALKS, encoding="utf-8")
    with Library.open(corpus) as library:
        assert stands_corrected(library)
        assert library.overview().problems == ()


def test_decisions_about_a_file_that_is_gone_wait_for_it(corpus: Path) -> None:
    corrected(corpus)
    (corpus / "a.txt").unlink()
    with Library.open(corpus) as library:
        assert [problem.file for problem in library.overview().problems] == ["a.txt", "a.txt"]
    (corpus / "a.txt").write_text(TALKS, encoding="utf-8")
    with Library.open(corpus) as library:
        assert stands_corrected(library)


def test_a_file_that_was_renamed_keeps_what_was_decided(corpus: Path) -> None:
    corrected(corpus)
    (corpus / "a.txt").rename(corpus / "renamed.txt")
    with Library.open(corpus) as library:
        assert stands_corrected(library, "renamed.txt")
        assert library.overview().problems == ()
        library.correct("renamed.txt", got(library, SEE, "renamed.txt").id, kind="partial")
        assert stands_corrected(library, "renamed.txt")


def test_an_article_of_many_in_a_file_that_was_renamed_keeps_what_was_decided(corpus: Path) -> None:
    rows = [{"title": f"Day {n} of the talks", "body": TALKS} for n in range(3)]
    (corpus / "many.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    with Library.open(corpus) as library:
        library.correct("many.jsonl#2", got(library, COD, "many.jsonl#2").id, no_quotation=True)
    (corpus / "many.jsonl").rename(corpus / "renamed.jsonl")
    with Library.open(corpus) as library:
        stands = [bool(find(library, COD, f"renamed.jsonl#{n}")) for n in (1, 2, 3)]
        assert (stands, library.overview().problems) == ([True, False, True], ())


# whatever is cut off, or decided elsewhere ---------------------------------------------------------------------------


def test_what_was_cut_off_after_the_ledger_is_made_good(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as cut:
        cut.setattr(Keeper, "_follow", lambda self: False)
        corrected(corpus)
    with Library.open(corpus) as library:
        assert stands_corrected(library)


@pytest.mark.parametrize("step", ["_make_findable", "_tell"])
def test_what_was_cut_off_between_two_steps_is_made_good(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    class Killed(BaseException):
        pass

    def die(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as cut, Library.open(corpus) as library:
        library.correct("a.txt", got(library, TIGER).id, no_quotation=True)
        quotation = got(library, COD).id
        cut.setattr(Keeper, step, die)
        with pytest.raises(Killed):
            library.correct("a.txt", quotation, speaker="Kari Nilsen")
    with Library.open(corpus) as library:
        assert stands_corrected(library)
        glance, overview = cache.glance(corpus), library.overview()
        assert glance is not None
        assert (glance.quotations, glance.actors) == (overview.quotations, overview.actors)


def test_a_transaction_that_was_cut_off_is_taken_back(corpus: Path, tmp_path: Path) -> None:
    import subprocess
    import sys

    corrected(corpus)
    (store,) = (tmp_path / "cache").rglob("store.sqlite")
    # A process that dies with its changes half in the file leaves a journal behind.
    die = (
        "import os, sqlite3, sys; db = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "db.executescript('PRAGMA cache_size = 1; PRAGMA synchronous = FULL; BEGIN IMMEDIATE')\n"
        "db.execute('DELETE FROM quotations'); db.execute('DELETE FROM mentions')\n"
        "db.execute('CREATE TABLE pages (x)')\n"
        "db.executemany('INSERT INTO pages VALUES (?)', [('x' * 4000,) for _ in range(50)]); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", die, str(store)], check=False, timeout=60)
    assert store.with_name("store.sqlite-journal").stat().st_size > 0
    with Library.open(corpus) as library:
        assert stands_corrected(library)
        assert library.article("b.txt").quotations
    assert store.exists(), "no other index was built"


def test_another_window_sees_it_at_its_next_question(corpus: Path) -> None:
    with Library.open(corpus) as one, Library.open(corpus) as other:
        assert speakers(other, COD) == ("ada-berg",)
        assert other.search("speaker:nilsen").total == 0
        one.correct("a.txt", got(one, COD).id, speaker="Kari Nilsen")
        one.correct("a.txt", got(one, TIGER).id, no_quotation=True)
        assert other.search("speaker:nilsen quote:cod").total == 1
        assert stands_corrected(other)
        assert [line.id for line in other.actors("nilsen")] == ["kari-nilsen"]
        other.undo()
        assert find(one, TIGER) is not None
        assert one.search(TIGER_QUERY).total == 1


def test_another_window_with_a_newer_index_sees_it_too(corpus: Path) -> None:
    with Library.open(corpus) as one, Library.open(corpus, rebuild=True) as other:
        one.correct("a.txt", got(one, COD).id, speaker="Kari Nilsen")
        assert speakers(other, COD) == ("kari-nilsen",)
        other.correct("a.txt", got(other, TIGER).id, no_quotation=True)
        assert stands_corrected(one)
    with Library.open(corpus) as library:
        assert stands_corrected(library)


def test_two_windows_may_decide_at_once(corpus: Path) -> None:
    raised: list[Exception] = []

    def decide(library: Library, article: str, words: str) -> None:
        try:
            for n in range(4):
                library.correct(article, got(library, words, article).id, speaker=f"Kari Nilsen {n}")
        except Exception as error:  # noqa: BLE001  told below
            raised.append(error)

    with Library.open(corpus) as one, Library.open(corpus) as other:
        work = [(one, "a.txt", COD), (other, "a.txt", SEE), (one, "b.txt", "Tariffs will rise in June,")]
        threads = [threading.Thread(target=decide, args=args) for args in work]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert raised == []
        for library in (one, other):
            rows = {row.quotation.text for row in library.quotations("speaker:nilsen")}
            assert rows == {words for _, _, words in work}
            assert library.search('speaker:"nilsen 3"').total == 2
    assert len(Ledger.of(corpus).read().decisions) == 12


def test_what_is_edited_by_hand_is_followed_at_once(corpus: Path) -> None:
    corrected(corpus)
    path = Ledger.of(corpus).path
    with Library.open(corpus) as library:
        path.write_text(path.read_text("utf-8").replace("Kari Nilsen", "Liv Dahl"), encoding="utf-8")
        assert speakers(library, COD) == ("liv-dahl",)
        path.unlink()
        assert speakers(library, COD) == ("ada-berg",)
        assert find(library, TIGER) is not None
    glance = cache.manifest(cache.home(corpus))
    assert glance is not None
    assert glance.decisions == ""


def test_a_broken_file_is_told_and_the_index_stays_as_it_was(corpus: Path) -> None:
    corrected(corpus)
    path = Ledger.of(corpus).path
    whole = path.read_text("utf-8")
    with Library.open(corpus) as library:
        path.write_text(whole + "\n[[quotation\n", encoding="utf-8")
        assert stands_corrected(library)
        (problem,) = library.overview().problems
        assert (problem.file, "line" in problem.reason) == (str(path), True)
        with pytest.raises(DecisionError, match="line"):
            library.correct("a.txt", got(library, COD).id, speaker="olsen")
        with pytest.raises(DecisionError, match="line"):
            library.undo()
        path.write_text(whole, encoding="utf-8")
        assert library.overview().problems == ()
    path.write_text("[[", encoding="utf-8")
    with Library.open(corpus, rebuild=True) as library:
        assert [problem.file for problem in library.overview().problems] == [str(path)]
        path.write_text(whole, encoding="utf-8")
        assert stands_corrected(library)


def test_a_file_that_was_broken_while_articles_came_is_followed_once_it_is_mended(corpus: Path) -> None:
    with Library.open(corpus) as library:
        library.rename("ada-berg", "Ada the Fisher")
    path = Ledger.of(corpus).path
    whole = path.read_text("utf-8")
    path.write_text("[[", encoding="utf-8")
    (corpus / "c.txt").write_text(TARIFFS.replace("Bo Olsen", "Ada Berg"), encoding="utf-8")
    with Library.open(corpus) as library:
        assert library.overview().articles == 3
        path.write_text(whole, encoding="utf-8")
        assert library.names()["ada-berg"] == "Ada the Fisher"


def test_a_decision_is_kept_where_the_index_cannot_follow(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> bool:
        raise CacheError("The index cannot be changed", hint="Later")

    with Library.open(corpus) as library:
        with monkeypatch.context() as blocked:
            blocked.setattr(Keeper, "_derive", refuse)
            with pytest.raises(CacheError, match="cannot be changed"):
                library.correct("a.txt", got(library, COD).id, speaker="Kari Nilsen")
            assert speakers(library, COD) == ("ada-berg",)
            assert [problem.hint for problem in library.overview().problems] == ["Later"]
        assert speakers(library, COD) == ("kari-nilsen",)
        assert library.overview().problems == ()


def test_a_library_without_a_cache_can_be_corrected(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "blocked").write_text("")
    monkeypatch.setenv("READOUT_CACHE", str(tmp_path / "blocked"))
    for _ in range(2):
        with Library.open(corpus) as library:
            library.correct("a.txt", got(library, COD).id, speaker="Kari Nilsen")
            assert speakers(library, COD) == ("kari-nilsen",)


def test_nothing_is_written_where_nothing_is_decided(corpus: Path) -> None:
    with Library.open(corpus) as library:
        library.search("cod")
        assert library.undo() is None
    assert not any(path.name == "decisions.toml" for path in Path(os.environ["READOUT_DATA"]).rglob("*"))
