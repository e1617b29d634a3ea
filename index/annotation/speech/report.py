"""One act of speech in a sentence."""

from __future__ import annotations

from typing import NamedTuple

from index.annotation.speech.phrases import Phrase


class Report(NamedTuple):
    """One act of speech; pairs of token numbers, the last one included.

    `before` and `after` are what was said before and after the cue. `what` tells what follows the cue (see
    `content`), `rule` names the construction.
    """

    rule: str
    cue: Phrase
    subject: Phrase | None
    addressee: Phrase | None = None
    before: Phrase | None = None
    after: Phrase | None = None
    what: str = ""
