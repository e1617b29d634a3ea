"""Who takes part in a contact: those named before and after the word that tells of it, and the country visited."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from index.annotation.contacts.lexicon import BESIDE, LINKS, OTHER, VERBS
from index.annotation.contacts.parties import attributive, is_body, is_title, owned, with_title
from index.annotation.cutting.lexemes import Lexemes
from index.annotation.mentions import Meant
from index.annotation.names.cast import Member
from index.annotation.names.lists import HEADS, MODIFIERS, SUFFIXES

_NEAR = 14  # lexemes between a word of contact and those who take part
_PARTING = frozenset(("who", "said", "that", "with", "to", "told"))
_TIED = 8  # words between two of a row
_OWNED = 6  # words from an owner to what is owned: "Dahl's second official meeting"
_UNITS = frozenset("hours days weeks months shortly".split())
_IN_PLACES = OTHER["placing"] | {"the"}
_PLACE = 2  # words: "met B in Oslo | before"
_TITLE = 5  # words of a role before a name, at most, with its country
_TITLED = 8  # words between "with" and a name, at most: "with his Greek and Cypriot counterparts, …"
_NEAR_OWNER = 8  # words
_GOING_TO = frozenset("continue continues continued expected set due".split())
_HELPING = OTHER["helping"] | _GOING_TO
_HAS = frozenset("has had have is was were are will would".split())
_RELATIVE = frozenset("who whose whom which".split())
_ALONG = frozenset("along accompanied together alongside".split())
_INSERTED = _ALONG | frozenset("who whose which whom a an the after including".split())
_PART_AWAY = (
    OTHER["breaks"] | OTHER["away"] | OTHER["occasions"] | VERBS.keys()
    | {"and", "before", "how", "what", "whether", "why"}
)  # fmt: skip
_UNNAMED = frozenset("which i we you it he she they".split())
_BEFORE = frozenset(("all", "former"))
_IN_ROW = BESIDE | HEADS | MODIFIERS | {"former", "then", "for", "peer"}
_PEOPLE = HEADS | OTHER["followers"] | {"official", "officials", "member", "team", "delegation", "people", "families"}
_PEOPLE |= OTHER["kin"]
_BEFORE_NAMES = (BESIDE | HEADS) - OTHER["placing"]
_ACTING = OTHER["representatives"] | {"members"}
_BEFORE_BODIES = BESIDE | _ACTING | MODIFIERS | {"from"}
_TEAMS = frozenset("delegation team group mission committee".split())
_BEFORE_LEADERS = BESIDE | MODIFIERS | _TEAMS
_LED = 7  # words of "delegation of Peruvian senators" before "led by"
_LEADING = frozenset(("headed", "led", "chaired"))
_PARTS_OF_DAYS = frozenset(("morning", "evening"))
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september"
    " october november december".split()
)

# Before the word -------------------------------------------------------------------------------------------------


def behind(lex: Lexemes, i: int, people: Sequence[Meant], apart: Collection[Member]) -> list[Member]:
    """Whom a clause is about that begins with the contact at `i`: "After talks with A, B left"; not who is `apart`."""
    for m in sorted(people, key=is_body):  # "…, the palace said B …"
        begins = lex.at(m.start)
        if is_body(m) and not lex.gap[begins] and lex.keys[begins - 1] not in ("the", "that"):
            continue
        comma = next((k for k in range(begins, max(i, begins - _TITLE), -1) if lex.gap[k]), 0)
        if comma > i and lex.gap[comma] == "," and not m.own and not any(x in apart for x in m.members):
            beside = [x for x in people if x.start > m.end and not x.own and _tie(lex, m, x) == "and"][:1]
            return [x for one in (m, *beside) for x in one.members if x not in apart]
    return []


def left(lex: Lexemes, i: int, people: Sequence[Meant], aside: bool = False) -> list[Member]:
    """Those named last before the word at `i`, with whom they are tied by "and": who does what it says.

    With `aside` the word says where else they acted, and who is meant otherwise is passed over: "A raised B's case with
    reporters after meeting C".
    """
    i -= lex.keys[i - 1] == "and" and lex.gap[i - 1] == ","  # "A has fired all, including B, and met C"
    before = [m for m in people if m.end <= lex.starts[i] and not m.own]
    before = [m for m in before if not attributive(lex, m) and not _kin(lex, m)]
    outside = _outside_apposition(lex, _begins_to_act(lex, i), before)
    if len(outside) < len(before):
        inside = before[len(outside) :] if lex.keys[lex.at(outside[-1].end)] in _ALONG else []
        return [*_row(lex, outside), *(x for m in inside for x in m.members)]
    if not aside and before and owns(lex, before[-1]) and lex.at(before[-1].end) > i - _TITLE:
        return []  # "A's lawyers met"
    before = [m for m in before if not owns(lex, m)]
    if _goes_on(lex, i):
        _let_go_of_objects(lex, before)
    if aside and before and "that" in lex.keys[lex.at(before[-1].end) : i - 1]:
        return []  # "A said that the boat was a matter for talks with B"
    while before and is_body(before[-1]) and (aside or not _at_once(lex, before[-1], i)):
        before.pop()
    return [] if not before or (not aside and _of_another(lex, before[-1], i)) else _row(lex, before)


def owner(lex: Lexemes, i: int, people: Sequence[Meant]) -> list[Member]:
    """Whose the contact at `i` is: "A's talks", "their second meeting", in a heading "A Call with B"."""
    before = [m for m in people if m.end <= lex.starts[i] and not attributive(lex, m)]
    last = before[-1] if before else None
    if last is None or lex.at(last.end) < i - _OWNED:
        return []
    if last.own:
        return _owner_meant(lex, last, before[:-1])
    return _row(lex, [m for m in before if not m.own]) if owns(lex, last) or lex.at(last.end) == i else []


def _owner_meant(lex: Lexemes, own: Meant, before: Sequence[Meant]) -> list[Member]:
    """Whom "his" means: who acts at once before it, or the owner of what it stands in ("A's account of his talks")."""
    last = next((m for m in reversed(before) if not m.own), None)
    if last is None or len(own.members) > 1 or is_body(last) or len(last.members) > 1:
        return list(own.members)
    acts = lex.at(last.end) < lex.size and lex.keys[lex.at(last.end)] in _HAS  # "it shows A had misread his talks"
    near = lex.at(own.start) - lex.at(last.end) < _NEAR_OWNER
    near = near and (acts or not _is_object(lex, lex.at(with_title(last)[0])))
    male = lex.keys[lex.at(own.start)] == "his"
    return list(last.members if near and last.members[0].male is not (not male) else own.members)


def acting(lex: Lexemes, i: int, people: Sequence[Meant]) -> Sequence[Meant]:
    """Those before the "in" or "after" at `i` who act; not whom they deal with: "A attacked B in talks with C"."""
    before = [m for m in people if m.end <= lex.starts[i] and not m.own]
    inserted = bool(before) and lex.gap[i] == "," and lex.at(before[-1].end) == i
    if len(before) < 2 or not (inserted or _places_alone(lex, range(lex.at(before[-1].end), i))):
        return people
    _let_go_of_objects(lex, before)
    return before


def _places_alone(lex: Lexemes, words: range) -> bool:
    """Do hardly more than places and days stand between somebody and what is told next: "in Oslo on Monday, days"?"""
    if words and lex.keys[words.stop - 1] in _UNITS and lex.gap[words.stop - 1] == ",":
        words = words[:-1]
    elif lex.gap[words.stop]:
        return False
    if any(lex.gap[words.start : words.stop]):
        return False
    return len(words) <= _PLACE or all(lex.caps[k] or lex.keys[k] in _IN_PLACES for k in words)


def _goes_on(lex: Lexemes, i: int) -> bool:
    """Does "and" tie the verb at `i` to one before: "A met B and later called C"?"""
    first = _begins_to_act(lex, i)
    return lex.keys[first - 1] == "and" and not lex.gap[first]


def _let_go_of_objects(lex: Lexemes, before: list[Meant]) -> None:
    """Leave out of those named last whom others do something with: "A met B and C | and later called"."""
    while len(before) > 1:
        n = len(before) - 1
        while n > 0 and _tie(lex, before[n - 1], before[n]):
            n -= 1
        if not n or not _is_object(lex, lex.at(with_title(before[n])[0])):
            break
        del before[n:]


def _is_object(lex: Lexemes, i: int) -> bool:
    """Does somebody named from lexeme `i` on stand after a preposition or a verb?"""
    while (lex.keys[i - 1] in _BEFORE_NAMES or lex.caps[i - 1]) and lex.gap[i] in ("", "s"):
        i -= 1
    key = lex.keys[i - 1]
    if lex.gap[i]:
        return False
    return key in OTHER["placing"] or key in LINKS or key in VERBS or key.endswith(("ed", "ing")) or key == "told"


def _row(lex: Lexemes, before: Sequence[Meant]) -> list[Member]:
    """The last of those named, and whom "and" and commas tie to it; a comma ties only where "and" follows."""
    group = [before[-1]]
    listed = False
    for m in reversed(before[:-1]):
        first = group[-1]
        if m.end > first.start or m.start == first.start:
            group.append(m)
            continue
        tie = _tie(lex, m, first)
        if not tie or (tie == "," and not listed and not _heads(lex, m, first)):
            break
        listed = True
        group.append(m)
    return [x for m in reversed(group) for x in m.members]


def _begins_to_act(lex: Lexemes, i: int) -> int:
    """Where what helps the verb at `i` begins: "| has also met", "| is set to meet"."""
    while i > 0 and not lex.gap[i] and (lex.keys[i - 1] in _HELPING or lex.keys[i - 1] in ("to", "scheduled")):
        i -= 1
    return i


def _outside_apposition(lex: Lexemes, i: int, before: list[Meant]) -> list[Meant]:
    """Those who stand before an insertion that ends at `i`: "A, who defeated B, met"."""
    if lex.gap[i] != ",":
        return before
    commas = [k for k in range(i - 1, max(0, i - _NEAR), -1) if lex.gap[k] == ","]
    comma = next((k for k in commas if lex.keys[k] in _RELATIVE), commas[0] if commas else 0)  # "A, who sang, now, met"
    outside = [m for m in before if m.end <= lex.ends[comma - 1]] if comma else []
    office = lex.caps[comma] and lex.gap[comma + 1] == "s"  # "A, Peru's president, met"
    if not outside or not (office or lex.keys[comma] in _INSERTED):
        return before
    return _outside_apposition(lex, comma, outside)


def _heads(lex: Lexemes, a: Meant, b: Meant) -> bool:
    """Do two open a sentence, as in headlines: "Dahl, Castell meet"?"""
    return lex.fresh[lex.at(with_title(a)[0])] and lex.at(with_title(b)[0]) == lex.at(a.end)


def _of_another(lex: Lexemes, m: Meant, i: int) -> bool:
    """Is the word at `i` told of somebody else than `m`, who is not known: "A said that we met", "those who met"?"""
    k = i - 1
    while k > 0 and lex.keys[k] in OTHER["helping"]:
        k -= 1
    if lex.starts[k] < m.end:
        return False
    if lex.keys[k] == "who":
        return lex.at(m.end) != k
    if lex.keys[k] in _UNNAMED or _is_unknown_name(lex, m, k):
        return True
    plain = _PEOPLE.isdisjoint((lex.keys[k], lex.keys[k].removesuffix("s")))
    between = lex.keys[lex.at(m.end) : k]
    return not plain and lex.gap[i] != "," and ("and" not in between or "that" in between)


def _is_unknown_name(lex: Lexemes, m: Meant, k: int) -> bool:
    """Does a name of nobody known end at lexeme `k`, after `m`: "A said that Castell | met"?"""
    if not lex.caps[k] or lex.keys[k] in _DAYS:
        return False
    while lex.caps[k - 1] and not lex.gap[k] and lex.starts[k - 1] >= m.end:
        k -= 1
    beside = lex.starts[k - 1] < m.end or lex.gap[k] or lex.keys[k - 1] in OTHER["placing"]
    return not beside and lex.keys[k - 1] not in ("the", "and", "or", "a")


def _at_once(lex: Lexemes, m: Meant, i: int) -> bool:
    """Does hardly anything stand between a country or body and the word at `i`?"""
    owns = lex.gap[lex.at(m.end) : lex.at(m.end) + 1] == ["s"]
    between = lex.keys[lex.at(m.end) : i]
    going = (k == "to" and n > 0 and between[n - 1] in _GOING_TO for n, k in enumerate(between))
    return owns or (len(between) < 4 and all(x or k in _HELPING for x, k in zip(going, between, strict=True)))


def _tie(lex: Lexemes, a: Meant, b: Meant) -> str:
    """What ties two who are named one after the other: "and", a comma, nothing."""
    between = [lex.keys[k] for k in lex.between(a.end, max(a.end, with_title(b)[0]))]
    if between[:3] == ["as", "well", "as"]:
        between[:3] = ["the", "the", "and"]
    if not a.own and leads(lex, lex.at(with_title(b)[0])) == lex.at(a.end):
        return "and"  # "a Peruvian delegation led by B"
    if b.form == "pronoun" and not b.own:
        return ""  # "A left and he …" begins anew
    if len(between) > _TIED or any(k in VERBS or k in _PARTING for k in between):
        return ""
    if (is_body(a) or is_body(b)) and not _BEFORE_BODIES.issuperset(between):
        return ""
    if "and" not in between:
        return "," if lex.gap[lex.at(with_title(a)[1])] == "," else ""
    begins = lex.at(with_title(b)[0])
    after = range(lex.at(a.end) + between.index("and") + 1, begins)
    after = after[:-1] if is_body(b) and between[-1] == "from" else after  # "and his counterparts from Peru"
    other = [k for k in after if not lex.caps[k] and _IN_ROW.isdisjoint((lex.keys[k], lex.keys[k].removesuffix("s")))]
    titled = begins < lex.at(b.start)  # "and longtime adviser B", not "and left B"
    return "and" if not other or (titled and len(other) < 2) else ""


def leads(lex: Lexemes, i: int) -> int:
    """Where it is told that who is named from lexeme `i` on leads others: "a delegation | led by B"; 0 if nobody."""
    return i - 2 if i > 2 and lex.keys[i - 1] == "by" and lex.keys[i - 2] in _LEADING else 0


def owns(lex: Lexemes, m: Meant) -> bool:
    """Is somebody named as the owner of something: "Castell's", "Montes'", "Ann Castell, Jr.'s"?"""
    after = lex.at(m.end)
    after += after < lex.size and lex.keys[after].rstrip(".") in SUFFIXES
    return after < lex.size and owned(lex, after)


# After the word --------------------------------------------------------------------------------------------------


def right(lex: Lexemes, i: int, people: Sequence[Meant], links: Collection[str], direct: bool) -> list[Member]:
    """Those named after a word: after one of the `links` ("with"), or where it is `direct`, at once."""
    after = [m for m in people if m.start >= lex.ends[i] and not m.own]
    while after and is_body(after[0]) and not _linked(lex, i, after[0], links):
        after.pop(0)
    if not after:
        return []
    first = after[0]
    if not _leads_to(lex, i, first, links, direct) or _belongs_away(lex, first):
        return []
    group = [first]
    sure = 1  # "A, B and C": up to whom "and" ties
    for m in after[1:]:
        last = group[-1]
        if m.start < last.end:
            group.append(m)
            sure = len(group) if sure == len(group) - 1 else sure
            continue
        tie = _tie(lex, last, m)
        if not tie or _belongs_away(lex, m):
            break
        group.append(m)
        sure = len(group) if tie == "and" else sure
    end = lex.at(group[-1].end)
    if lex.keys[end : end + 2] in (["and", "others"], ["and", "other"]):
        sure = len(group)
    if len(group) == 1 and "between" in lex.keys[i + 1 : lex.at(first.start)]:
        group += [m for m in after[1:] if _resumes(lex, i, m)][:1]  # "between A, who sang, and B"
        sure = len(group)
    return [x for m in group[:sure] for x in m.members]


def _resumes(lex: Lexemes, i: int, m: Meant) -> bool:
    """Does somebody follow ", and", after an insertion?"""
    k = _begins(lex, i, m, ()) - 1
    return lex.keys[k] == "and" and lex.gap[k] == ","


def at_once(lex: Lexemes, i: int, people: Sequence[Meant]) -> bool:
    """Is somebody named, with or without a role, directly after the word at `i`?"""
    first = next((m for m in people if m.start >= lex.ends[i]), None)
    if first is None:
        return False
    begins = _begins(lex, i, first, ())
    others = [k for k in range(i + 1, begins) if not (lex.caps[k] or lex.keys[k] in _IN_ROW or lex.keys[k] in _BEFORE)]
    titled = first.name is not None and lex.at(first.start) > begins and lex.caps[i + 1]
    return not others or (titled and others == [begins - 1])  # "Peruvian rebel | leader Ada Dahl"


def _linked(lex: Lexemes, i: int, m: Meant, links: Collection[str]) -> bool:
    """Does a country or body follow a link at once: "talks with the Peruvian delegation"?"""
    k = _begins(lex, i, m, links) - 1
    named_for = m.name is not None and m.end > m.name.end  # "met Peruvian officials"
    acts = lex.keys[i] in VERBS and (named_for or not _ACTING.isdisjoint(lex.keys[k : lex.at(m.start)]))
    return (lex.keys[k] in links or (k == i and (acts or not links))) and k >= i and not lex.gap[k + 1]


def _begins(lex: Lexemes, i: int, m: Meant, links: Collection[str]) -> int:
    """The lexeme, after `i`, at which the words for somebody begin: a role, "the leaders of" a country."""
    if not is_body(m):
        k = lex.at(with_title(m)[0])
        if led := leads(lex, k):
            k = next((n for n in range(led - 1, max(i, led - _LED), -1) if lex.keys[n] in _TEAMS), led)
            while k - 1 > i and lex.keys[k - 1] in _BEFORE_LEADERS:
                k -= 1
        return k
    k = lex.at(m.start)
    while k - 1 > i and lex.keys[k - 1] not in links and lex.keys[k - 1] in _BEFORE_BODIES and not lex.gap[k]:
        k -= 1
    return k


def _leads_to(lex: Lexemes, i: int, m: Meant, links: Collection[str], direct: bool) -> bool:
    """Do the words after a word of contact lead to somebody: a link, or for a verb hardly anything?"""
    begins = _begins(lex, i, m, links)
    between = lex.keys[i + 1 : begins]
    comma = next((k for k in range(i + 1, begins) if lex.gap[k] == ","), begins)
    link = next((n for n, k in enumerate(lex.keys[i + 1 : comma]) if k in LINKS or k in links), None)
    beside = link == 2 and between[0] == "and"  # "met and prayed with B"
    if link and between[link] == "between" and between[link - 1].endswith("ed"):
        return False  # "talks on the waters disputed between B and C"
    if link and not OTHER["bonds"].isdisjoint(between[link - 1 if lex.keys[i] in VERBS else 0 : link]):
        return False  # "discussed ties with B", "talks on the war with B"
    if link and between[link - 1].endswith("ing") and between[link - 1] not in _PARTS_OF_DAYS:
        return False  # "discussed the use of dealing with B"
    if link is not None and not beside and not _PART_AWAY.isdisjoint(between[:link]):
        return False
    if link is not None and between[link] in links and is_title(lex, i + link + 2, begins):
        return link < _NEAR
    if link is not None and between[link] == "of" and "of" not in links:
        return False
    if len(between) > _NEAR or any(k in VERBS or k in OTHER["away"] for k in between):
        return False
    after = between if link is None else between[link + 1 :]
    if link is None and (not direct or not LINKS.isdisjoint(after)):
        return False
    if is_body(m) and after[-1:] == ["of"] and not _ACTING.isdisjoint(after[-2:]):
        after = after[:-2]  # "of the ministers of Peru and Chile"
    if any(k.endswith("ing") and k not in MODIFIERS and k != "including" for k in after):
        return False  # "discussed with friends recording B"
    if link is not None and lex.gap[begins] == "," and HEADS.isdisjoint(k.removesuffix("s") for k in after):
        return False  # "on a call with donors, B said"
    if link is not None and between[link] == "to" and after and not lex.caps[i + link + 2] and after[0] not in _IN_ROW:
        return False  # "meetings to free B"
    return (link is None or between[link] in links) and len(after) < _TITLED and OTHER["apart"].isdisjoint(after)


def _kin(lex: Lexemes, m: Meant) -> bool:
    """Is somebody named only as kin: "the mother of Castell"?"""
    i = lex.at(with_title(m)[0])
    return i > 1 and lex.keys[i - 1] == "of" and lex.keys[i - 2] in OTHER["kin"]


def _belongs_away(lex: Lexemes, m: Meant) -> bool:
    """Do words only tell whose or what something is: "the Castell case", "Castell aides", "the minister's lawyer"?"""
    return attributive(lex, m) or owns(lex, m)
