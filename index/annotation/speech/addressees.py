"""To whom something is said, where that stands apart from the verb: "Speaking to reporters, …", "in a letter to …"."""

from __future__ import annotations

import re

from index.annotation.data import table
from index.annotation.speech import phrases
from index.annotation.speech.phrases import Phrase
from index.annotation.speech.report import Report
from index.annotation.speech.tokens import Tokens

_TO = re.compile("[wG]t(?=[DNwdO0])")
_SPEAKING = frozenset(("speaking", "talking"))
_WRITTEN = frozenset(table("grammar")["addressed"]["nouns"].split())
_ANSWERS = frozenset(("response", "reply"))
_IN = frozenset(("in", "through", "via", "with"))
_APART = "^,-Q."  # what may stand before "speaking to reporters"


def with_addressees(tokens: Tokens, reports: list[Report]) -> list[Report]:
    """The reports, those that name nobody who is told with the one whom their sentence names so."""
    if not reports or ("wt" not in tokens.tags and "Gt" not in tokens.tags):
        return reports
    for found in _TO.finditer(tokens.tags):
        place = found.start()
        if tokens.words[place] in _SPEAKING or tokens.words[place] in _WRITTEN:
            told = _told(tokens, place)
            number = _number(reports, place) if told else None
            if number is not None and reports[number].addressee is None:
                reports[number] = reports[number]._replace(addressee=told)
    return reports


def _told(tokens: Tokens, place: int) -> Phrase | None:
    """Who is told by speaking at `place`, or by the letter there."""
    if tokens.words[place] in _SPEAKING:
        apart = place == 0 or tokens.tags[place - 1] in _APART or tokens.words[place - 1] == "while"
    else:
        first = phrases.base_before(tokens.tags, place + 1)
        apart = first is not None and first > 0 and tokens.words[first - 1] in _IN
    told = phrases.at(tokens.tags, place + 2, "o") if apart else None
    if told and tokens.words[place] in _ANSWERS and "'" in tokens.tags[told[0] : told[1]]:  # "in reply to Oslo's move"
        return None
    return phrases.with_fellows(tokens.tags, told, "o") if told else None


def _number(reports: list[Report], place: int) -> int | None:
    """Which of the reports is the one that the words at `place` belong to, none where they are part of what is said."""
    for report in reports:
        if any(part and part[0] <= place <= part[1] for part in (report.before, report.after)):
            return None
    later = (number for number, report in enumerate(reports) if report.cue[0] > place)
    return next(later, len(reports) - 1)
