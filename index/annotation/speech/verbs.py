"""Acts of speech that a verb tells of: subject and verb, verb and subject, passive, participle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.annotation.speech import circumstances, content, phrases
from index.annotation.speech.lexicon import FORMS, Verb
from index.annotation.speech.phrases import Phrase
from index.annotation.speech.report import Report
from index.annotation.speech.subjects import group_start, subject_of
from index.annotation.speech.tokens import Tokens

_CUE = re.compile(r"[VBG]")
_PARTICIPLE_ENDINGS = ("ed", "id", "ld", "en", "ght", "ood", "wn", "und")
_TOLD_ENDINGS = ("ed", "told")
_IS_OR_HAS = ("'s", "’s")
_PERSONS = frozenset("he she they who".split())
_INQUIRING = frozenset("demanded demands demand wanted wants want asked asks ask".split())  # "… to know whether"
_REPUTED = frozenset("said reported believed understood thought known alleged rumoured rumored".split())
_WHENEVER = frozenset("when if once while".split())
_GOING_ON = frozenset("on continued went began continues goes quick likely as".split()) | {
    *("twitter", "facebook", "x", "telegram", "instagram")  # "took to X to say"
}
_GOES_ON = (["continued"], ["continues"], ["began"], ["begins"], ["responded"])
_ACCUSING = frozenset("accuse blame praise criticize criticise".split())
_QUOTED = frozenset("quoted cited quotes cites quoting citing".split())
_BEFORE_PATIENT = frozenset(",;:-(SCTQR.AVBGZ")
_AGENT_WITHIN = 8  # tokens after a passive verb
_INVERTED = frozenset("say add write report explain note warn recall insist".split())  # without quotation marks, too
_BEHIND_COMMA_INVERTED = frozenset(".,:;-pMAGS")  # what may stand behind "…, said the minister"
_BEHIND_SUBJECT_ONLY = frozenset("ZVbXtT")  # shows that the phrase after the verb is the subject of another one


def by_verbs(tokens: Tokens) -> Iterator[Report]:
    """The acts of speech that the verbs of a sentence tell of; participles may lack their subject."""
    for match in _CUE.finditer(tokens.tags):
        place = match.start()
        verb = FORMS.get(tokens.words[place])
        if verb is not None:
            report = _participle(tokens, verb, place) if match.group() == "G" else _finite(tokens, verb, place)
            if report is not None:
                yield report


def naming(tokens: Tokens, quotation: int) -> Report | None:
    """Who is told to name something so, whoever else tells of it: "what Berg called a “farce”"."""
    place = quotation - 1
    while place > 0 and tokens.tags[place] in "DS" and quotation - place <= 2:
        place -= 1
    verb = FORMS.get(tokens.words[place])
    if place < 2 or verb is None or tokens.tags[place] not in "VB" or "name" not in verb.frames:
        return None
    first = group_start(tokens, place)
    subject = subject_of(tokens, first)
    if subject is None or subject[0] == 0 or tokens.words[subject[0] - 1] != "what":
        return None
    if tokens.tags[subject[0]] == "P":  # "Berg left what he called a “farce”" is Berg's
        return None
    return Report("subject and verb", (first, place), subject, None, None, (quotation, quotation), "quote")


def _finite(tokens: Tokens, verb: Verb, place: int) -> Report | None:
    first = group_start(tokens, place)
    if "tell" in verb.frames and tokens.tags[place] == "V" and (asked := _asked(tokens, verb, place, first)):
        return asked
    if tokens.tag(first - 1) == "t" and (tokens.tags[place] == "B" or tokens.words[first] == "have"):
        return _infinitive(tokens, verb, place, first)
    if _is_passive(tokens, place, first):
        return _passive(tokens, verb, place, first)
    return _inverted(tokens, verb, place) or _after_subject(tokens, verb, place, first)


def _after_subject(tokens: Tokens, verb: Verb, place: int, first: int) -> Report | None:
    """ "The minister said that …", "…," he said, "The talks, he said, were useful"."""
    tags = tokens.tags
    subject = subject_of(tokens, first)
    if subject is None:
        return None
    if tokens.words[subject[0] - 1] == "as" and tokens.words[subject[0]] in ("we", "you"):  # "as we have reported"
        return None
    if first == place and (_is_called(tokens, verb, subject) or _is_accused(tokens, verb, subject, place)):
        return None
    left = _left(tokens, subject[0] - 1) if tags[subject[0]] != "R" else None
    if verb.lemma in content.QUOTING and content.quotes_somebody(tokens, place):  # "…," it quoted Berg as saying
        spoke = phrases.at(tags, place + 1) if tokens.tag(place + 1) != "O" else (place + 1, place + 1)
        quoted = left is not None and tags[left[1]] == "Q"
        return Report("subject and verb", (place, place), spoke, None, left, None, "quote") if quoted else None
    follows = content.after(tokens, verb, place)
    cue = (_without_adverbs(tags, first, place), follows.last if follows else place)
    addressee = follows.addressee if follows else None
    if left is not None and tags[left[0]] == "G" and follows and follows.what in ("that", "clause"):
        left = None  # "Calling it “a farce,” Berg said that she would go"
    if left is not None and tags[left[1]] == "Q":  # what follows the cue is no speech unless it is quoted again
        rest = content.rest(tags, follows.start) if follows and follows.what == "quote" else None
        return Report("subject and verb", cue, subject, addressee, left, rest, "quote")
    if follows is None and "think" in verb.frames and left and _is_parenthesis(tokens, subject, place + 1):
        rest = content.rest(tags, place + 1)
        left = left if content.is_said(tokens, left) else None
        return Report("subject and verb", cue, subject, None, left, rest, "nothing") if rest else None
    if follows is None:
        closes = "think" in verb.frames and left is not None and content.is_clause(tags, left)
        ends = closes and tokens.tag(place + 1) in ".$"  # "The river will rise, surveys show."
        return Report("subject and verb", cue, subject, None, left, None, "nothing") if ends else None
    if follows.what != "nothing":
        rest = content.rest(tags, follows.start)
        if follows.what == "quote" and left and _is_parenthesis(tokens, subject, follows.start - 1):
            said = not content.is_circumstance(tags, left) and "Q" not in tags[left[0] : left[1]]
            return Report("subject and verb", cue, subject, addressee, left if said else None, rest, "quote")
        if rest is None and tags[-1] == ":":  # what is said follows in the next paragraph
            return Report("subject and verb", cue, subject, addressee, None, None, "nothing")
        return Report("subject and verb", cue, subject, addressee, None, rest, follows.what) if rest else None
    if _is_parenthesis(tokens, subject, follows.start - 1):
        rest = content.rest(tags, follows.start)
        left = left if left and content.is_said(tokens, left) else None
        return Report("subject and verb", cue, subject, addressee, left, rest, "nothing")
    if left is not None and tokens.tag(place + 1) not in ".$;" and content.is_circumstance(tags, left):
        left = None  # "On Monday, Oslo responded in kind"
    return Report("subject and verb", cue, subject, addressee, left, None, "nothing")


def _left(tokens: Tokens, last: int) -> Phrase | None:
    """What was said before the subject that follows token `last`: after a comma or quotation, also before "as"."""
    if last > 0 and tokens.words[last] == "as":
        last -= 1
    return content.trimmed(tokens.tags, 0, last) if tokens.tag(last) in ",Q-" else None


def _is_called(tokens: Tokens, verb: Verb, subject: Phrase) -> bool:
    """Is the verb a participle that names what stands before it: "in a box labelled “papers”"?"""
    if "say" in verb.frames or tokens.words[subject[0]] not in ("a", "an", "another"):
        return False
    return tokens.tag(subject[0] - 1) in "poytZVBGb" and tokens.words[subject[1] + 1].endswith("ed")


def _is_accused(tokens: Tokens, verb: Verb, subject: Phrase, place: int) -> bool:
    """Is the verb a participle that tells of what somebody is accused: "The man accused of …", "Berg blamed for …"?"""
    if verb.lemma not in _ACCUSING or not tokens.words[place].endswith("ed"):
        return False
    gap = tokens.tag(subject[0] - 1) == "R" or tokens.tags[subject[0]] == "P"  # "whom Berg accused of"
    return tokens.words[place + 1 : place + 2] in (["of"], ["for"], ["on"]) and not gap


def _is_parenthesis(tokens: Tokens, subject: Phrase, behind: int) -> bool:
    """ "The talks, he said, were useful", "As he said, …": are there commas around, or "as" before the subject?"""
    if tokens.tag(behind) != "," or tokens.tag(behind + 1) in "G$":
        return False
    return tokens.tag(subject[0] - 1) == "," or _is_as_said(tokens, subject)


def _is_as_said(tokens: Tokens, subject: Phrase) -> bool:
    """ "As Berg said, …", but not "As Berg continued, …"?"""
    as_said = subject[0] > 0 and tokens.words[subject[0] - 1] == "as"
    return as_said and tokens.words[subject[1] + 1 : subject[1] + 2] not in _GOES_ON


def _without_adverbs(tags: str, first: int, place: int) -> int:
    """The first token of a verb group that is no adverb."""
    while first < place and tags[first] == "A":
        first += 1
    return first


def _infinitive(tokens: Tokens, verb: Verb, place: int, first: int) -> Report | None:
    """ "went on to say that": the subject is that of the verb before "to"."""
    verbs = _INQUIRING if verb.lemma == "know" else _GOING_ON if tokens.tags[place] == "B" else _REPUTED
    if first < 2 or tokens.words[first - 2] not in verbs:
        return None
    follows = content.after(tokens, verb, place)
    before = first - 2 - (tokens.words[first - 2] == "on")
    own = subject_of(tokens, group_start(tokens, before)) if tokens.words[before] not in ("as", "going") else None
    subject = own or phrases.main_subject(tokens.tags, first - 1)
    if follows is None or subject is None or follows.what == "nothing":
        return None
    rest = content.rest(tokens.tags, follows.start)
    return Report("infinitive", (first - 2, follows.last), subject, follows.addressee, None, rest, follows.what)


# Passive ------------------------------------------------------------------------------------------------------------


def _is_passive(tokens: Tokens, place: int, first: int) -> bool:
    """Is the verb a participle after "be" ("was told"), or one that stands after its noun ("remarks reported by")?"""
    if tokens.tags[place] != "V":
        return False
    after_be = "b" in tokens.tags[first:place] and tokens.words[place].endswith(_PARTICIPLE_ENDINGS)
    if after_be and tokens.words[first] in _IS_OR_HAS:  # "he’s said that", but "he’s said to"
        return tokens.words[first - 1] not in _PERSONS or tokens.tag(place + 1) not in "TP:Q"
    return after_be or (first == place and tokens.tag(place + 1) == "y")


def _passive(tokens: Tokens, verb: Verb, place: int, first: int) -> Report | None:
    """ "was called a mistake by the minister": what follows "by" speaks."""
    tags = tokens.tags
    agent = tags.find("y", place + 1)
    if verb.lemma in content.QUOTING and content.quotes_somebody(tokens, place) and tokens.words[place + 1] == "as":
        return None  # "was quoted as saying by the agency"
    if agent < 0 or agent - place > _AGENT_WITHIN or "," in tags[place:agent]:
        return None
    subject, patient = phrases.at(tags, agent + 1, "o"), phrases.before(tags, first)
    if patient and patient[0] and tags[patient[0] - 1] not in _BEFORE_PATIENT:  # "a plan to free Berg was revealed by"
        return None
    if subject is None or patient is None or verb.frames.isdisjoint({"say", "claim", "name"}):
        return None
    if "t" in tags[patient[0] : patient[1]]:
        return None
    behind = subject[1] + 1
    if tokens.words[behind : behind + 2] == ["as", "saying"]:  # "was quoted by the agency as saying"
        return _after_subject(tokens, FORMS["saying"], behind + 1, first)
    behind = circumstances.after(tokens, behind)
    cue = (first, place)
    if tokens.tag(behind) == "T":  # "It was reported by the agency that …"
        return Report("passive with agent", cue, subject, None, None, content.rest(tags, behind), "that")
    between = content.trimmed(tags, place + 1, agent - 1)
    return Report("passive with agent", cue, subject, None, None if between else patient, between, "name")


def _asked(tokens: Tokens, verb: Verb, place: int, first: int) -> Report | None:
    """ "Asked by a reporter whether …, Berg …", "was told that …": whoever asks or tells often remains unnamed."""
    tags, start = tokens.tags, place + 1
    if not tokens.words[place].endswith(_TOLD_ENDINGS):
        return None
    told: Phrase | None = None
    if "b" in tags[first:place]:
        told = subject_of(tokens, first)
        if told is None or tags[told[0]] == "R":
            return None
    elif first == place and tokens.tag(place - 1) == ",":
        told = phrases.before(tags, place - 1)
        if told is None or told[0] > 0:
            return None
    elif first != place or (place and tokens.words[place - 1] not in _WHENEVER):
        return None
    asker = phrases.at(tags, start + 1, "o") if tokens.tag(start) == "y" else None
    start = circumstances.after(tokens, asker[1] + 1 if asker else start)
    about = tokens.words[start : start + 1] == ["about"]
    if not about and tokens.tag(start) not in ("S", "T", "R"):
        return None
    rest = content.rest(tags, start + about)
    if rest is None:
        return None
    return Report("asked or told", (first, place + about), asker, told, None, rest, "name" if about else "what")


# Verb before subject ------------------------------------------------------------------------------------------------


def _inverted(tokens: Tokens, verb: Verb, place: int) -> Report | None:
    """ "…," said the minister: the subject stands after the verb, what was said before it."""
    tags = tokens.tags
    if tokens.tag(place - 1) not in "Q,-$" or tokens.tag(place + 1) not in "NDdwEP0":
        return None
    if tokens.tag(place - 1) == "," and verb.lemma not in _INVERTED and tokens.tag(place - 2) != "Q":
        return None  # "They praised the plan, underscored the need for it, and left."
    if verb.frames.isdisjoint({"say", "claim", "think"}) or verb.lemma in ("tell", "put"):
        return None
    subject = phrases.at(tags, place + 1)
    if subject is None or _closes_apposition(tags, place - 1):
        return None
    if tags[place + 1] != "P":  # "said they came": no phrase that a pronoun begins goes on
        subject = phrases.with_participle(tags, phrases.with_fellows(tags, subject))
        subject = phrases.with_apposition(tags, subject)
    if not _closes_inversion(tokens, place, tokens.tag(subject[1] + 1)):
        return None
    left = content.trimmed(tags, 0, place - 1)
    start = circumstances.after(tokens, subject[1] + 1)
    quoted = tokens.tag(start) == "Q" or (tokens.tag(start) in ",:" and tokens.tag(start + 1) == "Q")
    inside = tokens.tag(start) == "," and left and not content.has_verb(tags, left)  # "The plan, said Berg, failed"
    rest = content.rest(tags, start) if quoted or inside else None
    what = "quote" if quoted or (left is not None and "Q" in tags[left[0] : left[1] + 1]) else "nothing"
    return Report("verb and subject", (place, place), subject, None, left, rest, what)


def _closes_apposition(tags: str, comma: int) -> bool:
    """Does the comma or dash before the verb close what explains the subject ("Berg, a general once, said little")?"""
    if comma < 1 or tags[comma] not in ",-":
        return False
    found = phrases.before_apposition(tags, comma)
    return found is not None and found[1] and tags[: found[0][0]] in ("", "C", "A")


def _closes_inversion(tokens: Tokens, verb: int, behind: str) -> bool:
    """Does what stands behind the phrase after the verb allow it to be the verb's subject?"""
    if behind in _BEHIND_SUBJECT_ONLY:
        return False
    if verb == 0:
        return behind in ":,"
    if tokens.tags[verb - 1] == ",":
        follows = verb > 2 or tokens.tags[0] == "Q"
        return follows and (behind == "$" or behind in _BEHIND_COMMA_INVERTED)
    return True


