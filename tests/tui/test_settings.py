from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tui import commands
from tui.app import ReadoutApp
from tui.gateway import Gateway
from tui.settings import OPTIONS, THEMES, Settings, load


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def complaints(file: Path, text: str) -> list[str]:
    file.write_text(text)
    return [complaint.replace(str(file), "FILE") for complaint in load(file).complaints]


def test_what_is_not_set_is_as_usual(file: Path) -> None:
    assert load(file) == Settings()
    file.write_text("# nothing yet\n")
    assert load(file) == Settings()


def test_all_there_is_to_set(file: Path) -> None:
    file.write_text(
        'theme = "light"\ncolumn = 66\nspacing = 2\nrail = false\ndim = false\nmouse = false\nrestore = false\n'
        '[keys]\narticle.next_hit = "ctrl+n"\n"app.search" = ["/", "ctrl+g"]\n'
    )
    keys = {"article.next_hit": ("ctrl+n",), "app.search": ("/", "ctrl+g")}
    assert load(file) == Settings("light", 66, 2, False, False, False, False, keys)
    assert {*Settings._fields} == {"keys", "complaints", *(option.name for option in OPTIONS)}


def test_each_mistake_is_told_with_its_line_and_the_rest_is_taken(file: Path) -> None:
    text = 'rail = false\ntheme = "pink"\ncolumn = true\n\nspacng = 2\n[keys]\narticle.nxt_hit = "x"\n"app.back" = 3\n'
    assert complaints(file, text) == [
        f"FILE, line 2: theme is one of {', '.join(THEMES)}, not 'pink'.",
        "FILE, line 3: column is a whole number from 20 to 240, not True.",
        "FILE, line 5: there is no setting spacng; did you mean spacing.",
        "FILE, line 7: there is no command article.nxt_hit; did you mean article.next_hit.",
        "FILE, line 8: app.back takes a key, or a list of keys, not 3.",
    ]
    assert not load(file).rail
    assert load(file).complaint.endswith("And 4 more.")


@pytest.mark.parametrize("text", ["theme =", "\x00", "[keys", "theme = 'a'\ntheme = 'b'"])
def test_what_is_no_toml_is_told(file: Path, text: str) -> None:
    assert complaints(file, text)[0].startswith("FILE is no TOML: ")


def test_what_is_no_text_is_told(file: Path) -> None:
    file.write_bytes(b"\xff\xfe")
    assert "could not be read" in load(file).complaint


def test_a_key_is_given_to_one_command_only(file: Path) -> None:
    assert complaints(file, '[keys]\narticle.find = "n"\n') == [
        "FILE, line 2: article.find cannot have the key n: article.next_hit has it."
    ]
    assert load(file).keys == {}
    assert not complaints(file, '[keys]\narticle.next_hit = "N"\narticle.previous_hit = "n"\n')
    assert not complaints(file, '[keys]\nsearch.order = "w"\n')  # the same key in another pane


async def test_chosen_keys_work_and_are_the_ones_that_are_shown(tmp_path: Path, library: Any, until: Any) -> None:
    chosen = Settings("dark", keys={"article.find": ("ctrl+g",), "app.zoom": ("Z",)})
    app = ReadoutApp(tmp_path, chosen, Gateway(tmp_path, lambda folder, progress: library))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.session.article)
        await pilot.press("escape", "z")
        assert not app.main.zoomed
        await pilot.press("Z")
        assert app.main.zoomed
        assert commands.BY_ID["app.zoom"].keys == ("Z",)
    commands.choose_keys({})


async def test_an_article_is_set_as_chosen(tmp_path: Path, library: Any, until: Any) -> None:
    chosen = Settings("dark", column=30, spacing=2, rail=False)
    app = ReadoutApp(tmp_path, chosen, Gateway(tmp_path, lambda folder, progress: library))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.session.article)
        sheet = app.main.reader.text.sheet
        assert max(row.end - row.start for row in sheet.rows if row.is_text) <= 31
        last = next(number for number in reversed(range(len(sheet.rows))) if sheet.rows[number].is_text)
        assert len(sheet.rows) == last + 3  # two empty ones
        assert app.main.reader.text.render_line(0).cell_length == app.main.reader.text.size.width
