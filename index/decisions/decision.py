"""One decision about one quotation."""

from __future__ import annotations

from datetime import datetime

from pydantic import model_validator

from index.model import Noun, QuotationKind


class Voice(Noun):
    """Who speaks, as a person decided: the name, and the actor's id where the corpus knew one."""

    name: str
    actor: str | None = None


class Cut(Noun):
    """Other words for a quotation, and where they stood: from `start`, in characters of the article's text."""

    start: int
    words: str


class Decision(Noun):
    """What a person decided about one quotation, and what it takes to find that quotation again.

    `article` is the article's id, `sha256` that of its file at the time. `words` are those of the quotation as they
    stood from `start` on, `before` the characters that stood in front of it. What was decided: its `speakers` (none:
    nobody is named), its `kind`, where it is `cut`, that it is `no_quotation`, or that it is `confirmed` as it stands.
    """

    article: str
    words: str
    start: int
    before: str = ""
    sha256: str = ""
    decided: datetime
    speakers: tuple[Voice, ...] | None = None
    kind: QuotationKind | None = None
    cut: Cut | None = None
    no_quotation: bool = False
    confirmed: bool = False

    @model_validator(mode="after")
    def _decides(self) -> Decision:
        changes = [self.speakers is not None, self.kind is not None, self.cut is not None]
        if not self.words:
            raise ValueError("it names no words")
        if any(changes) + self.no_quotation + self.confirmed != 1:
            raise ValueError("it must change a quotation (speakers, kind, cut), or confirm it, or say that it is none")
        return self

    def told(self) -> str:
        """What was decided, in a few words: "speaker: Ada Berg"."""
        if self.no_quotation:
            return "not a quotation"
        if self.confirmed:
            return "right as it stands"
        said = []
        if self.speakers is not None:
            said.append("speaker: " + (" and ".join(voice.name for voice in self.speakers) or "nobody"))
        if self.kind is not None:
            said.append(f"kind: {self.kind}")
        if self.cut is not None:
            said.append(f"words: “{self.cut.words}”")
        return ", ".join(said)
