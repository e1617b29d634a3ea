"""Words for people and lines for programs, on nouns made by hand."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model import SCHEMA, Hit, Page, Passage, Quotation, Said, Speaker, When, Words
from tui.output import lines
from tui.output.lines import JsonPrinter
from tui.output.plain import PlainPrinter
from tui.output.words import harmless, iso, one_line, said_by

NASTY = "\x1b[2J\u202eevil\u2066\x00\x9b31m\x07\ud800\u2028"


def a_quotation(**changes: Any) -> Quotation:
    given: dict[str, Any] = {
        "id": "q1", "start": 10, "end": 17, "text": "never\nso", "kind": "direct", "rule": "cue", "confidence": 0.5,
        "speaker": Speaker(actors=("ada", "bob")), "addressee": Speaker(text="the press"),
    }  # fmt: skip
    return Quotation(**{**given, **changes})


def a_hit(text: str) -> Hit:
    passage = Passage(start=5, end=5 + len(text), text=text, marks=((6, 7),))
    return Hit(rank=1, id="a", file="a.txt", title=text, outlet=None, published=None, score=1.5, quotations=2,
               passages=(passage,))  # fmt: skip


@given(st.text(st.characters(codec=None)))
def test_harmless_text_keeps_its_offsets_and_its_words(text: str) -> None:
    made = harmless(text)
    assert len(made) == len(text)
    assert all(a == b for a, b in zip(text, made, strict=True) if a.isalnum() or a in " \n\t“”’.,")


def test_nothing_that_commands_a_terminal_is_left() -> None:
    made = harmless(NASTY)
    assert made == "␛[2J�evil�␀�31m␇��"
    assert made.encode()


def test_a_field_is_one_line() -> None:
    assert one_line(" a\tb\r\n\u2028c\x0bd ") == "a b c d"


@pytest.mark.parametrize(
    ("when", "machine"),
    [
        (None, ""),
        (When(from_="2021-04-01", to="2021-04-01", precision="day"), "2021-04-01"),
        (When(from_="2021-03-29", to="2021-04-04", precision="week"), "2021-03-29"),
        (When(from_="2021-04-01", to="2021-04-30", precision="month"), "2021-04"),
        (When(from_="2021-01-01", to="2021-12-31", precision="year"), "2021"),
        (When(text="last Tuesday"), ""),
    ],
)
def test_dates_for_machines_are_as_precise_as_they_are_known(when: When | None, machine: str) -> None:
    assert iso(when) == machine


def test_who_says_it_to_whom() -> None:
    names = {"ada": "Ada", "bob": "Bob"}
    assert said_by(a_quotation(), names) == "Ada and Bob → “the press”"
    assert said_by(a_quotation(addressee=None), names) == "Ada and Bob"
    assert said_by(a_quotation(speaker=None, addressee=None), names) == ""
    assert said_by(a_quotation(speaker=None), names) == "? → “the press”"
    assert said_by(a_quotation(speaker=Speaker(text="an official"), addressee=None), {}) == "“an official”"


# JSON ---------------------------------------------------------------------------------------------------------------


def test_the_schema_is_the_model_s() -> None:
    assert lines.SCHEMA == SCHEMA


@given(st.text(st.characters(codec=None)))
def test_a_line_of_json_is_one_line_and_comes_back_whole(text: str) -> None:
    written = lines.line({"text": text})
    assert len(written.splitlines()) == 1
    assert list(json.loads(written)) == ["schema", "text"]
    assert json.loads(written)["text"] == text


def test_a_hit_has_the_fields_of_the_contract_in_order() -> None:
    shape = lines.hit(a_hit("so it is"))
    assert list(shape) == ["rank", "id", "file", "title", "outlet", "published", "score", "passages", "copies",
                           "starred", "tags"]  # fmt: skip
    assert shape["passages"] == [{"start": 5, "end": 13, "text": "so it is", "marks": [[6, 7]]}]


def test_a_quotation_is_one_flat_row() -> None:
    said = Said(article="a", file="a.txt", title="A", outlet="Paper", published=When(from_="2021-04-01"),
                quotation=a_quotation(cue=Words(start=1, end=5, text="said")))  # fmt: skip
    shape = lines.quotation(said)
    assert (shape["id"], shape["quotation"], shape["file"]) == ("a", "q1", "a.txt")
    assert shape["cue"] == {"start": 1, "end": 5, "text": "said"}
    assert shape["speaker"]["actors"] == ["ada", "bob"]
    assert shape["published"]["from"] == "2021-04-01"
    assert set(a_quotation().to_json()) <= set(shape)


def test_broken_characters_are_written_as_their_escapes(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(written, encoding="ascii", newline="\n"))
    JsonPrinter().page(Page(query="", hits=(a_hit("ş\ud800" + NASTY),), total=1, seconds=0))
    import sys

    sys.stdout.flush()
    shape = json.loads(written.getvalue())
    assert shape["title"] == "ş\ud800" + NASTY
    assert "ş" in written.getvalue().decode()


def test_plain_text_has_a_line_a_hit_and_tabs_between_fields(capsys: pytest.CaptureFixture[str]) -> None:
    PlainPrinter().page(Page(query="", hits=(a_hit("one\ttwo\n" + NASTY),), total=1, seconds=0))
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    assert len(out.split("\t")) == 4
    assert "\x1b" not in out
