"""Speech as contact: who told somebody something spoke with them, whatever the channel."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from index.annotation import dates
from index.annotation.contacts.events import Event
from index.annotation.contacts.known import Known
from index.annotation.contacts.lexicon import BESIDE, OTHER
from index.annotation.contacts.parties import with_title
from index.annotation.contacts.status import status
from index.annotation.cutting.lexemes import Lexemes
from index.annotation.mentions import Meant, within
from index.annotation.names.lists import HEADS, MODIFIERS
from index.annotation.quotations.finding import Place
from index.model import ContactKind

QUESTIONS = ("?", "?”", '?"')
"""How a sentence ends that asks: what is asked about did not happen for that."""


_NEAR = 3  # words
_OVER = frozenset(("by", "on", "over", "via", "the"))


def told(known: Known, events: Sequence[Event]) -> list[Event]:
    """Who told somebody something spoke with them, whatever the channel; what a journalist was told is an interview."""
    text, lex = known.text, known.lex
    found: list[Event] = []
    for utterance, (speakers, addressees) in zip(known.said, known.voices, strict=True):
        speaker, cue, addressee = utterance.speaker, utterance.cue, utterance.addressee
        if speaker is None or addressee is None or cue is None or "ask" in text[slice(*cue)].lower():
            continue
        members = tuple(dict.fromkeys(known.cast.members[a] for a in (*speakers, *addressees)))
        if len(members) < 2 or any(m.kind != "person" for m in members):
            continue
        sentence = next((s for s in known.sentences if s[0] <= cue[0] < s[1]), None)
        if sentence is None or text.endswith(QUESTIONS, *sentence) or not set(speakers).isdisjoint(addressees):
            continue
        if any(cue[0] == e.at for e in found) or any(sentence[0] <= e.at < sentence[1] for e in events):
            continue
        named = within(known.meant, *addressee)
        if not _is_somebody(lex, named, *addressee) or _on_air(lex, speaker, addressee, sentence):
            continue
        happened = status(lex, lex.at(cue[1]) - 1, lex.between(*sentence), None)
        if happened is None:
            continue
        kind: ContactKind = "call" if _by_phone(lex, addressee) else "conversation"
        event = Event(kind, members, cue[0], cue[0], addressee[1], happened == "planned")
        event.said = (utterance.start, utterance.end) if utterance.kind == "indirect" else None
        event.date = next(iter(dates.find(text, *sentence, known.published)), None)
        found.append(event)
    return found


def _by_phone(lex: Lexemes, addressee: Place) -> bool:
    """Is the telephone told right after who is told something: "told B by phone", "told B over the phone"?"""
    near = lex.keys[lex.at(addressee[0]) : lex.at(addressee[1]) + _NEAR]
    return any(a in _OVER and b in OTHER["by_phone"] for a, b in pairwise(near))


def _on_air(lex: Lexemes, speaker: Place, addressee: Place, sentence: Place) -> bool:
    """Is it said to the press, or for everybody to hear?"""
    press = any(lex.keys[k] in OTHER["press"] for place in (speaker, addressee) for k in lex.between(*place))
    return press or any(lex.keys[k] in OTHER["airing"] for k in lex.between(*sentence))


def _is_somebody(lex: Lexemes, named: Sequence[Meant], start: int, end: int) -> bool:
    """Do the words `[start, end)` for who is told something name that one: not "a Dahl official", "the court Dahl"?"""
    if all(m.form == "pronoun" for m in named):
        return False
    words = lex.between(start, end)
    if lex.keys[words.start] in OTHER["own"] and all(m.form != "name" for m in named):
        return False  # "her director"
    if any(lex.gap[k] == "s" for k in words[1:]):
        return False  # "the Harbour Times' Ann Dahl"
    first = lex.at(with_title(named[0])[0])
    if first > words.start and not lex.caps[first - 1] and lex.keys[first - 1] not in BESIDE | HEADS | MODIFIERS:
        return False
    last = named[-1].name
    if last is None or last.j not in words or lex.gap[last.j]:
        return True
    return lex.caps[last.j] or lex.keys[last.j] in OTHER["placing"] or lex.keys[last.j] in ("and", "or")
