from __future__ import annotations

from typing import Any

import pytest

from tui import phrases


def test_a_cue_without_letters_is_not_told(library: Any) -> None:
    said = library.article("ferry.txt").quotations[0]
    names = phrases.names_of(library.article("ferry.txt"))
    assert " · told · " in phrases.attribution(said, names)
    colon = said.model_copy(update={"cue": said.cue.model_copy(update={"text": ":"})})
    assert phrases.attribution(colon, names) == phrases.attribution(said, names).replace(" · told", "")


async def test_a_list_that_is_cut_says_so(opened: Any, screen_text: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.panes.actors.MOST_ACTORS", 3)
    async with opened() as (app, _):
        assert "3+ actors" in screen_text(app)


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("ferry or quay", "or"),
        ('"night ferry" or (quay)', "or"),
        ("ferry not quay", "not"),
        ("ferr* or quay", "or"),
        ("ferry OR quay", ""),
        ('"ferry or quay"', ""),
        ("ferry “or quay", ""),
        ("or quay", ""),
        ("ferry or", ""),
    ],
)
def test_a_word_that_may_be_meant_as_an_operator_is_told(query: str, word: str) -> None:
    told = phrases.said_small(query)
    assert told.startswith(f"“{word}” is sought as a word; {word.upper()} in capitals ") if word else not told


def test_what_stands_nowhere_is_told_with_its_field(library: Any) -> None:
    page = library.search("zzz outlet:qqq by: xxx (quote:(a yyy))")
    assert phrases.missing(page.model_copy(update={"missing": ("zzz", "qqq", "xxx", "yyy")})) == [
        "“zzz”", "“outlet:qqq”", "“by:xxx”", "“quote:yyy”",
    ]  # fmt: skip
