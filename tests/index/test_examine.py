"""What is out of order is found, and told from what only is not there yet."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from index import cache, examine
from index.decisions import Ledger
from index.library import Library


@pytest.fixture
def corpus(own_home: Path) -> Path:
    folder = own_home / "news"
    folder.mkdir()
    (folder / "a.txt").write_text("Fish talks\n\nMinister Ada Berg met Bo Olsen.\n", encoding="utf-8")
    return folder


def found(corpus: Path, what: str) -> tuple[str, bool, str]:
    (one,) = (finding for finding in examine.examine(corpus) if finding.what == what)
    return one.state, one.derived, f"{one.told} {one.hint}"


def test_all_is_well(corpus: Path) -> None:
    Library.open(corpus).close()
    assert {finding.state for finding in examine.examine(corpus)} == {"well"}


def test_files_that_could_not_be_read_are_counted(corpus: Path) -> None:
    (corpus / "empty.txt").write_bytes(b"")
    Library.open(corpus).close()
    state, derived, told = found(corpus, "index")
    assert (state, derived) == ("note", False)
    assert "1 article, 0 quotations; of 1 file nothing was read" in told


def test_an_index_that_is_not_there_or_of_yesterday_is_only_noted(corpus: Path) -> None:
    assert found(corpus, "index")[:2] == ("note", True)
    Library.open(corpus).close()
    (corpus / "b.txt").write_text("More talks\n\nThey met.\n")
    assert found(corpus, "index")[:2] == ("note", True)


@pytest.mark.parametrize("damage", ["store", "store-gone", "engine", "manifest"])
def test_a_broken_index_can_be_built_anew(corpus: Path, damage: str) -> None:
    Library.open(corpus).close()
    home = cache.home(corpus)
    manifest = cache.manifest(home)
    assert manifest is not None
    store = cache.store(home / manifest.generation)
    if damage == "store":
        store.write_bytes(b"no database " * 400)
    elif damage == "store-gone":
        store.unlink()
    elif damage == "engine":
        for file in cache.engine(home / manifest.generation).iterdir():
            file.unlink()
    else:
        (home / "manifest").write_bytes(b"{")
    assert found(corpus, "index")[:2] == ("wrong", True)
    Library.open(corpus, rebuild=True).close()
    assert found(corpus, "index")[0] == "well"


def test_decisions_that_cannot_be_read_are_for_their_owner_to_mend(corpus: Path) -> None:
    path = Ledger.of(corpus).path
    path.parent.mkdir(parents=True)
    path.write_text("[[quotation\n", encoding="utf-8")
    state, derived, told = found(corpus, "decisions")
    assert (state, derived, str(path) in told, "line 1" in told) == ("wrong", False, True, True)


def test_folders_that_are_none(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [(f.what, f.state) for f in examine.examine(corpus / "gone")] == [("corpus", "wrong")]
    monkeypatch.setenv("READOUT_CACHE", str(corpus / "a.txt"))
    assert found(corpus, "cache")[0] == "wrong"
    assert "READOUT_CACHE" in found(corpus, "cache")[2]
    (corpus / "a.txt").unlink()
    assert found(corpus, "corpus")[0] == "wrong"


def test_a_library_is_missed_where_files_need_it(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examine, "find_spec", lambda name: None)
    assert found(corpus, "pdf")[0] == "note"
    (corpus / "b.PDF").write_bytes(b"%PDF-")
    state, _, told = found(corpus, "pdf")
    assert (state, "readout-tui[pdf]" in told, "1 file here" in told) == ("wrong", True, True)


def test_a_disk_that_is_nearly_full_is_told(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(corpus)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1 << 20))
    assert found(corpus, "cache") == ("wrong", False, f"{cache.home(corpus)} has less than 10 MB left Make room there, "
                                      "or set READOUT_CACHE to another folder")  # fmt: skip
