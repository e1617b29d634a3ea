"""Who met, called, wrote to or visited whom, as an article tells it.

Each clause is read for words that tell of a contact; those who take part are the persons before and after. The same
event told twice (in the lead and again below, in the caption and in the text) is one contact with several evidences.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence

from index.annotation import authority, dates, participants
from index.annotation.cast import Cast, Member
from index.annotation.contacts_events import Event, contact, joined
from index.annotation.lexemes import Lexemes
from index.annotation.mentions import Meant, within
from index.annotation.participants import LINKS, NOUNS, OTHER, VERBS
from index.annotation.quotations import Utterance
from index.annotation.speakers import Voices
from index.model import Contact, ContactKind, When, Words

_KINDS: dict[str, ContactKind] = {
    "meeting": "meeting", "hosted": "meeting", "conversation": "conversation", "call": "call", "phone": "call",
    "visit": "visit", "journey": "visit", "letter": "letter", "message": "message", "talks": "talks",
    "coordination": "talks", "chat": "conversation", "together": "meeting", "seat": "meeting",
}  # fmt: skip
_WORD_AFTER = re.compile(r" ([a-z]+)")
_GOES_ON = frozenset("and to at in during for with after when as before by on that while about where but".split())
# How those with whom it is are told after a verb that does not take them at once.
_LINKED: dict[str, tuple[str, ...]] = {
    "conversation": ("with", "to"), "chat": ("with", "to"), "coordination": ("with",), "together": ("with",),
    "seat": ("with",), "letter": ("to",), "sent": (),
}  # fmt: skip
_WITH_OTHERS = frozenset(("coordination", "together", "seat"))  # a contact only where it is told with whom
_BE = frozenset("is are was were be been being".split())
_BEFORE_PARTICIPLE = frozenset(("after", "before", "while", "when"))
_ALSO_NOUNS = frozenset(("host", "talk"))
_OPENING = 6  # words from where a clause begins: "After a second round of talks with C, B …"
_SENT_WITHIN = 8  # words
_MARKED = frozenset("\"“‘'«")  # begins the name of a work: “Meet the Press”
_TELLING = frozenset(VERBS) | frozenset(NOUNS)
_MOST = 8  # who take part


def find(
    text: str,
    lex: Lexemes,
    sentences: Sequence[tuple[int, int]],
    captions: Sequence[tuple[int, int]],
    meant: Sequence[Meant],
    said: Sequence[Utterance],
    voices: Sequence[Voices],
    cast: Cast,
    published: When | None,
    unclear: Collection[int] = (),
) -> tuple[Contact, ...]:
    """The contacts that an article tells of, in text order; participants are local ids.

    `voices` are those of each utterance in `said`.
    Words at the lexemes `unclear`, of links pasted into the text, tell of none.
    """
    spoken = [(q.start, q.end) for q in said if q.kind in ("direct", "partial")]
    events: list[Event] = []
    words = [i for i in lex.places(_TELLING) if i not in unclear]
    for sentence in _sentences_of(sentences, [lex.starts[i] for i in words]):
        if text.endswith(("?", "?”", '?"'), *sentence):
            continue  # what is asked about did not happen for that
        here: list[Event] = []
        for start, end in _clauses(text, *sentence):
            here += _of_clause(text, lex, start, end, words, meant, cast, spoken, events, here)
        _dated(text, sentence, here, published)
        events += here
    events += _told(text, lex, sentences, meant, said, voices, cast, published, events)
    for event in events:
        event.caption = any(start <= event.start < end for start, end in captions)
    return tuple(contact(e) for e in joined(sorted(events, key=lambda e: e.start)))


def _sentences_of(sentences: Sequence[tuple[int, int]], offsets: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The few sentences in which words at `offsets` stand."""
    starts = [start for start, _ in sentences]
    last = -1
    for offset in offsets:
        number = bisect_right(starts, offset) - 1
        if number > last and offset < sentences[number][1]:
            yield sentences[number]
            last = number


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while (cut := text.find(";", start, end)) >= 0:
        yield start, cut
        start = cut + 1
    yield start, end


# One clause --------------------------------------------------------------------------------------------------------


