"""Files that were made, or have come, to do harm: bounded, named, and the rest is read."""

from __future__ import annotations

import gzip
import io
import os
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.model import Article, Problem
from index.reading import articles_in, discover, limits

TEXT = "Talks in Oslo\n\nThey met.\n\nThey left.\n"


def items(corpus: Path) -> list[Article | Problem]:
    """What is read in a corpus beside one good article, which is always read."""
    (corpus / "good.txt").write_text(TEXT)
    found = [item for file in discover(corpus) for item in articles_in(file)]
    (good,) = (item for item in found if isinstance(item, Article) and item.id == "good.txt")
    assert good.text == TEXT
    return [item for item in found if item is not good]


def reason(corpus: Path) -> str:
    (item,) = items(corpus)
    assert isinstance(item, Problem), item
    assert item.hint
    return item.reason


def cpu(corpus: Path) -> float:
    began = time.process_time()
    items(corpus)
    return time.process_time() - began


def test_twenty_megabytes_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "line.txt").write_text("They spoke of cod, and of eel. " * 670_000)
    began = time.process_time()
    (article,) = items(tmp_path)
    assert isinstance(article, Article)
    assert len(article.text) > 20_000_000
    assert len(article.title) < 200
    assert time.process_time() - began < 20


def test_a_hundred_thousand_paragraphs(tmp_path: Path) -> None:
    (tmp_path / "many.txt").write_text("Title\n\n" + "They spoke of cod, and of eel.\n\n" * 100_000)
    began = time.process_time()
    (article,) = items(tmp_path)
    assert isinstance(article, Article)
    assert len(article.blocks) == 100_001
    assert time.process_time() - began < 20


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.write(b"words ")
        file.truncate(limits.LARGEST_FILE + 1)
        file.seek(1000)
        file.write(b"words")
    assert reason(tmp_path) in ("the file is larger than 32 MB", "the file is not text")


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits that a test can reach in no time."""
    monkeypatch.setattr(limits, "SMALL_ENOUGH", 1 << 20)
    monkeypatch.setattr("index.reading.formats.archive.SMALL_ENOUGH", 1 << 20)


@pytest.mark.usefixtures("small")
def test_a_gzip_bomb(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "bomb.txt.gz", "wb") as file:
        for _ in range(20):
            file.write(b"words " * 200_000)
    assert "unfolds to far more" in reason(tmp_path)


@pytest.mark.usefixtures("small")
def test_a_gzip_bomb_in_a_line_of_json(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "bomb.jsonl.gz", "wb") as file:
        file.write(b'{"title": "' + b"w" * 20_000_000)
    assert reason(tmp_path)


@pytest.mark.usefixtures("small")
def test_a_zip_bomb(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(5):
            archive.writestr(f"{n}.txt", b"words " * 1_000_000)
    assert "unfolds to far more" in reason(tmp_path)


@pytest.mark.usefixtures("small")
def test_a_zip_bomb_that_lies_about_its_size(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"words " * 1_000_000)
    size = (6_000_000).to_bytes(4, "little")
    (tmp_path / "bomb.zip").write_bytes(out.getvalue().replace(size, (60).to_bytes(4, "little")))
    assert "a.txt: " in reason(tmp_path)


def test_archives_in_archives_end(tmp_path: Path) -> None:
    data = TEXT.encode()
    for n in range(12):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("a.zip" if n else "a.txt", data)
        data = out.getvalue()
    (tmp_path / "deep.zip").write_bytes(data)
    assert "archives lie in one another" in reason(tmp_path)


def test_names_in_an_archive_lead_nowhere(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("../../outside.txt", TEXT)
        archive.writestr("/tmp/outside.txt", TEXT)
    before = sorted(path.name for path in tmp_path.parent.iterdir())
    assert [item.file for item in items(tmp_path)] == ["a.zip", "a.zip"]
    assert sorted(path.name for path in tmp_path.parent.iterdir()) == before


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'


def test_entities_are_not_followed(tmp_path: Path) -> None:
    feed = (
        f'<?xml version="1.0"?>{LAUGHS}<rss version="2.0"><channel><item><title>&b;&c;</title></item></channel></rss>'
    )
    (tmp_path / "a.xml").write_text(feed)
    assert "declares entities" in reason(tmp_path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_in_documents_are_not_followed(tmp_path: Path, encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>{LAUGHS}'
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("word/document.xml", f"{head}<w><p>&b;&c;</p></w>".encode(encoding))
    assert "declares entities" in reason(tmp_path)


def test_entities_in_a_page_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path.parent / "secret"
    secret.write_text("the secret")
    entity = f'<!DOCTYPE html [<!ENTITY c SYSTEM "{secret.as_uri()}">]>'
    words = "".join(f"<p>They met for the {n} time in Oslo, and spoke of cod for hours &c; there.</p>" for n in "abc")
    (tmp_path / "a.html").write_text(f"{entity}<html><body><article>{words}</article></body></html>")
    (article,) = items(tmp_path)
    assert isinstance(article, Article)
    assert "secret" not in article.text


def test_a_page_of_a_million_tags(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body>" + "<p>word" * 1_000_000)
    assert reason(tmp_path) == "the page has more than 150,000 tags"
    assert cpu(tmp_path) < 10


def test_a_file_of_comments(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("<!-- a -->" * 100_000 + "<x>")
    assert cpu(tmp_path) < 5


def test_a_page_that_is_deep(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body>" + "<div>" * 100_000 + "word" + "</div>" * 10_000)
    assert reason(tmp_path)


def test_whatever_takes_too_long_is_stopped() -> None:
    def forever() -> Iterator[int]:
        yield 1
        while True:
            try:
                sum(range(1000))
            except Exception:  # noqa: BLE001  (as libraries do)
                continue

    got = limits.in_time(forever(), seconds=0.2)
    assert next(got) == 1
    with pytest.raises(limits.Unreadable, match=r"longer than 0\.2 seconds"):
        next(got)


def test_one_that_takes_too_long_leaves_time_for_the_others() -> None:
    def members() -> Iterator[str]:
        for name in ("slow", "quick"):
            try:
                yield from limits.in_time(slow() if name == "slow" else iter([name]), seconds=0.1)
            except limits.Unreadable as error:
                yield error.reason

    def slow() -> Iterator[str]:
        while True:
            sum(range(1000))
        yield "never"

    assert list(limits.in_time(members())) == ["reading it takes longer than 0.1 seconds", "quick"]


def test_links_form_no_loop_and_lead_to_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    assert items(tmp_path) == []


def test_pipes_and_devices_are_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "null.txt").symlink_to("/dev/zero")
    assert items(tmp_path) == []


@pytest.mark.parametrize(
    "name", ["a\nb.txt", "\x1b[31mred.txt", "\u202egpj.txt", b"\xff\xfe.txt", "a#1.txt", " .txt", "%s.txt"]
)
def test_any_name_is_read_and_stays_valid(tmp_path: Path, name: str | bytes) -> None:
    (tmp_path / os.fsdecode(name)).write_text(TEXT)
    (article,) = items(tmp_path)
    assert isinstance(article, Article)
    assert article.text == TEXT
    article.id.encode()


def test_a_file_that_goes_away_or_shuts_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    (found,) = discover(tmp_path)
    path.unlink()
    (problem,) = articles_in(found)
    assert isinstance(problem, Problem)
    assert problem.reason == "the file cannot be read: No such file or directory"


def test_nothing_in_a_corpus_can_fetch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not a page with pictures and refreshes, nor a feed whose whole content is an address."""

    def fetched(*_: object, **__: object) -> None:
        raise AssertionError("something was fetched")

    monkeypatch.setattr("socket.socket.connect", fetched)
    monkeypatch.setattr("socket.getaddrinfo", fetched)
    words = "".join(f'<p>They met for the {n} time in Oslo. <img src="http://example.org/x.png"></p>' for n in "abc")
    refresh = '<meta http-equiv="refresh" content="0;url=http://example.org/"><link rel="stylesheet" href="http://example.org/x.css">'
    (tmp_path / "a.html").write_text(f"<html><head>{refresh}</head><body><article>{words}</article></body></html>")
    (tmp_path / "b.xml").write_text("http://example.org/feed.xml")
    (tmp_path / "c.rss").write_text(
        '<!DOCTYPE rss SYSTEM "http://example.org/x.dtd"><rss><channel><item><title>x</title></item></channel></rss>'
    )
    told = {item.file: item for item in items(tmp_path)}
    assert isinstance(told["a.html"], Article)
    assert isinstance(told["b.xml"], Problem)
    assert isinstance(told["c.rss"], Problem)
