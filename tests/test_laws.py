"""The laws of the house, each one a test. What other tests prove (spans, stale answers, commands) is not said twice."""

from __future__ import annotations

import ast
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which Readout keeps to itself."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("READOUT_")}
    places = {f"READOUT_{place}": str(tmp_path_factory.mktemp(place)) for place in ("CACHE", "DATA", "CONFIG")}
    return {**kept, **places, "PYTHONPATH": str(ROOT)}


def python(code: str, env: dict[str, str], *argv: str) -> subprocess.CompletedProcess[str]:
    return run([sys.executable, "-c", code, *argv], env)


def tui(*argv: str, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return run([sys.executable, "-m", "tui", *argv], env)


def run(argv: list[str], env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(argv, env=env, capture_output=True, text=True, timeout=120, check=False)


# Law 1: who may import whom -----------------------------------------------------------------------------------------


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imported(module: Path) -> set[str]:
    """The top-level packages that a module imports when it runs: at its top or inside functions, but not for types."""
    return {name.partition(".")[0] for node in _run(ast.parse(module.read_text("utf-8"))) for name in _names(node)}


def _run(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
        return
    yield node
    for child in ast.iter_child_nodes(node):
        yield from _run(child)


def _names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []


def test_the_library_knows_nothing_of_the_terminal() -> None:
    found = {module: imported(module) for module in modules("index")}
    assert Path(ROOT / "index" / "words.py") in found
    assert not [module for module, names in found.items() if names & {"tui", "textual", "rich"}]


def test_only_the_gateway_and_the_command_line_open_the_library() -> None:
    doors = {module.relative_to(ROOT / "tui") for module in modules("tui") if "index" in imported(module)}
    assert {door.parts[0] for door in doors} == {"cli", "gateway.py", "kept.py"}


def test_imports_are_seen_where_they_run_and_only_there() -> None:
    code = "if TYPE_CHECKING:\n  import rich\ndef f():\n  import tui.app\nfrom textual import on\nfrom . import x"
    assert {name for node in _run(ast.parse(code)) for name in _names(node)} == {"tui.app", "textual"}


# Law 2: spans, not markup -------------------------------------------------------------------------------------------


def test_no_text_is_parsed_as_markup() -> None:
    for module in modules("tui"):
        nodes = ast.walk(ast.parse(module.read_text("utf-8")))
        used = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
        assert not used & {"from_markup", "from_ansi"}, module


# Law 3: what is not needed is not imported --------------------------------------------------------------------------

LOADED = """
import sys
from tui.cli.main import main
code = main(sys.argv[1:])
print("loaded", *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.parametrize(
    ("argv", "unneeded"),
    [
        (("search", "s-400", "--json"), {"textual", "rich"}),
        (("quotes", "--json"), {"textual", "rich"}),
        (("search", "s-400"), {"textual", "rich"}),
        ((), {"textual", "rich"}),
        (("keys",), {"textual", "rich", "pydantic", "whoosh"}),
        (("dirs",), {"textual", "rich", "pydantic", "whoosh"}),
    ],
    ids=lambda words: " ".join(sorted(words) if isinstance(words, set | frozenset) else words),
)
def test_a_command_imports_only_what_it_needs(argv: tuple[str, ...], unneeded: set[str], env: dict[str, str]) -> None:
    done = python(LOADED, {**env, "READOUT_CORPUS": str(SEEDS)}, *argv)
    assert done.returncode == 0, done.stderr
    loaded = set(done.stderr.rpartition("loaded ")[2].split())
    assert "tui" in loaded
    assert not loaded & unneeded


# Law 6: stdout is data ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        (("search", "s-400"), 0),
        (("search", "zyxwvut"), 1),
        (("search", "(s-400"), 2),
        (("quotes",), 0),
        (("quotes", "zyxwvut"), 1),
        (("actors",), 0),
        (("actors", "zyxwvut"), 1),
        (("show", "004"), 0),
        (("show", "zyxwvut"), 2),
        (("export",), 0),
        (("index",), 0),
        (("dirs",), 0),
    ],
    ids=str,
)
def test_stdout_is_data_with_a_schema_and_the_exit_codes_are_those_of_grep(
    argv: tuple[str, ...], code: int, env: dict[str, str]
) -> None:
    done = tui(*argv, "--json", "--corpus", str(SEEDS), env=env)
    assert done.returncode == code, done.stderr
    shapes = [json.loads(line) for line in done.stdout.splitlines()]
    assert bool(shapes) == (code == 0)
    assert all(next(iter(shape.items())) == ("schema", 1) for shape in shapes)
    assert bool(done.stderr) == (code != 0)


# Law 8: the files are only ever read --------------------------------------------------------------------------------


def fingerprint(folder: Path) -> dict[str, tuple[int, int, str]]:
    """Name, time, mode and content of everything under a folder, and of the folder itself."""
    return {
        str(path.relative_to(folder)): (
            path.stat().st_mtime_ns,
            path.stat().st_mode,
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
        )
        for path in [folder, *folder.rglob("*")]
    }


def test_the_original_files_are_only_ever_read(tmp_path: Path, env: dict[str, str]) -> None:
    corpus = tmp_path / "corpus"
    (corpus / "deeper").mkdir(parents=True)
    for seed in SEEDS.glob("*.txt"):
        (corpus / "deeper" / seed.name).write_bytes(seed.read_bytes())
    (corpus / "broken.txt").write_bytes(b"\x00\x01\x02" * 500)
    before = fingerprint(corpus)
    for words in ("index", "search s-400", "quotes", "actors", "show 004", "export", "index --rebuild"):
        done = tui(*words.split(), "--corpus", str(corpus), env=env)
        assert done.returncode == 0, done.stderr
    assert fingerprint(corpus) == before