# Participles --------------------------------------------------------------------------------------------------------


def _participle(tokens: Tokens, verb: Verb, place: int) -> Report | None:
    """ "…, adding that": the subject is that of the clause before, or stands right before ("with officials saying")."""
    tags = tokens.tags
    if tokens.words[place - 1] == "as" and tokens.words[place - 2] in _QUOTED:  # "was quoted as saying"
        return _after_subject(tokens, verb, place, group_start(tokens, place - 2))
    first = group_start(tokens, place)
    follows = content.after(tokens, verb, place)
    rest = content.rest(tags, follows.start) if follows and follows.what != "nothing" else None
    if follows is None or rest is None:
        return None
    told = phrases.base_before(tags, place - 1) if tokens.words[place - 1] == "as" else None
    if told and tokens.words[told - 1] in _QUOTED:  # "which quoted him as saying"
        return Report("subject and verb", (place, place), (told, place - 2), None, None, rest, follows.what)
    if told and tags[told - 1] == "y":  # "was quoted by them as saying": told as passive
        return None
    if tokens.words[place - 1] == "worth":  # "It is worth noting that"
        return None
    if "b" in tags[first:place]:
        subject = subject_of(tokens, first)
        cue = (first, follows.last)
        progressive = Report("subject and verb", cue, subject, follows.addressee, None, rest, follows.what)
        return progressive if subject else None
    if (place > 1 and tags[place - 1] in "opt") or tokens.tag(first - 1) in "Dd'":
        return None
    own = phrases.before(tags, first) if tokens.tag(first - 1) in "NwP" else None
    own = _after_with(tokens, first) or own
    if own is not None and tokens.words[own[1]] in circumstances.PLACES_OF_SPEECH:  # "issued a statement saying"
        own = None
    elif own is not None and not _speaks(tokens, own, follows.what):
        return None
    rule = "own subject and participle" if own else "participle"
    return Report(rule, (place, follows.last), own, follows.addressee, None, rest, follows.what)


def _after_with(tokens: Tokens, participle: int) -> Phrase | None:
    """The whole phrase between "with" and a participle: "with the head of the campaign saying"."""
    place = participle - 1
    while place > 0 and tokens.tags[place] in "NwDd0'Eo":
        place -= 1
    return (place + 1, participle - 1) if tokens.words[place] == "with" and place < participle - 1 else None


def _speaks(tokens: Tokens, phrase: Phrase, what: str) -> bool:
    """Does the phrase right before a participle speak: "with officials saying", "footage of Erdogan asking, “…”"?"""
    if (phrase[0] > 0 and tokens.tags[phrase[0] - 1] in ",-") or tokens.words[phrase[0] - 1] == "with":
        return True
    return what in ("quote", "that") and tokens.tags[phrase[0]] == "N"