def _of_clause(
    text: str,
    lex: Lexemes,
    start: int,
    end: int,
    words: Sequence[int],
    meant: Sequence[Meant],
    cast: Cast,
    spoken: Sequence[tuple[int, int]],
    earlier: Sequence[Event],
    before: Sequence[Event],
) -> list[Event]:
    span = lex.between(start, end)
    triggers = words[bisect_left(words, span.start) : bisect_left(words, span.stop)]
    if not triggers:
        return []
    people = [m for m in within(meant, start, end) if any(x.kind == "person" for x in m.members)]
    found: list[Event] = []
    for i in triggers:
        if any(a <= lex.starts[i] < b for a, b in spoken) or _is_name(lex, i):
            continue
        told = _verb(lex, i, span, people, cast) or _noun(lex, i, span, people, earlier, before, cast)
        if told is None:
            continue
        kind, members = told
        unique = tuple(dict.fromkeys(members))[:_MOST]
        ahead = {lex.keys[k] for k in range(max(span.start, i - 7), i)}
        if len(unique) < 2 or ahead & OTHER["denied"]:
            continue
        first = min([m.start for m in people if m.end <= lex.starts[i]][-1:] or [lex.starts[i]])
        last = max([m.end for m in people if m.start >= lex.ends[i]][:1] or [lex.ends[i]])
        planned = bool(ahead & OTHER["ahead"]) or _is_to_come(lex, i)
        found.append(Event(kind, unique, lex.starts[i], first, last, planned, place=_place(text, lex, i, span)))
    return found


def _is_to_come(lex: Lexemes, i: int) -> bool:
    """ "B is to meet C", "B is meeting C on Friday": does the form of the verb at `i` speak of what is to come?"""
    if lex.keys[i - 1] == "to":
        return i > 1 and lex.keys[i - 2] in _BE
    return lex.keys[i] == "meeting" and lex.keys[i - 1] in ("is", "are")


def _is_name(lex: Lexemes, i: int) -> bool:
    """Does a word belong to the name of a work or office: “Meet the Press”, "Director of Message Planning"?"""
    office = lex.caps[i] and i + 1 < lex.size and lex.caps[i + 1] and lex.gap[i + 1] == "" and not lex.fresh[i]
    return lex.gap[i] in _MARKED or (office and lex.gap[i] != "s")


def _verb(
    lex: Lexemes, i: int, span: range, people: Sequence[Meant], cast: Cast
) -> tuple[ContactKind, list[Member]] | None:
    """ "A met (with) B", "A and B spoke on the phone", "A travelled to Ankara"."""
    word = VERBS.get(lex.keys[i])
    if word is None or ((lex.keys[i] in NOUNS or lex.keys[i] in _ALSO_NOUNS) and _is_noun(lex, i)):
        return None
    others = [m for m in people if not m.own]
    passive = lex.keys[i + 1 : i + 2] == ["by"] and lex.keys[i - 1] in _BE
    right = [] if word == "talks" else _right(lex, i, word, people, passive)
    if lex.keys[i].endswith("ing") and lex.keys[i - 1] in _BEFORE_PARTICIPLE:
        opens = i - span.start < _OPENING
        left = participants.behind(lex, i, people, right) if opens else participants.subject(others)
    else:
        left = participants.left(lex, i, others)
    if word in ("visit", "journey"):
        host = participants.host(lex, i, span, cast, to=word == "journey")
        return ("visit", [*left[:1], host]) if left and host else None
    kind = _sent(lex, i) if word == "sent" else _KINDS[word]
    if not left or kind is None or _says_another_thing(lex, i, word, right, passive):
        return None
    if lex.keys[i].startswith("agree") and any(m.noun == "they" for m in others[-1:]):
        return None  # of one opinion, perhaps without having met
    if not right and (len(left) < 2 or word in _WITH_OTHERS or not LINKS.isdisjoint(lex.keys[i + 1 : i + 4])):
        return None
    return _sharper(lex, kind, span), [*left, *right]


def _right(lex: Lexemes, i: int, word: str, people: Sequence[Meant], passive: bool) -> list[Member]:
    """Who is named after the verb at `i`, of the kind `word`: with its link, or in the passive after "by"."""
    if passive:
        return participants.right(lex, i + 1, people, (), direct=True)
    links = _LINKED.get(word, ("with",))
    return participants.right(lex, i, people, links, direct=not links or word not in _LINKED)


