"""What the documents say can be typed can be typed, and what is made from the program is of today.

    READOUT_REWRITE_GOLDEN=1 python -m pytest tests/test_docs.py

writes the pages that are made from the program anew.
"""

from __future__ import annotations

import importlib.util
import io
import os
import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import run
from tui.cli.offered import COMMANDS
from tui.cli.options import parse
from tui.settings import load

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "ARCHITECTURE.md", ROOT / "CHANGELOG.md",
         *sorted((ROOT / "docs").glob("*.md"))]  # fmt: skip

_CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_TOML = re.compile(r"^```toml\n(.*?)^```", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`(tui [^`]+)`")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_PLACEHOLDER = re.compile(r"\b[A-Z]{1,}\b|[|…\[]")  # `tui show ID`: something is to be put there

_OF_OTHERS = ("akar-2", "olsen", "bush", "'read more'", "004 q8")
"""Whom and what the sample does not have."""


def commands(page: Path) -> list[str]:
    """The command lines on a page that run `tui`: shown, and in the text."""
    text = page.read_text("utf-8")
    lines = [line for block in _CONSOLE.findall(text) for line in block.splitlines() if line.startswith("$ ")]
    shown = [line[2:].partition("  #")[0].strip() for line in lines if re.search(r"\btui\b", line)]
    named = _INLINE.findall(_CONSOLE.sub("", text))
    return shown + [line for line in named if not (_PLACEHOLDER.search(line) or _bare(line))]


def _bare(line: str) -> bool:
    """Whether a command is only called by its name, without the words that it wants."""
    name = line.removeprefix("tui ").partition(" --")[0]
    return name in COMMANDS and COMMANDS[name].words.isupper() and not COMMANDS[name].words.startswith("[")


# Without what never ends, what installs, and the mistake that is shown.
LINES = {line: page for page in PAGES for line in commands(page) if not re.search("--watch|pip |blinken \"done", line)}


def typed(line: str) -> list[str]:
    """The words after `tui` in a line of a shell, without what is piped in or out."""
    words = shlex.split(line, comments=True)
    after = words[[Path(word).name for word in words].index("tui") + 1 :]
    return after[: next((n for n, word in enumerate(after) if word in (">", "|")), None)]


def test_what_one_sees_in_trouble_is_what_the_program_says() -> None:
    source = "".join(path.read_text("utf-8") for path in (ROOT / "index").rglob("*.py"))
    sentences = re.findall(r"\| \*([^*]+)\* \|", (ROOT / "docs" / "troubleshooting.md").read_text("utf-8"))
    assert len(sentences) > 1
    for sentence in sentences:
        assert all(part.strip() in source for part in sentence.split("…")), sentence


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which stands what the documents speak of."""
    folder = tmp_path_factory.mktemp("home")
    for corpus in ("news", "articles"):
        shutil.copytree(SEEDS, folder / corpus)
    (folder / "names.txt").write_text("Hulusi Akar\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("line", [line for line in LINES if not any(words in line for words in _OF_OTHERS)])
def test_what_is_shown_can_be_done(line: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("READOUT_CORPUS", str(home / "news"))
    for name in ("READOUT_CACHE", "READOUT_DATA", "READOUT_CONFIG"):
        monkeypatch.setenv(name, str(home / "own"))
    monkeypatch.setattr("sys.stdin", io.StringIO("Hulusi Akar\n"))
    done = run(*typed(line))
    assert done.code in (0, 1), (LINES[line].name, done.err)


@pytest.mark.parametrize("line", [line for line in LINES if any(words in line for words in _OF_OTHERS)])
def test_what_speaks_of_others_is_a_command_all_the_same(line: str) -> None:
    assert parse(typed(line)).command


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for link in _LINK.findall(page.read_text("utf-8")):
        target = link.partition("#")[0]
        assert "://" in link or not target or (page.parent / target).exists(), link


def test_pages_that_are_made_from_the_program_are_of_today() -> None:
    spec = importlib.util.spec_from_file_location("reference", ROOT / "docs" / "reference.py")
    assert spec and spec.loader
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    if os.environ.get("READOUT_REWRITE_GOLDEN"):
        reference.main()
    for name, made in reference.PAGES.items():
        stands = (ROOT / "docs" / name).read_text("utf-8")
        assert stands == made(), f"docs/{name} is of yesterday: python docs/reference.py"


def test_the_settings_that_are_shown_can_be_set(tmp_path: Path) -> None:
    (example,) = _TOML.findall((ROOT / "docs" / "configuration.md").read_text("utf-8"))
    path = tmp_path / "config.toml"
    path.write_text(example, encoding="utf-8")
    assert load(path).complaint == ""
    assert load(path).keys


def test_every_page_is_led_to_from_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [page.name for page in (ROOT / "docs").glob("*.md") if f"docs/{page.name}" not in readme] == []


def test_every_picture_of_the_tour_is_shown() -> None:
    tour = (ROOT / "docs" / "tour.md").read_text("utf-8")
    pictures = [picture.name for picture in (ROOT / "docs" / "tour").iterdir()]
    assert pictures
    assert [name for name in pictures if f"(tour/{name})" not in tour] == []


def test_all_that_is_measured_is_told_to_contributors() -> None:
    from benchmarks.__main__ import MEASURES

    told = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert [name for name in MEASURES if f"`{name}`" not in told] == []


def test_every_room_is_told_by_what_it_is_for() -> None:
    told = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    rooms = [path for house in ("index", "tui") for path in (ROOT / house).iterdir() if not path.name.startswith("_")]
    names = [f"{path.name}/" if path.is_dir() else path.name for path in rooms if path.suffix in ("", ".py")]
    assert len(names) > 50
    assert [name for name in names if name not in told] == []
