"""Who met, called, wrote to or visited whom, as an article tells it.

Each clause is read for words that tell of a contact; those who take part are named before and after. The same event
told twice (in the lead and again below, in the caption and in the text) is one contact with several evidences.

    words of contact ──► clauses ──► grammar: kind, who ──► status ──► when, where
    ──► what about ──► one event told twice is one
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from index.annotation.contacts import circumstances, nouns, speech, verbs
from index.annotation.contacts import topics as matters
from index.annotation.contacts.clause import Clause, Told
from index.annotation.contacts.dependence import depends
from index.annotation.contacts.events import Event, contact, joined
from index.annotation.contacts.known import Known
from index.annotation.contacts.lexicon import BEFORE, LINKS, NOUNS, VERBS
from index.annotation.contacts.meant import sharpened
from index.annotation.contacts.parted import parts
from index.annotation.contacts.parties import owned, parties
from index.annotation.contacts.senses import is_verb
from index.annotation.contacts.spoken import Spoken, headed, selves, spoken
from index.annotation.contacts.status import status
from index.annotation.cutting.lexemes import Lexemes
from index.annotation.mentions import Meant, within
from index.annotation.names.cast import Cast, Member
from index.model import Contact

_MARKED = frozenset("\"“‘'«")  # begins the name of a work: “Meet the Press”
TELLING = frozenset(VERBS) | frozenset(NOUNS)
"""Words that contacts are told with."""

# Where a talk is taken down, "he" and "the two" may be anybody of whom the speakers know: "MS. DAHL:", "Q".
_SPEAKER = re.compile(r"(?:Q|[A-Z][A-Z.’' -]{2,30}:) ")
_TALK = 4  # speakers who begin a line
_MOST = 8  # who take part
_NEAR = 5  # words
_FRAGMENT = 60  # characters


@dataclass(frozen=True, slots=True)
class _Article:
    """An article as it is read for contacts: `words` are the lexemes that may tell of one, `spoken` is in marks.

    `talk` says that it takes down a talk.
    """

    text: str
    lex: Lexemes
    words: Sequence[int]
    meant: Sequence[Meant]
    cast: Cast
    spoken: Sequence[Spoken]
    talk: bool


def find(known: Known) -> tuple[Contact, ...]:
    """The contacts that an article tells of, in text order; participants are local ids."""
    text, lex = known.text, known.lex
    article = _article(known)
    events: list[Event] = []
    for sentence in _sentences_of(known.sentences, [lex.starts[i] for i in article.words]):
        if text.endswith(speech.QUESTIONS, *sentence):
            continue
        here: list[Event] = []
        named = sharpened(lex, lex.between(*sentence), within(article.meant, *sentence), events)
        for start, end in _clauses(text, *sentence):
            here += _of_clause(article, named, (start, end), events, here)
        circumstances.date(text, lex, sentence, here, known.published)
        events += here
    events += speech.told(known, events)
    for event in events:
        event.caption = any(start <= event.start < end for start, end in known.captions)
    matters.tell(known, sorted(events, key=lambda e: e.at))
    return tuple(contact(e) for e in joined(sorted(events, key=lambda e: e.start)))


def _article(known: Known) -> _Article:
    lex = known.lex
    words = [i for i in lex.places(TELLING) if _may_tell(lex, i) and i not in known.unclear]
    talk = sum(map(bool, map(_SPEAKER.match, known.text.split("\n")))) >= _TALK
    clear = [m for m in known.meant if m.form in ("name", "title")] if talk else known.meant
    quoted = spoken(known.said, known.voices, known.cast)
    return _Article(known.text, lex, words, clear, known.cast, quoted, talk)


def _may_tell(lex: Lexemes, i: int) -> bool:
    following = BEFORE.get(lex.keys[i])
    return following is None or (i + 1 < lex.size and lex.keys[i + 1] in following)


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
    article: _Article,
    meant: Sequence[Meant],
    clause: tuple[int, int],
    earlier: Sequence[Event],
    before: Sequence[Event],
) -> list[Event]:
    """The events that a clause tells of, after those `earlier` and those `before` in its sentence.

    `meant` are the mentions of the sentence.
    """
    lex, words = article.lex, article.words
    start, end = clause
    span = lex.between(start, end)
    triggers = words[bisect_left(words, span.start) : bisect_left(words, span.stop)]
    named = within(meant, start, end) if triggers else []
    if not triggers or not (named or before):
        return []
    quoted = [q for q in article.spoken if q.start < end and start < q.end]
    people = parties(lex, [m for m in named if not _within(m.start, quoted)], article.cast, article.talk)
    whole = Clause(lex, span, people, article.cast, earlier, before)
    found: list[Event] = []
    for i in triggers:
        by = _within(lex.starts[i], quoted)
        if by is not None and not _is_of_the_sentence(lex, i, by):
            found += _told_by(article, whole, i, by, named)
        elif not _is_name(lex, i):
            found += _events(article, whole, i, verbs.told(whole, i) or nouns.told(whole, i))
    return found


def _is_of_the_sentence(lex: Lexemes, i: int, quoted: Spoken) -> bool:
    """Do a few words in marks end with what another tells, and who takes part stand outside: "had a “warm talk” with
    B"?"""
    few = quoted.end - quoted.start < _FRAGMENT and quoted.end - lex.ends[i] <= 1
    return few and i + 1 < lex.size and lex.keys[i + 1] == "with"