def _says_another_thing(lex: Lexemes, i: int, word: str, right: Sequence[Member], passive: bool) -> bool:
    """Has the verb at `i` another sense than that of a contact: "talked tough", "wrote a book", "sent him home"?"""
    following = lex.keys[i + 1 : i + 2]
    if word == "phone":
        return lex.keys[i - 1] not in ("will", "would", "to") or not right
    if word == "letter":
        return following != ["to"]
    if word == "chat":
        return following not in (["with"], ["to"], ["by"], ["on"])
    if word == "seat":
        return following != ["down"]
    return word in ("hosted", "sent") and (not right or (following == ["by"] and not passive))


def _sent(lex: Lexemes, i: int) -> ContactKind | None:
    """What was sent to somebody: "sent B a letter"."""
    for key in lex.keys[i + 1 : i + 1 + _SENT_WITHIN]:
        if key in LINKS or key in VERBS:
            return None
        if NOUNS.get(key) in ("letter", "message"):
            return _KINDS[NOUNS[key]]
    return None


def _is_noun(lex: Lexemes, i: int) -> bool:
    """Is a word that may be a verb ("visit", "call", "is meeting") a noun here?"""
    if lex.keys[i].endswith("ing"):
        return i == 0 or lex.keys[i - 1] not in _BE | _BEFORE_PARTICIPLE
    return i > 0 and (lex.gap[i] == "s" or lex.keys[i - 1] not in ("to", "will", "would", "and", "may", "can"))


def _noun(
    lex: Lexemes,
    i: int,
    span: range,
    people: Sequence[Meant],
    earlier: Sequence[Event],
    before: Sequence[Event],
    cast: Cast,
) -> tuple[ContactKind, list[Member]] | None:
    """ "a meeting with B", "talks between A and B", "held a call", "their first meeting", "in a letter to B".

    `earlier` are the events of the sentences before, `before` those of this one.
    """
    word = NOUNS.get(lex.keys[i])
    if word is None:
        return None
    kind = _sharper(lex, _KINDS[word], range(max(span.start, i - 3), min(span.stop, i + 1)))
    left = participants.left(lex, i, people)
    lead = {lex.keys[k] for k in range(max(span.start, i - 5), i)}
    opens = i - span.start < _OPENING and lex.keys[span.start] in OTHER["during"]
    if word == "visit":
        host = participants.host(lex, i, span, cast, to=True)
        if host is None and left and lead & OTHER["own"]:
            visits = (e for e in reversed(earlier) if e.kind == "visit" and e.members[0] is left[0])
            host = next((e.members[1] for e in visits), None)  # "His last trip was in May"
        if host and not left and opens:
            return "visit", [*participants.behind(lex, i, people, ())[:1], host]
        return ("visit", [*left[:1], host]) if host and left and "during" not in lead else None
    if left and earlier and not before and lead & OTHER["joined"]:
        return kind, [*earlier[-1].members, *left]  # "… met. C joined the talks"
    if not people and before and lead & {"a", "an"}:
        return kind, list(before[-1].members)  # "…; a bilateral meeting in Jakarta"
    right = participants.right(lex, i, people, LINKS, direct=False)
    if not right and lex.keys[i + 1 : i + 2] == ["with"]:
        return None  # with somebody who is not named
    if right:
        if not left and before:
            left = list(before[-1].members)  # "…; and a trilateral meeting with C"
        elif not left and opens:
            left = participants.behind(lex, i, people, right)
        return (kind, [*left, *right]) if left or len(right) > 1 else None
    if word in ("letter", "message") or len(left) < 2:
        return None
    owned = any(m.own and m.members and len(m.members) > 1 and 0 < lex.starts[i] - m.start < 40 for m in people)
    definite = "the" in lead and lead & OTHER["during"]
    return (kind, left) if owned or lead & OTHER["light"] or definite else None


