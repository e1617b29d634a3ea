"""What stands around "he", "her" and the like, and tells of whom they are: grammar, without a memory of who was named.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from index.annotation.cutting.lexemes import Lexemes
from index.annotation.data import words
from index.annotation.names.cast import Cast
from index.annotation.names.chunks import Name
from index.annotation.names.lists import ACTS

_NOMINALS = words("nominals")
_MEN = _NOMINALS["men"]
_PRONOUNS = _MEN | _NOMINALS["women"]
_KIN = {True: _NOMINALS["kinsmen"], False: _NOMINALS["kinswomen"]}
_OBJECTS = frozenset(("him", "her"))
_BEFORE_ING = frozenset("is are was were be been a an the his their".split())
_NEAR_VERB = 3  # words
_NEAR_NAME = 4  # words of a name and a verb behind it
_CLAUSE = 8  # words from "who" to a pronoun in its clause
_NOT_DEALING = frozenset("that said says and but when because as who to".split())
_OPENING = frozenset("as while when after before during in on at upon asked because although though since if".split())
_BESIDE = frozenset(
    "with under by for to from against of about on at between over than like including"
    " after before as when while because that who whom if though although".split()
)
"""Words after which somebody is not who acts in the sentence: "in talks with Berg"; but in "according to Berg"."""
_TELLING = 2  # pronouns more of one sex than of the other


def tell_sexes(lex: Lexemes, cast: Cast, triggers: Sequence[int]) -> None:
    """Take for men or women whose names do not tell it by most of the pronouns, among `triggers`, that follow them."""
    if all(p.male is not None for p in cast.persons):
        return
    named = sorted((n.start, number) for number, p in enumerate(cast.persons) for n in p.names)
    votes: Counter[int] = Counter()
    for i in triggers:
        if lex.keys[i] not in _PRONOUNS:
            continue
        at = bisect_left(named, (lex.starts[i], 0)) - 1
        if at >= 0:
            votes[named[at][1]] += 1 if lex.keys[i] in _MEN else -1
    for number, vote in votes.items():
        person = cast.persons[number]
        if person.male is None and abs(vote) >= _TELLING:
            person.male = vote > 0


def before_noun(lex: Lexemes, i: int) -> bool:
    """Does a word follow at once, so that "her" may be whose it is?"""
    return i + 1 < lex.size and lex.gap[i + 1] == ""


def is_object(lex: Lexemes, i: int) -> bool:
    """Is the pronoun at `i` whom the subject deals with: "Berg praised Lang, calling him brave", "after talking to
    him"? But not in "Lang was calling him" nor in "a meeting with him"."""
    keys = lex.keys
    if i < _NEAR_VERB or keys[i] not in _OBJECTS:
        return False
    verb = i - 1 - (keys[i - 1] in ("with", "to"))
    return keys[verb].endswith("ing") and keys[verb - 1] not in _BEFORE_ING


def is_dealt_with(lex: Lexemes, last: int, i: int) -> bool:
    """Is the pronoun at `i` somebody else than whoever was named last, at the offset `last`: "Berg has thanked him"?"""
    if lex.keys[i] not in _OBJECTS:
        return False
    first = lex.at(last) + 1
    near = 0 < i - first <= _NEAR_NAME and not any(lex.gap[first : i + 1])
    return near and _NOT_DEALING.isdisjoint(lex.keys[first:i])


def tells_of_last(lex: Lexemes, last: int, i: int) -> bool:
    """Does the pronoun at `i` stand in what is told of whoever was named last, at the offset `last`: "Lang thanked
    Berg, who said that | he"?"""
    if lex.keys[i] not in ("he", "she") or lex.keys[i - 1] == "who":
        return False
    first = lex.at(last)
    for k in range(i, max(first, i - _CLAUSE), -1):
        if lex.gap[k]:
            return False
        if lex.keys[k - 1] == "who":
            return k - first <= _NEAR_NAME and all(lex.caps[first : k - 1])
    return False


def says_so(lex: Lexemes, first: int, i: int) -> bool:
    """Does the pronoun at `i` tell, at the end of the sentence that begins at `first`, who says what it tells: "Berg
    will come, | he said"?"""
    if i + 1 >= lex.size or not lex.gap[i].startswith(",") or lex.keys[i + 1] not in ACTS:
        return False
    ends = i + 2 >= lex.size or lex.gap[i + 2].startswith((".", "\n"))
    return ends and lex.keys[first] not in _OPENING and not lex.keys[first].endswith("ing")


def tells_of_kin(lex: Lexemes, first: int, i: int, male: bool) -> bool:
    """Does the sentence that begins at `first` name a relative before the pronoun at `i`: "Berg's daughter left before
    she …"?"""
    return not _KIN[male].isdisjoint(lex.keys[first:i])


def may_act(lex: Lexemes, name: Name) -> bool:
    """May a name be that of who acts in its sentence: not "in talks with Berg", nor "Berg's"?"""
    told = name.title if name.title and name.title.i < name.i else name
    i = told.of.i if told.of and told.of.i < told.i else told.i
    if name.j < lex.size and lex.gap[name.j] == "s":
        return False
    return i == 0 or lex.gap[i] != "" or lex.keys[i - 1] not in _BESIDE or lex.keys[i - 2] == "according"
