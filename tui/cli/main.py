"""The command `tui`: without words the app, with words the same answers as text or JSON.

stdout is data, stderr is narration. Exit codes are grep's: 0 found, 1 nothing found, 2 trouble; 130 after ctrl+c,
141 where a pipe was closed. Nothing heavy is imported before it is known to be needed, and Textual only for the app.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from index.errors import CorpusError, QueryError, ReadoutError, UnknownError
from tui.cli.common import FOUND, HOW_TO_UNDO, NOTHING, TROUBLE, Answer, limit, say_that_there_is_more
from tui.cli.request import Request, plain
from tui.output import Printer, narration, printer, streams, style
from tui.sample import sample_corpus
from tui.session import EVERYTHING

if TYPE_CHECKING:
    from index.library import Library
    from tui.output.ledger import CsvPrinter, MarkdownPrinter

_INTERRUPTED, _PIPE_CLOSED = 130, 141  # what a shell reports for SIGINT and SIGPIPE

_ACTORS_LIMIT = 100
_LATEST = 10

_GO_ON = """
how to go on
  tui search QUERY      find articles, best first
  tui quotes            who said what to whom
  tui actors NAME       look somebody up, by any spelling
  tui show ID           one article
  tui --help            all commands; in a terminal, `tui` alone opens the app"""


def run() -> NoReturn:
    """The console script."""
    for number in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
        if signal.getsignal(number) is signal.SIG_DFL:  # not where `nohup` has it ignored
            signal.signal(number, _leave)
    streams.ready()
    sys.exit(main(sys.argv[1:]))


def _leave(number: int, _: object) -> NoReturn:
    """End in order: the terminal is restored, the library closed, a build stopped."""
    raise SystemExit(128 + number)


def main(argv: Sequence[str], folder: Path | None = None) -> int:
    """Do what the command line asks for; the exit code. In the linear mode `folder` is what it is about."""
    try:
        code = _told(argv, folder)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has had enough, as `head` does. Nothing may be flushed into the closed pipe at exit.
        streams.give_up()
        return _PIPE_CLOSED
    except OSError as error:
        if error.filename is not None:
            raise
        streams.give_up()
        narration.say(f"The answer cannot be written. {error.strerror}.")
        return TROUBLE
    except KeyboardInterrupt:
        return _INTERRUPTED
    return code


def _told(argv: Sequence[str], folder: Path | None) -> int:
    """Answer, or tell in a sentence what is wrong; the exit code."""
    try:
        request = plain(argv) or _parsed(argv)
        if folder is not None:
            request = request._replace(corpus=request.corpus or folder, plain=not request.json)
        return _answer(request)
    except QueryError as error:
        narration.bad_query(error)
    except ReadoutError as error:
        narration.say(str(error))
    return TROUBLE


def _parsed(argv: Sequence[str]) -> Request:
    from tui.cli.options import parse  # here alone: most starts of the app need no parser

    return parse(argv)


def _answer(request: Request) -> int:
    folder = request.corpus or Path(os.environ.get("READOUT_CORPUS") or sample_corpus())
    folder = folder.expanduser()
    if request.near:
        raise CorpusError(f"There is no folder {folder}", hint=f"Did you mean the command: tui {request.near}")
    if request.command is None and not request.json and _at_a_terminal():
        if request.plain:
            from tui.cli.linear import converse

            return converse(folder, main)
        if os.environ.get("TERM") != "dumb":  # such a one, as that of an editor, can show no app
            return _app(folder, request)
        narration.say("This terminal can show no app (TERM=dumb); `tui --plain` asks line by line.")
    out = printer(style(request.json, request.plain))
    if request.command in _WITHOUT_A_LIBRARY:
        return _WITHOUT_A_LIBRARY[request.command](folder, request, out)
    if request.watch:
        from tui.cli.care import watch

        return watch(folder, out)
    return _ask(folder, request, out)


def _at_a_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _app(folder: Path, request: Request) -> int:
    # What no opening can mend is told here, in the shell, rather than in an app with nothing in it.
    if not folder.is_dir():
        what = "is not a folder" if folder.exists() else "does not exist"
        raise CorpusError(f"{folder} {what}", hint="Name a folder that holds articles")
    # What is imported now stays: looking for garbage among it only delays the first frame. The app
    # enables the collector again.
    gc.disable()
    from tui.app import run

    fresh = request.fresh or bool(os.environ.get("READOUT_FRESH"))
    return run(folder, sample=folder == sample_corpus(), theme=request.theme or "", fresh=fresh)


def _ask(folder: Path, request: Request, out: Printer) -> int:
    """Open the library, answer, and close it."""
    from index.library import Library

    with narration.ProgressBar(plain=request.plain) as progress:
        stale = request.command == "verify"  # it tells what has changed, where others read that anew
        library = Library.open(folder, progress=progress, rebuild=request.rebuild, stale=stale)
    try:
        if progress.built or request.command in (None, "index"):
            narration.problems(library.overview().problems)
        return _answering(request.command)(library, request, out)
    finally:
        library.close()


def _overview(library: Library, request: Request, out: Printer) -> int:
    out.overview(library.overview(), library.search("", limit=_LATEST).hits)
    if not request.json:
        print(_GO_ON)
    return FOUND


def _show(library: Library, request: Request, out: Printer) -> int:
    out.article(library.article(library.find(request.words)))
    return FOUND


def _quotes(library: Library, request: Request, out: Printer) -> int:
    rows = library.quotations(
        request.words, speaker=request.speaker, to=request.to, about=request.about, kind=request.kind,
        once=not request.copies,
    )  # fmt: skip
    most = limit(request, EVERYTHING)
    (_ledger(request) or out).quotations(rows[:most], library.names)
    if not rows:
        narration.say(f"No quotation found.{_whom(library, request)}")
        return NOTHING
    if len(rows) > most:
        say_that_there_is_more(most, len(rows))
    return FOUND


def _whom(library: Library, request: Request) -> str:
    """Of names by which nothing was found, the one that nobody bears, or that somebody's begins with."""
    import shlex  # here alone: hardly any answer needs them

    from index.words import fold

    for option, name in (("speaker", request.speaker), ("to", request.to), ("about", request.about)):
        called = library.actors(name, limit=1) if name else []
        if name and not called:
            return f" No actor is called {name!r}; tui actors lists actors."
        if name and not {*fold(name).split()} <= {*fold(called[0].name).split()}:
            return f" Did you mean: --{option} {shlex.quote(called[0].name)}"
    return ""


