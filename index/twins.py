"""The same article twice: texts that say the same, word for word or nearly so.

Two texts are held to be alike by the share of their runs of five words that they have in common (Jaccard). Who might
be alike is found by MinHash, with one hash for all places of a signature (Li, Owen and Zhang, "One Permutation
Hashing", 2012), empty places filled from the right (Shrivastava and Li, 2014); whoever shares a band of his signature
with another is compared with him in full.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from itertools import combinations
from re import compile as pattern
from zlib import crc32

NEAR = 0.7
"""The share of runs of words from which on two texts are the same article."""

Pair = tuple[int, int]

_RUN = 5
_LONG = 8  # bytes. Runs that begin with so long a word, one of six, make a signature in half of the time
_PLACES = 128
_BANDS = 32  # of four places: of texts that share 0.7 of their runs, 99.99 % share one; of those that share 0.2, 5 %
_CROWD = 16  # texts in one band: more are each compared with the first alone, or time would go with their square
_MARKS = pattern("[\xa0«»\u2010-\u2027]")  # dashes, curly quotes and the like
_APART = bytes(code if code >= 128 or chr(code).isalnum() or code == ord("_") else ord(" ") for code in range(256))


def sketch(text: str) -> bytes:
    """What tells which other texts may be alike: a number of four bytes for each band of its signature; nothing for a
    text without words."""
    words = _words(text)
    runs = [crc32(b" ".join(words[i : i + _RUN])) for i, word in enumerate(words) if len(word) >= _LONG]
    least = {run % _PLACES: run for run in sorted(runs or _runs(words), reverse=True)}
    if not least:
        return b""
    filled = array("I", bytes(4 * _PLACES))
    run = least[min(least)]  # the last place is filled from the first
    for place in range(_PLACES - 1, -1, -1):
        run = filled[place] = least.get(place, run)
    signature, band = filled.tobytes(), 4 * _PLACES // _BANDS
    return array("I", (crc32(signature[at : at + band]) for at in range(0, len(signature), band))).tobytes()


def may_be_alike(sketches: Mapping[int, bytes], fresh: Collection[int]) -> Iterator[Pair]:
    """The pairs of texts, by their numbers, that share a band, each once; those alone of which one is `fresh`."""
    seen: set[Pair] = set()
    touched = _touched(sketches, fresh)
    for at in range(0, 4 * _BANDS, 4):
        wanted = {sketches[text][at : at + 4] for text in fresh}
        crowds: dict[bytes, list[int]] = defaultdict(list)
        for text, bands in touched.items():
            if (band := bands[at : at + 4]) in wanted:
                crowds[band].append(text)
        for crowd in crowds.values():
            pairs = combinations(crowd, 2) if len(crowd) <= _CROWD else ((crowd[0], other) for other in crowd[1:])
            for pair in pairs:
                if pair not in seen and (pair[0] in fresh or pair[1] in fresh):
                    seen.add(pair)
                    yield pair


def _touched(sketches: Mapping[int, bytes], fresh: Collection[int]) -> Mapping[int, bytes]:
    """The sketches that have a band, of whatever place, of one that is `fresh`: next to none where few are."""
    bands = set(array("I", b"".join(sketches[text] for text in fresh)))
    return {text: sketch for text, sketch in sketches.items() if not bands.isdisjoint(array("I", sketch))}


def grouped(known: Iterable[Pair], maybe: Iterable[Pair], alike: Callable[[int, int], bool]) -> list[list[int]]:
    """Those that are alike, in groups of two and more: pairs that are known to be, and those of which `alike` says so.
    Whatever is together already is not compared again."""
    parent: dict[int, int] = {}
    for pairs, sure in ((known, True), (maybe, False)):
        for one, other in pairs:
            a, b = _root(parent, one), _root(parent, other)
            if a != b and (sure or alike(one, other)):
                parent[max(a, b)] = min(a, b)
    groups: dict[int, list[int]] = defaultdict(list)
    for text in sorted(parent):
        groups[_root(parent, text)].append(text)
    return [group for group in groups.values() if len(group) > 1]


def likeness(one: Set[int], other: Set[int]) -> float:
    """The share of runs of words that two texts have in common, of all that either has: 0 to 1."""
    both = len(one & other)
    return both / (len(one) + len(other) - both) if both else 0.0


def runs_of(text: str) -> Set[int]:
    """What of a text is compared: a number for each run of five words; of one that has fewer, one for all of it."""
    return frozenset(_runs(_words(text)))


def _words(text: str) -> list[bytes]:
    """The words, as bytes: a third quicker than by a pattern for words (measured)."""
    return _MARKS.sub(" ", text).lower().encode("utf-8", "replace").translate(_APART).split()


def _runs(words: list[bytes]) -> list[int]:
    if len(words) < _RUN:
        return [crc32(b" ".join(words))] if words else []
    return [crc32(b" ".join(words[i : i + _RUN])) for i in range(len(words) - _RUN + 1)]


def _root(parent: dict[int, int], text: int) -> int:
    parent.setdefault(text, text)
    while parent[text] != text:
        parent[text] = parent[parent[text]]
        text = parent[text]
    return text
