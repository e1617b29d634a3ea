"""Correcting, taking back and verifying on the command line."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from index.model import Quotation, Said, Speaker, When, Words
from tests.cli.conftest import Tui
from tui.output.ledger import COLUMNS, CsvPrinter, MarkdownPrinter

COD = "The cod is ours,"
TEXT = f'Fish talks\n\n"{COD}" Minister Ada Berg said in Oslo on 3 May 2021. Bo Olsen, the trade minister, agreed.\n'


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tui: Tui) -> Path:
    monkeypatch.setenv("READOUT_DATA", str(tmp_path / "data"))
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.setenv("READOUT_CORPUS", str(folder))
    return folder


def row(tui: Tui) -> dict[str, Any]:
    (line,) = tui("quotes", "cod", "--json").out.splitlines()
    found: dict[str, Any] = json.loads(line)
    return found


def test_a_correction_is_told_and_stays(corpus: Path, tui: Tui) -> None:
    own = row(tui)["quotation"]
    done = tui("quotes", "correct", "a", own, "--speaker", "olsen")
    assert (done.code, done.err) == (0, "")
    assert done.out == f"a.txt\t{own}\tdirect\tBo Olsen\t{COD}\n"
    assert (row(tui)["speaker"]["actors"], row(tui)["corrected"]) == (["bo-olsen"], True)
    tui("index", "--rebuild")
    assert row(tui)["speaker"]["actors"] == ["bo-olsen"]


def test_several_corrections_at_once(corpus: Path, tui: Tui) -> None:
    own = row(tui)
    start = own["start"] + 4
    done = tui(
        "quotes", "correct", "a.txt", own["quotation"], "--speaker", "olsen;Kari Nilsen", "--kind", "partial",
        "--start", str(start), "--end", str(own["end"] - 1), "--json",
    )  # fmt: skip
    shape = json.loads(done.out)
    assert (shape["text"], shape["kind"], shape["start"]) == ("cod is ours", "partial", start)
    assert set(shape["speaker"]["actors"]) == {"bo-olsen", "kari-nilsen"}


def test_what_is_no_quotation_is_gone_until_it_is_taken_back(corpus: Path, tui: Tui) -> None:
    own = row(tui)["quotation"]
    done = tui("quotes", "correct", "a", own, "--not-a-quotation")
    assert (done.code, done.out) == (0, "")
    assert "tui undo" in done.err
    assert tui("quotes", "cod").code == 1
    undone = tui("quotes", "undo")
    assert (undone.code, undone.out) == (0, f"a.txt\t{COD}\tnot a quotation\n")
    assert row(tui)["quotation"] == own
    again = tui("quotes", "undo")
    assert (again.code, again.out, again.err) == (1, "", "tui: There is nothing to take back.\n")


def test_what_was_confirmed_is_not_asked_about_again(corpus: Path, tui: Tui) -> None:
    assert tui("quotes", "correct", "a", row(tui)["quotation"], "--confirm").code == 0
    assert [json.loads(line)["text"] for line in tui("quotes", "is:corrected", "--json").out.splitlines()] == [COD]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("a",), "Name an article and a quotation"),
        (("a", "q77"), "There is no quotation 'q77' in a.txt"),
        (("zzz", "q1"), "There is no article 'zzz'"),
        (("a", "q1", "--speaker", "ols"), "Nobody is called 'ols'. Did you mean Bo Olsen?"),
        (("a", "q1"), "Nothing is decided"),
        (("a", "q1", "--start", "9000"), "There are no words from 9000"),
        (("a", "q1", "--confirm", "--not-a-quotation"), "too much"),
    ],
)
def test_a_mistake_is_told_and_nothing_is_kept(
    corpus: Path, tui: Tui, words: tuple[str, ...], says: str
) -> None:
    done = tui("quotes", "correct", *words)
    assert (done.code, done.out) == (2, "")
    assert says in done.err
    assert tui("quotes", "undo").code == 1


def test_a_broken_file_of_decisions_is_named(corpus: Path, tui: Tui) -> None:
    tui("quotes", "correct", "a", row(tui)["quotation"], "--confirm")
    (ledger,) = corpus.parent.joinpath("data").rglob("decisions.toml")
    ledger.write_text(ledger.read_text("utf-8") + "kind = \n", encoding="utf-8")
    before = ledger.read_bytes()
    for words in (("correct", "a", "q1", "--kind", "direct"), ("undo",)):
        done = tui("quotes", *words)
        assert done.code == 2
        assert f"{ledger} cannot be read, from line" in done.err
    assert tui("verify").code == 1
    assert ledger.read_bytes() == before


def test_verify_tells_what_changed_and_others_read_it_anew(corpus: Path, tui: Tui) -> None:
    assert (tui("verify").code, tui("verify").out) == (0, "")
    (corpus / "a.txt").write_text(TEXT.replace("The cod", "The eel"), encoding="utf-8")
    done = tui("verify", "--json")
    assert done.code == 1
    problems = [json.loads(line) for line in done.out.splitlines()]
    assert [(p["schema"], p["file"]) for p in problems] == [(1, "a.txt")] * 2
    assert COD in problems[1]["problem"]
    assert tui("verify").code == 1
    tui("index")
    assert tui("verify").code == 0


# CSV and Markdown ----------------------------------------------------------------------------------------------------


def said(text: str, **changes: Any) -> Said:
    quotation = Quotation(
        id="q4", start=10, end=10 + len(text), text=text, kind="partial", rule="cue", confidence=0.5,
        speaker=Speaker(actors=("ada",)), addressee=Speaker(text="the press"), cue=Words(start=1, end=5, text="told"),
    )  # fmt: skip
    return Said(
        **{"article": "a", "file": "a.txt", "title": "Fish, *fresh*", "outlet": "The Paper", "quotation": quotation,
           "published": When(from_="2021-05-03", to="2021-05-03", precision="day"), "sha256": "abc", "paragraph": 2,
           **changes}
    )  # fmt: skip


def names() -> dict[str, str]:
    return {"ada": "Ada Berg"}


def test_csv_keeps_every_character(capsys: pytest.CaptureFixture[str]) -> None:
    nasty = 'one\n"two", three\ttab; \x1b[31m =1+1'
    CsvPrinter().quotations([said(nasty)], names)
    (head, row) = csv.reader(io.StringIO(capsys.readouterr().out, newline=""))
    assert tuple(head) == COLUMNS
    assert dict(zip(head, row, strict=True)) == {
        "text": nasty, "speaker": "Ada Berg", "addressee": "“the press”", "cue": "told", "kind": "partial",
        "title": "Fish, *fresh*", "outlet": "The Paper", "date": "2021-05-03", "paragraph": "2", "start": "10",
        "end": str(10 + len(nasty)), "file": "a.txt", "quotation": "q4", "rule": "cue", "confidence": "0.5",
        "corrected": "no", "sha256": "abc", "copies": "0",
    }  # fmt: skip


def test_markdown_is_a_list_with_sources(capsys: pytest.CaptureFixture[str]) -> None:
    MarkdownPrinter().quotations([said("never\n- *ever*\x1b[0m"), said("yes", paragraph=None, outlet=None)], names)
    assert capsys.readouterr().out == """\
- **Ada Berg** to “the press”, “told” (partial):

  > never
  > \\- \\*ever\\*␛\\[0m

  — “Fish, \\*fresh\\*”, The Paper, 3 May 2021, paragraph 2, a.txt, characters 10–28

- **Ada Berg** to “the press”, “told” (partial):

  > yes

  — “Fish, \\*fresh\\*”, 3 May 2021, a.txt, characters 10–13

"""
