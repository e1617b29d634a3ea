from __future__ import annotations

import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.pressing import pressed


@given(st.binary(max_size=6000), st.sampled_from([1, 6]))
def test_what_is_pressed_can_be_had_again(raw: bytes, level: int) -> None:
    assert zlib.decompress(pressed(raw, level)) == raw


@pytest.mark.parametrize("size", [100, 1000, 4000, 5000])
def test_small_pieces_come_out_as_small(size: int) -> None:
    raw = " ".join(random.Random(size).choices(["talks", "deal", "said", "envoy", "Ankara"], k=size))[:size].encode()
    assert len(pressed(raw)) <= len(zlib.compress(raw)) * 1.02
