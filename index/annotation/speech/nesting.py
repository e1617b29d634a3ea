"""How two acts of speech of one sentence stand to each other: apart, one inside what the other says, or one retold."""

from __future__ import annotations

import re

from index.annotation.speech.lexicon import FORMS
from index.annotation.speech.phrases import Phrase
from index.annotation.speech.report import Report
from index.annotation.speech.tokens import Tokens

VERB_OF_MAIN = re.compile(r"[,Q-][AX]*[ZXbVB]")  # "Berg, who said it was over, left"
FINITE = re.compile("[XZbVB]")
SAYING = frozenset("said says told tells added announced warned noted argued claimed insisted acknowledged".split())
_CLAUSES = ("that", "clause", "quote")
_MODAL = frozenset("will would could may might".split())
_WHILE = frozenset(("while", "whereas"))


def is_part(tokens: Tokens, earlier: Report, report: Report) -> bool:
    """Does `report` stand inside what `earlier` says?"""
    begin = begin_of(tokens.tags, report)
    if earlier.after is None or not earlier.after[0] <= begin <= earlier.after[1]:
        return False
    return not _is_new_act(tokens, earlier, report, begin)


def names(tags: str, report: Report, other: Report) -> bool:
    """Is the cue of `other` a part of the words that name the speaker of `report` ("the boy, who said …, asked")?"""
    if report.subject is None or report is other or (other.subject and tags[other.subject[0]] == "R"):
        return False
    if other.subject and tags[other.subject[1] + 1 : other.cue[0]] == "S":  # "…, which quoted him as saying “…”"
        return False
    return report.subject[0] < other.cue[0] <= report.subject[1]


def frames(tokens: Tokens, report: Report, earlier: Report) -> bool:
    """Is what `earlier` tells a part of what stands before `report` ("They agreed on it, sources said")?"""
    if report.rule == "infinitive" and report.cue[0] == earlier.cue[0]:  # "demanded to know whether"
        return True
    if earlier.rule == "subject and verb" and tokens.words[earlier.cue[0]] in SAYING:
        return False  # whoever passes on what Berg said is not who said it
    alone = report.after is None and report.rule in ("according to", "verb and subject")
    quoted = earlier.what == "quote" and tokens.words[earlier.cue[0]] not in _MODAL  # "will announce “steps”, he said"
    if report.before is None or quoted or (earlier.what == "nothing" and earlier.before):
        return False
    if not (alone or report.what == "nothing" or _frames_words(tokens, report, earlier)):
        return False
    return report.before[0] <= earlier.cue[0]


def _frames_words(tokens: Tokens, report: Report, earlier: Report) -> bool:
    """ "Oslo rejected the “absurd” claim, he said", "… the claim as “absurd,” he said"?"""
    tags = tokens.tags
    ends = report.what == "quote" and report.after is None and tokens.tag(report.cue[1] + 1) in ".$"
    if not ends or report.subject is None or tags[report.subject[0]] != "P" or tags[0] == "S":
        return False
    return tags[report.subject[0] - 1] in ",Q" and _shared_words(tokens, earlier, report) is not None


def _shared_words(tokens: Tokens, earlier: Report, report: Report) -> Phrase | None:
    """What `earlier` says, if it ends, as a part of its clause, with the quotation that stands before `report`."""
    if report.before is None or earlier.after is None:
        return None
    start, last = earlier.after[0], report.before[1]
    inside = tokens.tags[last] == "Q" and start <= last <= earlier.after[1]
    return (start, last) if inside and tokens.tags[last - 1] not in ",:-SCT" else None


def retold(tokens: Tokens, earlier: Report, report: Report) -> Phrase | None:
    """What `earlier` says, if `report` only passes it on: "Berg said it was “late,” the agency reported"."""
    ends = report.rule == earlier.rule == "subject and verb" and report.what == "quote" and report.after is None
    if not ends or report.subject is None or tokens.tags[report.subject[0]] == "P":
        return None
    verb = tokens.words[earlier.cue[1]]
    told = verb in SAYING or (verb in FORMS and "name" in FORMS[verb].frames)
    return _shared_words(tokens, earlier, report) if told and tokens.tag(report.cue[1] + 1) in ".$" else None


def is_rest(earlier: Report, before: Phrase) -> bool:
    """Does a stretch only tell to whom, or when, `earlier` was said?"""
    return earlier.what == "quote" and earlier.after is None and before[0] == earlier.cue[1] + 1


def passed_on(tags: str, earlier: Report, report: Report) -> Phrase | None:
    """The quotation that `earlier` only passes on ("According to the agency, “…,” Berg said"), or None."""
    if earlier.after is None or report.before is None or not tells_who_spoke(tags, report):
        return None
    return (report.before[1], report.before[1]) if earlier.after[0] == report.before[1] else None