def _ledger(request: Request) -> CsvPrinter | MarkdownPrinter | None:
    """The printer for quotations alone, if one was asked for."""
    if not (request.csv or request.md):
        return None
    from tui.output.ledger import CsvPrinter, MarkdownPrinter

    return CsvPrinter() if request.csv else MarkdownPrinter()


def _correct(library: Library, request: Request, out: Printer) -> int:
    words, _, quotation = request.words.rpartition(" ")
    if not words:
        raise UnknownError("Name an article and a quotation in it", hint="tui quotes correct 004 q4 --speaker NAME")
    article = library.find(words)
    corrected = library.correct(
        article, quotation, speaker=request.speaker, kind=request.kind, start=request.start, end=request.end,
        no_quotation=request.not_a_quotation, confirmed=request.confirm,
    )  # fmt: skip
    if corrected is None:
        narration.say(f"{quotation} in {article} is no quotation any more. {HOW_TO_UNDO}")
        return FOUND
    out.quotations([row for row in library.said(article) if row.quotation.id == quotation], library.names)
    return FOUND


def _actors(library: Library, request: Request, out: Printer) -> int:
    most = limit(request, _ACTORS_LIMIT)
    lines = library.actors(request.words, limit=most + 1)
    if request.csv:
        from tui.cli.actors import actors_csv

        actors_csv((library.actor(line.id), line.mentions) for line in lines[:most])
    else:
        out.actors(lines[:most], library.actor)
    if not lines:
        narration.say("No actor is written so." if request.words else "No actor found.")
        return NOTHING
    if len(lines) > most:
        say_that_there_is_more(most)
    return FOUND


def _export(library: Library, request: Request, out: Printer) -> int:
    lines = printer("json")
    exported = NOTHING
    for article in library.export():
        lines.article(article)
        exported = FOUND
    return exported


_COMMANDS: dict[str | None, Answer] = {
    None: _overview,
    "show": _show,
    "quotes": _quotes,
    "quotes correct": _correct,
    "actors": _actors,
    "export": _export,
}


def _answering(command: str | None) -> Answer:
    if command in _COMMANDS:
        return _COMMANDS[command]
    from tui.cli import actors, care, citing, search, searches, tags

    rooms: tuple[dict[str, Answer], ...] = (
        search.COMMANDS, actors.COMMANDS, care.COMMANDS, citing.COMMANDS, searches.COMMANDS, tags.COMMANDS,
    )  # fmt: skip
    return next(room[command] for room in rooms if command in room)


def _dirs(folder: Path, request: Request, out: Printer) -> int:
    from index.cache import decisions, home
    from tui.paths import config_file

    places = {
        "sample": sample_corpus(), "corpus": folder.resolve(), "cache": home(folder),
        "decisions": decisions(folder), "config": config_file(),
    }  # fmt: skip
    out.facts("", ((name, str(path)) for name, path in places.items()), ("name", "path"))
    return FOUND


def _keys(folder: Path, request: Request, out: Printer) -> int:
    from tui.commands import OWNERS, explained, shown

    commands = ((OWNERS[owner], command) for owner, owned in explained("app") for command in owned)
    rows = ((pane, " ".join(map(shown, command.keys)), command.name, command.doc) for pane, command in commands)
    out.facts("", rows, ("pane", "keys", "name", "does"))
    return FOUND


def _doctor(folder: Path, request: Request, out: Printer) -> int:
    from tui.cli.care import doctor

    return doctor(folder, request, out)


def _completions(folder: Path, request: Request, out: Printer) -> int:
    from tui.cli.shell import SHELLS, completions

    if request.words not in SHELLS:
        raise UnknownError(f"There are no completions for {request.words}", hint=f"There are for {', '.join(SHELLS)}")
    print(completions(request.words), end="")
    return FOUND


def _man(folder: Path, request: Request, out: Printer) -> int:
    from tui.cli.shell import man

    print(man(), end="")
    return FOUND


_WITHOUT_A_LIBRARY: dict[str | None, Callable[[Path, Request, Printer], int]] = {
    "dirs": _dirs,
    "keys": _keys,
    "doctor": _doctor,
    "completions": _completions,
    "man": _man,
}
"""What needs no corpus that is open."""
