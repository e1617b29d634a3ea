"""Who speaks in the quotations whose own sentence does not tell: what was said before and after decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.annotation.data import table
from index.annotation.quotations.sentence import NO_SPEECH, NOBODY, Place, Quoted, Told, Utterance

if TYPE_CHECKING:
    from index.model import QuotationKind

_FAR = 3  # paragraphs after which nobody remembers who spoke last
_FEW_WORDS = 2
_SOME_WORDS = 4

_CONFIDENCE: dict[str, dict[str, float]] = table("confidence")
_UNKNOWN = 0.5


@dataclass(slots=True)
class _Memory:
    """What a reader keeps in mind while reading on."""

    block: int = -1
    last: Place | None = None
    last_block: int = -_FAR - 1
    in_block: Place | None = None
    introduced: Place | None = None
    by_group: dict[int, Place] = field(default_factory=dict)
    open: list[Quoted] = field(default_factory=list)
    headings: list[Quoted] = field(default_factory=list)
    found: list[Utterance] = field(default_factory=list)

    def settle(self, quoted: Quoted, speaker: Place | None, rule: str, kind: QuotationKind | None = None) -> None:
        """Give the quotation its speaker."""
        self.found.append(_utterance(quoted, speaker, rule, kind))
        if speaker is not None:
            self.by_group[quoted.region.group] = speaker

    def speak(self, speaker: Place) -> None:
        """Keep in mind that `speaker` spoke in this block."""
        self.last, self.last_block, self.in_block = speaker, self.block, speaker

    def close_headings(self, speaker: Place | None) -> None:
        """Settle quotations in crossheads with whoever speaks first below."""
        for quoted in self.headings:
            if quoted.rule == NO_SPEECH:
                self.settle(quoted, None, NO_SPEECH)
                continue
            self.settle(quoted, speaker, "who speaks below" if speaker else "heading", "heading")
        self.headings.clear()

    def close_block(self) -> None:
        """Settle what is still open with whoever spoke last, if that is not long ago."""
        for quoted in self.open:
            if self.last is not None and self.block - self.last_block <= _FAR:
                self.settle(quoted, self.last, "who spoke before")
                self.last_block = self.block
            else:
                self.settle(quoted, None, NOBODY)
        self.open.clear()
        self.in_block = None


def remembered(told: Sequence[Told]) -> list[Utterance]:
    """All utterances of the sentences `told`, each quotation with the speaker that the article gives it."""
    memory = _Memory()
    for sentence in told:
        if sentence.block != memory.block:
            memory.close_block()
            if sentence.block > memory.block + 1:
                memory.introduced = None
            memory.block = sentence.block
        memory.found += sentence.indirect
        if sentence.kind == "crosshead":
            memory.headings += sentence.quoted
            continue
        if memory.headings and (sentence.speaker is not None or sentence.quoted):
            memory.close_headings(sentence.speaker)
        _read(memory, sentence)
    memory.close_block()
    memory.close_headings(None)
    return memory.found


def _read(memory: _Memory, sentence: Told) -> None:
    here: Place | None = None
    kind: QuotationKind | None = "heading" if sentence.kind == "title" else None
    for quoted in sentence.quoted:
        speaker, rule = quoted.speaker, quoted.rule
        if speaker is None and rule != NO_SPEECH:
            speaker, rule = _recall(memory, sentence, quoted, here)
        if speaker is not None:
            memory.settle(quoted, speaker, rule, kind)
            here = speaker
            if quoted.speaker is not None or rule == "introduced":
                memory.speak(speaker)
                for waiting in memory.open:
                    memory.settle(waiting, speaker, "who speaks after")
                memory.open.clear()
        elif rule == "open":
            memory.open.append(quoted)
        elif kind and quoted.region.single:
            memory.settle(quoted, None, "heading", kind)
        else:
            memory.settle(quoted, None, rule)
    if not sentence.quoted and sentence.speaker is not None:
        memory.speak(sentence.speaker)
    memory.introduced = sentence.introduced


def _recall(memory: _Memory, sentence: Told, quoted: Quoted, here: Place | None) -> tuple[Place | None, str]:
    """The speaker of a quotation whose sentence names none, and the rule; the rule "open" where it must wait."""
    if quoted.rule == NOBODY:
        return None, NOBODY
    group = memory.by_group.get(quoted.region.group)
    if group is not None:
        return group, "quotation goes on"
    if quoted.leads and memory.introduced is not None:
        return memory.introduced, "introduced"
    if quoted.words > _FEW_WORDS or quoted.whole:
        if here is not None:
            return here, "same sentence"
        if quoted.whole and quoted.announced and quoted.subject is not None:
            return quoted.subject, "subject of the sentence"
        if quoted.whole and memory.in_block is not None:
            return memory.in_block, "same paragraph"
        if quoted.opens and (quoted.whole or (quoted.leads and quoted.words >= _SOME_WORDS)):
            return None, "open"
        if not quoted.opens and quoted.subject is not None and (quoted.whole or quoted.words >= _SOME_WORDS):
            return quoted.subject, "subject of the sentence"
    told = quoted.rule and quoted.words > _FEW_WORDS  # whose words these are is not told
    return None, quoted.rule if told else NO_SPEECH


def _utterance(quoted: Quoted, speaker: Place | None, rule: str, kind: QuotationKind | None) -> Utterance:
    region = quoted.region
    if rule == NO_SPEECH:
        kind = "scare"
    kind = kind or ("direct" if quoted.whole else "partial")
    own = speaker is not None and speaker == quoted.speaker
    return Utterance(
        region.inner_start,
        region.inner_end,
        kind,
        speaker,
        quoted.cue if own else None,
        quoted.addressee if own else None,
        rule,
        _CONFIDENCE.get(kind, {}).get(rule, _UNKNOWN),
        f"g{region.group}",
    )
