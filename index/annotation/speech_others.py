"""Acts of speech that are told of without a verb: "according to", nouns like "claim", a name and a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.annotation import speech_content as content
from index.annotation import speech_phrases as phrases
from index.annotation import speech_verbs as verbs
from index.annotation.speech_lexicon import NOUNS, STATES
from index.annotation.speech_phrases import Phrase
from index.annotation.speech_report import Report
from index.annotation.tokens import Tokens

_NOUN = re.compile(r"[wNB](?=[Ttp])")
_STATE = re.compile("[wEVB]T")
_MAKE = frozenset("made make makes".split())
_FINITE = re.compile(r"[ZXbVB]")


def by_according(tokens: Tokens) -> Iterator[Report]:
    """ "according to the ministry", "in the words of the minister": what is said is the rest of the sentence."""
    tags, words = tokens.tags, tokens.words
    if "according" not in words:
        return
    for place, word in enumerate(words):
        if word != "according" or words[place + 1 : place + 2] != ["to"]:
            continue
        subject = phrases.at(tags, place + 2)
        if subject is None:
            continue
        subject = phrases.with_participle(tags, phrases.with_fellows(tags, subject))
        if place == 0 or (place == 1 and tags[0] != "Q"):
            after = content.rest(tags, subject[1] + 1)
            yield Report("according to", (place, place + 1), subject, None, None, after, "that")
        else:
            left = content.trimmed(tags, 0, place - 1)
            follows, rest = content.rest(tags, subject[1] + 1), None
            if tags[place - 1] == "," and tags[place - 2] in "STC" and tokens.tag(subject[1] + 1) == ",":
                left, rest = None, follows  # "because, according to Berg, …"
            elif left is not None and follows and not _FINITE.search(tags, left[0], left[1] + 1):
                rest = follows
                left = left if content.has_subject(tags, left) else None
            else:
                subject = phrases.with_apposition(tags, subject)
            yield Report("according to", (place, place + 1), subject, None, left, rest, "that")


def by_nouns(tokens: Tokens) -> Iterator[Report]:
    """ "Ankara's claim that", "his call for": a possessive and a noun that reports."""
    tags, words = tokens.tags, tokens.words
    for match in _NOUN.finditer(tags):
        place = match.start()
        if words[place] not in NOUNS.get(words[place + 1], ()):
            continue
        subject = _possessor(tokens, place)
        if subject is None:
            continue
        after = content.rest(tags, place + (1 if words[place + 1] == "that" else 2))
        if after is not None:
            yield Report("noun", (place, place + 1), subject, None, None, after, "noun")


def by_states(tokens: Tokens) -> Iterator[Report]:
    """ "is sure that", "made it clear that": what somebody holds to be so."""
    tags, words = tokens.tags, tokens.words
    for match in _STATE.finditer(tags):
        verb, that = _verb_of_state(tokens, match.start()), match.end() - 1
        subject = verbs.subject_of(tokens, verb) if verb else None
        after = content.rest(tags, that)
        if subject is not None and after is not None and words[subject[0]] != "it":
            yield Report("subject and verb", (verb, that - 1), subject, None, None, after, "that")


def _verb_of_state(tokens: Tokens, state: int) -> int:
    """The verb before a word like "sure" or "clear"; 0 if that word tells of no state."""
    tags, words = tokens.tags, tokens.words
    verb = state - 1
    if words[state] in STATES["be"]:
        while verb > 0 and tags[verb] == "A":
            verb -= 1
        return verb if tags[verb] == "b" else 0
    if words[state] in STATES["make"]:
        verb -= words[verb] == "it"
        return verb if words[verb] in _MAKE else 0
    return 0


def _possessor(tokens: Tokens, noun: int) -> Phrase | None:
    """Whose claim it is: the possessive before the noun."""
    tags, words = tokens.tags, tokens.words
    place = noun - 1
    while place >= 0 and noun - place < 4 and tags[place] in "wEA0":
        place -= 1
    if place < 0:
        return None
    if tags[place] == "'" and place:
        return phrases.before(tags, place)
    return (place, place) if words[place] in ("his", "her", "their", "its") else None


def by_label(tokens: Tokens, headline: bool) -> Iterator[Report]:
    """ "Erdogan: “…”": a name before a colon at the start of a sentence."""
    colon = tokens.tags.find(":")
    if colon >= 0:
        yield from _after_dash(tokens)
    if 0 < colon <= 10 and colon + 1 < len(tokens.tags):
        subject = phrases.at(tokens.tags, 0)
        if subject == (0, colon - 1) and (headline or tokens.tags[colon + 1] == "Q"):
            after = content.rest(tokens.tags, colon + 1)
            yield Report("label", (colon, colon), subject, None, None, after, "quote")


_DASHED = re.compile(r"(?<=-)(?:[TpA]*)(?P<name>N[NC,w]*N|N):Q")


def _after_dash(tokens: Tokens) -> Iterator[Report]:
    """ "Polls were wrong - Anna Berg: “…”": a name between a dash and a colon."""
    for found in _DASHED.finditer(tokens.tags):
        subject = found.start("name"), found.end("name") - 1
        colon = found.end("name")
        yield Report("label", (colon, colon), subject, None, None, content.rest(tokens.tags, colon + 1), "quote")
