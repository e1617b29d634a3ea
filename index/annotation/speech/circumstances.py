"""When, where and how something was said: the words that may stand between a subject, its verb and what was said."""

from __future__ import annotations

import re

from index.annotation.data import table
from index.annotation.speech import phrases
from index.annotation.speech.tokens import Tokens

_NAME_OF_PLACE = re.compile(r",N+,?(?=[TpQM:$])")

_CLAUSE_ENDS = re.compile("[,:;.QTC]")
# "after a meeting with the committee | that it was late", but not "in a report that was late"
_ROW = re.compile(r"[pS][DdNwE0'AMop]{1,14}(?=T[^bXVZB]|:Q)")
# "in a statement | released by the office on Monday that"
_ISSUED = re.compile(r"[ZE][py][DdNwE0'AMop]{1,14}(?=T[^bXVZB]|:Q)")

PLACES_OF_SPEECH = frozenset(table("grammar")["timing"]["nouns"].split())
"""Nouns for what is said or written, or where: "said in a statement"."""

_TIME_WORDS = frozenset(table("grammar")["timing"]["periods"].split())
_MEASURING = frozenset("nearly almost only just even very quite rather merely roughly hardly barely".split())
_LAST_NEXT = frozenset("last next this that earlier late early later".split())
_PART_OF_MONTH = frozenset(("late", "early", "mid"))
_COMPARED = (["less", "than"], ["more", "than"])
_SUBJECT_ENDS = frozenset("NwP0)RXb,")  # what stands before the words between subject and verb

PREPOSITIONS = frozenset("in on over at during after before from via to with by as through while when".split())
"""Prepositions that tell when, where or how something was said."""


def after(tokens: Tokens, start: int) -> int:
    """The token after words that tell when, where or how something was said, as far as these can be told."""
    while (next_start := _circumstance(tokens, start)) > start and tokens.tag(next_start) != "'":  # "Monday's talks"
        start = next_start
        if tokens.tag(start) in "ZE" and (issued := _ISSUED.match(tokens.tags, start)):
            return issued.end()
        if tokens.tags[start : start + 2] == "Cp" and _circumstance(tokens, start + 1) > start + 1:  # "and in Oslo"
            start += 1
    if tokens.tag(start) in "pS" and tokens.words[start] in PREPOSITIONS and (row := _ROW.match(tokens.tags, start)):
        return row.end()
    return start


def _circumstance(tokens: Tokens, start: int) -> int:
    """The token after one circumstance at `start`; `start` if there is none."""
    tags, words = tokens.tags, tokens.words
    if start >= len(tags):
        return start
    tag = tags[start]
    if words[start] in _LAST_NEXT:
        timed = tokens.tag(start + 1) == "M" or not _TIME_WORDS.isdisjoint(words[start + 1 : start + 2])
        if timed:
            return start + 2
    if words[start] == "there" and tokens.tag(start + 1) in "bXZVB":  # "saying there was no plan"
        return start
    if words[start] == "first" and tokens.tag(start + 1) == "N":  # "said First Minister Berg knew"
        return start
    if words[start] == "even" and tokens.tag(start + 1) == "S":  # "said even if it rained, …"
        return start
    if tag in "AM":
        compares = words[start + 1 : start + 2] == ["than"]  # "more than ten ships left"
        measures = words[start] in _MEASURING and tokens.tag(start + 1) in "dDN0wE"  # "nearly all ships left"
        return start if compares or measures else start + 1
    if tag == "w" and words[start] == "ahead" and tokens.tag(start + 1) == "o":
        end = _phrase_end(tokens, start + 2)
        return end if end is not None and tokens.tag(end) in "T:,.Q;$" else start
    if tag not in "py" or words[start] not in PREPOSITIONS:
        return start
    if condition(tokens, start, start + 2) == start:
        stop = _CLAUSE_ENDS.search(tags, start + 1)
        return stop.start() if stop else len(tags)
    end = _phrase_end(tokens, start + 1)
    if end is None:
        return start
    if not PLACES_OF_SPEECH.isdisjoint(words[start + 1 : end]) or "M" in tags[start + 1 : end]:
        return end
    behind = tokens.tag(end)
    if words[start] in ("in", "at") and (place := _NAME_OF_PLACE.match(tags, end)):  # "in Salem, Ohio, that"
        return place.end()
    closes = behind in "T:,.QP;$" or tags[end : end + 2] == "Cp"
    return end if closes or (behind in "DN" and words[start] in ("in", "on", "at")) else start


