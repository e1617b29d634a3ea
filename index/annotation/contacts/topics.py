"""What a contact was about: the matters named where it is told, or else in what is told of it right after.

Only what stands behind words like "discussed", "about" or "on" is a topic, up to where the clause speaks of something
else; those who take part are none, nor are places where it was.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from index.annotation import topics
from index.annotation.contacts.events import Event
from index.annotation.contacts.known import Known
from index.annotation.contacts.lexicon import NOUNS, OTHER, TOPICS, VERBS
from index.annotation.cutting.lexemes import Lexemes
from index.annotation.mentions import Meant, within
from index.annotation.names.cast import Cast, Member
from index.annotation.names.chunks import Name
from index.annotation.names.lists import COMMON, HEADS

Place = tuple[int, int]

_AFTERWARDS = 3  # sentences after the one that tells of a contact
_NEAR = 3  # words from "on" to a name, at most: "talks on the Peruvian crisis"
_ONLY_NEAR = frozenset(("on", "over"))  # "on the margins of", "over the weekend"
_SAID = TOPICS["said"]
_STOPS = TOPICS["stops"] | ((VERBS.keys() - NOUNS.keys()) - TOPICS["cues"])
_CONTACTS = NOUNS.keys() | {"session", "discussion", "conversation"}
_POINTING = frozenset("the their this that".split())
_NO_MATTERS = OTHER["press"] | TOPICS["bodies"]
_LISTING = frozenset(("such", "well"))  # "such as", "as well as"
_DASHES = frozenset("-–—•*")
_PLACING = frozenset(("in", "at"))


def tell(known: Known, events: Sequence[Event]) -> None:
    """Give each of the `events` of an article, in order, its topics."""
    text, lex, sentences, names, cast = known.text, known.lex, known.sentences, known.names, known.cast
    starts = [start for start, _ in sentences]
    for n, event in enumerate(events):
        until = next((e.at for e in events[n + 1 :] if e.at > event.at), len(text))
        number = bisect_right(starts, event.at) - 1
        end = min(sentences[number][1], until)
        scopes = [lex.between(*event.said)] if event.said else _scopes(lex, event.at, end)
        event.topics = _matters(text, lex, scopes, names, cast, event)
        if not event.topics:
            after = [s for s in sentences[number + 1 : number + 1 + _AFTERWARDS] if s[1] <= until]
            told = next(filter(None, (_spoken_of(lex, s, event, known.meant) for s in after)), None)
            event.topics = _matters(text, lex, _scopes(lex, *told), names, cast, event) if told else {}


# Where topics stand -----------------------------------------------------------------------------------------------


def _scopes(lex: Lexemes, start: int, end: int) -> Iterator[range]:
    """The words in `[start, end)` that tell what a contact is about."""
    words = lex.between(start, end)
    k = words.start
    while k < words.stop:
        key = lex.keys[k]
        if _is_cue(lex, k) or (key in _ONLY_NEAR and _leads_to_a_name(lex, k, words.stop)):
            stop = _until(lex, k + 1, words.stop)
            yield range(k + 1, stop)
            k = max(stop, k + 1)
        elif key in TOPICS["ends"]:
            return
        else:
            k += 1


def _is_cue(lex: Lexemes, k: int) -> bool:
    """Does lexeme `k` lead to a topic: "about", but not in "about to leave"?"""
    return lex.keys[k] in TOPICS["cues"] and lex.keys[k : k + 2] != ["about", "to"]


def _leads_to_a_name(lex: Lexemes, k: int, end: int) -> bool:
    """Does a name follow "on" or "over" soon, which stands behind a talk or somebody, and not in "called on B"?"""
    before = lex.keys[k - 1]
    if not (lex.caps[k - 1] or before in NOUNS or before in OTHER["representatives"] or before in TOPICS["before"]):
        return False
    for n in range(k + 1, min(k + 1 + _NEAR, end)):
        if lex.gap[n] not in ("", "s") or lex.keys[n] in TOPICS["elsewhere"]:
            return False
        if lex.caps[n]:
            return True
    return False


def _until(lex: Lexemes, start: int, end: int) -> int:
    """Where the words from `start` on speak of something else."""
    for k in range(start, end):
        key = lex.keys[k]
        if lex.gap[k] in _DASHES:
            return k
        if key in _SAID:  # "…, the ministry said"
            return next((n for n in range(k, start, -1) if lex.gap[n] == ","), start)
        if key in _STOPS or (key == "as" and _LISTING.isdisjoint(lex.keys[k - 1 : k + 2])):
            return k - (lex.keys[k - 1] in ("and", "to"))
    return end


def _spoken_of(lex: Lexemes, sentence: Place, event: Event, meant: Sequence[Meant]) -> Place | None:
    """The end of a sentence that tells what those who took part in an event spoke about, or what it was about."""
    words = lex.between(*sentence)
    cue = next((k for k in words if lex.keys[k] in TOPICS["spoke"]), None)
    if cue is None or not OTHER["denied"].isdisjoint(lex.keys[words.start : cue]):
        return None
    before = [m for m in within(meant, sentence[0], lex.starts[cue]) if not m.own and m.members]
    people = [m for m in before if any(x.kind == "person" for x in m.members)]
    if any(not set(m.members) <= set(event.members) for m in people):
        return None
    points = (lex.keys[k] in _CONTACTS and lex.keys[k - 1] in _POINTING for k in range(words.start + 1, cue))
    return (lex.starts[cue], sentence[1]) if people or any(points) else None


# Which of the names there are matters -----------------------------------------------------------------------------


def _matters(
    text: str, lex: Lexemes, scopes: Iterable[range], names: Sequence[Name], cast: Cast, event: Event
) -> dict[str, list[Place]]:
    """What the words of the scopes name, and where."""
    found: dict[str, list[Place]] = {}
    for scope in scopes:
        if not scope:
            continue
        start, end = lex.starts[scope.start], lex.ends[scope.stop - 1]
        taken = list(topics.designators(text, start, end))
        for designator, place in taken:
            found.setdefault(designator, []).append(place)
        first = bisect_left(names, start, key=lambda n: n.start)
        last = bisect_right(names, end, key=lambda n: n.end)
        for name in names[first:last]:
            if any(a < name.end and name.start < b for _, (a, b) in taken) or _is_where(lex, name, scope, event):
                continue
            called = _called(text, lex, name, cast, event)
            if called:
                found.setdefault(called, []).append((name.start, name.end))
    return found


def _called(text: str, lex: Lexemes, name: Name, cast: Cast, event: Event) -> str | None:
    """How a matter is called that has a name; none for what is no matter."""
    member = cast.of.get(name)
    if member is None:
        whole = not _goes_on(lex, name.j) and (lex.fresh[name.i] or not _goes_on(lex, name.i))
        common = len(name.keys) == 1 and name.keys[0] in COMMON  # "the Summit"
        return text[name.start : name.end] if whole and not common and topics.is_matter(name) else None
    if member.kind == "person" or member in event.members or name.sense in ("seat", "people"):
        return None
    if not _NO_MATTERS.isdisjoint(name.keys):
        return None
    owns = name.sense == "adjective" or lex.gap[name.j : name.j + 1] == ["s"]
    if (owns and _is_own(member, event)) or (name.sense == "adjective" and _tells_who(lex, name.j)):
        return None
    return member.name or text[name.start : name.end]


def _goes_on(lex: Lexemes, i: int) -> bool:
    """Do capitals stand on both sides of lexeme `i`, as in a name of which only a part was read?"""
    return 0 < i < lex.size and lex.caps[i] and lex.caps[i - 1] and not lex.gap[i]


def _tells_who(lex: Lexemes, j: int) -> bool:
    """Does a word for people stand at lexeme `j`: "a Peruvian | official"?"""
    return j < lex.size and (lex.keys[j] in OTHER["representatives"] or lex.keys[j].removesuffix("s") in HEADS)


def _is_own(member: Member, event: Event) -> bool:
    """Is it the country of somebody who takes part?"""
    return any(m.of == member.id for m in event.members)


def _is_where(lex: Lexemes, name: Name, scope: range, event: Event) -> bool:
    """Is it the place of this or another contact: after "in", and not in what is spoken of ("the war in Peru")?"""
    if event.place and event.place.start <= name.start < event.place.end:
        return True
    i = name.i - (lex.keys[name.i - 1] == "the")
    if i - 2 < scope.start or lex.keys[i - 1] not in _PLACING:
        return i - 1 >= scope.start and lex.keys[i - 1] in _PLACING
    return lex.caps[i - 2] or lex.keys[i - 2] in _CONTACTS
