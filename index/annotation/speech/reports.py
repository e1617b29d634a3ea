"""Who reports what in one sentence.

The cues of a sentence are found one by one (`verbs`, `others`). Here they are put in order: what one
report says ends where the next act of speech begins, and what stands inside it is part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter

from index.annotation.speech import circumstances, content, phrases
from index.annotation.speech.addressees import with_addressees
from index.annotation.speech.lexicon import NOUNS
from index.annotation.speech.others import MARKING, by_according, by_dash, by_label, by_nouns, by_states
from index.annotation.speech.phrases import Phrase
from index.annotation.speech.report import Report
from index.annotation.speech.tokens import Tokens
from index.annotation.speech.verbs import by_verbs

__all__ = ["Report", "reports"]

_MAIN_CLAUSE = re.compile(r"[,Q](?:[PO]|[Dd]?[wN0']*[wN])A?[ZXVbB]")
_COMMA = re.compile(",")
_COMMA_OR_COLON = re.compile("[,:]|Q(?=[PN0d])")
_VERB_OF_MAIN = re.compile(r"[,Q][AX]*[ZXbVB]")  # "Berg, who said it was over, left"
_FINITE = re.compile("[XZbVB]")
_SAYING = frozenset("said says told tells added announced warned noted argued claimed insisted acknowledged".split())
_THAT = re.compile(",T")  # "reported, citing a source, that"
_CLAUSES = ("that", "clause", "quote")
_CUE = attrgetter("cue")
_WHILE = frozenset(("while", "whereas"))
_MOST = 60  # reports in one sentence; more is no sentence, and would cost more than its length
_WHERE_OR_WHEN = re.compile("p[DM]")
_WHERE = frozenset("in on at during".split())
_MAIN_VERB = re.compile(r",C[XbZV]")  # "…, saying it was wrong, and has left"
_CLAIMS = NOUNS["that"] | frozenset("move step decision figure comment stance position sentiment".split())
# "…, which nobody believed", "…, a claim that Lima denied", "…, but he left"
_ASIDE = re.compile(",R|,D[wE]?w(?=[^w])|-[PDdS]|,CA?(?:[PO]|[DNw][wN]*(?:o[DNw]+)?)A?[ZXVbB]|,V")


def reports(tokens: Tokens, headline: bool = False) -> list[Report]:
    """The acts of speech of a sentence, in order of their cues, none inside what another one says."""
    found = list(by_label(tokens, headline)) if ":" in tokens.tags else []
    if headline and not found:
        found = list(by_dash(tokens))
    if not found or (headline and _is_topic(tokens, found[0])):
        found = list(by_verbs(tokens))
        if not MARKING.isdisjoint(tokens.words):
            found += [*by_according(tokens), *by_nouns(tokens)]
        if "T" in tokens.tags:
            found += by_states(tokens)
    if not found:
        return []
    if len(found) > 1:
        found = sorted(found, key=_CUE)[:_MOST]
        found = [r for r in found if not any(_names(tokens.tags, other, r) for other in found)]
    kept: list[Report] = []
    for number, report in enumerate(found):
        if kept and _is_part(tokens, kept[-1], report):
            continue
        complete = _with_subject(tokens, report, kept, found[number + 1 :])
        if complete is None:
            continue
        while kept and _frames(tokens, complete, kept[-1]):
            kept.pop()
        if kept and kept[-1].rule == "according to" and (quoted := _passed_on(tokens.tags, kept[-1], complete)):
            complete = complete._replace(before=quoted)
            kept.pop()
        if kept:
            kept[-1] = _cut_after(tokens.tags, kept[-1], complete)
            framed, complete = complete.before, _cut_before(tokens.tags, complete, kept[-1])
            if framed and not complete.after and (not complete.before or _is_rest(kept[-1], complete.before)):
                continue  # "Berg said that …, the agency reported", "“…,” he told them on Monday, the agency reported"
        kept.append(_within_clause(tokens, complete))
    asked = tokens.tags[0] == "R" and tokens.words[-1] == "?"  # "Who can blame them?"
    kept = [r for r in kept if (r.before or r.after or r.what == "nothing") and not (asked and r.subject == (0, 0))]
    return with_addressees(tokens, kept)


def _is_topic(tokens: Tokens, label: Report) -> bool:
    """Does the label of a headline only tell what it is about: "Floods: Mayor says …"?"""
    colon, last = label.cue[0], len(tokens.tags) - 1
    topical = not {"w", "'"}.isdisjoint(tokens.tags[:colon])
    for told in by_verbs(tokens):
        if told.subject is None or tokens.tags[told.subject[0]] == "P":
            continue
        frames = told.subject[0] == colon + 1 or (told.rule == "verb and subject" and told.subject[1] == last)
        if frames and (topical or tokens.words[told.cue[0]] in _SAYING):
            return True
    return False


# One inside the other -----------------------------------------------------------------------------------------------


def _is_part(tokens: Tokens, earlier: Report, report: Report) -> bool:
    """Does `report` stand inside what `earlier` says?"""
    begin = _begin(tokens.tags, report)
    if earlier.after is None or not earlier.after[0] <= begin <= earlier.after[1]:
        return False
    return not _is_new_act(tokens, earlier, report, begin)


def _names(tags: str, report: Report, other: Report) -> bool:
    """Is the cue of `other` a part of the words that name the speaker of `report` ("the boy, who said …, asked")?"""
    if report.subject is None or report is other or (other.subject and tags[other.subject[0]] == "R"):
        return False
    if other.subject and tags[other.subject[1] + 1 : other.cue[0]] == "S":  # "…, which quoted him as saying “…”"
        return False
    return report.subject[0] < other.cue[0] <= report.subject[1]


def _frames(tokens: Tokens, report: Report, earlier: Report) -> bool:
    """Is what `earlier` tells a part of what stands before `report` ("They agreed on it, sources said")?"""
    if report.rule == "infinitive" and report.cue[0] == earlier.cue[0]:  # "demanded to know whether"
        return True
    if earlier.rule == "subject and verb" and tokens.words[earlier.cue[0]] in _SAYING:
        return False  # whoever passes on what Berg said is not who said it
    alone = report.after is None and report.rule in ("according to", "verb and subject")
    if report.before is None or not (alone or report.what == "nothing") or earlier.what in ("quote", "nothing"):
        return False
    return report.before[0] <= earlier.cue[0]


def _is_rest(earlier: Report, before: Phrase) -> bool:
    """Does a stretch only tell to whom, or when, `earlier` was said?"""
    return earlier.what == "quote" and earlier.after is None and before[0] == earlier.cue[1] + 1


def _passed_on(tags: str, earlier: Report, report: Report) -> Phrase | None:
    """The quotation that `earlier` only passes on ("According to the agency, “…,” Berg said"), or None."""
    if earlier.after is None or report.before is None or not _tells_who_spoke(tags, report):
        return None
    return (report.before[1], report.before[1]) if earlier.after[0] == report.before[1] else None


def _begin(tags: str, report: Report) -> int:
    """The first token of a report: its subject, if it stands right before the cue, or the cue."""
    first = _verb_group(tags, report)
    if report.subject is None or report.rule != "subject and verb" or tags[first - 1] == "C":
        return first
    return min(report.subject[0], first)


def _verb_group(tags: str, report: Report) -> int:
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
        return earlier.after is not None and _FINITE.search(tags, earlier.after[0], begin - 1) is not None
    if before == ",":
        return report.what == "nothing" or _is_subordinate(tags, earlier) or _passes_all_on(report, begin)
    if before == "S":  # "Oslo said it had won, while Lima said it had not"
        return tokens.words[begin - 1] in _WHILE and tags[begin] not in "PR" and report.what in _CLAUSES
    if before == "R":  # "…, which she said was wrong"
        return tags[begin - 2] == "," and report.what != "name"
    if before != "C":
        return False
    if begin == _verb_group(tags, report):
        return _same_tense(tokens, earlier, report)
    others = tags[begin] == "N" or (tokens.words[begin - 1] == "but" and tags[begin] != "P")
    if others and report.what in ("that", "clause") and _same_tense(tokens, earlier, report):
        return True  # "Oslo warned that … and Lima said …", "… but officials said …"
    return tags[begin - 2] in ",;-Q" and report.what != "name"


def _passes_all_on(report: Report, begin: int) -> bool:
    """Does the report end a sentence whose last words are quoted: "Berg said it was “late,” the agency reported"?"""
    ends = report.what == "quote" and report.after is None
    return ends and report.before is not None and report.before[1] == begin - 2


def _introduces(tags: str, report: Report) -> bool:
    """Does a quotation of its own follow the cue after a comma or colon, or end right before its subject?

    "…, and the minister replied, “…”", "…: “…,” the union wrote."
    """
    if _tells_who_spoke(tags, report):
        return True
    if report.what != "quote" or report.after is None or report.rule not in ("subject and verb", "label"):
        return False
    return tags[report.after[0]] == "Q" and tags[report.after[0] - 1] in ",:"


def _tells_who_spoke(tags: str, report: Report) -> bool:
    """Do subject and verb follow a quotation and end the sentence: "“…,” the union wrote"?"""
    if report.what != "quote" or report.before is None or tags[report.before[1]] != "Q":
        return False
    return report.before[1] + 1 == _begin(tags, report) and tags[report.cue[1] + 1 :][:1] in ("", ".", "p", "M")


def _same_tense(tokens: Tokens, earlier: Report, report: Report) -> bool:
    """ "He says he respects her and calls her …": does "and" join two verbs of the same form?"""
    return tokens.words[earlier.cue[0]].endswith("s") == tokens.words[report.cue[0]].endswith("s")


def _is_relative(tags: str, report: Report) -> bool:
    """Is it a clause like "a clip that Berg called “vile,” …"?"""
    if report.subject is None or report.what != "quote":
        return False
    return tags[max(0, report.subject[0] - 2) : report.subject[0]] == "wT"


def _is_subordinate(tags: str, report: Report) -> bool:
    """Does the clause of the report depend on one that follows: "While he said …, she …", "After saying …"?"""
    if report.rule == "asked or told":  # "Asked whether …", but not "Berg was asked whether …"
        return tags[report.cue[0]] == "V"
    if report.rule == "participle":
        return report.cue[0] == 0 or (tags[report.cue[0] - 1] in "Spy" and report.cue[0] <= 2)
    if report.subject is None:
        return False
    start = report.subject[0]
    return tags[max(0, start - 1) : start] == "S" or (tags[0] == "S" and "," not in tags[:start])


# Subjects -----------------------------------------------------------------------------------------------------------


def _with_subject(tokens: Tokens, report: Report, kept: list[Report], later: list[Report]) -> Report | None:
    """The report with its subject: its own, or that of the report it goes on from, or that of the clause."""
    tags = tokens.tags
    first = _verb_group(tags, report)
    if report.rule == "asked or told":
        return report if report.addressee else report._replace(addressee=_who_was_asked(tags, report, first))
    if report.subject is not None:
        goes_on = report.rule == "subject and verb" and first > 0 and tags[first - 1] == "C" and kept
        if goes_on and kept[-1].after and kept[-1].after[0] < first <= kept[-1].after[1]:
            return report._replace(subject=kept[-1].subject)
        return report
    subject: Phrase | None
    if kept:
        subject = kept[-1].subject
    elif _is_subordinate(tags, report) or first == 0:
        told = [r.subject for r in later if r.rule == "subject and verb" and r.subject]
        told = [s for s in told if tags[s[0] - 1] == ","] or told  # "Saying that they had met, Berg told …"
        comma = tags.find(",", first)
        main = phrases.first_subject(tags, comma + 1, len(tags)) if comma > 0 else None
        subject = told[0] if told else main
    else:
        subject = phrases.main_subject(tags, first)
    return report._replace(subject=subject) if subject is not None else None


def _who_was_asked(tags: str, report: Report, first: int) -> Phrase | None:
    """Whom the main clause is about, before or after it: "Asked whether …, Berg …"."""
    if first > 2:
        return phrases.main_subject(tags, first)
    ends = _COMMA_OR_COLON.search(tags, first)
    return phrases.first_subject(tags, ends.end(), len(tags)) if ends else None


# Bounds -------------------------------------------------------------------------------------------------------------


def _cut_after(tags: str, earlier: Report, report: Report) -> Report:
    """`earlier`, what it says ending where `report` begins."""
    begin = report.before[1] if report.before and _tells_who_spoke(tags, report) else _begin(tags, report)
    if earlier.after and begin <= earlier.after[0]:  # "…, saying “…,” the agency reported"
        begin = _begin(tags, report)
    if report.subject and report.subject[0] < earlier.cue[0] <= report.subject[1]:
        begin = _verb_group(tags, report)  # "A man who said he knew | told them"
    if earlier.after is None or not earlier.after[0] < begin <= earlier.after[1]:
        return earlier
    begin -= tags[begin - 1] == "S" and tags[begin] != "Q"  # "…, while calling for"
    return earlier._replace(after=content.trimmed(tags, earlier.after[0], begin - 1))


def _cut_before(tags: str, report: Report, earlier: Report) -> Report:
    """`report`, what it says before its cue beginning after `earlier`."""
    if report.before is None or report.before[1] < earlier.cue[0]:
        return report
    start, last = report.before
    start = max(start, earlier.cue[1] + 1, earlier.after[1] + 1 if earlier.after else 0)
    return report._replace(before=content.trimmed(tags, start, last))


def _ends_of(tags: str, report: Report) -> Iterator[re.Pattern[str]]:
    """What ends the content of a report whose clause others follow."""
    if report.rule == "noun" or _is_subordinate(tags, report) or _is_relative(tags, report):
        yield _MAIN_CLAUSE
    if report.rule == "participle":
        yield _MAIN_VERB
        if report.what in ("name", "clause"):
            yield _THAT
    if report.subject is not None and tags[report.subject[0]] == "R":
        yield _VERB_OF_MAIN
    if report.rule == "asked or told" and _is_subordinate(tags, report):
        yield _COMMA_OR_COLON
    if report.what == "gap" or (report.rule == "participle" and report.what == "name" and report.cue[0] == 0):
        yield _COMMA


def _within_clause(tokens: Tokens, report: Report) -> Report:
    """The report, what it says ending at a semicolon, an aside, or where the clause that it depends on begins."""
    if report.after is None:
        return report
    tags = tokens.tags
    start, last = report.after
    semicolon = tags.find(";", start, last + 1)
    if semicolon > 0:
        last = semicolon
    for pattern in _ends_of(tags, report):
        begin = start
        if pattern is _VERB_OF_MAIN and report.what == "that" and (own := _FINITE.search(tags, start, last + 1)):
            begin = own.end()
        if end := pattern.search(tags, begin, last + 1):
            last = min(last, end.start())
    last = _before_aside(tokens, report, start, last)
    if report.what == "name":
        last = _before_circumstance(tokens, start, last)
    return report if last == report.after[1] else report._replace(after=content.trimmed(tags, start, last))


def _before_circumstance(tokens: Tokens, start: int, last: int) -> int:
    """Where a thing that was named ends: before where and when that was, as in "praised the deal | in a speech"."""
    for found in _WHERE_OR_WHEN.finditer(tokens.tags, start + 1, last + 1):
        place = found.start()
        if tokens.words[place] not in _WHERE:
            continue
        phrase = phrases.at(tokens.tags, place + 1, "o")
        spoken = phrase and not circumstances.PLACES_OF_SPEECH.isdisjoint(tokens.words[place + 1 : phrase[1] + 1])
        if spoken or found[0] == "pM":
            whole = _FINITE.search(tokens.tags, start, place) is None and tokens.tags.find("Q", place, last + 1) < 0
            return place - 1 if whole and "," not in tokens.tags[start:place] else last
    return last


def _before_aside(tokens: Tokens, report: Report, start: int, last: int) -> int:
    """Where the content ends at the latest: at an aside, but not one between its own subject and verb.

    "He said the envoy, who was abroad, would be told" goes on; "… would tell the envoy, who was abroad" does not.
    """
    tags = tokens.tags
    if tags[start - 1] == ":":  # all of the sentence is said
        return last
    words_in_marks = tags.rfind("Q", start, last + 1)  # are no aside
    for aside in _ASIDE.finditer(tags, max(start, words_in_marks), last + 1):
        explains = aside[0][:2] == ",D"
        if explains and tokens.words[aside.end() - 1] not in _CLAIMS:
            continue
        whole = report.what not in ("that", "clause") or (aside[0] != ",R" and not explains)
        if whole or _FINITE.search(tags, start, aside.start()):
            return aside.start()
    return last
