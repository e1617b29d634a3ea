"""Who met, called, wrote to or visited whom, as an article tells it.

Each clause is read for words that tell of a contact; those who take part are the persons before and after. The same
event told twice (in the lead and again below, in the caption and in the text) is one contact with several evidences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from index.annotation import authority, dates
from index.annotation.cast import Cast, Member
from index.annotation.data import table
from index.annotation.lexemes import Lexemes
from index.annotation.mentions import Meant, within
from index.model import Contact, ContactKind, Quotation, Span, When, Words

_TABLE = table("contacts")
_VERBS = {word: kind for kind, row in _TABLE["verbs"].items() for word in row.split()}
_NOUNS = {word: kind for kind, row in _TABLE["nouns"].items() for word in row.split()}
_OTHER = {key: frozenset(row.split()) for key, row in _TABLE["other"].items()}
_KINDS: dict[str, ContactKind] = {
    "meeting": "meeting", "hosted": "meeting", "conversation": "conversation", "call": "call", "phone": "call",
    "visit": "visit", "journey": "visit", "letter": "letter", "talks": "talks", "message": "message",
}  # fmt: skip
# What a vaguer word may turn out to be, when the article tells of it again.
_VAGUE: dict[ContactKind, frozenset[ContactKind]] = {
    "conversation": frozenset(("call", "meeting", "talks")),
    "talks": frozenset(("call", "meeting")),
}
_WORD_AFTER = re.compile(r" ([a-z]+)")
_GOES_ON = frozenset("and to at in during for with after when as before by on that while about where but".split())
_NEAR = 14  # lexemes between a word of contact and those who take part
_PARTING = frozenset(("who", "said", "that", "with", "to", "told"))
_MOST = 8  # who take part


@dataclass(slots=True)
class _Event:
    """A contact as one clause tells it."""

    kind: ContactKind
    members: tuple[Member, ...]
    at: int
    start: int
    end: int
    planned: bool
    date: When | None = None
    place: Words | None = None
    caption: bool = False
    evidence: list[tuple[int, int]] = field(default_factory=list)


def find(
    text: str,
    lex: Lexemes,
    sentences: Sequence[tuple[int, int]],
    captions: Sequence[tuple[int, int]],
    meant: Sequence[Meant],
    said: Sequence[Quotation],
    cast: Cast,
    published: When | None,
) -> tuple[Contact, ...]:
    """The contacts that an article tells of, in text order; participants are local ids."""
    spoken = [(q.start, q.end) for q in said if q.kind in ("direct", "partial")]
    events: list[_Event] = []
    for sentence in sentences:
        here: list[_Event] = []
        for start, end in _clauses(text, *sentence):
            here += _of_clause(text, lex, start, end, meant, cast, spoken, here)
        _dated(text, sentence, here, published)
        events += here
    events += _told(text, sentences, said, cast, published, events)
    for event in events:
        event.caption = any(start <= event.start < end for start, end in captions)
    return tuple(_contact(e) for e in _joined(sorted(events, key=lambda e: e.start)))


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
    meant: Sequence[Meant],
    cast: Cast,
    spoken: Sequence[tuple[int, int]],
    before: Sequence[_Event],
) -> list[_Event]:
    span = lex.between(start, end)
    triggers = [i for i in span if lex.keys[i] in _VERBS or lex.keys[i] in _NOUNS]
    if not triggers:
        return []
    people = [m for m in within(meant, start, end) if any(x.kind == "person" for x in m.members)]
    found: list[_Event] = []
    for i in triggers:
        if any(a <= lex.starts[i] < b for a, b in spoken):
            continue
        told = _verb(lex, i, span, people, cast) or _noun(lex, i, span, people, before, cast)
        if told is None:
            continue
        kind, members = told
        unique = tuple(dict.fromkeys(members))[:_MOST]
        ahead = {lex.keys[k] for k in range(max(span.start, i - 7), i)}
        if len(unique) < 2 or ahead & _OTHER["denied"]:
            continue
        first = min([m.start for m in people if m.end <= lex.starts[i]][-1:] or [lex.starts[i]])
        last = max([m.end for m in people if m.start >= lex.ends[i]][:1] or [lex.ends[i]])
        planned = bool(ahead & _OTHER["ahead"])
        found.append(_Event(kind, unique, lex.starts[i], first, last, planned, place=_place(text, lex, i, span)))
    return found


def _verb(
    lex: Lexemes, i: int, span: range, people: Sequence[Meant], cast: Cast
) -> tuple[ContactKind, list[Member]] | None:
    """ "A met (with) B", "A and B spoke on the phone", "A travelled to Ankara"."""
    word = _VERBS.get(lex.keys[i])
    if word is None or (lex.keys[i] in _NOUNS and _is_noun(lex, i)):
        return None
    left = _left(lex, i, span, people)
    if word in ("visit", "journey"):
        host = _host(lex, i, span, cast, to=word == "journey")
        return ("visit", [*left[:1], host]) if left and host else None
    right = [] if word == "talks" else _right(lex, i, span, people, direct=True)
    if word == "phone" and (lex.keys[i - 1] not in ("will", "would", "to") or not right):
        return None
    if word == "letter" and (i + 1 >= lex.size or lex.keys[i + 1] != "to"):
        return None
    if word == "hosted" and not right:
        return None
    if not left or (not right and len(left) < 2):
        return None
    return _sharper(lex, _KINDS[word], span), [*left, *right]


def _is_noun(lex: Lexemes, i: int) -> bool:
    """Is a word that may be a verb ("visit", "call") a noun here?"""
    return i > 0 and (lex.gap[i] == "s" or lex.keys[i - 1] not in ("to", "will", "would", "and", "may", "can"))


def _noun(
    lex: Lexemes, i: int, span: range, people: Sequence[Meant], before: Sequence[_Event], cast: Cast
) -> tuple[ContactKind, list[Member]] | None:
    """ "a meeting with B", "talks between A and B", "held a call", "their first meeting", "in a letter to B"."""
    word = _NOUNS.get(lex.keys[i])
    if word is None:
        return None
    kind = _sharper(lex, _KINDS[word], range(max(span.start, i - 3), min(span.stop, i + 1)))
    left = _left(lex, i, span, people)
    lead = {lex.keys[k] for k in range(max(span.start, i - 5), i)}
    if word == "visit":
        host = _host(lex, i, span, cast, to=True)
        return ("visit", [*left[:1], host]) if host and left and "during" not in lead else None
    if not people and before and lead & {"a", "an"}:
        return kind, list(before[-1].members)  # "…; a bilateral meeting in Jakarta"
    right = _right(lex, i, span, people, direct=False)
    if right:
        if not left and before:
            left = list(before[-1].members)  # "…; and a trilateral meeting with C"
        return (kind, [*left, *right]) if left or len(right) > 1 else None
    if word in ("letter", "message") or len(left) < 2:
        return None
    owned = any(m.own and m.members and len(m.members) > 1 and 0 < lex.starts[i] - m.start < 40 for m in people)
    definite = "the" in lead and lead & _OTHER["during"]
    return (kind, left) if owned or lead & _OTHER["light"] or definite else None


def _left(lex: Lexemes, i: int, span: range, people: Sequence[Meant]) -> list[Member]:
    """Those named last before a word, with whom they are tied by "and"."""
    before = [m for m in people if m.end <= lex.starts[i] and not _owner(lex, m, i)]
    if before and before[-1].own and lex.at(before[-1].end) >= i - 4:
        return [x for x in before[-1].members if x.kind == "person"]
    before = [m for m in before if not m.own]
    if not before:
        return []
    group = [before[-1]]
    for m in reversed(before[:-1]):
        first = group[-1]
        if m.end > first.start or m.start == first.start:
            group.append(m)
            continue
        between = [lex.keys[k] for k in lex.between(m.end, first.start)]
        tied = "and" in between or lex.gap[lex.at(m.end)] == ","
        if not tied or len(between) > 8 or any(k in _VERBS or k in _PARTING for k in between):
            break
        group.append(m)
    return [x for m in reversed(group) for x in m.members if x.kind == "person"]


def _owner(lex: Lexemes, m: Meant, i: int) -> bool:
    """Is somebody named only as the owner of something that is not the contact?"""
    after = lex.at(m.end)
    return after < i - 3 and after < lex.size and lex.gap[after] == "s"


def _right(lex: Lexemes, i: int, span: range, people: Sequence[Meant], direct: bool) -> list[Member]:
    """Those named after a word: at once, or after "with", "to", "between"."""
    after = [m for m in people if m.start >= lex.ends[i] and not m.own]
    if not after:
        return []
    first = after[0]
    between = [lex.keys[k] for k in lex.between(lex.ends[i], first.start)]
    linked = any(k in ("with", "between", "to", "by", "from") for k in between[:5])
    if len(between) > _NEAR or not (linked or (direct and len(between) < 5)):
        return []
    if any(k in _VERBS or k in ("said", "that", "who", "after", "during") for k in between):
        return []
    group = [first]
    for m in after[1:]:
        last = group[-1]
        if m.start < last.end:
            group.append(m)
            continue
        joint = [lex.keys[k] for k in lex.between(last.end, m.start)]
        if len(joint) > 5 or not ("and" in joint or lex.gap[lex.at(last.end)] == ",") or "who" in joint:
            break
        group.append(m)
    return [x for m in group for x in m.members if x.kind == "person"]


def _host(lex: Lexemes, i: int, span: range, cast: Cast, to: bool) -> Member | None:
    """The country that somebody goes to: the one named after "to", or whose capital is."""
    for k in range(i + 1, min(i + 5, span.stop)):
        found = authority.look(lex, k) if lex.caps[k] else None
        if found and found.entry.kind == "country" and found.sense in ("name", "seat"):
            if to and "to" not in lex.keys[i:k] and "in" not in lex.keys[i:k]:
                return None
            country = cast.member(found.entry.id, "country")
            country.name = country.name or found.entry.name
            return country
    return None


def _sharper(lex: Lexemes, kind: ContactKind, span: range) -> ContactKind:
    """The kind that the clause's other words tell: "spoke on the phone", "speaks with … during a meeting"."""
    if kind in ("conversation", "talks", "call"):
        keys = lex.keys[span.start : span.stop]
        if any(k in _OTHER["by_phone"] for k in keys):
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


