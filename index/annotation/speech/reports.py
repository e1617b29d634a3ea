"""Who reports what in one sentence.

The cues of a sentence are found one by one (`verbs`, `others`). Here they are put in order: what one
report says ends where the next act of speech begins, and what stands inside it is part of it.
"""

from __future__ import annotations

import re
from operator import attrgetter

from index.annotation.speech import bounds, nesting, phrases
from index.annotation.speech.addressees import with_addressees
from index.annotation.speech.others import MARKING, by_according, by_dash, by_label, by_nouns, by_states
from index.annotation.speech.phrases import Phrase
from index.annotation.speech.report import Report
from index.annotation.speech.tokens import Tokens
from index.annotation.speech.verbs import by_verbs

__all__ = ["Report", "reports"]

_CUE = attrgetter("cue")
_MOST = 60  # reports in one sentence; more is no sentence, and would cost more than its length
_OTHER_CLAUSE = re.compile(r",C[DNw][wN']*(?:o[DNw]+)?A?[ZXVbB][^;]*,$")  # "…, but the minister had left, "


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
        found = [r for r in found if not any(nesting.names(tokens.tags, other, r) for other in found)]
    if headline:
        found = [_without_topic(tokens.tags, report) for report in found]
    kept: list[Report] = []
    for number, report in enumerate(found):
        if kept and nesting.is_part(tokens, kept[-1], report):
            continue
        complete = _with_subject(tokens, report, kept, found[number + 1 :])
        if complete is None:
            continue
        while kept and nesting.frames(tokens, complete, kept[-1]):
            kept.pop()
        if kept and (words := nesting.retold(tokens, kept[-1], complete)):
            kept[-1] = kept[-1]._replace(after=words)
            continue
        if kept and kept[-1].rule == "according to" and (quoted := nesting.passed_on(tokens.tags, kept[-1], complete)):
            complete = complete._replace(before=quoted)
            kept.pop()
        if kept:
            kept[-1] = bounds.cut_after(tokens.tags, kept[-1], complete)
            framed, complete = complete.before, bounds.cut_before(tokens.tags, complete, kept[-1])
            if framed and not complete.after and (not complete.before or nesting.is_rest(kept[-1], complete.before)):
                continue  # "Berg said that …, the agency reported", "“…,” he told them on Monday, the agency reported"
        kept.append(bounds.within_clause(tokens, complete))
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
        ends = told.subject[1] if told.rule == "verb and subject" else told.cue[1] if told.before else 0
        frames = told.subject[0] == colon + 1 or ends == last
        if frames and (topical or tokens.words[told.cue[0]] in nesting.SAYING):
            return True
    return False


def _without_topic(tags: str, report: Report) -> Report:
    """The report without what stands before the colon of a headline ("Floods: Oslo safe, mayor says")."""
    colon = tags.find(":")
    if report.before is None or report.before[0] or colon < 0 or colon >= report.before[1] or tags[0] == "Q":
        return report
    return report._replace(before=(colon + 1, report.before[1]))


# Subjects -----------------------------------------------------------------------------------------------------------


def _with_subject(tokens: Tokens, report: Report, kept: list[Report], later: list[Report]) -> Report | None:
    """The report with its subject: its own, or that of the report it goes on from, or that of the clause."""
    tags = tokens.tags
    first = nesting.verb_group(tags, report)
    if report.rule == "asked or told":
        return report if report.addressee else report._replace(addressee=_who_was_asked(tags, report, first))
    if report.subject is not None:
        goes_on = report.rule == "subject and verb" and first > 0 and tags[first - 1] == "C" and kept
        if goes_on and kept[-1].after and kept[-1].after[0] < first <= kept[-1].after[1]:
            return report._replace(subject=kept[-1].subject)
        return report
    subject: Phrase | None
    if kept:
        subject = _who_goes_on(tags, kept[-1], first)
    elif nesting.is_subordinate(tags, report) or first == 0:
        told = [r.subject for r in later if r.rule == "subject and verb" and r.subject]
        told = [s for s in told if tags[s[0] - 1] == ","] or told  # "Saying that they had met, Berg told …"
        comma = tags.find(",", first)
        main = phrases.first_subject(tags, comma + 1, len(tags)) if comma > 0 else None
        subject = told[0] if told else main
    else:
        subject = phrases.main_subject(tags, first)
    return report._replace(subject=subject) if subject is not None else None


def _who_goes_on(tags: str, earlier: Report, first: int) -> Phrase | None:
    """Who speaks on in a participle at `first`: as before, or who acts in a new clause ("…, but he left, saying …")."""
    ends = earlier.after[1] if earlier.after else earlier.cue[1]
    other = _OTHER_CLAUSE.match(tags, ends + 1, first)
    return phrases.last_subject(tags, first) if other else earlier.subject


def _who_was_asked(tags: str, report: Report, first: int) -> Phrase | None:
    """Whom the main clause is about, before or after it: "Asked whether …, Berg …"."""
    if first > 2:
        return phrases.main_subject(tags, first)
    ends = bounds.COMMA_OR_COLON.search(tags, first)
    return phrases.first_subject(tags, ends.end(), len(tags)) if ends else None
