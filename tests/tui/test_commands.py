from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tui.commands import BY_ID, COMMANDS, OWNERS, WHY, Command, choose_keys, explained, footer, way_on, with_keys
from tui.panes.actors import ActorsPane
from tui.panes.ledger import LedgerPane
from tui.panes.reader import ReaderPane
from tui.panes.search import SearchPane
from tui.screens.doing import Doing
from tui.screens.finding import Finding

DOERS = {
    "app": Doing, "search": SearchPane, "article": ReaderPane, "finder": Finding, "actors": ActorsPane,
    "ledger": LedgerPane,
}  # fmt: skip
KEPT_BY_TERMINALS = {"ctrl+b", "ctrl+a", "ctrl+s", "ctrl+q", "ctrl+m", "ctrl+i", "ctrl+h"}
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_is_explained_has_a_key_and_is_done(command: Command) -> None:
    assert command.name
    assert command.doc.endswith(".")
    assert command.keys
    assert not KEPT_BY_TERMINALS & set(command.keys)
    assert set(command.needs) <= set(WHY)
    assert callable(getattr(DOERS[command.owner], f"do_{command.verb}"))


def test_nothing_is_done_that_is_no_command() -> None:
    for owner, doer in DOERS.items():
        verbs = {name.removeprefix("do_") for name in dir(doer) if name.startswith("do_")}
        assert verbs == {command.verb for command in COMMANDS if command.owner == owner}


def test_ids_are_unique() -> None:
    assert len(BY_ID) == len(COMMANDS)


@pytest.mark.parametrize("pane", ["search", "article", "finder", "actors", "ledger"])
def test_no_key_does_two_things_in_a_pane(pane: str) -> None:
    keys = Counter(key for c in COMMANDS if c.everywhere or c.owner == pane for key in c.keys)
    assert [key for key, times in keys.items() if times > 1] == []


def test_the_help_begins_with_the_pane_and_leaves_nothing_out() -> None:
    groups = explained("actors")
    assert groups[0][0] == "actors"
    assert {owner for owner, _ in groups} == set(OWNERS)
    assert sorted(c.id for _, commands in groups for c in commands) == sorted(BY_ID)


def test_the_footer_shows_what_works_now() -> None:
    nothing = footer("article", frozenset({"open"}), typing=False)
    assert ("/", "search") in nothing
    assert not any(name == "next hit" for _, name in nothing)
    there = footer("article", frozenset({"article", "hits"}), typing=False)
    assert ("n", "next hit") in there


def test_while_typing_the_footer_shows_no_letters() -> None:
    everything = frozenset(WHY)
    assert all(len(key) > 1 and key != "backspace" for key, _ in footer("search", everything, typing=True))


def test_a_command_says_why_it_would_do_nothing() -> None:
    assert BY_ID["article.next_hit"].why_not(frozenset({"article"})) == WHY["hits"]
    assert BY_ID["article.next_hit"].why_not(frozenset({"article", "hits"})) == ""


def test_the_table_is_plain_data() -> None:
    code = "import sys, tui.commands; sys.exit('textual' in sys.modules or 'rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_the_way_on_to_all_commands_is_a_key_that_works_now() -> None:
    assert way_on(typing=False) == ("?", "keys")
    assert way_on(typing=True) == ("ctrl+p", "go to")
    choose_keys({"app.help": (), "app.palette": ("f2",)})
    try:
        assert way_on(typing=False) == ("f2", "go to")
    finally:
        choose_keys({})


def test_a_hint_names_the_keys_that_a_person_has_chosen() -> None:
    assert with_keys("{app.undo} takes it back") == "u takes it back"
    choose_keys({"app.undo": ("ctrl+z",), "app.look_up": (), "article.next_quotation": ("down",)})
    try:
        assert with_keys("{app.undo} takes it back") == "ctrl+z takes it back"
        assert BY_ID["actors.said"].why_not(frozenset()) == "No actor's card is open: “actors” looks one up."
        why = BY_ID["app.confirm"].why_not(frozenset({"article"}))
        assert why == "Go to a quotation first: ↓ goes to the next one."
    finally:
        choose_keys({})


def test_hints_name_commands_that_there_are() -> None:
    named = {name for sentence in WHY.values() for name in re.findall(r"\{(.*?)\}", sentence)}
    assert named
    assert named <= BY_ID.keys()