_VISITS_TO = frozenset(w for w, kind in (_VERBS | _NOUNS).items() if kind in ("visit", "journey"))

# Speech as contact -------------------------------------------------------------------------------------------------


def _told(
    text: str,
    sentences: Sequence[tuple[int, int]],
    said: Sequence[Quotation],
    cast: Cast,
    published: When | None,
    events: Sequence[_Event],
) -> list[_Event]:
    """Who told somebody something spoke with them, whatever the channel."""
    found = []
    for q in said:
        if not q.speaker or not q.addressee or q.cue is None or q.addressee.start is None or q.addressee.end is None:
            continue
        members = tuple(dict.fromkeys(cast.members[a] for a in (*q.speaker.actors, *q.addressee.actors)))
        if len(members) < 2 or any(m.kind != "person" for m in members):
            continue
        sentence = next((s for s in sentences if s[0] <= q.cue.start < s[1]), None)
        if sentence is None or any(sentence[0] <= e.at < sentence[1] for e in events):
            continue
        event = _Event("conversation", members, q.cue.start, q.cue.start, q.addressee.end, False)
        event.date = next(iter(dates.find(text, *sentence, published)), None)
        found.append(event)
    return found


# Dates and joining -------------------------------------------------------------------------------------------------


def _dated(text: str, sentence: tuple[int, int], events: list[_Event], published: When | None) -> None:
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


