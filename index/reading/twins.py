"""The same article twice: texts that say the same, word for word or nearly so.

Two texts are held to be alike by the share of their runs of five words that they have in common (Jaccard). Who might
be alike is found by MinHash, with one hash for all places of a signature (Li, Owen and Zhang, "One Permutation
Hashing", 2012), empty places filled from the right (Shrivastava and Li, 2014); whoever shares a band of his signature
with another is compared with him in full.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from zlib import crc32

NEAR = 0.7
"""The share of runs of words from which on two texts are the same article."""
_RUN = 5
_PLACES = 128
_BAND = 4  # places: of texts that share 0.7 of their runs, 99.99 % share a band of 32; of those that share 0.2, 5 %
_EMPTY = 0xFFFFFFFF
_CROWD = 64  # texts in one band: more are each compared with the first alone, or time would go with their square
_WORD = re.compile(rb"\w+|[\x80-\xff]+")

Group = tuple[int, ...]


def twins(texts: Sequence[str], near: float = NEAR) -> list[Group]:
    """The places in `texts` of those that are the same, in groups of two and more, each in order.

    `near` is the share of runs of words (0 to 1) from which on two are the same. Texts without words are like none.
    """
    parent = list(range(len(texts)))
    for one, other in _candidates(texts):
        a, b = _root(parent, one), _root(parent, other)
        if a != b and alike(texts[one], texts[other]) >= near:
            parent[max(a, b)] = min(a, b)
    groups: dict[int, list[int]] = defaultdict(list)
    for place in range(len(texts)):
        groups[_root(parent, place)].append(place)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def alike(one: str, other: str) -> float:
    """The share of runs of words that two texts have in common, of all that either has: 0 to 1."""
    a, b = set(_runs(one)), set(_runs(other))
    return len(a & b) / len(a | b) if a and b else 0.0


def _runs(text: str) -> list[int]:
    """A number for each run of five words; of a text that has fewer, one for all of it."""
    found = _WORD.findall(text.lower().encode("utf-8", "replace"))
    if len(found) < _RUN:
        return [crc32(b" ".join(found))] if found else []
    return [crc32(b" ".join(found[i : i + _RUN])) for i in range(len(found) - _RUN + 1)]


def _signature(text: str) -> array[int] | None:
    """The least number among the runs that fall on each place."""
    least = array("L", [_EMPTY]) * _PLACES
    for run in _runs(text):
        place = run % _PLACES
        if run < least[place]:
            least[place] = run
    if least.count(_EMPTY) == _PLACES:
        return None
    for place in range(2 * _PLACES - 1, -1, -1):  # twice around: the last place is filled from the first
        if least[place % _PLACES] == _EMPTY:
            least[place % _PLACES] = (least[(place + 1) % _PLACES] + 0x9E3779B1) % _EMPTY
    return least


def _candidates(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs that share a band of their signatures, each once."""
    bands: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        if (signature := _signature(text)) is not None:
            for start in range(0, _PLACES, _BAND):
                bands[start, signature[start : start + _BAND].tobytes()].append(place)
    seen: set[tuple[int, int]] = set()
    for crowd in bands.values():
        pairs = combinations(crowd, 2) if len(crowd) <= _CROWD else ((crowd[0], other) for other in crowd[1:])
        for pair in pairs:
            if pair not in seen:
                seen.add(pair)
                yield pair


def _root(parent: list[int], place: int) -> int:
    while parent[place] != place:
        parent[place] = parent[parent[place]]
        place = parent[place]
    return place