def _told_by(article: _Article, clause: Clause, i: int, quoted: Spoken, named: Sequence[Meant]) -> Iterator[Event]:
    """The events that the word at `i`, in somebody's own words, tells of him."""
    own = list(selves(clause.lex, clause.span, quoted))
    inside = [m for m in named if m.form == "name" and quoted.start <= m.start < quoted.end]
    if quoted.speaker is None or article.talk or not inside:
        return iter(())
    people = sorted([*own, *parties(clause.lex, inside, article.cast, talk=False)], key=lambda m: m.start)
    whole = replace(clause, people=people)
    told = verbs.told(whole, i) or nouns.told(whole, i) or headed(whole, i, quoted)
    return _events(article, whole, i, [(kind, who) for kind, who in told if quoted.speaker in who])


def _events(article: _Article, clause: Clause, i: int, contacts: Sequence[Told]) -> Iterator[Event]:
    """The events that the word at `i` tells of; the place of several is that of the first."""
    lex, people = clause.lex, clause.people
    told = [
        (kind, *part)
        for kind, members in contacts
        for part in (parts(lex, i, people, members) if kind != "visit" else [(i, members)])
    ]
    for number, (kind, at, members) in enumerate(told):
        unique = _apart(members)
        if len(unique) < 2:
            continue
        behind = _after(lex, i, people, unique)
        if lex.keys[behind + 1 : behind + 2] == ["times"]:
            continue  # "A has met B 40 times"
        after = None if is_verb(lex, i) else behind
        how, where = depends(clause, i) if after is not None else ("", i)
        own = how == "own" and kind not in ("letter", "message")
        happened = status(lex, i, clause.span, after, own, where if how == "during" else None)
        if happened is not None:
            first = next((m.start for m in reversed(people) if m.end <= lex.starts[i]), lex.starts[i])
            last = next((m.end for m in people if m.start >= lex.ends[i]), lex.ends[i])
            span = range(clause.span.start, next((k for _, k, _ in told if k > at), clause.span.stop))
            place = None if number and at == i else circumstances.place(article.text, lex, at, span)
            planned = happened == "planned"
            event = Event(kind, unique, lex.starts[at], first, max(last, lex.starts[at]), planned, place=place)
            event.joins = how == "joined" or "attended" in lex.keys[i + 1 : i + _NEAR]
            event.loose = kind == VERBS.get(lex.keys[i]) == "talks"
            yield event


def _after(lex: Lexemes, i: int, people: Sequence[Meant], members: Sequence[Member]) -> int:
    """The lexeme after the contact at `i` and those who take part in it."""
    following = (m for m in people if m.start >= lex.ends[i])
    named = takewhile(lambda m: m.form != "pronoun" and any(x in members for x in m.members), following)
    return lex.at(max((m.end for m in named), default=lex.ends[i]))


def _within(offset: int, stretches: Sequence[Spoken]) -> Spoken | None:
    return next((q for q in stretches if q.start <= offset < q.end), None)


def _apart(members: Sequence[Member]) -> tuple[Member, ...]:
    """Each once, and no country beside a person or body that acts for it: "the leaders of Peru and Chile, A and B"."""
    acting = {m.of for m in members}
    found = [*dict.fromkeys(m for m in members if m.kind != "country" or m.id not in acting)]
    half = len(found) // 2
    kinds = [m.kind for m in found]
    if half > 1 and kinds == ["country"] * half + ["person"] * half:
        return tuple(found[half:])
    return tuple(found[:_MOST])


def _is_name(lex: Lexemes, i: int) -> bool:
    """Does a word belong to the name of a work or office: “Meet the Press”, "Director of Message Planning"?"""
    office = lex.caps[i] and i + 1 < lex.size and lex.caps[i + 1] and lex.gap[i + 1] == "" and not lex.fresh[i]
    if owned(lex, i):
        return False
    return lex.gap[i] in _MARKED or (office and lex.keys[i + 1] not in LINKS)
