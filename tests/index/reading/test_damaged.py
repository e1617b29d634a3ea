"""The sample, damaged in the ways in which files are damaged: how many of its words are still read."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from index.model import Article, Problem
from index.reading import articles_in, discover

SEEDS = sorted((Path(__file__).resolve().parents[3] / "seeds").glob("*.txt"))




# Only encoded otherwise: every word must be there.
OTHERWISE: dict[str, Callable[[str], bytes]] = {
    "cp1254": lambda t: t.encode("cp1254", "replace"),
    "iso8859-9": lambda t: re.sub("[“”]", '"', re.sub("[‘’]", "'", t)).encode("iso8859-9", "replace"),
    "utf16le_bom": lambda t: b"\xff\xfe" + t.encode("utf-16-le"),
    "utf16be_bom": lambda t: b"\xfe\xff" + t.encode("utf-16-be"),
    "utf16le_nobom": lambda t: t.encode("utf-16-le"),
    "utf8_bom": lambda t: t.encode("utf-8-sig"),
    "crlf": lambda t: t.replace("\n", "\r\n").encode(),
    "cr_only": lambda t: t.replace("\n", "\r").encode(),
    "nfd": lambda t: unicodedata.normalize("NFD", t).encode(),
}
# Really damaged: of a hundred words, 95 must be there.
DAMAGED: dict[str, Callable[[str], bytes]] = {
    "ansi_escapes": lambda t: t.replace("Turk", "\x1b[31mTurk\x1b[0m").encode(),
    "control_chars": lambda t: t.replace(" ", "\x07 ").encode(),
    "cut_in_character": lambda t: t.encode() + "ç".encode()[:1],
    "double_encoded": lambda t: t.encode().decode("cp1252", "replace").encode(),
    "mixed_utf8_cp1254": lambda t: t[: len(t) // 2].encode() + t[len(t) // 2 :].encode("cp1254", "replace"),
    "nul_every_100": lambda t: re.sub("(?s)(.{100})", "\\1\x00", t).encode(),
    "one_line": lambda t: t.replace("\n", " ").encode(),
    "rtl_and_zwj": lambda t: re.sub(r"(\w{12})", "\\1\u200d", t).replace(". ", ".\u202e ").encode(),
    "upper": lambda t: t.upper().encode(),
}


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFC", text).lower()))


def share_read(original: str, article: Article) -> float:
    wanted = words(original)
    return sum((wanted & words(article.text)).values()) / sum(wanted.values())


@pytest.fixture
def read(tmp_path: Path) -> Callable[[bytes], Article]:
    def one(data: bytes) -> Article:
        (tmp_path / "a.txt").write_bytes(data)
        (item,) = articles_in(discover(tmp_path)[0])
        assert isinstance(item, Article), item
        return item

    return one


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
@pytest.mark.parametrize("how", OTHERWISE)
def test_every_word_survives_another_encoding(seed: Path, how: str, read: Callable[[bytes], Article]) -> None:
    original = seed.read_text("utf-8")
    assert share_read(original, read(OTHERWISE[how](original))) == 1


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
@pytest.mark.parametrize("how", DAMAGED)
def test_most_words_survive_damage(seed: Path, how: str, read: Callable[[bytes], Article]) -> None:
    original = seed.read_text("utf-8")
    assert share_read(original, read(DAMAGED[how](original))) >= 0.95


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "the file is empty"),
        (b"\n\n\r\n", "the file is empty"),
        (bytes(range(256)) * 40, "the file is not text"),
    ],
)
def test_what_holds_nothing_is_named(tmp_path: Path, data: bytes, told: str) -> None:
    assert why_unread(tmp_path / "a.txt", data) == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a.pdf", "the file is damaged, or no PDF"),
        ("a.docx", "the file is damaged, or no Word document"),
        ("a.epub", "the file is damaged, or no EPUB"),
        ("a.zip", "the file is damaged, or no zip file"),
    ],
)
def test_what_is_damaged_from_its_beginning_is_called_what_its_name_says(tmp_path: Path, name: str, told: str) -> None:
    assert why_unread(tmp_path / name, bytes(range(256)) * 40) == told


def test_text_under_the_name_of_a_pdf_is_none(tmp_path: Path) -> None:
    assert why_unread(tmp_path / "a.pdf", b"Not found. Try again later.\n") == "the file is damaged, or no PDF"


@pytest.mark.parametrize(("name", "what"), [("a.docx", "Word document"), ("a.epub", "book"), ("a.zip", "zip file")])
def test_what_breaks_off_is_called_what_its_name_says(tmp_path: Path, name: str, what: str) -> None:
    assert why_unread(tmp_path / name, b"PK\x03\x04" + bytes(400)).startswith(f"the {what} is damaged (")


def test_a_packed_file_of_which_nothing_can_be_unpacked_is_damaged(tmp_path: Path) -> None:
    assert why_unread(tmp_path / "a.txt.gz", b"\x1f\x8b" + bytes(400)).startswith("the packed file is damaged (")


def why_unread(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    (problem,) = articles_in(discover(path.parent)[0])
    assert isinstance(problem, Problem)
    return problem.reason
