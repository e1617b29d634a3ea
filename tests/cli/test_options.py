"""What a command line asks for."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from index.answers.concordance import LineOrder
from index.answers.search import Order
from index.model import ContactKind, QuotationKind, Unit
from tui import contacts, session, timeline
from tui.cli.offered import COMMANDS
from tui.cli.offered_options import CONTACTS, KINDS, ORDERS, UNITS
from tui.cli.options import parse
from tui.cli.request import Request, plain


@pytest.mark.parametrize(
    ("argv", "request_"),
    [
        ([], Request()),
        (["articles"], Request(corpus=Path("articles"))),
        (["--plain", "articles"], Request(corpus=Path("articles"), plain=True)),
        (["--corpus", "search"], Request(corpus=Path("search"))),
        (["./search"], Request(corpus=Path("search"))),
        (["--", "search"], Request(corpus=Path("search"))),
        (["search", "s-400"], Request("search", "s-400")),
        (["search", "s-400", "caatsa"], Request("search", "s-400 caatsa")),
        (["search", "-syria", "s-400"], Request("search", "-syria s-400")),
        (["search", "--", "--json"], Request("search", "--json")),
        (["search", "show"], Request("search", "show")),
        (["search", "a", "--json", "b"], Request("search", "a b", json=True)),
        (["--json", "search", "a"], Request("search", "a", json=True)),
        (["--corpus", "show", "search", "a"], Request("search", "a", corpus=Path("show"))),
        (["--corpus=x", "search", "a"], Request("search", "a", corpus=Path("x"))),
        (["search", "a", "--limit", "0"], Request("search", "a", limit=0)),
        (["quotes"], Request("quotes")),
        (["quotes", "--speaker", "blinken", "--kind", "direct"], Request("quotes", speaker="blinken", kind="direct")),
        (["quotes", "--to", "a", "--about", "b", "--csv"], Request("quotes", to="a", about="b", csv=True)),
        (["quotes", "correct", "004", "q4", "--kind", "scare"], Request("quotes correct", "004 q4", kind="scare")),
        (["quotes", "correct", "a", "q1", "--end", "9"], Request("quotes correct", "a q1", end=9)),
        (["quotes", "undo"], Request("quotes undo")),
        (["quotes", "talks", "undo"], Request("quotes", "talks undo")),
        (["quotes", "--", "undo"], Request("quotes", "undo")),
        (["index", "--rebuild"], Request("index", rebuild=True)),
        (["search", "--batch", "names.txt"], Request("search", batch="names.txt")),
        (["search", "--batch=-", "--csv"], Request("search", batch="-", csv=True)),
        (["concordance", "a", "--by", "right"], Request("concordance", "a", by="right")),
    ],
)
def test_options_and_words_may_stand_in_any_order(argv: list[str], request_: Request) -> None:
    assert parse(argv)._replace(each=(), near=None) == request_


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["search"], "QUERY"),
        (["show"], "ID"),
        (["dirs", "here"], "dirs takes no words"),
        (["search", "a", "--limit"], "Something is missing behind --limit."),
        (["search", "a", "--limit", "-1"], "'-1' is no whole number"),
        (["quotes", "--kind", "spoken"], "--kind cannot be 'spoken'; it may be "),
        (["contacts", "--between", "a"], "Something is missing behind --between."),
        (["quotes", "undo", "twice"], "quotes undo takes no words"),
        (["quotes", "--csv", "--json"], "exclude each other"),
        (["show", "a", "--csv"], "--csv"),
        (["search", "a", "--batch", "names.txt"], "no words with --batch"),
        (["search", "--json"], "QUERY"),
        (["concordance", "a", "--by", "size"], "'size'"),
        (["quotes", "correct", "a", "q1", "--start", "-3"], "'-3' is no whole number"),
        (["cite"], "Something is missing: ID [Q]."),
        (["search", "a", "--corpus", ""], "the name is empty"),
        ([""], "the name is empty"),
        (["one", "two"], "no command 'one'"),
        (["one", "--corpus", "two"], "exclude each other"),
        (["--jsonn"], "--jsonn"),
        (["search", "a", "--json", "--plain"], "exclude each other"),
        (["keys", "--corpus", "x"], "--corpus"),
    ],
)
def test_a_mistake_is_one_sentence_and_ends_with_2(
    argv: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(argv)
    assert ended.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("tui: ")
    assert err.count("\n") == 1
    assert said in err
    assert "--help" in err


def test_a_command_that_is_misspelt_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert parse(["quots"]).near == "quotes"
    assert parse(["articles"]).near is None
    (tmp_path / "quots").mkdir()
    assert parse(["quots"]).near is None


@pytest.mark.parametrize("argv", [["--help"], ["-h"], *([name, "--help"] for name in COMMANDS)])
def test_help_fits_a_terminal(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(argv)
    assert ended.value.code == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 80
    assert any("tui" in line for line in lines)
    assert "exit codes" in lines


def test_the_help_of_all_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--help"])
    said = capsys.readouterr().out
    for command in COMMANDS.values():
        assert f"  {command.name} " in said
        assert command.doc in said


def test_each_example_of_the_help_is_a_command_line() -> None:
    import shlex

    for command in COMMANDS.values():
        for example in command.examples:
            argv = shlex.split(example.partition(" > ")[0])
            assert argv[0] == "tui"
            assert parse(argv[1:]).command == command.name


def test_what_may_be_chosen_is_what_there_is() -> None:
    assert get_args(QuotationKind) == KINDS
    assert get_args(ContactKind) == CONTACTS == contacts.KINDS
    assert get_args(Unit) == UNITS == timeline.UNITS
    assert get_args(LineOrder) == ORDERS == get_args(session.LineOrder)
    assert get_args(Order) == session.ORDERS


def test_every_command_is_done_by_something() -> None:
    from tui.cli import main as cli

    assert all(name in cli._WITHOUT_A_LIBRARY or cli._answering(name) for name in COMMANDS)


@pytest.mark.parametrize("argv", [[], ["./search"], ["./of today"]])
def test_a_folder_alone_needs_no_parser(argv: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("search", "of today"):
        (tmp_path / name).mkdir()
    assert plain(argv) == parse(argv)


@pytest.mark.parametrize("argv", [["news"], ["search"], ["--help"], ["-/x"], ["./news", "--json"], ["./not-there"]])
def test_all_else_is_parsed(argv: list[str]) -> None:
    assert plain(argv) is None


def test_a_value_that_is_missing_is_not_taken_from_the_next_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["contacts", "--between", "akar", "--corpus", "news"])
    assert "Something is missing behind --between" in capsys.readouterr().err


def test_of_a_command_of_two_words_the_second_may_be_known_alone(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["merge", "one", "other"])
    assert "Did you mean: tui actors merge" in capsys.readouterr().err
