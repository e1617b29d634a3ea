"""What may be typed after `tui`, and the help for it. Standard library alone: it is read at every start."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from index.model import ContactKind, QuotationKind

KINDS = ("direct", "partial", "indirect", "heading", "scare", "statement")
CONTACTS = ("call", "meeting", "visit", "letter", "talks", "message", "conversation")


@dataclass(frozen=True, slots=True)
class Command:
    """A command, once: its parser, its help and its line in the help of all are made from this."""

    name: str
    doc: str
    more: str
    examples: tuple[str, ...]
    words: str = ""
    """How the words it takes are called in the help; none if empty, optional if in brackets."""
    options: tuple[str, ...] = ()
    corpus: bool = True
    """Whether it asks about a corpus."""
    styles: tuple[str, ...] = ()
    """Ways to print, beside those of all commands."""


COMMANDS = {
    command.name: command
    for command in (
        Command(
            "search",
            "find articles, best first",
            "All words must occur; OR, -word and parentheses work. \"…\" is a phrase, word* a\n"
            "prefix; title: quote: speaker: to: about: actor: look there alone; is: and kind:\n"
            "ask what a quotation is. Case, accents and the shape of quotation marks do not\n"
            "matter.",
            ("tui search s-400 caatsa", "tui search '\"done deal\" -syria'", "tui search speaker:blinken --json"),
            "QUERY",
            ("--limit",),
        ),
        Command(
            "show",
            "print one article with its quotations and actors",
            "ID is the article's id, or any part of it that no other article has.",
            ("tui show 004", "tui show 004 --json"),
            "ID",
        ),
        Command(
            "quotes",
            "list quotations: who said what to whom",
            "With a QUERY: those whose own words answer it; is:unattributed and is:doubtful\n"
            "are those to look at. A QUERY that begins with correct or undo stands after --.",
            ("tui quotes --speaker cavusoglu", "tui quotes alliance --kind partial", "tui quotes is:doubtful --csv"),
            "[QUERY]",
            ("--speaker", "--to", "--about", "--kind", "--limit"),
            styles=("--csv", "--md"),
        ),
        Command(
            "quotes correct",
            "put a quotation right, for good",
            "ID is an article, Q one of its quotations (q4), as `tui quotes` prints them.\n"
            "Several speakers stand apart by ; and an empty NAME is nobody. What you decide\n"
            "is kept in a file of yours (see `tui dirs`), and outlives every index.",
            ("tui quotes correct 004 q4 --speaker 'ned price'", "tui quotes correct 004 q4 --not-a-quotation"),
            "ID Q",
            ("--speaker", "--kind", "--start", "--end", "--not-a-quotation", "--confirm"),
        ),
        Command(
            "quotes undo",
            "take back the last correction",
            "Again and again, back to the first.",
            ("tui quotes undo",),
        ),
        Command(
            "undo",
            "take back the last decision, of whatever kind",
            "Again and again, back to the first.",
            ("tui undo",),
        ),
        Command(
            "actors",
            "list persons, organisations and countries",
            "With a NAME: those who are written so, in any spelling, by initials, with a\n"
            "letter wrong. A NAME that is the second word of a command stands after --.",
            ("tui actors", "tui actors cavus", "tui actors jb --csv"),
            "[NAME]",
            ("--limit",),
            styles=("--csv",),
        ),
        Command(
            "actor",
            "print all that is known of one actor",
            "Names as written, roles in time, contacts, topics, who may be the same.",
            ("tui actor cavusoglu", "tui actor blinken --json"),
            "NAME",
        ),
        Command(
            "actors merge",
            "say that two actors are one, for good",
            "B is the same as A from then on. Actors are called by id or any spelling. What\n"
            "you decide is kept in a file of yours (see `tui dirs`); `tui undo` takes it\n"
            "back. --preview prints the places that would change, and changes\n"
            "nothing.",
            ("tui actors merge 'ned price' price-2", "tui actors merge pkk 'workers party' --preview"),
            "A B",
            ("--preview",),
        ),
        Command(
            "actors split",
            "say that a part of an actor is somebody else",
            "Where A is written so, or in these articles, it is the actor called --name, who\n"
            "may be new. An article in which A is written so goes over whole.",
            ("tui actors split bush --spelling 'George Bush' --name 'George H. W. Bush'",
             "tui actors split olsen --article 004 --name 'Bo Olsen, painter' --preview"),
            "A",
            ("--spelling", "--article", "--name", "--preview"),
        ),
        Command(
            "actors rename",
            "show an actor by another name",
            "All spellings find it as before.",
            ("tui actors rename cavusoglu 'Mevlüt Çavuşoğlu'",),
            "A NAME",
            ("--preview",),
        ),
        Command(
            "actors drop",
            "say that what was taken for an actor is none",
            "",
            ("tui actors drop 'read more'",),
            "A",
            ("--preview",),
        ),
        Command(
            "actors role",
            "give an actor a role",
            "Of a country or body, and in a time, where these are told. Dates are days,\n"
            "months or years: 2021-04-01, 2021-04, 2021.",
            ("tui actors role akar 'Defense Minister' --of turkey --from 2018-07",),
            "A ROLE",
            ("--of", "--from", "--to"),
        ),
        Command(
            "contacts",
            "list who met, called or wrote to whom",
            "What several articles tell of one event is one line. A country takes part by its\n"
            "people. --matrix counts who with whom.",
            ("tui contacts --of cavusoglu", "tui contacts --between akar austin --json",
             "tui contacts --of turkey --kind call --from 2021-02 --to 2021-04", "tui contacts --matrix --csv",
             "tui contacts --graphml > contacts.graphml"),
            options=("--between", "--of", "--kind", "--from", "--to", "--matrix", "--limit"),
            styles=("--csv", "--graphml", "--ftm"),
        ),
        Command(
            "topics",
            "list recurrent matters, or who said what on one",
            "With a NAME: the quotations that name it, the oldest first.",
            ("tui topics", "tui topics s-400"),
            "[NAME]",
            ("--limit",),
        ),
        Command(
            "source",
            "say when, where, by whom an article was published",
            "Contacts are dated anew by it. An empty outlet, author or address is unknown.",
            ("tui source 004 --date 2021-04-01", "tui source 004 --outlet 'The Paper'"),
            "ID",
            ("--date", "--outlet", "--author", "--url"),
        ),
        Command(
            "index",
            "read the corpus if it has changed; tell what it holds",
            "What cannot be read is named on stderr, and the rest is read. No file of the\ncorpus is ever changed.",
            ("tui index --corpus ~/articles", "tui index --rebuild"),
            options=("--rebuild",),
        ),
        Command(
            "verify",
            "hold what was found against the files, word for word",
            "Every quotation is cut from its file by its offsets and compared. What changed\n"
            "is named, and the exit code is 1; nothing is read anew, as other commands do.",
            ("tui verify",),
        ),
        Command(
            "export",
            "print every article with all that was found, as JSON",
            "One article a line; docs/json.md tells the shape.",
            ("tui export > articles.jsonl",),
        ),
        Command("dirs", "print where Readout keeps things", "", ("tui dirs",)),
        Command("keys", "print the keys of the app", "", ("tui keys",), corpus=False),
    )
}

_EXIT_CODES = """\
exit codes
  0  found          1  nothing found          2  trouble"""

_HELP = """\
usage: tui [CORPUS]                    open the app on a folder of articles
       tui COMMAND [WORDS] [OPTIONS]   answer on the command line

