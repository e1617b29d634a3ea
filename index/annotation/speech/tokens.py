"""A sentence as light tokens, each with a tag of one letter.

The tags of a sentence make up a string, so that the grammar of phrases (`phrases`) can be written as regular
expressions over it. Quotations are blanked out before: each is one token.

    Q quotation       N capitalised word    w other word       E word in -ed      0 number
    D determiner      d one that may stand alone ("some")      ' possessive       M day or month
    P pronoun (he)    O pronoun (him)       R who, which       T that             S subordinating word
    C and, or, but    p preposition         o of               t to               y by
    X auxiliary       b form of "be"        A adverb
    V reporting verb, finite                B its base form    G its form in -ing Z another finite verb
    , ; : ( ) - . punctuation as it stands, dashes as "-", stops as "."
"""

from __future__ import annotations

import re
from typing import NamedTuple

from index.annotation.cutting.pieces import Ends, pieces
from index.annotation.data import table
from index.annotation.speech.lexicon import FORM_TAGS, FORMS, NOUN_LIKE
from index.remembered import Remembered

BLANK = "\x01"
"""What quotations are blanked out with."""

NAMED = "\x02"
"""What names in quotation marks, as of shows and books, are blanked out with: each is one capitalised word."""

_ABBREVIATED = (
    "Mr Mrs Ms Dr Sen Gov Rep Gen Lt Col Maj Capt Sgt St Jr Sr Prof Rev Adm Inc Corp Co Ltd No Del "
    "Jan Feb Mar Apr Aug Sept Oct Nov Dec"
).split()
_STOPPED = frozenset(word + "." for word in _ABBREVIATED)
_CLOSING = frozenset(",.;:?!)")  # a token of its own behind a word
_CLITIC = r"['’](?:s|re|m|ve|ll|d)\b"
_TOKEN = re.compile(
    "(\x01+|\x02+"
    r"|(?:[^\W\d_]\.){2,}"
    r"|\d{1,3}(?:,\d{3})+(?!\d)"
    rf"|(?:{'|'.join(_ABBREVIATED)})\."
    r"|[^\W\d_]\.(?=\s?[^\W\d_])"
    r"|[^\W\d_]+n['’]t\b"
    rf"|{_CLITIC}"
    rf"|\w(?:[\w&]|(?!{_CLITIC})[-./@'’](?=\w))*"
    r"|--+|\S)"
)
_PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", "–": "-", "—": "-", "―": "-", "-": "-",
    ".": ".", "!": ".", "?": ".", "…": ".", "/": "-",
}  # fmt: skip


def _closed_classes() -> dict[str, str]:
    grammar = table("grammar")
    found = dict.fromkeys(grammar["capitals"]["words"].split(), "w")
    for tag, listed in reversed(list(grammar["tags"].items())):
        found.update(dict.fromkeys(listed.split(), tag))
    return found


_CLOSED = _closed_classes()
_PLURALS = frozenset(table("grammar")["plurals"]["words"].split())
_ADJECTIVES = frozenset(table("grammar")["adjectives"]["words"].split())
_ADJECTIVAL = ("ic", "ish", "ese", "ian", "ean", "ican", "ern")  # "Turkish claims"
_ALSO_NAMES = frozenset(table("grammar")["capitals"]["names"].split())

_NOUNS_IN_LY = frozenset(table("grammar")["adverbs"]["none"].split())

_IN_SUBJECT = "NwDdOE0'MACopt"
_LONGEST_SUBJECT = 14  # tokens

_SHOWING = frozenset(("show", "shows"))
_ALSO_VERBS = frozenset("say said show showed suggest suggested indicate indicated emerged are were".split())
_SHORT_SUBJECT = 6  # tokens
_ALWAYS_VERBS = frozenset(("say", "think"))
_START = "^"


