"""Who reports what in one sentence: the grammar of cue, subject and content.

A `Report` is one act of speech as the sentence tells it. Several may stand in one sentence; what one of them says may
hold another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.annotation import speech_content as content
from index.annotation import speech_phrases as phrases
from index.annotation.speech_lexicon import FORMS, NOUNS, Verb
from index.annotation.speech_phrases import Phrase
from index.annotation.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Report:
    """One act of speech; pairs of token numbers, the last one included.

    `before` and `after` are what was said before and after the cue. `rule` names the construction.
    """

    rule: str
    cue: Phrase
    subject: Phrase | None
    addressee: Phrase | None = None
    before: Phrase | None = None
    after: Phrase | None = None
    what: str = ""


_FINITE = re.compile(r"[ZXbVB]")
_CUE = re.compile(r"[VBG]")
_AUXILIARY = frozenset("XbA")


def reports(tokens: Tokens, headline: bool = False) -> list[Report]:
    """The acts of speech of a sentence, in order of their cues, each with what was said."""
    found = list(_by_label(tokens, headline))
    if not found:
        found = sorted([*_by_verbs(tokens), *_by_according(tokens), *_by_nouns(tokens)], key=lambda r: r.cue)
    return _bounded(tokens, _with_subjects(tokens, found))


# Verbs --------------------------------------------------------------------------------------------------------------


def _by_verbs(tokens: Tokens) -> Iterator[Report]:
    for match in _CUE.finditer(tokens.tags):
        place = match.start()
        verb = FORMS.get(tokens.words[place])
        if verb is None:
            continue
        report = _participle(tokens, verb, place) if match.group() == "G" else _finite(tokens, verb, place)
        if report is not None:
            yield report


def _finite(tokens: Tokens, verb: Verb, place: int) -> Report | None:
    tags = tokens.tags
    first = _with_auxiliaries(tags, place)
    if tags[place] == "B" and first and tags[first - 1] == "t":
        return _infinitive(tokens, verb, place, first)
    if _is_passive(tokens, place, first):
        return _passive(tokens, verb, place, first)
    inverted = _inverted(tokens, verb, place)
    if inverted is not None:
        return inverted
    subject, said_before = _subject(tokens, first)
    if subject is None:
        return None
    follows = content.after(tokens, verb, place)
    left = content.trimmed(tags, 0, subject[0] - 1) if said_before else None
    if left is not None and _ends_in_quotation(tags, left):
        return _after_quotation(tokens, place, first, subject, left, follows)
    if follows is None:
        return None
    if follows.what != "nothing":
        left = None
    parenthetical = follows.what == "nothing" and _is_parenthesis(tokens, subject, follows.start - 1)
    rest = content.trimmed(tags, follows.start, len(tags) - 1) if follows.what != "nothing" or parenthetical else None
    if rest is None and follows.what != "nothing":
        return None
    if parenthetical and left is not None and not _has_subject(tags, left):
        left = None
    return Report("subject and verb", (first, follows.last), subject, follows.addressee, left, rest, follows.what)


def _has_subject(tags: str, part: Phrase) -> bool:
    """Is the part before a parenthesis more than a circumstance ("Over the years, she said, …")?"""
    return tags[part[0]] not in "pACSG"


def _is_parenthesis(tokens: Tokens, subject: Phrase, behind: int) -> bool:
    """ "The talks, he said, were useful", "As he said, …": a comma behind the cue, and one or "as" before the subject."""
    tags = tokens.tags
    if behind >= len(tags) or tags[behind] != ",":
        return False
    return subject[0] > 0 and (tags[subject[0] - 1] == "," or tokens.words[subject[0] - 1] == "as")


def _ends_in_quotation(tags: str, part: Phrase) -> bool:
    return tags[part[1]] == "Q"


def _after_quotation(
    tokens: Tokens, place: int, first: int, subject: Phrase, left: Phrase, follows: content.After | None
) -> Report:
    """ "…," he said of the talks, "…": what follows the cue is no speech unless it is quoted again."""
    rest = None
    if follows is not None and follows.what == "quote":
        rest = content.trimmed(tokens.tags, follows.start, len(tokens.tags) - 1)
    last, addressee = (follows.last, follows.addressee) if follows is not None else (place, None)
    return Report("subject and verb", (first, last), subject, addressee, left, rest, "quote")


def _with_auxiliaries(tags: str, place: int) -> int:
    """The first token of the verb group that ends at `place`."""
    while place and tags[place - 1] in _AUXILIARY:
        place -= 1
    return place


def _is_passive(tokens: Tokens, place: int, first: int) -> bool:
    """Is the verb a participle after "be" ("was told"), or one that stands after its noun ("remarks reported by")?"""
    tags = tokens.tags
    if tags[place] == "V" and tokens.words[place].endswith(("ed", "id", "ld", "en", "ght")) and "b" in tags[first:place]:
        return True
    return tags[place] == "V" and first == place and place + 1 < len(tags) and tags[place + 1] == "y"


def _passive(tokens: Tokens, verb: Verb, place: int, first: int) -> Report | None:
    """ "was called a mistake by the minister": what follows "by" speaks."""
    tags = tokens.tags
    agent = tags.find("y", place + 1)
    if agent < 0 or agent - place > 8 or "," in tags[place:agent]:
        return None
    subject = phrases.at(tags, agent + 1, "o")
    patient = phrases.before(tags, first)
    if subject is None or patient is None or not verb.frames & {"say", "claim", "name"}:
        return None
    after = content.trimmed(tags, place + 1, agent - 1)
    return Report("passive with agent", (first, place), subject, None, None if after else patient, after, "name")


def _infinitive(tokens: Tokens, verb: Verb, place: int, first: int) -> Report | None:
    """ "went on to say that": the subject is that of the verb before "to"."""
    if first < 2 or tokens.words[first - 2] not in ("on", "continued", "went", "began", "continues", "goes"):
        return None
    follows = content.after(tokens, verb, place)
    subject = phrases.first_subject(tokens.tags, 0, first - 1)
    if follows is None or subject is None or follows.what == "nothing":
        return None
    rest = content.trimmed(tokens.tags, follows.start, len(tokens.tags) - 1)
    return Report("infinitive", (first - 2, follows.last), subject, follows.addressee, None, rest, follows.what)


def _inverted(tokens: Tokens, verb: Verb, place: int) -> Report | None:
    """ "…," said the minister: the subject stands after the verb, what was said before it."""
    tags = tokens.tags
    if place == 0 or tags[place - 1] not in "Q,-" or place + 1 >= len(tags) or tags[place + 1] not in "NDdwEP0":
        return None
    if verb.frames.isdisjoint({"say", "claim", "think"}) or verb.lemma == "tell":
        return None
    subject = phrases.at(tags, place + 1)
    if subject is None:
        return None
    subject = phrases.with_apposition(tags, phrases.with_fellows(tags, subject))
    behind = tags[subject[1] + 1 : subject[1] + 2]
    if tags[place - 1] == "," and (behind not in ("", ".", ",", ":", ";", "-", "p", "M", "A", "G", "S") or place < 3):
        return None
    if behind in ("Z", "V", "b", "X", "t", "T") and behind:
        return None
    left = content.trimmed(tags, 0, place - 1)
    start = content.skip_circumstances(tokens, subject[1] + 1)
    rest = None
    if start + 1 < len(tags) and tags[start] in ",:" and tags[start + 1] == "Q" or start < len(tags) and tags[start] == "Q":
        rest = content.trimmed(tags, start, len(tags) - 1)
    return Report("verb and subject", (place, place), subject, None, left, rest, "quote" if left and "Q" in tags[left[0] : left[1] + 1] else "nothing")


def _participle(tokens: Tokens, verb: Verb, place: int) -> Report | None:
    """ "…, adding that": the subject is that of the clause before, or stands right before ("with officials saying")."""
    tags = tokens.tags
    first = _with_auxiliaries(tags, place)
    follows = content.after(tokens, verb, place)
    if follows is None:
        return None
    rest = content.trimmed(tags, follows.start, len(tags) - 1) if follows.what != "nothing" else None
    if "b" in tags[first:place]:
        subject, _ = _subject(tokens, first)
        return Report("subject and verb", (first, follows.last), subject, follows.addressee, None, rest, follows.what) if subject and rest else None
    if rest is None:
        return None
    if place and tags[place - 1] in "opyt" or first and tags[first - 1] in "Dd'":
        return None
    own = phrases.before(tags, first) if first and tags[first - 1] in "NwP" else None
    if own is not None and not _is_own(tokens, own):
        own = None
    rule = "own subject and participle" if own else "participle"
    return Report(rule, (place, follows.last), own, follows.addressee, None, rest, follows.what)


def _is_own(tokens: Tokens, phrase: Phrase) -> bool:
    """Does the phrase right before a participle speak: "with officials saying", "footage of Erdogan asking"?"""
    if phrase[0] == 0:
        return True
    return tokens.tags[phrase[0] - 1] == "," or tokens.words[phrase[0] - 1] == "with" or tokens.tags[phrase[0]] == "N"


# Subjects -----------------------------------------------------------------------------------------------------------


def _subject(tokens: Tokens, verb: int) -> tuple[Phrase | None, bool]:
    """The subject of the verb group that begins at `verb`; and whether what was said may stand before it."""
    tags = tokens.tags
    end = verb
    if end == 0:
        return None, False
    last = tags[end - 1]
    if last in ",)-":
        found = phrases.before_apposition(tags, end - 1)
        if found is None:
            return None, False
        phrase, belongs = found
        return ((phrase[0], end - 1) if belongs else phrase), _may_follow_speech(tags, phrase[0])
    if last == "C":
        return phrases.last_subject(tags, end - 1), False
    if last == "R":
        return (end - 1, end - 1), False
    phrase = phrases.before(tags, end)
    return phrase, phrase is not None and _may_follow_speech(tags, phrase[0])


def _may_follow_speech(tags: str, start: int) -> bool:
    """Does a comma or a quotation stand before the subject: "…," he said?"""
    return start > 0 and tags[start - 1] in ",Q-"


def _with_subjects(tokens: Tokens, found: list[Report]) -> list[Report]:
    """The reports, those by a participle with the subject of their neighbour or of the clause."""
    complete: list[Report] = []
    for number, report in enumerate(found):
        if report.subject is None and report.rule == "participle":
            subject = _neighbour(complete, found[number + 1 :], report) or phrases.first_subject(
                tokens.tags, 0, report.cue[0]
            )
            if subject is None:
                continue
            report = replace(report, subject=subject)
        elif complete and _shares_subject(tokens, complete[-1], report):
            report = replace(report, subject=complete[-1].subject)
        complete.append(report)
    return complete


def _shares_subject(tokens: Tokens, earlier: Report, report: Report) -> bool:
    """ "He says he respects her and calls her …": does "and" join two verbs of the same tense?"""
    if report.rule != "subject and verb" or earlier.rule != "subject and verb" or earlier.after is None:
        return False
    first = report.cue[0]
    if first == 0 or tokens.tags[first - 1] != "C" or not earlier.after[0] < first <= earlier.after[1]:
        return False
    return tokens.words[earlier.cue[0]].endswith("s") == tokens.words[first].endswith("s")


def _neighbour(earlier: list[Report], later: list[Report], report: Report) -> Phrase | None:
    """The subject of the report before; at the start of a sentence, of the one after."""
    if earlier:
        return earlier[-1].subject
    if report.cue[0] == 0 and later:
        return later[0].subject
    return None


# Other cues ---------------------------------------------------------------------------------------------------------


def _by_according(tokens: Tokens) -> Iterator[Report]:
    """ "according to the ministry", "in the words of the minister": what is said is the rest of the sentence."""
    tags, words = tokens.tags, tokens.words
    for place, word in enumerate(words):
        if word != "according" or place + 2 >= len(words) or words[place + 1] != "to":
            continue
        subject = phrases.at(tags, place + 2)
        if subject is None:
            continue
        subject = _with_participle(tags, phrases.with_fellows(tags, subject))
        if place <= 1:
            after = content.trimmed(tags, subject[1] + 1, len(tags) - 1)
            yield Report("according to", (place, place + 1), subject, None, None, after, "that")
        else:
            left = content.trimmed(tags, 0, place - 1)
            rest = None
            if left is not None and not _FINITE.search(tags, left[0], left[1] + 1):
                rest = content.trimmed(tags, subject[1] + 1, len(tags) - 1)
                left = left if _has_subject(tags, left) else None
            else:
                subject = phrases.with_apposition(tags, subject)
            yield Report("according to", (place, place + 1), subject, None, left, rest, "that")


def _with_participle(tags: str, phrase: Phrase) -> Phrase:
    """ "a statement released by the ministry": with the participle and what it needs."""
    start, last = phrase
    if last + 3 < len(tags) and tags[last + 1] in "EZV" and tags[last + 2] in "yp":
        more = phrases.at(tags, last + 3)
        if more is not None:
            return start, more[1]
        if tags[last + 3] == "M":
            return start, last + 3
    return phrase


def _by_nouns(tokens: Tokens) -> Iterator[Report]:
    """ "Ankara's claim that", "his call for": a possessive and a noun that reports."""
    tags, words = tokens.tags, tokens.words
    for place in range(1, len(words) - 1):
        if words[place + 1] not in NOUNS or words[place] not in NOUNS[words[place + 1]]:
            continue
        subject = _possessor(tokens, place)
        if subject is None or tags[place] in "VG":
            continue
        after = content.trimmed(tags, place + (1 if words[place + 1] == "that" else 2), len(tags) - 1)
        if after is not None:
            yield Report("noun", (place, place + 1), subject, None, None, after, "noun")


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


def _by_label(tokens: Tokens, headline: bool) -> Iterator[Report]:
    """ "Erdogan: “…”": a name before a colon at the start of a sentence."""
    colon = tokens.tags.find(":")
    if 0 < colon <= 6 and colon + 1 < len(tokens.tags):
        subject = phrases.at(tokens.tags, 0)
        if subject == (0, colon - 1) and (headline or tokens.tags[colon + 1] == "Q"):
            after = content.trimmed(tokens.tags, colon + 1, len(tokens.tags) - 1)
            yield Report("label", (colon, colon), subject, None, None, after, "quote")


# Bounds -------------------------------------------------------------------------------------------------------------


def _bounded(tokens: Tokens, found: list[Report]) -> list[Report]:
    """The reports, what each says ending where the next act of the same speaker begins, and none inside another."""
    kept: list[Report] = []
    floor = 0  # what one report says does not begin before the end of the one before
    for number, report in enumerate(found):
        report = _cut_before(tokens.tags, _cut_after(tokens.tags, report, found[number + 1 :]), floor)
        kept.append(report)
        floor = max(floor, report.cue[1] + 1, report.after[1] + 1 if report.after else 0)
    return [r for r in kept if not any(_inside(r, other) for other in kept if other is not r)]


def _cut_after(tags: str, report: Report, later: list[Report]) -> Report:
    if report.after is None:
        return report
    start, last = report.after
    for other in later:
        begin = _begin(tags, other)
        if start < begin <= last and _new_act(tags, report, other, begin):
            last = begin - 1
            break
    last = _clause_end(tags, start, last, _is_subordinate(tags, report))
    return replace(report, after=content.trimmed(tags, start, last))


_MAIN_CLAUSE = re.compile(r",(?:[PO]|[Dd]?[wN0']*[wN])A?[ZXVbB]")


def _clause_end(tags: str, start: int, last: int, subordinate: bool) -> int:
    """Where what is said ends at the latest: at a semicolon, or where the clause that it depends on begins."""
    semicolon = tags.find(";", start, last + 1)
    if semicolon > 0:
        last = semicolon
    main = _MAIN_CLAUSE.search(tags, start, last + 1) if subordinate else None
    return main.start() if main else last


def _begin(tags: str, report: Report) -> int:
    """The first token of a report: its subject, if it stands before the cue, or the cue."""
    own_subject = report.subject is not None and report.subject[0] < report.cue[0] and report.rule == "subject and verb"
    begin = report.cue[0]
    if own_subject and report.subject is not None and tags[report.cue[0] - 1] not in "C,":
        begin = report.subject[0]
    return begin


def _new_act(tags: str, report: Report, other: Report, begin: int) -> bool:
    """Does `other` go on after what `report` says, rather than being part of it?"""
    if _is_subordinate(tags, report) and tags[begin - 1] == ",":
        return True
    if other.rule == "participle":
        return tags[begin - 1] in ",-Q"
    if other.rule in ("according to", "verb and subject"):
        return tags[begin - 1] in ",-"
    if other.subject == report.subject:
        return tags[begin - 1] == "C"
    if tags[begin - 1] == ",":
        return other.what == "nothing"
    return tags[begin - 1] == "C" and tags[begin - 2] == "," and other.rule == "subject and verb"


def _is_subordinate(tags: str, report: Report) -> bool:
    """Does the clause of the report depend on one that follows: "While he said …, she …"?"""
    return report.subject is not None and report.subject[0] > 0 and tags[report.subject[0] - 1] == "S"


def _cut_before(tags: str, report: Report, floor: int) -> Report:
    if report.before is None:
        return report
    start, last = report.before
    start = max(start, floor)
    return replace(report, before=content.trimmed(tags, start, last) if start <= last else None)


def _inside(report: Report, other: Report) -> bool:
    """Is the cue of `report` part of what `other` says?"""
    return any(part and part[0] <= report.cue[0] <= part[1] for part in (other.before, other.after))
