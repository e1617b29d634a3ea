"""One sentence: its quotations and its indirect speech, as far as the sentence itself tells."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from index.annotation.data import table, words
from index.annotation.quotations.marks import Marked
from index.annotation.speech import phrases
from index.annotation.speech.lexicon import FORMS, NOUNS, STATES
from index.annotation.speech.phrases import Phrase
from index.annotation.speech.reports import Report, reports
from index.annotation.speech.taglines import tagline
from index.annotation.speech.tokens import Tokens, read
from index.annotation.speech.verbs import by_verbs, naming

if TYPE_CHECKING:
    from index.model import Block, QuotationKind

Place = tuple[int, int]


class Utterance(NamedTuple):
    """What somebody said, in half-open offsets into the text.

    `start` and `end` lie inside the marks. `speaker`, `cue` and `addressee` are the places of the words that name
    them, None where none do. `rule` says in a few words what decided on the speaker, `confidence` (0 to 1) how far to
    trust it. The pieces of a quotation over several paragraphs share `group`.
    """

    start: int
    end: int
    kind: QuotationKind
    speaker: Place | None
    cue: Place | None
    addressee: Place | None
    rule: str
    confidence: float
    group: str | None


class Quoted(NamedTuple):
    """A quotation in marks, with the speaker that its sentence names, if it does."""

    region: Marked
    words: int
    whole: bool
    """It is a sentence of its own, or several."""
    leads: bool
    """Nothing stands before it in its paragraph."""
    opens: bool
    """Nothing stands before it in its sentence."""
    speaker: Place | None = None
    cue: Place | None = None
    addressee: Place | None = None
    rule: str = ""
    subject: Place | None = None
    """Whom the clause before it is about, if nobody in its sentence is said to speak it."""
    announced: bool = False
    """A colon stands before it."""


class Told(NamedTuple):
    """What a sentence tells: quotations, indirect speech, and whom it is about."""

    block: int
    kind: str
    quoted: list[Quoted]
    indirect: list[Utterance]
    speaker: Place | None
    """Who speaks in it."""
    introduced: Place | None = None
    """Who speaks in the paragraph after it, where it ends with a colon."""
    announces: bool = False
    """It says that something will be said: "wrote:", "this statement:"."""


_SOURCES = frozenset("according According Asked words opinion per Per".split())
_SPOKEN = _SOURCES.union(FORMS, *NOUNS.values(), *STATES.values())
"""Words without which no sentence tells of speech; most sentences can be passed over for want of one."""

NOBODY = "nobody named"
"""The rule of quotations of which it is open who speaks."""

NO_SPEECH = "no speech"
"""The rule of quotations that nobody speaks: names of works, nicknames, words held at a distance."""

DOCUMENTS = words("nominals")["documents"] | {"letter", "message"}
"""Nouns for what a body issues in writing."""

_CONFIDENCE: dict[str, float] = table("confidence")["indirect"]
_SIGNED = re.compile(
    r"(?:[ \t\xa0]*(?:―|—|–|--)|\.?\s*\n[-–—])"  # on the same line, or on one of its own
    r"[ \t\xa0]*(?P<name>(?:@?[^\W\d_a-z][\w.’'-]*[ \t\xa0]?){1,5})(?=[.,\n]|\(@|$)"
)
_CAPITALS = r"[^\W\d_a-z][^\W\d_a-z.’'-]+"
_DATELINE = re.compile(  # "LIMA —", "LIMA, March 3 (Reuters) -", "Lima (AP) –"
    rf"(?:{_CAPITALS}(?:[ /]{_CAPITALS}){{0,3}}(?:,[^–—\n\"“(-]{{2,40}}?)?[ \xa0]*(?:\([^()\n]{{2,40}}\))?"
    r"|[^\W\d_a-z]\w+(?:[ -][^\W\d_a-z]\w+){0,3}(?:,[^–—\n\"“(-]{2,40}?)?[ \xa0]*\([^()\n]{2,40}\))"
    r"[ \xa0]*(?:--?|[–—]|(?<=\)):(?!\s*[“\"'‘«„]))[ \xa0]+"  # but "Berg (Greens): “…”"
    r"|\([A-Z]{2,12}\)[ \xa0]*(?:[-–—]+[ \xa0]*)?(?=[^\W\d_a-z]|[“\"'‘])"  # "(AP) The minister", "(AP) — The minister"
)
_BARE_DATELINE = re.compile(  # "LIMA The mayor said", "LIMA/OSLO, Norway A ship sank": where the dash was lost
    r"(?P<city>[A-Z]{4,})(?:[/ -][A-Z]{3,})*(?:, (?:(?:New|North|South|West|Saudi) )?[A-Z][a-z]+)?"
    r"[ \xa0](?=[A-Z][a-z]|A |U\.[SN]\.)"
)
_FIRST_BLOCKS = 2
_HIGHLIGHTS = "Story highlights "  # on top of a summary; no story highlights anything
_LONGEST_DATELINE = 80  # characters before its bracket
_LABEL = re.compile(r"(?P<name>[A-Z][A-Z.’' -]{2,30}):\s+(?=\S)")
_FEW, _LONG = 2, 4  # words of a quotation that may be a sentence: with a stop, and without one
_NEARLY_ALL = 0.7  # of an indirect utterance, when in marks, makes it no utterance beside them
_ENDS_WHOLE = ".?!…,—-"
_LEADING = " \t\n\xa0>"  # what may stand before the first words of a paragraph: a block quotation begins with ">"
_SHOT_BACK = re.compile("[CA]?(?:P|D?[wN]*N)Z[^,Q:;SRT]*,")  # "Berg shot back, “…”"
_TOLD = re.compile("[ZXbV]")
_OPENING = "“„\"'‘«"
_ANSWERS = frozenset(("yes", "no"))  # one word may be all that was said
_CAME = re.compile("D?[wEA]*[wVBG]+")  # "the curt reply"
_CLOSING = "'’\"”»"


def read_sentence(
    text: str, frame: str, unit: Place, words: list[str], block: Block, number: int, regions: list[Marked]
) -> Told:
    """What the sentence at `unit` tells, of which `words` are the lexemes; `frame` is the text, quotations blanked."""
    headline = block.kind == "title"
    colon = frame[unit[1] - 1] == ":"
    tied = frame.find("–", *unit) >= 0  # a dash without gaps makes one lexeme of two words
    if not (regions or headline or colon or tied) and _SPOKEN.isdisjoint(words):
        return Told(number, block.kind, [], [], None)
    start, first = unit[0], block.start
    if start <= first:
        start = first = _after_dateline(text, unit, number)
    tokens = read(frame, start, unit[1], headline=headline)
    found = reports(tokens, headline)
    at = {tokens.starts[i]: i for i, tag in enumerate(tokens.tags) if tag == "Q"} if regions else {}
    quoted = [_quoted(text, tokens, found, region, at.get(region.start), first) for region in regions]
    whole = {at[q.region.start] for q in quoted if q.whole and q.region.start in at}
    indirect = [u for report in found for u in _indirect(text, tokens, report, whole)]
    strong = [r for r in found if r.subject is not None and r.rule in _TELLING]
    return Told(
        number,
        block.kind,
        quoted,
        indirect,
        _place(tokens, strong[-1].subject) if strong else None,
        _place(tokens, _introduced(tokens, strong)) if colon else None,
        colon and _announces(tokens),
    )


def _after_dateline(text: str, unit: Place, number: int) -> int:
    """Where the first sentence of a paragraph begins, behind a dateline or the like.

    A city without a dash begins an article only, and is written so once: "NATO" and the like come again.
    """
    start = unit[0]
    if text.startswith(_HIGHLIGHTS, start):
        return start + len(_HIGHLIGHTS)
    if not text[start + 1 : start + 2].isupper() and text.find("(", start, start + _LONGEST_DATELINE) < 0:
        return start  # in most paragraphs; costs less than the pattern
    dateline = _DATELINE.match(text, *unit)
    if dateline is None and number <= _FIRST_BLOCKS and (bare := _BARE_DATELINE.match(text, *unit)):
        return bare.end() if text.count(bare["city"]) == 1 else start
    return dateline.end() if dateline else start


_TELLING = frozenset({"subject and verb", "verb and subject", "label", "infinitive"})


def _announces(tokens: Tokens) -> bool:
    """Does a sentence that ends with a colon end with its verb, or name what is to come: "this statement:"?"""
    return tokens.tag(len(tokens.tags) - 2) == "V" or not DOCUMENTS.isdisjoint(tokens.words)


def _introduced(tokens: Tokens, strong: list[Report]) -> Phrase | None:
    """Who speaks after "The minister made this remark:", "From the readout:", "The minister:"."""
    if strong:
        return strong[-1].subject
    start = 1 if tokens.words[0] in ("from", "by", "via") else 0
    return phrases.main_subject(tokens.tags, len(tokens.tags)) or phrases.at(tokens.tags, start)


def _place(tokens: Tokens, phrase: Phrase | None) -> Place | None:
    return tokens.span(*phrase) if phrase is not None else None


# Quotations in marks ------------------------------------------------------------------------------------------------


def _quoted(
    text: str, tokens: Tokens, found: list[Report], region: Marked, token: int | None, paragraph: int
) -> Quoted:
    """The quotation with what its own sentence tells of it; `token` is its number, if it is one."""
    inner = text[region.inner_start : region.inner_end].strip()
    words = len(inner.split())
    capital = inner[:1].isupper() or inner[:1] in "…[.("
    ends = inner.rstrip(_CLOSING)[-1:] in _ENDS_WHOLE
    opens = token == 0
    whole = words >= _FEW and capital and (ends or not region.closed or (opens and words >= _LONG))
    shape = Quoted(region, words, whole, leads=not text[paragraph : region.start].strip(_LEADING), opens=opens)
    if label := _LABEL.match(text, region.inner_start, region.inner_end):
        return shape._replace(speaker=label.span("name"), rule="label")
    if ends and (signed := _SIGNED.match(text, region.end)):
        return shape._replace(speaker=_stripped(text, *signed.span("name")), rule="signature")
    if token is None:
        return shape._replace(rule=NO_SPEECH)
    report = naming(tokens, token) or _introducing(tokens, found, token) or _report_of(found, token)
    if report is not None:
        speaker, cue, addressee = (_place(tokens, p) for p in (report.subject, report.cue, report.addressee))
        return shape._replace(speaker=speaker, cue=cue, addressee=addressee, rule=report.rule)
    behind = token + 1 + (tokens.tag(token + 1) == ",")  # “…?”, asked Berg
    if tokens.words[behind : behind + 1] == ["came"] and (reply := _CAME.match(tokens.tags, behind + 1)):
        return _replied(tokens, shape._replace(whole=True), behind, reply.end())
    if ends and (said := tagline(tokens, behind)):
        speaker, cue = tokens.span(*said[0]), tokens.span(*said[1])
        return shape._replace(speaker=speaker, cue=cue, rule="words after the quotation")
    announced = tokens.tag(token - 1) == ":" or _SHOT_BACK.fullmatch(tokens.tags, 0, token) is not None
    subject = phrases.nearest_subject(tokens.tags, token)
    if subject is None and announced and _TOLD.search(tokens.tags, 0, token):  # "His message to them was clear: “…”"
        subject = phrases.at(tokens.tags, 0, "")
    return shape._replace(subject=_place(tokens, subject), announced=announced)


def _replied(tokens: Tokens, shape: Quoted, came: int, behind: int) -> Quoted:
    """ "“No,” came the reply from the embassy": whoever it comes from, or nobody who is named."""
    who = phrases.at(tokens.tags, behind + 1) if tokens.words[behind : behind + 1] == ["from"] else None
    rule = "words after the quotation" if who else NOBODY
    return shape._replace(speaker=_place(tokens, who), cue=tokens.span(came, behind - 1), rule=rule)


def _introducing(tokens: Tokens, found: list[Report], token: int) -> Report | None:
    """Who says it where "that" leads to it, whoever tells of that ("Berg said that “we go,” the agency reported")."""
    if tokens.tag(token - 1) != "T":
        return None
    said = (r for r in chain(found, by_verbs(tokens)) if r.subject and r.after and r.after[0] in (token - 1, token))
    return next(said, None)


def _report_of(found: list[Report], token: int) -> Report | None:
    """The report of whose content the token is part, or else the nearest one that could take it."""
    for report in found:
        if report.before and report.before[1] == token and report.what == "quote":
            return report
    for report in found:
        if any(part and part[0] <= token <= part[1] for part in (report.before, report.after)):
            return report
    return None


def _stripped(text: str, start: int, end: int) -> Place:
    return start, start + len(text[start:end].rstrip())


# Indirect speech ----------------------------------------------------------------------------------------------------


def _indirect(text: str, tokens: Tokens, report: Report, whole: set[int]) -> list[Utterance]:
    """What a report says without marks, or with marks around a part of it; nothing beside a `whole` sentence quoted."""
    found = []
    for part in (report.before, report.after):
        if part is None or part[0] in whole or (part[0] == part[1] and tokens.words[part[0]] not in _ANSWERS):
            continue
        if _quoted_share(tokens, part) > _NEARLY_ALL:
            continue
        if report.what == "quote" and part == report.before and not _goes_on(text, tokens, report):
            continue
        if part[1] in whole and tokens.tags[part[1] - 1] == ":":  # "Her last word: “We go,” she said"
            continue
        start, end = tokens.span(*part)
        speaker, cue = _place(tokens, report.subject), tokens.span(*report.cue)
        addressee = _place(tokens, report.addressee)
        confidence = _CONFIDENCE.get(report.what, 0.5)
        found.append(Utterance(start, end, "indirect", speaker, cue, addressee, report.rule, confidence, None))
    return found


def _goes_on(text: str, tokens: Tokens, report: Report) -> bool:
    """Is what stands before the cue said, too, where a quotation follows: "The plan, she said, “is dead”"?"""
    if report.rule != "subject and verb" or report.before is None or report.after is None:
        return True
    token = report.after[0]
    if tokens.tags[report.before[1]] == "Q" or tokens.tags[token] != "Q":
        return True
    return text[tokens.starts[token] :][:3].lstrip(_OPENING)[:1].islower()


def _quoted_share(tokens: Tokens, part: Phrase) -> float:
    """How much of the letters stands in marks."""
    if "Q" not in tokens.tags[part[0] : part[1] + 1]:
        return 0.0
    lengths = [tokens.ends[i] - tokens.starts[i] for i in range(part[0], part[1] + 1)]
    quoted = [length for i, length in enumerate(lengths, part[0]) if tokens.tags[i] == "Q"]
    return sum(quoted) / sum(lengths)
