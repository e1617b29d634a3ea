"""Acts of speech that no reporting verb tells of: "according to", "Berg's claim", "is sure", a name and a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.annotation.data import table
from index.annotation.speech import content, phrases, subjects
from index.annotation.speech.lexicon import NOUNS, STATES, VIEWS
from index.annotation.speech.phrases import Phrase
from index.annotation.speech.report import Report
from index.annotation.speech.taglines import tagline
from index.annotation.speech.tokens import Tokens

_NOUN = re.compile(r"[wNB](?=[Ttp])")
_BEFORE_SOURCE = frozenset(("according", "in", "per"))
_OPINIONS = frozenset(("words", "view", "opinion", "telling", "account"))  # "in Berg's view"
_TELL_SOURCE = _OPINIONS | {"according", "per"}
_REPORTING = frozenset[str]().union(*NOUNS.values())

MARKING = _TELL_SOURCE | _REPORTING
"""Words without which a sentence has no source ("according to") and no noun that reports."""

_TO_SOMEBODY = re.compile("[DdO0]|N[^Dd]")
_STATE = re.compile("[wEVB](?:t(?P<to>[DdNwE']{1,6}))?T")
_VIEW = re.compile("[wNVB]bT")
_ISSUING = frozenset("made make makes issued issue issues gave give gives delivered delivers".split())
_MAKE = frozenset("made make makes".split())
_FINITE = re.compile(r"[ZXbVB]")


def by_according(tokens: Tokens) -> Iterator[Report]:
    """ "according to the ministry", "in the words of the minister": what is said is the rest of the sentence."""
    tags = tokens.tags
    for cue, subject, end in _sources(tokens):
        place, follows = cue[0], content.rest(tags, end)
        if not tags[:place].strip("CA") or tags[place - 1] == ":" or (place == 1 and tags[0] != "Q"):
            yield Report("according to", cue, subject, None, None, follows, "that")
            continue
        left, rest = content.trimmed(tags, 0, place - 1), None
        if tags[place - 1] == "," and tags[place - 2] in "STC" and tokens.tag(end) == ",":
            left, rest = None, follows  # "because, according to Berg, …"
        elif tags[place - 1] == "," and tags[end : end + 2] == ",Q":
            left, rest = None, follows  # "The plan is, according to Berg, “…”"
        elif left is not None and follows and tags[end] not in "EZV" and not _FINITE.search(tags, left[0], left[1] + 1):
            rest = follows
            left = left if content.is_said(tokens, left) else None
        elif subject[1] + 1 == end:
            subject = phrases.with_apposition(tags, subject)
        yield Report("according to", cue, subject, None, left, rest, "that")


def _sources(tokens: Tokens) -> Iterator[tuple[Phrase, Phrase, int]]:
    """Each phrase that names a source: its cue, whom it names, and the token after it."""
    for place in (place for place, word in enumerate(tokens.words) if word in _BEFORE_SOURCE):
        last = _last_of_cue(tokens, place)
        subject = _named_source(tokens.tags, last + 1) if last is not None else None
        if last is not None and subject is not None:
            subject = phrases.with_participle(tokens.tags, phrases.with_fellows(tokens.tags, subject))
            subject = phrases.with_clause(tokens.tags, subject)
            yield (place, last), subject, subject[1] + 1
        elif tokens.words[place] == "in" and (owned := phrases.at(tokens.tags, place + 1, "")):
            owner = _possessor(tokens, owned[1])
            if owner is not None and tokens.words[owned[1]] in _OPINIONS and owner[0] == place + 1:
                yield (place, owned[1]), owner, owned[1] + 1


def _named_source(tags: str, start: int) -> Phrase | None:
    """The source that begins at `start`: "(early) results of a poll by the agency"."""
    return phrases.at(tags, start + (tags[start : start + 1] == "A"), "opy")


def _last_of_cue(tokens: Tokens, place: int) -> int | None:
    """The last word of "according to", "in the words of", "per"; none where a source does not follow."""
    words = tokens.words
    if words[place] == "according":
        return place + 1 if words[place + 1 : place + 2] == ["to"] else None
    if words[place] == "per":
        edge = place == 0 or tokens.tags[place - 1] == ","
        return place if edge and tokens.tag(place + 1) in "ND" else None
    opens = words[place + 1 : place + 2] == ["the"] and words[place + 3 : place + 4] == ["of"]
    return place + 3 if opens and words[place + 2] in _OPINIONS else None


def by_nouns(tokens: Tokens) -> Iterator[Report]:
    """ "Ankara's claim that", "his call for": a possessive and a noun that reports."""
    tags, words = tokens.tags, tokens.words
    for match in _NOUN.finditer(tags):
        place = match.start()
        if words[place] not in NOUNS.get(words[place + 1], ()):
            continue
        if words[place + 1] == "to" and _TO_SOMEBODY.match(tags, place + 2):  # "promises to her allies"
            continue
        subject = _possessor(tokens, place) or _issuer(tokens, place)
        if subject is None:
            continue
        after = content.rest(tags, place + (1 if words[place + 1] == "that" else 2))
        if after is not None:
            yield Report("noun", (place, place + 1), subject, None, None, after, "noun")


def by_states(tokens: Tokens) -> Iterator[Report]:
    """ "is sure that", "made it clear that": what somebody holds to be so."""
    tags, words = tokens.tags, tokens.words
    if "bT" in tags:
        yield from _views(tokens)
    for match in _STATE.finditer(tags):
        verb, that = _verb_of_state(tokens, match.start()), match.end() - 1
        subject = subjects.subject_of(tokens, verb) if verb else None
        after = content.rest(tags, that)
        if subject is not None and after is not None and words[subject[0]] != "it":
            told = (match.start("to"), that - 1) if match["to"] else None  # "made clear to them that"
            cue = (verb, match.start() if told else that - 1)
            yield Report("subject and verb", cue, subject, told, None, after, "that")


def _views(tokens: Tokens) -> Iterator[Report]:
    """ "Berg's argument is that", "the message from Oslo was that"."""
    for match in _VIEW.finditer(tokens.tags):
        noun, verb = match.start(), match.end() - 2
        if tokens.words[noun] in VIEWS and (subject := _possessor(tokens, noun)):
            after = content.rest(tokens.tags, verb + 1)
            if after:
                yield Report("noun", (noun, verb), subject, None, None, after, "that")


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


def _issuer(tokens: Tokens, noun: int) -> Phrase | None:
    """Who makes the claim: the subject of a verb like "made", "issued" before "a claim"."""
    tags, words = tokens.tags, tokens.words
    place = noun - 1
    while place > 0 and tags[place] in "wE":
        place -= 1
    place -= words[place] in ("a", "an")
    if place < 1 or words[place] not in _ISSUING:
        return None
    return subjects.subject_of(tokens, subjects.group_start(tokens, place))


def by_label(tokens: Tokens, headline: bool) -> Iterator[Report]:
    """ "Erdogan: “…”": a name before a colon at the start of a sentence."""
    tags, colon = tokens.tags, tokens.tags.find(":")
    if colon >= 0:
        yield from _after_dash(tokens)
    if headline:
        yield from _in_headline(tokens, colon)
    if 0 < colon <= 10 and colon + 1 < len(tags) and not (headline and _to_whom(tokens)):
        subject = phrases.at(tags, 0)
        quoted = tags[colon + 1] == "Q" and tagline(tokens, colon + 2) is None  # "LIMA: “…,” Berg said"
        speaks = headline or quoted
        named = subject == (0, colon - 1) or (quoted and _WHERE.match(tags))
        topic = tokens.words[0] == "according" or (headline and tokens.words[colon - 1] in _KICKERS)
        if subject and named and speaks and not topic:
            yield Report("label", (colon, colon), subject, None, None, content.rest(tags, colon + 1), "quote")


def _in_headline(tokens: Tokens, colon: int) -> Iterator[Report]:
    """ "“…”: Berg", "Oslo to leave the bloc: minister", "Berg to Oslo: Stop the war"."""
    tags, last = tokens.tags, len(tokens.tags) - 1
    named = tags[last] == "N" or tokens.words[last] in _BEHIND_DASH
    if named and tokens.words[last] not in _KICKERS and _AT_END.match(tags):
        yield Report("name behind", (colon, colon), (colon + 1, last), None, (0, colon - 1), None, "quote")
    elif behind := _BEHIND.match(tags):
        yield Report("name behind", (1, 1), (2, behind.end() - 1), None, (0, 0), None, "quote")
    elif told := _to_whom(tokens):
        speaker, addressee = told
        yield Report("label", (colon, colon), speaker, addressee, None, content.rest(tags, colon + 1), "quote")


def _to_whom(tokens: Tokens) -> tuple[Phrase, Phrase] | None:
    """Who speaks to whom in "Berg to Oslo: …"; none in "Road to Oslo: …"."""
    found = _TO_WHOM.match(tokens.tags) if tokens.words[0] not in _WAYS else None
    return ((0, found.start("to") - 1), (found.end("to"), found.end() - 2)) if found else None


def by_dash(tokens: Tokens) -> Iterator[Report]:
    """ "Talks “close to a deal” - minister": in a headline, who speaks stands behind a dash, without a verb."""
    last = len(tokens.tags) - 1
    if last > 1 and tokens.tags[last - 1] == "-" and "Q" in tokens.tags and tokens.words[last] in _BEHIND_DASH:
        yield Report("name behind", (last - 1, last - 1), (last, last), None, (0, last - 2), None, "quote")


_BEHIND_DASH = frozenset(table("grammar")["headlines"]["behind"].split())
_KICKERS = frozenset(table("grammar")["kickers"]["words"].split())
"""Words before the colon of a headline that tell what kind of article it is, not who speaks."""

# "Anna Berg (Greens): “…”", "Foreign Minister Anna Berg after the talks: “…”"
_WHERE = re.compile(r"N{2,5}(?:\([^()]{1,6}\)|[pSM][NMDw0]{0,4}):Q")

_BEHIND = re.compile("Q:N+(?=[^N:'])")  # in a headline: "“We will go”: Berg strikes back"
_TO_WHOM = re.compile("N{1,3}(?P<to>t)D?[Nw]{1,3}:")  # "Berg to Oslo: Stop the war"
_WAYS = frozenset("road right path guide way welcome back letter open next key return journey".split())
# "“We will go”: Anna Berg", "Oslo to leave the bloc: foreign minister"
_AT_END = re.compile("(?:Q|[^S:Q][^:Q]*[ZXVbBt][^:Q]*):(?:N'?)*w*$")
_DASHED = re.compile(r"(?<=-)(?:[TpA]*)(?P<name>N[NC,w]*N|N):Q")


def _after_dash(tokens: Tokens) -> Iterator[Report]:
    """ "Polls were wrong - Anna Berg: “…”": a name between a dash and a colon."""
    for found in _DASHED.finditer(tokens.tags):
        subject = found.start("name"), found.end("name") - 1
        colon = found.end("name")
        yield Report("label", (colon, colon), subject, None, None, content.rest(tokens.tags, colon + 1), "quote")
