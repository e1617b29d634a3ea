"""Reading an index that Whoosh wrote.

Whoosh finds the postings of a term; what they amount to is for `evaluate`, which is several times as quick as Whoosh's
matchers. A reader shows one moment: Whoosh's `refresh` would bring deleted articles back, and is not used.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from threading import RLock

from whoosh import index as files
from whoosh.reading import IndexReader

from index import words
from index.engines.base import Alike, Answer, Proves, Stop
from index.engines.evaluate import (
    BODY,
    Asking,
    StoppedError,
    best,
    first_proven,
    found,
    held,
    scored,
    take_out_copies,
    word_field,
)
from index.engines.loose import asks_the_text, loosened
from index.engines.whoosh.segments import Segments
from index.engines.whoosh.trouble import telling
from index.query.tree import Node, wanted

_ATTEMPTS = 5
_SHORT, _LONG = 3, 5  # letters of a word that may be meant by another; of one with two letters amiss


class WhooshEngine:
    """An Engine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = RLock()
        with self._reading():
            self._index = Segments(_opened(folder))

    def search(
        self,
        query: Node | None,
        limit: int = 50,
        *,
        proves: Proves | None = None,
        stop: Stop | None = None,
        alike: Alike | None = None,
    ) -> Answer:
        """The best articles of which `query` is true, those that are alike once."""
        with self._lock, self._reading():
            try:
                return self._answer(
                    query, limit, self._asking(proves, stop), self._index.numbered(alike) if alike else {}
                )
            except StoppedError:
                return Answer((), 0, partial=True)

    def _answer(self, query: Node | None, limit: int, asking: Asking, alike: Mapping[int, int]) -> Answer:
        whole = True
        if query and asking.proves and asks_the_text(query):
            scores = scored(query, self._index, found(loosened(query, standing=True), asking))
            scores, whole = first_proven(query, scores, asking, limit, alike)
        else:
            scores = scored(query, self._index, found(query, asking))
        total = len(scores)
        copies = take_out_copies(scores, alike)
        id_, shown = self._index.id, best(scores, limit)
        return Answer(
            tuple((id_(number), score) for number, score in shown), total if whole else None,
            copies={id_(number): tuple(map(id_, copies[number])) for number, _ in shown if number in copies},
            repeated=total - len(scores),
        )  # fmt: skip

    def every(self, query: Node | None, *, proves: Proves | None = None, stop: Stop | None = None) -> set[str]:
        """All articles of which `query` is true; none if it was stopped."""
        with self._lock, self._reading():
            try:
                return {self._index.id(number) for number in found(query, self._asking(proves, stop))}
            except StoppedError:
                return set()

    def missing(self, query: Node | None) -> tuple[str, ...]:
        """The words of `query` that stand in no article."""
        with self._lock, self._reading():
            asked = dict.fromkeys(wanted(query))
            words = [(field or BODY, part) for field, part in asked if field != "is"]  # what something is, is no word
            return tuple(str(part) for field, part in words if not held(self._index, field, part))

    def alike(self, word: str, letters: int) -> list[str]:
        """The words that differ from `word` by so many letters at most."""
        with self._lock, self._reading():
            return self._index.alike(BODY, word, letters)

    def near(self, word: str, limit: int = 3, field: str = "") -> list[str]:
        """The words that are like `word`."""
        where, typed = word_field(field), words.fold(word)
        with self._lock, self._reading():
            seen, found = {typed}, list[str]()
            for letters in (1, 2) if len(typed) >= _LONG else (1,):
                more = {other for other in self._index.alike(where, typed, letters) if len(other) >= _SHORT} - seen
                found += sorted(more, key=lambda term: (-self._index.frequency(where, term), term))
                seen |= more
            return found[:limit]

    def words(self, beginning: str, limit: int = 10, field: str = "") -> list[tuple[str, int]]:
        """Words that begin so, the commonest first."""
        with self._lock, self._reading():
            counted = self._index.counted(word_field(field), words.fold(beginning))
            return sorted(counted, key=lambda item: (-item[1], item[0]))[:limit]

    def _asking(self, proves: Proves | None, stop: Stop | None) -> Asking:
        def proved(node: Node, number: int) -> bool:
            return proves is not None and proves(node, self._index.id(number))

        return Asking(self._index, proved if proves else None, stop or _never)

    def renew(self) -> None:
        """Sees what was written since."""
        with self._lock, self._reading():
            before, self._index = self._index, Segments(_opened(self._folder))
            before.close()

    def close(self) -> None:
        """Lets go of the files."""
        with self._lock:
            self._index.close()

    def _reading(self) -> AbstractContextManager[None]:
        return telling("The index cannot be read", self._folder, "Build it again: tui index --rebuild.")


def _opened(folder: Path) -> IndexReader:
    """A reader. While another process commits, a file that was just listed may be gone: then the list is read again."""
    for attempt in range(_ATTEMPTS):
        try:
            reader: IndexReader = files.open_dir(str(folder), readonly=True).reader()  # type: ignore[no-untyped-call]
            return reader
        except FileNotFoundError:
            if attempt == _ATTEMPTS - 1:
                raise
            time.sleep(0.02 * (attempt + 1))
    raise AssertionError


def _never() -> bool:
    return False