Who said what, to whom, when, word for word: a reading room for news about
diplomacy.

Without CORPUS it opens the folder named by READOUT_CORPUS, or else a sample of
three articles. Without a terminal, as in a pipe, it prints what the corpus
holds. A folder that is called like a command is opened with `tui ./search`.

commands
{commands}

options
{options}

examples
  tui ~/articles
  tui search '"done deal"' --corpus ~/articles
  tui quotes --speaker blinken --json | jq -r .text

{codes}

`tui COMMAND --help` tells more about one.
"""

def _number(text: str) -> int:
    """A number of rows or characters: whole, not negative."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no number")
    return int(text)


class _Version(argparse.Action):
    """Prints the version. It is looked up only then: that takes as long as all the rest here."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        parser.exit(0, f"readout {_version()}\n")


_OPTIONS: Mapping[str, dict[str, Any]] = {
    "--corpus": {"metavar": "DIR", "type": Path, "help": "the folder of articles (READOUT_CORPUS, or the sample)"},
    "--json": {"action": "store_true", "help": "print JSON, one object a line"},
    "--plain": {"action": "store_true", "help": "print plain text, with tabs, on a terminal too"},
    "--csv": {"action": "store_true", "help": "print a table for spreadsheets"},
    "--md": {"action": "store_true", "help": "print a Markdown list, with sources"},
    "--limit": {"metavar": "N", "type": _number, "help": "print at most N, 0 for all (search: 50, actors: 100)"},
    "--speaker": {"metavar": "NAME", "help": "who speaks, by any spelling"},
    "--to": {"metavar": "NAME", "help": "who is spoken to"},
    "--about": {"metavar": "NAME", "help": "whom the words name"},
    "--kind": {"choices": KINDS, "metavar": "KIND", "help": "direct, partial, indirect, heading, scare or statement"},
    "--between": {"metavar": "NAME", "nargs": 2, "help": "two who both take part"},
    "--of": {"metavar": "NAME", "help": "of whom: an actor, a country, a body"},
    "--from": {"metavar": "DATE", "dest": "since", "help": "from this day, month or year on"},
    "--matrix": {"action": "store_true", "help": "count who with whom"},
    "--graphml": {"action": "store_true", "help": "print a graph of who with whom, as GraphML"},
    "--ftm": {"action": "store_true", "help": "print FollowTheMoney entities, one a line"},
    "--spelling": {"metavar": "TEXT", "action": "append", "help": "where it is written so; may be given again"},
    "--article": {"metavar": "ID", "action": "append", "help": "in this article; may be given again"},
    "--name": {"metavar": "NAME", "help": "who that is"},
    "--preview": {"action": "store_true", "help": "print the places that would change; change nothing"},
    "--date": {"metavar": "DATE", "help": "the day, month or year it was published"},
    "--outlet": {"metavar": "NAME", "help": "where it was published"},
    "--author": {"metavar": "NAME", "help": "by whom"},
    "--url": {"metavar": "URL", "help": "its address"},
    "--start": {"metavar": "N", "type": _number, "help": "where it begins, in characters of the text"},
    "--end": {"metavar": "N", "type": _number, "help": "where it ends"},
    "--not-a-quotation": {"action": "store_true", "help": "it is none"},
    "--confirm": {"action": "store_true", "help": "it is right as it stands"},
    "--rebuild": {"action": "store_true", "help": "build the index anew, even if nothing changed"},
    "--version": {"action": _Version, "nargs": 0, "default": argparse.SUPPRESS, "help": "print the version"},
    "--help": {"action": "help", "help": "print this help"},
}


_UNTIL: dict[str, Any] = {"metavar": "DATE", "dest": "until", "help": "until this day, month or year"}
_OF_COMMAND: Mapping[tuple[str, str], dict[str, Any]] = {
    ("contacts", "--kind"): {"choices": CONTACTS, "metavar": "KIND", "dest": "contact", "help": ", ".join(CONTACTS)},
    ("contacts", "--to"): _UNTIL,
    ("actors role", "--to"): _UNTIL,
}
"""Options that mean something else after one command."""


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for. `command` is None for the app; `corpus` is None where no folder was named."""

    command: str | None = None
    words: str = ""
    """All words, with blanks between them."""
    each: tuple[str, ...] = field(default=(), compare=False)
    """The same, each by itself."""
    corpus: Path | None = None
    json: bool = False
    plain: bool = False
    csv: bool = False
    md: bool = False
    limit: int | None = None
    speaker: str | None = None
    to: str | None = None
    about: str | None = None
    kind: QuotationKind | None = None
    start: int | None = None
    end: int | None = None
    not_a_quotation: bool = False
    confirm: bool = False
    rebuild: bool = False
    between: tuple[str, ...] = ()
    of: str | None = None
    contact: ContactKind | None = None
    since: str | None = None
    until: str | None = None
    matrix: bool = False
    graphml: bool = False
    ftm: bool = False
    spelling: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    name: str | None = None
    preview: bool = False
    date: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    near: str | None = None
    """A command that the folder's name looks like, where there is no such folder."""


