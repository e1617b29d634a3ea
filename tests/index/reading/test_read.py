"""Files → articles, and what is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.model import Article, Problem
from index.reading import Found, articles_in, discover

SEEDS = Path(__file__).resolve().parents[3] / "seeds"


def one(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def article_in(found: Found) -> Article:
    (item,) = articles_in(found)
    assert isinstance(item, Article), item
    return item


def problem_in(found: Found) -> Problem:
    (item,) = articles_in(found)
    assert isinstance(item, Problem), item
    return item


def test_the_sample_is_read_word_for_word() -> None:
    found = discover(SEEDS)
    assert [f.file[:3] for f in found] == ["000", "001", "004"]
    for f in found:
        article = article_in(f)
        assert article.text.encode() == Path(f.path).read_bytes()
        assert article.title == article.text.split("\n", 1)[0]


def test_only_articles_are_discovered(tmp_path: Path) -> None:
    for name in ("b.txt", "a.MD", "README.md", "LICENSE.txt", ".hidden.txt", "c.png"):
        one(tmp_path, name, "x")
    (tmp_path / "deeper").mkdir()
    one(tmp_path / "deeper", "d.txt", "x")
    (tmp_path / ".git").mkdir()
    one(tmp_path / ".git", "e.txt", "x")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert [f.file for f in discover(tmp_path)] == ["a.MD", "b.txt", "deeper/d.txt"]


def test_front_matter_tells_title_outlet_date_and_address(tmp_path: Path) -> None:
    text = (
        '---\ntitle: "Readout of a Call: the Minister"\noutlet: The Ministry\ndate: 2021-02-11\n'
        "url: https://example.org/a\n---\n\nThe ministers spoke.\n\nThey agreed.\n"
    )
    one(tmp_path, "call.md", text)
    article = article_in(discover(tmp_path)[0])
    assert article.text == text
    assert article.title == "Readout of a Call: the Minister"
    assert (article.outlet.value, article.outlet.how) == ("The Ministry", "front matter")
    assert article.url.value == "https://example.org/a"
    assert article.published is not None
    assert (article.published.from_, article.published.text) == ("2021-02-11", "2021-02-11")
    assert article.published.start is not None
    assert text[article.published.start : article.published.end] == "2021-02-11"
    assert [(b.kind, text[b.start : b.end]) for b in article.blocks if b.kind != "furniture"] == [
        ("title", "Readout of a Call: the Minister"),
        ("paragraph", "The ministers spoke."),
        ("paragraph", "They agreed."),
    ]


def test_a_heading_is_the_title_of_markdown_without_front_matter(tmp_path: Path) -> None:
    one(tmp_path, "a.md", "# Talks in Oslo #\n\nThey met.\n\n## Afterwards\n\nThey left.\n")
    article = article_in(discover(tmp_path)[0])
    assert article.title == "Talks in Oslo"
    words = [(b.kind, article.text[b.start : b.end]) for b in article.blocks]
    assert words[0] == ("title", "Talks in Oslo")
    assert words[2] == ("crosshead", "Afterwards")


@pytest.mark.parametrize(
    ("content", "reason"),
    [("", "empty"), ("\n \n", "empty"), (b"\x89PNG\r\n\x1a\n", "not text"), ("---\na: b\n---\n", "no article text")],
)
def test_what_is_no_article_says_why(tmp_path: Path, content: str | bytes, reason: str) -> None:
    one(tmp_path, "x.md", content)
    assert reason in problem_in(discover(tmp_path)[0]).reason


def test_a_file_that_went_away_says_so(tmp_path: Path) -> None:
    path = one(tmp_path, "x.txt", "words")
    found = discover(tmp_path)
    path.unlink()
    assert "cannot be read" in problem_in(found[0]).reason


def test_a_date_that_is_none_is_left_unknown(tmp_path: Path) -> None:
    one(tmp_path, "x.md", "---\ntitle: A\ndate: 2021-13-41\n---\nWords.\n")
    assert article_in(discover(tmp_path)[0]).published is None
