"""The words right after a quotation that tell who spoke it: "…," the minister said.

After a quotation that ends with a comma, a question mark or the like, whoever is named up to the first verb speaks,
whatever the verb is. This catches subjects that the grammar of whole sentences cannot cut ("CBS This Morning host Al
Will", "Anna Berg, the aide who founded the paper").
"""

from __future__ import annotations

import re

from index.annotation.speech import phrases
from index.annotation.speech.phrases import Phrase
from index.annotation.speech.tokens import Tokens

_SIMPLE = r"[NDdPw0][^Q,;:.XZbVBSRT-]*"
_APPOSITION = r"(?:,[^Q;:.]*?,(?=A*[VB])|,[^Q;:.]*?(?<=[Nw0)])(?=A*V))"
_SUBJECT_FIRST = re.compile(rf"(?P<subject>{_SIMPLE}?{_APPOSITION}?|[pX])A*(?P<cue>[VB])")
_ANY_VERB = re.compile(r"(?P<subject>P|[Dd]?[wN0']*[wN](?:\([^()]{1,8}\))?)[AX]*(?P<cue>[ZE])")
_UNKNOWN_VERB = re.compile(r"(?P<subject>P|(?:[Dd]w*)?N+)A*(?P<cue>w)(?=[.otypSAM,]|$)")
_VERB_FIRST = re.compile(r"A*(?P<cue>[VE])(?=[NDdPw0])")
_SAID_LAST = re.compile(r"(?P<subject>[NDdPw0][^Q;:.]{0,40}?),?(?P<cue>V)\.?$")  # "…," a man who was there, Novak, said
_LONGEST = 60  # tokens


def tagline(tokens: Tokens, start: int) -> tuple[Phrase, Phrase] | None:
    """Subject and cue of the words from token `start` on, which follow a quotation; None if they name no speaker."""
    tags, end = tokens.tags, start + _LONGEST
    if found := _SUBJECT_FIRST.match(tags, start, end) or _ANY_VERB.match(tags, start, end):
        return (found.start("subject"), found.end("subject") - 1), (found.start("cue"), found.start("cue"))
    if found := _VERB_FIRST.match(tags, start, end):
        subject = _after_verb(tags, found.end())
        if subject is not None:
            return subject, (found.start("cue"), found.start("cue"))
    if (found := _SAID_LAST.match(tags, start)) and tokens.words[found.start("cue")] in ("said", "says"):
        return (found.start("subject"), found.end("subject") - 1), (found.start("cue"), found.start("cue"))
    if found := _UNKNOWN_VERB.match(tags, start, end):  # "…," Berg sings to them
        return (found.start("subject"), found.end("subject") - 1), (found.start("cue"), found.start("cue"))
    return None


def _after_verb(tags: str, start: int) -> Phrase | None:
    """The subject that begins at `start`, behind its verb; it may be a mere "another"."""
    subject = phrases.at(tags, start)
    if subject is None:
        return (start, start) if tags[start] in "Dd" else None
    return phrases.with_apposition(tags, phrases.with_participle(tags, phrases.with_fellows(tags, subject)))
