"""A list of thousands of persons, as of delegates, costs little more than its length."""

from __future__ import annotations

import random
import time

from index.annotation import annotate
from index.reading.text import blocks

_GIVEN = "Anna Boris Carla David Elif Fatma Greta Hakan Ivan Jan Karl Lena Mehmet Nora Olga Peter".split()
_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]


def _list(count: int) -> str:
    chance = random.Random(0)

    def name() -> str:
        return f"{chance.choice(_GIVEN)} {''.join(chance.choices(_SYLLABLES, k=3)).capitalize()}"

    return "Delegates\n\n" + "\n\n".join(
        f"{name()}, the trade minister of Peru, met {name()} on Monday. He said that it was useful."
        for _ in range(count)
    )


def _seconds(count: int) -> float:
    text = _list(count)
    cut = blocks(text)

    def once() -> float:
        start = time.process_time()
        annotate(text, cut)
        return time.process_time() - start

    return min(once() for _ in range(3))


def test_thousands_of_persons_who_met_cost_little_more_than_their_number() -> None:
    _seconds(10)
    assert _seconds(1600) < 18 * _seconds(200)  # thirty times, if each were compared with each