def begin_of(tags: str, report: Report) -> int:
    """The first token of a report: its subject, if it stands right before the cue, or the cue."""
    first = verb_group(tags, report)
    if report.subject is None or report.rule != "subject and verb" or tags[first - 1] == "C":
        return first
    return min(report.subject[0], first)


def verb_group(tags: str, report: Report) -> int:
    """The first token of the cue with the adverbs before it ("and repeatedly says")."""
    first = report.cue[0]
    while first and tags[first - 1] == "A":
        first -= 1
    return first


def _is_new_act(tokens: Tokens, earlier: Report, report: Report, begin: int) -> bool:
    """Does `report` go on after what `earlier` says, rather than being part of it?"""
    tags = tokens.tags
    before = tags[begin - 1]
    if _introduces(tags, report):
        return True
    if report.rule == "participle":
        while_too = tags[begin - 2 : begin] in (",S", "-S")  # "…, while chanting “…”"
        return before in ",-Q" or while_too or (before == "C" and earlier.rule == "participle")
    if earlier.rule == "noun" and report.rule in ("subject and verb", "verb and subject"):
        return before in ",Q"
    if report.rule in ("according to", "verb and subject"):
        return before in ",-Q"
    if before == "," and tags[begin] == "R" and report.what in _CLAUSES:  # "…, a view of Berg, who told them that …"
        return earlier.after is not None and FINITE.search(tags, earlier.after[0], begin - 1) is not None
    if before == ",":
        return report.what == "nothing" or is_subordinate(tags, earlier) or _passes_all_on(report, begin)
    if before == "S":  # "Oslo said it had won, while Lima said it had not"
        other = report.what in _CLAUSES or tags[begin - 2] == ","
        return tokens.words[begin - 1] in _WHILE and tags[begin] not in "PR" and other
    if before == "R":  # "…, which she said was wrong"
        resumed = earlier.what in ("that", "clause") and VERB_OF_MAIN.search(tags, report.cue[1] + 1)
        return tags[begin - 2] == "," and report.what != "name" and not resumed
    if before != "C" or (earlier.rule == "according to" and begin == verb_group(tags, report)):
        return False
    if begin == verb_group(tags, report):
        return _same_tense(tokens, earlier, report)
    others = tags[begin] == "N" or (tokens.words[begin - 1] == "but" and tags[begin] != "P")
    if others and report.what in ("that", "clause") and _same_tense(tokens, earlier, report):
        return True  # "Oslo warned that … and Lima said …", "… but officials said …"
    return tags[begin - 2] in ",;-Q" and (report.what != "name" or earlier.what == "name")


def _passes_all_on(report: Report, begin: int) -> bool:
    """Does the report end a sentence whose last words are quoted: "Berg said it was “late,” the agency reported"?"""
    ends = report.what == "quote" and report.after is None
    return ends and report.before is not None and report.before[1] == begin - 2


def _introduces(tags: str, report: Report) -> bool:
    """Does a quotation of its own follow the cue after a comma or colon, or end right before its subject?

    "…, and the minister replied, “…”", "…: “…,” the union wrote."
    """
    if tells_who_spoke(tags, report):
        return True
    if report.what != "quote" or report.after is None or report.rule not in ("subject and verb", "label"):
        return False
    return tags[report.after[0]] == "Q" and tags[report.after[0] - 1] in ",:"


def tells_who_spoke(tags: str, report: Report) -> bool:
    """Do subject and verb follow a quotation and end the sentence: "“…,” the union wrote"?"""
    if report.what != "quote" or report.before is None or tags[report.before[1]] != "Q":
        return False
    return report.before[1] + 1 == begin_of(tags, report) and tags[report.cue[1] + 1 :][:1] in ("", ".", "p", "M")


def _same_tense(tokens: Tokens, earlier: Report, report: Report) -> bool:
    """ "He says he respects her and calls her …": does "and" join two verbs of the same form?"""
    later = tokens.words[report.cue[0]]
    return later in ("has", "have") or tokens.words[earlier.cue[0]].endswith("s") == later.endswith("s")


def is_relative(tags: str, report: Report) -> bool:
    """Is it a clause like "a clip that Berg called “vile,” …"?"""
    if report.subject is None or report.what != "quote":
        return False
    return tags[max(0, report.subject[0] - 2) : report.subject[0]] == "wT"


def is_subordinate(tags: str, report: Report) -> bool:
    """Does the clause of the report depend on one that follows: "While he said …, she …", "After saying …"?"""
    if report.rule == "asked or told":  # "Asked whether …", but not "Berg was asked whether …"
        told = report.addressee
        return tags[report.cue[0]] == "V" or (told is not None and tags[told[0] - 1 : told[0]] == "S")
    if report.rule == "participle":
        return report.cue[0] == 0 or (tags[report.cue[0] - 1] in "Spy" and report.cue[0] <= 2)
    if report.subject is None:
        return False
    start = report.subject[0]
    return tags[max(0, start - 1) : start] == "S" or (tags[0] == "S" and "," not in tags[:start])
