"""What stands around a name, and helps to tell what the name means: verbs, prepositions, nouns, "the"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from index.annotation.cutting.lexemes import Lexemes
from index.annotation.names.capitals import Guess
from index.annotation.names.chunks import Name
from index.annotation.names.lists import ACTS, BEFORE_PLACES, KINDS_OF_BODIES, RELATIVES, SUFFIXES

HELPING = frozenset(("has", "had", "also", "later"))
"""What may stand between a name and its verb."""

ARTICLES = frozenset(("the", "a", "an"))

_MET = frozenset("met meets thanked phoned telephoned".split())
_MET_WITH = frozenset("met meets meeting spoke spoken conversation call summit phone telephone".split())
_TELLING = BEFORE_PLACES | _MET | {"with", "to"}
_AFTER_MET = frozenset("and on in at to for by about over after before during last who as while later again".split())
"""Words between which somebody stands: "met with Berg on Monday", but not "met with Harbour sailors"."""

_VISITS = frozenset("visit trip remarks speech comments wife son daughter lawyer lawyers aides presidency".split())
_EXTENDING = frozenset("movement administration party militia government".split())
_AGENCIES = frozenset(("getty", "reuters", "shutterstock", "bloomberg"))
_ASIDE = 6  # words of an apposition
_SOME, _MOST = 0.3, 0.7  # of the places of a name


def note(lex: Lexemes, name: Name) -> None:
    """Note the verb after a name, the preposition before it, and the noun that says what it is."""
    i, j = name.i, name.j
    after, gap = (lex.keys[j], lex.gap[j]) if j < lex.size else ("", ".")
    before = lex.keys[i - 1] if i > 0 and lex.gap[i] == "" else ""
    following = "" if gap else after
    owns = gap == "s"
    helped = following in HELPING and j + 1 < lex.size
    name.acts = following in ACTS or (helped and lex.keys[j + 1] in ACTS) or (owns and after in _VISITS)
    name.article = before in ARTICLES
    name.kin = len(name.keys) > 1 and _is_relative(lex, i, j)
    if gap == "/" and name.guess in ("open", "person") and (lex.words[j].isupper() or after in _AGENCIES):
        name.guess = "thing"  # a credit: "Anna Berg/AP"
    if before in _TELLING:
        to = before == "to" and lex.keys[i - 2] not in _MET_WITH
        name.placed = name.placed or ((to or before in BEFORE_PLACES) and not (owns or name.acts))
        if before not in BEFORE_PLACES and name.guess == "open" and len(name.keys) == 1:
            met = before in _MET or lex.keys[i - 2] in _MET_WITH
            name.acts = name.acts or (met and (gap not in ("", "s") or after in _AFTER_MET))
    if following in _EXTENDING and name.guess in ("open", "acronym") and not name.entry:
        name.guess, name.j, name.end, name.keys = "body", j + 1, lex.ends[j], (*name.keys, following)
    elif name.guess == "open" and (following in KINDS_OF_BODIES or before in KINDS_OF_BODIES):
        name.guess = "body"
    elif name.guess == "open" and len(name.keys) > 1 and name.keys[-1] in SUFFIXES:
        name.guess = "person"


def _is_relative(lex: Lexemes, i: int, j: int) -> bool:
    """Do the words around a name tell whose relative it is: "his son, Bo Berg", "Ida Berg, the premier's wife"?"""
    if i > 0 and lex.keys[i - 1] in RELATIVES and lex.gap[i] in ("", ","):
        return True
    if j + 1 >= lex.size or lex.gap[j] != ",":
        return False
    if lex.keys[j] not in ARTICLES and lex.keys[j] not in RELATIVES and lex.gap[j + 1] != "s":
        return False
    ends = (k for k in range(j + 1, min(j + _ASIDE, lex.size)) if lex.gap[k] not in ("", "s", "'", "’"))
    return not RELATIVES.isdisjoint(lex.keys[j : next(ends, j + _ASIDE)])


def after_the(names: Sequence[Name]) -> None:
    """Take names of several words for no person where they stand after "the" or "a" as persons do not.

    Such a name is a body if it speaks ("the Harbour Times said"), else nothing that acts. With a given name it takes
    more: "a Peter Aldous fan" may be said of a person now and then, and makes no body of him.
    """
    alike: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    for name in names:
        if name.guess in ("open", "person") and len(name.keys) > 1:
            alike[name.keys].append(name)
    for group in alike.values():
        odd = sum(n.article for n in group) / len(group)
        if odd < (_SOME if group[0].guess == "open" else _MOST) or any(n.title for n in group):
            continue
        guess: Guess = "body" if group[0].guess == "open" and any(n.acts for n in group) else "thing"
        for name in group:
            name.guess = guess
