"""Why a quotation has its speaker, and how it is cited, on the command line."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.cli.conftest import Tui, run
from tui.citing import FORMS
from tui.cli.offered_options import FORMS as OFFERED


def test_every_form_that_is_copied_is_offered() -> None:
    assert {name.lower() for name in FORMS} == set(OFFERED)


def test_why_tells_cue_and_rule(tui: Tui) -> None:
    done = tui("why", "004", "q1")
    assert re.search(r"^why\t\d+ % sure · “said” · subject before the verb$", done.out, re.MULTILINE)
    (shape,) = [json.loads(line) for line in tui("why", "004", "q1", "--json").out.splitlines()]
    assert shape["cue"]["text"] == "said"
    assert "subject before the verb" in shape["reason"]


def test_a_quotation_is_to_be_named(tui: Tui) -> None:
    assert "Name a quotation, too" in tui("why", "004").err
    assert tui("cite", "004", "q99").code == 2


def test_an_id_may_hold_blanks(tui: Tui, tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "the third.txt").write_text("Ada speaks\n\n“It works,” Ada Lovelace said.\n", encoding="utf-8")
    assert "It works" in run("cite", "the third.txt", "q1", "--corpus", folder).out
    assert run("cite", "the third.txt", "--corpus", folder).out.startswith("“Ada speaks”")
