"""Acts of speech that a verb tells of: subject and verb, verb and subject, passive, participle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.annotation import speech_content as content
from index.annotation import speech_phrases as phrases
from index.annotation.speech_lexicon import FORMS, Verb
from index.annotation.speech_phrases import Phrase
from index.annotation.speech_report import Report
from index.annotation.tokens import Tokens

_CUE = re.compile(r"[VBG]")
_AUXILIARY = frozenset("XbA")


def by_verbs(tokens: Tokens) -> Iterator[Report]:
    """The acts of speech that the verbs of a sentence tell of; participles may lack their subject."""
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
    cue = (_cue_start(tags, first, place), follows.last)
    return Report("subject and verb", cue, subject, follows.addressee, left, rest, follows.what)


def _has_subject(tags: str, part: Phrase) -> bool:
    """Is the part before a parenthesis more than a circumstance ("Over the years, she said, …")?"""
    return tags[part[0]] not in "pACSG"


def _is_parenthesis(tokens: Tokens, subject: Phrase, behind: int) -> bool:
    """ "The talks, he said, were useful", "As he said, …": a comma behind the cue, and one or "as" before the subject."""
    tags = tokens.tags
    if behind + 1 >= len(tags) or tags[behind] != "," or tags[behind + 1] == "G":
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
    cue = (_cue_start(tokens.tags, first, place), last)
    return Report("subject and verb", cue, subject, addressee, left, rest, "quote")


def _cue_start(tags: str, first: int, place: int) -> int:
    """The first token of a verb group that is no adverb."""
    while first < place and tags[first] == "A":
        first += 1
    return first


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
    behind = content.skip_circumstances(tokens, subject[1] + 1)
    if behind < len(tags) and tags[behind] == "T":  # "It was reported by the agency that …"
        return Report(
            "passive with agent", (first, place), subject, None, None, content.trimmed(tags, behind, len(tags) - 1), "that"
        )
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
    if (place and tags[place - 1] not in "Q,-") or place + 1 >= len(tags) or tags[place + 1] not in "NDdwEP0":
        return None
    if verb.frames.isdisjoint({"say", "claim", "think"}) or verb.lemma in ("tell", "put"):
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
    if place == 0 and behind not in (":", ","):
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
    if place and (tags[place - 1] in "opt" and place > 1) or (first and tags[first - 1] in "Dd'"):
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
    if phrase is not None and tokens.words[phrase[0]] in ("a", "an"):  # "a move Turkey called": the name alone
        phrase = phrases.names_of(tags, phrase)
    return phrase, phrase is not None and _may_follow_speech(tags, phrase[0])


def _may_follow_speech(tags: str, start: int) -> bool:
    """Does a comma or a quotation stand before the subject: "…," he said?"""
    return start > 0 and tags[start - 1] in ",Q-"
