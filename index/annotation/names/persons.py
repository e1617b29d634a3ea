"""When two spellings can be the same person's name. Used within an article and across articles alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from index.annotation.names.lists import MEN, PARTICLES, SUFFIXES, WOMEN

# Short forms of English given names that do not begin alike, or that stop being alike after two letters.
_SHORT = {
    "joseph": "joe", "robert": "bob", "william": "bill", "richard": "dick", "edward": "ted", "michael": "mike",
    "james": "jim", "john": "jack", "anthony": "tony", "antony": "tony", "charles": "chuck", "margaret": "peggy",
    "elizabeth": "liz", "katherine": "kate", "thomas": "tom", "daniel": "dan", "jacob": "jake", "theodore": "ted",
    "aleksandr": "alexander", "volodymyr": "vladimir", "olexander": "alexander", "oleksandr": "alexander",
    "muhammad": "mohammed", "mohamed": "mohammed", "mohammad": "mohammed", "muhammed": "mohammed",
    "sergei": "sergey", "serhiy": "sergey", "binyamin": "bibi", "benjamin": "bibi",
    "bernard": "bernie", "stephen": "steve", "steven": "steve", "nicholas": "nick", "andrew": "andy",
    "lawrence": "larry", "rebecca": "becky", "susan": "sue",
    "kathleen": "kathy", "catherine": "cathy", "terence": "terry", "eugene": "gene",
}  # fmt: skip

# Letters of other scripts that are put into ours in more than one way.
_TRANSLITERATED = (
    ("gh", "q"), ("kh", "h"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("dj", "j"), ("tch", "ch"), ("iy", "i"),
    ("yi", "i"), ("ii", "i"), ("y", "i"), ("o", "u"),
)  # fmt: skip
_DOUBLE = re.compile(r"([a-z])\1")

CROWNED = frozenset("king queen prince princess emperor empress pope emir sultan".split())
"""Whose holders are called by their given name: words of roles, folded."""

SON_OF = frozenset(("bin", "ibn", "bint", "ben"))
"""The father's name follows."""


@lru_cache(maxsize=1 << 14)
def core(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a folded name that tell persons apart: no "Jr", no "bin", no article before "al-Assad"."""
    plain = [word for k in keys for word in k.split(".") if word]
    kept = [k.removeprefix("al-").removeprefix("el-") for k in plain if k not in SUFFIXES]
    return tuple(k for n, k in enumerate(kept) if k not in PARTICLES or n == len(kept) - 1)


def generation(keys: Sequence[str]) -> str:
    """What tells a folded name from the father's: "jr", "iii"; the number of a king or pope is none."""
    last = keys[-1].rstrip(".") if keys else ""
    return last if last in ("jr", "sr") or (last in SUFFIXES and len(core(tuple(keys))) > 1) else ""


def apart(a: tuple[str, ...], junior: str, b: tuple[str, ...], senior: str) -> bool:
    """Are two agreeing cores father and son, by their generations?

    "Joe Castell" may be short for "Joseph R. Castell Jr", but "Joe Castell" and "Joe Castell Jr" side by side are two.
    """
    if junior == senior:
        return False
    if junior and senior:
        return True
    return len(b) >= len(a) if junior else len(a) >= len(b)


@lru_cache(maxsize=1 << 14)
def plain(word: str) -> str:
    """A folded word as it would be written if letters of other scripts were always put into ours the same way."""
    for letters, usual in _TRANSLITERATED:
        word = word.replace(letters, usual)
    return _DOUBLE.sub(r"\1", word)


def near(a: str, b: str) -> bool:
    """Are two folded words one spelling mistake or another transliteration apart?"""
    if a == b:
        return True
    if min(len(a), len(b)) < 5 or a[0] != b[0]:
        return False
    letters = 1 if min(len(a), len(b)) < 8 else 2
    # A letter that is other takes one from those there are and adds one: that rules out most at once.
    if len(set(a) ^ set(b)) <= 2 * letters and distance(a, b) <= letters:
        return True
    return a[-1] == b[-1] and plain(a) == plain(b)


def distance(a: str, b: str) -> int:
    """How many letters must change, come or go between two words; 3 stands for more."""
    if abs(len(a) - len(b)) > 2:
        return 3
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return min(row[-1], 3)


def same_given(a: str, b: str) -> bool:
    """Can two folded given names be one: equal, an initial, a short form, a spelling mistake?"""
    if a == b:
        return True
    short_a, short_b = _SHORT.get(a, a), _SHORT.get(b, b)
    if short_a in (short_b, b) or short_b == a:
        return True
    if a[0] != b[0]:
        return False
    if min(len(a), len(b)) != 2 and (a.startswith(b) or b.startswith(a)):
        return True
    return near(a, b)


def compatible(a: Sequence[str], b: Sequence[str]) -> bool:
    """Can two cores name one person? The last words must agree, and the given names where both have them."""
    if not a or not b:
        return False
    left, right = a[:-1], b[:-1]
    if a[-1] != b[-1]:
        return (_misspelt(a, b) and not clash(a, b)) or _hyphened(a, b)
    if not left or not right:
        return True
    if clash(a, b):
        return False
    return same_given(left[0], right[0]) or _within(left, right) or _within(right, left)


def _misspelt(a: Sequence[str], b: Sequence[str]) -> bool:
    """Do two cores agree in the first given name, an initial at least, and nearly in the last word?"""
    if min(len(a), len(b)) < 2 or a[0][0] != b[0][0] or a[-1][0] != b[-1][0]:
        return False
    return (plain(a[0]) == plain(b[0]) or min(len(a[0]), len(b[0])) == 1) and near(a[-1], b[-1])


def _hyphened(a: Sequence[str], b: Sequence[str]) -> bool:
    """Are two cores the same but for hyphens: "Kim Jong-un", "Kim Jong Un"?"""
    return len(a) != len(b) and a[0] == b[0] and "".join(a).replace("-", "") == "".join(b).replace("-", "")


def _within(fewer: Sequence[str], more: Sequence[str]) -> bool:
    """Are given names some of another's: "Tayyip" of "Recep Tayyip"? An initial is too little to tell."""
    return len(fewer[0]) > 1 and fewer[0] in more and not clash((*more[more.index(fewer[0]) :], ""), (*fewer, ""))


def clash(a: Sequence[str], b: Sequence[str]) -> bool:
    """Do two cores agree in the first given name and differ in the second: George W. and George H. W. Bush?"""
    return min(len(a), len(b)) > 2 and same_given(a[0], b[0]) and not same_given(a[1], b[1])


def male(given: str) -> bool | None:
    """Whether a folded given name is a man's; none where both or nobody is known to bear it."""
    first = given.partition("-")[0]
    man, woman = first in MEN, first in WOMEN
    return None if man == woman else man
