"""What follows a reporting verb: whom it was told to, and what was said.

Pairs of token numbers, the last one included.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from index.annotation.speech import circumstances, phrases
from index.annotation.speech.lexicon import OBJECTS, Verb
from index.annotation.speech.phrases import Phrase
from index.annotation.speech.tokens import Tokens

_FINITE = re.compile(r"[ZXbVB]|[wN]E")
_CLAUSE_END = re.compile("[,;:.-]")


_ENVOYS = frozenset("ambassador ambassadors envoy envoys diplomats".split())
_INSERTED = re.compile(r"(?:,(?:[pAwDNS]{1,4}|G[^,;:QTZXb]{1,12}),|-[^-;:Q]{1,20}-)(?=T(?:[^ZXbVB]|XA))")
_EXPLAINED = re.compile(r",(?:[DdNE0][DdNwE0'Aop]{0,12}|R[^Q,;:T]{1,20}),(?=[TQpM])")
_OF_A_THING = re.compile("o[DdNwEPO0]")
_GIVING = frozenset("express convey extend offer voice".split())
_GIFTS = OBJECTS["offer"] | frozenset("concern concerns appreciation condolence regret wishes regards".split())
_GIFT = re.compile("[DdwE0]{0,4}w(?=t[DNO])")
_PARTICLES = ("off", "up", "down")
_TO = frozenset("appeal convey express voice".split())
_MORE = re.compile("(?:0|C[DdwEN]{1,4})(?=[TQ:])")
QUOTING = frozenset(("quote", "cite"))
_AS_SAYING = (("as", "saying"), ("as", "telling"))
_PROMISED = re.compile("(?:N+|O)[TtPDd]")  # "promised Berg that", not "promised reforms that"
_LISTENING = ("reporters", "journalists", "lawmakers", "supporters", "followers", "officials", "parliament", "aides")
_BEGINS = "TSRQ:"  # what may begin with what somebody was told
_QUOTED_WITHIN = 6  # tokens: "quoted the spokesman of the agency as saying"
_NUMBERS = [[word] for word in "a one two three four five six seven eight nine ten dozens hundreds thousands".split()]
_AMOUNTS = {
    words.split()[0]: words.split()
    for words in ("at least", "about", "over", "around", "as many as", "nearly", "close to")
}


class After(NamedTuple):
    """What follows a verb. `what` says how: quote, that, to, clause, gap ("who he
    says was there"), name or nothing.

    `last` is the last token of the cue itself, with a preposition that belongs to it ("called for").
    """

    what: str
    start: int
    last: int
    addressee: Phrase | None


def quotes_somebody(tokens: Tokens, place: int) -> bool:
    """Does a verb of `QUOTING` at `place` only tell who heard it: "Reuters quoted Berg as saying"?"""
    return any(two in _AS_SAYING for two in pairwise(tokens.words[place + 1 : place + 1 + _QUOTED_WITHIN]))


def after(tokens: Tokens, verb: Verb, place: int) -> After | None:
    """What follows the form of `verb` at `place`, or None if nothing that this verb can report."""
    tags, words = tokens.tags, tokens.words
    start, last, addressee = place + 1, place, None
    amount = _AMOUNTS.get(words[start]) if start < len(words) else None
    if amount and _is_number(tokens, start, amount) and not verb.frames.isdisjoint(_LICENCE["clause"]):
        return After("clause", start, last, None)
    if verb.lemma == "put":  # "as the minister put it"
        if words[start : start + 1] != ["it"]:
            return None
        start, last = start + 1, start
    belongs = start < len(tags) and words[start] in verb.prepositions and tags[start] in "potySA"
    if belongs and (words[start] != "on" or tokens.tag(start + 1) != "M"):  # "reported on Sunday that"
        return _after_preposition(tokens, verb, start)
    if start < len(tags) and words[start] in _PARTICLES and tokens.tag(start + 1) != "t":  # "showed off a ship"
        return None
    if verb.lemma == "recall" and not _ENVOYS.isdisjoint(words[start : start + 3]):  # "recalled its ambassador"
        return None
    if verb.lemma in QUOTING and quotes_somebody(tokens, place):
        return None
    start = circumstances.after(tokens, start)
    if tokens.tag(start) in ",-" and (inserted := _INSERTED.match(tags, start)):  # "said, in effect, that"
        start = inserted.end()
    if tokens.tag(start) == "t" and (addressee := _spoken_to(tokens, verb, start)):
        start = circumstances.after(tokens, addressee[1] + 1)
    if "of" in verb.prepositions and "tell" in verb.frames and (reminded := _told_of(tokens, start)):
        return After("name", reminded[1] + 2, place, reminded)
    if "tell" in verb.frames or (verb.lemma == "promise" and _PROMISED.match(tags, start)):
        addressee = _addressee(tokens, verb, start)
        if addressee:
            start = circumstances.after(tokens, addressee[1] + 1)
            if tokens.tag(start) == "," and (explained := _explained(tokens, addressee)):
                addressee, start = explained
    what = _what(tokens, start)
    if addressee and what == "to" and "tell" in verb.frames:  # "asked them to leave": the whole was asked
        return After("to", addressee[0], last, addressee)
    if what == "that" and tokens.tag(start) == "T" and verb.frames.isdisjoint(_LICENCE["that"]):
        what = "name"  # "called that report a lie"
    if what == "clause" and tokens.tag(start) in "bXZ":  # "not everything he says is true"
        what = "gap"
    if what == "clause" and not (_FINITE.search(tags, start, _clause_end(tags, start)) or _does(tokens, start)):
        what = "name"
    if not _licensed(verb, what, addressee is not None) or (what == "name" and verb.lemma == "quote"):
        return None
    if verb.lemma in _GIVING and addressee is None and what in ("name", "clause"):
        addressee = _given_to(tokens, start)
    if verb.lemma in OBJECTS and _is_other_thing(tokens, verb, what, start):
        return None
    if what in ("quote", "that", "what") or tokens.tag(start) in ",:":
        start += _marks_before(tags, start)
    return After(what, start, last, addressee)


def _is_number(tokens: Tokens, start: int, amount: list[str]) -> bool:
    """Does a number that is not exact begin here: "at least 31", "about 50", "as many as fifty"?"""
    words, end = tokens.words, start + len(amount)
    return words[start:end] == amount and (tokens.tags[end : end + 1] == "0" or words[end : end + 1] in _NUMBERS)


def _after_preposition(tokens: Tokens, verb: Verb, preposition: int) -> After | None:
    start = preposition + 1
    if tokens.words[preposition] == "out":
        start = circumstances.after(tokens, start)
    what = _what(tokens, start)
    if what == "nothing":
        return None
    if what == "clause":
        what = "name"
    return After(what, start + _marks_before(tokens.tags, start), preposition, None)


def _marks_before(tags: str, start: int) -> int:
    """How many commas and colons stand before what was said."""
    count = 0
    while start + count < len(tags) and tags[start + count] in ",:-":
        count += 1
    return count


def _what(tokens: Tokens, start: int) -> str:
    """What begins at `start`."""
    tags = tokens.tags
    if start >= len(tags) or tags[start] in ".;)" or (tags[start] == "C" and tokens.words[start] != "yet"):
        return "nothing"
    tag = tags[start]
    if tag == "Q" or (tag in ",:-" and tokens.tag(start + 1) == "Q"):
        return "quote"
    if tag == ":":
        return "that"
    if tag in ",-":
        return "nothing"
    if tag in "TS" or tag == "R":
        return _what_clause(tokens.words[start])
    if tag == "t":
        return "to"
    if tag in "pyo" and tokens.words[start] in circumstances.PREPOSITIONS:
        return "nothing"
    return "clause"


def _what_clause(word: str) -> str:
    if word in ("as", "when", "while", "after", "before", "since", "than"):
        return "nothing"
    return "what" if word in ("what", "how", "why", "who", "which", "where") else "that"


_LICENCE = {
    "quote": frozenset({"say", "claim", "tell", "think", "name", "will"}),
    "that": frozenset({"say", "claim", "tell", "think"}),
    "what": frozenset({"say", "claim", "tell", "think", "name"}),
    "clause": frozenset({"say", "claim", "tell", "think", "name"}),
    "gap": frozenset({"say", "claim", "think"}),
    "name": frozenset({"say", "name"}),
    "to": frozenset({"will"}),
    "nothing": frozenset({"say", "claim", "tell"}),
}


def _is_other_thing(tokens: Tokens, verb: Verb, what: str, start: int) -> bool:
    """Is what follows nothing that is said: "offered a loan", but not "offered his condolences"?"""
    if what != "name" and "claim" in verb.frames:
        return False
    phrase = phrases.at(tokens.tags, start, "")
    return phrase is not None and OBJECTS[verb.lemma].isdisjoint(tokens.words[start : phrase[1] + 1])


def _licensed(verb: Verb, what: str, told: bool) -> bool:
    if what == "name" and "tell" in verb.frames:
        return told
    return not verb.frames.isdisjoint(_LICENCE[what])


def _spoken_to(tokens: Tokens, verb: Verb, start: int) -> Phrase | None:
    """Who is spoken to with "to": "wrote to his followers, “…”", "said to reporters that"."""
    tags = tokens.tags
    if (verb.frames.isdisjoint({"say", "claim"}) and verb.lemma not in _TO) or verb.lemma == "agree":
        return None
    phrase = _somebody(tokens, start + 1, "op")
    if phrase is None:
        return None
    behind = tags[circumstances.after(tokens, phrase[1] + 1) :][:2]
    if tags[start + 1] == "w" and "will" in verb.frames:  # "promised to send “a ship”"
        return None
    told = tags[start + 1] in "DdNO" and verb.lemma != "add"  # "added to the pressure"
    told = told or tokens.words[phrase[1]].endswith(_LISTENING)
    return phrase if told or behind[:1] in ("T", ":", "Q") or behind == ",Q" else None


def _addressee(tokens: Tokens, verb: Verb, start: int) -> Phrase | None:
    """Who is told: the phrase at `start`, if what was said follows it."""
    tags = tokens.tags
    if start >= len(tags) or tags[start] not in "ODdNwE0P":
        return None
    phrase = _somebody(tokens, start, "o")
    if phrase and tags[start : start + 2] == "wN" and tokens.words[start].endswith("s"):
        phrase = start, start  # "told reporters | Norway saw it coming"
    if phrase and _has_verb(tokens, phrase):  # "warned | they could leave"
        return None
    behind = circumstances.after(tokens, phrase[1] + 1) if phrase else start
    if tokens.tag(behind) == "p" and tokens.words[behind] not in verb.prepositions | {"about"}:
        longer = phrases.at(tags, start)  # "told people outside the gate how"
        phrase = longer if longer and tokens.tag(longer[1] + 1) in _BEGINS else phrase
    if phrase and (condition := circumstances.condition(tokens, *phrase)):
        phrase = start, condition - 1
    if phrase and (more := _MORE.match(tags, phrase[1] + 1)):  # "told Channel 12 that", "told Berg and the others that"
        phrase = start, more.end() - 1
    return phrases.with_fellows(tags, phrase) if phrase else None


def _somebody(tokens: Tokens, start: int, attach: str) -> Phrase | None:
    """The phrase that begins at `start`, which may be "her" alone ("told her that")."""
    phrase = phrases.at(tokens.tags, start, attach)
    if tokens.words[start : start + 1] == ["her"] and (phrase is None or tokens.tag(start + 1) in "Dd"):
        return start, start
    return phrase


def _given_to(tokens: Tokens, start: int) -> Phrase | None:
    """Who is told where "to" follows what is given: "expressed her condolences to Berg"."""
    gift = _GIFT.match(tokens.tags, start)
    if gift is None or _GIFTS.isdisjoint(tokens.words[start : gift.end()]):
        return None
    return phrases.at(tokens.tags, gift.end() + 1, "o")


def _has_verb(tokens: Tokens, phrase: Phrase) -> bool:
    """Does its own verb follow a phrase? In "warned them not to leave", none does."""
    tags, last = tokens.tags, phrase[1]
    first, after, behind = tags[phrase[0]], tags[last + 1 : last + 2], tags[last + 2 : last + 3]
    if first == "P":
        return after in ("X", "b", "V", "Z", "B") or _does(tokens, last)
    return first != "O" and (after == "b" or (after == "X" and behind != "t"))


def _does(tokens: Tokens, start: int) -> bool:
    """Does an unknown verb follow "it": "it risks …"?"""
    return tokens.words[start] == "it" and tokens.tag(start + 1) == "w" and tokens.words[start + 1].endswith("s")


def _told_of(tokens: Tokens, start: int) -> Phrase | None:
    """Who is told where "of" and a thing follow: "reminded Berg of the deal"."""
    phrase = phrases.at(tokens.tags, start, "") if tokens.words[start : start + 1] not in (["a"], ["an"]) else None
    if phrase is None or not _OF_A_THING.match(tokens.tags, phrase[1] + 1):
        return None
    whole = phrases.at(tokens.tags, start)  # "warned | the price of grain could rise"
    return None if whole and tokens.tag(whole[1] + 1) in "Xb" else phrase


def _explained(tokens: Tokens, addressee: Phrase) -> tuple[Phrase, int] | None:
    """The one who is told with what explains who that is, and where what was said begins.

    "told his counterpart, Jan Novak, in a call on Friday that …", "told Berg, who was abroad, “…”".
    """
    found = _EXPLAINED.match(tokens.tags, addressee[1] + 1)
    if found is None:
        return None
    start = circumstances.after(tokens, found.end())
    return ((addressee[0], found.end() - 2), start) if tokens.tag(start) in "TQ" else None


def _clause_end(tags: str, start: int) -> int:
    end = _CLAUSE_END.search(tags, start)
    return end.start() if end else len(tags)


def rest(tags: str, start: int) -> Phrase | None:
    """The sentence from `start` on."""
    return trimmed(tags, start, len(tags) - 1)


def has_subject(tags: str, part: Phrase) -> bool:
    """Does a part begin with its subject?"""
    return tags[part[0]] not in "pACSG"


def is_said(tokens: Tokens, part: Phrase) -> bool:
    """Is a part before a parenthesis said too, and not when or where: "If it rains, she said, …", "On Monday, …"?"""
    inside = tokens.tags[part[0] : part[1] + 1]
    if inside[0] in "pG":
        return "M" not in inside and circumstances.PLACES_OF_SPEECH.isdisjoint(tokens.words[part[0] : part[1] + 1])
    return True


def has_verb(tags: str, part: Phrase) -> bool:
    """Is there a finite verb in a part, or a quotation that may hold one?"""
    return "Q" in tags[part[0] : part[1] + 1] or _FINITE.search(tags, part[0], part[1] + 1) is not None


def is_clause(tags: str, part: Phrase) -> bool:
    """Has a part a subject of its own and a finite verb?"""
    begins = has_subject(tags, part) or "," in tags[part[0] : part[1]]  # "In May, the river rose"
    return begins and _FINITE.search(tags, part[0], part[1] + 1) is not None


def is_circumstance(tags: str, part: Phrase) -> bool:
    """Does a part only tell when or where, with no clause after it and nothing quoted: "On Monday"?"""
    if has_subject(tags, part) or "Q" in tags[part[0] : part[1] + 1]:
        return False
    return "," not in tags[part[0] : part[1]] or not _FINITE.search(tags, part[0], part[1] + 1)


def trimmed(tags: str, start: int, last: int) -> Phrase | None:
    """The stretch without the punctuation at both ends; None if nothing is left."""
    while start <= last and (tags[start] in ",;:-.)C" or tags[start : start + 2] == "A,"):
        start += 1
    while last >= start and tags[last] in ",;:-.(C":
        last -= 1
    return (start, last) if start <= last else None
