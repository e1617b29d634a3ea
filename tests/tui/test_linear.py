"""What a line of the linear mode would be after `tui`."""

from __future__ import annotations

import pytest

from tui.cli.linear import words_of


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("s-400 sanctions", ["search", "--", "s-400 sanctions"]),
        ('"done deal" -syria', ["search", "--", '"done deal" -syria']),
        ("--json", ["search", "--", "--json"]),
        ("show 004", ["show", "004"]),
        ("tui show 004", ["show", "004"]),
        ("actors merge 'ned price' price-2", ["actors", "merge", "ned price", "price-2"]),
        ("help", ["--help"]),
        ("", []),
        ("actor 'ned", []),
    ],
)
def test_a_command_is_taken_as_in_a_shell_and_all_else_is_a_search(line: str, words: list[str]) -> None:
    assert words_of(line) == words
