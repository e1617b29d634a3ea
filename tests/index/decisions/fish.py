"""Two articles about fish, and what tests of decisions ask of a library of them."""

from __future__ import annotations

from index.library import Library
from index.model import Quotation

TALKS = """\
Fish talks go on

OSLO, 3 May 2021 – Minister Ada Berg met her colleague Bo Olsen on Monday.

"The cod is ours and always was," Berg said. She called the draft "a paper tiger".

"We will see about that," said Olsen, who had come by train from Bergen.
"""
TARIFFS = """\
Tariffs to rise

Trade minister Bo Olsen spoke in Bergen on 4 May 2021.

"Tariffs will rise in June," Olsen said.
"""
COD, TIGER, SEE = "The cod is ours and always was,", "a paper tiger", "We will see about that,"
TIGER_QUERY = "kind:partial quote:tiger"


def find(library: Library, words: str, article: str = "a.txt") -> Quotation | None:
    return next((q for q in library.article(article).quotations if q.text == words), None)


def got(library: Library, words: str, article: str = "a.txt") -> Quotation:
    found = find(library, words, article)
    assert found is not None
    return found


def speakers(library: Library, words: str) -> tuple[str, ...]:
    voice = got(library, words).speaker
    return voice.actors if voice else ()


def said(library: Library, speaker: str) -> list[str]:
    return [row.quotation.text for row in library.quotations(speaker=speaker)]
