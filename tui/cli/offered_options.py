"""The options that commands take, as data: what they are called, what may follow them, and their help."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tui.settings import THEMES

UNITS = ("day", "week", "month", "year")
ORDERS = ("left", "right", "outlet", "date", "rank")
OF_ARTICLES = ("rank", "recency", "date", "outlet")
KINDS = ("direct", "partial", "indirect", "heading", "scare", "statement")
FORMS = ("words", "citation", "markdown", "bibtex", "ris", "csl-json")
CONTACTS = ("call", "meeting", "visit", "letter", "talks", "message", "conversation")


def _number(text: str) -> int:
    """A number of rows or characters: whole, not negative."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 0 on")
    return int(text)


def _folder(text: str) -> Path:
    """A folder. An empty name, as of a variable that is not set, does not mean the one where one is."""
    if not text:
        raise argparse.ArgumentTypeError("the name is empty, where a folder is wanted")
    return Path(text)


OPTIONS: Mapping[str, dict[str, Any]] = {
    "--corpus": {"metavar": "DIR", "type": _folder, "help": "the folder of articles (READOUT_CORPUS, or the sample)"},
    "--json": {"action": "store_true", "help": "print JSON, one object a line"},
    "--plain": {"action": "store_true", "help": "print plain text, with tabs, on a terminal too"},
    "--csv": {"action": "store_true", "help": "print a table for spreadsheets"},
    "--tsv": {"action": "store_true", "help": "print a table with tabs between the columns"},
    "--md": {"action": "store_true", "help": "print a Markdown list, with sources"},
    "--limit": {"metavar": "N", "type": _number, "help": "print at most N, 0 for all (search: 50, actors: 100)"},
    "--batch": {"metavar": "FILE", "help": "count for the names in a file, a line each; - is stdin"},
    "--copies": {"action": "store_true", "help": "print and count copies of an article each by itself"},
    "--actor": {"metavar": "NAME", "help": "of an actor, by any spelling"},
    "--by": {"choices": ORDERS, "metavar": "ORDER", "default": "left", "help": ", ".join(ORDERS)},
    "--speaker": {"metavar": "NAME", "help": "who speaks, by any spelling"},
    "--to": {"metavar": "NAME", "help": "who is spoken to"},
    "--about": {"metavar": "NAME", "help": "whom the words name"},
    "--kind": {"choices": KINDS, "metavar": "KIND", "help": "direct, partial, indirect, heading, scare or statement"},
    "--between": {"metavar": "NAME", "nargs": 2, "help": "two who both take part"},
    "--of": {"metavar": "NAME", "help": "of whom: an actor, a country, a body"},
    "--from": {"metavar": "DATE", "dest": "since", "help": "from this day, month or year on"},
    "--matrix": {"action": "store_true", "help": "count who with whom"},
    "--told": {"action": "store_true", "help": "print the words of each article that tells of it"},
    "--graphml": {"action": "store_true", "help": "print a graph of who with whom, as GraphML"},
    "--ftm": {"action": "store_true", "help": "print FollowTheMoney entities, one a line"},
    "--spelling": {"metavar": "TEXT", "action": "append", "help": "where it is written so; may be given again"},
    "--article": {"metavar": "ID", "action": "append", "help": "in this article; may be given again"},
    "--name": {"metavar": "NAME", "help": "who that is"},
    "--preview": {"action": "store_true", "help": "print the places that would change; change nothing"},
    "--date": {"metavar": "DATE", "help": "the day, month or year it was published"},
    "--matching": {"metavar": "QUERY", "help": "all articles that answer it, in place of an ID"},
    "--outlet": {"metavar": "NAME", "help": "where it was published"},
    "--author": {"metavar": "NAME", "help": "by whom"},
    "--url": {"metavar": "URL", "help": "its address"},
    "--start": {"metavar": "N", "type": _number, "help": "where it begins, in characters of the text"},
    "--end": {"metavar": "N", "type": _number, "help": "where it ends"},
    "--as": {"choices": FORMS, "metavar": "FORM", "dest": "form", "help": "words, citation, markdown, bibtex, …"},
    "--not-a-quotation": {"action": "store_true", "help": "it is none"},
    "--confirm": {"action": "store_true", "help": "it is right as it stands"},
    "--rebuild": {"action": "store_true", "help": "build the index anew, even if nothing changed"},
    "--watch": {"action": "store_true", "help": "go on, and tell what comes, changes and goes"},
    "--fix": {"action": "store_true", "help": "build anew what is derived, where that mends it"},
    "--theme": {"choices": THEMES, "metavar": "NAME", "help": "the colours of the app: a name, as light or contrast"},
    "--fresh": {"action": "store_true", "help": "open the app at its beginning (READOUT_FRESH)"},
    "--version": {"help": "print the version"},
    "--help": {"action": "help", "help": "print this help"},
}


_UNTIL: dict[str, Any] = {"metavar": "DATE", "dest": "until", "help": "until this day, month or year"}
OF_COMMAND: Mapping[tuple[str, str], dict[str, Any]] = {
    ("contacts", "--about"): {"metavar": "TOPIC", "help": "what it was about: s-400, syria"},
    ("contacts", "--kind"): {"choices": CONTACTS, "metavar": "KIND", "dest": "contact", "help": ", ".join(CONTACTS)},
    ("contacts", "--to"): _UNTIL,
    ("search", "--by"): {"choices": OF_ARTICLES, "metavar": "ORDER", "dest": "order", "default": "rank",
                         "help": ", ".join(OF_ARTICLES)},
    ("timeline", "--by"): {"choices": UNITS, "metavar": "UNIT", "dest": "unit", "help": ", ".join(UNITS)},
    ("actors role", "--to"): _UNTIL,
    ("source", "--preview"): {"action": "store_true", "help": "print the articles that would change; change nothing"},
}
"""Options that mean something else after one command."""
