"""The clipboard, other programs, settings, themes: what the app shares with the world around it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tui import clipboard, external
from tui.phrases import about, copied, dated, hints, outlet, parted, shorter, when

ROOT = Path(__file__).resolve().parents[2]


def test_the_programs_that_fit_the_place() -> None:
    def first(env: dict[str, str], platform: str = "linux") -> list[str]:
        return [command[0] for _, command in clipboard.programs(env, platform)]

    assert first({}) == []
    assert first({"TMUX": "/tmp/x"}) == ["tmux"]
    assert first({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}) == ["wl-copy", "xclip", "xsel"]
    assert first({"SSH_CONNECTION": "a b", "DISPLAY": ":10"}) == []
    assert first({}, "darwin") == ["pbcopy"]


def test_copying_says_where_it_went(tmp_path: Path) -> None:
    program = tmp_path / "xclip"
    program.write_text(f'#!/bin/sh\nPATH=/usr/bin:/bin\ncat > "{tmp_path}/copied"\n')
    program.chmod(0o755)
    env = {"DISPLAY": ":0", "PATH": str(tmp_path)}
    assert clipboard.by_program("“word”", env, "linux") == "the clipboard (xclip)"
    assert (tmp_path / "copied").read_text("utf-8") == "“word”"


def test_a_program_that_fails_is_not_believed(tmp_path: Path) -> None:
    program = tmp_path / "xclip"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    assert clipboard.by_program("word", {"DISPLAY": ":0", "PATH": str(tmp_path)}, "linux") is None


def test_the_editor_is_opened_at_the_line() -> None:
    file = Path("a.txt")
    assert external.editor(file, 7, {}) is None
    assert external.editor(file, 7, {"EDITOR": "vim -R"}) == ["vim", "-R", "+7", "a.txt"]
    assert external.editor(file, 7, {"VISUAL": "hx", "EDITOR": "vi"}) == ["hx", "a.txt:7"]
    assert external.editor(file, 7, {"EDITOR": "code"}) == ["code", "--wait", "--goto", "a.txt:7"]
    assert external.editor(file, 7, {"EDITOR": "ed"}) == ["ed", "a.txt"]
    assert external.editor(file, 7, {"EDITOR": "an 'open mark"}) == ["an", "'open", "mark", "a.txt"]


def test_the_pager_shows_the_file_from_the_line_on() -> None:
    file = Path("a.txt")
    assert external.pager(file, 7, {}) == ["less", "+7", "a.txt"]
    assert external.pager(file, 7, {"PAGER": "less -R"}) == ["less", "-R", "+7", "a.txt"]
    assert external.pager(file, 7, {"PAGER": "bat --plain"}) == ["bat", "--plain", "a.txt"]


def test_only_addresses_of_the_web_go_to_the_browser() -> None:
    env = {"BROWSER": "w3m"}
    assert external.browser("https://example.org/a", env) == ["w3m", "https://example.org/a"]
    assert external.browser("file:///etc/passwd", env) is None
    assert external.browser("https://example.org", {}) is None
    assert external.browser("https://e.org", {"BROWSER": "b --at %s:other"}) == ["b", "--at", "https://e.org"]


def test_a_date_is_broken_before_the_words_that_ground_it() -> None:
    assert parted("1 Apr 2021").split(" ") == ["1\xa0Apr\xa02021"]
    assert parted("1 Apr 2021 ← “Thursday”").split(" ") == ["1\xa0Apr\xa02021\xa0←\xa0“Thursday”"]
    long = parted("1 Apr 2021 ← “Thursday, April 1”")
    assert long.split(" ") == ["1\xa0Apr\xa02021\xa0←", "“Thursday,\xa0April\xa01”"]
    assert " of " in parted(f"1 Apr 2021 ← “the first Thursday of a month{' that was wet' * 3}”")


def test_phrases(library) -> None:  # type: ignore[no-untyped-def]
    ferry, bridge = library.article("ferry.txt"), library.article("bridge.txt")
    assert dated(ferry.published) == "1 Apr 2021 ← “Thursday”"
    assert when(bridge.published) == ""
    assert outlet(ferry.outlet) == "outlet ?"
    assert about(ferry)[1].replace("\N{NO-BREAK SPACE}", " ").split(" · ")[1:3] == ["2 quotations", "1 indirect"]
    quotation = ferry.quotations[0]
    assert copied(ferry, quotation.start, quotation.end, quotation) == (
        "“a fair bargain”",
        "Jana Nováková to Per Lind, in “Ministers settle the ferry quarrel”, 1 Apr 2021, "
        f"ferry.txt, characters {quotation.start}–{quotation.end}",
    )
    indirect = ferry.quotations[3]
    assert copied(ferry, indirect.start, indirect.end, indirect)[0] == "it would look into the matter"


def test_the_first_frame_needs_neither_the_index_nor_its_libraries() -> None:
    code = """
import sys
from pathlib import Path
from tui.app import ReadoutApp
from tui.gateway import Gateway

class Stopped(Gateway):
    def start(self):
        app.exit([name for name in ("whoosh", "pydantic", "index.library", "index.model")
                  if name in sys.modules])

app = ReadoutApp(Path("seeds"), gateway=Stopped(Path("seeds")))
drawn = app.run(headless=True, size=(120, 40))
sys.exit(str(drawn) if drawn else 0)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]


def test_of_hints_the_last_one_stays_when_there_is_little_room() -> None:
    keys = "enter evidence · / filter · esc closes"
    assert hints(keys, 60) == keys
    assert hints(keys, 30) == "enter evidence · esc closes"
    assert hints(keys, 5) == "esc closes"
    assert hints("enter evidence · ? keys · / filter · esc closes", 34) == "? keys · esc closes"
    assert hints("enter evidence · ? keys · / filter · esc closes", 40) == "enter evidence · ? keys · esc closes"


def test_of_what_is_told_the_first_part_says_it() -> None:
    told = "Written: x · u takes it back · kept in /a/file"
    assert shorter(told, 60) == told
    assert shorter(told, 40) == "Written: x · u takes it back"
    assert shorter("Written: x · u takes it back", 3) == "Written: x"


@pytest.mark.parametrize("key", ["e", "|"])
async def test_a_file_that_is_gone_is_told_and_not_begun_anew(
    opened: Any, until: Any, screen_text: Any, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setenv("EDITOR", "ed")
    async with opened((160, 40)) as (app, pilot):
        await pilot.press("escape", key)
        await until(pilot, lambda: "The file is not there any more:" in screen_text(app))
