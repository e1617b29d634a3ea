"""What somebody types who does not know the program yet: the answer says what to type instead."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Tui
from tui.cli.offered import COMMANDS, Command

OF_A_CORPUS = [command for command in COMMANDS.values() if command.corpus and command.name not in ("dirs", "doctor")]
"""The commands that ask a corpus; those others also tell of one that is not there."""


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("search", "cavus"), 1, "Mevlüt Çavuşoğlu is called so: tui actors cavus"),
        (("search", "blinkn"), 1, "Did you mean: blinken"),
        (("search",), 2, "Something is missing: QUERY. See: tui search --help"),
        (("search", "x", "--bogus"), 2, "This means nothing here: --bogus. See: tui search --help"),
        (("serach", "s-400"), 2, "There is no command 'serach'. Did you mean: tui search"),
        (("nonsense", "s-400"), 2, "There is no command 'nonsense'. See: tui --help"),
        (("serach",), 2, "Did you mean the command: tui search"),
        (("help",), 2, "Did you mean the command: tui --help"),
        (("search", "greece brussels"), 1, "Each word stands in some article, but no article fits the whole query."),
        (("search", "greece or brussels"), 1, "“or” is sought as a word; OR in capitals means either."),
        (("search", "outlet:zyxwvut"), 1, "Nothing found. No article has “outlet:zyxwvut”."),
        (("search", "date:1999"), 1, "Articles here are dated from "),
        (("facets", "blinkn"), 1, "Did you mean: blinken"),
        (("timeline", "blinkn"), 1, "Did you mean: blinken"),
        (("concordance", "blinkn"), 1, "Did you mean: blinken"),
        (("concordance", "NOT zyxwvut"), 1, "Articles answer that, but at no place in them: ask for a word, too."),
        (("source", "004"), 2, "Say where it comes from"),
        (("actors", "merge", "akar"), 2, "Here is 1 name where 2 are wanted"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_is_not_meant_so_is_answered_with_what_may_be(
    words: tuple[str, ...], code: int, told: str, tui: Tui
) -> None:
    done = tui(*words)
    assert (done.code, done.out) == (code, "")
    assert told in done.err


def test_nothing_is_said_of_words_where_none_were_sought(tui: Tui) -> None:
    assert tui("search", "is:starred").err.splitlines() == ["tui: Nothing found."]


def test_nobody_is_proposed_where_nobody_is_called_so(tui: Tui) -> None:
    done = tui("search", "zzzz qqqq")
    assert done.err.splitlines() == ["tui: Nothing found. No article has “zzzz”, “qqqq”."]


def test_the_version_is_data(tui: Tui) -> None:
    done = tui("--version")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("readout ")


def test_the_keys_that_work_everywhere_come_first(tui: Tui) -> None:
    lines = [line.split("\t") for line in tui("keys", "--plain").out.splitlines()]
    assert lines[0][:2] == ["Everywhere", "/"]
    assert all(len(line) == 4 and line[3].endswith(".") for line in lines)


@pytest.mark.parametrize("command", OF_A_CORPUS, ids=lambda command: command.name)
@pytest.mark.parametrize(
    ("place", "told"),
    [("nowhere", "does not exist"), ("one.txt", "is not a folder"), ("empty", "There is nothing to read in")],
)
def test_where_there_is_no_corpus_each_command_says_so(
    command: Command, place: str, told: str, tui: Tui, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "one.txt").write_text("Talks\n\nThey met.\n", encoding="utf-8")
    words = shlex.split(command.examples[0].partition(" > ")[0])[1:]
    if "--corpus" in words:
        words = words[: words.index("--corpus")]
    done = tui(*words, "--corpus", tmp_path / place)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize("option", ["speaker", "about"])
def test_a_name_that_is_only_begun_finds_nothing_and_says_who_may_be_meant(option: str, tui: Tui) -> None:
    done = tui("quotes", f"--{option}", "cavus")
    assert (done.code, done.out) == (1, "")
    assert f"Did you mean: --{option} 'Mevlüt Çavuşoğlu'" in done.err


def test_topics_are_a_table_for_spreadsheets(tui: Tui) -> None:
    assert tui("topics", "--csv").out.splitlines()[0] == "name,articles"
    assert tui("topics", "s-400", "--csv").out.startswith("text,speaker,addressee")