class Tokens(NamedTuple):
    """A sentence: its words in lower case, their tags, their half-open places in the text."""

    words: list[str]
    tags: str
    starts: list[int]
    ends: Ends

    def tag(self, number: int) -> str:
        """The tag of a token; "$" before the first and after the last one."""
        return self.tags[number] if 0 <= number < len(self.tags) else "$"

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The place in the text from token `first` up to and with token `last`."""
        return self.starts[first], self.ends[last]


def read(frame: str, start: int, end: int, headline: bool = False) -> Tokens:
    """The tokens of `frame` between two offsets. In a headline, capitals do not make names of known words."""
    written, starts = _cut(frame, start, end)
    words = list(map(str.lower, written))
    tags = "".join(map(_TAGS.__getitem__, written))
    open_tags = [match.start() for match in _BY_CONTEXT.finditer(tags)]
    if open_tags:
        found = list(tags)
        for i in open_tags:
            found[i] = _in_context(words, found, i, headline)
        tags = "".join(found)
    return Tokens(words, tags, starts, Ends(written, starts))


_PARTS = Remembered(_TOKEN.split)


def _cut(frame: str, start: int, end: int) -> tuple[list[str], list[int]]:
    """The tokens between two offsets as written, and where they start."""
    written: list[str] = []
    starts: list[int] = []
    at = start
    for piece in pieces(frame[start:end]):
        if piece.isalnum():
            written.append(piece)
            starts.append(at)
        elif piece[-1:] in _CLOSING and piece[:-1].isalnum() and piece not in _STOPPED:
            written += piece[:-1], piece[-1]
            starts += at, at + len(piece) - 1
        elif piece:
            behind = at
            for number, part in enumerate(_PARTS[piece]):
                if number % 2:
                    written.append(part)
                    starts.append(behind)
                behind += len(part)
        at += len(piece) + 1
    return written, starts


_BY_CONTEXT = re.compile("[E'VBGcv]")


def _alone(word: str) -> str:
    """The tag of a word as far as it can be told without its neighbours.

    Two tags are given for such as need them: c, a capitalised word of a closed class; v, a capitalised reporting verb.
    """
    lower = word.lower()
    first = word[0]
    if first == BLANK:
        return "Q"
    if first == NAMED:
        return "N"
    if first in _PUNCTUATION and (len(word) == 1 or first == "-"):
        return _PUNCTUATION[first]
    closed = _CLOSED.get(lower)
    if closed is not None and (word == lower or len(word) == 1 or not word.isupper()):
        return closed if word == lower or lower not in _ALSO_NAMES else "c"
    if first in "'’":
        return "'"
    if first.isdigit():
        return "0"
    if lower in FORM_TAGS:
        return FORM_TAGS[lower] if word == lower else "v"
    if word != lower:
        return "N"
    if lower.endswith("ly") and lower not in _NOUNS_IN_LY:
        return "A"
    if lower.endswith("ed") and len(lower) > 4:
        return "E"
    return "w" if first.isalpha() else "0" if first in "$€£¥%" else "."


_TAGS = Remembered(_alone)


def _in_context(words: list[str], tags: list[str], i: int, headline: bool) -> str:
    """The tag of the word at `i`, of which `tags` says what it may be, after words whose tags are known."""
    lower, tag, before = words[i], tags[i], tags[i - 1] if i else _START
    if tag in "VBG":
        return _reporting(words, tags, i, FORM_TAGS[lower], False)
    if tag == "E":
        return "Z" if before in "NPwR" else "E"
    if tag == "'":
        return _apostrophe(lower, before, words[i - 1] if i else "")
    if tag == "c":
        return _capital_of_closed_class(lower, before)
    if not headline and before not in "^Q":
        return "N"
    return _reporting(words, tags, i, FORM_TAGS[lower], True)


def _apostrophe(lower: str, before: str, last: str) -> str:
    """An apostrophe with what follows it, after the word `last`: "is", an auxiliary, or a possessive."""
    if lower[1:] in ("re", "m"):
        return "b"
    if lower[1:] in ("ve", "ll", "d"):
        return "X"
    if lower[1:] == "s" and (before in "PTRS" or last in ("there", "here")):
        return "b"
    return "'" if before in "NwM0Z" else "."


def _capital_of_closed_class(lower: str, before: str) -> str:
    """A name ("Theresa May", "the US") or, where a sentence may begin, what the word is in lower case."""
    if before in "^Q.:-" or lower in ("it", "here") or (_CLOSED[lower] == "M" and before != "N"):
        return _CLOSED[lower]
    return "N"


def _reporting(words: list[str], tags: list[str], i: int, tag: str, capital: bool) -> str:
    """The tag of a form that may be a reporting verb: a noun or adjective where its neighbours say so."""
    lower, before = words[i], tags[i - 1] if i else _START
    if before in "D'o" or (before in "d0" and tag != "B" and (lower in NOUN_LIKE or _is_the_most(words, i))):
        return "E" if lower.endswith("ed") else "w"
    if (tag == "B" or lower in NOUN_LIKE) and (not _is_verb(words, tags, i, tag) or _goes_on_as_noun(words, tags, i)):
        return "N" if capital else "w"
    return tag


def _is_the_most(words: list[str], i: int) -> bool:
    """Does a form follow "the most": "the most repeated phrase"?"""
    return words[i - 1] == "most" and words[i - 2 : i - 1] == ["the"]


def _is_told(words: list[str], tags: list[str], i: int) -> bool:
    """Does a form after "the Oslo minister" end as verbs do, or what was said follow it: "claims that …"?"""
    if "." in tags[i + 1 : i + 2] and "," in tags[max(0, i - _SHORT_SUBJECT) : i]:  # "…, an Oslo survey shows."
        return True
    return words[i].endswith("ed") or tags[i + 1 : i + 2] in (["T"], ["Q"], ["P"], [":"], ["D"])


def _has_plural_head(words: list[str], tags: list[str], end: int) -> bool:
    """Does a phrase like "aides to Berg", "those close to him", "six in ten" end before `end`: a plural and what
    a preposition attaches to it?"""
    for i in range(end - 1, max(0, end - _LONGEST_SUBJECT), -1):
        if tags[i] not in _IN_SUBJECT:
            return False
        if tags[i] in "opt" and (words[i - 1] in _PLURALS or _is_plural(words[i - 1]) or tags[i - 1] in "d0"):
            return True
        if words[i - 1] == "those":
            return True
    return False


def _attached_head(words: list[str], tags: list[str], end: int) -> str:
    """The noun to which a preposition attaches what stands before `end`; empty where none does."""
    for i in range(end - 1, max(0, end - _LONGEST_SUBJECT), -1):
        if tags[i] in "op" and tags[i - 1] in "wN":
            return words[i - 1]
        if tags[i] not in _IN_SUBJECT:
            break
    return ""


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "'s"))


def _counts_many(words: list[str], tags: list[str], i: int) -> bool:
    """ "new reports show": does a verb of the plural follow?"""
    return words[i].endswith("s") and not _ALSO_VERBS.isdisjoint(words[i + 1 : i + 2])


def _goes_on_as_noun(words: list[str], tags: list[str], i: int) -> bool:
    """Does what follows tell that a form is a noun after all: "hopes have risen", "pledges of help"?"""
    behind = tags[i + 1] if i + 1 < len(tags) else _START
    if behind == "o":
        return (i == 0 or tags[i - 1] not in "PRX") and "of" not in FORMS[words[i]].prepositions
    return behind == "X" and words[i + 1] == "have" and words[i].endswith("s")


def _is_verb(words: list[str], tags: list[str], i: int, tag: str) -> bool:
    """Is a form that is a noun as often as a verb a verb here? Its number must fit the subject before it."""
    before = tags[i - 1] if i else _START
    if tag == "V" and before in "Nw" and _counts_many(words, tags, i):
        return False
    if tag == "B" and before in "Nw" and i + 1 < len(tags) and tags[i + 1] in "VXbZ":
        # "the Berg campaign said", but "charges that his lawyers say were false"
        return words[i] not in NOUN_LIKE and not FORMS[words[i]].frames.isdisjoint(_ALWAYS_VERBS)
    if before in "PRXtATd" or (before in ",Q" and (tag != "B" or tags[i + 1 : i + 2] == ["T"])):
        return True
    if before == "-" and tags[i + 1 : i + 2] == ["T"]:
        return True
    if tag == "B" and words[i] not in NOUN_LIKE:
        if before in "Nw0),-E" and not FORMS[words[i]].frames.isdisjoint(_ALWAYS_VERBS):
            return True
        if before == "O" and _has_plural_head(words, tags, i):
            return True
    if words[i] == "states" and before == "N" and tags[i + 1 : i + 2] not in (["T"], ["Q"], [":"], ["P"], ["D"]):
        return False  # "Arab states"
    if before not in "NwM)" or (tag == "G" and before == "w"):
        return False
    last = words[i - 1]
    plural = last in _PLURALS or _is_plural(last)
    if words[i] in _SHOWING and (head := _attached_head(words, tags, i)):
        plural = head in _PLURALS or _is_plural(head)  # "files from the club show", "an average of polls shows"
        return plural == (tag == "B")
    if tag == "B":
        return plural or (before == "N" and "C" in tags[max(0, i - 3) : i - 1])  # "Berg and Novak call it"
    if before == "w":  # "the minister claims", but "new claims", "the latest claims"
        noun = last not in _ADJECTIVES and not last.endswith("est")
        fits = i > 1 and (tags[i - 2] in "Dw'" or (tags[i - 2] == "N" and _is_told(words, tags, i)))
        return fits and not plural and noun
    return not last.endswith(_ADJECTIVAL)
