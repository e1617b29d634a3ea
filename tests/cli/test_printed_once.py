"""Articles that say the same stand once in results, and each by itself where that is asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Tui

WIRE = "Fish talks go on\n\n" + " ".join(f"On day {n} they met in Bergen and spoke of quota {n}." for n in range(20))
WIRE += " “There is no haddock left,” Minister Ada Berg said."


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for outlet in ("herald", "post", "times"):
        (folder / f"{outlet}.txt").write_text(f"---\noutlet: {outlet.title()}\n---\n{WIRE}\n", encoding="utf-8")
    (folder / "other.txt").write_text("Bergen\n\nIn Bergen nobody met.\n", encoding="utf-8")
    return folder


def test_the_first_stands_for_all_and_the_others_are_told(news: Path, tui: Tui) -> None:
    done = tui("search", "quota", "--plain", "--corpus", news)
    (line,) = done.out.splitlines()
    assert line.split("\t")[0] == "herald.txt"
    assert line.endswith("\t+2 copies")
    assert "1 article and 2 copies; --copies prints" in done.err
    shape = json.loads(tui("search", "quota", "--json", "--corpus", news).out)
    assert [(copy["article"], copy["outlet"]) for copy in shape["copies"]] == [
        ("post.txt", "Post"), ("times.txt", "Times")
    ]  # fmt: skip
    assert tui("search", "quota", "--csv", "--corpus", news).out.splitlines()[-1].endswith(",2,,")


def test_each_stands_by_itself_if_that_is_asked_for(news: Path, tui: Tui) -> None:
    done = tui("search", "quota", "--copies", "--plain", "--corpus", news)
    assert [line.split("\t")[0] for line in done.out.splitlines()] == ["herald.txt", "post.txt", "times.txt"]
    assert "copies" not in done.out + done.err


def test_what_more_there_is_is_counted_without_them(news: Path, tui: Tui) -> None:
    assert "the first 1 of 2;" in tui("search", "bergen", "--limit", "1", "--corpus", news).err
    assert "the first" not in tui("search", "quota", "--limit", "1", "--corpus", news).err


def test_a_quotation_and_a_line_stand_once_with_their_copies(news: Path, tui: Tui) -> None:
    (line,) = tui("quotes", "haddock", "--plain", "--corpus", news).out.splitlines()
    assert line.endswith("\t+2 copies")
    shape = json.loads(tui("quotes", "haddock", "--json", "--corpus", news).out)
    assert [copy["article"] for copy in shape["copies"]] == ["post.txt", "times.txt"]
    assert {copy["end"] - copy["start"] for copy in shape["copies"]} == {shape["end"] - shape["start"]}
    assert tui("quotes", "haddock", "--csv", "--corpus", news).out.splitlines()[-1].endswith(",2")
    assert "; and in post.txt, times.txt" in tui("quotes", "haddock", "--md", "--corpus", news).out
    assert len(tui("quotes", "haddock", "--copies", "--plain", "--corpus", news).out.splitlines()) == 3
    lines = [json.loads(line) for line in tui("concordance", "haddock", "--json", "--corpus", news).out.splitlines()]
    assert [len(line["copies"]) for line in lines] == [2]
    assert len(tui("concordance", "haddock", "--copies", "--tsv", "--corpus", news).out.splitlines()) == 4


def test_what_is_counted_counts_them_once_or_each(news: Path, tui: Tui) -> None:
    def both(*argv: str) -> list[list[str]]:
        return [tui(*argv, *more, "--plain", "--corpus", news).out.splitlines() for more in ([], ["--copies"])]

    for number, lines in zip("13", both("facets", "haddock"), strict=True):
        assert f'actor\tAda Berg\t{number}\tactor:"Ada Berg"' in lines
    (names := news.parent / "names.txt").write_text("Ada Berg\n")
    rows = [lines[0].split("\t")[2:] for lines in both("search", "--batch", str(names))]
    assert rows == [["1", "1", "0"], ["3", "3", "0"]]
