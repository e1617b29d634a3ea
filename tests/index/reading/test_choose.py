"""Which reader reads what: extras that are absent, readers of others."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

from index.model import Article, Block, Problem
from index.reading import articles_in, choose, discover
from index.reading.draft import Draft, Item, Source


@pytest.mark.parametrize(
    ("name", "content", "module", "extra"),
    [
        ("a.html", b"<html><p>They met.</p></html>", "trafilatura", "web"),
        ("a.rss", b"<rss><channel/></rss>", "feedparser", "web"),
        ("a.pdf", b"%PDF-1.4", "pypdf", "pdf"),
        ("a.warc", b"WARC/1.0", "warcio.archiveiterator", "archives"),
    ],
)
def test_what_needs_an_extra_names_the_command_that_adds_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes, module: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / name).write_bytes(content)
    (problem,) = articles_in(discover(tmp_path)[0])
    assert isinstance(problem, Problem)
    assert problem.reason.endswith(f"needs readout-tui[{extra}]")
    assert problem.hint == f"pip install 'readout-tui[{extra}]'"


def test_another_library_is_another_version_of_what_it_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.html", "b.txt"):
        (tmp_path / name).write_text("<html>")
    before = [found.version for found in discover(tmp_path)]
    monkeypatch.setattr(sys.modules["index.reading.discover"], "libraries", lambda: "{'trafilatura': '99'}")
    after = [found.version for found in discover(tmp_path)]
    assert (before[0] != after[0], before[1] == after[1]) == (True, True)


def shout(source: Source) -> Iterator[Item]:
    text = source.text().text.upper()
    yield Draft(text, (Block(kind="paragraph", start=0, end=len(text)),), "shout")


SHOUT = choose.Format("shout", (".shout",), shout, lambda source: source.head.startswith(b"!!"))


@pytest.fixture
def docked(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A reader of somebody else, and one that cannot be loaded."""
    module = sys.modules[__name__]
    monkeypatch.setitem(sys.modules, "a_reader_of_others", module)
    points = [
        EntryPoint("broken", "nowhere_at_all:READER", choose.GROUP),
        EntryPoint("wrong", "a_reader_of_others:TEXT", choose.GROUP),
        EntryPoint("shout", "a_reader_of_others:SHOUT", choose.GROUP),
    ]
    monkeypatch.setattr(choose, "entry_points", lambda group: EntryPoints(points).select(group=group))
    choose.formats.cache_clear()
    choose.suffixes.cache_clear()
    yield
    choose.formats.cache_clear()
    choose.suffixes.cache_clear()


TEXT = "They met.\n"


@pytest.mark.usefixtures("docked")
def test_readers_of_others_dock_and_come_first(tmp_path: Path) -> None:
    (tmp_path / "a.shout").write_text(TEXT)
    (tmp_path / "b.txt").write_text("!! they left")
    (tmp_path / "c.txt").write_text(TEXT)
    items = [item for found in discover(tmp_path) for item in articles_in(found)]
    assert [item.text for item in items if isinstance(item, Article)] == ["THEY MET.\n", "!! THEY LEFT", TEXT]


def test_no_suffix_belongs_to_two_formats() -> None:
    suffixes = [suffix for kind in choose.formats() for suffix in kind.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert choose.suffixes() == set(suffixes)


@pytest.mark.parametrize(
    ("name", "worth"),
    [
        ("a.txt", True), ("A.TXT", True), ("a.jsonl.gz", True), ("deep/a.warc.gz", True), ("a.gz", False), ("a", False),
        ("README.md", False), ("license.txt.gz", False), (".a.txt", False), (".txt", False), ("a.png", False),
    ],
)  # fmt: skip
def test_files_are_worth_reading_by_their_names(name: str, worth: bool) -> None:
    assert choose.is_worth_reading(name) == worth