def parse(argv: Sequence[str]) -> Request:
    """The request in a command line. Ends the program (`SystemExit`) after help or the version, or with 2 for a mistake
    in it."""
    command, options, words = _split(argv)
    parser = _parser(COMMANDS[command]) if command else _top()
    if command and words and not COMMANDS[command].words:
        parser.error(f"{command} takes no words, but here is: {' '.join(words)}")
    given = vars(parser.parse_args([*options, "--", *words] if words else options))
    if command:
        each = tuple(given.pop("words", ()))
        for name in {"between", "spelling", "article"} & given.keys():
            given[name] = tuple(given[name] or ())
        return Request(command=command, words=" ".join(each), each=each, **given)
    folder = given.pop("folder")
    return Request(**{**given, "corpus": Path(folder)}, near=_near(folder)) if folder else Request(**given)


def _split(argv: Sequence[str]) -> tuple[str | None, list[str], list[str]]:
    """The command, the options with their values, and the other words, wherever they stand. A word with one minus is
    no option but part of a query (`-syria`). Behind `--` stand words alone, so that a folder may be called `search`."""
    command: str | None = None
    options: list[str] = []
    words: list[str] = []
    rest = iter(argv)
    for word in rest:
        if word == "--":
            words.extend(rest)
        elif word.startswith("--") or word == "-h" or (word.startswith("-") and not command):
            options.append(word)
            if "metavar" in _OPTIONS.get(word, {}):
                options.extend(islice(rest, _OPTIONS[word].get("nargs", 1)))
        elif not words and (longer := f"{command} {word}" if command else word) in COMMANDS:
            command = longer
        else:
            words.append(word)
    return command, options, words


