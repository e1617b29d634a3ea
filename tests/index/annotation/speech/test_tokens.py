"""Tokens and their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.annotation.speech.tokens import _TOKEN, read

_ALPHABET = "aBsMrno1_ .,'’-–\n\t()&\x01\x02é\u0301ı²"


@given(st.text(_ALPHABET, max_size=40), st.integers(0, 5))
def test_the_pattern_finds_the_same_tokens_in_the_whole_sentence(frame: str, start: int) -> None:
    tokens = read(frame, start, len(frame))
    matches = _TOKEN.finditer(frame[start:])
    found = [(match.group().lower(), start + match.start(), start + match.end()) for match in matches]
    assert [(word, tokens.starts[i], tokens.ends[i]) for i, word in enumerate(tokens.words)] == found


@pytest.mark.parametrize(
    ("frame", "words"),
    [
        ("Mr. Ada B. Berg said.", ["mr.", "ada", "b.", "berg", "said", "."]),
        ("It isn't plan B.", ["it", "isn't", "plan", "b", "."]),
        ("The minister's aides, 1,200 of them", ["the", "minister", "'s", "aides", ",", "1,200", "of", "them"]),
        ("\x01\x01\x01\x01, she said", ["\x01\x01\x01\x01", ",", "she", "said"]),
    ],
)
def test_what_is_one_token(frame: str, words: list[str]) -> None:
    assert read(frame, 0, len(frame)).words == words
