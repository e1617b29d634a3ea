"""What was decided, in a sentence: about whom or what, and what it is. Nouns of the library in, words out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.phrases import shortened
from tui.text.cells import clip

if TYPE_CHECKING:
    from index.library import Library
    from index.model import Undone
    from tui.decisions import Decision

_WORDS = 32
"""Cells for what it is about: enough to know it by, and few enough for what was decided to follow on the same line."""


def written(about: str, decided: str) -> str:
    """What was written: "Written: “a done deal” – speaker: Hulusi Akar"."""
    return f"Written: {_joined(about, decided)}"


def taken_back(undone: Undone) -> str:
    """What is no longer decided: "Taken back: Hulusi Akar – not an actor"."""
    about = shortened(undone.about, _WORDS) if undone.place else clip(undone.about, _WORDS)
    return f"Taken back: {_joined(about, undone.told)}"


def of_quotation(library: Library, article: str, quotation: str) -> str:
    """The words of a quotation, as it stands now."""
    found = library.article(article)
    return next((shortened(q.text, _WORDS) for q in found.quotations if q.id == quotation), "")


def of_decision(library: Library, decision: Decision) -> str:
    """Whom or what a decision is about, as it stands now; nothing for several articles, which its words count."""
    from tui.decisions import Apart, Called, Holding, Nobody, Same, Source  # here alone: a first frame decides nothing

    match decision:
        case Same(actor) | Apart(actor) | Called(actor) | Holding(actor) | Nobody(actor):
            return next((clip(line.name, _WORDS) for line in library.listed([actor])), actor)
        case Source(article):
            return clip(library.article(article).title or article, _WORDS)
    return ""


def _joined(about: str, decided: str) -> str:
    return f"{about} – {decided}" if about else decided
