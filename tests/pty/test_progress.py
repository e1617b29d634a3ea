"""Building tells how far it has come, on a terminal only, and leaves nothing of that behind."""

from __future__ import annotations

import subprocess
from pathlib import Path

from benchmarks.terminal import Terminal
from tests.pty.conftest import ROOT, TUI


def test_building_shows_a_bar_that_goes_away(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for number in range(40):
        (corpus / f"{number:02}.txt").write_text(f"Title {number}\n\n“Fine,” Ada Lovelace said.\n", encoding="utf-8")
    env = {"PYTHONPATH": str(ROOT), "READOUT_CACHE": str(tmp_path / "cache")}
    argv = [*TUI, "index", "--corpus", str(corpus)]
    with Terminal(argv, env=env, cwd=ROOT) as terminal:
        terminal.wait_bytes(rb"(reading|joining|indexing).*/40")
        assert terminal.finish() == 0
        assert "articles    40" in terminal.text()
        assert "indexing" not in terminal.text()
        assert terminal.leftovers() == []
    again = subprocess.run([*argv, "--rebuild"], env=env, cwd=ROOT, capture_output=True, text=True, check=True)
    assert again.stderr == ""