def _joined(events: Sequence[_Event]) -> list[_Event]:
    kept: list[_Event] = []
    for event in events:
        event.evidence = [(event.start, event.end)]
        twin = next((e for e in reversed(kept) if _same(e, event)), None)
        if twin is None:
            kept.append(event)
            continue
        if event.kind != twin.kind and event.kind in _VAGUE.get(twin.kind, ()):
            twin.kind = event.kind
        twin.date = _both(twin, event)
        twin.place = twin.place or event.place
        twin.evidence.append((event.start, event.end))
        if len(event.members) > len(twin.members):
            twin.members = event.members
    return kept


def _same(a: _Event, b: _Event) -> bool:
    """Can two clauses tell of one event: the same people, kinds that agree, days that do not differ?"""
    left, right = set(a.members), set(b.members)
    part = right < left and b.date is None and b.kind in _VAGUE
    if (left != right and not part) or a.planned != b.planned:
        return False
    if a.kind != b.kind and b.kind not in _VAGUE.get(a.kind, ()) and a.kind not in _VAGUE.get(b.kind, ()):
        return False
    if a.date is None or b.date is None:
        return True
    if a.date.from_ and b.date.from_ and a.date.to and b.date.to:
        return a.date.from_ <= b.date.to and b.date.from_ <= a.date.to
    if a.place and b.place and a.place.text == b.place.text and a.caption != b.caption:
        return True
    return (a.date.text or "") in (b.date.text or "") or (b.date.text or "") in (a.date.text or "")


def _both(a: _Event, b: _Event) -> When | None:
    """The date of an event told twice: the words of the text before those of a caption, the narrower days."""
    if a.date is None or b.date is None:
        return a.date or b.date
    words, other = (b.date, a.date) if a.caption and not b.caption else (a.date, b.date)
    if words.from_ is None and other.from_ is not None:
        how = f"day from “{other.text}”"
        return words.model_copy(update={"from_": other.from_, "to": other.to, "precision": other.precision, "how": how})
    return words if len(words.text or "") >= len(other.text or "") else other


def _contact(event: _Event) -> Contact:
    return Contact(
        kind=event.kind,
        participants=tuple(m.id for m in event.members),
        status="planned" if event.planned else "happened",
        date=event.date,
        place=event.place,
        evidence=tuple(Span(start=a, end=b) for a, b in event.evidence),
    )