def _sharper(lex: Lexemes, kind: ContactKind, span: range) -> ContactKind:
    """The kind that the clause's other words tell: "spoke on the phone", "speaks with … during a meeting"."""
    if kind in ("conversation", "talks", "call"):
        keys = lex.keys[span.start : span.stop]
        if any(k in OTHER["by_phone"] for k in keys):
            return "call"
        if kind == "conversation" and any(a == "during" and "meeting" in keys[n : n + 3] for n, a in enumerate(keys)):
            return "meeting"
    return kind


def _place(text: str, lex: Lexemes, i: int, span: range) -> Words | None:
    """The first place named after a word of contact: capitals after "in", "at" or "to"."""
    journey = False
    for k in range(i, min(i + 25, span.stop - 1)):
        journey = journey or lex.keys[k] in _VISITS_TO
        if lex.keys[k] not in ("in", "at", "to") or not lex.caps[k + 1] or lex.gap[k + 1]:
            continue
        if lex.keys[k] == "to" and not journey:
            continue
        known = authority.look(lex, k + 1)
        if known and known.entry.kind == "organisation":
            continue
        j = k + 2
        while j < span.stop and lex.caps[j] and not lex.gap[j]:
            j += 1
        start, end = lex.starts[k + 1], lex.ends[j - 1]
        if not dates.find(text, start, end):
            return Words(start=start, end=end, text=text[start:end])
    return None


_VISITS_TO = frozenset(w for w, kind in (VERBS | NOUNS).items() if kind in ("visit", "journey"))

# Speech as contact -------------------------------------------------------------------------------------------------


def _told(
    text: str,
    lex: Lexemes,
    sentences: Sequence[tuple[int, int]],
    meant: Sequence[Meant],
    said: Sequence[Utterance],
    voices: Sequence[Voices],
    cast: Cast,
    published: When | None,
    events: Sequence[Event],
) -> list[Event]:
    """Who told somebody something spoke with them, whatever the channel; what a journalist was told is an interview."""
    found = []
    for utterance, (speakers, addressees) in zip(said, voices, strict=True):
        speaker, cue, addressee = utterance.speaker, utterance.cue, utterance.addressee
        if speaker is None or addressee is None or cue is None:
            continue
        start, end = addressee
        if all(m.form == "pronoun" for m in within(meant, start, end)):
            continue
        if any(not OTHER["press"].isdisjoint(lex.keys[k] for k in lex.between(*it)) for it in (addressee, speaker)):
            continue
        if any(lex.gap[k] == "s" for k in lex.between(start, end) if k > lex.at(start)):
            continue  # "told the Harbour Times' Ann Dahl"
        members = tuple(dict.fromkeys(cast.members[a] for a in (*speakers, *addressees)))
        if len(members) < 2 or any(m.kind != "person" for m in members):
            continue
        sentence = next((s for s in sentences if s[0] <= cue[0] < s[1]), None)
        if sentence is None or any(sentence[0] <= e.at < sentence[1] for e in events):
            continue
        event = Event("conversation", members, cue[0], cue[0], end, False)
        event.date = next(iter(dates.find(text, *sentence, published)), None)
        found.append(event)
    return found


# Dates -------------------------------------------------------------------------------------------------


def _dated(text: str, sentence: tuple[int, int], events: list[Event], published: When | None) -> None:
    """Give each event of a sentence the next phrase of time after it, or the last before, up to its neighbours."""
    for n, event in enumerate(events):
        low = events[n - 1].at if n else sentence[0]
        high = events[n + 1].at if n + 1 < len(events) else sentence[1]
        phrases = [w for w in dates.find(text, low, high, published, event.planned) if _tells_when(text, w)]
        after = [w for w in phrases if (w.start or 0) >= event.at]
        before = [w for w in phrases if (w.start or 0) < event.at] if n == 0 else []
        event.date = after[0] if after else before[-1] if before else None


def _tells_when(text: str, when: When) -> bool:
    """Does a phrase of time stand by itself, and not before a noun that it names ("the July 15 coup")?"""
    start, end = when.start or 0, when.end or 0
    following = _WORD_AFTER.match(text, end)
    if following is None or not any(c.isdigit() for c in when.text or ""):
        return True
    return following[1] in _GOES_ON or text[max(0, start - 4) : start].lower().endswith(("on ", "in ", "of "))
