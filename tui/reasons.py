"""Why a quotation is given to its speaker, in words. Plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.model import Quotation

RULES = {
    "subject and verb": "subject before the verb",
    "verb and subject": "subject after the verb",
    "own subject and participle": "subject before the participle",
    "participle": "participle of the subject before",
    "infinitive": "infinitive of the subject before",
    "passive with agent": "“by” names the speaker",
    "asked or told": "somebody was asked or told it",
    "name behind": "the name stands behind a colon",
    "according to": "“according to” names the speaker",
    "noun": "a noun of saying names the speaker",
    "label": "the name stands before a colon",
    "signature": "the name stands after the words, as a signature",
    "words after the quotation": "the sentence goes on with the speaker",
    "same sentence": "who is named in the same sentence",
    "subject of the sentence": "who is the subject of the sentence",
    "same paragraph": "who speaks in the same paragraph",
    "who spoke before": "who spoke before",
    "who speaks after": "who speaks next",
    "who speaks below": "who says so in the text below",
    "quotation goes on": "the quotation goes on from the paragraph before",
    "introduced": "the sentence before introduces the words",
    "heading": "a heading, with nobody named near it",
    "turn": "a turn of a transcript, under the speaker's name",
    "announced": "the paragraph before announces the statement",
    "pasted in": "a readout pasted in, told as the issuer tells it",
    "nobody named": "nobody is named near the words",
    "corrected": "put right by you",
    "confirmed": "confirmed by you",
}
"""Rules of the annotation, and what they mean. A rule that is not here names itself."""


def reason(quotation: Quotation) -> str:
    """How sure it is, the cue, and the rule in words: "97 % sure · “told” · subject before the verb".

    What a person decided is beyond doubt.
    """
    parts = [] if quotation.corrected else [f"{quotation.confidence * 100:.0f} % sure"]
    if quotation.cue:
        parts.append(f"“{quotation.cue.text}”")
    return " · ".join([*parts, RULES.get(quotation.rule, quotation.rule)])
