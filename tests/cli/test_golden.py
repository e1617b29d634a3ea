"""What each command prints on the sample, compared with `golden/`.

    READOUT_REWRITE_GOLDEN=1 python -m pytest tests/cli/test_golden.py

writes the files anew; read the difference before it is committed. Only paths are replaced, by their names in capitals:
nothing else differs from one run to the next.
"""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

import pytest

from benchmarks.terminal import Terminal
from index.cache import home
from tests.cli.conftest import Tui

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"
GOLDEN = Path(__file__).parent / "golden"
REWRITE = bool(os.environ.get("READOUT_REWRITE_GOLDEN"))

COMMANDS = {
    "overview": "",
    "overview-json": "--json",
    "search": "search s-400",
    "search-json": "search '\"done deal\"' --json",
    "search-limit": "search turkey --limit 1",
    "search-all-json": "search --json -- ''",
    "search-csv": "search '\"done deal\" OR s-400' --csv",
    "search-batch": "search --batch SAMPLE/../tests/data/names.txt",
    "search-batch-json": "search --batch SAMPLE/../tests/data/names.txt --json",
    "facets": "facets s-400 --limit 2",
    "facets-json": "facets s-400 --limit 1 --json",
    "timeline-csv": "timeline --csv",
    "timeline-json": "timeline s-400 --actor cavus --by month --json",
    "concordance": "concordance sanct* --by right --limit 3",
    "concordance-tsv": "concordance '\"done deal\"' --tsv",
    "copies-none": "copies",
    "search-nothing": "search zyxwvut",
    "search-mistake": "search '\"done deal'",
    "show": "show 004",
    "show-json": "show 004 --json",
    "show-unknown": "show zyxwvut",
    "quotes": "quotes",
    "quotes-json": "quotes --speaker cavusoglu --json",
    "quotes-query": "quotes alliance --kind partial",
    "quotes-to-csv": "quotes --to blinken --csv",
    "quotes-about-md": "quotes --about akar --md",
    "quotes-state": "quotes kind:partial -is:doubtful --limit 3",
    "quotes-state-mistake": "quotes is:doubtfull",
    "quotes-correct-mistake": "quotes correct 004 q1 --end 3",
    "why-unknown": "why 004 q99",
    "cite": "cite 004 q1",
    "cite-bibtex": "cite 004 --as bibtex",
    "cite-json": "cite 004 q1 --as citation --json",
    "kept-nothing": "kept",
    "quotes-undo-nothing": "quotes undo",
    "verify": "verify",
    "help-correct": "quotes correct --help",
    "quotes-nothing": "quotes --speaker zyxwvut",
    "actors": "actors",
    "actors-json": "actors cavus --json",
    "actors-nothing": "actors zyxwvut",
    "actors-csv": "actors cavus --csv",
    "actors-merge-preview": "actors merge 'hulusi akar' 'lloyd james austin' --preview",
    "actor": "actor cavusoglu",
    "actor-json": "actor kalin --json",
    "contacts": "contacts",
    "contacts-json": "contacts --of blinken --kind letter --json",
    "contacts-matrix-csv": "contacts --matrix --csv",
    "contacts-graphml": "contacts --of akar --graphml",
    "contacts-ftm": "contacts --between akar austin --ftm",
    "contacts-told": "contacts --told --between akar austin",
    "contacts-nothing": "contacts --from 2030",
    "topics": "topics",
    "topics-one": "topics s-400",
    "undo-nothing": "undo",
    "help-contacts": "contacts --help",
    "help-merge": "actors merge --help",
    "index": "index",
    "index-json": "index --json",
    "export": "export",
    "dirs": "dirs",
    "doctor": "doctor",
    "completions-mistake": "completions tcsh",
    "keys": "keys",
    "help": "--help",
    "help-search": "search --help",
}
AT_A_TERMINAL = {
    "terminal-search": "search s-400 --limit 2",
    "terminal-quotes": "quotes s-400",
    "terminal-concordance": "concordance s-400 --limit 3",
    "terminal-contacts": "contacts --of cavusoglu",
    "terminal-timeline": "timeline",
    "terminal-verify": "verify",
    "terminal-actors": "actors --limit 5",
    "terminal-show": "show 001",
    "terminal-mistake": "search '(s-400'",
    "terminal-plain": "actors --limit 5 --plain",
    "terminal-plain-timeline": "timeline --plain",
}


def compare(name: str, words: str, said: str, cache: Path) -> None:
    """Compare what was said with the golden file of that name, or write the file if that was asked for."""
    path = GOLDEN / f"{name}.txt"
    made = f"$ tui {words}\n{said}".replace(str(SEEDS), "SAMPLE").replace(str(cache), "CACHE")
    made = made.replace(home(SEEDS).name, "seeds-KEY")  # the key is made from where the checkout stands
    if REWRITE:
        path.write_text(made, encoding="utf-8", newline="\n")
    assert made == path.read_text(encoding="utf-8"), f"differs from {path}"


@pytest.mark.parametrize("name", COMMANDS)
def test_in_a_pipe(name: str, tui: Tui, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READOUT_CONFIG", str(cache))
    monkeypatch.setenv("COLUMNS", "80")
    words = COMMANDS[name]
    tui("index")
    done = tui(*shlex.split(words.replace("SAMPLE", str(SEEDS))))
    compare(name, words, f"{done.out}-- stderr\n{done.err}-- exit {done.code}\n", cache)


@pytest.mark.parametrize("name", AT_A_TERMINAL)
def test_at_a_terminal(name: str, tui: Tui, cache: Path) -> None:
    words = AT_A_TERMINAL[name]
    tui("index")
    env = {"PYTHONPATH": str(ROOT)}
    with Terminal([sys.executable, "-m", "tui", *shlex.split(words)], columns=100, rows=120, env=env) as terminal:
        code = terminal.finish()
        compare(name, words, f"{terminal.text().rstrip()}\n-- exit {code}\n", cache)


def test_every_golden_file_is_made_by_a_test() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == {*COMMANDS, *AT_A_TERMINAL}