def _near(folder: str) -> str | None:
    """The command that `folder` looks like, if it is no folder."""
    if Path(folder).exists():
        return None
    import difflib

    return next(iter(difflib.get_close_matches(folder, COMMANDS, n=1)), None)


class _Parser(argparse.ArgumentParser):
    """Tells a mistake in one sentence, as everything else that goes wrong is told."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"tui: {message}. See: {self.prog} --help\n")


def _top() -> argparse.ArgumentParser:
    """The parser without a command, and the help of all."""
    parser = _Parser(prog="tui", add_help=False, allow_abbrev=False)
    parser.format_help = _help  # type: ignore[method-assign]
    _add(parser, "--version", "--help")
    folder = parser.add_mutually_exclusive_group()
    folder.add_argument("--corpus", **_OPTIONS["--corpus"])
    folder.add_argument("folder", nargs="?", metavar="CORPUS")
    return parser


def _parser(command: Command) -> argparse.ArgumentParser:
    """The parser of a command."""
    parser = _Parser(
        prog=f"tui {command.name}",
        usage=" ".join(filter(None, ("tui", command.name, command.words, "[OPTIONS]"))),
        description=f"{command.doc[0].upper()}{command.doc[1:]}.\n\n{command.more}".strip(),
        epilog="\n  ".join(("examples", *command.examples)) + f"\n\n{_EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
        allow_abbrev=False,
    )
    names = (*command.options, *["--corpus"] * command.corpus, "--help")
    _add(parser, *names, styles=command.styles, command=command.name)
    if command.words:
        nargs = "*" if command.words.startswith("[") else "+"
        parser.add_argument("words", nargs=nargs, metavar=command.words.strip("[]"), help=argparse.SUPPRESS)
    return parser


def _add(parser: argparse.ArgumentParser, *names: str, styles: tuple[str, ...] = (), command: str = "") -> None:
    """Add these options of a command, and the ways to print, which exclude each other."""
    for name in names:
        option = _OF_COMMAND.get((command, name)) or _OPTIONS[name]
        parser.add_argument(*["-h"] * (name == "--help"), name, **option)
    style = parser.add_mutually_exclusive_group()
    for name in ("--json", "--plain", *styles):
        style.add_argument(name, **_OPTIONS[name])


def _help() -> str:
    """The help of all."""
    return _HELP.format(
        commands=_columns((f"{c.name} {c.words}", c.doc) for c in COMMANDS.values()),
        options=_columns((f"{name} {o.get('metavar', '')}", o["help"]) for name, o in _OPTIONS.items()),
        codes=_EXIT_CODES,
    )


def _columns(rows: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"  {left:<19}  {right}" for left, right in rows)


def _version() -> str:
    from importlib import metadata

    try:
        return metadata.version("readout-tui")
    except metadata.PackageNotFoundError:
        return "(not installed)"