def condition(tokens: Tokens, first: int, last: int) -> int:
    """Where "on (the) condition of not being named" begins between two tokens; 0 if it does not."""
    words = tokens.words
    at = next((i for i in range(first, last + 1) if words[i : i + 1] == ["condition"]), 0)
    at -= at > 0 and words[at - 1] == "the"
    return at - 1 if at > 1 and words[at - 1] == "on" else 0


def _phrase_end(tokens: Tokens, start: int) -> int | None:
    """The token after the phrase at `start`, which may be a day."""
    tags = tokens.tags
    if start < len(tags) and tags[start] == "M":
        dated = tokens.tag(start + 1) == "0" or not _TIME_WORDS.isdisjoint(tokens.words[start + 1 : start + 2])
        return start + 1 + dated  # "Monday", "June 3", "Monday morning"
    phrase = phrases.at(tags, start, "o")
    return phrase[1] + 1 if phrase else None


def before(tokens: Tokens, end: int) -> int:
    """The token after the subject, where circumstances stand between it and the verb at `end` ("Berg on Tuesday said").

    It is `end` where there are none.
    """
    place = end + (tokens.words[end] == "ago")  # an adverb, so counted with the verb
    while (earlier := _one_before(tokens, place)) < place:
        place = earlier
    return place if 0 < place < end and tokens.tags[place - 1] in _SUBJECT_ENDS else end


def _one_before(tokens: Tokens, end: int) -> int:
    """The first token of one circumstance that ends before `end`; `end` if there is none."""
    tags, words = tokens.tags, tokens.words
    last = end - 1
    if last < 1 or tags[last] in "PR":
        return end
    if words[last] == "ago":
        return _ago(tokens, last)
    if words[last : last + 2] == ["at", "first"]:
        return last
    if words[last] == "part" and words[last - 2 : last - 1] == ["for"]:  # "for his part"
        return last - 2
    if tags[last] == "0" and tags[last - 1] == "M":  # "on May 7"
        return last - 1 - (tags[last - 2] == "p")
    if tags[last] == "M" and (tags[last - 1] == "0" or words[last - 1] in _PART_OF_MONTH):  # "on 7 May", "in late May"
        return last - 1 - (tags[last - 2] == "p")
    if tags[last] in "AM":
        return last - 1 if tags[last] == "M" and tags[last - 1] == "p" else last
    if words[last] in _TIME_WORDS:
        if words[last - 1] in _LAST_NEXT:
            return last - 1
        if words[last - 1] == "past":  # "this past week"
            return last - 1 - (tags[last - 2] in "TD")
        if tags[last - 1] == "M":  # "on Monday night"
            return last - 1 - (tags[last - 2] == "p")
    if tags.find("p", 0, end) < 0 and tags.find("y", 0, end) < 0:
        return end
    core = phrases.base_before(tags, end)
    if not core or tags[core - 1] not in "py":
        return end
    if words[core - 1] not in PREPOSITIONS and (words[core - 1] != "for" or words[last] not in _TIME_WORDS):
        return end
    inserted = core > 1 and tags[core - 2] in "Xb"  # "has in the past said"
    timed = "M" in tags[core:end] or _is_year(words[last])
    told = words[last] in PLACES_OF_SPEECH or words[last] in _TIME_WORDS
    return core - 1 if inserted or timed or told else end


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit()


def _ago(tokens: Tokens, last: int) -> int:
    """The first token of "two weeks ago", "less than two weeks ago"."""
    core = phrases.base_before(tokens.tags, last)
    if core is None:
        return last
    return core - 2 if core > 2 and tokens.words[core - 2 : core] in _COMPARED else core
