"""What a person comes for, from the first run on, at each size, in a terminal of its own and inside tmux."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.terminal import Terminal
from tests.pty.conftest import TUI, environment

SIZES = [(120, 40), (80, 24), (40, 12)]
IN_TMUX = pytest.mark.skipif(shutil.which("tmux") is None, reason="there is no tmux here")
PLACES = [
    *(pytest.param((size, False), id=f"{size[0]}x{size[1]}") for size in SIZES),
    *(pytest.param((size, True), id=f"{size[0]}x{size[1]} in tmux", marks=IN_TMUX) for size in SIZES),
]
ANSWERED = r"article.* · \d+ ms"


@pytest.fixture(scope="module")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache in which nothing is yet."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module", params=PLACES)
def terminal(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, own_cache: Path
) -> Iterator[Terminal]:
    """The app on the sample. The first one has never read it before: the first journey."""
    home = tmp_path_factory.mktemp("home")
    (columns, rows), in_tmux = request.param
    program = [*_tmux(home), *TUI] if in_tmux else TUI
    env = environment(own_cache, home / "data") | {"TMUX_TMPDIR": str(home)}
    with Terminal(program, columns=columns, rows=rows, env=env, cwd=home) as terminal:
        terminal.wait("Readout")
        terminal.wait(r"3 articles · \d+ ms")
        yield terminal
        terminal.press("q")
        assert terminal.finish() == 0
        assert terminal.leftovers() == []


def _tmux(home: Path) -> list[str]:
    """A tmux of its own, without a line of status, that waits for no second key after escape."""
    config = home / "tmux.conf"
    config.write_text("set -g status off\nset -s escape-time 0\n", encoding="utf-8")
    return ["tmux", "-L", "journeys", "-f", str(config), "new-session"]


@pytest.fixture(autouse=True)
def at_the_results(terminal: Terminal) -> None:
    """Each journey begins at the results, with nothing in the boxes."""
    terminal.press("<ctrl+l>", "<ctrl+u>")
    terminal.wait(r"╭─ Search.*words or.*3 articles · \d+ ms.*ctrl\+p go to")  # in the box, before escape leaves it
    terminal.press("<esc>")
    terminal.wait("/ search")


def test_who_said_a_done_deal(terminal: Terminal) -> None:
    terminal.press("/", '"done deal"', "<enter>")
    terminal.wait(rf"1 {ANSWERED}")
    terminal.press("<enter>")
    terminal.wait(r"done deal.*hit 1 of")
    terminal.press("]", "[")
    terminal.wait("[└╰]─? Mevlüt Çavuşoğlu")  # under it, or at the edge where there is no room
    terminal.press("<backspace>")
    terminal.wait("╭─ Search")


def test_who_is_called_so_in_any_spelling(terminal: Terminal) -> None:
    terminal.press("a", "cavus")
    terminal.wait(r"╭─ Actors.*in \d articles?.*Mevlüt Çavuşoğlu")
    terminal.press("<enter>", "w", "<enter>")
    terminal.wait("╭─ Article")
    terminal.press("<backspace>")
    terminal.wait(r"╭─ Actors.*in \d articles?.*Mevl[uü]t")
    terminal.press("a", "<ctrl+u>")
    terminal.wait(r"\d+ actors +articles")


def test_a_mistake_is_pointed_at_and_mended(terminal: Terminal) -> None:
    terminal.press("/", "s-400")
    terminal.wait(rf"3 {ANSWERED}")
    terminal.press(' "done deal')
    terminal.wait(r"\^")
    terminal.wait(r"▌")  # the results of before stay
    terminal.press("<enter>")
    terminal.wait(rf'"done deal" .*1 {ANSWERED}')


def test_reading_in_quiet(terminal: Terminal) -> None:
    terminal.press("/", "caatsa", "<enter>", "<enter>")
    terminal.wait("╭─ Article")
    terminal.press("z")
    terminal.wait_gone("╭─ (Search|Actors)")
    terminal.press("g")
    terminal.wait("Turkish defense minister")
    terminal.press("<space>", "G")
    terminal.wait_gone("Turkish defense minister holds talks")
    terminal.press("g", "]")
    terminal.wait("quotation 1 of|╰─ Turkish Defense Ministry")
    terminal.press("z")
    terminal.wait("╭─ Article")


def test_two_names_are_joined_and_parted_again(terminal: Terminal) -> None:
    terminal.press("a", "hulusi")
    terminal.wait(r"╭─ Actors.*in \d articles?.*Hulusi Akar")
    terminal.press("<enter>", "M")
    terminal.wait("the same as somebody else|the same as +a name")
    terminal.press("austin")
    terminal.wait("writes  the same as")
    terminal.press("<enter>")
    terminal.wait("Written: [^·]+ – the")
    terminal.press("u")
    terminal.wait("Taken back")
    terminal.press("a", "<ctrl+u>")
    terminal.wait(r"\d+ actors +articles")


def test_who_met_whom_and_the_words_that_tell_of_it(terminal: Terminal) -> None:
    terminal.press("W")
    terminal.wait(r"╭─ Contacts.*\d+ contacts")
    terminal.press("/", "cavus", "<enter>")
    terminal.wait(r"╭─ Contacts.*cavus.*\d+ contacts?")
    terminal.press("<enter>")
    terminal.wait("╭─ (Article|Who tells of it)")
    if "Who tells of it" in terminal.text():  # several do
        terminal.press("<enter>")
    terminal.wait("╭─ Article")
