"""Actors, contacts and topics on the command line, and what one decides about them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import Tui

TALKS = """\
Ministers talk ships

OSLO, 3 May 2021 – Norwegian Trade Minister Ada Bergström held a phone call with Bo Olsen on Monday.

"The K-27 must sail," Bergström said of the K-27 ferry.
"""
STRIKE = """\
Strike

Harbour pilots struck. "No K-27," said Ada Bergstrand, and Bergstrand left. The K-27 lay still.
"""
@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tui: Tui) -> Path:
    monkeypatch.setenv("READOUT_DATA", str(tmp_path / "data"))
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(TALKS, encoding="utf-8")
    (folder / "b.txt").write_text(STRIKE, encoding="utf-8")
    monkeypatch.setenv("READOUT_CORPUS", str(folder))
    return folder


def shapes(done: Any) -> list[dict[str, Any]]:
    assert done.code == 0, done.err
    return [json.loads(line) for line in done.out.splitlines()]


def test_contacts_as_json_and_csv(corpus: Path, tui: Tui) -> None:
    (call,) = shapes(tui("contacts", "--between", "bo olsen", "ada bergström", "--kind", "call", "--json"))
    assert (call["schema"], call["participants"], call["date"]["from"]) == (1, ["ada-bergstrom", "bo-olsen"],
                                                                            "2021-05-03")  # fmt: skip
    assert [met["article"] for met in call["told"]] == ["a.txt"]
    head, row = csv.reader(io.StringIO(tui("contacts", "--of", "norway", "--csv").out))
    assert dict(zip(head, row, strict=True))["who"] == "Ada Bergström, Bo Olsen"
    assert tui("contacts", "--from", "2021-05", "--to", "2021-05-02").code == 1
    assert tui("contacts", "--from", "May").code == 2


def test_who_with_whom(corpus: Path, tui: Tui) -> None:
    assert tui("contacts", "--matrix").out == "Ada Bergström\tBo Olsen\t1\t2021-05-03\n"
    assert list(csv.reader(io.StringIO(tui("contacts", "--matrix", "--csv").out))) == [
        ["", "Ada Bergström", "Bo Olsen"], ["Ada Bergström", "", "1"], ["Bo Olsen", "1", ""],
    ]  # fmt: skip


def test_contacts_for_other_programs(corpus: Path, tui: Tui) -> None:
    space = "{http://graphml.graphdrawing.org/xmlns}"
    graph = ElementTree.fromstring(tui("contacts", "--graphml").out)
    assert [node.get("id") for node in graph.iter(f"{space}node")] == ["ada-bergstrom", "bo-olsen"]
    assert [(edge.get("source"), edge.get("target")) for edge in graph.iter(f"{space}edge")] == [
        ("ada-bergstrom", "bo-olsen")
    ]
    entities = shapes(tui("contacts", "--ftm"))
    assert [entity["schema"] for entity in entities] == ["Person", "Person", "Event"]
    assert entities[2]["properties"]["involved"] == [entity["id"] for entity in entities[:2]]
    assert entities[2]["properties"]["startDate"] == ["2021-05-03"]


def test_the_card(corpus: Path, tui: Tui) -> None:
    (card,) = shapes(tui("actor", "bergström", "--json"))
    assert [(t["role"], t["of"]) for t in card["tenures"]] == [("Trade Minister", "norway")]
    said = tui("actor", "bergström")
    assert "contact\tBo Olsen\t1 · 2021-05-03\n" in said.out
    assert tui("actor", "Zorn").code == 2
    done = tui("actor", "ada")
    assert (done.code, "ada-bergstrand" in done.err) == (2, True)


def test_who_said_what_on_a_topic(corpus: Path, tui: Tui) -> None:
    assert tui("topics").out == "K-27\t2\n"
    assert [row["text"] for row in shapes(tui("topics", "k27", "--json"))] == ["The K-27 must sail,", "No K-27,"]


def test_two_are_one_until_it_is_taken_back(corpus: Path, tui: Tui) -> None:
    seen = tui("actors", "merge", "bergström", "bergstrand", "--preview")
    assert [line.split("\t")[0] for line in seen.out.splitlines()] == ["b.txt", "b.txt"]
    assert tui("undo").code == 1, "nothing was decided"
    (one,) = shapes(tui("actors", "merge", "bergström", "bergstrand", "--json"))
    assert (one["id"], one["articles"]) == ("ada-bergstrom", 2)
    assert len(shapes(tui("quotes", "--speaker", "bergstrand", "--json"))) == 2
    parted = tui("actors", "split", "bergström", "--article", "b", "--name", "Ada Strand")
    assert (parted.code, parted.out.split("\t")[0]) == (0, "ada-strand")
    assert tui("undo").out == "ada-bergstrom\tAda Bergström\tb.txt: somebody else, Ada Strand\n"
    assert tui("undo").out == "ada-bergstrom\tAda Bergström\tthe same as Ada Bergstrand\n"
    assert len(shapes(tui("quotes", "--speaker", "bergstrand", "--json"))) == 1


def test_rename_drop_role_and_source(corpus: Path, tui: Tui) -> None:
    assert tui("actors", "rename", "bo olsen", "Bo T. Olsen").out.startswith("bo-olsen\tBo T. Olsen\t")
    assert tui("actors", "role", "bo olsen", "Harbour Master", "--of", "norway", "--to", "2022").code == 0
    assert "role\tHarbour Master, Norway\t2022 · as you decided\n" in tui("actor", "bo-olsen").out
    assert tui("actors", "drop", "bo-olsen").code == 0
    assert tui("actors", "olsen").code == 1
    assert "b.txt\tpublished\t2021-05-07\n" in tui("source", "b", "--date", "2021-05-07", "--outlet", "Port").out
    assert [row["outlet"] for row in shapes(tui("quotes", "outlet:port", "--json"))] == ["Port"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("actors", "merge", "olsen"), "1 name where 2 are wanted"),
        (("actors", "split", "bo olsen", "--spelling", "Olsen"), "Say who that is"),
        (("actors", "split", "bo olsen", "--name", "Zorn"), "Nothing is parted"),
        (("actors", "role", "bo olsen", "Master", "--from", "2021-13"), "is no date"),
        (("source", "a"), "Say where it comes from"),
    ],
)
def test_a_mistake_is_told_and_nothing_is_kept(corpus: Path, tui: Tui, words: tuple[str, ...], says: str) -> None:
    done = tui(*words)
    assert (done.code, done.out) == (2, "")
    assert says in done.err
    assert tui("undo").code == 1
