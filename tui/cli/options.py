"""What is typed after `tui` → a request, and the help. Standard library alone."""

from __future__ import annotations

import argparse
import re
from collections import deque
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from tui.cli.offered import COMMANDS, Command
from tui.cli.offered_options import OF_COMMAND, OPTIONS
from tui.cli.request import Request

_NO_TEXT = re.compile("[\ud800-\udfff]")  # as which Python hands over bytes that are no UTF-8
_EXIT_CODES = """\
exit codes
  0  found          1  nothing found          2  trouble"""

_HELP = """\
usage: tui [CORPUS]                    open the app on a folder of articles
       tui --plain [CORPUS]            ask line by line, in plain text
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


class _Version(argparse.Action):
    """Prints the version. It is looked up only then: that takes as long as all the rest here."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        print(f"readout {_version()}")
        parser.exit()


def parse(argv: Sequence[str]) -> Request:
    """The request in a command line. Ends the program (`SystemExit`) after help or the version, or with 2 for a mistake
    in it."""
    command, options, words = _split(argv)
    wanted = _wanted(COMMANDS[command], options) if command else ""
    parser = _parser(COMMANDS[command], wanted) if command else _top()
    if command and words and not wanted:
        instead = COMMANDS[command].instead
        parser.error(f"{command} takes no words{f' with {instead}' * bool(instead)}, but here is: {' '.join(words)}")
    if not command and len(words) > 1:
        near = _near(words[0])
        meant = f". Did you mean: tui {near}" if near else ""
        parser.error(f"There is no command {words[0]!r}{meant}")
    given = vars(parser.parse_args([*options, "--", *words] if words else options))
    if command:
        given = {name: _readable(value) for name, value in given.items() if value is not None}
        each = given.pop("words", ())
        return Request(command=command, words=" ".join(each), each=each, **given)
    folder = given.pop("folder")
    return Request(**{**given, "corpus": folder}, near=_near(folder)) if folder else Request(**given)


def _readable(value: Any) -> Any:
    """What was typed for an option, lists as tuples, with � for bytes that are no UTF-8: no text could hold those."""
    if isinstance(value, list):
        return tuple(map(_readable, value))
    return _NO_TEXT.sub("\ufffd", value) if isinstance(value, str) else value


def _split(argv: Sequence[str]) -> tuple[str | None, list[str], list[str]]:
    """The command, the options with their values, and the other words, wherever they stand. A word with one minus is
    no option but part of a query (`-syria`). Behind `--` stand words alone, so that a folder may be called `search`."""
    command: str | None = None
    options: list[str] = []
    words: list[str] = []
    rest = deque(argv)
    while rest:
        word = rest.popleft()
        if word == "--":
            words.extend(rest)
            break
        if word.startswith("--") or word == "-h" or (word.startswith("-") and not command):
            options.append(word)
            wanted = OPTIONS[word].get("nargs", 1) if "metavar" in OPTIONS.get(word, {}) else 0
            while wanted and rest and not rest[0].startswith("--"):  # what is missing is not the next option
                options.append(rest.popleft())
                wanted -= 1
        elif not words and (longer := f"{command} {word}" if command else word) in COMMANDS:
            command = longer
        else:
            words.append(word)
    return command, options, words


def _wanted(command: Command, options: Sequence[str]) -> str:
    """What words a command wants: none, where an option stands in their place."""
    given = {option.partition("=")[0] for option in options}
    return "" if command.instead in given else command.words


def _near(folder: str | Path) -> str | None:
    """The command that `folder` looks like, or of which it is the second word, if it is no folder."""
    if Path(folder).exists():
        return None
    if longer := next((name for name in COMMANDS if name.endswith(f" {folder}")), None):
        return longer
    import difflib

    return next(iter(difflib.get_close_matches(str(folder), [*COMMANDS, "--help", "--version"], n=1)), None)


class _Parser(argparse.ArgumentParser):
    """Tells a mistake in one sentence, as everything else that goes wrong is told."""

    def error(self, message: str) -> NoReturn:
        matched = ((re.fullmatch(said, message, re.DOTALL), plainly) for said, plainly in _PLAINLY)
        told = next((found.expand(plainly) for found, plainly in matched if found), message)
        self.exit(2, f"tui: {told}. See: {self.prog} --help\n")


_PLAINLY = (
    (r"the following arguments are required: (.+)", r"Something is missing: \1"),
    (r"unrecognized arguments: (.+)", r"This means nothing here: \1"),
    (r"argument (.+?): expected .+", r"Something is missing behind \1"),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 and \2 exclude each other"),
    (r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)", r"\1 cannot be \2; it may be \3"),
    (r"argument (.+?): (.+)", r"\1: \2"),
)
"""What argparse says, in our words."""


def _top() -> argparse.ArgumentParser:
    """The parser without a command, and the help of all."""
    parser = _Parser(prog="tui", add_help=False, allow_abbrev=False)
    parser.format_help = _help  # type: ignore[method-assign]
    _add(parser, "--theme", "--fresh", "--version", "--help")
    folder = parser.add_mutually_exclusive_group()
    folder.add_argument("--corpus", **OPTIONS["--corpus"])
    folder.add_argument("folder", nargs="?", metavar="CORPUS", type=OPTIONS["--corpus"]["type"])
    return parser


def _parser(command: Command, wanted: str) -> argparse.ArgumentParser:
    """The parser of a command and the words that it wants."""
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
    if wanted:
        nargs = "*" if wanted.startswith("[") else "+"
        parser.add_argument("words", nargs=nargs, metavar=wanted, help=argparse.SUPPRESS)
    return parser


def _add(parser: argparse.ArgumentParser, *names: str, styles: tuple[str, ...] = (), command: str = "") -> None:
    """Add these options of a command, and the ways to print, which exclude each other."""
    for name in names:
        option = OF_COMMAND.get((command, name)) or OPTIONS[name]
        if name == "--version":
            option = {**option, "action": _Version, "nargs": 0, "default": argparse.SUPPRESS}
        parser.add_argument(*["-h"] * (name == "--help"), name, **option)
    style = parser.add_mutually_exclusive_group()
    for name in ("--json", "--plain", *styles):
        style.add_argument(name, **OPTIONS[name])


def _help() -> str:
    """The help of all."""
    return _HELP.format(
        commands=_columns((f"{c.name} {c.words}", c.doc) for c in COMMANDS.values()),
        options=_columns((f"{name} {o.get('metavar', '')}", o["help"]) for name, o in OPTIONS.items()),
        codes=_EXIT_CODES,
    )


def _columns(rows: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"  {left:<20}  {right}" for left, right in rows)


def _version() -> str:
    from importlib import metadata

    try:
        return metadata.version("readout-tui")
    except metadata.PackageNotFoundError:
        return "(not installed)"
