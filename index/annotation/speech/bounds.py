"""Where what a report says begins and ends: at the next act of speech, an aside, or where its clause ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.annotation.speech import circumstances, content, phrases
from index.annotation.speech.lexicon import NOUNS
from index.annotation.speech.nesting import (
    FINITE,
    VERB_OF_MAIN,
    begin_of,
    is_relative,
    is_subordinate,
    tells_who_spoke,
    verb_group,
)
from index.annotation.speech.report import Report
from index.annotation.speech.tokens import Tokens

_MAIN_CLAUSE = re.compile(r"[,Q-](?:[PO]|[Dd]?[wN0']*[wN])A?[ZXVbB]")
_COMMA = re.compile(",")
COMMA_OR_COLON = re.compile("[,:]|Q(?=[PN0d])")
_THAT = re.compile(",T")  # "reported, citing a source, that"
_WHERE_OR_WHEN = re.compile("p[DM]")
_WHERE = frozenset("in on at during".split())
_MAIN_VERB = re.compile(r",C[XbZV]")  # "…, saying it was wrong, and has left"
# "that he would heed it", "that ships seized in May were empty"
_VERB_OF_CLAIM = re.compile("T(?:[^XbZVBRST,;:Q-]|[ZV](?=[py]))*[XbA]*(?:[Xb]|[ZV](?![py]))[AGVE]*")
# "… and disarm | was welcomed", "… the ships | faded"
_PREDICATE = re.compile("[^XbZVRSTC,;:QP-]+(?:C[wVBE][^XbZVRSTC,;:QP-]*)?(?P<verb>A?(?:[Xb]|[ZV](?![pytE])))")
_CLAIMS = NOUNS["that"] | frozenset("move step decision figure comment stance position sentiment".split())
# "…, which nobody believed", "…, a claim that Lima denied", "…, but he left"
_ASIDE = re.compile(",R|,D[wE]?w(?=[^w])|-[PDdSR]|,CA?(?:[PO]|[DNw][wN']*(?:o[DNw]+)?)A?[ZXVbB]|,V")


def cut_after(tags: str, earlier: Report, report: Report) -> Report:
    """`earlier`, what it says ending where `report` begins."""
    begin = report.before[1] if report.before and tells_who_spoke(tags, report) else begin_of(tags, report)
    if earlier.after and begin <= earlier.after[0]:  # "…, saying “…,” the agency reported"
        begin = begin_of(tags, report)
    if report.subject and report.subject[0] < earlier.cue[0] <= report.subject[1]:
        begin = verb_group(tags, report)  # "A man who said he knew | told them"
    if earlier.after is None or not earlier.after[0] < begin <= earlier.after[1]:
        return earlier
    begin -= tags[begin - 1] == "S" and tags[begin] != "Q"  # "…, while calling for"
    begin -= tags[begin - 2 : begin] == "CT"  # "… and that | “…,” Berg said"
    return earlier._replace(after=content.trimmed(tags, earlier.after[0], begin - 1))


def cut_before(tags: str, report: Report, earlier: Report) -> Report:
    """`report`, what it says before its cue beginning after `earlier`."""
    if report.before is None or report.before[1] < earlier.cue[0]:
        return report
    start, last = report.before
    start = max(start, earlier.cue[1] + 1, earlier.after[1] + 1 if earlier.after else 0)
    return report._replace(before=content.trimmed(tags, start, last))


def _ends_of(tags: str, report: Report) -> Iterator[re.Pattern[str]]:
    """What ends the content of a report whose clause others follow."""
    if report.rule == "noun" or is_subordinate(tags, report) or is_relative(tags, report):
        yield _MAIN_CLAUSE
    if report.rule == "participle":
        yield _MAIN_VERB
        if report.what in ("name", "clause"):
            yield _THAT
    if report.subject is not None and "R" in tags[max(0, report.subject[0] - 1) : report.subject[0] + 1]:
        yield VERB_OF_MAIN
    if report.rule == "asked or told" and is_subordinate(tags, report):
        yield COMMA_OR_COLON
    if report.what == "gap" or (report.rule == "participle" and report.what == "name" and report.cue[0] == 0):
        yield _COMMA


def within_clause(tokens: Tokens, report: Report) -> Report:
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
        if pattern is VERB_OF_MAIN and report.what == "that" and (own := FINITE.search(tags, start, last + 1)):
            begin = own.end()
        if end := pattern.search(tags, begin, last + 1):
            last = min(last, end.start())
    last = _before_aside(tokens, report, start, last)
    if report.what == "name":
        last = _before_circumstance(tokens, start, last)
    if report.rule == "noun":
        last = _before_predicate(tags, start, last)
    return report if last == report.after[1] else report._replace(after=content.trimmed(tags, start, last))


def _before_predicate(tags: str, start: int, last: int) -> int:
    """Where the claim ends that is itself the subject of a verb: "Berg's claim that it rained | was rejected"."""
    if tags[start] == "T":
        own = _VERB_OF_CLAIM.match(tags, start, last + 1)
        start = own.end() if own else last
    found = _PREDICATE.match(tags, start, last + 1)
    return found.start("verb") - 1 if found else last


def _before_circumstance(tokens: Tokens, start: int, last: int) -> int:
    """Where a thing that was named ends: before where and when that was, as in "praised the deal | in a speech"."""
    for found in _WHERE_OR_WHEN.finditer(tokens.tags, start + 1, last + 1):
        place = found.start()
        if tokens.words[place] not in _WHERE:
            continue
        phrase = phrases.at(tokens.tags, place + 1, "o")
        spoken = phrase and not circumstances.PLACES_OF_SPEECH.isdisjoint(tokens.words[place + 1 : phrase[1] + 1])
        if spoken or found[0] == "pM":
            whole = FINITE.search(tokens.tags, start, place) is None and tokens.tags.find("Q", place, last + 1) < 0
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
        if whole or FINITE.search(tags, start, aside.start()):
            return aside.start()
    return last
