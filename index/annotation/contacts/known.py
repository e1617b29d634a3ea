"""What an article is known to say before its contacts are looked for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from index.annotation.cutting.lexemes import Lexemes
from index.annotation.mentions import Meant
from index.annotation.names.cast import Cast
from index.annotation.names.chunks import Name
from index.annotation.quotations.finding import Place, Utterance
from index.annotation.speakers import Voices
from index.model import When


@dataclass(frozen=True, slots=True)
class Known:
    """An article, cut and read: who is in it, and who says what. Places are in text order.

    `voices` are those of each utterance in `said`; `names` are all that were read, also those that mean no actor.
    Words at the lexemes `unclear`, of links pasted into the text, tell of no contact.
    """

    text: str
    lex: Lexemes
    sentences: Sequence[Place]
    captions: Sequence[Place]
    meant: Sequence[Meant]
    said: Sequence[Utterance]
    voices: Sequence[Voices]
    cast: Cast
    names: Sequence[Name]
    unclear: Collection[int]
    published: When | None
