"""Who met, called, wrote to or visited whom, as an article tells it.

Each clause is read for words that tell of a contact; those who take part are named before and after. The same event
told twice (in the lead and again below, in the caption and in the text) is one contact with several evidences.

    words of contact ──► clauses ──► grammar: kind, who ──► status ──► when, where ──► one event told twice is one
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from index.annotation import contacts_circumstances as circumstances
from index.annotation import dates
from index.annotation.cast import Cast, Member
from index.annotation.contacts_events import Event, contact, joined
from index.annotation.contacts_grammar import Clause, depends, is_verb, told
from index.annotation.contacts_lexicon import BESIDE, LINKS, NOUNS, OTHER, VERBS
from index.annotation.contacts_parties import parties, with_title
from index.annotation.contacts_status import status
from index.annotation.lexemes import Lexemes
from index.annotation.lists import HEADS, MODIFIERS
from index.annotation.mentions import Meant, within
from index.annotation.quotations import Utterance
from index.annotation.speakers import Voices
from index.model import Contact, When

_MARKED = frozenset("\"“‘'«")  # begins the name of a work: “Meet the Press”
_TELLING = frozenset(VERBS) | frozenset(NOUNS)
# Where a talk is taken down, "he" and "the two" may be anybody of whom the speakers know: "MS. DAHL:", "Q".
_SPEAKERS = re.compile(r"^(?:Q|[A-Z][A-Z.’' -]{2,30}:) ", re.MULTILINE)
_TALK = 4  # speakers who begin a line
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
    talk = len(_SPEAKERS.findall(text)) >= _TALK
    if talk:
        meant = [m for m in meant if m.form in ("name", "title")]
    events: list[Event] = []
    words = [i for i in lex.places(_TELLING) if i not in unclear]
    for sentence in _sentences_of(sentences, [lex.starts[i] for i in words]):
        if text.endswith(("?", "?”", '?"'), *sentence):
            continue  # what is asked about did not happen for that
        here: list[Event] = []
        for start, end in _clauses(text, *sentence):
            here += _of_clause(text, lex, start, end, words, meant, cast, spoken, events, here, talk)
        circumstances.date(text, lex, sentence, here, published)
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
    talk: bool,
) -> list[Event]:
    span = lex.between(start, end)
    triggers = words[bisect_left(words, span.start) : bisect_left(words, span.stop)]
    if not triggers:
        return []
    spoken = [quoted for quoted in spoken if quoted[0] < end and start < quoted[1]]
    named = within(meant, start, end)
    if not named and not before:
        return []
    people = parties(lex, [m for m in named if not _inside(m.start, spoken)] if spoken else named, cast, talk)
    clause = Clause(lex, span, people, cast, earlier, before)
    found: list[Event] = []
    for i in triggers:
        if _inside(lex.starts[i], spoken) or _is_name(lex, i):
            continue
        for kind, members in told(clause, i):
            unique = _apart(members)
            if len(unique) < 2:
                continue
            first = min([m.start for m in people if m.end <= lex.starts[i]][-1:] or [lex.starts[i]])
            last = max([m.end for m in people if m.start >= lex.ends[i]][:1] or [lex.ends[i]])
            after = None if is_verb(lex, i) else _after(lex, i, people, unique)
            own = after is not None and kind not in ("letter", "message") and depends(clause, i)[0] == "own"
            happened = status(lex, i, span, after, own)
            if happened is None:
                continue
            where = circumstances.place(text, lex, i, span)
            found.append(Event(kind, unique, lex.starts[i], first, last, happened == "planned", place=where))
    return found


def _after(lex: Lexemes, i: int, people: Sequence[Meant], members: Sequence[Member]) -> int:
    """The lexeme after the contact at `i` and those who take part in it."""
    following = (m for m in people if m.start >= lex.ends[i])
    named = takewhile(lambda m: m.form != "pronoun" and any(x in members for x in m.members), following)
    return lex.at(max((m.end for m in named), default=lex.ends[i]))


def _inside(offset: int, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in stretches)


def _apart(members: Sequence[Member]) -> tuple[Member, ...]:
    """Each once, and no country beside a person or body that acts for it."""
    acting = {m.of for m in members}
    found = dict.fromkeys(m for m in members if m.kind != "country" or m.id not in acting)
    return tuple(found)[:_MOST]


def _is_name(lex: Lexemes, i: int) -> bool:
    """Does a word belong to the name of a work or office: “Meet the Press”, "Director of Message Planning"?"""
    office = lex.caps[i] and i + 1 < lex.size and lex.caps[i + 1] and lex.gap[i + 1] == "" and not lex.fresh[i]
    return lex.gap[i] in _MARKED or (office and lex.gap[i] != "s" and lex.keys[i + 1] not in LINKS)


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
        if speaker is None or addressee is None or cue is None or "ask" in text[slice(*cue)].lower():
            continue
        start, end = addressee
        if _is_of_another(lex, within(meant, start, end), start, end):
            continue
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
        if sentence and not OTHER["airing"].isdisjoint(lex.keys[k] for k in lex.between(*sentence)):
            continue
        if sentence is None or any(sentence[0] <= e.at < sentence[1] for e in events):
            continue
        event = Event("conversation", members, cue[0], cue[0], end, False)
        event.date = next(iter(dates.find(text, *sentence, published)), None)
        found.append(event)
    return found


def _is_of_another(lex: Lexemes, told: Sequence[Meant], start: int, end: int) -> bool:
    """Do the words for who is told something name another: "told a Dahl official", "told the court Dahl"?"""
    first = lex.at(with_title(told[0])[0]) if told else 0
    if first > lex.at(start) and not lex.caps[first - 1] and lex.keys[first - 1] not in BESIDE | HEADS | MODIFIERS:
        return True
    last = told[-1].name if told else None
    if last is None or last.j >= lex.size or lex.starts[last.j] >= end or lex.gap[last.j]:
        return False
    return not lex.caps[last.j] and lex.keys[last.j] not in OTHER["placing"] and lex.keys[last.j] not in ("and", "or")
