"""When and where a contact was, as the words around it tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.annotation import dates
from index.annotation.contacts.events import Event
from index.annotation.contacts.lexicon import NOUNS, OTHER, VERBS
from index.annotation.cutting.lexemes import Lexemes
from index.annotation.names import authority
from index.annotation.names.lists import HEADS
from index.model import When, Words

_WORD_AFTER = re.compile(r" ([A-Za-z]+)")
_DAYS = re.compile(r"(?:last |this )?(?:\w+day|today|tonight|yesterday|morning|afternoon|evening)\b", re.IGNORECASE)
_GOES_ON = frozenset("and to at in during for with after when as before by on that while about where but".split())
_VISITS_TO = frozenset(w for w, kind in (VERBS | NOUNS).items() if kind in ("visit", "journey"))
_VISITED = frozenset(w for w, kind in VERBS.items() if kind == "visit")
_BESIDE = 4  # words between a date and the noun it stands before: "the March 3 working meeting"
_NO_PLACE_AFTER = OTHER["topical"] | OTHER["elsewhere"] | frozenset("is are was were will would has have had".split())
_JOURNEY = 9  # words of "to Lima on Monday to meet"
_FAR = 25  # words between a word of contact and its place
_RELATIVE = frozenset("who whose which".split())
_ARTICLES = frozenset(("the", "his", "her", "a"))
_SEVERAL = ("week", "month", "year")


def date(text: str, lex: Lexemes, sentence: tuple[int, int], events: list[Event], published: When | None) -> None:
    """Give each event of a sentence its phrase of time: one beside its noun, else the next after it, up to its
    neighbours and to where something else is told, else the last before."""
    places = sorted({e.at for e in events})
    for event in events:
        n = places.index(event.at)
        low = places[n - 1] if n else sentence[0]
        high = places[n + 1] if n + 1 < len(places) else sentence[1]
        phrases = dates.find(text, low, high, published, event.planned)
        if not phrases:
            continue
        i = lex.at(event.at)
        beside = [w for w in phrases if _stands_beside(lex, w, i)]
        phrases = [w for w in phrases if _tells_when(text, w)]
        heads = [w for w in phrases if text.startswith(":", w.end)]  # "May 3: A's call with B"
        beside = beside or [w for w in heads if (w.start or 0) < event.at][-1:]
        phrases = [w for w in phrases if w not in heads]
        after = [w for w in phrases if (w.start or 0) >= event.at and not _of_a_topic(lex, i, w)]
        before = [w for w in phrases if (w.start or 0) < event.at and not _parted(lex, w, i)] if n == 0 else []
        event.date = next(iter(beside or after[:1] or before[-1:]), None)
        event.planned = event.planned or _is_later(event.date, published)


def _is_later(when: When | None, published: When | None) -> bool:
    return bool(when and published and when.from_ and published.to and when.from_ > published.to)


def _stands_beside(lex: Lexemes, when: When, i: int) -> bool:
    """Does a phrase of time stand before the noun at `i` that it tells of: "Monday's meeting"?"""
    last = lex.at(when.end or 0)
    if lex.keys[i] not in NOUNS or not 0 <= i - last < _BESIDE:
        return False
    return all(lex.gap[k] in ("", "s") for k in range(last, i + 1)) and not any(
        k in OTHER["placing"] or k in OTHER["light"] or k in VERBS or k == "and" for k in lex.keys[last:i]
    )


def _parted(lex: Lexemes, when: When, i: int) -> bool:
    """Does another clause begin between a phrase of time and the word at `i`?"""
    between = lex.between(when.end or 0, lex.starts[i])
    return any(lex.keys[k] in ("but", "although", "though", "because") for k in between)


def _of_a_topic(lex: Lexemes, i: int, when: When) -> bool:
    """Is a phrase of time, told after the word at `i`, that of what was spoken of: "about the July deal"?

    "On Tuesday" and "today" may well stand behind the topic: "held talks over fish on Tuesday".
    """
    between = _outside(lex, lex.between(lex.ends[i], when.start or 0))
    if not OTHER["elsewhere"].isdisjoint(lex.keys[k] for k in between):
        return True
    if _DAYS.match(when.text or ""):
        return False
    topic = next((k for k in (i, *between) if lex.keys[k] in OTHER["topical"]), None)
    if topic is not None and (lex.keys[between[-1]] != "on" or between[-1] - topic >= _BESIDE):
        return True
    return when.precision in _SEVERAL and any(_is_to_do(lex, k) for k in between)


def _outside(lex: Lexemes, words: range) -> Sequence[int]:
    """The words but for those of a relative clause between commas: "met B, | who came to sing, | in Oslo"."""
    first = next((k for k in words if lex.gap[k] == "," and lex.keys[k] in _RELATIVE), words.stop)
    last = next((k for k in range(first + 1, words.stop) if lex.gap[k] == ","), None)
    return words if last is None else [*range(words.start, first), *range(last, words.stop)]


def _is_to_do(lex: Lexemes, k: int) -> bool:
    """Does lexeme `k` begin what a contact is for: "met B | to discuss …"?"""
    plain = lex.keys[k] == "to" and k + 1 < lex.size and not lex.caps[k + 1]
    return plain and lex.keys[k + 1] not in _ARTICLES and lex.keys[k + 1] != "face"  # "face to face"


def _tells_when(text: str, when: When) -> bool:
    """Does a phrase of time stand by itself, and not before a noun that it names ("the July 15 coup")?"""
    start, end = when.start or 0, when.end or 0
    following = _WORD_AFTER.match(text, end)
    if following is None or not any(c.isdigit() for c in when.text or ""):
        return True
    return following[1] in _GOES_ON or text[max(0, start - 4) : start].lower().endswith(("on ", "in ", "of "))


def place(text: str, lex: Lexemes, i: int, span: range) -> Words | None:
    """The first place named after a word of contact: capitals after "in", "at" or "to", before it tells of a topic."""
    journey = False
    if lex.keys[i] in _VISITED and i + 1 < span.stop and lex.caps[i + 1]:
        return _named(text, lex, i + 1, span)
    for k in _outside(lex, range(i, min(i + _FAR, span.stop - 1))):
        if lex.keys[k] in _NO_PLACE_AFTER or _is_to_do(lex, k):
            return None
        journey = journey or lex.keys[k] in _VISITS_TO
        if lex.keys[k] not in ("in", "at", "to") or lex.gap[k + 1]:
            continue
        if lex.keys[k] == "to" and not journey:
            continue
        found = _named(text, lex, k + 1, span)
        if found is not None:
            return found
    return _reached(text, lex, i, span) or _opening(text, lex, i, span)


def _reached(text: str, lex: Lexemes, i: int, span: range) -> Words | None:
    """The place to which somebody goes for the contact at `i`: "flew to Lima on Monday to | meet B"."""
    if lex.keys[i - 1] != "to" or i - 2 < span.start:
        return None
    for k in range(i - 2, max(span.start, i - _JOURNEY), -1):
        if lex.gap[k + 1]:
            return None
        if lex.keys[k] == "to":
            going = lex.keys[k - 1] in _VISITS_TO or lex.keys[k - 1] in ("back", "on")
            return _named(text, lex, k + 1, span) if going else None
    return None


def _opening(text: str, lex: Lexemes, i: int, span: range) -> Words | None:
    """The place that a clause begins with: "In Lima, A met", "Earlier in Lima, A held"."""
    k = span.start + (lex.keys[span.start] in ("earlier", "later"))
    if k + 1 >= i or lex.keys[k] != "in" or lex.gap[k + 1]:
        return None
    found = _named(text, lex, k + 1, span)
    return found if found is not None and lex.gap[lex.at(found.end)] == "," else None


def _named(text: str, lex: Lexemes, i: int, span: range) -> Words | None:
    """The place whose name begins at lexeme `i`."""
    if lex.keys[i] == "the" and i + 1 < span.stop and not lex.gap[i + 1]:
        i += 1
    if not lex.caps[i]:
        return None
    known = authority.look(lex, i)
    house = lex.keys[i] in OTHER["houses"]
    if known and not house and (known.entry.kind == "organisation" or known.sense in ("adjective", "people")):
        return None
    j = known.j if known else i + 1
    while j < span.stop and lex.caps[j] and not lex.gap[j]:
        j += 1
    start, end = lex.starts[i], lex.ends[j - 1]
    if not HEADS.isdisjoint(lex.keys[i:j]) and known is None:
        return None
    occasion = not _OCCASIONS.isdisjoint(lex.keys[i : j + 1]) or (lex.words[i].isupper() and known is None)
    if occasion or dates.find(text, start, end):
        return None
    return Words(start=start, end=end, text=text[start:end])


_OCCASIONS = frozenset("summit summits conference meeting forum assembly council congress talks".split())
