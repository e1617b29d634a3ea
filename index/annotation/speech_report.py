"""One act of speech in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from index.annotation.speech_phrases import Phrase


@dataclass(frozen=True, slots=True)
class Report:
    """One act of speech; pairs of token numbers, the last one included.

    `before` and `after` are what was said before and after the cue. `what` tells what follows the cue (see
    `speech_content`), `rule` names the construction.
    """

    rule: str
    cue: Phrase
    subject: Phrase | None
    addressee: Phrase | None = None
    before: Phrase | None = None
    after: Phrase | None = None
    what: str = ""
